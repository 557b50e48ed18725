// Who calls, and what they may: the snapshot of rights that one call is decided by.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "common/right.h"

namespace banhang::server {

/// Leaves that one right reaches.
struct UnitSet
{
    bool all = false;                 ///< the whole company; `leaves` is empty then
    std::vector<std::int64_t> leaves; ///< sorted

    bool contains(std::int64_t unitId) const { return all || std::binary_search(leaves.begin(), leaves.end(), unitId); }
    bool none() const { return !all && leaves.empty(); }
    friend bool operator==(const UnitSet&, const UnitSet&) = default;
};

/// An immutable snapshot, made by identity's CallerLoader and shared between calls until the user's rights_version
/// changes. Explicit shares are not in it: they are rows, asked for in SQL.
struct Caller
{
    std::int64_t userId = 0;
    std::int64_t unitId = 0; ///< own leaf
    std::int64_t rightsVersion = 0;
    bool mustChangePassword = false;
    std::string userName;
    std::string fullName;

    static constexpr int kResources = v1::Resource_ARRAYSIZE;
    static constexpr int kActions = v1::Action_ARRAYSIZE;
    std::array<std::array<v1::Scope, kActions>, kResources> scopes{};
    std::array<std::array<UnitSet, kActions>, kResources> reach;
    std::array<bool, v1::SensitiveField_ARRAYSIZE> masked{};

    bool may(Right right) const { return scope(right) != v1::SCOPE_UNSPECIFIED; }
    v1::Scope scope(Right right) const { return scopes[right.resource][right.action]; }
    const UnitSet& units(Right right) const { return reach[right.resource][right.action]; }
    bool isMasked(v1::SensitiveField field) const { return masked[field]; }
};

/// The live session of one call.
struct SessionInfo
{
    std::int64_t id = 0;
    std::string machineName;
    std::string address;
};

} // namespace banhang::server
