// Reads the change log for the feed, and what decides over open streams. For role banhang_system.
#pragma once

#include <chrono>
#include <functional>
#include <vector>

#include "server/changes/feed_decision.h"
#include "server/core/database/tx.h"

namespace banhang::server {

/// Where the settled part of the log ends now.
struct FeedHead
{
    FeedPoint point;              ///< everything below it is settled
    std::int64_t timeMicros = 0;  ///< by the database's clock, as the rows are stamped
    double oldestOpenSeconds = 0; ///< how long the oldest unsettled row has waited
};

struct UserState
{
    std::int64_t userId = 0;
    std::int64_t rightsVersion = 0;
    bool active = false;
};

/// A share asked about, or found.
struct ShareKey
{
    std::int64_t userId = 0;
    std::int64_t customerId = 0;

    friend bool operator==(const ShareKey&, const ShareKey&) = default;
};

/// All SQL of the feed.
class ChangeStore
{
public:
    static FeedHead head(Tx& tx);
    /// At most `limit` settled rows behind `after`, in reading order.
    static std::vector<ChangeRow> read(Tx& tx, const FeedPosition& after, int limit);
    /// How many settled rows lie in (after, until], counted up to `limit`.
    static int count(Tx& tx, const FeedPosition& after, const FeedPosition& until, int limit);
    /// Newest committed state of each record, in the order asked for.
    static std::vector<RecordState> newest(Tx& tx, const std::vector<RecordKey>& records);
    static std::vector<UserState> users(Tx& tx, const std::vector<std::int64_t>& userIds);
    /// Which of the sessions ended, expired, or were idle for longer than `idle`.
    static std::vector<std::int64_t> endedSessions(Tx& tx, const std::vector<std::int64_t>& sessionIds,
                                                   std::chrono::seconds idle);
    /// Customers shared with a user.
    static std::vector<std::int64_t> sharedWith(Tx& tx, std::int64_t userId);
    /// Those of the asked shares that stand now.
    static std::vector<ShareKey> standing(Tx& tx, const std::vector<ShareKey>& asked);
};

} // namespace banhang::server
