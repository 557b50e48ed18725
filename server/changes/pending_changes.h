// What waits to be sent to one client: each record once, newest news only, bounded.
#pragma once

#include <deque>
#include <optional>
#include <unordered_map>
#include <vector>

#include "banhang/v1/changes.pb.h"
#include "server/changes/feed_decision.h"

namespace banhang::server {

class PendingChanges
{
public:
    explicit PendingChanges(std::size_t bound) : m_bound(bound) {}

    /// News of a record replaces older news of it, in the older one's place; fields add up. Past the bound everything
    /// is dropped and replaced by one RESYNC.
    void add(const v1::Change& change);
    /// Drops everything: the client is to reload it all. The first reason stays, unless rights changed: that one asks
    /// for more.
    void resync(v1::Resync::Reason reason);

    bool empty() const { return !m_resync && m_order.empty(); }
    /// Empties it into one event, without resume token.
    v1::WatchEvent take();

private:
    std::size_t m_bound;
    std::optional<v1::Resync::Reason> m_resync;
    std::vector<v1::Change> m_order;
    std::unordered_map<RecordKey, std::size_t, RecordKeyHash> m_places;
};

} // namespace banhang::server
