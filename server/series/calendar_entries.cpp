#include "server/series/calendar_entries.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

#include "common/day_message.h"
#include "common/error.h"
#include "server/activities/activity_access.h"
#include "server/activities/activity_listing.h"
#include "server/activities/activity_rules.h"
#include "server/activities/activity_store.h"
#include "server/core/call/page_tokens.h"
#include "server/core/change_log/export_recorder.h"
#include "server/customers/rules/customer_rules.h"
#include "server/fields/message_json.h"
#include "server/series/calendar_entry_store.h"
#include "server/series/series_saving.h"
#include "server/series/series_store.h"

namespace banhang::server {

namespace {

constexpr int kMaxBatchSize = 500;
constexpr std::string_view kOfActivity = "activity-";
constexpr std::string_view kOfSeries = "series-";

/// UIDs of what was made here. They name the office, so that two of them never take the other's for their own.
class OwnUids
{
public:
    explicit OwnUids(Tx& tx) : m_end("@" + officeId(tx) + ".banhang") {}

    std::string make(std::string_view kind, std::int64_t id) const
    {
        return std::string(kind) + std::to_string(id) + m_end;
    }
    /// 0 for a UID of another kind or another place.
    std::int64_t read(std::string_view kind, std::string_view uid) const
    {
        if (!uid.starts_with(kind) || !uid.ends_with(m_end) || uid.size() < kind.size() + m_end.size())
            return 0;
        const std::string_view digits = uid.substr(kind.size(), uid.size() - kind.size() - m_end.size());
        std::int64_t id = 0;
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), id);
        return error == std::errc() && end == digits.data() + digits.size() ? id : 0;
    }

private:
    std::string m_end;
};

bool mayExport(const Caller& caller, const v1::Activity& activity)
{
    const std::vector<std::int64_t> people = peopleOf(activity);
    return std::ranges::find(people, caller.userId) != people.end() ||
           caller.units(kExportActivity).contains(activity.unit_id());
}

bool mayExport(const Caller& caller, const StoredSeries& series)
{
    return series.ownerId == caller.userId || caller.units(kExportActivity).contains(series.unitId);
}

/// Up to which day a series goes out by its rule. Nothing where its days go out one by one: calendar files have no
/// words for the moon, and one that was ended before its first day has no rule left.
std::optional<vn::Date> lastDayByRule(const StoredSeries& stored)
{
    const vn::Date last = stored.endedDay.value_or(kLastRuleDay);
    if (stored.repetition.rule.is_lunar() || last < stored.repetition.begin)
        return std::nullopt;
    return last;
}

/// The series as a calendar file has it: its rule goes no further than the day on which it was ended.
v1::Series entryOf(Call& call, const StoredSeries& stored)
{
    v1::Series series = readWholeSeries(call, stored);
    if (!stored.endedDay)
        return series;
    if (!recurrenceDays(stored.repetition, vn::addDays(*stored.endedDay, 1), kLastRuleDay, 1).empty()) {
        series.mutable_recurrence()->clear_count();
        setDate(*stored.endedDay, *series.mutable_recurrence()->mutable_until_day());
    }
    auto& exceptions = *series.mutable_exceptions();
    exceptions.erase(std::remove_if(exceptions.begin(), exceptions.end(),
                                    [&stored](const v1::Activity& exception) {
                                        return dateOf(exception.series_slot()) > *stored.endedDay;
                                    }),
                     exceptions.end());
    return series;
}

/// Sorts activities into an answer: occurrences give way to their series, once, where that goes out too and has their
/// day. Those that were closed before the series was ended at an earlier day stand alone, as those without a day do.
class EntrySorter
{
public:
    EntrySorter(Call& call, v1::CalendarEntries& reply) : m_call(call), m_uids(call.tx), m_reply(reply) {}

    void add(v1::Activity activity)
    {
        if (!mayExport(m_call.caller, activity) || (activity.has_series_slot() && seriesHas(activity)))
            return;
        if (activity.ics_uid().empty())
            activity.set_ics_uid(m_uids.make(kOfActivity, activity.id()));
        *m_reply.add_activities() = std::move(activity);
    }

private:
    bool seriesHas(const v1::Activity& occurrence)
    {
        const auto known = m_lastDays.find(occurrence.series_id());
        const auto last = known != m_lastDays.end() ? known->second : takeSeries(occurrence.series_id());
        return last && dateOf(occurrence.series_slot()) <= *last;
    }

