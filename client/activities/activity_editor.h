// Writes one activity: a new one, a changed one, or how a planned one went.
#pragma once

#include <QElapsedTimer>
#include <QTimer>

#include "banhang/v1/activities.pb.h"
#include "client/activities/activities_api.h"
#include "client/activities/activity_fields.h"
#include "client/notifications/notifications_api.h"
#include "client/records/record_editor.h"

namespace banhang::client {

struct ActivityDraft;

/// Thread: UI.
class ActivityEditor final : public RecordEditor
{
    Q_OBJECT
public:
    ActivityEditor(const Workplace& workplace, ActivitiesApi& api, QWidget* parent = nullptr);
    ~ActivityEditor() override;

    /// A new one, from what is known of it. With state DONE: a talk that has been.
    void begin(const v1::Activity& seed);
    /// A talk that begins now, with a clock that runs until it is stopped or saved.
    void beginCall(const v1::Activity& seed);
    /// One that is there, all of its fields.
    void open(const v1::Activity& activity);
    /// How a planned one went; one that somebody has closed meanwhile is opened.
    void writeUp(const v1::Activity& activity);
    /// The same, of a talk that begins now; of a call with the clock.
    void writeUpNow(const v1::Activity& activity);
    /// What is planned and stored, as long as it is not its outcome that is written; null for anything else.
    const v1::Activity* openPlan() const;
    /// A draft of this key ("activity-…"); false when there is none.
    bool openDraft(const QString& key);
    /// Whose customer a draft of this key is about, 0 for none; nothing when it is no draft of an activity.
    static std::optional<qint64> customerOfDraft(const DraftStore& drafts, const QString& key);
    /// Where drafts of a new activity with this customer (0 = none) and of an existing one are kept.
    static QString draftKey(const v1::Activity& activity);

    /// Id of what is being written; 0 for a new one.
    qint64 activityId() const { return m_base.id(); }
    QString title() const;
    /// Where its draft is kept.
    QString key() const { return draftKey(m_base); }
    ActivityFields* fields() const { return m_fields; }

signals:
    /// `key`: its draft's; another entry may be open already.
    void saved(const banhang::v1::ActivityChangeResponse& response, const QString& key);
    /// The files of what is open; the button for it is there when somebody listens.
    void filesRequested();

protected:
    QString draftKey() const override { return draftKey(m_base); }
    qint64 customerId() const override { return m_base.customer_id(); }
    QString heading() const override;
    QString icon() const override;
    Draft typed() const override;
    CallHandle send(const std::string& requestId) override;
    void takeVersion(qint64 version) override { m_base.set_version(version); }
    CallHandle reload() override;
    void stop() override;

private:
    void openAnew(const v1::Activity& activity, Writing writing, const QDateTime& begun = {});
    void startClock();
    void take(const Draft& kept, const ActivityDraft& draft);
    void showActivity(const v1::Activity& base, const v1::Activity& shown, Writing writing,
                      const std::optional<v1::Activity>& nextStep = {});
    void makeClock();
    void makeFiles();
    void loadDefaultLeads();
    void check();
    void showCheck(const v1::CheckActivityResponse& response);
    QString clashText(const v1::CheckActivityResponse& response) const;
    CallHandle create(const v1::Activity& activity, const std::string& requestId);
    CallHandle update(const v1::Activity& activity, const std::string& requestId);
    CallHandle close(const v1::Activity& activity, const std::string& requestId);
    std::function<void(Outcome<v1::ActivityChangeResponse>)> whenSaved();
    void showClock();
    void stopClock();

    ActivitiesApi& m_api;
    NotificationsApi m_notifications;
    v1::Activity m_base; ///< as it was read, or as the draft was begun on
    Button* m_clock;     ///< runs with a call
    Button* m_files;
    ActivityFields* m_fields;
    QElapsedTimer m_sinceCall;
    QTimer m_second;
    bool m_areLeadsTouched = false;
    CallHandle m_checkCall;
    CallHandle m_settingsCall;
};

} // namespace banhang::client
