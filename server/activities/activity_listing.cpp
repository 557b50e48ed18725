#include "server/activities/activity_listing.h"

#include <algorithm>

#include <google/protobuf/util/time_util.h>

#include "common/error.h"
#include "server/activities/activity_access.h"
#include "server/activities/activity_list_store.h"
#include "server/activities/activity_store.h"
#include "server/core/call/page_filling.h"
#include "server/core/call/page_tokens.h"
#include "server/fields/text_rules.h"

namespace banhang::server {

using google::protobuf::util::TimeUtil;

namespace {

constexpr int kLastNano = 999'999'999;
constexpr int kMaxBatchSize = 500;
constexpr int kMaxRows = 1000;
constexpr int kUsualRows = 100;
constexpr int kMaxPeople = 100;
constexpr int kMaxValues = 50;
/// Rows that are read at once while an answer is filled.
constexpr std::size_t kSlice = 100;

void checkFilter(const v1::ActivityFilter& filter)
{
    Issues issues;
    checkEnums(filter, issues);
    checkCount(issues, "user_ids", filter.user_ids_size(), kMaxPeople);
    for (const auto& [name, size] : {std::pair("kinds", filter.kinds_size()),
                                     {"states", filter.states_size()},
                                     {"channel_keys", filter.channel_keys_size()}})
        checkCount(issues, name, size, kMaxValues);
    for (const auto& [name, time] : {std::pair("from_time", filter.from_time()), {"to_time", filter.to_time()}})
        if (time.seconds() < TimeUtil::kTimestampMinSeconds || time.seconds() > TimeUtil::kTimestampMaxSeconds ||
            time.nanos() < 0 || time.nanos() > kLastNano)
            addError(issues, name, "date.impossible");
    refuseIssues(issues);
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
    refuseTooMany("activity_ids", wanted.activity_ids_size(), kMaxBatchSize);
    const std::vector<std::int64_t> ids(wanted.activity_ids().begin(), wanted.activity_ids().end());
    // Their texts may be so long that fewer of them go into one answer.
    const auto read = [&call](const std::vector<std::int64_t>& slice) { return readActivities(call, slice); };
    refuseTooMany("activity_ids", ids.size(), fillAnswer(ids, kSlice, *reply.mutable_activities(), read));
}

void listActivities(Call& call, const TokenSigner& signer, const v1::ListActivitiesRequest& wanted,
                    v1::ListActivitiesResponse& reply)
{
    checkFilter(wanted.filter());
    const int size = pageSize(wanted.page_size(), kUsualRows, kMaxRows);
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
    const std::size_t taken =
        fillAnswer(ids, kSlice, *reply.mutable_activities(), [&](const std::vector<std::int64_t>& slice) {
            return readActivities(call, slice, wanted.filter().deleted());
        });
    goesOn = goesOn || taken < places.size();
    if (goesOn && taken > 0)
        reply.set_next_page_token(tokens.seal({{"key", places[taken - 1].key}, {"id", places[taken - 1].id}}));
}

} // namespace banhang::server
