#include "server/customers/customer_filter.h"

#include <optional>
#include <vector>

namespace banhang::server {

namespace {

using Values = google::protobuf::RepeatedPtrField<std::string>;

std::optional<std::vector<std::string>> given(const Values& values)
{
    return values.empty() ? std::nullopt : std::optional(std::vector<std::string>(values.begin(), values.end()));
}

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

} // namespace

std::string filterConditions(ComposedQuery& query, const v1::CustomerFilter& filter)
{
    std::string sql = anyOf(query, "c.status_key", filter.status_keys());
    const std::string without = query.bind(given(filter.not_status_keys()), "text[]");
    sql += " AND (" + without + " IS NULL OR NOT c.status_key = ANY (" + without + "))";
    sql += anyOf(query, "c.province_code", filter.province_codes());
    sql += anyOf(query, "c.source_key", filter.source_keys());
    sql += anyOf(query, "c.tier_key", filter.tier_keys());
    sql += anyOf(query, "c.group_key", filter.group_keys());
    const auto kinds = filter.kinds().empty()
                           ? std::nullopt
                           : std::optional(std::vector<std::int64_t>(filter.kinds().begin(), filter.kinds().end()));
    const std::string kind = query.bind(kinds, "bigint[]");
    return sql + " AND (" + kind + " IS NULL OR c.kind = ANY (" + kind + "))";
}

} // namespace banhang::server
