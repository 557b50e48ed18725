#include "server/app/commands/people_lookup.h"

#include <charconv>
#include <optional>

#include "common/error.h"
#include "common/right.h"
#include "server/app/commands/name_match.h"
#include "server/app/workplace.h"
#include "server/identity/org_store.h"

namespace banhang::server {

namespace {

std::optional<std::int64_t> idIn(const std::string& text)
{
    std::int64_t id = 0;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), id);
    return error == std::errc() && stop == text.data() + text.size() ? std::optional(id) : std::nullopt;
}

v1::Unit company(Tx& tx)
{
    for (const v1::Unit& unit : OrgStore::list(tx, false))
        if (unit.kind() == v1::UNIT_KIND_COMPANY)
            return unit;
    throw CommandRefused("no company yet: run `banhangd setup` first");
}

/// `what` as in "several units".
template <typename Candidates, typename Line>
[[noreturn]] void refuseSeveral(const char* what, const std::string& text, const Candidates& candidates, Line line)
{
    std::string lines;
    for (const auto& candidate : candidates)
        lines += "\n  " + line(candidate);
    throw CommandRefused(std::string("several ") + what + " are called \"" + text + "\"; give the id:" + lines);
}

/// By another letter case or other marks.
std::vector<v1::Unit> unitsLike(Tx& tx, const std::string& text)
{
    const std::vector<v1::Unit> units = OrgStore::list(tx, false);
    std::vector<std::vector<std::string>> names;
    names.reserve(units.size());
    for (const v1::Unit& unit : units)
        names.push_back({unit.name(), unit.short_name()});
    std::vector<v1::Unit> found;
    for (const std::size_t place : namesLike(text, names))
        found.push_back(units[place]);
    return found;
}

std::vector<Group> groupsLike(Tx& tx, const std::string& text)
{
    const std::vector<Group> groups = GroupStore::list(tx);
    std::vector<std::vector<std::string>> names;
    names.reserve(groups.size());
    for (const Group& group : groups)
        names.push_back({group.name});
    std::vector<Group> found;
    for (const std::size_t place : namesLike(text, names))
        found.push_back(groups[place]);
    return found;
}

} // namespace

v1::Unit unitNamed(Tx& tx, const std::string& text)
{
    if (text.empty())
        return company(tx);
    if (const auto id = idIn(text))
        if (const auto unit = OrgStore::find(tx, *id))
            return *unit;
    auto found = OrgStore::named(tx, text);
    if (found.empty())
        found = unitsLike(tx, text);
    if (found.empty())
        throw AppError(ErrorCode::NotFound, "unit.not_found", {{"unit", text}});
    if (found.size() > 1)
        refuseSeveral("units", text, found,
                      [](const v1::Unit& unit) { return std::to_string(unit.id()) + "  " + unit.name(); });
    return found.front();
}

User userNamed(Tx& tx, const std::string& userName)
{
    if (auto user = UserStore::named(tx, userName))
        return *user;
    throw AppError(ErrorCode::NotFound, "user.not_found", {{"user", userName}});
}

Group groupNamed(Tx& tx, const std::string& text)
{
    if (auto group = GroupStore::named(tx, text))
        return *group;
    if (const auto id = idIn(text))
        if (auto group = GroupStore::find(tx, *id))
            return *group;
    const auto found = groupsLike(tx, text);
    if (found.size() > 1)
        refuseSeveral("groups", text, found,
                      [](const Group& group) { return std::to_string(group.id) + "  " + group.name; });
    if (!found.empty())
        return found.front();
    throw AppError(ErrorCode::NotFound, "group.not_found", {{"group", text}});
}

v1::EffectiveRight grantNamed(const std::string& text)
{
    const auto dot = text.find('.');
    const auto colon = text.find(':');
    if (dot != std::string::npos && colon != std::string::npos && dot < colon) {
        const auto resource = resourceNamed(text.substr(0, dot));
        const auto action = actionNamed(text.substr(dot + 1, colon - dot - 1));
        const std::string scopeText = text.substr(colon + 1);
        const auto scope = scopeText == "none" ? std::optional(v1::SCOPE_UNSPECIFIED) : scopeNamed(scopeText);
        if (resource && action && scope) {
            v1::EffectiveRight grant;
            grant.set_resource(*resource);
            grant.set_action(*action);
            grant.set_scope(*scope);
            return grant;
        }
    }
    throw CommandRefused("\"" + text + "\" is no grant; write RESOURCE.ACTION:SCOPE, for instance customer.view:team");
}

std::string nameOf(const v1::EffectiveRight& grant)
{
    return rightName({grant.resource(), grant.action()}) + ":" + shortName(grant.scope());
}

std::vector<v1::SensitiveField> fieldsNamed(const std::vector<std::string>& names)
{
    std::vector<v1::SensitiveField> fields;
    for (const std::string& name : names) {
        const auto field = sensitiveFieldNamed(name);
        if (!field)
            throw CommandRefused("\"" + name +
                                 "\" is no field that can be masked: phone, email, birthday, income, tax_code");
        fields.push_back(*field);
    }
    return fields;
}

std::string nameOf(v1::UnitKind kind)
{
    switch (kind) {
    case v1::UNIT_KIND_COMPANY:
        return "company";
    case v1::UNIT_KIND_BRANCH:
        return "branch";
    case v1::UNIT_KIND_TEAM:
        return "team";
    default:
        return "person";
    }
}

} // namespace banhang::server
