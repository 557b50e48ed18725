#include "common/error.h"

namespace banhang {

namespace {

v1::ErrorDetail detailOf(std::string_view key, const ErrorArgs& args)
{
    v1::ErrorDetail detail;
    detail.set_key(std::string(key));
    for (const auto& [name, value] : args)
        (*detail.mutable_args())[std::string(name)] = value;
    return detail;
}

} // namespace

AppError::AppError(ErrorCode code, std::string_view key, ErrorArgs args) : m_code(code), m_detail(detailOf(key, args))
{
}

AppError::AppError(ErrorCode code, v1::ErrorDetail detail) : m_code(code), m_detail(std::move(detail)) {}

v1::FieldIssue fieldIssue(v1::Severity severity, std::string_view path, std::string_view key, ErrorArgs args,
                          std::string_view suggestion)
{
    v1::FieldIssue issue;
    issue.set_path(std::string(path));
    issue.set_key(std::string(key));
    for (const auto& [name, value] : args)
        (*issue.mutable_args())[std::string(name)] = value;
    issue.set_severity(severity);
    issue.set_suggestion(std::string(suggestion));
    return issue;
}

void refuseIssues(const std::vector<v1::FieldIssue>& issues)
{
    if (issues.empty())
        return;
    v1::ErrorDetail detail;
    detail.set_key("call.invalid");
    detail.mutable_issues()->Add(issues.begin(), issues.end());
    throw AppError(ErrorCode::Invalid, detail);
}

void throwInvalidField(std::string_view path, std::string_view key, ErrorArgs args)
{
    v1::ErrorDetail detail;
    detail.set_key("call.invalid");
    *detail.add_issues() = fieldIssue(v1::SEVERITY_ERROR, path, key, args);
    throw AppError(ErrorCode::Invalid, detail);
}

} // namespace banhang
