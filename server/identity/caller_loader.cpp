#include "server/identity/caller_loader.h"

#include <utility>

#include <spdlog/spdlog.h>

#include "common/error.h"
#include "server/core/crypto/digest.h"
#include "server/core/database/database_pool.h"
#include "server/identity/rights_rules.h"
#include "server/identity/rights_store.h"

namespace banhang::server {

namespace {

using Clock = std::chrono::steady_clock;

constexpr auto kTouchEvery = std::chrono::minutes(1);

[[noreturn]] void throwEnded()
{
    throw AppError(ErrorCode::SignedOut, "session.ended");
}

/// Notes the use of a session; a lost one does not matter, the next call sends another.
class TouchTask final : public DatabaseTask
{
public:
    TouchTask(std::int64_t sessionId, const SessionLimits& limits) : m_sessionId(sessionId), m_limits(limits) {}

    void run(ConnectionSlot& slot) noexcept override
    {
        const std::unique_ptr<TouchTask> self(this);
        try {
            runTransaction(slot, Tx::Mode::ReadWrite, {}, nullptr,
                           [this](Tx& tx) { RightsStore::touchSession(tx, m_sessionId, m_limits); });
        } catch (const std::exception& error) {
            spdlog::debug("event=session.touch_lost reason={}", error.what());
        }
    }
    void refuse(const AppError&) noexcept override { delete this; }
    Clock::time_point deadline() const override { return m_deadline; }

private:
    std::int64_t m_sessionId;
    SessionLimits m_limits;
    Clock::time_point m_deadline = Clock::now() + std::chrono::seconds(5);
};

} // namespace

std::shared_ptr<const Caller> callerOf(const CallerFacts& facts)
{
    auto caller = std::make_shared<Caller>();
    caller->userId = facts.userId;
    caller->unitId = facts.unitId;
    caller->rightsVersion = facts.rightsVersion;
    caller->mustChangePassword = facts.mustChangePassword;
    caller->userName = facts.userName;
    caller->fullName = facts.fullName;
    const OrgTree tree(facts.units);
    for (int resource = 1; resource < Caller::kResources; ++resource) {
        for (int action = 1; action < Caller::kActions; ++action) {
            const Right right{static_cast<v1::Resource>(resource), static_cast<v1::Action>(action)};
            const v1::Scope scope = effectiveScope(facts.groups, right);
            Reach reach = tree.reach(facts.unitId, scope);
            caller->scopes[resource][action] = scope;
            caller->reach[resource][action] = {reach.all, std::move(reach.leaves)};
        }
    }
    for (int field = 1; field < v1::SensitiveField_ARRAYSIZE; ++field)
        caller->masked[field] = isMasked(facts.groups, static_cast<v1::SensitiveField>(field));
    return caller;
}

CallerLoader::CallerLoader(DatabasePool& app, const SessionLimits& limits, Clock::duration keptFor)
    : m_app(app), m_limits(limits), m_keptFor(keptFor)
{
}

CallerSource::Signed CallerLoader::remembered(std::string_view token, CalledBy calledBy)
{
    Signed known;
    {
        const std::lock_guard lock(m_mutex);
        const auto entry = m_entries.find(sha256(token));
        if (entry == m_entries.end())
            return {};
        known = entry->second.known;
        const auto now = Clock::now();
        entry->second.usedAt = now;
        if (calledBy == CalledBy::Timer || now - entry->second.touchedAt < kTouchEvery)
            return known;
        entry->second.touchedAt = now;
    }
    m_app.post(new TouchTask(known.session.id, m_limits));
    return known;
}

CallerSource::Signed CallerLoader::verify(Tx& tx, std::string_view token, const Signed& known)
{
    const std::string tokenHash = sha256(token);
    if (!known.caller)
        return loadAnew(tx, tokenHash);
    const std::int64_t rightsVersion = known.caller->rightsVersion;
    RightsStore::expectLiveSession(tx, tokenHash, m_limits, [rightsVersion](const std::optional<LiveSession>& live) {
        if (!live)
            throwEnded();
        if (live->rightsVersion != rightsVersion)
            throw StaleCaller();
    });
    return known;
}

void CallerLoader::forget(std::string_view token)
{
    const std::lock_guard lock(m_mutex);
    m_entries.erase(sha256(token));
}

std::shared_ptr<const Caller> CallerLoader::load(Tx& tx, std::int64_t userId)
{
    const auto facts = RightsStore::facts(tx, userId);
    return facts ? callerOf(*facts) : nullptr;
}

CallerSource::Signed CallerLoader::loadAnew(Tx& tx, const std::string& tokenHash)
{
    const auto live = RightsStore::liveSession(tx, tokenHash, m_limits);
    if (!live)
        throwEnded();
    // Read after the session, so it may be newer than the version that the session was read with, never older.
    Signed found{load(tx, live->userId), live->session};
    if (!found.caller)
        throwEnded();
    const std::lock_guard lock(m_mutex);
    const auto now = Clock::now();
    std::erase_if(m_entries, [&](const auto& entry) { return now - entry.second.usedAt >= m_keptFor; });
    m_entries[tokenHash] = {.known = found, .usedAt = now, .touchedAt = {}};
    return found;
}

} // namespace banhang::server