    /// Adds it where it goes out; the last day that it has.
    std::optional<vn::Date> takeSeries(std::int64_t id)
    {
        const auto stored = findSeries(m_call, id);
        const auto last =
            stored && mayExport(m_call.caller, *stored) ? lastDayByRule(*stored) : std::optional<vn::Date>();
        m_lastDays.emplace(id, last);
        if (!last)
            return last;
        v1::Series& series = *m_reply.add_series() = entryOf(m_call, *stored);
        if (series.ics_uid().empty())
            series.set_ics_uid(m_uids.make(kOfSeries, id));
        return last;
    }

    Call& m_call;
    const OwnUids m_uids;
    v1::CalendarEntries& m_reply;
    std::map<std::int64_t, std::optional<vn::Date>> m_lastDays{}; ///< nothing = its days go out one by one
};

void addActivities(Call& call, const UidsById& uids, v1::CalendarEntries& reply)
{
    std::vector<std::int64_t> ids;
    for (const auto& [id, uid] : uids)
        ids.push_back(id);
    for (v1::Activity& activity : readActivities(call, ids)) {
        activity.set_ics_uid(uids.at(activity.id()));
        *reply.add_activities() = std::move(activity);
    }
}

void addSeries(Call& call, const UidsById& uids, v1::CalendarEntries& reply)
{
    for (const auto& [id, uid] : uids) {
        const auto stored = findSeries(call, id);
        if (!stored || (stored->endedDay && *stored->endedDay < presentDay(call.tx)))
            continue;
        v1::Series& series = *reply.add_series() = entryOf(call, *stored);
        series.set_ics_uid(uid);
    }
}

} // namespace

void exportCalendarEntries(Call& call, const TokenSigner& signer, const v1::ExportCalendarEntriesRequest& wanted,
                           v1::CalendarEntries& reply)
{
    refuseTooMany("activity_ids", wanted.activity_ids_size(), kMaxBatchSize);
    if (!wanted.activity_ids().empty() && !wanted.page_token().empty())
        throw AppError(ErrorCode::Invalid, "call.page_token"); // entries that are named have no pages
    // Tokens of its own: with those of a list, pages would go out that nobody has noted.
    const PageTokens tokens(signer, call.caller, wanted);
    const nlohmann::json last = tokens.open();
    if (last.is_null())
        recordExport(call, "calendar", toJson(wanted));
    EntrySorter sorter(call, reply);
    if (!wanted.activity_ids().empty()) {
        for (v1::Activity& activity :
             readActivities(call, {wanted.activity_ids().begin(), wanted.activity_ids().end()}))
            sorter.add(std::move(activity));
        return;
    }
    v1::ListActivitiesRequest page;
    *page.mutable_filter() = wanted.filter();
    page.set_page_size(kMaxBatchSize);
    if (!last.is_null())
        page.set_page_token(last.at("page").get<std::string>());
    v1::ListActivitiesResponse listed;
    listActivities(call, signer, page, listed);
    for (v1::Activity& activity : *listed.mutable_activities())
        sorter.add(std::move(activity));
    if (!listed.next_page_token().empty())
        reply.set_next_page_token(tokens.seal({{"page", listed.next_page_token()}}));
}

void findCalendarEntries(Call& call, const v1::FindCalendarEntriesRequest& wanted, v1::CalendarEntries& reply)
{
    refuseTooMany("uids", wanted.uids_size(), kMaxBatchSize);
    const std::vector<std::string> uids(wanted.uids().begin(), wanted.uids().end());
    UidsById activities = activitiesOfEntries(call, uids);
    UidsById series = seriesOfEntries(call, uids);
    const OwnUids own(call.tx);
    for (const std::string& uid : uids) {
        if (const std::int64_t id = own.read(kOfActivity, uid); id != 0)
            activities.emplace(id, uid);
        if (const std::int64_t id = own.read(kOfSeries, uid); id != 0)
            series.emplace(id, uid);
    }
    addActivities(call, activities, reply);
    addSeries(call, series, reply);
}

} // namespace banhang::server
