// Saving a series: authorise, check, write the rule, bring its occurrences into line; each in one transaction.
#pragma once

#include "banhang/v1/series.pb.h"
#include "server/activities/activity_listener.h"
#include "server/core/call/call.h"

namespace banhang::server {

struct StoredSeries;

/// As the wire has it.
void fillSeries(const StoredSeries& stored, v1::Series& series);

/// With the days that are left out and the occurrences that differ.
v1::Series readWholeSeries(Call& call, const StoredSeries& stored);

/// What a rule means; stores nothing.
void checkSeries(const v1::CheckSeriesRequest& wanted, v1::CheckSeriesResponse& reply);

/// Scope:  one's own; for a colleague, the assign scope. A customer must be seen by the caller.
/// Throws: AppError Invalid with all issues; Denied; NotFound for the activity that is to be the first one.
void saveNewSeries(Call& call, const ActivityListeners& listeners, const v1::CreateSeriesRequest& wanted,
                   v1::SeriesChangeResponse& reply);

/// Scope:   edit scope; for a colleague, the assign scope too, since it fills their days.
/// Version: the whole series; nobody's change is overwritten unseen. Throws: as saveNewSeries; NotFound; Conflict
/// "series.edit_conflict"; Refused "series.over".
void saveSeriesChanges(Call& call, const ActivityListeners& listeners, const v1::UpdateSeriesRequest& wanted,
                       v1::SeriesChangeResponse& reply);

/// Scope, Version, Throws: as saveSeriesChanges.
void replaceSeries(Call& call, const ActivityListeners& listeners, const v1::ReplaceSeriesRequest& wanted,
                   v1::SeriesChangeResponse& reply);

/// Scope: delete. Throws: NotFound, Denied, Conflict "series.edit_conflict".
void endSeries(Call& call, const ActivityListeners& listeners, const v1::DeleteSeriesRequest& wanted,
               v1::SeriesChangeResponse& reply);
void goOnWithSeries(Call& call, const ActivityListeners& listeners, const v1::UndeleteSeriesRequest& wanted,
                    v1::SeriesChangeResponse& reply);

} // namespace banhang::server
