#include "tests/bench/data/customer_loader.h"

#include <atomic>
#include <functional>
#include <future>

#include <fmt/format.h>

#include "server/core/database/tx.h"
#include "server/customers/contact_store.h"
#include "server/customers/customer_row.h"
#include "server/customers/saving/customer_index_store.h"
#include "tests/bench/data/customer_maker.h"

namespace banhang::bench {

namespace {

constexpr int kLoaders = 2;
constexpr std::int64_t kBatch = 500;
constexpr std::int64_t kPatienceMs = 600'000;
constexpr int kCodeDigits = 6;

/// The columns of writtenValues(), then those that a save would give by itself. Five years from the first to the last.
constexpr server::Statement kPut{
    "INSERT INTO banhang.customer (kind, name, sort_key, honorific, gender, birthday, founded_date, phones, emails,"
    " addresses, province_code, tax_code, website, source_key, trade_key, occupation_key, income_band_key,"
    " finances_key, need_keys, habit_keys, trait_keys, needs_text, business_text, watch_points, parent_id,"
    " parent_relation, status_key, tier_key, group_key, do_not_call, note, old_province_code, tag_keys, owner_id,"
    " unit_id, id, code, code_key, created_at, updated_at)"
    " OVERRIDING SYSTEM VALUE VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18,"
    " $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37,"
    " 'KH' || lpad($36::bigint::text, 12, '0'), now() - (1 - $36::bigint / $38::float8) * interval '1826 days',"
    " now() - (1 - $36::bigint / $38::float8) * interval '1826 days')"};

/// A multiplier that spreads neighbours over all owners.
constexpr std::uint64_t kMix = 0x9E37'79B9'7F4A'7C15;

const Owner& ownerOf(const CustomerPlan& plan, std::int64_t customer)
{
    const std::uint64_t mixed = (static_cast<std::uint64_t>(customer) + plan.seed) * kMix;
    return plan.owners[static_cast<std::size_t>(mixed >> 32U) % plan.owners.size()];
}

void put(server::Call& call, const CustomerPlan& plan, v1::Customer& customer)
{
    const Owner& owner = ownerOf(plan, customer.id());
    customer.set_owner_user_id(owner.userId);
    customer.set_unit_id(owner.unitId);
    server::Params values = server::writtenValues(customer);
    values.add(owner.userId);
    values.add(owner.unitId);
    values.add(customer.id());
    values.add(fmt::format("KH{:0{}}", customer.id(), kCodeDigits));
    values.add(static_cast<double>(plan.customers));
    call.tx.send(kPut, values);
    if (!customer.contacts().empty())
        server::writeContacts(call, {}, customer);
    customer.set_code(fmt::format("KH{:0{}}", customer.id(), kCodeDigits));
    server::writeIndexes(call, customer);
}

void loadBatches(const server::ConnectOptions& access, const CustomerPlan& plan, std::atomic<std::int64_t>& next)
{
    server::Connection connection(access);
    const server::Caller nobody;
    const server::SessionInfo session;
    const std::string nothing;
    for (std::int64_t first = next.fetch_add(kBatch); first <= plan.customers; first = next.fetch_add(kBatch)) {
        server::Tx tx(connection, server::Tx::Mode::ReadWrite, {.userId = 0, .timeoutMs = kPatienceMs});
        server::Call call{nobody, session, nothing, nothing, tx};
        for (v1::Customer& customer : makeCustomers(plan.seed, first, std::min(first + kBatch, plan.customers + 1)))
            put(call, plan, customer);
        tx.commit();
    }
}

} // namespace

void loadCustomers(const server::ConnectOptions& access, const CustomerPlan& plan)
{
    std::atomic<std::int64_t> next = 1;
    std::vector<std::future<void>> loaders;
    for (int i = 0; i < kLoaders; ++i)
        loaders.push_back(
            std::async(std::launch::async, loadBatches, std::cref(access), std::cref(plan), std::ref(next)));
    for (std::future<void>& loader : loaders)
        loader.get();
}

} // namespace banhang::bench
