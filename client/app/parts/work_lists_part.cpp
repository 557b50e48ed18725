#include "client/app/parts/work_lists_part.h"

#include <QLocale>

#include "client/core/session.h"
#include "client/customers/filter/filter_conditions.h"
#include "client/customers/list/customer_list.h"
#include "client/customers/views/list_views.h"
#include "client/worklists/list_printer.h"
#include "client/worklists/plan_page.h"
#include "client/worklists/work_list_settings.h"

namespace banhang::client {

WorkListsPart::WorkListsPart(const Workplace& workplace, QObject* parent)
    : WindowPart(parent),
      m_workplace(workplace),
      m_plan(new PlanPage(workplace)),
      m_printer(new ListPrinter(workplace, this))
{
    const QString printer = QStringLiteral("printer");
    connect(m_plan, &PlanPage::failed, this, &WorkListsPart::failed);
    connect(m_plan, &PlanPage::newsHappened, this, &WorkListsPart::newsHappened);
    connect(m_plan, &PlanPage::undoOffered, this, &WorkListsPart::undoOffered);
    connect(m_printer, &ListPrinter::failed, this, &WorkListsPart::failed);
    connect(m_printer, &ListPrinter::progressed, this, [this, printer](int rows) {
        emit newsHappened({}, tr("Printing: %Ln customers so far", nullptr, rows), printer);
    });
    connect(m_printer, &ListPrinter::ready, this, [this, printer](const PaperList& list) {
        if (ListPrinter::print(list, m_plan->window()))
            emit newsHappened({}, tr("Printed %Ln customers", nullptr, static_cast<int>(list.rows.size())), printer);
    });
}

QList<QWidget*> WorkListsPart::pages()
{
    return {m_plan};
}

void WorkListsPart::end()
{
    m_plan->forget();
    m_printer->stop();
}

void WorkListsPart::openPlan(const QList<qint64>& customerIds)
{
    m_plan->begin(customerIds);
    emit pageRequested(m_plan);
}

void WorkListsPart::print(const CustomerList& list)
{
    PrintWish wish;
    wish.title = list.views()->title();
    wish.words = list.model()->query().text;
    QStringList conditions;
    if (!wish.words.isEmpty())
        conditions.append(tr("Matches “%1”").arg(wish.words));
    for (const auto& condition : conditionsOf(list.filter()))
        conditions.append(
            QStringLiteral("%1: %2").arg(conditionLabel(condition.field), conditionText(condition, m_workplace)));
    wish.conditions = conditions.join(QStringLiteral("  ·  "));
    const auto& setup = list.views()->setup();
    *wish.query.mutable_filter() = list.filter();
    wish.query.set_sort(setup.sort);
    wish.query.set_descending(setup.isDescending);
    for (const auto& shown : setup.columns)
        wish.columns.append(shown.column);
    m_printer->read(wish, *list.model());
}

QWidget* WorkListsPart::makeSettings()
{
    auto* edit = new WorkListSettingsEdit(m_workplace);
    connect(edit, &WorkListSettingsEdit::failed, this, &WorkListsPart::failed);
    connect(edit, &WorkListSettingsEdit::saved, this,
            [this](const QString& text) { emit newsHappened({}, text, QStringLiteral("circle-check")); });
    return edit;
}

} // namespace banhang::client
