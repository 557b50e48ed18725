// Who learns that a colleague is at the same customer, and for how long.
#include "tests/integration/changes/feed_fixture.h"

namespace banhang::test {
namespace {

class PresenceTest : public FeedFixture
{
protected:
    /// One session: what it tells, and the stream by which it is told.
    struct Person
    {
        TestUser user;
        std::string token;
        std::unique_ptr<Watcher> stream;
    };

    Person signIn(const TestUser& user)
    {
        Person person{user, world().signIn(user), nullptr};
        person.stream = std::make_unique<Watcher>(channel(), person.token);
        EXPECT_TRUE(person.stream->waitOpen());
        return person;
    }

    static v1::ReportPresenceRequest at(std::int64_t customer, const std::string& field = {}, int place = 0)
    {
        v1::ReportPresenceRequest request;
        request.set_place(place);
        request.set_customer_id(customer);
        request.set_editing(!field.empty());
        request.set_field(field);
        return request;
    }
    void tell(const Person& person, const v1::ReportPresenceRequest& request)
    {
        const auto reply =
            call(*stub<v1::ChangesService>(), &v1::ChangesService::Stub::ReportPresence, request, person.token);
        EXPECT_GT(reply.repeat_ms(), 0);
    }
};

/// Holds when exactly these people were told to be at the customer; fields by user.
std::function<bool(const Watcher&)> shows(std::int64_t customer, const std::map<std::int64_t, std::string>& fields)
{
    return [=](const Watcher& watcher) {
        const auto presence = watcher.presence(customer);
        std::map<std::int64_t, std::string> told;
        if (presence)
            for (const auto& person : presence->people())
                told[person.user_id()] = person.field();
        return presence && told == fields;
    };
}

TEST_F(PresenceTest, colleaguesAtOneCustomerLearnOfEachOther)
{
    const auto lan = signIn(viewer("lan", world().company(), v1::SCOPE_ALL));
    const auto minh = signIn(viewer("minh", world().company(), v1::SCOPE_ALL));
    const auto customer = addCustomer(lan.user);
    tell(lan, at(customer));
    tell(minh, at(customer, "phones"));
    EXPECT_TRUE(lan.stream->waitFor(shows(customer, {{minh.user.id, "phones"}})));
    EXPECT_TRUE(lan.stream->presence(customer).value().people(0).editing());
    EXPECT_TRUE(minh.stream->waitFor(shows(customer, {{lan.user.id, ""}})));
    tell(minh, at(customer, "note"));
    EXPECT_TRUE(lan.stream->waitFor(shows(customer, {{minh.user.id, "note"}})));
    tell(minh, at(0));
    EXPECT_TRUE(lan.stream->waitFor(shows(customer, {})));
}

/// The server's tasks in the order in which they come.
class PresenceOnOneThread : public PresenceTest
{
protected:
    PresenceOnOneThread() { m_appThreads = 1; }
};

TEST_F(PresenceOnOneThread, keepsNoSessionAliveThatNobodyUses)
{
    const auto lan = signIn(viewer("lan", world().company(), v1::SCOPE_ALL));
    const auto customer = addCustomer(lan.user);
    sql().run("UPDATE banhang.session SET last_seen_at = now() - interval '2 hours'");
    for (int round = 0; round < 3; ++round)
        tell(lan, at(customer));
    EXPECT_EQ(sql().number("SELECT count(*) FROM banhang.session WHERE last_seen_at > now() - interval '1 hour'"), 0);
}

TEST_F(PresenceTest, whoIsElsewhereIsToldNothing)
{
    const auto lan = signIn(viewer("lan", world().company(), v1::SCOPE_ALL));
    const auto minh = signIn(viewer("minh", world().company(), v1::SCOPE_ALL));
    const auto here = addCustomer(lan.user);
    const auto there = addCustomer(lan.user);
    tell(lan, at(here));
    tell(minh, at(there, {}, 0));
    tell(minh, at(here, {}, 1));
    ASSERT_TRUE(lan.stream->waitFor(shows(here, {{minh.user.id, ""}})));
    EXPECT_FALSE(lan.stream->presence(there));
}

TEST_F(PresenceTest, aCustomerOutOfSightIsAbsentAndSilent)
{
    const auto branch = world().addBranch("HN");
    // All before anybody listens: a new user is a change of rights, after which a stream says only that all is to be
    // read anew.
    const auto khoa = viewer("khoa", branch, v1::SCOPE_OWN);
    const auto lansUser = viewer("lan", branch, v1::SCOPE_OWN);
    const auto bossesUser = viewer("boss", branch, v1::SCOPE_BRANCH);
    const auto lan = signIn(lansUser);
    const auto boss = signIn(bossesUser);
    const auto customer = addCustomer(lan.user);
    const auto refused = refusal(*stub<v1::ChangesService>(), &v1::ChangesService::Stub::ReportPresence, at(customer),
                                 world().signIn(khoa));
    EXPECT_EQ(refused.key(), "customer.not_found");
    tell(lan, at(customer));
    tell(boss, at(customer));
    ASSERT_TRUE(lan.stream->waitFor(shows(customer, {{boss.user.id, ""}})));
    // Given away: what happens there is no business of Lan's any more, though her window is still open.
    change(customer, khoa.unitId);
    ASSERT_TRUE(lan.stream->waitFor(lost(customer)));
    tell(boss, at(customer, "note"));
    const auto own = addCustomer(lan.user);
    tell(boss, at(own, "note", 1));
    tell(lan, at(own, {}, 1));
    ASSERT_TRUE(lan.stream->waitFor(shows(own, {{boss.user.id, "note"}})));
    EXPECT_EQ(lan.stream->presence(customer).value().people(0).field(), "");
}

TEST_F(PresenceTest, theNameOfAHiddenFieldStaysHidden)
{
    const auto lan = signIn(viewer("lan", world().company(), v1::SCOPE_ALL, {v1::SENSITIVE_FIELD_PHONE}));
    const auto minh = signIn(viewer("minh", world().company(), v1::SCOPE_ALL));
    const auto customer = addCustomer(minh.user);
    tell(lan, at(customer));
    tell(minh, at(customer, "phones"));
    ASSERT_TRUE(lan.stream->waitFor(shows(customer, {{minh.user.id, ""}})));
    EXPECT_TRUE(lan.stream->presence(customer).value().people(0).editing());
}

TEST_F(PresenceTest, whoFallsSilentOrSignsOutIsGone)
{
    const auto lan = signIn(viewer("lan", world().company(), v1::SCOPE_ALL));
    const auto minh = signIn(viewer("minh", world().company(), v1::SCOPE_ALL));
    const auto hoa = signIn(viewer("hoa", world().company(), v1::SCOPE_ALL));
    const auto customer = addCustomer(lan.user);
    tell(lan, at(customer));
    tell(minh, at(customer));
    tell(hoa, at(customer));
    ASSERT_TRUE(lan.stream->waitFor(shows(customer, {{minh.user.id, ""}, {hoa.user.id, ""}})));
    sql().run("UPDATE banhang.presence SET told_at = told_at - interval '13 s' WHERE user_id = $1::bigint",
              {std::to_string(minh.user.id)});
    ASSERT_TRUE(lan.stream->waitFor(shows(customer, {{hoa.user.id, ""}})));
    world().endSession(hoa.token);
    EXPECT_TRUE(lan.stream->waitFor(shows(customer, {})));
}

TEST_F(PresenceTest, whatAnotherServerWroteIsToldToo)
{
    const auto lan = signIn(viewer("lan", world().company(), v1::SCOPE_ALL));
    const auto minh = viewer("minh", world().company(), v1::SCOPE_ALL);
    const auto customer = addCustomer(lan.user);
    tell(lan, at(customer));
    world().signIn(minh);
    sql().run("INSERT INTO banhang.presence (session_id, place, user_id, customer_id, editing, field)"
              " SELECT id, 0, user_id, $2::bigint, false, '' FROM banhang.session WHERE user_id = $1::bigint",
              {std::to_string(minh.id), std::to_string(customer)});
    EXPECT_TRUE(lan.stream->waitFor(shows(customer, {{minh.id, ""}})));
}

TEST_F(PresenceTest, refusesFieldsAndPlacesThatDoNotExist)
{
    const auto lan = signIn(viewer("lan", world().company(), v1::SCOPE_ALL));
    const auto customer = addCustomer(lan.user);
    for (const auto& request : {at(customer, "<b>phones</b>"), at(customer, {}, -1), at(customer, {}, 32)}) {
        const auto refused =
            refusal(*stub<v1::ChangesService>(), &v1::ChangesService::Stub::ReportPresence, request, lan.token);
        EXPECT_EQ(refused.key(), "call.invalid");
    }
    EXPECT_EQ(sql().number("SELECT count(*) FROM banhang.presence"), 0);
}

} // namespace
} // namespace banhang::test
