#include "server/series/own_occurrences.h"

#include <algorithm>
#include <limits>
#include <map>
#include <set>

#include "common/day_message.h"
#include "common/error.h"
#include "server/activities/activity_access.h"
#include "server/activities/activity_facts_store.h"
#include "server/activities/activity_store.h"
#include "server/customers/customer_store.h"
#include "server/customers/rules/customer_rules.h"
#include "server/customers/saving/customer_saving.h"
#include "server/fields/record_fields.h"
#include "server/fields/text_rules.h"
#include "server/series/occurrence_reconciliation.h"
#include "server/series/occurrence_rules.h"

namespace banhang::server {

namespace {

constexpr int kMaxOwnOccurrences = 400;

/// What an occurrence may have apart from the pattern; people and customer are those of the series.
const FieldNames kOwnFields{"title",    "place", "preparation", "start_time",
                            "end_time", "day",   "last_day",    "reminder_lead_minutes"};

/// The days of the rule among which those of a request are looked for: the rule is gone through once, however many
/// days are named and however far ahead they lie.
std::vector<vn::Date> daysUpToTheLastOf(const v1::Series& typed, const Repetition& repetition)
{
    vn::Date last = repetition.begin;
    for (const v1::Activity& exception : typed.exceptions())
        last = std::max(last, dateOf(exception.series_slot()));
    for (const v1::Date& day : typed.left_out_days())
        last = std::max(last, dateOf(day));
    return recurrenceDays(repetition, repetition.begin, std::min(last, kLastRuleDay),
                          std::numeric_limits<std::size_t>::max());
}

void prefixPaths(Issues& issues, const std::string& prefix)
{
    for (v1::FieldIssue& issue : issues)
        issue.set_path(prefix + issue.path());
}

void checkSizes(const v1::Series& typed, Issues& issues)
{
    for (const auto& [name, size] :
         {std::pair("left_out_days", typed.left_out_days_size()), {"exceptions", typed.exceptions_size()}})
        checkCount(issues, name, size, kMaxOwnOccurrences);
    refuseErrors(issues);
}

v1::Activity differing(const v1::Activity& typed, const StoredSeries& series, const vn::Date& slot,
                       const std::string& path, Issues& issues)
{
    v1::Activity occurrence = newOccurrence(series, slot, {});
    copyFields(typed, kOwnFields, occurrence);
    prepareActivity(occurrence);
    occurrence.set_is_series_exception(true);
    Issues found = checkShape(occurrence);
    prefixPaths(found, path + ".");
    issues.insert(issues.end(), found.begin(), found.end());
    return occurrence;
}

void leaveOut(ActivityWriter& writer, const v1::Activity& before, ReconciliationCount& count)
{
    if (before.has_delete_time())
        return;
    v1::Activity after = before;
    writer.setBinned(before, after, true);
    ++count.removed;
}

void replaceOccurrence(Call& call, ActivityWriter& writer, const StoredSeries& series, std::int64_t id,
                       const OwnOccurrence& own, const FieldNames& fields, ReconciliationCount& count)
{
    const auto stored = findActivity(call, id); // from the bin, too
    if (!stored || stored->state() != v1::ACTIVITY_STATE_PLANNED)
        return;
    if (own.isLeftOut)
        return leaveOut(writer, *stored, count);
    v1::Activity before = *stored;
    if (stored->has_delete_time()) {
        writer.setBinned(*stored, before, false);
        ++count.created;
    }
    v1::Activity after = before;
    copyFields(own.activity, fields, after);
    after.set_is_series_exception(!differingFields(onDay(series.pattern, own.slot), after, kOwnFields).empty());
    const FieldNames differing = differingFields(before, after, fields);
    if (differing.empty() && after.is_series_exception() == before.is_series_exception())
        return;
    writer.update(before, after, "update", differing);
    count.changed += stored->has_delete_time() ? 0 : 1;
}

} // namespace

void settleOccurrence(Call& call, v1::Activity& pattern, const FieldNames& changed, Issues& issues)
{
    Issues found = checkShape(pattern);
    if (!hasErrors(found)) {
        if (pattern.customer_id() != 0)
            lockMergeSurvivors(call.tx, {pattern.customer_id()});
        const ActivityFacts facts = activityFacts(call, pattern);
        for (const Issues& more : {checkNames(pattern, facts, changed), doubtsAbout(pattern, facts)})
            found.insert(found.end(), more.begin(), more.end());
        if (facts.customerId != 0)
            pattern.set_customer_id(facts.customerId);
        refuseOutOfSight(call.caller, pattern, facts.customerId != 0);
    }
    sortIssues(found);
    prefixPaths(found, "pattern.");
    issues.insert(issues.end(), found.begin(), found.end());
    refuseErrors(issues);
}

OwnOccurrences readOwnOccurrences(const v1::Series& typed, const StoredSeries& series)
{
    Issues issues;
    checkSizes(typed, issues);
    OwnOccurrences own;
    std::set<vn::Date> taken;
    const std::vector<vn::Date> days = daysUpToTheLastOf(typed, series.repetition);
    const auto isOfRule = [&days](const vn::Date& day) { return std::ranges::binary_search(days, day); };
    for (int i = 0; i < typed.exceptions_size(); ++i) {
        const vn::Date slot = dateOf(typed.exceptions(i).series_slot());
        const std::string path = element("exceptions", i);
        if (!isOfRule(slot) || !taken.insert(slot).second)
            addError(issues, path + ".series_slot", "series.no_such_day");
        else
            own.push_back({slot, differing(typed.exceptions(i), series, slot, path, issues)});
    }
    for (const v1::Date& date : typed.left_out_days())
        if (const vn::Date day = dateOf(date); isOfRule(day) && taken.insert(day).second)
            own.push_back({day, newOccurrence(series, day, {}), true});
    refuseErrors(issues);
    std::ranges::sort(own, {}, &OwnOccurrence::slot);
    return own;
}

void insertOwnOccurrences(ActivityWriter& writer, const StoredSeries& series, const OwnOccurrences& own)
{
    for (const OwnOccurrence& each : own) {
        v1::Activity made = each.activity;
        made.set_series_id(series.id);
        writer.insert(made, vn::formatIsoDate(each.slot));
        if (!each.isLeftOut)
            continue;
        const v1::Activity before = made;
        writer.setBinned(before, made, true);
    }
}

void replaceOwnOccurrences(Call& call, ActivityWriter& writer, const StoredSeries& series, const OwnOccurrences& own,
                           const FieldNames& fields, ReconciliationCount& count)
{
    if (own.empty())
        return;
    std::map<vn::Date, std::int64_t> known;
    for (const Occurrence& each : occurrencesFrom(call.tx, series.id, own.front().slot))
        known.emplace(each.slot, each.id);
    OwnOccurrences missing;
    for (const OwnOccurrence& each : own) {
        const auto found = known.find(each.slot);
        if (found == known.end())
            missing.push_back(each);
        else
            replaceOccurrence(call, writer, series, found->second, each, fields, count);
    }
    insertOwnOccurrences(writer, series, missing);
    count.created += static_cast<int>(std::ranges::count(missing, false, &OwnOccurrence::isLeftOut));
}

void addOwnOccurrences(Call& call, const StoredSeries& stored, v1::Series& series)
{
    std::vector<std::int64_t> ids;
    for (const Occurrence& each : ownOccurrences(call.tx, stored.id, stored.repetition.begin, 2 * kMaxOwnOccurrences)) {
        if (!each.isFixed) {
            ids.push_back(each.id);
            continue;
        }
        v1::Date& day = *series.add_left_out_days();
        day.set_year(each.slot.year);
        day.set_month(each.slot.month);
        day.set_day(each.slot.day);
    }
    for (v1::Activity& activity : readActivities(call, ids))
        *series.add_exceptions() = std::move(activity);
}

} // namespace banhang::server
