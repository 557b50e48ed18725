// Statements put together from fixed fragments at run time; their values always travel as parameters.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "server/core/database/tx.h"

namespace banhang::server {

/// The values that a list of a request asks for, as they are bound; nothing for an empty one, which asks for all.
template <typename List>
auto given(const List& list)
{
    using Value = std::conditional_t<std::is_integral_v<typename List::value_type>, std::int64_t, std::string>;
    return list.empty() ? std::nullopt : std::optional(std::vector<Value>(list.begin(), list.end()));
}

/// Collects the values of one statement while its text is put together. Nothing of it is kept: there are thousands of
/// shapes. Plans are made with the values at hand, so that conditions that are not asked for vanish and rare values get
/// an index of their own.
class ComposedQuery
{
public:
    /// The place of a value in the text, "$3::bigint[]".
    template <typename Value>
    std::string bind(const Value& value, std::string_view type)
    {
        m_params.add(value);
        return "$" + std::to_string(m_params.size()) + "::" + std::string(type);
    }

    Rows run(Tx& tx, const std::string& sql) const;

private:
    Params m_params;
};

} // namespace banhang::server
