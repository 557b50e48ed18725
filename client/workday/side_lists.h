// Beside the day: whom to contact again, who was never worked with, the date, birthdays, news.
#pragma once

#include <QWidget>

#include <functional>

#include "banhang/v1/activities.pb.h"
#include "client/core/workplace.h"

class QBoxLayout;

namespace banhang::client {

class BriefList;
class Button;
class CareDue;
class Label;
class MonthBox;
class NoticeModel;
class NoticeView;

class SideLists final : public QWidget
{
    Q_OBJECT
public:
    SideLists(const Workplace& workplace, NoticeModel* notices, QWidget* parent = nullptr);

    void setDay(const v1::Workday& day);
    /// Nobody is signed in.
    void clear();
    /// One column instead of two.
    void setNarrow(bool isNarrow);
    /// Of the list that has the focus; 0 when that is none of customers.
    qint64 currentCustomer() const;
    /// Of the callbacks, when they have the focus; null for none.
    const v1::Activity* currentCallback() const;
    /// In the order of the screen, those that hold something.
    QList<QWidget*> panes() const;

signals:
    void customerRequested(qint64 customerId);
    void callbackRequested(const banhang::v1::Activity& activity);
    void callbackTicked(qint64 activityId);
    void callbacksRequested();
    void untouchedRequested();
    void careRequested(qint64 careRequestId);
    /// Good wishes are to go out; `place` on the screen.
    void greetingRequested(const banhang::v1::Occasion& occasion, const QPoint& place);
    void noticeRequested(const QString& entity, qint64 entityId, qint64 customerId);
    void noticeDone(qint64 activityId);
    /// Without a time, for good.
    void muteRequested(qint64 subscriptionId, const QDateTime& until);
    void subscriptionRequested(qint64 subscriptionId);

private:
    QWidget* makePeople();
    QWidget* makeDays(NoticeModel* notices);
    QWidget* makeNews(NoticeModel* notices);
    void fillCallbacks();
    void fillUntouched();
    void fillOccasions();
    void fillCare();
    void greet();
    void showDate(const QDate& today);
    const v1::Activity* callback(qint64 activityId) const;

    Workplace m_workplace;
    v1::Workday m_day;
    QBoxLayout* m_columns;
    BriefList* m_callbacks;
    CareDue* m_careDue;
    BriefList* m_care;
    BriefList* m_untouched;
    BriefList* m_occasions;
    Button* m_greet = nullptr;
    NoticeView* m_news = nullptr;
    MonthBox* m_month = nullptr;
    Label* m_date = nullptr;
    Label* m_lunar = nullptr;
    Label* m_tet = nullptr;
};

} // namespace banhang::client
