#include <gtest/gtest.h>

#include "server/reminders/notification_rules.h"

namespace banhang::server {

namespace {

google::protobuf::FieldMask maskOf(const std::vector<std::string>& paths)
{
    google::protobuf::FieldMask mask;
    for (const std::string& path : paths)
        mask.add_paths(path);
    return mask;
}

std::vector<std::string> keysOf(const std::vector<v1::FieldIssue>& issues)
{
    std::vector<std::string> keys;
    for (const v1::FieldIssue& issue : issues)
        keys.push_back(issue.path() + " " + issue.key());
    return keys;
}

TEST(NotificationSettings, takeOverOnlyWhatTheMaskNames)
{
    v1::NotificationSettings stored;
    stored.set_email("lan@abc.vn");
    stored.add_default_lead_minutes(15);
    v1::NotificationSettings wanted;
    for (const int minutes : {60, 5, 60})
        wanted.add_default_lead_minutes(minutes);
    const auto merged = mergedSettings(stored, wanted, maskOf({"default_lead_minutes"}));
    EXPECT_EQ(merged.email(), "lan@abc.vn");
    EXPECT_EQ(std::vector<int>(merged.default_lead_minutes().begin(), merged.default_lead_minutes().end()),
              (std::vector<int>{5, 60}));
}

TEST(NotificationSettings, keepTheAddressWithoutSpacesAround)
{
    v1::NotificationSettings wanted;
    wanted.set_email("  lan@abc.vn ");
    EXPECT_EQ(mergedSettings({}, wanted, maskOf({"email"})).email(), "lan@abc.vn");
    wanted.set_email("  ");
    EXPECT_EQ(mergedSettings({}, wanted, maskOf({"email"})).email(), "");
}

TEST(NotificationSettings, refuseWhatNobodyMayWrite)
{
    EXPECT_EQ(keysOf(settingMaskIssues(maskOf({}))), std::vector<std::string>{"update_mask update_mask.empty"});
    EXPECT_EQ(keysOf(settingMaskIssues(maskOf({"version", "email"}))),
              std::vector<std::string>{"version field.not_changeable"});
}

TEST(NotificationSettings, tellAllThatIsWrong)
{
    v1::NotificationSettings settings;
    settings.set_quiet_from_minute(-1);
    settings.set_quiet_to_minute(1440);
    settings.add_default_lead_minutes(40321);
    for (int minutes = 0; minutes < 6; ++minutes)
        settings.add_talk_lead_minutes(minutes);
    settings.set_mail_digest(true);
    EXPECT_EQ(keysOf(settingIssues(settings)),
              (std::vector<std::string>{
                  "quiet_from_minute notification_settings.minute", "quiet_to_minute notification_settings.minute",
                  "default_lead_minutes notification_settings.leads", "talk_lead_minutes notification_settings.leads",
                  "email notification_settings.email_missing"}));
    settings.set_email("không phải");
    EXPECT_EQ(keysOf(settingIssues(settings)).back(), "email notification_settings.email");
}

} // namespace

} // namespace banhang::server
