// What a customer's fields would be if a merge had never been: its later changes, told again without it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "banhang/v1/customer.pb.h"

namespace banhang::server {

/// One entry of a customer's history.
struct PastChange
{
    std::int64_t version = 0;
    nlohmann::json fields;       ///< {"name": {"old": …, "new": …}}
    nlohmann::json brought = {}; ///< of a merge: entries that others than the survivor had, {"phones": [...]}
};

/// A merge of the survivor, or its undo: the versions that it made, above the first up to the second.
struct VersionSpan
{
    std::int64_t before = 0;
    std::int64_t after = 0;

    bool contains(std::int64_t version) const { return version > before && version <= after; }
};

/// Tells `changes`, oldest first, again on top of `base`, leaving out those in `without`. A value that was set stays
/// set; of a list, what a change added is added and what it took away is taken away, so that entries which others
/// brought stay. Contact persons are not part of it: they are rows of their own.
v1::Customer retold(const v1::Customer& base, const std::vector<PastChange>& changes,
                    const std::vector<VersionSpan>& without);

} // namespace banhang::server
