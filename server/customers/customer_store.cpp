#include "server/customers/customer_store.h"

#include <unordered_map>

#include <google/protobuf/util/time_util.h>

#include "common/error.h"
#include "server/core/change_log/record_version.h"
#include "server/core/database/constraint_errors.h"
#include "server/customers/customer_access.h"
#include "server/customers/customer_row.h"

namespace banhang::server {

using google::protobuf::util::TimeUtil;

namespace {

/// $2 = caller, $3 = sees the whole company, $4 = leaves seen.
#define BANHANG_SEEN                                                                                                   \
    "($3 OR c.unit_id = ANY ($4::bigint[]) OR EXISTS "                                                                 \
    "(SELECT FROM banhang.customer_share s WHERE s.user_id = $2 AND s.customer_id = c.id))"

// BANHANG_SEEN with the share looked up once, for its level too.
constexpr Statement kFind{"SELECT " BANHANG_FULL_COLUMNS ", coalesce(s.level, 0) FROM banhang.customer c"
                          " LEFT JOIN banhang.customer_share s ON s.user_id = $2 AND s.customer_id = c.id"
                          " WHERE c.id = $1 AND ($3 OR c.unit_id = ANY ($4::bigint[]) OR s.customer_id IS NOT NULL)"};

constexpr Statement kSurvivor{"SELECT banhang.survivor_of($1)"};

constexpr Statement kLock{"SELECT FROM banhang.customer c WHERE c.id = $1 FOR NO KEY UPDATE"};

constexpr Statement kHold{"SELECT banhang.hold_customers($1::bigint[])"};

constexpr Statement kReadBasic{
    "SELECT " BANHANG_LIST_COLUMNS " FROM banhang.customer c"
    " WHERE c.id = ANY ($1::bigint[]) AND (c.deleted_at IS NOT NULL) = $5 AND " BANHANG_SEEN};
constexpr Statement kReadFull{"SELECT " BANHANG_FULL_COLUMNS " FROM banhang.customer c"
                              " WHERE c.id = ANY ($1::bigint[]) AND (c.deleted_at IS NOT NULL) = $5 AND " BANHANG_SEEN};

/// The columns of writtenValues(), $1 to $33.
constexpr Statement kInsert{
    "WITH number AS MATERIALIZED (SELECT nextval('banhang.customer_code_seq')::text AS digits)"
    " INSERT INTO banhang.customer (kind, name, sort_key, honorific, gender, birthday, founded_date, phones, emails,"
    " addresses, province_code, tax_code, website, source_key, trade_key, occupation_key, income_band_key,"
    " finances_key, need_keys, habit_keys, trait_keys, needs_text, business_text, watch_points, parent_id,"
    " parent_relation, status_key, tier_key, group_key, do_not_call, note, old_province_code, tag_keys, owner_id,"
    " unit_id, created_by_id, code, code_key)"
    " SELECT $1::smallint, $2, $3, $4::smallint, $5::smallint, $6::jsonb, $7::date, $8::jsonb, $9::jsonb, $10::jsonb,"
    " $11, $12, $13, $14, $15, $16, $17, $18, $19::text[], $20::text[], $21::text[], $22, $23, $24::jsonb,"
    " $25::bigint, $26::smallint, $27, $28, $29, $30::boolean, $31, $32, $33::text[], $34::bigint,"
    " $35::bigint, nullif($36::bigint, 0),"
    " 'KH' || lpad(digits, greatest(6, length(digits)), '0'), 'KH' || lpad(digits, 12, '0') FROM number"
    " RETURNING id, code, version, (extract(epoch FROM created_at) * 1000000)::bigint"};

constexpr Statement kUpdate{
    "UPDATE banhang.customer SET kind = $1, name = $2, sort_key = $3, honorific = $4, gender = $5, birthday = $6,"
    " founded_date = $7, phones = $8, emails = $9, addresses = $10, province_code = $11, tax_code = $12, website = $13,"
    " source_key = $14, trade_key = $15, occupation_key = $16, income_band_key = $17, finances_key = $18,"
    " need_keys = $19, habit_keys = $20, trait_keys = $21, needs_text = $22, business_text = $23, watch_points = $24,"
    " parent_id = $25, parent_relation = $26, status_key = $27, tier_key = $28, group_key = $29, do_not_call = $30,"
    " note = $31, old_province_code = $32, tag_keys = $33, version = version + 1, updated_at = now()"
    " WHERE id = $34 AND version = $35 AND unit_id = $36 AND deleted_at IS NULL"
    " RETURNING version, (extract(epoch FROM updated_at) * 1000000)::bigint"};

constexpr Statement kSetBinned{
    "UPDATE banhang.customer SET deleted_at = CASE WHEN $4 THEN now() END, version = version + 1, updated_at = now()"
    " WHERE id = $1 AND version = $2 AND unit_id = $3"
    " RETURNING version, (extract(epoch FROM updated_at) * 1000000)::bigint"};

constexpr Statement kBump{"UPDATE banhang.customer SET version = version + 1, updated_at = now()"
                          " WHERE id = $1 AND version = $2 AND unit_id = $3"
                          " RETURNING version, (extract(epoch FROM updated_at) * 1000000)::bigint"};

constexpr Statement kAssign{"SELECT customer_id, version, owner_before, unit_before, unit_after"
                            " FROM banhang.assign_customers($1::bigint[], $2)"};

constexpr Statement kCards{
    "SELECT customer_id, name, owner_id, group_key, do_not_call FROM banhang.public_cards($1::bigint[])"};
constexpr Statement kCardsEnabled{"SELECT public_card_enabled FROM banhang.company"};

/// The places $2 to $4 of BANHANG_SEEN behind the one that is searched for.
template <typename Key>
Params seenBy(const Caller& caller, const Key& key)
{
    const UnitSet& seen = caller.units(kViewCustomer);
    return Params::of(key, caller.userId, seen.all, seen.leaves);
}

/// The words of a talk are for those who see talks at all.
v1::Customer withoutTalks(const Caller& caller, v1::Customer customer)
{
    constexpr Right kViewActivity{v1::RESOURCE_ACTIVITY, v1::ACTION_VIEW};
    if (!caller.may(kViewActivity))
        customer.clear_callback_reason();
    return customer;
}

[[noreturn]] void throwConflict(std::int64_t version)
{
    throwEditConflict("customer.edit_conflict", version);
}

/// Takes over the version and time that a guarded write made.
void takeVersion(const Rows& rows, v1::Customer& customer)
{
    if (rows.empty())
        throwConflict(customer.version());
    customer.set_version(rows.front().int64(0));
    *customer.mutable_update_time() = TimeUtil::MicrosecondsToTimestamp(rows.front().int64(1));
}

} // namespace

void registerCustomersConstraints(ConstraintErrors& errors)
{
    errors.add("customer_code_unique", ErrorCode::Unavailable, "database.contention");
}

std::optional<StoredCustomer> findCustomer(Call& call, std::int64_t id)
{
    const Rows rows = call.tx.run(kFind, seenBy(call.caller, id));
    if (rows.empty())
        return std::nullopt;
    return StoredCustomer{withoutTalks(call.caller, readFull(rows.front())),
                          static_cast<v1::ShareLevel>(rows.front().int32(kFullColumnCount))};
}

std::optional<StoredCustomer> findSurvivor(Call& call, std::int64_t id)
{
    const Rows rows = call.tx.query(kSurvivor, id);
    if (rows.front().isNull(0) || rows.front().int64(0) == id)
        return std::nullopt;
    return findCustomer(call, rows.front().int64(0));
}

std::optional<StoredCustomer> lockCustomer(Call& call, std::int64_t id)
{
    // Two statements in one round trip: the second has a snapshot of after the lock, which contact persons need.
    call.tx.enqueue(kLock, id);
    return findCustomer(call, id);
}

void lockMergeSurvivors(Tx& tx, const std::vector<std::int64_t>& ids)
{
    tx.enqueue(kHold, ids);
}

std::vector<v1::Customer> readCustomers(Call& call, const std::vector<std::int64_t>& ids, v1::CustomerView view,
                                        bool binned)
{
    const bool full = view == v1::CUSTOMER_VIEW_FULL;
    Params params = seenBy(call.caller, ids);
    params.add(binned);
    const Rows rows = call.tx.run(full ? kReadFull : kReadBasic, params);
    std::unordered_map<std::int64_t, int> places;
    for (int i = 0; i < rows.size(); ++i)
        places.emplace(rows[i].int64(0), i);
    std::vector<v1::Customer> customers;
    customers.reserve(places.size());
    for (const std::int64_t id : ids) {
        const auto place = places.find(id);
        if (place == places.end())
            continue;
        const Row row = rows[place->second];
        customers.push_back(withoutTalks(call.caller, full ? readFull(row) : readBasic(row)));
        places.erase(place);
    }
    return customers;
}

void insertCustomer(Call& call, v1::Customer& customer)
{
    Params values = writtenValues(customer);
    values.add(customer.owner_user_id());
    values.add(customer.unit_id());
    values.add(call.caller.userId);
    const Rows rows = call.tx.run(kInsert, values);
    const Row row = rows.front();
    customer.set_id(row.int64(0));
    customer.set_code(row.string(1));
    customer.set_version(row.int64(2));
    *customer.mutable_create_time() = TimeUtil::MicrosecondsToTimestamp(row.int64(3));
    *customer.mutable_update_time() = customer.create_time();
    customer.set_creator_user_id(call.caller.userId);
}

void updateCustomer(Call& call, v1::Customer& customer)
{
    Params values = writtenValues(customer);
    values.add(customer.id());
    values.add(customer.version());
    values.add(customer.unit_id());
    takeVersion(call.tx.run(kUpdate, values), customer);
}

void setBinned(Call& call, v1::Customer& customer, bool binned)
{
    takeVersion(call.tx.query(kSetBinned, customer.id(), customer.version(), customer.unit_id(), binned), customer);
    if (binned)
        *customer.mutable_delete_time() = customer.update_time();
    else
        customer.clear_delete_time();
}

void bumpVersion(Call& call, v1::Customer& customer)
{
    takeVersion(call.tx.query(kBump, customer.id(), customer.version(), customer.unit_id()), customer);
}

std::vector<AssignedCustomer> assignOwner(Call& call, const std::vector<std::int64_t>& ids, std::int64_t ownerId)
{
    std::vector<AssignedCustomer> assigned;
    const Rows rows = call.tx.query(kAssign, ids, ownerId);
    for (const Row row : rows)
        assigned.push_back({row.int64(0), row.int64(1), row.int64(2), row.int64(3), row.int64(4)});
    return assigned;
}

std::vector<v1::PublicCard> readPublicCards(Call& call, const std::vector<std::int64_t>& ids)
{
    std::unordered_map<std::int64_t, v1::PublicCard> found;
    const Rows rows = call.tx.query(kCards, ids);
    for (const Row row : rows) {
        v1::PublicCard& card = found[row.int64(0)];
        card.set_name(row.string(1));
        card.set_owner_user_id(row.int64(2));
        card.set_group_key(row.string(3));
        card.set_do_not_call(row.boolean(4));
    }
    std::vector<v1::PublicCard> cards;
    for (const std::int64_t id : ids)
        if (const auto card = found.find(id); card != found.end())
            cards.push_back(std::move(card->second));
    return cards;
}

bool arePublicCardsEnabled(Call& call)
{
    const Rows rows = call.tx.query(kCardsEnabled);
    return rows.front().boolean(0);
}

} // namespace banhang::server
