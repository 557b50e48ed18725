#include "server/series/calendar_entries.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <set>

#include "common/day_message.h"
#include "common/error.h"
#include "common/vn/utf8.h"
#include "server/activities/activity_access.h"
#include "server/activities/activity_listing.h"
#include "server/activities/activity_rules.h"
#include "server/activities/activity_store.h"
#include "server/core/call/page_filling.h"
#include "server/core/call/page_tokens.h"
#include "server/core/change_log/export_recorder.h"
#include "server/customers/rules/customer_rules.h"
#include "server/fields/issue_rules.h"
#include "server/fields/message_json.h"
#include "server/series/calendar_entry_store.h"
#include "server/series/series_saving.h"
#include "server/series/series_store.h"

namespace banhang::server {

namespace {

constexpr int kMaxBatchSize = 500;
constexpr std::size_t kMaxUidLength = 500;
/// Activities that are read at once while an answer is filled.
constexpr std::size_t kSlice = 100;
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

/// In their order, as many at once as are read at once.
std::vector<std::vector<std::int64_t>> slicesOf(const std::set<std::int64_t>& ids)
{
    std::vector<std::vector<std::int64_t>> slices;
    for (const std::int64_t id : ids) {
        if (slices.empty() || slices.back().size() == kSlice)
            slices.emplace_back();
        slices.back().push_back(id);
    }
    return slices;
}

/// How heavy an answer is by now. The first record goes in however heavy it is, so that every page leads further.
class AnswerWeight
{
public:
    bool takes(std::size_t bytes)
    {
        if (m_bytes > 0 && m_bytes + bytes > kMaxAnswerBytes)
            return false;
        m_bytes += bytes;
        return true;
    }

private:
    std::size_t m_bytes = 0;
};

/// Sorts activities into an answer: occurrences give way to their series, once, where that goes out too and has their
/// day. Those that were closed before the series was ended at an earlier day stand alone, as those without a day do.
class EntrySorter
{
public:
    EntrySorter(Call& call, v1::CalendarEntries& reply) : m_call(call), m_uids(call.tx), m_reply(reply) {}

    /// False when the answer is full: nothing of the activity is in it then.
    bool add(v1::Activity activity)
    {
        if (!mayExport(m_call.caller, activity))
            return true;
        std::optional<v1::Series> series;
        const bool givesWay = activity.has_series_slot() && seriesHas(activity, series);
        if (!givesWay && activity.ics_uid().empty())
            activity.set_ics_uid(m_uids.make(kOfActivity, activity.id()));
        if (!m_weight.takes((series ? series->ByteSizeLong() : 0) + (givesWay ? 0 : activity.ByteSizeLong())))
            return false;
        if (series)
            *m_reply.add_series() = std::move(*series);
        if (!givesWay)
            *m_reply.add_activities() = std::move(activity);
        return true;
    }

private:
    /// `series` becomes what goes out along with the first of its occurrences.
    bool seriesHas(const v1::Activity& occurrence, std::optional<v1::Series>& series)
    {
        const auto known = m_lastDays.find(occurrence.series_id());
        const auto last = known != m_lastDays.end() ? known->second : takeSeries(occurrence.series_id(), series);
        return last && dateOf(occurrence.series_slot()) <= *last;
    }

    /// The last day that it has, where it goes out.
    std::optional<vn::Date> takeSeries(std::int64_t id, std::optional<v1::Series>& series)
    {
        const auto stored = findSeries(m_call, id);
        const auto last =
            stored && mayExport(m_call.caller, *stored) ? lastDayByRule(*stored) : std::optional<vn::Date>();
        m_lastDays.emplace(id, last);
        if (!stored || !last)
            return last;
        v1::Series& entry = series.emplace(entryOf(m_call, *stored));
        if (entry.ics_uid().empty())
            entry.set_ics_uid(m_uids.make(kOfSeries, id));
        return last;
    }

