#include "server/care/care_listing.h"

#include <algorithm>

#include "common/error.h"
#include "server/care/care_list_store.h"
#include "server/care/care_request_access.h"
#include "server/care/care_request_store.h"
#include "server/core/call/page_filling.h"
#include "server/core/call/page_tokens.h"
#include "server/fields/text_rules.h"

namespace banhang::server {

namespace {

constexpr int kMaxBatchSize = 500;
constexpr int kUsualRows = 100;
constexpr int kMaxPeople = 100;
constexpr int kMaxValues = 50;
/// Rows that are read at once while an answer is filled.
constexpr std::size_t kSlice = 100;

void checkFilter(const v1::ListCareRequestsRequest& wanted)
{
    const v1::CareFilter& filter = wanted.filter();
    Issues issues;
    checkEnums(filter, issues);
    if (!v1::CareOrder_IsValid(wanted.order()))
        addError(issues, "order", "field.unknown_value");
    for (const auto& [name, size, most] : {std::tuple("owner_user_ids", filter.owner_user_ids_size(), kMaxPeople),
                                           {"states", filter.states_size(), kMaxValues},
                                           {"severities", filter.severities_size(), kMaxValues},
                                           {"kind_keys", filter.kind_keys_size(), kMaxValues}})
        checkCount(issues, name, size, most);
    refuseIssues(issues);
}

} // namespace

void getCareRequest(Call& call, const v1::GetCareRequestRequest& wanted, v1::CareRequest& reply)
{
    auto stored = findCareRequest(call, wanted.care_request_id());
    if (!stored)
        throwNoCareRequest();
    reply = std::move(*stored);
}

void batchGetCareRequests(Call& call, const v1::BatchGetCareRequestsRequest& wanted,
                          v1::BatchGetCareRequestsResponse& reply)
{
    refuseTooMany("care_request_ids", wanted.care_request_ids_size(), kMaxBatchSize);
    const std::vector<std::int64_t> ids(wanted.care_request_ids().begin(), wanted.care_request_ids().end());
    // Their texts may be so long that fewer of them go into one answer.
    const auto read = [&call](const std::vector<std::int64_t>& slice) { return readCareRequests(call, slice); };
    refuseTooMany("care_request_ids", ids.size(), fillAnswer(ids, kSlice, *reply.mutable_care_requests(), read));
}

void listCareRequests(Call& call, const TokenSigner& signer, const v1::ListCareRequestsRequest& wanted,
                      v1::ListCareRequestsResponse& reply)
{
    checkFilter(wanted);
    const int size = pageSize(wanted.page_size(), kUsualRows, kMaxBatchSize);
    const PageTokens tokens(signer, call.caller, wanted);
    std::optional<CarePlace> from;
    if (const nlohmann::json last = tokens.open(); !last.is_null())
        from = CarePlace{last.at("key"), last.at("id")};
    std::vector<CarePlace> places = listCarePlaces(call, wanted, from, size + 1);
    bool goesOn = static_cast<int>(places.size()) > size;
    if (goesOn)
        places.pop_back();
    std::vector<std::int64_t> ids;
    ids.reserve(places.size());
    for (const CarePlace& place : places)
        ids.push_back(place.id);
    const std::size_t taken =
        fillAnswer(ids, kSlice, *reply.mutable_care_requests(), [&](const std::vector<std::int64_t>& slice) {
            return readCareRequests(call, slice, wanted.filter().deleted());
        });
    goesOn = goesOn || taken < places.size();
    if (goesOn && taken > 0)
        reply.set_next_page_token(tokens.seal({{"key", places[taken - 1].key}, {"id", places[taken - 1].id}}));
}

void getCareCounts(Call& call, const v1::GetCareCountsRequest&, v1::CareCounts& reply)
{
    reply = countCare(call);
}

} // namespace banhang::server
