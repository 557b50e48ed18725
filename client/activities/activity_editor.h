// Writes one activity: a new one, a changed one, or how a planned one went; on top of what it belongs to, never a
// window.
#pragma once

#include <QElapsedTimer>
#include <QTimer>

#include <functional>

#include "banhang/v1/activities.pb.h"
#include "client/activities/activities_api.h"
#include "client/activities/activity_fields.h"
#include "client/core/outcome.h"
#include "client/core/workplace.h"
#include "client/customers/customers_api.h"
#include "client/notifications/notifications_api.h"
#include "client/ui/parts/label.h"

class QVBoxLayout;

namespace banhang::client {

class Button;
class DraftKeeper;
class DraftStore;
class IconLabel;
class NoticeBar;
struct ActivityDraft;

/// Hidden until something is to be written; hides itself when it is saved or left. What is typed is kept as a draft
/// each second and comes back when the same is opened again. Thread: UI.
class ActivityEditor final : public Pane
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
    /// How a planned one went.
    void writeUp(const v1::Activity& activity);
    /// A draft of this key ("activity-…"); false when there is none.
    bool openDraft(const QString& key);
    /// Whose customer a draft of this key is about, 0 for none; nothing when it is no draft of an activity.
    static std::optional<qint64> customerOfDraft(const DraftStore& drafts, const QString& key);
    /// Where drafts of a new activity with this customer (0 = none) and of an existing one are kept.
    static QString draftKey(const v1::Activity& activity);

    bool isOpen() const { return m_isOpen; }
    /// Id of what is being written; 0 for a new one.
    qint64 activityId() const { return m_base.id(); }
    void save();
    /// Leaves; the draft stays.
    void cancel();
    ActivityFields* fields() const { return m_fields; }

signals:
    void saved(const banhang::v1::ActivityChangeResponse& response);
    /// Saved or left.
    void closed();
    void undoOffered(const QString& text, const std::function<void()>& undo);
    void failed(const QString& strong, const banhang::AppError& error);
    /// The files of what is open.
    void filesRequested(qint64 activityId, const QString& title);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void makeHead();
    void start(const v1::Activity& base, const v1::Activity& shown, Writing writing,
               const std::optional<v1::Activity>& nextStep = {});
    void openAnew(const v1::Activity& activity, Writing writing);
    void take(const ActivityDraft& draft);
    QString heading() const;
    void keepDrafts();
    void loadCustomer(qint64 customerId);
    void loadDefaultLeads();
    void check();
    void showCheck(const v1::CheckActivityResponse& response);
    void create(const v1::Activity& activity);
    void update(const v1::Activity& activity);
    void close(const v1::Activity& activity);
    void onAnswer(const Outcome<v1::ActivityChangeResponse>& outcome);
    void onRefused(const AppError& error);
    void onConflict(const AppError& error);
    void finish();
    void clearNotice();
    void showClock();
    void stopClock();
    QString clashText(const v1::CheckActivityResponse& response) const;

    Workplace m_workplace;
    ActivitiesApi& m_api;
    CustomersApi m_customers;
    NotificationsApi m_notifications;
    v1::Activity m_base;
    IconLabel* m_icon;
    Label* m_title;
    Label* m_kept;
    Button* m_clock; ///< runs with a call
    Button* m_files;
    Button* m_save;
    NoticeBar* m_notice = nullptr;
    QVBoxLayout* m_column;
    ActivityFields* m_fields;
    DraftKeeper* m_drafts = nullptr;
    std::string m_requestId;
    QElapsedTimer m_sinceCall;
    QTimer m_second;
    bool m_isOpen = false;
    bool m_isDirty = false;
    bool m_areLeadsTouched = false;
    CallHandle m_saveCall;
    CallHandle m_checkCall;
    CallHandle m_customerCall;
    CallHandle m_settingsCall;
    CallHandle m_reloadCall;
};

} // namespace banhang::client
