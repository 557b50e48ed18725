// What customers owe to their activities: last and next contact, and how the last one judged them.
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include <nlohmann/json.hpp>

#include "server/core/change_log/change_recorder.h"
#include "server/core/database/tx.h"

namespace banhang::server {

/// An activity that was written with nothing that its customer takes from it. If it tells a birthday, the customer
/// stays as it is, and the news of it is kept from whom birthdays are hidden: they would learn when it is.
struct MereActivity
{
    std::int64_t id = 0;
    std::int64_t customerId = 0;
};

/// Brings these customers up to date and puts on record what changed of them, at least that their activities did
/// (pseudo field "activities"), and those of the mere activities that tell no birthday. What else the history of a
/// customer is to tell of this change stands in `told`. Locks them, so it comes last in a transaction: others write
/// talks with them too.
void followContacts(Tx& tx, const ChangeActor& actor, const std::vector<std::int64_t>& customerIds,
                    const std::map<std::int64_t, nlohmann::json>& told = {},
                    const std::vector<MereActivity>& mere = {});

} // namespace banhang::server
