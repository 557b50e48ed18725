// Collects field issues while a record is checked.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/error.h"

namespace banhang::server {

using Issues = std::vector<v1::FieldIssue>;

/// "phones[1]"
inline std::string element(std::string_view list, int index)
{
    return std::string(list) + "[" + std::to_string(index) + "]";
}

inline void addError(Issues& issues, std::string_view path, std::string_view key, ErrorArgs args = {})
{
    issues.push_back(fieldIssue(v1::SEVERITY_ERROR, path, key, args));
}

inline void addWarning(Issues& issues, std::string_view path, std::string_view key, ErrorArgs args = {},
                       std::string_view suggestion = {})
{
    issues.push_back(fieldIssue(v1::SEVERITY_WARNING, path, key, args, suggestion));
}

} // namespace banhang::server
