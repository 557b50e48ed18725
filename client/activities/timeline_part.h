// The work with a customer inside its detail: "write a talk", "make an appointment", the timeline, and the tab of it.
#pragma once

#include "client/activities/activities_api.h"
#include "client/core/workplace.h"
#include "client/customers/detail/detail_part.h"

namespace banhang::client {

class ActivityEditor;
class TimelineModel;
class TimelinePane;

/// Thread: UI.
class TimelinePart final : public DetailPart
{
    Q_OBJECT
public:
    explicit TimelinePart(const Workplace& workplace, QObject* parent = nullptr);

    QList<Button*> actions() override;
    QWidget* section() override;
    QWidget* tab() override;
    QString tabTitle() const override;
    void showCustomer(const v1::Customer& customer) override;
    void setNarrow(bool isNarrow) override;
    void onReachedOut(const QString& channelKey) override;

    /// An entry of this customer, or a new one, in the editor.
    void open(qint64 activityId);
    /// How a planned one went.
    void writeUp(qint64 activityId);
    void writeTalk();
    void begin(const v1::Activity& seed);
    void plan(v1::ActivityKind kind);
    /// False when it is no draft of an activity.
    bool openDraft(const QString& key);

    /// As long as it is set, the person reaches the customer because of this planned talk, whose outcome is asked for
    /// then; 0 = of none in particular.
    void promise(qint64 activityId) { m_promisedId = activityId; }

signals:
    void saved(const banhang::v1::ActivityChangeResponse& response);
    /// The tab is being made, with this editor.
    void editorMade(banhang::client::ActivityEditor* editor);
    /// The files of an entry are to be shown.
    void filesRequested(qint64 activityId, const QString& title);

private:
    qint64 dueTalk(const QString& channelKey) const;
    v1::Activity seed(v1::ActivityKind kind) const;
    void applyRights();
    void showFiles(qint64 activityId);

    Workplace m_workplace;
    ActivitiesApi m_api;
    TimelineModel* m_model;
    TimelinePane* m_pane = nullptr;
    Button* m_talk = nullptr;
    Button* m_appoint = nullptr;
    v1::Customer m_customer;
    qint64 m_promisedId = 0;
};

} // namespace banhang::client
