#include "server/imports/import_rules.h"

#include <set>
#include <string>

#include "common/vn/utf8.h"

namespace banhang::server {

namespace {

constexpr int kMaxFileRows = 1'048'576; // of a sheet of Excel
constexpr std::size_t kMaxNameLength = 200;
constexpr std::size_t kMaxKeyLength = 200;
constexpr int kMaxColumns = 300;

v1::FieldIssue error(const std::string& path, const char* key, ErrorArgs args = {})
{
    return fieldIssue(v1::SEVERITY_ERROR, path, key, args);
}

bool isTooLong(const std::string& text, std::size_t most)
{
    return vn::characterCount(text) > most;
}

} // namespace

bool concernsOneRow(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Invalid:
    case ErrorCode::NotFound:
    case ErrorCode::AlreadyExists:
    case ErrorCode::Denied:
    case ErrorCode::Conflict:
    case ErrorCode::Refused:
        return true;
    case ErrorCode::SignedOut:
    case ErrorCode::Throttled:
    case ErrorCode::Unavailable:
    case ErrorCode::Timeout:
    case ErrorCode::Cancelled:
    case ErrorCode::Internal:
        return false;
    }
    return false;
}

std::vector<v1::FieldIssue> rowIssues(const google::protobuf::RepeatedPtrField<v1::ImportRow>& rows, int most)
{
    if (rows.size() > most)
        return {error("rows", "import.too_many_rows", {{"max", std::to_string(most)}})};
    std::vector<v1::FieldIssue> issues;
    std::set<int> numbers;
    for (int i = 0; i < rows.size(); ++i)
        if (rows[i].number() < 1 || !numbers.insert(rows[i].number()).second)
            issues.push_back(error("rows[" + std::to_string(i) + "].number", "import.row_number"));
    return issues;
}

std::vector<v1::FieldIssue> importIssues(const v1::Import& import)
{
    std::vector<v1::FieldIssue> issues;
    if (vn::tidy(import.file_name()).empty())
        issues.push_back(error("import.file_name", "text.missing"));
    if (isTooLong(import.file_name(), kMaxNameLength))
        issues.push_back(error("import.file_name", "text.too_long", {{"max", std::to_string(kMaxNameLength)}}));
    if (isTooLong(import.repeat_key(), kMaxKeyLength))
        issues.push_back(error("import.repeat_key", "text.too_long", {{"max", std::to_string(kMaxKeyLength)}}));
    if (import.row_count() < 1 || import.row_count() > kMaxFileRows)
        issues.push_back(error("import.row_count", "import.row_count"));
    return issues;
}

std::vector<v1::FieldIssue> templateIssues(const v1::ImportTemplate& wanted)
{
    std::vector<v1::FieldIssue> issues;
    if (vn::tidy(wanted.name()).empty())
        issues.push_back(error("import_template.name", "text.missing"));
    if (isTooLong(wanted.name(), kMaxNameLength))
        issues.push_back(error("import_template.name", "text.too_long", {{"max", std::to_string(kMaxNameLength)}}));
    if (wanted.columns().empty() || wanted.columns_size() > kMaxColumns)
        issues.push_back(error("import_template.columns", "import.template_columns"));
    for (const v1::TemplateColumn& column : wanted.columns())
        if (isTooLong(column.title(), kMaxNameLength) || isTooLong(column.field(), kMaxNameLength)) {
            issues.push_back(
                error("import_template.columns", "text.too_long", {{"max", std::to_string(kMaxNameLength)}}));
            break;
        }
    return issues;
}

} // namespace banhang::server
