// Brings the occurrences of a series into line with it.
#pragma once

#include <set>

#include "server/activities/activity_writer.h"
#include "server/series/occurrence_rules.h"
#include "server/series/series_store.h"

namespace banhang::server {

struct ReconciliationCount
{
    int created = 0;
    int changed = 0;
    int removed = 0;
    int kept = 0; ///< changed by themselves, closed, or deleted by themselves
};

/// Each day of the rule from `from` on gets its occurrence: those that stand right are changed in `fields`, others are
/// moved to a day that lacks one, before any is made or taken away. Fills `madeUntil` and `nextMakeOn` of the series,
/// which must have its id. Rights and rules are decided; the series is locked.
ReconciliationCount reconcileOccurrences(Call& call, ActivityWriter& writer, StoredSeries& series, const vn::Date& from,
                                         const vn::Date& today, const FieldNames& fields);

/// The occurrence that is to be made on a day. For a customer that was merged away, or whose contact person was, those
/// of the last one made.
v1::Activity newOccurrence(const StoredSeries& series, const vn::Date& day, const SeriesCustomer& customer);

} // namespace banhang::server
