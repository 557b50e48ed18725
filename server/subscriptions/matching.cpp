#include "server/subscriptions/matching.h"

#include <algorithm>
#include <map>
#include <set>

namespace banhang::server {

namespace {

using Records = std::map<std::pair<v1::SubscribedEntity, std::int64_t>, ConcernedRecord>;

bool hasConditions(const v1::CustomerFilter& filter)
{
    return filter.ByteSizeLong() > 0;
}

std::vector<Match> candidates(const std::vector<LoggedChange>& changes,
                              const std::vector<LiveSubscription>& subscriptions)
{
    std::vector<Match> matches;
    for (const LoggedChange& change : changes) {
        for (const LiveSubscription& one : subscriptions) {
            if (one.subscription.entity() != change.entity || change.timeMicros < one.toldFromMicros)
                continue;
            if (auto meant = meantBy(one.subscription, change.operation, change.fields, one.watchUnits))
                matches.push_back({&change, &one, std::move(*meant)});
        }
    }
    return matches;
}

Records recordsOf(Tx& tx, const std::vector<Match>& matches)
{
    std::map<v1::SubscribedEntity, std::set<std::int64_t>> asked;
    for (const Match& match : matches)
        asked[match.change->entity].insert(match.change->entityId);
    Records records;
    for (const auto& [entity, ids] : asked)
        for (const ConcernedRecord& record : concernedRecords(tx, entity, {ids.begin(), ids.end()}))
            records.emplace(std::pair(entity, record.id), record);
    return records;
}

/// Null where the bin has overtaken it.
const ConcernedRecord* recordOf(const Records& records, const Match& match)
{
    const auto found = records.find({match.change->entity, match.change->entityId});
    const bool isOfBin = match.meant.what == Happening::Binned;
    return found == records.end() || found->second.isBinned != isOfBin ? nullptr : &found->second;
}

bool isOfKind(const v1::Subscription& subscription, v1::ActivityKind kind)
{
    const auto& kinds = subscription.activity_kinds();
    return kinds.empty() || std::ranges::find(kinds, kind) != kinds.end();
}

} // namespace

std::vector<Match> matchChanges(Tx& tx, const std::vector<LoggedChange>& changes,
                                const std::vector<LiveSubscription>& subscriptions)
{
    std::vector<Match> matches = candidates(changes, subscriptions);
    const Records records = recordsOf(tx, matches);
    std::erase_if(matches, [&records](const Match& match) {
        const ConcernedRecord* record = recordOf(records, match);
        return record == nullptr || !isOfKind(match.subscription->subscription, record->kind);
    });
    std::map<const LiveSubscription*, std::set<std::int64_t>> customers;
    for (const Match& match : matches)
        if (hasConditions(match.subscription->subscription.filter()))
            customers[match.subscription].insert(recordOf(records, match)->customerId);
    for (auto& [one, ids] : customers)
        ids = customersMeeting(tx, one->subscription.filter(), {ids.begin(), ids.end()});
    std::erase_if(matches, [&](const Match& match) {
        const auto conditioned = customers.find(match.subscription);
        return conditioned != customers.end() && !conditioned->second.contains(recordOf(records, match)->customerId);
    });
    return matches;
}

} // namespace banhang::server
