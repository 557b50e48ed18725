#include "server/identity/sign_in.h"

#include <optional>
#include <string>

#include <spdlog/spdlog.h>

#include "common/error.h"
#include "common/vn/utf8.h"
#include "server/core/change_log/feed_token.h"
#include "server/core/crypto/digest.h"
#include "server/identity/caller_loader.h"
#include "server/identity/org_store.h"
#include "server/identity/password_hash.h"
#include "server/identity/password_rules.h"
#include "server/identity/session_store.h"
#include "server/identity/session_token.h"
#include "server/identity/user_store.h"

namespace banhang::server {

namespace {

constexpr std::size_t kMaxMachineNameLength = 100;
// Longer input is no password of ours (256 characters of at most 4 bytes) and not worth folding or hashing.
constexpr std::size_t kMaxBytes = std::size_t{4} * kMaxPasswordLength;

[[noreturn]] void throwRefused()
{
    throw AppError(ErrorCode::SignedOut, "identity.sign_in_refused");
}

/// In a transaction of its own, so that the attempt stays counted whatever comes of it.
std::optional<Credentials> chargeAttempt(MultiTransactionCall& outer, std::string_view userName)
{
    std::optional<Credentials> found;
    outer.inTransaction([&](Call& call) {
        const int seconds = SessionStore::chargeAttempt(call.tx, userName, call.address);
        if (seconds > 0)
            throw AppError(ErrorCode::Throttled, "identity.sign_in_delayed", {{"seconds", std::to_string(seconds)}});
        found = UserStore::credentials(call.tx, userName);
    });
    return found;
}

/// Cut to what the protocol allows; the machine says it, so it is not worth a refusal.
std::string machineNameOf(const v1::SignInRequest& wanted)
{
    const std::string name = vn::tidy(wanted.machine_name());
    std::size_t end = 0;
    for (std::size_t count = 0; end < name.size() && count < kMaxMachineNameLength; ++count)
        vn::nextCodePoint(name, end);
    return name.substr(0, end);
}

/// Answers with a new session. Refuses if the password or the person changed while the hash was being made.
void openSession(Call& call, const v1::SignInRequest& wanted, const Credentials& checked, const std::string& upgrade,
                 v1::SignInResponse& reply, const SignInParts& parts)
{
    const Credentials now = UserStore::lockedCredentials(call.tx, checked.userId);
    if (!now.active || now.passwordHash != checked.passwordHash)
        throwRefused();
    SessionStore::forgiveAttempt(call.tx, wanted.user_name(), call.address);
    if (!upgrade.empty())
        UserStore::upgradeHash(call.tx, now.userId, now.passwordHash, upgrade);
    const std::string token = makeSessionToken();
    SessionStore::create(call.tx,
                         {.userId = now.userId,
                          .tokenHash = sha256(token),
                          .machineName = machineNameOf(wanted),
                          .address = call.address},
                         parts.callers.limits());
    const auto caller = parts.callers.load(call.tx, now.userId);
    if (!caller)
        throwRefused();
    *reply.mutable_me() = describe(*caller, OrgStore::companySettings(call.tx), parts.signer);
    reply.set_feed_token(currentFeedToken(call.tx, parts.signer, now.userId, caller->rightsVersion));
    reply.set_session_token(token);
}

} // namespace

v1::Me describe(const Caller& caller, const v1::CompanySettings& company, const TokenSigner& signer)
{
    v1::Me me;
    me.set_user_id(caller.userId);
    me.set_user_name(caller.userName);
    me.set_full_name(caller.fullName);
    me.set_unit_id(caller.unitId);
    me.set_must_change_password(caller.mustChangePassword);
    me.set_draft_key(signer.keyFor("draft:" + std::to_string(caller.userId)));
    for (int resource = 1; resource < Caller::kResources; ++resource) {
        for (int action = 1; action < Caller::kActions; ++action) {
            const Right right{static_cast<v1::Resource>(resource), static_cast<v1::Action>(action)};
            if (!caller.may(right))
                continue;
            v1::EffectiveRight& held = *me.add_rights();
            held.set_resource(right.resource);
            held.set_action(right.action);
            held.set_scope(caller.scope(right));
        }
    }
    for (int field = 1; field < v1::SensitiveField_ARRAYSIZE; ++field)
        if (caller.isMasked(static_cast<v1::SensitiveField>(field)))
            me.add_masked_fields(static_cast<v1::SensitiveField>(field));
    *me.mutable_company() = company;
    return me;
}

void signIn(MultiTransactionCall& outer, const v1::SignInRequest& wanted, v1::SignInResponse& reply,
            const SignInParts& parts)
{
    if (wanted.user_name().size() > kMaxBytes || wanted.password().size() > kMaxBytes)
        throwRefused();
    const auto found = chargeAttempt(outer, wanted.user_name());
    const bool matches =
        parts.hasher.verify(wanted.password(), found ? std::optional(found->passwordHash) : std::nullopt);
    if (!matches || !found || !found->active) {
        // Outside, all refusals look alike; whoever looks after the server sees whose account is being tried, and from
        // where.
        spdlog::warn("event=sign_in.refused id={} user={} address={}", outer.id(), found ? found->userId : 0,
                     outer.address());
        throwRefused();
    }
    const std::string upgrade =
        parts.hasher.isOutdated(found->passwordHash) ? parts.hasher.hash(wanted.password()) : std::string();
    outer.inTransaction([&](Call& call) { openSession(call, wanted, *found, upgrade, reply, parts); });
}

void changePassword(MultiTransactionCall& outer, const v1::ChangePasswordRequest& wanted, const SignInParts& parts)
{
    const Caller& caller = outer.caller();
    if (wanted.old_password().size() > kMaxBytes)
        throwInvalidField("old_password", "identity.old_password_wrong");
    auto issues = passwordIssues(wanted.new_password(), caller.userName);
    if (issues.empty() && vn::toNfc(wanted.new_password()) == vn::toNfc(wanted.old_password()))
        issues.push_back(fieldIssue(v1::SEVERITY_ERROR, "new_password", "password.unchanged"));
    refuseIssues(issues);
    // Counted like a sign-in: whoever found a machine unlocked must not try out passwords here.
    const auto found = chargeAttempt(outer, caller.userName);
    if (!parts.hasher.verify(wanted.old_password(), found ? std::optional(found->passwordHash) : std::nullopt))
        throwInvalidField("old_password", "identity.old_password_wrong");
    const std::string hash = parts.hasher.hash(wanted.new_password());
    outer.finish([&](Call& call) {
        // Changed by somebody else while the hashes were being made: what was typed is the old password no longer.
        if (UserStore::lockedCredentials(call.tx, caller.userId).passwordHash != found->passwordHash)
            throwInvalidField("old_password", "identity.old_password_wrong");
        SessionStore::forgiveAttempt(call.tx, caller.userName, call.address);
        UserStore::setPassword(call.tx, actorOf(call), caller.userId, hash, false, call.session.id);
    });
}

} // namespace banhang::server
