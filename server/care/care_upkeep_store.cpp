#include "server/care/care_upkeep_store.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "server/core/change_log/change_recorder.h"

namespace banhang::server {

namespace {

constexpr Statement kWatcher{"SELECT banhang.care_watcher($1)"};
constexpr Statement kTellOwner{"SELECT banhang.tell_care_owner($1, $2::bigint[])"};

std::optional<std::int64_t> placeOf(const v1::CareRequest* request)
{
    if (request == nullptr || request->has_delete_time())
        return std::nullopt;
    return request->unit_id();
}

/// Its owners before and after, and whose customer it is.
std::vector<std::int64_t> peopleOf(Call& call, const v1::CareRequest* before, const v1::CareRequest& after)
{
    std::vector<std::int64_t> people{after.owner_user_id()};
    if (before != nullptr)
        people.push_back(before->owner_user_id());
    const Rows rows = call.tx.query(kWatcher, after.customer_id());
    if (!rows.front().isNull(0))
        people.push_back(rows.front().int64(0));
    std::ranges::sort(people);
    people.erase(std::ranges::unique(people).begin(), people.end());
    return people;
}

} // namespace

void recordCareChange(Call& call, std::string_view operation, const v1::CareRequest* before,
                      const v1::CareRequest& after, const nlohmann::json& fields)
{
    recordChange(call,
                 {.entity = "care_request",
                  .entityId = after.id(),
                  .version = after.version(),
                  .operation = operation,
                  .unitBefore = placeOf(before),
                  .unitAfter = placeOf(&after),
                  .people = peopleOf(call, before, after)},
                 fields);
}

void notifyCareOwner(Call& call, std::int64_t ownerId, const std::vector<std::int64_t>& ids)
{
    call.tx.enqueue(kTellOwner, ownerId, ids);
}

} // namespace banhang::server
