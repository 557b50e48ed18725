// The note of each file that was given out.
#pragma once

#include "banhang/v1/exports.pb.h"
#include "server/core/call/call.h"

namespace banhang::server {

/// Writes the export into the audit: who, when, which list, which columns. Nobody's feed tells of it.
void recordExport(Call& call, const v1::ExportCustomersRequest& request);

} // namespace banhang::server
