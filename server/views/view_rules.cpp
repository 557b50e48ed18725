#include "server/views/view_rules.h"

#include <algorithm>
#include <set>
#include <string>

#include "common/error.h"
#include "common/vn/utf8.h"

namespace banhang::server {

namespace {

constexpr std::string_view kLists[]{"customers"};
constexpr std::size_t kMaxNameLength = 80;
constexpr int kMaxColumns = 60;
constexpr std::size_t kMaxColumnLength = 40;
constexpr int kMaxColumnWidth = 4000;
/// A condition on every person of a large office, and no more: it comes with each list of views.
constexpr std::size_t kMaxFilterBytes = 16384;

void add(std::vector<v1::FieldIssue>& issues, std::string_view path, std::string_view key, const ErrorArgs& args = {})
{
    issues.push_back(fieldIssue(v1::SEVERITY_ERROR, path, key, args));
}

bool isColumn(std::string_view key)
{
    return !key.empty() && key.size() <= kMaxColumnLength &&
           std::ranges::all_of(key, [](char c) { return (c >= 'a' && c <= 'z') || vn::isAsciiDigit(c) || c == '_'; });
}

void checkColumns(const v1::SavedView& view, std::vector<v1::FieldIssue>& issues)
{
    if (view.columns_size() > kMaxColumns)
        return add(issues, "columns", "list.too_long", {{"max", std::to_string(kMaxColumns)}});
    std::set<std::string> seen;
    for (const v1::ViewColumn& column : view.columns())
        if (!isColumn(column.key()) || !seen.insert(column.key()).second || column.width() < 0 ||
            column.width() > kMaxColumnWidth)
            return add(issues, "columns", "view.column_wrong", {{"column", column.key().substr(0, kMaxColumnLength)}});
}

} // namespace

v1::SavedView tidiedView(const v1::SavedView& typed)
{
    v1::SavedView view;
    view.set_list_key(typed.list_key());
    view.set_name(vn::tidy(typed.name()));
    view.set_unit_id(typed.unit_id());
    *view.mutable_filter() = typed.filter();
    view.mutable_filter()->clear_deleted();
    view.set_sort(typed.sort());
    view.set_descending(typed.descending());
    *view.mutable_columns() = typed.columns();
    return view;
}

std::vector<v1::FieldIssue> viewIssues(const v1::SavedView& view)
{
    std::vector<v1::FieldIssue> issues;
    if (std::ranges::find(kLists, view.list_key()) == std::end(kLists))
        add(issues, "list_key", "view.list_unknown");
    if (view.name().empty())
        add(issues, "name", "field.required");
    if (vn::characterCount(view.name()) > kMaxNameLength)
        add(issues, "name", "text.too_long", {{"max", std::to_string(kMaxNameLength)}});
    if (!v1::CustomerSort_IsValid(view.sort()))
        add(issues, "sort", "field.unknown_value");
    if (view.filter().ByteSizeLong() > kMaxFilterBytes)
        add(issues, "filter", "list.too_large", {{"max", std::to_string(kMaxFilterBytes / 1024)}});
    checkColumns(view, issues);
    return issues;
}

bool isQuickKey(int key)
{
    return key >= 0 && key <= 9;
}

} // namespace banhang::server
