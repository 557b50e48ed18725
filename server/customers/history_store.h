// The history of one customer, read from the log of changes.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "banhang/v1/customers.pb.h"
#include "server/core/call/call.h"

namespace banhang::server {

/// Which entries.
struct HistoryRange
{
    std::int64_t beforeSequence = 0; ///< 0 = from the newest on
    int limit = 0;
    std::int64_t bytes = 0; ///< of the changes as stored; one entry is read whatever its size
    bool ownSharesOnly = false;
};
struct HistoryPage
{
    std::vector<v1::HistoryEntry> entries; ///< newest first, without fields hidden from the caller
    std::int64_t lastSequence = 0;
    bool goesOn = false;
};
HistoryPage readHistory(Call& call, std::int64_t customerId, const HistoryRange& range);

/// What others have changed in a record since some version of it.
struct ChangesSince
{
    std::map<std::string, nlohmann::json> originals; ///< field -> value before the first of these changes
    std::int64_t lastActorId = 0;
    std::int64_t lastTimeMicros = 0;
};
ChangesSince changesSince(Call& call, std::string_view entity, std::int64_t id, std::int64_t version);

/// The value of a field as JSON without what the caller's masks hide inside it: numbers, addresses and birthdays of
/// contact persons.
nlohmann::json withoutHidden(const Caller& caller, const std::string& field, nlohmann::json value);

} // namespace banhang::server
