// Who is at which record at one moment, and what of it each subscriber of the feed is told.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "server/changes/feed_decision.h"

namespace banhang::server {

/// One place of one session, as it was told last.
struct PresentPlace
{
    std::int64_t sessionId = 0;
    std::int64_t userId = 0;
    std::int64_t customerId = 0;
    std::int64_t unitId = 0; ///< where the customer is owned now
    bool editing = false;
    std::string field;
};

/// What a stream was told of each customer, as bytes.
using PresenceTold = std::map<std::int64_t, std::string>;

/// A snapshot. Presence is mutual: only who is at a record learns who else is there, and only while they may see it.
class PresenceBoard
{
public:
    explicit PresenceBoard(std::vector<PresentPlace> places);

    /// What differs from `told`, which is brought up to date. Names of fields that the view hides are left out.
    std::vector<v1::Presence> newsFor(const FeedView& view, std::int64_t sessionId, PresenceTold& told) const;

private:
    v1::Presence peopleAt(const FeedView& view, std::int64_t customerId) const;

    std::vector<PresentPlace> m_places;
    std::unordered_map<std::int64_t, std::vector<const PresentPlace*>> m_byCustomer;
    std::unordered_map<std::int64_t, std::vector<const PresentPlace*>> m_bySession;
};

} // namespace banhang::server
