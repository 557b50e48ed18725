#include "tests/bench/load/own_customers.h"

#include <algorithm>
#include <array>
#include <functional>
#include <stdexcept>

#include <fmt/format.h>

#include "tests/bench/load/deeds.h"

namespace banhang::bench {

namespace {

constexpr int kRead = 500;
constexpr std::array kFamilies = {"Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi"};
constexpr std::array kMiddles = {"Thị", "Văn", "Minh", "Thu", "Quốc", "Hữu", "Ngọc"};
constexpr std::array kGiven = {"Hoa", "Nam", "Lan", "Hùng", "Dũng", "Mai", "Sơn", "Thảo", "Tuấn", "Yến", "Phúc"};

} // namespace

OwnCustomers::OwnCustomers(Person& person)
{
    v1::ListCustomersRequest request;
    request.set_page_size(kRead);
    // Not those that others share, perhaps to be read only.
    request.mutable_filter()->add_owner_user_ids(
        person.remote->call(&v1::IdentityService::Stub::GetMe, v1::GetMeRequest()).user_id());
    const auto page = person.remote->call(&v1::CustomersService::Stub::ListCustomers, request);
    for (const v1::Customer& customer : page.customers())
        m_entries.push_back({customer.id(), customer.version()});
    if (m_entries.empty())
        throw std::runtime_error("the seller has no customers");
}

std::string OwnCustomers::updateRequest(std::size_t number)
{
    const std::lock_guard lock(m_mutex);
    std::size_t tried = 0;
    while (m_entries[m_next].isUnderWay && tried++ < m_entries.size())
        m_next = (m_next + 1) % m_entries.size();
    Entry& entry = m_entries[m_next];
    m_next = (m_next + 1) % m_entries.size();
    entry.isUnderWay = true;
    entry.savedBy = number;
    v1::UpdateCustomerRequest request;
    request.mutable_customer()->set_id(entry.id);
    request.mutable_customer()->set_version(entry.version);
    request.mutable_customer()->set_note(fmt::format("Lần đo {} {}", requestIdOf(0).substr(0, 8), number));
    request.mutable_update_mask()->add_paths("note");
    request.set_request_id(requestIdOf(number));
    return request.SerializeAsString();
}

void OwnCustomers::updated(std::size_t number, bool ok)
{
    const std::lock_guard lock(m_mutex);
    for (Entry& entry : m_entries)
        if (entry.isUnderWay && entry.savedBy == number) {
            entry.isUnderWay = false;
            entry.version += ok ? 1 : 0;
        }
}

std::string newCustomerRequest(std::size_t number)
{
    v1::CreateCustomerRequest request;
    v1::Customer& customer = *request.mutable_customer();
    customer.set_kind(v1::CUSTOMER_KIND_INDIVIDUAL);
    customer.set_name(fmt::format("{} {} {}", kFamilies[number % kFamilies.size()], kMiddles[number % kMiddles.size()],
                                  kGiven[number % kGiven.size()]));
    const auto digits = std::hash<std::string>()(requestIdOf(number)) % 10'000'000;
    customer.add_phones()->set_number(fmt::format("059{:07}", digits));
    request.set_duplicate_reason("đo kiểm");
    request.set_request_id(requestIdOf(number));
    return request.SerializeAsString();
}

std::vector<std::int64_t> colleaguesOf(Person& person, int count)
{
    v1::ListCustomersRequest request;
    request.set_page_size(kRead);
    std::vector<std::int64_t> ids;
    do {
        const auto page = person.remote->call(&v1::CustomersService::Stub::ListCustomers, request);
        for (const v1::Customer& customer : page.customers())
            if (std::ranges::find(ids, customer.owner_user_id()) == ids.end() && ssize(ids) < count)
                ids.push_back(customer.owner_user_id());
        request.set_page_token(page.next_page_token());
    } while (ssize(ids) < count && !request.page_token().empty());
    if (ssize(ids) < count)
        throw std::runtime_error("too few colleagues with customers");
    return ids;
}

} // namespace banhang::bench
