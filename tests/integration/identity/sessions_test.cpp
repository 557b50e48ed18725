#include "tests/integration/identity/identity_fixture.h"

#include "server/identity/group_store.h"
#include "server/identity/session_store.h"
#include "tests/support/wait_until.h"

namespace banhang::test {
namespace {

class SessionsTest : public IdentityFixture
{
protected:
    void SetUp() override
    {
        m_lan = world().addUser("lan.nt", world().addBranch("CN Hà Nội"));
        m_group = world().addGroup("Kinh doanh", {{v1::RESOURCE_CUSTOMER, v1::ACTION_VIEW, v1::SCOPE_OWN}});
        world().join(m_lan, m_group);
    }
    std::string refusedKey(const std::string& token)
    {
        return refusal(*identity(), &Stub::GetMe, v1::GetMeRequest(), token).key();
    }
    v1::ListSessionsResponse listSessions(const std::string& token, int size = 0, const std::string& page = {})
    {
        v1::ListSessionsRequest request;
        request.set_page_size(size);
        request.set_page_token(page);
        return call(*identity(), &Stub::ListSessions, request, token);
    }
    /// The note of a use is sent beside the call; its transaction is waited for, not guessed at.
    void waitUntilUseIsNoted()
    {
        ASSERT_TRUE(waitUntil([this] {
            return sql().number(
                       "SELECT count(*) FROM banhang.session WHERE last_seen_at > now() - interval '1 minute'") > 0;
        }));
    }

