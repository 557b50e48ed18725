#include "server/merging/merge_access.h"

#include <set>

#include "common/error.h"
#include "server/core/call/right_demand.h"
#include "server/customers/customer_access.h"
#include "server/customers/customer_store.h"
#include "server/merging/merge_store.h"

namespace banhang::server {

namespace {

constexpr std::size_t kMinCustomers = 2;
constexpr std::size_t kMaxCustomers = 10;

} // namespace

std::vector<v1::Customer> readMergeable(Call& call, const std::vector<std::int64_t>& ids, bool lock)
{
    if (std::set<std::int64_t>(ids.begin(), ids.end()).size() != ids.size() || ids.size() < kMinCustomers)
        throwInvalidField("customer_ids", "merge.too_few");
    if (ids.size() > kMaxCustomers)
        throwInvalidField("customer_ids", "merge.too_many", {{"max", std::to_string(kMaxCustomers)}});
    if (lock)
        lockCustomers(call, ids);
    std::vector<v1::Customer> customers;
    for (const std::int64_t id : ids) {
        auto stored = findCustomer(call, id);
        if (!stored)
            throwCustomerNotFound();
        customers.push_back(std::move(stored->customer));
    }
    return customers;
}

void demandMerge(const Caller& caller, const v1::Customer& customer, bool isLoser)
{
    demandRight(caller, kViewCustomer, customer.unit_id());
    demandRight(caller, kEditCustomer, customer.unit_id());
    if (isLoser)
        demandRight(caller, kDeleteCustomer, customer.unit_id());
}

} // namespace banhang::server
