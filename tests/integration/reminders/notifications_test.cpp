// NotificationsService: everybody's own, with names as their reader sees them.
#include "reminders_fixture.h"

namespace banhang::test {

namespace {

constexpr std::int64_t kHour = 3600;

class Notifications : public RemindersFixture
{
protected:
    v1::Reminder snooze(std::int64_t id, const google::protobuf::Timestamp& until, const std::string& token)
    {
        return call(*notifications, &v1::NotificationsService::Stub::SnoozeReminder, snoozing(id, until), token);
    }
    static v1::SnoozeReminderRequest snoozing(std::int64_t id, const google::protobuf::Timestamp& until)
    {
        v1::SnoozeReminderRequest request;
        request.set_reminder_id(id);
        *request.mutable_until_time() = until;
        request.set_request_id(newRequestId());
        return request;
    }
    void dismiss(std::int64_t id, const std::string& token)
    {
        v1::DismissRemindersRequest request;
        request.add_reminder_ids(id);
        request.set_request_id(newRequestId());
        call(*notifications, &v1::NotificationsService::Stub::DismissReminders, request, token);
    }
    std::vector<std::int64_t> tasks(int count, const std::string& token)
    {
        std::vector<std::int64_t> ids;
        ids.reserve(static_cast<std::size_t>(count));
        for (int i = 0; i < count; ++i)
            ids.push_back(create(appointment((10 - i) * kHour, {}), token).id());
        return ids;
    }
    void assign(const std::vector<std::int64_t>& ids, const TestUser& to, const std::string& token)
    {
        v1::AssignActivitiesRequest request;
        request.mutable_activity_ids()->Add(ids.begin(), ids.end());
        request.set_owner_user_id(to.id);
        request.set_request_id(newRequestId());
        call(*activities, &v1::ActivitiesService::Stub::AssignActivities, request, token);
    }
    void readAll(const std::string& token)
    {
        v1::MarkNotificationsReadRequest request;
        request.set_up_to_id(listOf(token).notifications(0).id());
        call(*notifications, &v1::NotificationsService::Stub::MarkNotificationsRead, request, token);
    }
    v1::Reminder fired()
    {
        create(appointment(kHour / 2, {60}), lanToken);
        settleDue();
        return remindersOf(lanToken).waiting(0);
    }
};

TEST_F(Notifications, tellWhatColleaguesDid)
{
    v1::Activity made = create(appointment(2 * kHour, {}, {hoa}), lanToken);
    made = moved(made, kHour, lanToken);
    made = close(made, v1::ACTIVITY_STATE_CANCELLED, lanToken);
    EXPECT_EQ(keysOf(hoaToken), (Lines{"notification.cancelled", "notification.moved", "notification.invited"}));
    EXPECT_EQ(keysOf(lanToken), Lines{});
    const v1::Notification news = listOf(hoaToken).notifications(1);
    EXPECT_EQ(news.actor_user_id(), lan.id);
    EXPECT_EQ(news.title(), "Gặp khách");
    EXPECT_EQ(news.event_time().seconds(), made.start_time().seconds());
    EXPECT_EQ(ledgerFaults(sql()), Lines{});
}

TEST_F(Notifications, gatherWhatOnePersonGivesInSeveralCalls)
{
    const std::vector<std::int64_t> ids = tasks(6, lanToken);
    assign({ids[0], ids[1]}, hoa, minhToken);
    assign({ids[2], ids[3]}, hoa, minhToken);
    const v1::Notification one = listOf(hoaToken).notifications(0);
    EXPECT_EQ(keysOf(hoaToken), Lines{"notification.assigned"});
    EXPECT_EQ(one.args().at("count"), "4");
    EXPECT_EQ(one.version(), 2);
    EXPECT_EQ(one.entity_id(), ids[3]) << "the one that begins first";

    assign({ids[4], ids[5]}, minh, minhToken);
    assign({ids[4]}, hoa, minhToken);
    EXPECT_EQ(listOf(hoaToken).notifications(0).args().at("count"), "5");
    readAll(hoaToken);
    assign({ids[5]}, hoa, minhToken);
    EXPECT_EQ(keysOf(hoaToken), (Lines{"notification.assigned", "notification.assigned"})) << "what was read stays";
    EXPECT_EQ(ledgerFaults(sql()), Lines{});
}

TEST_F(Notifications, doNotGatherWhatIsGivenOneByOneOrByOthersOrLater)
{
    const std::vector<std::int64_t> ids = tasks(8, lanToken);
    assign({ids[0]}, hoa, minhToken);
    assign({ids[1]}, hoa, minhToken);
    assign({ids[2], ids[3]}, hoa, minhToken);
    EXPECT_EQ(keysOf(hoaToken).size(), 3);
    sql().run("UPDATE banhang.notification SET actor_id = " + std::to_string(lan.id));
    assign({ids[4], ids[5]}, hoa, minhToken);
    EXPECT_EQ(keysOf(hoaToken).size(), 4) << "from somebody else";
    sql().run("UPDATE banhang.notification SET created_at = created_at - interval '6 minutes'");
    assign({ids[6], ids[7]}, hoa, minhToken);
    EXPECT_EQ(keysOf(hoaToken).size(), 5) << "another act";
}

TEST_F(Notifications, nameNoCustomerThatTheirReaderDoesNotSee)
{
    const std::int64_t customer =
        sql().number("INSERT INTO banhang.customer (code, code_key, kind, name, sort_key, owner_id, unit_id)"
                     " VALUES ('KH1', 'KH1', 1, 'Công ty Bí Mật', 'bi mat', $1::bigint, $2::bigint) RETURNING id",
                     {std::to_string(lan.id), std::to_string(lan.unitId)});
    v1::Activity wanted = appointment(kHour / 2, {60}, {hoa});
    wanted.set_customer_id(customer);
    create(wanted, lanToken);
    settleDue();
    EXPECT_EQ(listOf(lanToken).notifications(0).customer_name(), "Công ty Bí Mật");
    EXPECT_EQ(remindersOf(lanToken).waiting(0).customer_name(), "Công ty Bí Mật");
    for (const v1::Notification& notification : toldTo(hoaToken)) {
        EXPECT_EQ(notification.customer_name(), "");
        EXPECT_EQ(notification.customer_id(), 0);
        EXPECT_EQ(notification.title(), "Gặp khách");
    }
    EXPECT_EQ(remindersOf(hoaToken).waiting(0).customer_name(), "");
    // Who does not take part any more sees no title either.
    sql().run("UPDATE banhang.activity SET participant_ids = '{}'");
    for (const v1::Notification& notification : toldTo(hoaToken))
        EXPECT_EQ(notification.title(), "");
}

TEST_F(Notifications, belongToOnePerson)
{
    const v1::Reminder mine = fired();
    EXPECT_EQ(listOf(hoaToken).notifications_size(), 0);
    v1::BatchGetNotificationsRequest request;
    request.add_notification_ids(listOf(lanToken).notifications(0).id());
    EXPECT_EQ(call(*notifications, &v1::NotificationsService::Stub::BatchGetNotifications, request, hoaToken)
                  .notifications_size(),
              0);
    EXPECT_EQ(call(*notifications, &v1::NotificationsService::Stub::BatchGetNotifications, request, lanToken)
                  .notifications_size(),
              1);
    const auto soon = TimeUtil::GetCurrentTime() + TimeUtil::MinutesToDuration(5);
    EXPECT_EQ(
        refusal(*notifications, &v1::NotificationsService::Stub::SnoozeReminder, snoozing(mine.id(), soon), hoaToken)
            .key(),
        "reminder.not_found");
    dismiss(mine.id(), hoaToken);
    EXPECT_EQ(remindersOf(lanToken).waiting_size(), 1);
}

TEST_F(Notifications, areReadOnAllMachines)
{
    for (int i = 0; i < 3; ++i)
        create(appointment(2 * kHour, {}, {hoa}), lanToken);
    EXPECT_EQ(listOf(hoaToken).capped_unread_count(), 3);
    v1::MarkNotificationsReadRequest request;
    request.add_notification_ids(listOf(hoaToken).notifications(0).id());
    EXPECT_EQ(call(*notifications, &v1::NotificationsService::Stub::MarkNotificationsRead, request, hoaToken)
                  .capped_unread_count(),
              2);
    EXPECT_EQ(listOf(hoaToken, true).notifications_size(), 2);
    request.set_up_to_id(listOf(hoaToken).notifications(0).id());
    EXPECT_EQ(call(*notifications, &v1::NotificationsService::Stub::MarkNotificationsRead, request, hoaToken)
                  .capped_unread_count(),
              0);
    // Repeated, it changes nothing: the ledger would find a version without news or news without a version.
    call(*notifications, &v1::NotificationsService::Stub::MarkNotificationsRead, request, hoaToken);
    EXPECT_EQ(ledgerFaults(sql()), Lines{});
}

TEST_F(Notifications, comeInPages)
{
    for (int i = 0; i < 5; ++i)
        create(appointment(2 * kHour, {}, {hoa}), lanToken);
    v1::ListNotificationsRequest request;
    request.set_page_size(2);
    std::vector<std::int64_t> ids;
    do {
        const auto page = call(*notifications, &v1::NotificationsService::Stub::ListNotifications, request, hoaToken);
        for (const v1::Notification& notification : page.notifications())
            ids.push_back(notification.id());
        request.set_page_token(page.next_page_token());
    } while (!request.page_token().empty());
    EXPECT_EQ(ids.size(), 5U);
    EXPECT_TRUE(std::ranges::is_sorted(ids, std::greater()));
}

TEST_F(Notifications, comeAgainAfterASnoozeAndNotAfterADismissal)
{
    const v1::Reminder first = fired();
    const auto soon = TimeUtil::GetCurrentTime() + TimeUtil::MinutesToDuration(5);
    EXPECT_EQ(snooze(first.id(), soon, lanToken).state(), v1::REMINDER_STATE_PENDING);
    EXPECT_FALSE(listOf(lanToken).notifications(0).is_waiting());
    EXPECT_TRUE(listOf(lanToken).notifications(0).has_read_time());
    settleDue();
    EXPECT_EQ(listOf(lanToken).notifications_size(), 1);
    timePasses(sql(), "6 minutes");
    settleDue();
    ASSERT_EQ(listOf(lanToken).notifications_size(), 2);
    EXPECT_TRUE(listOf(lanToken).notifications(0).is_waiting());
    dismiss(first.id(), lanToken);
    dismiss(first.id(), lanToken);
    EXPECT_EQ(remindersOf(lanToken).waiting_size(), 0);
    EXPECT_EQ(
        refusal(*notifications, &v1::NotificationsService::Stub::SnoozeReminder, snoozing(first.id(), soon), lanToken)
            .key(),
        "reminder.settled");
    EXPECT_EQ(ledgerFaults(sql()), Lines{});
}

TEST_F(Notifications, arePutOffWithinAMonth)
{
    const v1::Reminder first = fired();
    const auto now = TimeUtil::GetCurrentTime();
    for (const auto& until : {now - TimeUtil::HoursToDuration(1), now + TimeUtil::HoursToDuration(24LL * 32)})
        EXPECT_EQ(refusal(*notifications, &v1::NotificationsService::Stub::SnoozeReminder, snoozing(first.id(), until),
                          lanToken)
                      .detail()
                      .issues(0)
                      .key(),
                  "reminder.until");
}

TEST_F(Notifications, stopWaitingWhenTheActivityIsDone)
{
    const v1::Activity made = create(appointment(kHour / 2, {60}), lanToken);
    settleDue();
    close(made, v1::ACTIVITY_STATE_DONE, lanToken);
    EXPECT_EQ(remindersOf(lanToken).waiting_size(), 0);
    EXPECT_FALSE(listOf(lanToken).notifications(0).is_waiting());
    EXPECT_EQ(listOf(lanToken).notifications(0).version(), 2);
    EXPECT_EQ(ledgerFaults(sql()), Lines{});
}

TEST_F(Notifications, haveSettingsOfEachPerson)
{
    const auto get = [this](const std::string& token) {
        return call(*notifications, &v1::NotificationsService::Stub::GetNotificationSettings,
                    v1::GetNotificationSettingsRequest(), token);
    };
    EXPECT_EQ(get(lanToken).version(), 0);
    EXPECT_EQ(get(lanToken).default_lead_minutes(0), 15);
    v1::NotificationSettings wanted;
    wanted.set_email("lan@abc.vn");
    wanted.set_mail_digest(true);
    const auto stored = setSettings(wanted, {"email", "mail_digest"}, lanToken);
    EXPECT_EQ(stored.version(), 1);
    EXPECT_EQ(stored.default_lead_minutes(0), 15);
    EXPECT_EQ(get(hoaToken).email(), "");
    // The other windows of the person are told, and nobody else.
    EXPECT_EQ(sql().text("SELECT entity_id || ' ' || version || ' ' || people::text || (fields ? 'email')"
                         " FROM banhang.change_log WHERE entity = 'notification_setting'"),
              std::to_string(lan.id) + " 1 {" + std::to_string(lan.id) + "}true");
    wanted.set_version(7);
    v1::UpdateNotificationSettingsRequest stale;
    *stale.mutable_settings() = wanted;
    stale.mutable_update_mask()->add_paths("email");
    stale.set_request_id(newRequestId());
    EXPECT_EQ(
        refusal(*notifications, &v1::NotificationsService::Stub::UpdateNotificationSettings, stale, lanToken).key(),
        "notification_settings.edit_conflict");
}

} // namespace

} // namespace banhang::test
