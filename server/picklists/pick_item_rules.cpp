#include "server/picklists/pick_item_rules.h"

#include <algorithm>
#include <array>
#include <limits>
#include <string>
#include <utility>

#include "common/error.h"
#include "common/vn/utf8.h"

namespace banhang::server {

namespace {

// The lists that fields of a customer are chosen from: see list_key in picklists.proto.
constexpr std::array<std::string_view, 14> kLists{"source", "trade", "occupation", "income_band", "finances",
                                                  "need",   "habit", "trait",      "status",      "tier",
                                                  "group",  "tag",   "channel",    "care_kind"};
constexpr std::size_t kMaxKeyLength = 40;
constexpr std::size_t kMaxLabelLength = 100;

bool isKey(std::string_view key)
{
    const auto isLetter = [](char c) { return c >= 'a' && c <= 'z'; };
    return !key.empty() && key.size() <= kMaxKeyLength && isLetter(key.front()) &&
           std::all_of(key.begin(), key.end(), [&](char c) { return isLetter(c) || vn::isAsciiDigit(c) || c == '_'; });
}

void add(std::vector<v1::FieldIssue>& issues, std::string_view path, std::string_view key, ErrorArgs args = {})
{
    issues.push_back(fieldIssue(v1::SEVERITY_ERROR, path, key, args));
}

void checkLabel(std::vector<v1::FieldIssue>& issues, std::string_view path, const std::string& label)
{
    if (vn::characterCount(vn::toNfc(label)) > kMaxLabelLength)
        add(issues, path, "text.too_long", {{"max", std::to_string(kMaxLabelLength)}});
}

/// Where the items of a list stand, in their order, each behind the one before.
std::vector<std::int64_t> distinctPlaces(const std::vector<v1::PickItem>& inOrder)
{
    std::vector<std::int64_t> places;
    places.reserve(inOrder.size());
    for (const v1::PickItem& item : inOrder)
        places.push_back(std::max<std::int64_t>(places.empty() ? 0 : places.back() + 1, item.position()));
    if (!places.empty() && places.back() > std::numeric_limits<std::int32_t>::max())
        for (std::size_t i = 0; i < places.size(); ++i)
            places[i] = static_cast<std::int64_t>(i) + 1;
    return places;
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

std::vector<v1::PickItem> moved(std::vector<v1::PickItem> items, std::int64_t id, std::int64_t behindId)
{
    const auto idIs = [](std::int64_t wanted) {
        return [wanted](const v1::PickItem& item) { return item.id() == wanted; };
    };
    std::ranges::sort(items, {}, [](const v1::PickItem& item) { return std::pair(item.position(), item.id()); });
    const std::vector<std::int64_t> places = distinctPlaces(items);
    const auto from = std::ranges::find_if(items, idIs(id));
    v1::PickItem item = std::move(*from);
    items.erase(from);
    items.insert(behindId == 0 ? items.begin() : std::next(std::ranges::find_if(items, idIs(behindId))),
                 std::move(item));
    std::vector<v1::PickItem> changed;
    for (std::size_t i = 0; i < items.size(); ++i)
        if (items[i].position() != places[i]) {
            items[i].set_position(static_cast<std::int32_t>(places[i]));
            changed.push_back(std::move(items[i]));
        }
    return changed;
}

} // namespace banhang::server
