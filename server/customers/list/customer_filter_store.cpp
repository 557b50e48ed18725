#include "server/customers/list/customer_filter_store.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "server/customers/rules/period_rules.h"
#include "server/fields/text_rules.h"

namespace banhang::server {

namespace {

using Values = google::protobuf::RepeatedPtrField<std::string>;
constexpr int kMostValues = 500;

/// A single value as an equation, because only that keeps the order of an index.
std::string anyOf(ComposedQuery& query, const std::string& column, const Values& values)
{
    const auto single = values.size() == 1 ? std::optional(values[0]) : std::nullopt;
    const auto several = values.size() > 1 ? given(values) : std::nullopt;
    const std::string one = query.bind(single, "text");
    const std::string many = query.bind(several, "text[]");
    return " AND (" + one + " IS NULL OR " + column + " = " + one + ") AND (" + many + " IS NULL OR " + column +
           " = ANY (" + many + "))";
}

/// As anyOf, for choices; those of an index that leaves unjudged customers out are named by a constant of the plan.
template <typename Choices>
std::string anyChoice(ComposedQuery& query, const std::string& column, const Choices& choices)
{
    const auto single = choices.size() == 1 ? std::optional<std::int64_t>(choices[0]) : std::nullopt;
    const auto several = choices.size() > 1 ? given(choices) : std::nullopt;
    const std::string one = query.bind(single, "smallint");
    const std::string many = query.bind(several, "smallint[]");
    return " AND (" + one + " IS NULL OR " + column + " = " + one + ") AND (" + many + " IS NULL OR " + column +
           " = ANY (" + many + "))";
}

std::string noneOf(ComposedQuery& query, const std::string& column, const Values& values)
{
    const std::string without = query.bind(given(values), "text[]");
    return " AND (" + without + " IS NULL OR NOT " + column + " = ANY (" + without + "))";
}

/// Owners and units that are left out leave most customers over: no index would help, so they are conditions here and
/// not a matter of the scope.
std::string notOwnedBy(ComposedQuery& query, const v1::CustomerFilter& filter)
{
    const std::string owners = query.bind(given(filter.not_owner_user_ids()), "bigint[]");
    const std::string units = query.bind(given(filter.not_unit_ids()), "bigint[]");
    const std::string below = "ARRAY(SELECT o.id FROM banhang.org_unit o WHERE o.kind = 4 AND o.path && " + units + ")";
    return " AND (" + owners + " IS NULL OR NOT c.owner_id = ANY (" + owners + ")) AND (" + units +
           " IS NULL OR NOT c.unit_id = ANY (" + below + "))";
}

/// Nothing at hand makes it NULL, and with it the comparison behind a condition that is not asked for. (A CASE and not
/// a coalesce, which PostgreSQL takes for leaky and keeps from indexes beneath a policy.)
std::string midnight(ComposedQuery& query, const DayBound& bound)
{
    const std::string zone = " AT TIME ZONE 'Asia/Ho_Chi_Minh'";
    return "CASE WHEN " + query.bind(bound.day.has_value(), "boolean") + " THEN " + query.bind(bound.day, "timestamp") +
           zone + " ELSE (date_trunc(" + query.bind(bound.unit, "text") + ", now()" + zone + ") + " +
           query.bind(bound.offset, "integer") + " * interval '1 day' + " + query.bind(bound.months, "integer") +
           " * interval '1 month')" + zone + " END";
}

/// Each part is a condition of its own, so that those not asked for vanish from the plan and the others find their
/// index: on the bare column, whose statistics the planner knows. What never was is neither before nor after any day.
std::string within(ComposedQuery& query, const std::string& column, const DayRange& range)
{
    const auto ifAsked = [&](bool isAsked, const std::string& condition) {
        return " AND (NOT " + query.bind(isAsked, "boolean") + " OR " + condition + ")";
    };
    const std::string before = column + " < " + midnight(query, range.until);
    return ifAsked(range.from.isGiven(), column + " >= " + midnight(query, range.from)) +
           ifAsked(range.until.isGiven() && !range.orNever, before) +
           ifAsked(range.until.isGiven() && range.orNever, "(" + before + " OR " + column + " IS NULL)") +
           ifAsked(range.isNever, column + " IS NULL");
}

std::string notWithin(ComposedQuery& query, const std::string& column, const DayRange& range)
{
    return " AND (NOT " + query.bind(range.isGiven(), "boolean") + " OR (true" + within(query, column, range) +
           ") IS NOT TRUE)";
}

/// Nobody is silent before the shortest time that the rhythm allows, which bounds the range of an index.
std::string silent(ComposedQuery& query, int days)
{
    constexpr int kShortestDays = 14;
    const auto given = days > 0 ? std::optional(days) : std::nullopt;
    const std::string limit = query.bind(given, "integer");
    const std::string shortest = query.bind(std::min(days, kShortestDays), "integer");
    const auto ago = [&query](const std::string& number) {
        return midnight(query, {.unit = "day"}) + " - " + number + " * interval '1 day'";
    };
    return " AND (" + limit + " IS NULL OR c.last_contact_at < " + ago(shortest) + ") AND (" + limit +
           " IS NULL OR c.last_contact_at < " + ago(limit) + " OR c.talk_rhythm_days > 0 AND c.last_contact_at < " +
           ago("greatest(" + query.bind(kShortestDays, "integer") + ", 2 * c.talk_rhythm_days)") + ")";
}

/// The one condition that is left out where it is not asked for: beneath an OR the planner would not join.
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
    std::string sql = anyOf(query, "c.status_key", filter.status_keys());
    sql += noneOf(query, "c.status_key", filter.not_status_keys());
    sql += anyOf(query, "c.province_code", filter.province_codes());
    sql += noneOf(query, "c.province_code", filter.not_province_codes());
    sql += anyOf(query, "c.old_province_code", filter.old_province_codes());
    sql += noneOf(query, "c.old_province_code", filter.not_old_province_codes());
    sql += anyOf(query, "c.source_key", filter.source_keys());
    sql += noneOf(query, "c.source_key", filter.not_source_keys());
    sql += anyOf(query, "c.trade_key", filter.trade_keys());
    sql += noneOf(query, "c.trade_key", filter.not_trade_keys());
    sql += anyOf(query, "c.tier_key", filter.tier_keys());
    sql += noneOf(query, "c.tier_key", filter.not_tier_keys());
    sql += anyOf(query, "c.group_key", filter.group_keys());
    sql += noneOf(query, "c.group_key", filter.not_group_keys());
    sql += notOwnedBy(query, filter);
    const auto kinds = filter.kinds().empty()
                           ? std::nullopt
                           : std::optional(std::vector<std::int64_t>(filter.kinds().begin(), filter.kinds().end()));
    const std::string kind = query.bind(kinds, "bigint[]");
    sql += " AND (" + kind + " IS NULL OR c.kind = ANY (" + kind + "))";
    sql += anyChoice(query, "c.potential", filter.potentials());
    sql += anyChoice(query, "c.pursuit", filter.pursuits());
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
        if (type.field(i)->is_repeated() && reflection.FieldSize(filter, type.field(i)) > kMostValues)
            addError(issues, type.field(i)->name(), "list.too_long", {{"max", std::to_string(kMostValues)}});
    for (const auto& [name, period] : {std::pair("last_contact", &filter.last_contact()),
                                       {"not_last_contact", &filter.not_last_contact()},
                                       {"next_contact", &filter.next_contact()},
                                       {"callback", &filter.callback()},
                                       {"created", &filter.created()},
                                       {"not_created", &filter.not_created()}}) {
        checkEnums(*period, issues);
        checkPeriod(*period, name, issues);
    }
    if (filter.silent_days() < 0 || filter.silent_days() > kMostDays)
        addError(issues, "silent_days", "period.days", {{"max", std::to_string(kMostDays)}});
    return issues;
}

} // namespace banhang::server
