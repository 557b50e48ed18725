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

struct SubscriptionNotifierOptions
{
    /// Rows of the log in one transaction: as long as it writes, the feed of all clients waits.
    int batch = 200;
    /// People to tell, of all changes of one transaction together: what is held in memory has a bound, however many
    /// subscriptions a change meets. (One change is told whole.)
    int maxHits = 50'000;
    /// Called at the points of a round, for tests that end it there: inside the transaction "claimed", "read",
    /// "matched", "told" and "moved", after it "committed".
    std::function<void(std::string_view)> passed = [](std::string_view) {};
};

/// What one round came to.
struct NotificationBatchResult
{
    int rows = 0; ///< of the log
    int hits = 0; ///< changes, for each person
    int notifications = 0;
    bool isMore = false; ///< there is more to tell at once
};

/// Any number of servers: one tells at a time, and notifications and progress are one transaction. Thread: one at a
/// time. Owner: what it is made from must outlive it.
class SubscriptionNotifier
{
public:
    SubscriptionNotifier(DatabasePool& system, CallerSource& callers, SubscriptionNotifierOptions options = {});

    /// One round; none while another server is at it.
    NotificationBatchResult notifyBatch();

private:
    NotificationBatchResult round(Tx& tx);
    void notifyOf(Tx& tx, v1::SubscribedEntity entity, const std::vector<Match>& matches,
                  NotificationBatchResult& done);
    std::vector<SubscriberHit> hitsOf(Tx& tx, v1::SubscribedEntity entity, const std::vector<Match>& matches);
    void loadCallers(Tx& tx, const std::vector<std::int64_t>& userIds);

    DatabasePool& m_system;
    CallerSource& m_callers;
    const SubscriptionNotifierOptions m_options;
    /// Their masks; as of the rights_version that they carry.
    std::unordered_map<std::int64_t, std::shared_ptr<const Caller>> m_known;
};

} // namespace banhang::server
