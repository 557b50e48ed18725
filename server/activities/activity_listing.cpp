#include "server/activities/activity_listing.h"

#include <algorithm>

#include "common/error.h"
#include "server/activities/activity_access.h"
#include "server/activities/activity_list_store.h"
#include "server/activities/activity_store.h"
#include "server/core/page_tokens.h"
#include "server/customers/text_rules.h"

namespace banhang::server {

namespace {

constexpr int kMostAtOnce = 500;
constexpr int kMostRows = 1000;
constexpr int kUsualRows = 100;
constexpr int kMostPeople = 100;
constexpr int kMostValues = 50;
/// Of one answer: clients take twice as much.
constexpr std::size_t kMostBytes = 2UL * 1024 * 1024;
/// Rows that are read at once while an answer is filled.
constexpr std::size_t kSlice = 100;

void checkFilter(const v1::ActivityFilter& filter)
{
    Issues issues;
    checkEnums(filter, issues);
    if (filter.user_ids_size() > kMostPeople)
        addError(issues, "user_ids", "list.too_long", {{"max", std::to_string(kMostPeople)}});
    for (const auto& [name, size] : {std::pair("kinds", filter.kinds_size()),
                                     {"states", filter.states_size()},
                                     {"channel_keys", filter.channel_keys_size()}})
        if (size > kMostValues)
            addError(issues, name, "list.too_long", {{"max", std::to_string(kMostValues)}});
    refuseIssues(issues);
}

/// The activities of `ids` in that order, until the answer is full; at least one. Returns how many ids were read.
std::size_t fill(Call& call, const std::vector<std::int64_t>& ids, bool binned, v1::ListActivitiesResponse& reply)
{
    std::size_t bytes = 0;
    for (std::size_t from = 0; from < ids.size(); from += kSlice) {
        const std::size_t to = std::min(from + kSlice, ids.size());
        for (v1::Activity& activity : readActivities(call, {&ids[from], &ids[from] + (to - from)}, binned)) {
            bytes += activity.ByteSizeLong();
            if (bytes > kMostBytes && reply.activities_size() > 0)
                return std::ranges::find(ids, activity.id()) - ids.begin();
            *reply.add_activities() = std::move(activity);
        }
    }
    return ids.size();
}

} // namespace

void getActivity(Call& call, const v1::GetActivityRequest& wanted, v1::Activity& reply)
{
    auto stored = findActivity(call, wanted.activity_id());
    if (!stored)
        throwNoActivity();
    reply = std::move(*stored);
}

void batchGetActivities(Call& call, const v1::BatchGetActivitiesRequest& wanted, v1::BatchGetActivitiesResponse& reply)
{
    if (wanted.activity_ids_size() > kMostAtOnce)
        throwInvalidField("activity_ids", "call.too_many_ids");
    for (v1::Activity& activity : readActivities(call, {wanted.activity_ids().begin(), wanted.activity_ids().end()}))
        *reply.add_activities() = std::move(activity);
}

void listActivities(Call& call, const TokenSigner& signer, const v1::ListActivitiesRequest& wanted,
                    v1::ListActivitiesResponse& reply)
{
    checkFilter(wanted.filter());
    const int size = pageSize(wanted.page_size(), kUsualRows, kMostRows);
    const PageTokens tokens(signer, call.caller, wanted);
    std::optional<ActivityPlace> from;
    if (const nlohmann::json last = tokens.open(); !last.is_null())
        from = ActivityPlace{last.at("key"), last.at("id")};
    std::vector<ActivityPlace> places = listActivityPlaces(call, wanted.filter(), wanted.descending(), from, size + 1);
    bool goesOn = static_cast<int>(places.size()) > size;
    if (goesOn)
        places.pop_back();
    std::vector<std::int64_t> ids;
    ids.reserve(places.size());
    for (const ActivityPlace& place : places)
        ids.push_back(place.id);
    const std::size_t taken = fill(call, ids, wanted.filter().deleted(), reply);
    goesOn = goesOn || taken < places.size();
    if (goesOn && taken > 0)
        reply.set_next_page_token(tokens.seal({{"key", places[taken - 1].key}, {"id", places[taken - 1].id}}));
}

} // namespace banhang::server
