// Occurrences apart from their rule: days that are left out, and activities that differ from the pattern.
#pragma once

#include <string>
#include <vector>

#include "server/activities/activity_rules.h"
#include "server/activities/activity_writer.h"
#include "server/core/call/call.h"
#include "server/series/occurrence_reconciliation.h"
#include "server/series/series_store.h"

namespace banhang::server {

/// As a new series is to have them from the start.
struct OwnOccurrence
{
    vn::Date slot{};
    v1::Activity activity{};
    bool isLeftOut = false;
};
using OwnOccurrences = std::vector<OwnOccurrence>;

/// Checks an occurrence, the pattern first of all, as if it were saved by itself; puts in what the server knows. Its
/// issues stand behind "pattern.".
/// Throws: AppError Invalid with the errors of `issues` and its own together; warnings are added to `issues`.
void settleOccurrence(Call& call, v1::Activity& pattern, const FieldNames& changed, Issues& issues);

/// From what a client says of a new series whose rule and pattern were settled.
/// Throws: AppError Invalid with paths "exceptions[3].title".
OwnOccurrences readOwnOccurrences(const v1::Series& typed, const StoredSeries& series);

/// Stores them for a stored series, before its other occurrences are made.
void insertOwnOccurrences(ActivityWriter& writer, const StoredSeries& series, const OwnOccurrences& own);

/// Puts them into a stored series whose other occurrences stand: those that are there get what differs in `fields`, or
/// go to the bin, or come back from it; what is closed stays as it is. Whoever is like the pattern by now goes on as
/// one of the others. Adds to `count`.
void replaceOwnOccurrences(Call& call, ActivityWriter& writer, const StoredSeries& series, const OwnOccurrences& own,
                           const FieldNames& fields, ReconciliationCount& count);

/// Adds those of the series that the caller sees, from its first day on.
void addOwnOccurrences(Call& call, const StoredSeries& stored, v1::Series& series);

} // namespace banhang::server
