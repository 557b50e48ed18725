#include "server/merging/merge_store.h"

#include <algorithm>

#include <google/protobuf/util/time_util.h>

#include "common/error.h"
#include "server/customers/customer_access.h"
#include "server/fields/message_json.h"

namespace banhang::server {

using google::protobuf::util::TimeUtil;
using nlohmann::json;

namespace {

constexpr Statement kLock{
    "SELECT FROM banhang.customer c WHERE c.id = ANY ($1::bigint[]) ORDER BY c.id FOR NO KEY UPDATE"};
constexpr Statement kAncestors{
    "SELECT asked.id, banhang.customer_ancestors(asked.id) FROM unnest($1::bigint[]) AS asked (id)"};

constexpr Statement kInsert{
    "INSERT INTO banhang.customer_merge (survivor_id, version_before, survivor_before, updated_at_before, message, "
    "actor_id)"
    " SELECT c.id, c.version, $2::jsonb, c.updated_at, $3, $4::bigint FROM banhang.customer c WHERE c.id = $1"
    " RETURNING id, (extract(epoch FROM undo_until) * 1000000)::bigint"};
constexpr Statement kInsertLosers{
    "INSERT INTO banhang.customer_merge_loser (merge_id, customer_id, code, name, updated_at_before)"
    " SELECT $1::bigint, c.id, c.code, c.name, c.updated_at FROM banhang.customer c WHERE c.id = ANY ($2::bigint[])"};
constexpr Statement kFinish{"UPDATE banhang.customer_merge SET version_after = $2, brought = $3::jsonb WHERE id = $1"};

constexpr Statement kEnd{
    "UPDATE banhang.customer SET merged_into_id = $2, deleted_at = now(), version = version + 1, updated_at = now()"
    " WHERE id = $1 RETURNING version, (extract(epoch FROM updated_at) * 1000000)::bigint"};
constexpr Statement kBringBack{
    "UPDATE banhang.customer c SET merged_into_id = NULL, deleted_at = NULL, version = c.version + 1,"
    " next_contact_at = f.next_contact_at, potential = f.potential, pursuit = f.pursuit,"
    " callback_at = f.callback_at, callback_reason = f.callback_reason, talk_rhythm_days = f.talk_rhythm_days,"
    " last_contact_at = coalesce(f.last_contact_at, c.last_contact_at),"
    " updated_at = l.updated_at_before FROM banhang.customer_merge_loser l, banhang.contact_facts($1) AS f"
    " WHERE c.id = $1 AND l.merge_id = $2 AND l.customer_id = c.id"
    " RETURNING c.version, (extract(epoch FROM c.updated_at) * 1000000)::bigint"};
/// The activities know it where there are any; $3 is for customers whose talks were never written up here.
constexpr Statement kInherited{
    "UPDATE banhang.customer SET former_codes = $2::text[], next_contact_at = f.next_contact_at,"
    " potential = f.potential, pursuit = f.pursuit, callback_at = f.callback_at, callback_reason = f.callback_reason,"
    " talk_rhythm_days = f.talk_rhythm_days, last_contact_at = coalesce(f.last_contact_at,"
    " to_timestamp($3::bigint / 1000000) + ($3::bigint % 1000000) * interval '1 microsecond')"
    " FROM banhang.contact_facts($1) AS f WHERE id = $1"};
constexpr Statement kResetTime{
    "UPDATE banhang.customer c SET updated_at = m.updated_at_before FROM banhang.customer_merge m"
    " WHERE c.id = $1 AND m.id = $2 RETURNING (extract(epoch FROM c.updated_at) * 1000000)::bigint"};

#define BANHANG_MERGE_COLUMNS                                                                                          \
    "m.id, m.survivor_id, s.code, s.name, m.actor_id, (extract(epoch FROM m.merged_at) * 1000000)::bigint, "           \
    "(extract(epoch FROM m.undo_until) * 1000000)::bigint, (extract(epoch FROM m.undone_at) * 1000000)::bigint, "      \
    "coalesce(m.undone_by_id, 0), m.message, "                                                                         \
    "(SELECT jsonb_agg(jsonb_build_object('customer_id', l.customer_id, 'code', l.code, 'name', l.name) "              \
    "ORDER BY l.customer_id) FROM banhang.customer_merge_loser l WHERE l.merge_id = m.id), "                           \
    "m.version_before, coalesce(m.version_after, m.version_before), m.undo_until <= now() "                            \
    "FROM banhang.customer_merge m JOIN banhang.customer s ON s.id = m.survivor_id "

#define BANHANG_SURVIVOR_SEEN(CALLER, ALL, LEAVES)                                                                     \
    "(" ALL " OR s.unit_id = ANY (" LEAVES "::bigint[]) OR EXISTS "                                                    \
    "(SELECT FROM banhang.customer_share h WHERE h.user_id = " CALLER " AND h.customer_id = s.id))"

constexpr Statement kFind{"SELECT " BANHANG_MERGE_COLUMNS
                          "WHERE m.id = $1 AND " BANHANG_SURVIVOR_SEEN("$2", "$3", "$4")};
constexpr Statement kLockMerge{"SELECT FROM banhang.customer_merge WHERE id = $1 FOR UPDATE"};
/// $1 = below which id, $2 = whether only those that can be taken back, $3 = how many.
#define BANHANG_PAGE_OF_MERGES                                                                                         \
    " AND m.id < $1 AND (NOT $2::boolean OR (m.undone_at IS NULL AND m.undo_until > now())) ORDER BY m.id DESC LIMIT " \
    "$3"

constexpr Statement kListAll{"SELECT " BANHANG_MERGE_COLUMNS "WHERE true" BANHANG_PAGE_OF_MERGES};
/// $4 = caller, $5 = leaves seen: a page of each, and of what is shared, and of these the newest.
constexpr Statement kListSeen{
    "SELECT " BANHANG_MERGE_COLUMNS "WHERE m.id = ANY (ARRAY(SELECT p.id FROM (SELECT l.id FROM unnest($5::bigint[])"
    " AS u (leaf) CROSS JOIN LATERAL (SELECT m.id FROM banhang.customer_merge m WHERE m.unit_id = "
    "u.leaf" BANHANG_PAGE_OF_MERGES
    ") AS l UNION ALL (SELECT m.id FROM banhang.customer_share h JOIN banhang.customer_merge m"
    " ON m.survivor_id = h.customer_id WHERE h.user_id = $4 AND NOT m.unit_id = ANY ($5)" BANHANG_PAGE_OF_MERGES
    ")) AS p ORDER BY p.id DESC LIMIT $3)) ORDER BY m.id DESC"};
/// $4 = the survivor.
constexpr Statement kListOfCustomer{"SELECT " BANHANG_MERGE_COLUMNS
                                    "WHERE m.survivor_id = $4 AND " BANHANG_SURVIVOR_SEEN("$5", "$6", "$7")
                                        BANHANG_PAGE_OF_MERGES};

constexpr Statement kMergesOf{
    "SELECT m.id, m.survivor_before, m.version_before, coalesce(m.version_after, m.version_before),"
    " coalesce(m.undo_version_before, 0), coalesce(m.undo_version_after, 0), m.brought"
    " FROM banhang.customer_merge m WHERE m.survivor_id = $1 ORDER BY m.id"};
constexpr Statement kChanges{"SELECT version, fields FROM banhang.change_log"
                             " WHERE entity = 'customer' AND entity_id = $1 AND version > $2 ORDER BY version"};
constexpr Statement kMarkUndone{
    "UPDATE banhang.customer_merge SET undone_at = now(), undone_by_id = $2, undo_version_before = $3,"
    " undo_version_after = $4 WHERE id = $1"};

google::protobuf::Timestamp timeOf(std::int64_t micros)
{
    return TimeUtil::MicrosecondsToTimestamp(micros);
}

StoredMerge readMerge(const Row& row)
{
    StoredMerge stored;
    v1::Merge& merge = stored.merge;
    merge.set_id(row.int64(0));
    merge.mutable_survivor()->set_customer_id(row.int64(1));
    merge.mutable_survivor()->set_code(row.string(2));
    merge.mutable_survivor()->set_name(row.string(3));
    merge.set_actor_user_id(row.int64(4));
    *merge.mutable_merge_time() = timeOf(row.int64(5));
    *merge.mutable_undo_end_time() = timeOf(row.int64(6));
    if (const auto undone = row.micros(7))
        *merge.mutable_undo_time() = timeOf(*undone);
    merge.set_undone_by_user_id(row.int64(8));
    merge.set_message(row.string(9));
    for (const json& loser : json::parse(row.text(10)))
        fromJson(loser, *merge.add_losers());
    stored.span = {row.int64(11), row.int64(12)};
    stored.isExpired = row.boolean(13);
    return stored;
}

void takeVersion(const Rows& rows, v1::Customer& customer)
{
    customer.set_version(rows.front().int64(0));
    *customer.mutable_update_time() = timeOf(rows.front().int64(1));
}

v1::Customer customerOf(std::string_view text)
{
    v1::Customer customer;
    fromJson(json::parse(text), customer);
    return customer;
}

} // namespace

MergeSides StoredMerge::sides() const
{
    MergeSides sides{merge.id(), merge.survivor().customer_id(), {}};
    for (const v1::MergedCustomer& loser : merge.losers())
        sides.loserIds.push_back(loser.customer_id());
    return sides;
}

void lockCustomers(Call& call, std::vector<std::int64_t> ids)
{
    std::ranges::sort(ids);
    call.tx.enqueue(kLock, ids);
}

Ancestors ancestorsOf(Call& call, const std::vector<std::int64_t>& ids)
{
    Ancestors ancestors;
    if (ids.empty())
        return ancestors;
    const Rows rows = call.tx.query(kAncestors, ids);
    for (const Row row : rows)
        if (!row.isNull(1))
            ancestors[row.int64(0)] = row.int64s(1);
    return ancestors;
}

NewMerge insertMerge(Call& call, const v1::Customer& survivor, const std::vector<v1::Customer>& losers,
                     const std::string& message)
{
    const Rows rows = call.tx.query(kInsert, survivor.id(), toJson(survivor).dump(), message, call.caller.userId);
    const NewMerge merge{rows.front().int64(0), rows.front().int64(1)};
    std::vector<std::int64_t> ids;
    ids.reserve(losers.size());
    for (const v1::Customer& loser : losers)
        ids.push_back(loser.id());
    call.tx.enqueue(kInsertLosers, merge.id, ids);
    return merge;
}

void finishMerge(Call& call, std::int64_t mergeId, std::int64_t survivorVersion, const json& brought)
{
    call.tx.enqueue(kFinish, mergeId, survivorVersion, brought.dump());
}

void endCustomer(Call& call, v1::Customer& loser, std::int64_t survivorId)
{
    takeVersion(call.tx.query(kEnd, loser.id(), survivorId), loser);
    *loser.mutable_delete_time() = loser.update_time();
    loser.set_merged_into_id(survivorId);
}

void bringBackCustomer(Call& call, v1::Customer& loser, std::int64_t mergeId)
{
    takeVersion(call.tx.query(kBringBack, loser.id(), mergeId), loser);
    loser.clear_delete_time();
    loser.clear_merged_into_id();
}

void writeInherited(Call& call, const v1::Customer& survivor)
{
    const std::vector<std::string> codes(survivor.former_codes().begin(), survivor.former_codes().end());
    const std::optional<std::int64_t> talk =
        survivor.has_last_contact_time()
            ? std::optional(TimeUtil::TimestampToMicroseconds(survivor.last_contact_time()))
            : std::nullopt;
    call.tx.enqueue(kInherited, survivor.id(), codes, talk);
}

void resetUpdateTime(Call& call, std::int64_t mergeId, v1::Customer& survivor)
{
    const Rows rows = call.tx.query(kResetTime, survivor.id(), mergeId);
    *survivor.mutable_update_time() = timeOf(rows.front().int64(0));
}

std::optional<StoredMerge> findMerge(Call& call, std::int64_t mergeId, bool lock)
{
    if (lock)
        call.tx.enqueue(kLockMerge, mergeId);
    const UnitSet& seen = call.caller.units(kViewCustomer);
    const Rows rows = call.tx.query(kFind, mergeId, call.caller.userId, seen.all, seen.leaves);
    return rows.empty() ? std::nullopt : std::optional(readMerge(rows.front()));
}

SurvivorPast pastOf(Call& call, const StoredMerge& merge)
{
    SurvivorPast past;
    bool hasBase = false;
    bool hasBefore = false;
    VersionSpan base;
    std::map<std::int64_t, json> brought;
    const Rows merges = call.tx.query(kMergesOf, merge.merge.survivor().customer_id());
    for (const Row row : merges) {
        // What is not kept any more came before everything that is.
        if (row.isNull(1))
            continue;
        if (!hasBase) {
            past.base = customerOf(row.text(1));
            base.before = row.int64(2);
            hasBase = true;
        }
        if (row.int64(0) == merge.merge.id()) {
            past.beforeMerge = customerOf(row.text(1));
            hasBefore = true;
        }
        brought[row.int64(3)] = json::parse(row.text(6));
        if (row.int64(5) != 0) {
            past.undone.push_back({row.int64(2), row.int64(3)});
            past.undone.push_back({row.int64(4), row.int64(5)});
        }
    }
    if (!hasBefore)
        throw AppError(ErrorCode::Refused, "merge.expired");
    const Rows changes = call.tx.query(kChanges, merge.merge.survivor().customer_id(), base.before);
    for (const Row row : changes)
        past.changes.push_back({row.int64(0), json::parse(row.text(1)), brought[row.int64(0)]});
    return past;
}

void markUndone(Call& call, std::int64_t mergeId, std::int64_t versionBefore, std::int64_t versionAfter)
{
    call.tx.enqueue(kMarkUndone, mergeId, call.caller.userId, versionBefore, versionAfter);
}

std::vector<v1::Merge> listMerges(Call& call, const v1::ListMergesRequest& wanted, std::int64_t beforeId, int limit)
{
    constexpr std::int64_t kNoEnd = std::numeric_limits<std::int64_t>::max();
    const UnitSet& seen = call.caller.units(kViewCustomer);
    const std::int64_t before = beforeId == 0 ? kNoEnd : beforeId;
    const auto list = [&](const Statement& statement, const auto&... which) {
        return call.tx.query(statement, before, wanted.undoable(), limit, which...);
    };
    const std::int64_t me = call.caller.userId;
    const Rows rows = wanted.customer_id() != 0 ? list(kListOfCustomer, wanted.customer_id(), me, seen.all, seen.leaves)
                      : seen.all                ? list(kListAll)
                                                : list(kListSeen, me, seen.leaves);
    std::vector<v1::Merge> merges;
    for (const Row row : rows)
        merges.push_back(readMerge(row).merge);
    return merges;
}

} // namespace banhang::server
