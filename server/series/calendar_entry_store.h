// Reads which records were made from which entries of calendar files.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "banhang/v1/calendar_entries.pb.h"
#include "server/core/call/call.h"

namespace banhang::server {

using UidsById = std::map<std::int64_t, std::string>;

/// Names this database for good, restored or not.
std::string officeId(Tx& tx);

/// Those made or owned by the caller that are outside the bin and of no series.
UidsById activitiesOfEntries(Call& call, const std::vector<std::string>& uids);
/// Those made or owned by the caller that were not deleted.
UidsById seriesOfEntries(Call& call, const std::vector<std::string>& uids);

} // namespace banhang::server
