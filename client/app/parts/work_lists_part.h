// Work lists in the window: the page that plans calls for many, lists on paper, the days of the office.
#pragma once

#include "client/app/parts/window_part.h"
#include "client/core/workplace.h"

namespace banhang::client {

class CustomerList;
class ListPrinter;
class PlanPage;

class WorkListsPart final : public WindowPart
{
    Q_OBJECT
public:
    explicit WorkListsPart(const Workplace& workplace, QObject* parent = nullptr);

    QList<QWidget*> pages() override;
    void end() override;
    void openPlan(const QList<qint64>& customerIds);
    /// As it is filtered, sorted and set up now.
    void print(const CustomerList& list);
    /// For the page of settings. Owner: the caller.
    QWidget* makeSettings();

private:
    Workplace m_workplace;
    PlanPage* m_plan;
    ListPrinter* m_printer;
};

} // namespace banhang::client
