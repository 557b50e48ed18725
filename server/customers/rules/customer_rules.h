// What can be wrong, doubtful or contradictory about a customer; decides nothing but says it all at once.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "banhang/v1/customer.pb.h"
#include "common/vn/date.h"
#include "server/fields/issue_rules.h"

namespace banhang::server {

/// What is known of the parent that a customer names.
struct ParentFacts
{
    v1::CustomerKind kind = v1::CUSTOMER_KIND_UNSPECIFIED;
    /// From the parent upwards, the parent itself first.
    std::vector<std::int64_t> ancestors;
};

/// What the rules must be told, since they look nothing up.
struct RuleContext
{
    vn::Date today;
    /// Keys of each pick-list, inactive ones too: a record may keep what is no longer offered.
    std::map<std::string, std::set<std::string>, std::less<>> pickKeys;
    /// Of the units that points to watch name, those that exist.
    std::set<std::int64_t> units;
    /// Nothing if the caller sees no such customer, or none is named.
    std::optional<ParentFacts> parent;
};

/// A key that a customer holds, and the list it must be in.
struct UsedPick
{
    std::string list;
    std::string key;
    std::string path;
};
std::vector<UsedPick> usedPicks(const v1::Customer& customer);

/// Brings a customer as typed into the form that is checked and stored: texts tidied, phone keys, codes of today's
/// units and the default status filled, what only the server says cleared. Entries keep their place, so that the paths
/// of issues name what was typed.
void prepareCustomer(v1::Customer& customer);

/// Takes out list entries that say nothing. After the check, before storing.
void dropEmptyEntries(v1::Customer& customer);

/// Errors are what cannot be true or would harm the record; whatever may be true of a real customer is a warning. In
/// field order.
Issues checkCustomer(const v1::Customer& customer, const RuleContext& context);

/// Of the issues, those that an edit of `fields` answers for: errors elsewhere were there before and do not stop it.
/// `fields` are top-level names.
Issues issuesOfEdit(const Issues& issues, const std::set<std::string>& fields);

bool hasErrors(const Issues& issues);

} // namespace banhang::server
