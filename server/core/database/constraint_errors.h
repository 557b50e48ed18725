// Which violated constraint means which error; filled by the features, read by the call pipeline.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "common/error.h"

namespace banhang::server {

/// Thread: filled before the server starts, then only read.
class ConstraintErrors
{
public:
    void add(std::string constraint, ErrorCode code, std::string_view key);
    /// Nothing for a constraint that no feature named: its violation is a fault of ours.
    std::optional<AppError> find(const std::string& constraint) const;

private:
    std::unordered_map<std::string, AppError> m_errors;
};

} // namespace banhang::server
