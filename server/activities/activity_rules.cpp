#include "server/activities/activity_rules.h"

#include <algorithm>
#include <unordered_set>

#include <google/protobuf/util/time_util.h>

#include "common/day_message.h"
#include "server/customers/rules/customer_rules.h"
#include "server/fields/text_rules.h"

namespace banhang::server {

using google::protobuf::util::TimeUtil;

namespace {

constexpr int kMaxParticipants = 50;
constexpr int kMaxLeads = 5;
constexpr int kMaxLeadMinutes = 28 * 24 * 60;
constexpr int kMaxSpanDays = 31;
constexpr std::int64_t kMaxSpanSeconds = std::int64_t{kMaxSpanDays} * 24 * 3600;
constexpr int kMaxTalkSeconds = 24 * 3600;
/// 2000-01-01 and 2100-01-01, UTC: what lies outside was mistyped.
constexpr std::int64_t kFirstSecond = 946'684'800;
constexpr std::int64_t kLastSecond = 4'102'444'800;
constexpr int kFirstYear = 2000;
constexpr int kLastYear = 2099;

bool isTalk(const v1::Activity& activity)
{
    return activity.kind() == v1::ACTIVITY_KIND_TALK;
}

bool isTask(const v1::Activity& activity)
{
    return activity.kind() == v1::ACTIVITY_KIND_TASK;
}

void checkDay(const v1::Date& day, const char* path, Issues& issues)
{
    if (day.year() == 0 || day.month() == 0 || day.day() == 0)
        addError(issues, path, "date.incomplete");
    else if (!vn::isValid(dateOf(day)) || day.year() < kFirstYear || day.year() > kLastYear)
        addError(issues, path, "date.impossible");
}

void checkMoment(const google::protobuf::Timestamp& moment, const char* path, Issues& issues)
{
    if (moment.seconds() < kFirstSecond || moment.seconds() >= kLastSecond || moment.nanos() < 0 ||
        moment.nanos() > 999'999'999)
        addError(issues, path, "date.impossible");
}

void checkEnd(const v1::Activity& activity, Issues& issues)
{
    if (!activity.has_start_time())
        return addError(issues, "end_time", "activity.end_without_start");
    const std::int64_t length = TimeUtil::TimestampToMicroseconds(activity.end_time()) -
                                TimeUtil::TimestampToMicroseconds(activity.start_time());
    if (length <= 0)
        addError(issues, "end_time", "activity.end_before_start");
    else if (length > kMaxSpanSeconds * 1'000'000)
        addError(issues, "end_time", "activity.too_long", {{"days", std::to_string(kMaxSpanDays)}});
}

void checkLastDay(const v1::Activity& activity, Issues& issues)
{
    if (activity.kind() != v1::ACTIVITY_KIND_APPOINTMENT || !activity.has_day())
        return addError(issues, "last_day", "activity.field_not_of_kind");
    const vn::Date first = dateOf(activity.day());
    const vn::Date last = dateOf(activity.last_day());
    if (!vn::isValid(first) || !vn::isValid(last))
        return;
    if (last < first)
        addError(issues, "last_day", "activity.end_before_start");
    else if (vn::toDays(last) - vn::toDays(first) >= kMaxSpanDays)
        addError(issues, "last_day", "activity.too_long", {{"days", std::to_string(kMaxSpanDays)}});
}

void checkTime(const v1::Activity& activity, Issues& issues)
{
    if (activity.has_start_time() && activity.has_day())
        addError(issues, "day", "activity.two_times");
    const bool isDoneTalk = isTalk(activity) && activity.state() == v1::ACTIVITY_STATE_DONE;
    if (activity.has_start_time())
        checkMoment(activity.start_time(), "start_time", issues);
    else if (isDoneTalk || (!isTask(activity) && !activity.has_day()))
        addError(issues, "start_time", "activity.time_missing");
    if (activity.has_end_time())
        checkMoment(activity.end_time(), "end_time", issues);
    if (activity.has_day())
        checkDay(activity.day(), "day", issues);
    if (activity.has_last_day())
        checkDay(activity.last_day(), "last_day", issues);
    if (!hasErrors(issues) && activity.has_end_time())
        checkEnd(activity, issues);
    if (!hasErrors(issues) && activity.has_last_day())
        checkLastDay(activity, issues);
}

/// What only some kinds have must not be said of the others.
void checkKind(const v1::Activity& activity, Issues& issues)
{
    const auto refuse = [&](bool isThere, const char* path) {
        if (isThere)
            addError(issues, path, "activity.field_not_of_kind");
    };
    if (isTalk(activity)) {
        if (activity.channel_key().empty())
            addError(issues, "channel_key", "activity.channel_missing");
        if (activity.customer_id() == 0)
            addError(issues, "customer_id", "activity.customer_missing");
        refuse(!activity.ics_uid().empty(), "ics_uid");
    } else {
        if (activity.title().empty())
            addError(issues, "title", "activity.title_missing");
        refuse(activity.direction() != v1::TALK_DIRECTION_UNSPECIFIED, "direction");
        refuse(activity.is_callback(), "is_callback");
        refuse(activity.duration_seconds() != 0, "duration_seconds");
        refuse(!activity.message_id().empty(), "message_id");
    }
    refuse(isTask(activity) && !activity.channel_key().empty(), "channel_key");
    refuse(!isTask(activity) && activity.priority() != v1::PRIORITY_UNSPECIFIED, "priority");
    refuse(isTask(activity) && activity.potential() != v1::POTENTIAL_UNSPECIFIED, "potential");
    refuse(isTask(activity) && activity.pursuit() != v1::PURSUIT_UNSPECIFIED, "pursuit");
    refuse(!activity.is_callback() && !activity.callback_reason().empty(), "callback_reason");
}

void checkReminders(const v1::Activity& activity, Issues& issues)
{
    const auto& leads = activity.reminder_lead_minutes();
    checkCount(issues, "reminder_lead_minutes", leads.size(), kMaxLeads);
    for (int i = 0; i < leads.size(); ++i)
        if (leads[i] < 0 || leads[i] > kMaxLeadMinutes)
            addError(issues, element("reminder_lead_minutes", i), "activity.lead_out_of_range",
                     {{"max", std::to_string(kMaxLeadMinutes)}});
    if (!leads.empty() && !activity.has_start_time() && !activity.has_day())
        addError(issues, "reminder_lead_minutes", "activity.reminder_needs_time");
}

/// The first of equal numbers stays. Lists come here before anything has asked how long they are.
template <typename Numbers>
void dropRepeats(Numbers& numbers)
{
    std::unordered_set<std::int64_t> met;
    const auto isRepeat = [&met](std::int64_t number) { return !met.insert(number).second; };
    numbers.erase(std::remove_if(numbers.begin(), numbers.end(), isRepeat), numbers.end());
}

} // namespace

const WritableFields& writableActivityFields()
{
    static const std::vector<std::string_view> others{"id",
                                                      "version",
                                                      "kind",
                                                      "state",
                                                      "customer_name",
                                                      "contact_name",
                                                      "owner_user_id",
                                                      "unit_id",
                                                      "creator_user_id",
                                                      "previous_activity_id",
                                                      "series_id",
                                                      "series_slot",
                                                      "is_series_exception",
                                                      "close_time",
                                                      "create_time",
                                                      "update_time",
                                                      "delete_time",
                                                      "message_id",
                                                      "ics_uid",
                                                      "attachment_count"};
    static const WritableFields fields(*v1::Activity::descriptor(), others);
    return fields;
}

void prepareActivity(v1::Activity& activity)
{
    tidyTexts(activity);
    auto& participants = *activity.mutable_participant_user_ids();
    dropRepeats(participants);
    if (activity.owner_user_id() != 0)
        participants.erase(std::remove(participants.begin(), participants.end(), activity.owner_user_id()),
                           participants.end());
    dropRepeats(*activity.mutable_reminder_lead_minutes());
}

Issues checkShape(const v1::Activity& activity)
{
    Issues issues;
    if (activity.kind() == v1::ACTIVITY_KIND_UNSPECIFIED)
        addError(issues, "kind", "activity.kind_missing");
    checkValues(activity, issues);
    checkCount(issues, "participant_user_ids", activity.participant_user_ids_size(), kMaxParticipants);
    if (hasErrors(issues))
        return issues;
    checkTime(activity, issues);
    checkKind(activity, issues);
    if (activity.contact_id() != 0 && activity.customer_id() == 0)
        addError(issues, "contact_id", "activity.customer_missing");
    if (activity.duration_seconds() < 0 || activity.duration_seconds() > kMaxTalkSeconds)
        addError(issues, "duration_seconds", "activity.duration_out_of_range");
    checkReminders(activity, issues);
    return issues;
}

Issues checkNames(const v1::Activity& activity, const ActivityFacts& facts, const FieldNames& changed)
{
    Issues issues;
    if (changed.contains("channel_key") && !activity.channel_key().empty() && !facts.isChannelKnown)
        addError(issues, "channel_key", "pick_item.unknown", {{"list", "channel"}, {"key", activity.channel_key()}});
    if (changed.contains("customer_id") && activity.customer_id() != 0 && facts.customerId == 0)
        addError(issues, "customer_id", "customer.not_found");
    if ((changed.contains("contact_id") || changed.contains("customer_id")) && activity.contact_id() != 0 &&
        !facts.isContactOfCustomer)
        addError(issues, "contact_id", "contact.not_found");
    if (!changed.contains("participant_user_ids"))
        return issues;
    for (int i = 0; i < activity.participant_user_ids_size(); ++i)
        if (!facts.activePeople.contains(activity.participant_user_ids(i)))
            addError(issues, element("participant_user_ids", i), "user.not_found");
    return issues;
}

Issues doubtsAbout(const v1::Activity& activity, const ActivityFacts& facts)
{
    Issues doubts;
    if (!activity.has_start_time())
        return doubts;
    const bool isPast = TimeUtil::TimestampToMicroseconds(activity.start_time()) < facts.nowMicros;
    const bool isPlanned = activity.state() == v1::ACTIVITY_STATE_PLANNED;
    if (isPlanned && isPast)
        addWarning(doubts, "start_time", "activity.planned_in_past");
    if (activity.state() == v1::ACTIVITY_STATE_DONE && !isPast)
        addWarning(doubts, "start_time", "activity.done_in_future");
    return doubts;
}

void sortIssues(Issues& issues)
{
    sortByField(issues, *v1::Activity::descriptor());
}

std::vector<std::int64_t> peopleOf(const v1::Activity& activity)
{
    std::vector<std::int64_t> people{activity.owner_user_id()};
    people.insert(people.end(), activity.participant_user_ids().begin(), activity.participant_user_ids().end());
    return people;
}

} // namespace banhang::server
