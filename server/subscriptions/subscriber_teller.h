// Tells subscribers of what the log has grown by.
#pragma once

#include <functional>
#include <memory>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "server/core/call/caller_source.h"
#include "server/core/database/database_pool.h"
#include "server/subscriptions/matching.h"
#include "server/subscriptions/news_rules.h"

namespace banhang::server {

struct TellerOptions
{
    /// Rows of the log in one transaction: as long as it writes, the feed of all clients waits.
    int batch = 200;
    /// People to tell, of all changes of one transaction together: what is held in memory has a bound, however many
    /// subscriptions a change meets. (One change is told whole.)
    int mostHits = 50'000;
    /// Called at the points of a round, for tests that end it there: inside the transaction "claimed", "read",
    /// "matched", "told" and "moved", after it "committed".
    std::function<void(std::string_view)> passed = [](std::string_view) {};
};

/// What one round came to.
struct ToldRound
{
    int rows = 0; ///< of the log
    int hits = 0; ///< changes, for each person
    int notifications = 0;
    bool isMore = false; ///< there is more to tell at once
};

/// Any number of servers: one tells at a time, and notifications and progress are one transaction. Thread: one at a
/// time. Owner: what it is made from must outlive it.
class SubscriberTeller
{
public:
    SubscriberTeller(DatabasePool& system, CallerSource& callers, TellerOptions options = {});

    /// One round; none while another server is at it.
    ToldRound tellSome();

private:
    ToldRound round(Tx& tx);
    void tellOf(Tx& tx, v1::SubscribedEntity entity, const std::vector<Match>& matches, ToldRound& done);
    std::vector<ToldHit> hitsOf(Tx& tx, v1::SubscribedEntity entity, const std::vector<Match>& matches);
    void loadCallers(Tx& tx, const std::vector<std::int64_t>& userIds);

    DatabasePool& m_system;
    CallerSource& m_callers;
    const TellerOptions m_options;
    /// Their masks; as of the rights_version that they carry.
    std::unordered_map<std::int64_t, std::shared_ptr<const Caller>> m_known;
};

} // namespace banhang::server
