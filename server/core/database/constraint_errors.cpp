#include "server/core/database/constraint_errors.h"

namespace banhang::server {

void ConstraintErrors::add(std::string constraint, ErrorCode code, std::string_view key)
{
    m_errors.insert_or_assign(std::move(constraint), AppError(code, key));
}

std::optional<AppError> ConstraintErrors::find(const std::string& constraint) const
{
    const auto found = m_errors.find(constraint);
    if (found == m_errors.end())
        return std::nullopt;
    return found->second;
}

} // namespace banhang::server
