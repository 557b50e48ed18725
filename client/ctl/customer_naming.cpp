#include "client/ctl/customer_naming.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "common/vn/utf8.h"

namespace banhang::client {

namespace {

using Service = v1::CustomersService::Stub;

constexpr std::string_view kCodePrefix = "KH";
/// Codes with more digits that begin with these, and names with the code in them, are far fewer.
constexpr int kMaxHits = 200;
constexpr int kBinPage = 500;

bool isNumber(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, vn::isAsciiDigit);
}

std::int64_t idAmongVisible(Remote& remote, const std::string& code)
{
    v1::SearchCustomersRequest search;
    search.set_query(code);
    search.set_limit(kMaxHits);
    const auto found = remote.call(&Service::SearchCustomers, search);
    for (const v1::Customer& customer : found.customers())
        if (customer.code() == code)
            return customer.id();
    // Survivors of merges are found by the codes of whom they took in, which stand in whole records alone.
    for (const v1::Customer& customer : found.customers()) {
        v1::GetCustomerRequest request;
        request.set_customer_id(customer.id());
        const auto whole = remote.call(&Service::GetCustomer, request);
        if (std::ranges::find(whole.former_codes(), code) != whole.former_codes().end())
            return whole.id();
    }
    return 0;
}

/// Search leaves the bin out.
std::int64_t idInBin(Remote& remote, const std::string& code)
{
    v1::ListCustomersRequest request;
    request.mutable_filter()->set_deleted(true);
    request.set_sort(v1::CUSTOMER_SORT_CODE);
    request.set_page_size(kBinPage);
    do {
        const auto page = remote.call(&Service::ListCustomers, request);
        for (const v1::Customer& customer : page.customers())
            if (customer.code() == code)
                return customer.id();
        request.set_page_token(page.next_page_token());
    } while (!request.page_token().empty());
    return 0;
}

} // namespace

CustomerName readCustomerName(const std::string& text)
{
    CustomerName name;
    const std::string code = vn::toUpper(vn::tidy(text));
    if (isNumber(code)) {
        const auto [stop, error] = std::from_chars(code.data(), code.data() + code.size(), name.id);
        if (error == std::errc())
            return name;
    } else if (code.starts_with(kCodePrefix) && isNumber(code.substr(kCodePrefix.size()))) {
        name.code = code;
        return name;
    }
    throw UsageError(fmt::format("\"{}\" names no customer: give the code, as KH000123, or the id", text));
}

std::int64_t customerIdOf(Console& console, const std::string& text)
{
    const CustomerName name = readCustomerName(text);
    if (name.code.empty())
        return name.id;
    std::int64_t id = idAmongVisible(console.remote(), name.code);
    if (id == 0)
        id = idInBin(console.remote(), name.code);
    if (id == 0)
        throw AppError(ErrorCode::NotFound, "customer.not_found", {{"code", name.code}});
    return id;
}

std::vector<std::int64_t> customerIdsOf(Console& console, const std::vector<std::string>& texts)
{
    std::vector<std::int64_t> ids;
    ids.reserve(texts.size());
    for (const std::string& text : texts)
        ids.push_back(customerIdOf(console, text));
    return ids;
}

} // namespace banhang::client
