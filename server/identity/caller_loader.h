// Remembers who is behind each session token, and notices when that is no longer true.
#pragma once

#include <chrono>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "server/core/call/caller_source.h"
#include "server/identity/session_store.h"

namespace banhang::server {

class DatabasePool;
struct CallerFacts;

/// The snapshot that these facts lead to.
std::shared_ptr<const Caller> callerOf(const CallerFacts& facts);

/// Nothing remembered is believed: every call's first round trip checks that the session lives and that no right of its
/// user changed. So an ended session or a lost right is felt by the next call, on every server of the database. Thread:
/// any. Owner: the pool must outlive it.
class CallerLoader final : public CallerSource
{
public:
    /// `keptFor`: who calls nothing for so long is read anew then, so that sessions which nobody ends take no memory.
    CallerLoader(DatabasePool& app, const SessionLimits& limits,
                 std::chrono::steady_clock::duration keptFor = std::chrono::minutes(10));

    /// Also notes the session's use in the database, at most once a minute and beside the call.
    Signed remembered(std::string_view token, CalledBy calledBy) override;
    Signed verify(Tx& tx, std::string_view token, const Signed& known) override;
    void forget(std::string_view token) override;
    std::shared_ptr<const Caller> load(Tx& tx, std::int64_t userId) override;

    const SessionLimits& limits() const { return m_limits; }

private:
    struct Entry
    {
        Signed known;
        std::chrono::steady_clock::time_point usedAt;
        std::chrono::steady_clock::time_point touchedAt; ///< when the use was noted in the database
    };
    Signed loadAnew(Tx& tx, const std::string& tokenHash);

    DatabasePool& m_app;
    const SessionLimits m_limits;
    const std::chrono::steady_clock::duration m_keptFor;
    std::mutex m_mutex;
    std::unordered_map<std::string, Entry> m_entries; ///< by token hash
};

} // namespace banhang::server
