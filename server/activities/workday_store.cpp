#include "server/activities/workday_store.h"

#include <google/protobuf/util/time_util.h>
#include <nlohmann/json.hpp>

#include "server/activities/activity_row.h"
#include "server/core/database/timestamp_text.h"
#include "server/fields/message_json.h"

namespace banhang::server {

using google::protobuf::util::TimeUtil;

namespace {

constexpr std::int64_t kMinute = 60'000'000;
constexpr std::int64_t kGrace = 15 * kMinute;

/// Everywhere: $1 person (of the callbacks: their leaf), $2 to $8 as in activity_row.h, $9 how many. Of somebody else's
/// day only what the caller sees counts, be it for the days and marks that the lists give.
#define BANHANG_OF_PERSON                                                                                              \
    "p.user_id = $1 AND NOT p.is_binned AND ($1 = $2::bigint OR EXISTS (SELECT FROM " BANHANG_ACTIVITY_SOURCE          \
    " WHERE a.id = p.activity_id AND " BANHANG_ACTIVITY_SEEN " OFFSET 0))"

/// What is over: moments passed by a quarter of an hour ($10), days before today ($11 its beginning).
#define BANHANG_OVER                                                                                                   \
    "p.is_open AND CASE WHEN p.is_timed THEN p.over_at < $10::timestamptz ELSE p.over_at <= $11::timestamptz END"

/// $12 now.
constexpr Statement kOverdue{"SELECT p.activity_id FROM banhang.activity_person p WHERE " BANHANG_OF_PERSON
                             " AND p.is_open AND p.sort_at < $12::timestamptz AND " BANHANG_OVER
                             " ORDER BY p.sort_at, p.activity_id LIMIT $9"};

/// $12 the beginning of tomorrow. Nothing lasts longer than 31 days, which bounds the range of the index.
constexpr Statement kTimed{
    "SELECT p.activity_id FROM banhang.activity_person p WHERE " BANHANG_OF_PERSON
    " AND p.is_timed AND p.sort_at < $12::timestamptz"
    " AND p.sort_at > $11::timestamptz - interval '32 days' AND p.over_at >= $11::timestamptz AND NOT (" BANHANG_OVER
    ") ORDER BY p.sort_at, p.activity_id LIMIT $9"};

/// Of today, ticked off today, and without a term; these last. $10 the beginning of today, $11 of tomorrow. What has a
/// moment today stands among the timed ones, and a talk that was only written down today was never ticked off.
constexpr Statement kUntimed{
    "SELECT DISTINCT l.sort_at, l.activity_id FROM ("
    "(SELECT p.sort_at, p.activity_id FROM banhang.activity_person p WHERE " BANHANG_OF_PERSON
    " AND NOT p.is_timed AND p.sort_at < $11::timestamptz"
    " AND p.sort_at > $10::timestamptz - interval '32 days' AND p.over_at > $10::timestamptz"
    " ORDER BY p.sort_at, p.activity_id LIMIT $9)"
    " UNION ALL (SELECT p.sort_at, p.activity_id FROM banhang.activity_person p WHERE " BANHANG_OF_PERSON
    " AND NOT p.is_open AND p.closed_at >= $10::timestamptz"
    " AND (NOT p.is_timed OR ((p.over_at < $10::timestamptz OR p.sort_at >= $11::timestamptz)"
    " AND EXISTS (SELECT FROM banhang.activity f WHERE f.id = p.activity_id AND f.created_at < f.closed_at)))"
    " ORDER BY p.closed_at LIMIT $9)"
    " UNION ALL (SELECT p.sort_at, p.activity_id FROM banhang.activity_person p WHERE " BANHANG_OF_PERSON
    " AND p.is_open AND p.sort_at = 'infinity'"
    " ORDER BY p.activity_id LIMIT $9)) AS l ORDER BY l.sort_at, l.activity_id LIMIT $9"};

/// $10 the beginning of tomorrow, $11 the end of the next day of work.
constexpr Statement kComing{
    "SELECT p.activity_id, (extract(epoch FROM p.sort_at) * 1000000)::bigint FROM banhang.activity_person p"
    " WHERE " BANHANG_OF_PERSON " AND p.is_open AND p.sort_at >= $10::timestamptz AND p.sort_at < $11::timestamptz"
    " ORDER BY p.sort_at, p.activity_id LIMIT $9"};

constexpr Statement kCallbacks{"SELECT a.id FROM " BANHANG_ACTIVITY_SOURCE
                               " WHERE a.unit_id = $1 AND a.deleted_at IS NULL AND a.state = 1 AND a.is_callback"
                               " AND " BANHANG_ACTIVITY_SEEN " ORDER BY a.sort_at, a.id LIMIT $9"};

constexpr Statement kUntouched{
    "SELECT c.id, c.name, c.source_key, (extract(epoch FROM c.created_at) * 1000000)::bigint FROM banhang.customer c"
    " WHERE c.unit_id = $1 AND c.deleted_at IS NULL AND c.last_contact_at IS NULL AND c.next_contact_at IS NULL"
    " ORDER BY c.created_at, c.id LIMIT $2"};

constexpr Statement kYearly{
    "SELECT c.id, c.name, 0, '', 'occasion.birthday', c.birthday::text FROM banhang.customer c"
    " WHERE $3 AND c.unit_id = $1 AND c.deleted_at IS NULL AND c.birthday_key = ANY ($2::smallint[])"
    " UNION ALL SELECT c.id, c.name, t.id, t.name, 'occasion.birthday', t.birthday::text FROM banhang.customer c"
    " JOIN banhang.contact t ON t.customer_id = c.id AND NOT t.removed AND t.birthday_key IS NOT NULL"
    " AND t.birthday_key = ANY ($2::smallint[]) WHERE $3 AND c.unit_id = $1 AND c.deleted_at IS NULL"
    " UNION ALL SELECT c.id, c.name, 0, '', 'occasion.founded', jsonb_build_object('date', jsonb_build_object("
    "'year', extract(year FROM c.founded_date)::int, 'month', extract(month FROM c.founded_date)::int,"
    " 'day', extract(day FROM c.founded_date)::int))::text FROM banhang.customer c"
    " WHERE c.unit_id = $1 AND c.deleted_at IS NULL AND c.founded_key = ANY ($2::smallint[])"};

/// Takes the ids of a column over.
Tx::Handler into(std::vector<std::int64_t>& ids, int column = 0)
{
    return [&ids, column](const Rows& rows) {
        ids.clear();
        for (const Row row : rows)
            ids.push_back(row.int64(column));
    };
}

YearlyDay yearlyDay(const std::string& text)
{
    v1::Birthday stored;
    fromJson(nlohmann::json::parse(text), stored);
    return {{stored.date().year(), stored.date().month(), stored.date().day()}, stored.lunar(), stored.leap_month()};
}

} // namespace

WorkdayIds workdayIds(Call& call, const WorkdayPerson& person, std::int64_t nowMicros, int limit, int callbackLimit)
{
    const vn::Date today = dayOf(nowMicros);
    const std::string over = timestampOfMicros(nowMicros - kGrace);
    const std::string begin = timestampOfMicros(beginOfDay(today));
    const std::string tomorrow = timestampOfMicros(beginOfDay(vn::addDays(today, 1)));
    const std::string horizon = timestampOfMicros(beginOfDay(vn::addDays(nextWorkingDay(today), 1)));
    WorkdayIds ids;
    const auto places = [&](const auto& key, int most, const auto&... times) {
        Params params = activitySeenBy(call.caller, key);
        params.add(most);
        (params.add(times), ...);
        return params;
    };
    const std::int64_t user = person.userId;
    const std::string now = timestampOfMicros(nowMicros);
    call.tx.sendExpecting(kOverdue, places(user, limit, over, begin, now), into(ids.overdue));
    call.tx.sendExpecting(kTimed, places(user, limit, over, begin, tomorrow), into(ids.timed));
    call.tx.sendExpecting(kUntimed, places(user, limit, begin, tomorrow), into(ids.untimed, 1));
    call.tx.sendExpecting(kCallbacks, places(person.unitId, callbackLimit), into(ids.callbacks));
    const Rows rows = call.tx.run(kComing, places(user, limit, tomorrow, horizon));
    for (const Row row : rows)
        ids.coming.emplace_back(row.int64(0), row.int64(1));
    return ids;
}

std::vector<v1::UntouchedCustomer> untouchedCustomers(Call& call, const WorkdayPerson& person, int limit)
{
    std::vector<v1::UntouchedCustomer> customers;
    const Rows rows = call.tx.query(kUntouched, person.unitId, limit);
    for (const Row row : rows) {
        v1::UntouchedCustomer& customer = customers.emplace_back();
        customer.set_customer_id(row.int64(0));
        customer.set_name(row.string(1));
        customer.set_source_key(row.string(2));
        *customer.mutable_create_time() = TimeUtil::MicrosecondsToTimestamp(row.int64(3));
    }
    return customers;
}

std::vector<StoredOccasion> yearlyDays(Call& call, const WorkdayPerson& person, const std::vector<std::int64_t>& keys,
                                       bool withBirthdays)
{
    std::vector<StoredOccasion> days;
    const Rows rows = call.tx.query(kYearly, person.unitId, keys, withBirthdays);
    for (const Row row : rows) {
        StoredOccasion& day = days.emplace_back();
        day.occasion.set_customer_id(row.int64(0));
        day.occasion.set_customer_name(row.string(1));
        day.occasion.set_contact_id(row.int64(2));
        day.occasion.set_contact_name(row.string(3));
        day.occasion.set_key(row.string(4));
        day.yearly = yearlyDay(row.string(5));
        day.occasion.set_is_lunar(day.yearly.isLunar);
    }
    return days;
}

} // namespace banhang::server
