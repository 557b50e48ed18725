#include "server/customers/list/customer_filter_store.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "server/customers/rules/period_rules.h"
#include "server/fields/text_rules.h"

namespace banhang::server {

namespace {

using Values = google::protobuf::RepeatedPtrField<std::string>;
constexpr int kMaxValues = 500;

// What is not asked for is left out of the text: a list has some forty conditions, and reading and planning those that
// say nothing took most of the time of a list.

/// A single value as an equation, because only that keeps the order of an index.
template <typename Chosen>
std::string anyOf(ComposedQuery& query, const std::string& column, const Chosen& values, const std::string& type)
{
    if (values.empty())
        return {};
    if (values.size() > 1)
        return " AND " + column + " = ANY (" + query.bind(given(values), type + "[]") + ")";
    return " AND " + column + " = " + query.bind(values[0], type);
}

std::string noneOf(ComposedQuery& query, const std::string& column, const Values& values)
{
    return values.empty() ? "" : " AND NOT " + column + " = ANY (" + query.bind(given(values), "text[]") + ")";
}

/// Owners and units that are left out leave most customers over: no index would help, so they are conditions here and
/// not a matter of the scope.
std::string notOwnedBy(ComposedQuery& query, const v1::CustomerFilter& filter)
{
    std::string sql;
    if (!filter.not_owner_user_ids().empty())
        sql += " AND NOT c.owner_id = ANY (" + query.bind(given(filter.not_owner_user_ids()), "bigint[]") + ")";
    if (!filter.not_unit_ids().empty())
        sql += " AND NOT c.unit_id = ANY (ARRAY(SELECT o.id FROM banhang.org_unit o WHERE o.kind = 4 AND o.path && " +
               query.bind(given(filter.not_unit_ids()), "bigint[]") + "))";
    return sql;
}

/// Of a bound that is given.
std::string midnight(ComposedQuery& query, const DayBound& bound)
{
    const std::string zone = " AT TIME ZONE 'Asia/Ho_Chi_Minh'";
    if (bound.day)
        return "(" + query.bind(*bound.day, "timestamp") + zone + ")";
    return "((date_trunc(" + query.bind(bound.unit.value_or("day"), "text") + ", now()" + zone + ") + " +
           query.bind(bound.offset, "integer") + " * interval '1 day' + " + query.bind(bound.months, "integer") +
           " * interval '1 month')" + zone + ")";
}

/// Each part is a condition of its own, so that it finds its index: on the bare column, whose statistics the planner
/// knows. What never was is neither before nor after any day.
std::string within(ComposedQuery& query, const std::string& column, const DayRange& range)
{
    std::string sql;
    if (range.from.isGiven())
        sql += " AND " + column + " >= " + midnight(query, range.from);
    if (range.until.isGiven()) {
        const std::string before = column + " < " + midnight(query, range.until);
        sql += range.orNever ? " AND (" + before + " OR " + column + " IS NULL)" : " AND " + before;
    }
    return range.isNever ? sql + " AND " + column + " IS NULL" : sql;
}

std::string notWithin(ComposedQuery& query, const std::string& column, const DayRange& range)
{
    return range.isGiven() ? " AND (true" + within(query, column, range) + ") IS NOT TRUE" : "";
}

/// Nobody is silent before the shortest time that the rhythm allows, which bounds the range of an index.
std::string silent(ComposedQuery& query, int days)
{
    constexpr int kMinDays = 14;
    if (days <= 0)
        return {};
    const auto ago = [&query](const std::string& number) {
        return midnight(query, {.unit = "day"}) + " - " + number + " * interval '1 day'";
    };
    return " AND c.last_contact_at < " + ago(query.bind(std::min(days, kMinDays), "integer")) +
           " AND (c.last_contact_at < " + ago(query.bind(days, "integer")) +
           " OR c.talk_rhythm_days > 0 AND c.last_contact_at < " +
           ago("greatest(" + query.bind(kMinDays, "integer") + ", 2 * c.talk_rhythm_days)") + ")";
}

std::string tagged(ComposedQuery& query, const Values& keys, const char* exists)
{
    if (keys.empty())
        return {};
    const std::string bearers =
        " (SELECT FROM banhang.customer_tag g WHERE g.customer_id = c.id AND g.tag_key = ANY (" +
        query.bind(given(keys), "text[]") + "))";
    return std::string(" AND ") + exists + bearers;
}

} // namespace

std::string filterConditions(ComposedQuery& query, const v1::CustomerFilter& filter)
{
    std::string sql = anyOf(query, "c.status_key", filter.status_keys(), "text");
    sql += noneOf(query, "c.status_key", filter.not_status_keys());
    sql += anyOf(query, "c.province_code", filter.province_codes(), "text");
    sql += noneOf(query, "c.province_code", filter.not_province_codes());
    sql += anyOf(query, "c.old_province_code", filter.old_province_codes(), "text");
    sql += noneOf(query, "c.old_province_code", filter.not_old_province_codes());
    sql += anyOf(query, "c.source_key", filter.source_keys(), "text");
    sql += noneOf(query, "c.source_key", filter.not_source_keys());
    sql += anyOf(query, "c.trade_key", filter.trade_keys(), "text");
    sql += noneOf(query, "c.trade_key", filter.not_trade_keys());
    sql += anyOf(query, "c.tier_key", filter.tier_keys(), "text");
    sql += noneOf(query, "c.tier_key", filter.not_tier_keys());
    sql += anyOf(query, "c.group_key", filter.group_keys(), "text");
    sql += noneOf(query, "c.group_key", filter.not_group_keys());
    sql += notOwnedBy(query, filter);
    sql += anyOf(query, "c.kind", filter.kinds(), "smallint");
    sql += anyOf(query, "c.potential", filter.potentials(), "smallint");
    sql += anyOf(query, "c.pursuit", filter.pursuits(), "smallint");
    sql += within(query, "c.next_contact_at", dayRangeAhead(filter.next_contact()));
    sql += within(query, "c.callback_at", dayRangeAhead(filter.callback()));
    sql += silent(query, filter.silent_days());
    sql += within(query, "c.last_contact_at", dayRange(filter.last_contact()));
    sql += notWithin(query, "c.last_contact_at", dayRange(filter.not_last_contact()));
    sql += within(query, "c.created_at", dayRange(filter.created()));
    sql += notWithin(query, "c.created_at", dayRange(filter.not_created()));
    return sql + tagged(query, filter.tag_keys(), "EXISTS") + tagged(query, filter.not_tag_keys(), "NOT EXISTS");
}

Issues filterIssues(const v1::CustomerFilter& filter)
{
    Issues issues;
    checkEnums(filter, issues);
    const auto& reflection = *v1::CustomerFilter::GetReflection();
    const auto& type = *v1::CustomerFilter::descriptor();
    for (int i = 0; i < type.field_count(); ++i)
        if (type.field(i)->is_repeated())
            checkCount(issues, type.field(i)->name(), reflection.FieldSize(filter, type.field(i)), kMaxValues);
    for (const auto& [name, period] : {std::pair("last_contact", &filter.last_contact()),
                                       {"not_last_contact", &filter.not_last_contact()},
                                       {"next_contact", &filter.next_contact()},
                                       {"callback", &filter.callback()},
                                       {"created", &filter.created()},
                                       {"not_created", &filter.not_created()}}) {
        checkEnums(*period, issues);
        checkPeriod(*period, name, issues);
    }
    if (filter.silent_days() < 0 || filter.silent_days() > kMaxDays)
        addError(issues, "silent_days", "period.days", {{"max", std::to_string(kMaxDays)}});
    return issues;
}

} // namespace banhang::server
