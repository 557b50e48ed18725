// Reads and writes rows of series, and the days of the rule for which occurrences stand.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "banhang/v1/series.pb.h"
#include "server/core/call/call.h"
#include "server/series/occurrence_plan.h"
#include "server/series/recurrence_rules.h"

namespace banhang::server {

class ConstraintErrors;

/// A series as stored. `pattern` is its first occurrence, on the day `repetition.begin`.
struct StoredSeries
{
    std::int64_t id = 0;
    std::int64_t version = 0;
    std::int64_t ownerId = 0;
    std::int64_t unitId = 0;
    std::int64_t creatorId = 0;
    Repetition repetition{};
    v1::Activity pattern{};
    vn::Date madeUntil{};
    std::optional<vn::Date> nextMakeOn{};
    std::optional<vn::Date> endedDay{};
    std::int64_t previousId = 0;
    std::string icsUid{};
    std::int64_t updatedSeconds = 0; ///< since 1970; as read
};

void registerSeriesConstraints(ConstraintErrors& errors);

/// Nothing for what is absent or out of sight.
std::optional<StoredSeries> findSeries(Call& call, std::int64_t id);
/// What was made from this entry of a calendar file, is the caller's (made or owned), and was not deleted before today;
/// 0 if there is none.
std::int64_t findSeriesOfEntry(Call& call, const std::string& icsUid);
/// As findSeries, and locks it until the end of the transaction, unless the caller may not change it.
std::optional<StoredSeries> lockSeries(Call& call, std::int64_t id);

/// Fills id and version. The writes below decide nothing: rights and rules are the business of who writes, jobs
/// included.
void insertSeries(Tx& tx, StoredSeries& series);
/// Stores everything but who owns it; fills the version.
void updateSeries(Tx& tx, StoredSeries& series);
/// What a job did, which is no change of the series.
void noteMade(Tx& tx, const StoredSeries& series);

/// Who is to own what a series makes from now on.
struct SeriesOwner
{
    std::int64_t userId = 0;
    std::int64_t unitId = 0; ///< their leaf
};

struct DueSeries
{
    StoredSeries series{};
    /// Who has its last occurrence by now, if its owner left and they did not.
    std::optional<SeriesOwner> heir{};
};

/// Whose next occurrences are due, locked; those that another server works on are passed by. Nothing for series of
/// people who left, unless there is an heir.
std::vector<DueSeries> lockDueSeries(Tx& tx, const vn::Date& today, int limit);
/// Stores the owner, in the pattern too; fills the version.
void handOverSeries(Tx& tx, StoredSeries& series, const SeriesOwner& owner);

/// Occurrences with a day of the rule from `from` on, also those in the bin; locked.
std::vector<Occurrence> occurrencesFrom(Tx& tx, std::int64_t seriesId, const vn::Date& from);
/// Those of `from` that are planned and not in the bin, changed by themselves or not.
std::vector<std::int64_t> openOccurrencesFrom(Tx& tx, std::int64_t seriesId, const vn::Date& from);
/// Occurrences of `from` that were deleted or changed by themselves, with their days; at most `limit`.
std::vector<Occurrence> ownOccurrences(Tx& tx, std::int64_t seriesId, const vn::Date& from, int limit);
/// The day of the rule for which an activity stands; nothing when it has none in this series.
std::optional<vn::Date> slotOf(Tx& tx, std::int64_t seriesId, std::int64_t activityId);

void clearSlots(Tx& tx, const std::vector<std::int64_t>& activityIds);
void insertSlot(Tx& tx, std::int64_t activityId, std::int64_t seriesId, const vn::Date& slot);
/// All from that day on become part of another series.
void moveSlots(Tx& tx, std::int64_t fromSeriesId, std::int64_t toSeriesId, const vn::Date& from);

/// The customer of a pattern as merges and their undoing have left it, and its contact person if still there.
struct SeriesCustomer
{
    std::int64_t customerId = 0;
    std::int64_t contactId = 0;
};
SeriesCustomer presentCustomer(Tx& tx, const v1::Activity& pattern);
/// Holds the customers that presentCustomer has for these, so that no merge passes by what is made next.
void lockPresentCustomers(Tx& tx, const std::vector<DueSeries>& due);

/// In Viet Nam, by the clock of the database.
vn::Date presentDay(Tx& tx);

} // namespace banhang::server
