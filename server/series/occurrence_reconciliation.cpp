#include "server/series/occurrence_reconciliation.h"

#include <algorithm>
#include <map>

#include "server/activities/activity_store.h"

namespace banhang::server {

namespace {

/// Ten years of days.
constexpr std::size_t kMaxAheadOfTime = 3660;

const FieldNames kTimeFields{"start_time", "end_time", "day", "last_day"};

bool touchesTime(const FieldNames& fields)
{
    return std::ranges::any_of(fields, [](const std::string& field) { return kTimeFields.contains(field); });
}

/// Regular occurrences and where they are to stand.
std::map<std::int64_t, vn::Date> regularDays(const std::vector<Occurrence>& existing, const OccurrencePlan& plan)
{
    std::map<std::int64_t, vn::Date> days;
    for (const Occurrence& each : existing)
        if (!each.isFixed)
            days.emplace(each.id, each.slot);
    for (const Occurrence& each : plan.moved)
        if (!each.isFixed)
            days[each.id] = each.slot;
    for (const std::int64_t id : plan.removed)
        days.erase(id);
    return days;
}

void putSlots(Tx& tx, std::int64_t seriesId, const OccurrencePlan& plan)
{
    std::vector<std::int64_t> leaving = plan.removed;
    leaving.insert(leaving.end(), plan.released.begin(), plan.released.end());
    for (const Occurrence& each : plan.moved)
        leaving.push_back(each.id);
    clearSlots(tx, leaving);
    for (const Occurrence& each : plan.moved)
        insertSlot(tx, each.id, seriesId, each.slot);
}

/// Changes those that stay, moved or not. Their number.
int changeOccurrences(Call& call, ActivityWriter& writer, const StoredSeries& series,
                      const std::map<std::int64_t, vn::Date>& days, const OccurrencePlan& plan,
                      const FieldNames& fields)
{
    std::set<std::int64_t> moved;
    for (const Occurrence& each : plan.moved)
        moved.insert(each.id);
    std::vector<std::int64_t> ids;
    for (const auto& [id, day] : days)
        if (!fields.empty() || moved.contains(id))
            ids.push_back(id);
    int changed = 0;
    for (const v1::Activity& before : readActivities(call, ids)) {
        FieldNames wanted = fields;
        if (moved.contains(before.id()) || touchesTime(fields))
            wanted.insert(kTimeFields.begin(), kTimeFields.end());
        v1::Activity after = before;
        copyFields(onDay(series.pattern, days.at(before.id())), wanted, after);
        after.set_series_id(series.id);
        const FieldNames differing = differingFields(before, after, wanted);
        if (differing.empty())
            continue;
        writer.update(before, after, "update", differing);
        ++changed;
    }
    return changed;
}

void removeOccurrences(Call& call, ActivityWriter& writer, const std::vector<std::int64_t>& ids)
{
    for (const v1::Activity& before : readActivities(call, ids)) {
        v1::Activity after = before;
        writer.setBinned(before, after, true);
    }
}

/// The days that are made, and behind them those for which occurrences stand that were entered ahead of time.
std::vector<vn::Date> daysToPlan(const StoredSeries& series, const WantedDays& wanted,
                                 const std::vector<Occurrence>& existing)
{
    std::vector<vn::Date> days = wanted.days;
    if (existing.empty() || existing.back().slot <= wanted.madeUntil)
        return days;
    const auto ahead =
        recurrenceDays(series.repetition, vn::addDays(wanted.madeUntil, 1), existing.back().slot, kMaxAheadOfTime);
    days.insert(days.end(), ahead.begin(), ahead.end());
    return days;
}

} // namespace

v1::Activity newOccurrence(const StoredSeries& series, const vn::Date& day, const SeriesCustomer& customer)
{
    v1::Activity made = onDay(series.pattern, day);
    made.set_state(v1::ACTIVITY_STATE_PLANNED);
    made.set_owner_user_id(series.ownerId);
    made.set_unit_id(series.unitId);
    made.set_creator_user_id(series.creatorId);
    made.set_series_id(series.id);
    if (customer.customerId != 0 && made.customer_id() != 0) {
        made.set_customer_id(customer.customerId);
        made.set_contact_id(customer.contactId);
    }
    return made;
}

ReconciliationCount reconcileOccurrences(Call& call, ActivityWriter& writer, StoredSeries& series, const vn::Date& from,
                                         const vn::Date& today, const FieldNames& fields)
{
    const WantedDays wanted = wantedDays(series.repetition, from, today);
    series.madeUntil = wanted.madeUntil;
    series.nextMakeOn = wanted.nextMakeOn;
    const std::vector<Occurrence> existing = occurrencesFrom(call.tx, series.id, from);
    OccurrencePlan plan = planOccurrences(existing, daysToPlan(series, wanted, existing));
    std::erase_if(plan.created, [&wanted](const vn::Date& day) { return day > wanted.madeUntil; });
    putSlots(call.tx, series.id, plan);

    ReconciliationCount count;
    count.kept = static_cast<int>(std::ranges::count_if(existing, &Occurrence::isFixed));
    count.changed = changeOccurrences(call, writer, series, regularDays(existing, plan), plan, fields);
    removeOccurrences(call, writer, plan.removed);
    count.removed = static_cast<int>(plan.removed.size());
    for (const vn::Date& day : plan.created) {
        // What the user has just said stands above what the last occurrence has.
        v1::Activity made = newOccurrence(series, day, {});
        writer.insert(made, vn::formatIsoDate(day));
        ++count.created;
    }
    return count;
}

} // namespace banhang::server
