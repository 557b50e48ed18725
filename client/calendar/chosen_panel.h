// The chosen activity at the side of the calendar: when, with whom, where, what to prepare, and what it clashes with.
#pragma once

#include <QDateTime>
#include <QSet>
#include <QWidget>

#include "client/activities/activities_api.h"
#include "client/calendar/calendar_item.h"
#include "client/core/workplace.h"

class QVBoxLayout;

namespace banhang::client {

class Button;
class Label;

class ChosenPanel final : public QWidget
{
    Q_OBJECT
public:
    ChosenPanel(const Workplace& workplace, ActivitiesApi& api, QWidget* parent = nullptr);

    /// Null: nothing is chosen. Asks the server for clashes when the time is another one than before.
    void show(const CalendarItem* item);
    /// The remedy that is offered, by key; false when there is none.
    bool takeRemedy();

signals:
    void editRequested(qint64 id);
    void doneRequested(qint64 id);
    void repeatRequested(qint64 id);
    void customerRequested(qint64 customerId);
    void moveRequested(qint64 id, const QDateTime& start, const QDateTime& end);

private:
    void addFact(const QString& icon, const QString& text, const QString& strong = {});
    void addCustomer(const v1::Activity& activity);
    void askForClashes();
    void showClashes(const v1::CheckActivityResponse& response);
    void clear();
    QString peopleText(const CalendarItem& item) const;

    Workplace m_workplace;
    ActivitiesApi& m_api;
    CalendarItem m_item;
    QVBoxLayout* m_column;
    QWidget* m_body = nullptr;
    QVBoxLayout* m_rows = nullptr;
    QDateTime m_remedy;
    QSet<qint64> m_kept; ///< clashes that the user has decided to keep
    CallHandle m_call;
};

} // namespace banhang::client
