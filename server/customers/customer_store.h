// Reads and writes rows of customers; every statement carries the caller's scope beside the policy beneath.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "banhang/v1/customers.pb.h"
#include "server/core/call/call.h"

namespace banhang::server {

class ConstraintErrors;

/// The one constraint on customers that data may break: codes that overtook their sequence, as when tables were brought
/// in without it. Each try moves the sequence on, so it is told as something to try again; all others are checked
/// before.
void registerCustomersConstraints(ConstraintErrors& errors);

/// A customer that the caller sees, whole, unmasked.
struct StoredCustomer
{
    v1::Customer customer;
    /// What was shared with the caller; UNSPECIFIED without a share.
    v1::ShareLevel share = v1::SHARE_LEVEL_UNSPECIFIED;
};

/// Nothing for what is absent or out of sight. Finds what is in the bin, too.
std::optional<StoredCustomer> findCustomer(Call& call, std::int64_t id);

/// The customer that this one was merged into in the end, as findCustomer. Nothing for one that was not merged.
std::optional<StoredCustomer> findSurvivor(Call& call, std::int64_t id);

/// As findCustomer, for a change: the row is locked first, so that what is read stays true until the end of the
/// transaction. (A caller who may not change it gets it unlocked, to be told so.)
std::optional<StoredCustomer> lockCustomer(Call& call, std::int64_t id);

/// Locks these customers, or those that they were merged into, in the order of their ids. Whoever is about to hang
/// something on a customer holds it before it asks who survived: a merge then takes along what is written, or the
/// statements that follow see what it did. No round trip of its own.
void lockMergeSurvivors(Tx& tx, const std::vector<std::int64_t>& ids);

/// Those of `ids` that the caller sees and that are not in the bin (`binned`: are in it), in the order of `ids`. One
/// round trip.
std::vector<v1::Customer> readCustomers(Call& call, const std::vector<std::int64_t>& ids, v1::CustomerView view,
                                        bool binned = false);

/// Stores a new row with its owner and fills what the server says: id, code, version, times. Contact persons are not
/// part of it.
void insertCustomer(Call& call, v1::Customer& customer);

/// Stores all typed columns of a locked row and fills the new version and time.
/// Version: throws AppError Conflict "customer.edit_conflict" if the row was not locked and has another version by now.
void updateCustomer(Call& call, v1::Customer& customer);

/// Moves a locked row to the bin or out of it and fills version and times.
void setBinned(Call& call, v1::Customer& customer, bool binned);

/// A new version of a locked row whose own columns stay: for shares, which the feed tells of as changes of the
/// customer.
void bumpVersion(Call& call, v1::Customer& customer);

struct AssignedCustomer
{
    std::int64_t id = 0;
    std::int64_t version = 0;
    std::int64_t ownerBefore = 0;
    std::int64_t unitBefore = 0;
    std::int64_t unitAfter = 0;
};
/// Gives those of `ids` that are within the caller's assign scope to `ownerId`, within it too; those that have this
/// owner already stay.
std::vector<AssignedCustomer> assignOwner(Call& call, const std::vector<std::int64_t>& ids, std::int64_t ownerId);

/// Cards of what the company shows to everybody; nothing if it shows none.
std::vector<v1::PublicCard> readPublicCards(Call& call, const std::vector<std::int64_t>& ids);
bool arePublicCardsEnabled(Call& call);

} // namespace banhang::server
