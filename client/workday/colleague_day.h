// The day of a colleague, to be looked at: nothing is ticked in it, but what waits, and customers, can be given to
// somebody else.
#pragma once

#include <QWidget>

#include "client/activities/activities_api.h"
#include "client/core/workplace.h"
#include "client/workday/work_reassignment.h"

class QMenu;

namespace banhang::client {

class Button;
class CustomerReassignment;
class DayRows;
class DayView;
class Label;
class StateView;

/// Thread: UI.
class ColleagueDay final : public QWidget
{
    Q_OBJECT
public:
    explicit ColleagueDay(const Workplace& workplace, QWidget* parent = nullptr);

    /// Whom it may be given to is chosen among `colleagues`. 0 shows nobody.
    void show(qint64 userId, const QList<qint64>& colleagues);
    void reload();
    void applyRights();
    qint64 userId() const { return m_userId; }
    DayRows* model() const { return m_model; }
    DayView* view() const { return m_view; }

    /// What the person has to do is given away by it ...
    WorkReassignment* work() const { return m_work; }
    /// ... and the person's customers by this.
    CustomerReassignment* customers() const { return m_customers; }

signals:
    void customerRequested(qint64 customerId);
    void undoOffered(const QString& text, const std::function<void()>& undo);
    void newsHappened(const QString& text);
    void failed(const QString& strong, const banhang::AppError& error);

private:
    QWidget* makeHead();
    void accept(const v1::Workday& day);
    void fillMenu();
    QList<WorkChoice> shownWork() const;
    QList<qint64> waiting(const google::protobuf::RepeatedPtrField<v1::Activity>& activities) const;

    Workplace m_workplace;
    ActivitiesApi m_api;
    DayRows* m_model;
    DayView* m_view;
    StateView* m_nothing;
    Label* m_name = nullptr;
    Label* m_count = nullptr;
    Button* m_give = nullptr;
    QMenu* m_menu;
    WorkReassignment* m_work;
    CustomerReassignment* m_customers;
    qint64 m_userId = 0;
    QList<qint64> m_colleagues;
    CallHandle m_dayCall;
};

} // namespace banhang::client
