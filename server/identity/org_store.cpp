#include "server/identity/org_store.h"

#include <algorithm>
#include <string>

#include <nlohmann/json.hpp>

#include "common/error.h"
#include "common/vn/utf8.h"
#include "server/identity/rights_store.h"

namespace banhang::server {

namespace {

constexpr std::size_t kMaxNameLength = 200;

constexpr Statement kTeams{
    "SELECT coalesce((SELECT above.id FROM banhang.org_unit above WHERE above.id = ANY (leaf.path) AND above.kind = 3"
    " ORDER BY cardinality(above.path) DESC LIMIT 1), 0)"
    " FROM unnest($1::bigint[]) WITH ORDINALITY AS wanted (id, place)"
    " LEFT JOIN banhang.org_unit leaf ON leaf.id = wanted.id ORDER BY wanted.place"};

constexpr Statement kCompany{"SELECT name, public_card_enabled FROM banhang.company"};
constexpr Statement kListUnits{"SELECT id, coalesce(parent_id, 0), kind, name, short_name FROM banhang.org_unit "
                               "WHERE $1::boolean OR kind < 4 ORDER BY cardinality(path), name, id"};
constexpr Statement kFindUnit{
    "SELECT id, coalesce(parent_id, 0), kind, name, short_name, path, version FROM banhang.org_unit WHERE id = $1"};
constexpr Statement kUnitsNamed{"SELECT id, coalesce(parent_id, 0), kind, name, short_name FROM banhang.org_unit "
                                "WHERE kind < 4 AND (name = $1 OR short_name = $1) ORDER BY id"};
constexpr Statement kCompanyUnit{"SELECT id FROM banhang.org_unit WHERE kind = 1"};
constexpr Statement kInsertUnit{"INSERT INTO banhang.org_unit (parent_id, kind, name, short_name, path) "
                                "VALUES (nullif($1::bigint, 0), $2, $3, $4, '{}') RETURNING id"};
constexpr Statement kSetPath{"UPDATE banhang.org_unit SET path = $2::bigint[] || id WHERE id = $1"};
constexpr Statement kRenameUnit{
    "UPDATE banhang.org_unit SET name = $2, short_name = $3, version = version + 1 WHERE id = $1"};
constexpr Statement kSetParent{"UPDATE banhang.org_unit SET parent_id = $2, version = version + 1 WHERE id = $1"};
// $3: depth of the moved unit in the old path, so that it and what lies below it are kept.
constexpr Statement kRepath{
    "UPDATE banhang.org_unit SET path = $2::bigint[] || path[$3::integer:] WHERE path @> ARRAY[$1::bigint]"};

struct StoredUnit
{
    v1::Unit unit;
    std::vector<std::int64_t> path;
    std::int64_t version = 0;
};

v1::Unit unitOf(const Row& row)
{
    v1::Unit unit;
    unit.set_id(row.int64(0));
    unit.set_parent_id(row.int64(1));
    unit.set_kind(static_cast<v1::UnitKind>(row.int32(2)));
    unit.set_name(row.string(3));
    unit.set_short_name(row.string(4));
    return unit;
}

std::vector<v1::Unit> unitsOf(const Rows& rows)
{
    std::vector<v1::Unit> units;
    units.reserve(static_cast<std::size_t>(rows.size()));
    for (const Row row : rows)
        units.push_back(unitOf(row));
    return units;
}

StoredUnit stored(Tx& tx, std::int64_t unitId)
{
    const Rows rows = tx.query(kFindUnit, unitId);
    if (rows.empty())
        throw AppError(ErrorCode::NotFound, "unit.not_found");
    const Row row = rows.front();
    return {unitOf(row), row.int64s(5), row.int64(6)};
}

void checkNames(const v1::Unit& unit)
{
    std::vector<v1::FieldIssue> issues;
    const auto check = [&issues](std::string_view path, const std::string& text, bool required) {
        if (required && text.empty())
            issues.push_back(fieldIssue(v1::SEVERITY_ERROR, path, "field.required"));
        if (vn::characterCount(text) > kMaxNameLength)
            issues.push_back(
                fieldIssue(v1::SEVERITY_ERROR, path, "text.too_long", {{"max", std::to_string(kMaxNameLength)}}));
    };
    check("name", unit.name(), true);
    check("short_name", unit.short_name(), false);
    refuseIssues(issues);
}

void checkPlace(const StoredUnit& parent, v1::UnitKind kind)
{
    if (parent.unit.kind() == v1::UNIT_KIND_PERSON || parent.unit.kind() > kind || kind == v1::UNIT_KIND_COMPANY)
        throw AppError(ErrorCode::Refused, "unit.parent_not_allowed");
}

void record(Tx& tx, const ChangeActor& actor, const StoredUnit& unit, std::string_view operation,
            const nlohmann::json& fields)
{
    recordChange(tx, actor,
                 {.entity = "org_unit",
                  .entityId = unit.unit.id(),
                  .version = unit.version,
                  .operation = operation,
                  .unitBefore = 0,
                  .unitAfter = 0},
                 fields);
}

} // namespace

std::vector<v1::Unit> OrgStore::list(Tx& tx, bool withPeople)
{
    return unitsOf(tx.query(kListUnits, withPeople));
}

std::optional<v1::Unit> OrgStore::find(Tx& tx, std::int64_t unitId)
{
    const Rows rows = tx.query(kFindUnit, unitId);
    return rows.empty() ? std::nullopt : std::optional(unitOf(rows.front()));
}

std::vector<v1::Unit> OrgStore::named(Tx& tx, std::string_view name)
{
    return unitsOf(tx.query(kUnitsNamed, vn::tidy(name)));
}

std::vector<std::int64_t> OrgStore::teamsAbove(Tx& tx, const std::vector<std::int64_t>& leaves)
{
    std::vector<std::int64_t> teams;
    const Rows rows = tx.query(kTeams, leaves);
    for (const Row row : rows)
        teams.push_back(row.int64(0));
    return teams;
}

v1::CompanySettings OrgStore::companySettings(Tx& tx)
{
    v1::CompanySettings settings;
    for (const Row row : tx.query(kCompany)) {
        settings.set_name(row.string(0));
        settings.set_public_card_enabled(row.boolean(1));
    }
    return settings;
}

v1::Unit OrgStore::create(Tx& tx, const ChangeActor& actor, const v1::Unit& wanted)
{
    RightsStore::lock(tx);
    StoredUnit unit{wanted, {}, 1};
    unit.unit.set_name(vn::tidy(wanted.name()));
    unit.unit.set_short_name(vn::tidy(wanted.short_name()));
    checkNames(unit.unit);
    std::vector<std::int64_t> above;
    if (wanted.parent_id() != 0) {
        const StoredUnit parent = stored(tx, wanted.parent_id());
        checkPlace(parent, wanted.kind());
        above = parent.path;
    } else if (wanted.kind() != v1::UNIT_KIND_COMPANY) {
        throw AppError(ErrorCode::Refused, "unit.parent_not_allowed");
    } else if (!tx.query(kCompanyUnit).empty()) {
        throw AppError(ErrorCode::Refused, "unit.company_exists");
    }
    const Rows inserted = tx.query(kInsertUnit, wanted.parent_id(), static_cast<int>(wanted.kind()), unit.unit.name(),
                                   unit.unit.short_name());
    unit.unit.set_id(inserted.front().int64(0));
    tx.enqueue(kSetPath, unit.unit.id(), above);
    above.push_back(unit.unit.id());
    RightsStore::refreshAround(tx, above);
    record(tx, actor, unit, "create",
           {{"name", {{"new", unit.unit.name()}}}, {"parent_id", {{"new", wanted.parent_id()}}}});
    return unit.unit;
}

v1::Unit OrgStore::rename(Tx& tx, const ChangeActor& actor, std::int64_t unitId, std::string_view name,
                          std::string_view shortName)
{
    RightsStore::lock(tx);
    const StoredUnit before = stored(tx, unitId);
    StoredUnit after = before;
    after.version += 1;
    after.unit.set_name(vn::tidy(name));
    after.unit.set_short_name(vn::tidy(shortName));
    checkNames(after.unit);
    tx.enqueue(kRenameUnit, unitId, after.unit.name(), after.unit.short_name());
    record(tx, actor, after, "update",
           {{"name", {{"old", before.unit.name()}, {"new", after.unit.name()}}},
            {"short_name", {{"old", before.unit.short_name()}, {"new", after.unit.short_name()}}}});
    return after.unit;
}

v1::Unit OrgStore::move(Tx& tx, const ChangeActor& actor, std::int64_t unitId, std::int64_t newParentId)
{
    RightsStore::lock(tx);
    StoredUnit unit = stored(tx, unitId);
    const StoredUnit parent = stored(tx, newParentId);
    checkPlace(parent, unit.unit.kind());
    if (std::find(parent.path.begin(), parent.path.end(), unitId) != parent.path.end())
        throw AppError(ErrorCode::Refused, "unit.parent_not_allowed");
    const std::int64_t oldParentId = unit.unit.parent_id();
    tx.enqueue(kSetParent, unitId, newParentId);
    tx.enqueue(kRepath, unitId, parent.path, static_cast<std::int64_t>(unit.path.size()));
    // Whoever reached the old place loses it, whoever reaches the new one gains it; the moved people themselves lie
    // below the new one.
    std::vector<std::int64_t> affected = unit.path;
    affected.insert(affected.end(), parent.path.begin() + 1, parent.path.end());
    RightsStore::refreshAround(tx, affected);
    unit.unit.set_parent_id(newParentId);
    unit.version += 1;
    record(tx, actor, unit, "update", {{"parent_id", {{"old", oldParentId}, {"new", newParentId}}}});
    return unit.unit;
}

} // namespace banhang::server
