#include "server/activities/timeline_listing.h"

#include <algorithm>

#include "common/error.h"
#include "server/activities/activity_access.h"
#include "server/activities/activity_store.h"
#include "server/activities/timeline_store.h"
#include "server/core/call/page_filling.h"
#include "server/core/call/page_tokens.h"
#include "server/customers/customer_access.h"
#include "server/customers/customer_store.h"
#include "server/fields/text_rules.h"

namespace banhang::server {

namespace {

constexpr int kMaxRows = 200;
constexpr int kUsualRows = 50;
constexpr int kMaxValues = 50;
constexpr std::size_t kMaxQueryLength = 200;
/// Rows that are read at once while an answer is filled.
constexpr std::size_t kSlice = 50;

void checkRequest(const v1::ListTimelineRequest& wanted)
{
    Issues issues;
    checkEnums(wanted, issues);
    checkCount(issues, "kinds", wanted.kinds_size(), kMaxValues);
    checkCount(issues, "channel_keys", wanted.channel_keys_size(), kMaxValues);
    if (characterCount(wanted.query()) > kMaxQueryLength)
        addError(issues, "query", "text.too_long", {{"max", std::to_string(kMaxQueryLength)}});
    refuseIssues(issues);
}

/// The customer itself, or what it was merged into.
std::int64_t visibleCustomer(Call& call, std::int64_t id)
{
    auto stored = findCustomer(call, id);
    if (!stored || stored->customer.merged_into_id() != 0)
        stored = findSurvivor(call, id);
    if (!stored)
        throwCustomerNotFound();
    return stored->customer.id();
}

/// Where a page starts, as its token says it.
struct Cursor
{
    TimelinePlace place;
    bool backwards = false;
};

/// A page starts behind its cursor: so just before the activity in reading order, where no row can be.
TimelinePlace justBefore(TimelinePlace place)
{
    place.id += place.isOpen ? -1 : 1;
    return place;
}

std::optional<Cursor> cursorOf(Call& call, const PageTokens& tokens, const v1::ListTimelineRequest& wanted)
{
    if (const nlohmann::json token = tokens.open(); !token.is_null())
        return Cursor{{token.at("open"), token.at("key"), token.at("id")}, token.at("back")};
    if (wanted.around_activity_id() == 0)
        return std::nullopt;
    const auto place = timelinePlaceOf(call, wanted.customer_id(), wanted.around_activity_id());
    if (!place)
        throwNoActivity();
    return Cursor{justBefore(*place), false};
}

std::string seal(const PageTokens& tokens, const TimelinePlace& place, bool backwards)
{
    return tokens.seal({{"open", place.isOpen}, {"key", place.key}, {"id", place.id}, {"back", backwards}});
}

/// The activities of these places, until the answer is full; at least one. Places beyond it are taken away.
bool fill(Call& call, std::vector<TimelinePlace>& places, v1::ListTimelineResponse& reply)
{
    std::vector<std::int64_t> ids;
    ids.reserve(places.size());
    for (const TimelinePlace& place : places)
        ids.push_back(place.id);
    const std::size_t taken =
        fillAnswer(ids, kSlice, *reply.mutable_activities(),
                   [&call](const std::vector<std::int64_t>& slice) { return readActivities(call, slice); });
    const bool isCut = taken < places.size();
    places.resize(taken);
    return isCut;
}

void addLastAgreed(Call& call, std::int64_t customerId, v1::ListTimelineResponse& reply)
{
    if (const std::int64_t talk = lastAgreedTalk(call, customerId); talk != 0)
        if (auto agreed = findActivity(call, talk))
            *reply.mutable_last_agreed() = std::move(*agreed);
}

} // namespace

void listTimeline(Call& call, const TokenSigner& signer, const v1::ListTimelineRequest& asked,
                  v1::ListTimelineResponse& reply)
{
    checkRequest(asked);
    const int size = pageSize(asked.page_size(), kUsualRows, kMaxRows);
    v1::ListTimelineRequest wanted = asked;
    wanted.set_customer_id(visibleCustomer(call, asked.customer_id()));
    v1::ListTimelineRequest question = asked;
    question.clear_around_activity_id();
    const PageTokens tokens(signer, call.caller, question);
    const auto cursor = cursorOf(call, tokens, wanted);
    const bool backwards = cursor && cursor->backwards;
    const auto from = cursor ? std::optional(cursor->place) : std::nullopt;
    std::vector<TimelinePlace> places = timelinePlaces(call, wanted, from, backwards, size + 1);
    bool goesOn = static_cast<int>(places.size()) > size;
    if (goesOn)
        places.pop_back();
    goesOn = fill(call, places, reply) || goesOn;
    if (backwards) {
        std::ranges::reverse(places);
        std::reverse(reply.mutable_activities()->begin(), reply.mutable_activities()->end());
    }
    if (!places.empty() && (backwards ? goesOn : cursor.has_value()))
        reply.set_previous_page_token(seal(tokens, places.front(), true));
    if (!places.empty() && (backwards || goesOn))
        reply.set_next_page_token(seal(tokens, places.back(), false));
    if (asked.page_token().empty())
        addLastAgreed(call, wanted.customer_id(), reply);
}

} // namespace banhang::server
