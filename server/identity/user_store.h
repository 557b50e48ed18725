// The people who may sign in, each with a leaf of their own in the organisation tree.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "banhang/v1/identity.pb.h"
#include "server/core/change_log/change_recorder.h"
#include "server/core/database/constraint_errors.h"
#include "server/core/database/tx.h"

namespace banhang::server {

/// What a caller is told when two of these writes meet; the stores themselves ask first.
void registerIdentityConstraints(ConstraintErrors& errors);

/// A user as IT sees one. The password's hash leaves the store only by `credentials`.
struct User
{
    std::int64_t id = 0;
    std::string userName; ///< lower case
    std::string fullName;
    std::int64_t unitId = 0;       ///< own leaf
    std::int64_t parentUnitId = 0; ///< what the leaf hangs on
    bool active = true;
    bool mustChangePassword = true;
    std::vector<std::int64_t> groupIds;
    std::int64_t version = 0;
};

struct NewUser
{
    std::string userName; ///< 2..64 of a-z 0-9 . _ -; stored in lower case
    std::string fullName; ///< as to be shown, family name first
    std::int64_t parentUnitId = 0;
    std::string passwordHash; ///< from password_hash.h
    bool mustChangePassword = true;
    std::vector<std::int64_t> groupIds;
};

/// What a sign-in is decided by.
struct Credentials
{
    std::int64_t userId = 0;
    std::string passwordHash;
    bool active = false;
};

/// All SQL on app_user. Every change that touches rights rewrites them in the same transaction; every change is
/// recorded. Throws: AppError NotFound "user.not_found", "unit.not_found", "group.not_found".
class UserStore
{
public:
    static std::vector<User> list(Tx& tx);
    static std::optional<User> find(Tx& tx, std::int64_t userId);
    /// Case does not matter.
    static std::optional<User> named(Tx& tx, std::string_view userName);
    /// Everybody, for names beside records; ordered by id.
    static std::vector<v1::Person> people(Tx& tx);

    /// Makes the user and their leaf.
    /// Throws: AppError AlreadyExists "user.name_taken", Invalid with issues, Refused "unit.parent_not_allowed".
    static User create(Tx& tx, const ChangeActor& actor, const NewUser& wanted);
    /// Renames the leaf with the person.
    static User rename(Tx& tx, const ChangeActor& actor, std::int64_t userId, std::string_view fullName);
    static User move(Tx& tx, const ChangeActor& actor, std::int64_t userId, std::int64_t newParentUnitId);
    /// An inactive user keeps records and history, but holds no right, has no session and cannot sign in.
    static User setActive(Tx& tx, const ChangeActor& actor, std::int64_t userId, bool active);

    static std::optional<Credentials> credentials(Tx& tx, std::string_view userName);
    /// The same, kept from changing until the transaction ends.
    static Credentials lockedCredentials(Tx& tx, std::int64_t userId);
    /// Stores a new hash and ends the user's sessions, all but `keptSessionId` (0 = all of them).
    static void setPassword(Tx& tx, const ChangeActor& actor, std::int64_t userId, std::string_view hash,
                            bool mustChange, std::int64_t keptSessionId);
    /// Replaces the hash of an unchanged password by a stronger one; nothing else changes, and nothing is recorded.
    static void upgradeHash(Tx& tx, std::int64_t userId, std::string_view oldHash, std::string_view newHash);
};

} // namespace banhang::server
