// How soon each severity is promised an answer, kept in one row.
#pragma once

#include "banhang/v1/care_requests.pb.h"
#include "server/core/call/call.h"

namespace banhang::server {

v1::CareSettings readCareSettings(Call& call);

/// As readCareSettings, locked until the end of the transaction.
v1::CareSettings lockCareSettings(Call& call);

/// Stores checked settings, each severity once, and fills the version.
void writeCareSettings(Call& call, v1::CareSettings& settings);

} // namespace banhang::server
