// Statements put together from fixed fragments at run time; their values always travel as parameters.
#pragma once

#include <string>
#include <string_view>

#include "server/core/tx.h"

namespace banhang::server {

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
