// Hôm nay in the window: the first page of the rail, and the one that is shown after signing in.
#pragma once

#include "client/app/parts/window_part.h"
#include "client/core/workplace.h"

namespace banhang::client {

class NoticeModel;
class UploadQueue;
class WorkdayPage;

class WorkdayPart final : public WindowPart
{
    Q_OBJECT
public:
    WorkdayPart(const Workplace& workplace, UploadQueue& uploads, NoticeModel* notices, QObject* parent = nullptr);

    QList<RailPlace> railPlaces() override;
    void addEntries(WindowHead* head) override;
    void onChosen(QWidget* page) override;
    void refresh(QWidget* page) override;
    bool nextPane(QWidget* page, bool isBackwards) override;
    void begin() override;
    void end() override;
    /// What a reminder or news is about.
    void open(qint64 activityId);
    /// It is done: of a talk the outcome is asked for.
    void finish(qint64 activityId);
    /// False when it is no draft of an activity.
    bool openDraft(const QString& key);
    WorkdayPage* page() const { return m_page; }

signals:
    void noticeRequested(const QString& entity, qint64 entityId, qint64 customerId);
    void muteRequested(qint64 subscriptionId, const QDateTime& until);
    void subscriptionRequested(qint64 subscriptionId);
    void careRequested(qint64 careRequestId);
    void callbacksRequested();
    void calendarRequested(const QDate& day);
    void untouchedRequested();

private:
    Workplace m_workplace;
    WorkdayPage* m_page;
};

} // namespace banhang::client
