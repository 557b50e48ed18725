// What a calendar file is to hold, and which of its entries are here already.
#pragma once

#include "banhang/v1/calendar_entries.pb.h"
#include "server/core/call/call.h"

namespace banhang::server {

class TokenSigner;

/// Scope:  what the caller owns or takes part in, and activity.export; a series also needs to be seen.
/// Throws: AppError Invalid for filters and tokens that are none.
void exportCalendarEntries(Call& call, const TokenSigner& signer, const v1::ExportCalendarEntriesRequest& wanted,
                           v1::CalendarEntries& reply);

/// Throws: AppError Invalid for too many, too long ones, and tokens that are none.
void findCalendarEntries(Call& call, const TokenSigner& signer, const v1::FindCalendarEntriesRequest& wanted,
                         v1::CalendarEntries& reply);

} // namespace banhang::server
