#include "server/reminders/net_change_rules.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace banhang::server {

namespace {

constexpr std::size_t kMaxValueLength = 400; ///< bytes
/// Of records that the reader may not see; people's ids are everybody's.
constexpr std::array<std::string_view, 3> kReferences{"contact_id", "customer_id", "parent_id"};

std::string textOf(const std::string& field, const nlohmann::json& value)
{
    if (value.is_null() || std::ranges::find(kReferences, field) != kReferences.end())
        return {};
    std::string text = value.dump();
    return text.size() > kMaxValueLength ? std::string() : text;
}

} // namespace

void NetFieldChanges::add(const std::string& field, nlohmann::json before, nlohmann::json after)
{
    const auto [known, isFirst] = m_fields.try_emplace(field);
    if (isFirst)
        known->second.before = std::move(before);
    known->second.after = std::move(after);
}

std::vector<v1::FieldChange> NetFieldChanges::shown(int limit) const
{
    std::vector<v1::FieldChange> changes;
    for (const auto& [field, ends] : m_fields) {
        if (std::ssize(changes) == limit)
            break;
        if (ends.before == ends.after)
            continue;
        v1::FieldChange& change = changes.emplace_back();
        change.set_field(field);
        change.set_old_json(textOf(field, ends.before));
        change.set_new_json(textOf(field, ends.after));
    }
    return changes;
}

} // namespace banhang::server
