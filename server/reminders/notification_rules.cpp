#include "server/reminders/notification_rules.h"

#include <algorithm>
#include <array>

#include <google/protobuf/util/field_mask_util.h>

#include "common/error.h"
#include "common/vn/email.h"
#include "server/fields/issue_rules.h"
#include "server/reminders/quiet_hours_rules.h"

namespace banhang::server {

namespace {

using Minutes = google::protobuf::RepeatedField<std::int32_t>;

constexpr int kMaxLeads = 5;
constexpr int kMaxLeadMinutes = 40320; ///< four weeks
constexpr std::array<std::string_view, 7> kChangeable{"quiet_from_minute", "quiet_to_minute", "default_lead_minutes",
                                                      "talk_lead_minutes", "email",           "mail_digest",
                                                      "mail_reminders"};

void tidyLeads(Minutes& leads)
{
    std::ranges::sort(leads);
    leads.erase(std::unique(leads.begin(), leads.end()), leads.end());
}

void checkLeads(Issues& issues, std::string_view path, const Minutes& leads)
{
    const auto isLead = [](std::int32_t minutes) { return minutes >= 0 && minutes <= kMaxLeadMinutes; };
    if (leads.size() > kMaxLeads || !std::ranges::all_of(leads, isLead))
        addError(issues, path, "notification_settings.leads");
}

void checkMinute(Issues& issues, std::string_view path, int minute)
{
    if (minute < 0 || minute >= kMinutesOfDay)
        addError(issues, path, "notification_settings.minute");
}

} // namespace

Issues settingMaskIssues(const google::protobuf::FieldMask& mask)
{
    Issues issues;
    if (mask.paths().empty())
        addError(issues, "update_mask", "update_mask.empty");
    for (const std::string& path : mask.paths())
        if (std::ranges::find(kChangeable, path) == kChangeable.end())
            addError(issues, path, "field.not_changeable");
    return issues;
}

v1::NotificationSettings mergedSettings(const v1::NotificationSettings& stored, const v1::NotificationSettings& wanted,
                                        const google::protobuf::FieldMask& mask)
{
    google::protobuf::util::FieldMaskUtil::MergeOptions whole;
    whole.set_replace_repeated_fields(true);
    v1::NotificationSettings merged = stored;
    google::protobuf::util::FieldMaskUtil::MergeMessageTo(wanted, mask, whole, &merged);
    tidyLeads(*merged.mutable_default_lead_minutes());
    tidyLeads(*merged.mutable_talk_lead_minutes());
    merged.set_email(vn::parseEmail(merged.email()).typed);
    return merged;
}

Issues settingIssues(const v1::NotificationSettings& settings)
{
    Issues issues;
    checkMinute(issues, "quiet_from_minute", settings.quiet_from_minute());
    checkMinute(issues, "quiet_to_minute", settings.quiet_to_minute());
    checkLeads(issues, "default_lead_minutes", settings.default_lead_minutes());
    checkLeads(issues, "talk_lead_minutes", settings.talk_lead_minutes());
    if (!settings.email().empty() && !vn::parseEmail(settings.email()).isValid())
        addError(issues, "email", "notification_settings.email");
    else if (settings.email().empty() && (settings.mail_digest() || settings.mail_reminders()))
        addError(issues, "email", "notification_settings.email_missing");
    return issues;
}

void throwIfAny(const Issues& issues)
{
    if (issues.empty())
        return;
    v1::ErrorDetail detail;
    detail.set_key("call.invalid");
    detail.mutable_issues()->Add(issues.begin(), issues.end());
    throw AppError(ErrorCode::Invalid, detail);
}

} // namespace banhang::server
