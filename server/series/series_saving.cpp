#include "server/series/series_saving.h"

#include <algorithm>

#include "common/day_message.h"
#include "common/error.h"
#include "server/activities/activity_access.h"
#include "server/activities/activity_facts_store.h"
#include "server/activities/activity_rules.h"
#include "server/activities/activity_store.h"
#include "server/activities/clash_store.h"
#include "server/core/call/page_tokens.h"
#include "server/core/call/right_demand.h"
#include "server/core/change_log/record_version.h"
#include "server/customers/customer_access.h"
#include "server/customers/customer_store.h"
#include "server/customers/rules/customer_rules.h"
#include "server/customers/saving/customer_facts_store.h"
#include "server/customers/saving/customer_saving.h"
#include "server/fields/record_fields.h"
#include "server/fields/text_rules.h"
#include "server/series/occurrence_reconciliation.h"
#include "server/series/own_occurrences.h"
#include "server/series/series_history.h"
#include "server/series/series_store.h"

namespace banhang::server {

namespace {

constexpr int kMaxDays = 60;
constexpr int kDefaultDays = 10;
/// A series begins at most so long ago: what was before is history, and not planned.
constexpr int kMaxDaysAgo = 31;
/// Occurrences whose clashes are told, and how far ahead.
constexpr std::size_t kCheckedOccurrences = 8;
constexpr int kCheckedDays = 60;
constexpr int kMaxClashes = 20;

FieldNames allFields(const v1::Activity& activity)
{
    return writableActivityFields().setIn(activity);
}

/// Owner and leaf; somebody else's days are filled only by who may assign to them.
void assignOwner(Call& call, StoredSeries& series, std::int64_t ownerId)
{
    series.ownerId = ownerId == 0 ? call.caller.userId : ownerId;
    series.creatorId = call.caller.userId;
    series.unitId = unitOfOwner(call, series.ownerId, kAssignActivity, "pattern.owner_user_id");
}

StoredSeries lockVisible(Call& call, std::int64_t id, Right right)
{
    auto stored = lockSeries(call, id);
    if (!stored)
        throw AppError(ErrorCode::NotFound, "series.not_found");
    demandRight(call.caller, right, stored->unitId);
    return std::move(*stored);
}

std::string checkedUid(const v1::Series& typed)
{
    v1::Series named;
    named.set_ics_uid(typed.ics_uid());
    tidyTexts(named);
    Issues issues;
    checkValues(named, issues);
    refuseErrors(issues);
    return named.ics_uid();
}

void refuseKnownEntry(Call& call, const std::string& icsUid)
{
    if (icsUid.empty())
        return;
    if (const std::int64_t known = findSeriesOfEntry(call, icsUid); known != 0)
        throw AppError(ErrorCode::AlreadyExists, "series.known_entry", {{"series_id", std::to_string(known)}});
}

/// As read by who changes it, and not ended.
StoredSeries lockEditable(Call& call, const v1::Series& read)
{
    StoredSeries stored = lockVisible(call, read.id(), kEditActivity);
    if (stored.ownerId != call.caller.userId)
        demandRight(call.caller, kAssignActivity, stored.unitId);
    demandVersion(stored.version, read.version(), "series.edit_conflict", ZeroVersion::Any);
    if (stored.endedDay)
        throw AppError(ErrorCode::Refused, "series.over");
    return stored;
}

/// The day on which the pattern begins; refused where it has none or none that it may have.
vn::Date checkedFirstDay(const v1::Activity& pattern, const vn::Date& today, Issues& issues)
{
    const auto first = firstDayOf(pattern);
    if (!first)
        addError(issues, "pattern.day", "series.first_day_missing");
    else if (*first < vn::addDays(today, -kMaxDaysAgo) || first->year >= kLastRuleDay.year)
        addError(issues, "pattern.day", "series.first_day_wrong", {{"days", std::to_string(kMaxDaysAgo)}});
    refuseErrors(issues);
    return first.value_or(today);
}

void addClashes(Call& call, const StoredSeries& series, const vn::Date& today, v1::SeriesChangeResponse& reply)
{
    const vn::Date last = vn::addDays(today, kCheckedDays);
    std::vector<std::int64_t> ids;
    for (const Occurrence& each : occurrencesFrom(call.tx, series.id, today))
        if (!each.isFixed && each.slot <= last && ids.size() < kCheckedOccurrences)
            ids.push_back(each.id);
    for (const v1::Activity& activity : readActivities(call, ids))
        for (v1::Clash& clash : findClashes(call, activity))
            if (reply.clashes_size() < kMaxClashes)
                *reply.add_clashes() = std::move(clash);
}

void answer(Call& call, const StoredSeries& series, const ReconciliationCount& count, std::int64_t activityId,
            const Issues& issues, v1::SeriesChangeResponse& reply)
{
    fillSeries(series, *reply.mutable_series());
    reply.set_created(count.created);
    reply.set_changed(count.changed);
    reply.set_removed(count.removed);
    reply.set_kept(count.kept);
    for (v1::Activity& activity : readActivities(call, {activityId}))
        *reply.mutable_activity() = std::move(activity);
    for (const v1::FieldIssue& issue : issues)
        if (issue.severity() == v1::SEVERITY_WARNING)
            *reply.add_warnings() = issue;
}

/// The activity that is to become the first occurrence.
v1::Activity lockFirst(Call& call, std::int64_t id)
{
    auto stored = lockActivity(call, id);
    if (!stored)
        throwNoActivity();
    demandRight(call.caller, kEditActivity, stored->unit_id());
    refuseBinned(*stored);
    if (stored->state() != v1::ACTIVITY_STATE_PLANNED)
        throw AppError(ErrorCode::Refused, "activity.closed");
    if (stored->series_id() != 0)
        throw AppError(ErrorCode::Refused, "series.already");
    return std::move(*stored);
}

/// What a request makes of a series, seen from the occurrence on `slot`.
struct Edit
{
    FieldNames fields{}; ///< of the pattern
    bool isRule = false;
    vn::Date slot{};
    vn::Date day{}; ///< where that occurrence is to stand
};

Edit readEdit(const v1::UpdateSeriesRequest& wanted)
{
    Edit edit;
    google::protobuf::FieldMask pattern;
    for (const std::string& path : wanted.update_mask().paths()) {
        if (path == "recurrence")
            edit.isRule = true;
        else
            pattern.add_paths(path);
    }
    edit.fields = {pattern.paths().begin(), pattern.paths().end()};
    if (!edit.isRule || !edit.fields.empty())
        refuseIssues(writableActivityFields().check(pattern));
    return edit;
}

/// What an entry of a calendar file may say of a pattern.
FieldNames readEntryFields(const google::protobuf::FieldMask& mask)
{
    static const FieldNames kEntryFields{"title", "place", "preparation", "start_time", "end_time", "day", "last_day"};
    for (const std::string& path : mask.paths())
        if (!kEntryFields.contains(path))
            throwInvalidField("update_mask", "field.unknown_value");
    return namesOf(mask);
}

/// The rule after the edit, beginning with its first day.
Repetition editedRepetition(const StoredSeries& stored, const v1::UpdateSeriesRequest& wanted, const Edit& edit)
{
    Repetition repetition = wanted.scope() == v1::SERIES_SCOPE_FOLLOWING
                                ? followingRepetition(stored.repetition, edit.slot)
                                : stored.repetition;
    if (edit.isRule) {
        repetition.rule = completedRecurrence(wanted.series().recurrence(), edit.day);
        repetition.anchor = edit.day;
        if (wanted.scope() == v1::SERIES_SCOPE_FOLLOWING)
            repetition.begin = edit.day;
    } else if (edit.day != edit.slot) {
        repetition = movedRepetition(repetition, edit.slot, edit.day);
    }
    return repetition;
}

/// The customer may have been merged away while the series made nothing.
void followMerges(Call& call, v1::Activity& pattern)
{
    if (pattern.customer_id() == 0)
        return;
    lockMergeSurvivors(call.tx, {pattern.customer_id()});
    const ActivityFacts facts = activityFacts(call, pattern);
    if (facts.customerId == 0 || facts.customerId == pattern.customer_id())
        return;
    pattern.set_customer_id(facts.customerId);
    if (!facts.isContactOfCustomer)
        pattern.clear_contact_id();
}

/// What merges made of the customer is theirs to take back: unless it was edited, the pattern goes on naming whom it
/// was entered for. Only what is made of it now names the survivor.
void keepEnteredCustomer(const StoredSeries& before, const FieldNames& edited, StoredSeries& series)
{
    if (edited.contains("customer_id") || edited.contains("contact_id"))
        return;
    series.pattern.set_customer_id(before.pattern.customer_id());
    series.pattern.set_contact_id(before.pattern.contact_id());
}

/// Whether all occurrences before that day were made. Beyond the horizon stand those that were entered ahead of time.
bool isMadeUpTo(const StoredSeries& series, const vn::Date& day)
{
    return day <= vn::addDays(series.madeUntil, 1);
}

/// The part before `slot` ends there; what follows is a series of its own.
StoredSeries split(Call& call, StoredSeries& stored, const vn::Date& slot)
{
    const StoredSeries whole = stored;
    StoredSeries rest = stored;
    rest.previousId = stored.id;
    rest.icsUid.clear();
    rest.creatorId = call.caller.userId;
    v1::Recurrence& rule = stored.repetition.rule;
    rule.clear_count();
    setDate(vn::addDays(slot, -1), *rule.mutable_until_day());
    if (isMadeUpTo(stored, slot))
        stored.nextMakeOn.reset();
    updateSeries(call.tx, stored);
    recordSeries(call, "update", &whole, stored);
    insertSeries(call.tx, rest);
    recordSeries(call, "create", nullptr, rest);
    moveSlots(call.tx, stored.id, rest.id, slot);
    return rest;
}

} // namespace

void fillSeries(const StoredSeries& stored, v1::Series& series)
{
    series.set_id(stored.id);
    series.set_version(stored.version);
    *series.mutable_recurrence() = stored.repetition.rule;
    *series.mutable_pattern() = stored.pattern;
    series.mutable_pattern()->set_owner_user_id(stored.ownerId);
    series.mutable_pattern()->set_unit_id(stored.unitId);
    series.mutable_pattern()->set_series_id(stored.id);
    if (stored.endedDay)
        setDate(*stored.endedDay, *series.mutable_ended_day());
    series.set_previous_series_id(stored.previousId);
    series.set_ics_uid(stored.icsUid);
    if (stored.updatedSeconds != 0)
        series.mutable_update_time()->set_seconds(stored.updatedSeconds);
}

v1::Series readWholeSeries(Call& call, const StoredSeries& stored)
{
    v1::Series series;
    fillSeries(stored, series);
    addOwnOccurrences(call, stored, series);
    return series;
}

void checkSeries(const v1::CheckSeriesRequest& wanted, v1::CheckSeriesResponse& reply)
{
    const vn::Date first = dateOf(wanted.first_day());
    if (!vn::isValid(first) || first.year >= kLastRuleDay.year)
        throwInvalidField("first_day", "date.impossible");
    const int dayCount = pageSize(wanted.day_count(), kDefaultDays, kMaxDays, "day_count");
    const Issues issues = recurrenceIssues(wanted.recurrence(), first);
    reply.mutable_issues()->Add(issues.begin(), issues.end());
    if (hasErrors(issues))
        return;
    const Repetition repetition{completedRecurrence(wanted.recurrence(), first), first, first};
    for (const vn::Date& day : recurrenceDays(repetition, first, kLastRuleDay, static_cast<std::size_t>(dayCount)))
        setDate(day, *reply.add_days());
}

void saveNewSeries(Call& call, const ActivityListeners& listeners, const v1::CreateSeriesRequest& wanted,
                   v1::SeriesChangeResponse& reply)
{
    const v1::Activity& typed = wanted.series().pattern();
    const vn::Date today = presentDay(call.tx);
    StoredSeries series;
    series.icsUid = checkedUid(wanted.series());
    refuseKnownEntry(call, series.icsUid);
    copyFields(typed, allFields(typed), series.pattern);
    series.pattern.set_kind(typed.kind());
    series.pattern.set_state(v1::ACTIVITY_STATE_PLANNED);
    if (wanted.activity_id() != 0) {
        const v1::Activity first = lockFirst(call, wanted.activity_id());
        series.pattern.set_kind(first.kind());
        if (series.icsUid.empty())
            series.icsUid = first.ics_uid();
        assignOwner(call, series, first.owner_user_id());
    } else {
        assignOwner(call, series, typed.owner_user_id());
    }
    series.pattern.set_owner_user_id(series.ownerId);
    prepareActivity(series.pattern);

    Issues issues;
    const vn::Date first = checkedFirstDay(series.pattern, today, issues);
    issues = recurrenceIssues(wanted.series().recurrence(), first);
    settleOccurrence(call, series.pattern, allFields(series.pattern), issues);

    series.repetition = {completedRecurrence(wanted.series().recurrence(), first), first, first};
    // The first day need not be one of the rule: then the first that is.
    const auto days = recurrenceDays(series.repetition, first, kLastRuleDay, 1);
    series.pattern = onDay(series.pattern, days.front());
    series.repetition.begin = days.front();
    series.madeUntil = first;
    const OwnOccurrences own = readOwnOccurrences(wanted.series(), series);
    insertSeries(call.tx, series);
    recordSeries(call, "create", nullptr, series);
    if (wanted.activity_id() != 0)
        insertSlot(call.tx, wanted.activity_id(), series.id, first);
    ActivityWriter writer(call.tx, actorOf(call), listeners);
    insertOwnOccurrences(writer, series, own);
    const ReconciliationCount count =
        reconcileOccurrences(call, writer, series, first, today, allFields(series.pattern));
    noteMade(call.tx, series);
    writer.finish();
    const auto made = occurrencesFrom(call.tx, series.id, series.repetition.begin);
    answer(call, series, count, made.empty() ? 0 : made.front().id, issues, reply);
    addClashes(call, series, today, reply);
}

void saveSeriesChanges(Call& call, const ActivityListeners& listeners, const v1::UpdateSeriesRequest& wanted,
                       v1::SeriesChangeResponse& reply)
{
    Edit edit = readEdit(wanted);
    StoredSeries stored = lockEditable(call, wanted.series());
    if (wanted.scope() != v1::SERIES_SCOPE_ALL && wanted.scope() != v1::SERIES_SCOPE_FOLLOWING)
        throwInvalidField("scope", "field.unknown_value");
    const auto slot = slotOf(call.tx, stored.id, wanted.activity_id());
    if (!slot)
        throwNoActivity();
    const vn::Date today = presentDay(call.tx);
    v1::Activity pattern = onDay(stored.pattern, *slot);
    copyFields(wanted.series().pattern(), edit.fields, pattern);
    prepareActivity(pattern);
    edit.slot = *slot;
    Issues issues;
    edit.day = checkedFirstDay(pattern, today, issues);
    if (edit.isRule)
        issues = recurrenceIssues(wanted.series().recurrence(), edit.day);
    settleOccurrence(call, pattern, edit.fields, issues);

    const Repetition repetition = editedRepetition(stored, wanted, edit);
    const bool isSplit = wanted.scope() == v1::SERIES_SCOPE_FOLLOWING && *slot > stored.repetition.begin;
    StoredSeries series = isSplit ? split(call, stored, *slot) : stored;
    const StoredSeries before = series;
    series.repetition = repetition;
    series.pattern = onDay(pattern, repetition.begin);
    // What is over stays as it was.
    vn::Date from = isSplit ? *slot : std::max(std::min(*slot, today), stored.repetition.begin);
    from = std::min(from, edit.day);
    ActivityWriter writer(call.tx, actorOf(call), listeners);
    const ReconciliationCount count = reconcileOccurrences(call, writer, series, from, today, edit.fields);
    keepEnteredCustomer(before, edit.fields, series);
    updateSeries(call.tx, series);
    recordSeries(call, "update", &before, series);
    writer.finish();
    answer(call, series, count, wanted.activity_id(), issues, reply);
    addClashes(call, series, today, reply);
}

void replaceSeries(Call& call, const ActivityListeners& listeners, const v1::ReplaceSeriesRequest& wanted,
                   v1::SeriesChangeResponse& reply)
{
    const FieldNames fields = readEntryFields(wanted.update_mask());
    const StoredSeries before = lockEditable(call, wanted.series());
    StoredSeries series = before;
    const vn::Date today = presentDay(call.tx);
    Issues issues;
    const vn::Date first = checkedFirstDay(wanted.series().pattern(), today, issues);
    v1::Activity pattern = onDay(series.pattern, first);
    copyFields(wanted.series().pattern(), fields, pattern);
    prepareActivity(pattern);
    issues = recurrenceIssues(wanted.series().recurrence(), first);
    settleOccurrence(call, pattern, fields, issues);

    series.repetition = {completedRecurrence(wanted.series().recurrence(), first), first, first};
    const auto days = recurrenceDays(series.repetition, first, kLastRuleDay, 1);
    series.repetition.begin = days.front();
    series.pattern = onDay(pattern, days.front());
    const OwnOccurrences own = readOwnOccurrences(wanted.series(), series);
    ActivityWriter writer(call.tx, actorOf(call), listeners);
    ReconciliationCount count = reconcileOccurrences(call, writer, series, std::min(first, today), today, fields);
    replaceOwnOccurrences(call, writer, series, own, fields, count);
    keepEnteredCustomer(before, fields, series);
    updateSeries(call.tx, series);
    recordSeries(call, "update", &before, series);
    writer.finish();
    const auto open = openOccurrencesFrom(call.tx, series.id, today);
    answer(call, series, count, open.empty() ? 0 : open.front(), issues, reply);
    addClashes(call, series, today, reply);
}

void endSeries(Call& call, const ActivityListeners& listeners, const v1::DeleteSeriesRequest& wanted,
               v1::SeriesChangeResponse& reply)
{
    const StoredSeries before = lockVisible(call, wanted.series_id(), kDeleteActivity);
    StoredSeries series = before;
    const vn::Date today = presentDay(call.tx);
    ReconciliationCount count;
    // One that still makes the days before its end may be ended earlier.
    if (!series.endedDay || series.nextMakeOn) {
        demandVersion(series.version, wanted.version(), "series.edit_conflict", ZeroVersion::Any);
        vn::Date from = today;
        if (wanted.scope() == v1::SERIES_SCOPE_FOLLOWING) {
            const auto slot = slotOf(call.tx, series.id, wanted.activity_id());
            if (!slot)
                throwNoActivity();
            from = *slot;
        } else if (wanted.scope() != v1::SERIES_SCOPE_ALL) {
            throwInvalidField("scope", "field.unknown_value");
        }
        const std::vector<std::int64_t> ids = openOccurrencesFrom(call.tx, series.id, from);
        ActivityWriter writer(call.tx, actorOf(call), listeners);
        for (const v1::Activity& occurrence : readActivities(call, ids)) {
            v1::Activity binned = occurrence;
            writer.setBinned(occurrence, binned, true);
            ++count.removed;
        }
        // Their days are free for those that are made when the series goes on.
        clearSlots(call.tx, ids);
        series.endedDay = std::min(vn::addDays(from, -1), series.endedDay.value_or(kLastRuleDay));
        if (isMadeUpTo(series, from))
            series.nextMakeOn.reset();
        updateSeries(call.tx, series);
        recordSeries(call, "delete", &before, series);
        writer.finish();
    }
    answer(call, series, count, 0, {}, reply);
}

void goOnWithSeries(Call& call, const ActivityListeners& listeners, const v1::UndeleteSeriesRequest& wanted,
                    v1::SeriesChangeResponse& reply)
{
    const StoredSeries before = lockVisible(call, wanted.series_id(), kDeleteActivity);
    StoredSeries series = before;
    if (series.ownerId != call.caller.userId)
        demandRight(call.caller, kAssignActivity, series.unitId);
    ReconciliationCount count;
    if (series.endedDay) {
        const vn::Date today = presentDay(call.tx);
        const vn::Date from = std::max(vn::addDays(std::min(*series.endedDay, series.madeUntil), 1), today);
        series.endedDay.reset();
        followMerges(call, series.pattern);
        ActivityWriter writer(call.tx, actorOf(call), listeners);
        count = reconcileOccurrences(call, writer, series, from, today, {});
        keepEnteredCustomer(before, {}, series);
        updateSeries(call.tx, series);
        recordSeries(call, "undelete", &before, series);
        writer.finish();
    }
    answer(call, series, count, 0, {}, reply);
}

} // namespace banhang::server