    Call& m_call;
    const OwnUids m_uids;
    v1::CalendarEntries& m_reply;
    AnswerWeight m_weight{};
    std::map<std::int64_t, std::optional<vn::Date>> m_lastDays{}; ///< nothing = its days go out one by one
};

/// Those that are named, in the order of their ids, from behind the last one that went out.
void exportNamed(Call& call, const PageTokens& tokens, const v1::ExportCalendarEntriesRequest& wanted,
                 v1::CalendarEntries& reply)
{
    const nlohmann::json last = tokens.open();
    std::set<std::int64_t> named{wanted.activity_ids().begin(), wanted.activity_ids().end()};
    if (!last.is_null())
        named.erase(named.begin(), named.upper_bound(last.at("activity").get<std::int64_t>()));
    EntrySorter sorter(call, reply);
    std::int64_t dealtWith = 0;
    for (const std::vector<std::int64_t>& slice : slicesOf(named)) {
        for (v1::Activity& activity : readActivities(call, slice)) {
            const std::int64_t id = activity.id();
            if (!sorter.add(std::move(activity))) {
                reply.set_next_page_token(tokens.seal({{"activity", dealtWith}}));
                return;
            }
            dealtWith = id;
        }
    }
}

/// A page of a list, as far as it goes into one answer: of one that is too heavy less is listed.
void exportListed(Call& call, const TokenSigner& signer, const PageTokens& tokens, const v1::ActivityFilter& filter,
                  v1::CalendarEntries& reply)
{
    v1::ListActivitiesRequest page;
    *page.mutable_filter() = filter;
    page.set_page_size(kMaxBatchSize);
    if (const nlohmann::json last = tokens.open(); !last.is_null())
        page.set_page_token(last.at("page").get<std::string>());
    while (true) {
        v1::ListActivitiesResponse listed;
        listActivities(call, signer, page, listed);
        reply.Clear();
        EntrySorter sorter(call, reply);
        int taken = 0;
        while (taken < listed.activities_size() && sorter.add(std::move(*listed.mutable_activities(taken))))
            ++taken;
        if (taken == listed.activities_size()) {
            if (!listed.next_page_token().empty())
                reply.set_next_page_token(tokens.seal({{"page", listed.next_page_token()}}));
            return;
        }
        page.set_page_size(taken);
    }
}

std::vector<std::string> checkedUids(const v1::FindCalendarEntriesRequest& wanted)
{
    refuseTooMany("uids", wanted.uids_size(), kMaxBatchSize);
    Issues issues;
    for (int i = 0; i < wanted.uids_size(); ++i)
        if (vn::characterCount(wanted.uids(i)) > kMaxUidLength)
            addError(issues, element("uids", i), "text.too_long", {{"max", std::to_string(kMaxUidLength)}});
    refuseIssues(issues);
    return {wanted.uids().begin(), wanted.uids().end()};
}

/// False when the answer is full; the token then says where it goes on.
bool addActivities(Call& call, const PageTokens& tokens, const UidsById& uids, AnswerWeight& weight,
                   v1::CalendarEntries& reply)
{
    std::set<std::int64_t> ids;
    for (const auto& [id, uid] : uids)
        ids.insert(id);
    for (const std::vector<std::int64_t>& slice : slicesOf(ids)) {
        for (v1::Activity& activity : readActivities(call, slice)) {
            activity.set_ics_uid(uids.at(activity.id()));
            if (!weight.takes(activity.ByteSizeLong())) {
                reply.set_next_page_token(tokens.seal({{"activity", activity.id()}}));
                return false;
            }
            *reply.add_activities() = std::move(activity);
        }
    }
    return true;
}

void addSeries(Call& call, const PageTokens& tokens, const UidsById& uids, AnswerWeight& weight,
               v1::CalendarEntries& reply)
{
    for (const auto& [id, uid] : uids) {
        const auto stored = findSeries(call, id);
        if (!stored || (stored->endedDay && *stored->endedDay < presentDay(call.tx)))
            continue;
        v1::Series series = entryOf(call, *stored);
        series.set_ics_uid(uid);
        if (!weight.takes(series.ByteSizeLong())) {
            reply.set_next_page_token(tokens.seal({{"series", id}}));
            return;
        }
        *reply.add_series() = std::move(series);
    }
}

} // namespace

void exportCalendarEntries(Call& call, const TokenSigner& signer, const v1::ExportCalendarEntriesRequest& wanted,
                           v1::CalendarEntries& reply)
{
    refuseTooMany("activity_ids", wanted.activity_ids_size(), kMaxBatchSize);
    // Tokens of its own: with those of a list, pages would go out that nobody has noted.
    const PageTokens tokens(signer, call.caller, wanted);
    if (tokens.open().is_null())
        recordExport(call, "calendar", toJson(wanted));
    if (!wanted.activity_ids().empty())
        exportNamed(call, tokens, wanted, reply);
    else
        exportListed(call, signer, tokens, wanted.filter(), reply);
}

void findCalendarEntries(Call& call, const TokenSigner& signer, const v1::FindCalendarEntriesRequest& wanted,
                         v1::CalendarEntries& reply)
{
    const std::vector<std::string> uids = checkedUids(wanted);
    const PageTokens tokens(signer, call.caller, wanted);
    const nlohmann::json from = tokens.open();
    UidsById activities = activitiesOfEntries(call, uids);
    UidsById series = seriesOfEntries(call, uids);
    const OwnUids own(call.tx);
    for (const std::string& uid : uids) {
        if (const std::int64_t id = own.read(kOfActivity, uid); id != 0)
            activities.emplace(id, uid);
        if (const std::int64_t id = own.read(kOfSeries, uid); id != 0)
            series.emplace(id, uid);
    }
    if (from.contains("series")) {
        activities.clear();
        series.erase(series.begin(), series.lower_bound(from.at("series").get<std::int64_t>()));
    } else if (from.contains("activity")) {
        activities.erase(activities.begin(), activities.lower_bound(from.at("activity").get<std::int64_t>()));
    }
    AnswerWeight weight;
    if (addActivities(call, tokens, activities, weight, reply))
        addSeries(call, tokens, series, weight, reply);
}

} // namespace banhang::server
