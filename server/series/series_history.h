// What the audit keeps of series: rules and first occurrences, before and after. Occurrences have rows of their own.
#pragma once

#include <string_view>

#include "server/core/call/call.h"
#include "server/core/change_log/change_recorder.h"
#include "server/series/series_store.h"

namespace banhang::server {

/// Once for each write, with the version that it made; `before` is null for a new series. The feed tells nobody of it:
/// who sees the series learns by its occurrences.
void recordSeries(Tx& tx, const ChangeActor& actor, std::string_view operation, const StoredSeries* before,
                  const StoredSeries& after);
void recordSeries(Call& call, std::string_view operation, const StoredSeries* before, const StoredSeries& after);

} // namespace banhang::server
