#include "client/ics/comparing.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <span>

#include <google/protobuf/util/message_differencer.h>

#include "client/ics/moments.h"
#include "client/ics/rules.h"

namespace banhang::ics {

namespace {

/// The texts first: what was made here is sent out with other words around them.
constexpr std::array<std::string_view, 7> kFields{"title",    "preparation", "place",   "start_time",
                                                  "end_time", "day",         "last_day"};
constexpr std::size_t kTexts = 2;
/// The server makes so many days of a series ahead of time.
constexpr std::size_t kComparedDays = 60;
/// Each day of sixty years.
constexpr int kMaxWalk = 22'000;

/// The server gives what it makes itself UIDs that end like this.
bool isOwn(const std::string& uid)
{
    return uid.ends_with(".banhang");
}

std::span<const std::string_view> fieldsOf(const std::string& uid)
{
    return std::span(kFields).subspan(isOwn(uid) ? kTexts : 0);
}

std::vector<std::string> differing(const v1::Activity& entry, const v1::Activity& stored,
                                   std::span<const std::string_view> names)
{
    google::protobuf::util::MessageDifferencer differencer;
    std::vector<std::string> found;
    for (const std::string_view name : names) {
        if (name == "title" && entry.title().empty())
            continue; // without one it was given a name here
        const auto* field = v1::Activity::descriptor()->FindFieldByName(std::string(name));
        if (!differencer.CompareWithFields(entry, stored, {field}, {field}))
            found.emplace_back(name);
    }
    return found;
}

Difference differenceOf(const std::string& field)
{
    if (field == "title")
        return Difference::Title;
    if (field == "preparation")
        return Difference::Text;
    return field == "place" ? Difference::Place : Difference::Time;
}

vn::Date firstDayOf(const v1::Activity& activity)
{
    return activity.has_day() ? dateOf(activity.day()) : momentAt(activity.start_time().seconds()).day;
}

/// The same by whole days.
v1::Activity onDay(v1::Activity activity, const vn::Date& day)
{
    const std::int64_t shift = vn::toDays(day) - vn::toDays(firstDayOf(activity));
    const auto moveTime = [shift](auto& time) { time.set_seconds(time.seconds() + shift * kSecondsPerDay); };
    const auto moveDay = [shift](v1::Date& date) { setDate(vn::addDays(dateOf(date), static_cast<int>(shift)), date); };
    if (activity.has_start_time())
        moveTime(*activity.mutable_start_time());
    if (activity.has_end_time())
        moveTime(*activity.mutable_end_time());
    if (activity.has_day())
        moveDay(*activity.mutable_day());
    if (activity.has_last_day())
        moveDay(*activity.mutable_last_day());
    return activity;
}

/// Days of a rule.
struct RuleDays
{
    std::vector<vn::Date> days{};   ///< the first ones from a day on
    std::optional<vn::Date> last{}; ///< nothing for a rule without end
    friend bool operator==(const RuleDays&, const RuleDays&) = default;
};

/// Nothing for a rule that files have no words for.
std::optional<RuleDays> ruleDays(const v1::Series& series, const vn::Date& from)
{
    const vn::Date first = firstDayOf(series.pattern());
    const auto text = ruleText(series.recurrence(), first, true, 0);
    if (!text)
        return std::nullopt;
    const bool isEndless = series.recurrence().count() == 0 && !series.recurrence().has_until_day();
    const OwnedWalk walk(
        icalrecur_iterator_new(icalrecurrencetype_from_string(text->c_str()), toIcal(wholeDay(first))));
    RuleDays found;
    for (int i = 0; walk && i < kMaxWalk && !(isEndless && found.days.size() == kComparedDays); ++i) {
        const icaltimetype time = icalrecur_iterator_next(walk.get());
        if (icaltime_is_null_time(time) != 0)
            break;
        const vn::Date day{time.year, time.month, time.day};
        if (day >= from && found.days.size() < kComparedDays)
            found.days.push_back(day);
        if (!isEndless)
            found.last = day;
    }
    return found;
}

std::map<vn::Date, const v1::Activity*> exceptionsOf(const v1::Series& series)
{
    std::map<vn::Date, const v1::Activity*> bySlot;
    for (const v1::Activity& exception : series.exceptions())
        bySlot.emplace(dateOf(exception.series_slot()), &exception);
    return bySlot;
}

std::set<vn::Date> leftOutOf(const v1::Series& series)
{
    std::set<vn::Date> days;
    for (const v1::Date& day : series.left_out_days())
        days.insert(dateOf(day));
    return days;
}

/// Single days that the file has otherwise. What was deleted here stays so, as far as this goes.
int differingDays(const v1::Series& entry, const v1::Series& stored, std::span<const std::string_view> fields)
{
    const auto exceptions = exceptionsOf(stored);
    const auto gone = leftOutOf(stored);
    int days = 0;
    for (const auto& [slot, wanted] : exceptionsOf(entry)) {
        const auto own = exceptions.find(slot);
        const v1::Activity here = own == exceptions.end() ? onDay(stored.pattern(), slot) : *own->second;
        days += gone.contains(slot) || differing(*wanted, here, fields).empty() ? 0 : 1;
    }
    for (const vn::Date& slot : leftOutOf(entry))
        days += gone.contains(slot) ? 0 : 1;
    return days;
}

/// What went out from here carries our version.
template <typename Record>
bool isNewer(const Record& stored, const Entry& entry)
{
    if (isOwn(entry.uid))
        return entry.sequence < stored.version();
    return entry.modified != 0 && stored.has_update_time() && entry.modified < stored.update_time().seconds();
}

bool isOlder(const v1::Series& stored, const Entry& entry)
{
    if (isOwn(entry.uid))
        return entry.sequence > stored.version();
    return stored.has_update_time() && entry.modified > stored.update_time().seconds();
}

/// Whoever changes the file after it was taken, and lets a day be as ever there, wants it so here too.
std::map<vn::Date, v1::Activity> daysGivenBack(const Entry& entry, const v1::Series& stored,
                                               const std::vector<vn::Date>& ruleDays,
                                               std::span<const std::string_view> fields)
{
    if (!isOlder(stored, entry))
        return {};
    const auto named = exceptionsOf(entry.series);
    std::set<vn::Date> own = leftOutOf(stored);
    for (const auto& [slot, exception] : exceptionsOf(stored)) {
        const bool isOpen = exception->state() == v1::ACTIVITY_STATE_PLANNED;
        const bool wasBefore = isOwn(entry.uid) || exception->update_time().seconds() < entry.modified;
        const bool differs = !differing(onDay(entry.series.pattern(), slot), *exception, fields).empty();
        if (isOpen && wasBefore && differs && !named.contains(slot))
            own.insert(slot);
    }
    const auto leftOut = leftOutOf(entry.series);
    std::map<vn::Date, v1::Activity> back;
    for (const vn::Date& slot : own) {
        if (leftOut.contains(slot) || !std::ranges::binary_search(ruleDays, slot))
            continue;
        const auto exception = named.find(slot);
        v1::Activity& day =
            back.emplace(slot, exception == named.end() ? onDay(entry.series.pattern(), slot) : *exception->second)
                .first->second;
        setDate(slot, *day.mutable_series_slot());
    }
    return back;
}

void compareSeries(const Entry& entry, const vn::Date& today, Comparison& comparison)
{
    const auto fields = fieldsOf(entry.uid);
    const v1::Series& stored = comparison.series;
    const v1::Activity pattern = onDay(stored.pattern(), firstDayOf(entry.activity));
    for (const std::string& field : differing(entry.series.pattern(), pattern, fields))
        comparison.differences.insert(differenceOf(field));
    const auto days = ruleDays(entry.series, today);
    if (days != ruleDays(stored, today))
        comparison.differences.insert(Difference::Rule);
    if (days)
        comparison.givenBack = daysGivenBack(entry, stored, days->days, fields);
    comparison.days = differingDays(entry.series, stored, fields) + static_cast<int>(comparison.givenBack.size());
    if (comparison.days > 0)
        comparison.differences.insert(Difference::Days);
    comparison.fields.assign(fields.begin(), fields.end());
}

/// What stands here once can be the first one of what comes again in the file. What was made here keeps a UID of its
/// own, by which a series would not be found again.
bool canBegin(const v1::Activity& here, const Entry& entry)
{
    const vn::Date first = firstDayOf(entry.activity);
    const bool isOpen = here.state() == v1::ACTIVITY_STATE_PLANNED && here.series_id() == 0;
    return isOpen && !isOwn(entry.uid) && here.kind() == entry.activity.kind() &&
           !leftOutOf(entry.series).contains(first) && !exceptionsOf(entry.series).contains(first);
}

void compareSingle(const Entry& entry, Comparison& comparison)
{
    comparison.fields = differing(entry.activity, comparison.activity, fieldsOf(entry.uid));
    for (const std::string& field : comparison.fields)
        comparison.differences.insert(differenceOf(field));
}

template <typename Records>
auto* recordOf(const Records& records, const std::string& uid)
{
    const auto found = std::ranges::find_if(records, [&uid](const auto& record) { return record.ics_uid() == uid; });
    return found == records.end() ? nullptr : &*found;
}

} // namespace

Comparison compare(const Entry& entry, const v1::CalendarEntries& found, const vn::Date& today)
{
    Comparison comparison;
    const v1::Activity* activity = recordOf(found.activities(), entry.uid);
    const v1::Series* series = recordOf(found.series(), entry.uid);
    if (activity == nullptr && series == nullptr) {
        comparison.beside = entry.obstacle == Obstacle::None ? Beside::New : Beside::Impossible;
        return comparison;
    }
    if (series != nullptr) {
        comparison.series = *series;
        comparison.isNewerHere = isNewer(*series, entry);
    } else {
        comparison.activity = *activity;
        comparison.isNewerHere = isNewer(*activity, entry);
    }
    // What is called off or done in the file may be so here too; that is for the person to say.
    comparison.beside = Beside::Same;
    if (entry.obstacle != Obstacle::None)
        return comparison;
    if (entry.isSeries && series == nullptr && canBegin(comparison.activity, entry)) {
        comparison.beside = Beside::Differs;
        comparison.differences.insert(Difference::Rule);
        comparison.fields.assign(kFields.begin(), kFields.end());
        return comparison;
    }
    if (entry.isSeries != (series != nullptr)) {
        comparison.beside = Beside::OtherKind;
        return comparison;
    }
    if (entry.isSeries)
        compareSeries(entry, today, comparison);
    else
        compareSingle(entry, comparison);
    if (!comparison.differences.empty())
        comparison.beside = Beside::Differs;
    return comparison;
}

} // namespace banhang::ics
