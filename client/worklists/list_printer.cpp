#include "client/worklists/list_printer.h"

#include <QLocale>
#include <QPrintDialog>
#include <QPrinter>

#include "client/core/directory_cache.h"
#include "client/core/office_time.h"
#include "client/core/session.h"
#include "client/customers/list/customer_model.h"

namespace banhang::client {

namespace {

constexpr int kPage = 500;
constexpr int kMaxRows = 5000;   // about 120 sheets
constexpr int kMaxMatches = 200; // as many as the list shows
constexpr int kNameShare = 220;
constexpr double kMarginMm = 12;
constexpr int kWideColumns = 8;

} // namespace

ListPrinter::ListPrinter(const Workplace& workplace, QObject* parent)
    : QObject(parent), m_workplace(workplace), m_api(workplace.rpc)
{
}

void ListPrinter::read(const PrintWish& wish, const CustomerModel& texts)
{
    if (m_isReading)
        return;
    m_wish = wish;
    m_texts = &texts;
    m_list = {};
    m_list.title = wish.title;
    m_list.conditions = wish.conditions;
    for (const int column : wish.columns) {
        const auto& info = columnInfo(column);
        m_list.columns.append({CustomerModel::titleOf(column), info.width > 0 ? info.width : kNameShare,
                               info.shape == ColumnShape::Figure && column != CustomerModel::Phone});
    }
    m_wish.query.set_page_size(kPage);
    m_wish.query.clear_page_token();
    m_isReading = true;
    if (m_wish.words.isEmpty())
        readNext();
    else
        readMatches();
}

void ListPrinter::stop()
{
    m_call.cancel();
    m_isReading = false;
}

void ListPrinter::readNext()
{
    m_call = m_api.list(m_wish.query, this, [this](const Outcome<v1::ListCustomersResponse>& outcome) {
        if (outcome)
            accept(outcome.value());
        else
            giveUp(outcome.error());
    });
}

void ListPrinter::readMatches()
{
    v1::SearchCustomersRequest request;
    request.set_query(m_wish.words.toStdString());
    *request.mutable_filter() = m_wish.query.filter();
    request.set_limit(kMaxMatches);
    m_call = m_api.search(request, this, [this](const Outcome<v1::SearchCustomersResponse>& outcome) {
        if (!outcome) {
            giveUp(outcome.error());
            return;
        }
        take(outcome.value());
        if (outcome->truncated())
            m_list.rest = tr("Only the first %Ln customers are printed.", nullptr, outcome->customers_size());
        finish();
    });
}

void ListPrinter::giveUp(const AppError& error)
{
    m_isReading = false;
    emit failed(tr("The list was not printed."), error);
}

template <typename Page>
void ListPrinter::take(const Page& page)
{
    for (const auto& customer : page.customers()) {
        QStringList cells;
        for (const int column : std::as_const(m_wish.columns))
            cells.append(m_texts->textOf(customer, column));
        m_list.rows.append(cells);
    }
    emit progressed(static_cast<int>(m_list.rows.size()));
}

void ListPrinter::accept(const v1::ListCustomersResponse& page)
{
    take(page);
    const bool isFull = m_list.rows.size() >= kMaxRows;
    if (isFull && !page.next_page_token().empty())
        m_list.rest = tr("Only the first %Ln customers are printed.", nullptr, kMaxRows);
    if (isFull || page.next_page_token().empty()) {
        finish();
        return;
    }
    m_wish.query.set_page_token(page.next_page_token());
    readNext();
}

void ListPrinter::finish()
{
    m_isReading = false;
    m_list.made = tr("%1, %2 · %Ln customers", nullptr, static_cast<int>(m_list.rows.size()))
                      .arg(m_workplace.directory.fullName(m_workplace.session.userId()),
                           officeNow().toString(QStringLiteral("dd/MM/yyyy HH:mm")));
    emit ready(m_list);
}

bool ListPrinter::print(const PaperList& list, QWidget* window)
{
    QPrinter printer(QPrinter::HighResolution);
    printer.setPageSize(QPageSize(QPageSize::A4));
    printer.setPageOrientation(list.columns.size() >= kWideColumns ? QPageLayout::Landscape : QPageLayout::Portrait);
    printer.setPageMargins(QMarginsF(kMarginMm, kMarginMm, kMarginMm, kMarginMm), QPageLayout::Millimeter);
    printer.setDocName(list.title);
    QPrintDialog dialog(&printer, window);
    if (dialog.exec() != QDialog::Accepted)
        return false;
    paint(list, printer);
    return true;
}

} // namespace banhang::client
