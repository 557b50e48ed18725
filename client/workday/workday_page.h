// Hôm nay: the day of the person signed in, and beside it whom to call back, who was never worked with, birthdays,
// news.
#pragma once

#include <QDate>
#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <functional>

#include "banhang/v1/activities.pb.h"
#include "client/activities/activities_api.h"
#include "client/core/change_feed.h"
#include "client/core/workplace.h"
#include "client/customers/customers_api.h"

class QBoxLayout;
class QProgressBar;
class QSplitter;
class QStackedWidget;

namespace banhang::client {

class ActivityActs;
class ActivityEditor;
class CustomerDetail;
class DayRows;
class DayView;
class Greeting;
class Label;
class NoticeModel;
class QuickAdd;
class SideLists;
class StateView;
class TimelinePart;
class UploadQueue;

/// Thread: UI.
class WorkdayPage final : public QWidget
{
    Q_OBJECT
public:
    WorkdayPage(const Workplace& workplace, UploadQueue& uploads, NoticeModel* notices, QWidget* parent = nullptr);

    void begin();
    void end();
    void reload();
    /// F6: the day, the lists beside it, the customer at work.
    bool nextPane(bool isBackwards);
    /// An activity that a reminder or news is about.
    void open(qint64 activityId);
    /// It is done: of a talk the outcome is asked for.
    void finish(qint64 activityId);
    /// False when it is no draft of an activity.
    bool openDraft(const QString& key);
    void focusQuickAdd();
    DayView* view() const { return m_view; }
    DayRows* model() const { return m_model; }

signals:
    void undoOffered(const QString& text, const std::function<void()>& undo);
    void failed(const QString& strong, const banhang::AppError& error);
    void newsHappened(const QString& who, const QString& text, const QString& iconName);
    void customerRequested(qint64 customerId);
    void careRequested(qint64 careRequestId);
    /// The work lists of the customers page.
    void callbacksRequested();
    /// What the day has no room for is in the calendar.
    void calendarRequested(const QDate& day);
    void untouchedRequested();
    /// What news are about is to be opened: the entity and its id, or the customer.
    void noticeRequested(const QString& entity, qint64 entityId, qint64 customerId);
    /// Without a time, for good.
    void muteRequested(qint64 subscriptionId, const QDateTime& until);
    void subscriptionRequested(qint64 subscriptionId);
    /// Something is to be written here.
    void pageWanted();
    /// It came to the screen, or left it.
    void shownChanged(bool isShown);
    void openWorkChanged(int count, bool isOverdue);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void fitWidth();
    void showFailure(const AppError& error);
    void showEmptyOrNot();
    QWidget* makeDay();
    QWidget* makeHead();
    QWidget* makeBeside();
    void makeWork();
    void addFilesTo(ActivityEditor* editor);
    void connectDay();
    void setUpKeys();
    void confineKeysOfWork();
    void accept(const v1::Workday& day);
    void onChanges(const QList<RecordChange>& changes);
    void onClock();
    void showCounts();
    void tick(qint64 activityId);
    void put(const v1::Activity& activity);
    /// Of the row that is chosen, or of the list that has the focus; null for none.
    const v1::Activity* current() const;
    qint64 currentCustomer() const;
    const v1::Activity* find(qint64 activityId) const;
    void openActivity(const v1::Activity& activity, bool isOutcome);
    void workWith(qint64 customerId, const std::function<void()>& then);
    void writeTalk();
    void reach(const QString& channelKey);
    void replan();
    void begin(const v1::Activity& seed);
    void showSide();
    void backToDay();
    QString nameOf(const v1::Activity& activity) const;

    Workplace m_workplace;
    UploadQueue& m_uploads;
    ActivitiesApi m_api;
    CustomersApi m_customers;
    ActivityActs* m_acts;
    DayRows* m_model;
    DayView* m_view;
    QuickAdd* m_quick;
    StateView* m_nothing;
    Label* m_count = nullptr;
    QProgressBar* m_progress = nullptr;
    QSplitter* m_splitter;
    QStackedWidget* m_beside;
    SideLists* m_side;
    Greeting* m_greeting;
    CustomerDetail* m_detail = nullptr;
    TimelinePart* m_timeline = nullptr;
    QWidget* m_editorPage = nullptr;
    ActivityEditor* m_editor = nullptr;
    qint64 m_workId = 0;                ///< whom it is worked with beside the day
    qint64 m_wantedId = 0;              ///< what was last asked to be opened
    std::function<void()> m_afterShown; ///< once that customer stands there
    QTimer m_gather;
    bool m_isBegun = false;
    QDate m_today; ///< of the day that is shown
    int m_ticks = 0;
    CallHandle m_dayCall;
    CallHandle m_openCall;
};

} // namespace banhang::client