    TestUser m_lan;
    std::int64_t m_group = 0;
};

TEST_F(SessionsTest, anUnknownTokenOpensNothing)
{
    EXPECT_EQ(refusedKey("no such token"), "session.ended");
    EXPECT_EQ(refusedKey(""), "session.missing");
}

TEST_F(SessionsTest, signingOutEndsThisSessionAlone)
{
    const std::string here = world().signIn(m_lan);
    const std::string elsewhere = world().signIn(m_lan);
    getMe(here);
    call(*identity(), &Stub::SignOut, v1::SignOutRequest(), here);
    EXPECT_EQ(refusedKey(here), "session.ended");
    getMe(elsewhere);
}

TEST_F(SessionsTest, whoCallsNothingForLongIsForgottenAndReadAnew)
{
    const std::string here = world().signIn(m_lan);
    const std::string elsewhere = world().signIn(m_lan);
    const auto verify = [&](server::CallerLoader& loader, const std::string& token) {
        return app().inTransaction({}, server::Tx::Mode::ReadOnly, [&](server::Tx& tx) {
            return loader.verify(tx, token, loader.remembered(token, server::CalledBy::Person));
        });
    };
    server::CallerLoader usual(app(), {});
    verify(usual, here);
    verify(usual, elsewhere);
    EXPECT_TRUE(usual.remembered(here, server::CalledBy::Person).caller);
    server::CallerLoader forgetful(app(), {}, std::chrono::seconds(0));
    verify(forgetful, here);
    verify(forgetful, elsewhere);
    EXPECT_FALSE(forgetful.remembered(here, server::CalledBy::Person).caller);
    EXPECT_EQ(verify(forgetful, here).caller->userId, m_lan.id);
}

TEST_F(SessionsTest, anEndedSessionIsFeltByTheNextCall)
{
    const std::string token = world().signIn(m_lan);
    getMe(token);
    world().endSession(token);
    EXPECT_EQ(refusedKey(token), "session.ended");
}

TEST_F(SessionsTest, endAfterTheIdleAndTheAbsoluteLimit)
{
    const std::string idle = world().signIn(m_lan);
    const std::string old = world().signIn(m_lan);
    // The idle one is not used before: its use would be noted beside the call, and that note could come after what
    // follows.
    getMe(old);
    sql().run("UPDATE banhang.session SET last_seen_at = now() - interval '8 hours 1 second' WHERE token_hash = "
              "sha256($1::text::bytea)",
              {idle});
    sql().run("UPDATE banhang.session SET expires_at = now() - interval '1 second' WHERE token_hash = "
              "sha256($1::text::bytea)",
              {old});
    EXPECT_EQ(refusedKey(idle), "session.ended");
    EXPECT_EQ(refusedKey(old), "session.ended");
}

TEST_F(SessionsTest, endAfterTheIdleLimitThoughTheServerRemembersThem)
{
    const std::string token = world().signIn(m_lan);
    sql().run("UPDATE banhang.session SET last_seen_at = now() - interval '2 hours'");
    getMe(token);
    getMe(token);
    // From now on the server knows the session, and its use has been noted for the next minutes.
    waitUntilUseIsNoted();
    sql().run("UPDATE banhang.session SET last_seen_at = now() - interval '8 hours 1 second'");
    EXPECT_EQ(refusedKey(token), "session.ended");
    EXPECT_EQ(refusedKey(token), "session.ended");
}

TEST_F(SessionsTest, theCallThatFindsThemOverDoesNotBringThemBack)
{
    const std::string over = world().signIn(m_lan);
    const std::string other = world().signIn(m_lan);
    sql().run("UPDATE banhang.session SET last_seen_at = now() - interval '2 hours'");
    getMe(over);
    getMe(other);
    sql().run("UPDATE banhang.session SET last_seen_at = now() - interval '9 hours' WHERE token_hash = "
              "sha256($1::text::bytea)",
              {over});
    // The server knows both, and has noted no use of either so far.
    EXPECT_EQ(refusedKey(over), "session.ended");
    getMe(other);
    waitUntilUseIsNoted();
    EXPECT_EQ(refusedKey(over), "session.ended");
}

TEST_F(SessionsTest, whatAWindowRepeatsByItselfIsNoUse)
{
    const std::string left = world().signIn(m_lan);
    const std::string used = world().signIn(m_lan);
    server::CallerLoader loader(app(), {});
    for (const std::string& token : {left, used})
        app().inTransaction({}, server::Tx::Mode::ReadOnly,
                            [&](server::Tx& tx) { return loader.verify(tx, token, {}); });
    sql().run("UPDATE banhang.session SET last_seen_at = now() - interval '2 hours'");
    EXPECT_TRUE(loader.remembered(left, server::CalledBy::Timer).caller);
    EXPECT_TRUE(loader.remembered(used, server::CalledBy::Person).caller);
    waitUntilUseIsNoted();
    EXPECT_EQ(sql().number("SELECT count(*) FROM banhang.session WHERE last_seen_at < now() - interval '1 hour' AND "
                           "token_hash = sha256($1::text::bytea)",
                           {left}),
              1);
}

TEST_F(SessionsTest, changedRightsAreFeltByTheNextCall)
{
    const std::string token = world().signIn(m_lan);
    EXPECT_EQ(getMe(token).rights(0).scope(), v1::SCOPE_OWN);
    v1::EffectiveRight wide;
    wide.set_resource(v1::RESOURCE_CUSTOMER);
    wide.set_action(v1::ACTION_VIEW);
    wide.set_scope(v1::SCOPE_BRANCH);
    change([&](server::Tx& tx) { server::GroupStore::setGrants(tx, m_it, m_group, {wide}); });
    EXPECT_EQ(getMe(token).rights(0).scope(), v1::SCOPE_BRANCH);
    change([&](server::Tx& tx) { server::GroupStore::removeMember(tx, m_it, m_group, m_lan.id); });
    EXPECT_EQ(getMe(token).rights_size(), 0);
}

TEST_F(SessionsTest, endWhenThePersonLeaves)
{
    const std::string token = world().signIn(m_lan);
    getMe(token);
    change([&](server::Tx& tx) { server::UserStore::setActive(tx, m_it, m_lan.id, false); });
    EXPECT_EQ(refusedKey(token), "session.ended");
    change([&](server::Tx& tx) { server::UserStore::setActive(tx, m_it, m_lan.id, true); });
    EXPECT_EQ(refusedKey(token), "session.ended") << "coming back does not bring old sessions back";
}

TEST_F(SessionsTest, noteTheirUse)
{
    const std::string token = world().signIn(m_lan);
    sql().run("UPDATE banhang.session SET last_seen_at = now() - interval '2 hours'");
    getMe(token);
    getMe(token);
    waitUntilUseIsNoted();
}

TEST_F(SessionsTest, areListedNewestFirstInPages)
{
    std::vector<std::string> tokens;
    for (int i = 0; i < 5; ++i)
        tokens.push_back(world().signIn(m_lan));
    world().endSession(tokens[1]);
    const TestUser other = world().addUser("hung.pv", world().company());
    const std::string others = world().signIn(other);

    const v1::ListSessionsResponse first = listSessions(tokens[0], 3);
    ASSERT_EQ(first.sessions_size(), 3);
    EXPECT_GT(first.sessions(0).id(), first.sessions(1).id());
    EXPECT_FALSE(first.sessions(0).current());
    const v1::ListSessionsResponse second = listSessions(tokens[0], 3, first.next_page_token());
    ASSERT_EQ(second.sessions_size(), 1);
    EXPECT_TRUE(second.sessions(0).current());
    EXPECT_TRUE(second.next_page_token().empty());

    v1::ListSessionsRequest stolen;
    stolen.set_page_token(first.next_page_token());
    EXPECT_EQ(refusal(*identity(), &Stub::ListSessions, stolen, others).key(), "call.page_token");
}

TEST_F(SessionsTest, canBeEndedByTheirOwnerAndNobodyElse)
{
    const std::string here = world().signIn(m_lan);
    const std::string elsewhere = world().signIn(m_lan);
    const TestUser other = world().addUser("hung.pv", world().company());
    const std::string others = world().signIn(other);
    v1::EndSessionRequest request;
    request.set_session_id(listSessions(here).sessions(0).id());
    call(*identity(), &Stub::EndSession, request, others);
    getMe(elsewhere);
    call(*identity(), &Stub::EndSession, request, here);
    EXPECT_EQ(refusedKey(elsewhere), "session.ended");
    call(*identity(), &Stub::EndSession, request, here);
}

TEST_F(SessionsTest, oldOnesAreDropped)
{
    world().signIn(m_lan);
    const std::string kept = world().signIn(m_lan);
    sql().run(
        "UPDATE banhang.session SET ended_at = now() - interval '91 days' WHERE token_hash <> sha256($1::text::bytea)",
        {kept});
    system().inTransaction({}, server::Tx::Mode::ReadWrite,
                           [](server::Tx& tx) { server::SessionStore::dropOld(tx, 90); });
    EXPECT_EQ(sql().number("SELECT count(*) FROM banhang.session"), 1);
}

} // namespace
} // namespace banhang::test
