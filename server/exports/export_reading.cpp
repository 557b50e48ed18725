#include "server/exports/export_reading.h"

#include <algorithm>

#include "common/error.h"
#include "server/core/call/right_demand.h"
#include "server/customers/customer_access.h"
#include "server/customers/customer_store.h"
#include "server/customers/list/customer_listing.h"
#include "server/customers/list/customer_search_store.h"
#include "server/customers/list/search_text.h"
#include "server/fields/text_rules.h"

namespace banhang::server {

namespace {

constexpr int kPage = 500;
constexpr std::size_t kSlice = 200;
constexpr int kMaxFound = 10'000;
constexpr std::size_t kMaxQueryLength = 200;

void demandExport(const Caller& caller)
{
    if (!caller.may(kExportCustomer))
        throwDenied(kExportCustomer);
}

} // namespace

v1::ListCustomersResponse ExportReading::next(Call& call) const
{
    demandExport(call.caller);
    return isByIds() ? nextOfIds(call) : nextOfList(call);
}

bool ExportReading::accept(v1::ListCustomersResponse& page)
{
    auto& customers = *page.mutable_customers();
    customers.erase(std::remove_if(customers.begin(), customers.end(),
                                   [&](const v1::Customer& customer) { return !m_seen.insert(customer.id()).second; }),
                    customers.end());
    if (m_ids) {
        m_taken = std::min(m_taken + kSlice, m_ids->size());
        return m_taken < m_ids->size();
    }
    m_token = page.next_page_token();
    return !m_token.empty();
}

v1::ListCustomersResponse ExportReading::nextOfList(Call& call) const
{
    v1::ListCustomersRequest wanted;
    *wanted.mutable_filter() = m_request.filter();
    wanted.set_sort(m_request.sort());
    wanted.set_descending(m_request.descending());
    wanted.set_page_size(kPage);
    wanted.set_page_token(m_token);
    wanted.set_view(v1::CUSTOMER_VIEW_FULL);
    v1::ListCustomersResponse page;
    listCustomers(call, m_signer, wanted, page);
    return page;
}

v1::ListCustomersResponse ExportReading::nextOfIds(Call& call) const
{
    if (!m_ids)
        m_ids = idsOf(call);
    const auto from = m_ids->begin() + static_cast<std::ptrdiff_t>(m_taken);
    const auto to = m_ids->begin() + static_cast<std::ptrdiff_t>(std::min(m_taken + kSlice, m_ids->size()));
    v1::ListCustomersResponse page;
    for (v1::Customer& customer : readCustomers(call, {from, to}, v1::CUSTOMER_VIEW_FULL, m_request.filter().deleted()))
        if (call.caller.units(kExportCustomer).contains(customer.unit_id()))
            *page.add_customers() = std::move(customer);
    return page;
}

std::vector<std::int64_t> ExportReading::idsOf(Call& call) const
{
    if (!m_request.customer_ids().empty())
        return {m_request.customer_ids().begin(), m_request.customer_ids().end()};
    if (characterCount(m_request.query()) > kMaxQueryLength)
        throw AppError(ErrorCode::Invalid, "text.too_long", {{"max", std::to_string(kMaxQueryLength)}});
    if (m_request.filter().deleted())
        throw AppError(ErrorCode::Invalid, "search.bin_not_searched");
    return searchCustomers(call, searchQuery(m_request.query()), m_request.filter(),
                           listScope(call, m_request.filter()), kMaxFound);
}

} // namespace banhang::server
