#include "server/picklists/pick_item_rules.h"

#include <algorithm>
#include <array>
#include <string>

#include "common/error.h"
#include "common/vn/utf8.h"

namespace banhang::server {

namespace {

// The lists that fields of a customer are chosen from: see list_key in picklists.proto.
constexpr std::array<std::string_view, 15> kLists{
    "source", "trade", "occupation", "income_band",     "finances", "need",    "habit",    "trait",
    "status", "tier",  "group",      "channel_consent", "tag",      "channel", "care_kind"};
constexpr std::size_t kLongestKey = 40;
constexpr std::size_t kLongestLabel = 100;

bool isKey(std::string_view key)
{
    const auto isLetter = [](char c) { return c >= 'a' && c <= 'z'; };
    return !key.empty() && key.size() <= kLongestKey && isLetter(key.front()) &&
           std::all_of(key.begin(), key.end(), [&](char c) { return isLetter(c) || vn::isAsciiDigit(c) || c == '_'; });
}

void add(std::vector<v1::FieldIssue>& issues, std::string_view path, std::string_view key, ErrorArgs args = {})
{
    issues.push_back(fieldIssue(v1::SEVERITY_ERROR, path, key, args));
}

void checkLabel(std::vector<v1::FieldIssue>& issues, std::string_view path, const std::string& label)
{
    if (vn::characterCount(vn::toNfc(label)) > kLongestLabel)
        add(issues, path, "text.too_long", {{"max", std::to_string(kLongestLabel)}});
}

} // namespace

bool isPickList(std::string_view listKey)
{
    return std::find(kLists.begin(), kLists.end(), listKey) != kLists.end();
}

std::vector<v1::FieldIssue> newItemIssues(const v1::PickItem& item)
{
    std::vector<v1::FieldIssue> issues;
    if (!isPickList(item.list_key()))
        add(issues, "list_key", "pick_item.list_unknown");
    if (!isKey(item.key()))
        add(issues, "key", "pick_item.key_form");
    for (v1::FieldIssue& issue : itemIssues(item))
        issues.push_back(std::move(issue));
    return issues;
}

std::vector<v1::FieldIssue> itemIssues(const v1::PickItem& item)
{
    std::vector<v1::FieldIssue> issues;
    if (vn::tidy(item.label_vi()).empty())
        add(issues, "label_vi", "field.required");
    checkLabel(issues, "label_vi", item.label_vi());
    checkLabel(issues, "label_en", item.label_en());
    if (item.position() < 0)
        add(issues, "position", "pick_item.position_negative");
    return issues;
}

} // namespace banhang::server
