#include "server/identity/password_rules.h"
#include "server/identity/session_store.h"
#include "tests/integration/identity/identity_fixture.h"

namespace banhang::test {
namespace {

class SignInTest : public IdentityFixture
{
protected:
    TestUser addLan()
    {
        const TestUser lan =
            world().addUserWith("lan.nt", world().addBranch("CN Hà Nội"),
                                {{v1::RESOURCE_CUSTOMER, v1::ACTION_VIEW, v1::SCOPE_OWN}}, {v1::SENSITIVE_FIELD_PHONE});
        setPassword(lan, kPassword);
        return lan;
    }
    /// As if every name and address seen so far had failed so often, and its wait were over.
    void pretendFailures(int failures)
    {
        sql().run("UPDATE banhang.sign_in_delay SET failed_sign_ins = $1::integer, next_sign_in_at = now()",
                  {std::to_string(failures)});
    }
    v1::ChangePasswordRequest newPassword(const std::string& password, const std::string& old = kPassword)
    {
        v1::ChangePasswordRequest request;
        request.set_old_password(old);
        request.set_new_password(password);
        request.set_request_id(newRequestId());
        return request;
    }
};

TEST_F(SignInTest, opensASessionAndTellsWhoItIs)
{
    const TestUser lan = addLan();
    const v1::SignInResponse answer = signIn("Lan.NT");
    EXPECT_EQ(answer.me().user_id(), lan.id);
    EXPECT_EQ(answer.me().unit_id(), lan.unitId);
    ASSERT_EQ(answer.me().rights_size(), 1);
    EXPECT_EQ(answer.me().rights(0).scope(), v1::SCOPE_OWN);
    ASSERT_EQ(answer.me().masked_fields_size(), 1);
    EXPECT_EQ(answer.me().masked_fields(0), v1::SENSITIVE_FIELD_PHONE);
    EXPECT_FALSE(answer.feed_token().empty());
    EXPECT_EQ(getMe(answer.session_token()).SerializeAsString(), answer.me().SerializeAsString());
}

TEST_F(SignInTest, storesTheHashOfTheTokenAndNothingElseOfIt)
{
    addLan();
    const std::string token = signIn("lan.nt").session_token();
    EXPECT_EQ(sql().number("SELECT count(*) FROM banhang.session WHERE token_hash = sha256($1::text::bytea)"
                           " AND machine_name = 'PC-KD-07' AND address = '127.0.0.1'",
                           {token}),
              1);
    EXPECT_EQ(sql().number("SELECT count(*) FROM banhang.session s WHERE s::text LIKE '%' || $1 || '%'", {token}), 0);
}

TEST_F(SignInTest, answersWrongNamesWrongPasswordsAndPeopleWhoLeftAlike)
{
    const TestUser lan = addLan();
    const TestUser gone = world().addUser("hung.pv", world().company());
    setPassword(gone, kPassword);
    change([&](server::Tx& tx) { server::UserStore::setActive(tx, m_it, gone.id, false); });

    const std::uint64_t before = m_hasher.made();
    const AppError wrongPassword = refusedSignIn("lan.nt", "wrong one");
    EXPECT_EQ(m_hasher.made(), before + 1);
    const AppError wrongName = refusedSignIn("nobody", "wrong one");
    EXPECT_EQ(m_hasher.made(), before + 2) << "a name that nobody bears costs the same hash";
    const AppError left = refusedSignIn("hung.pv", kPassword);
    EXPECT_EQ(m_hasher.made(), before + 3);

    for (const AppError& error : {wrongPassword, wrongName, left}) {
        EXPECT_EQ(error.code(), ErrorCode::SignedOut);
        EXPECT_EQ(error.detail().SerializeAsString(), wrongPassword.detail().SerializeAsString());
    }
    EXPECT_EQ(wrongPassword.key(), "identity.sign_in_refused");
    EXPECT_EQ(sql().number("SELECT count(*) FROM banhang.session"), 0);
    EXPECT_GT(lan.id, 0);
}

TEST_F(SignInTest, delaysAfterFailuresWhetherOrNotTheNameExists)
{
    addLan();
    for (const char* name : {"lan.nt", "nobody"}) {
        sql().run("TRUNCATE banhang.sign_in_delay");
        for (int i = 0; i < 3; ++i)
            EXPECT_EQ(refusedSignIn(name, "wrong").key(), "identity.sign_in_refused") << name << " " << i;
        pretendFailures(9);
        EXPECT_EQ(refusedSignIn(name, "wrong").key(), "identity.sign_in_refused");
        const std::uint64_t made = m_hasher.made();
        const AppError delayed = refusedSignIn(name, "wrong");
        EXPECT_EQ(delayed.code(), ErrorCode::Throttled);
        EXPECT_EQ(delayed.key(), "identity.sign_in_delayed");
        EXPECT_GE(std::stoi(delayed.detail().args().at("seconds")), 1);
        EXPECT_EQ(m_hasher.made(), made) << "waiting costs no hash";
    }
}

TEST_F(SignInTest, countsARefusedWaitNotAsAFailureAndOpensAfterIt)
{
    addLan();
    refusedSignIn("lan.nt", "wrong");
    pretendFailures(9);
    refusedSignIn("lan.nt", "wrong");
    for (int i = 0; i < 5; ++i)
        EXPECT_EQ(refusedSignIn("lan.nt", kPassword).key(), "identity.sign_in_delayed");
    EXPECT_EQ(sql().number("SELECT max(failed_sign_ins) FROM banhang.sign_in_delay"), 10);
    sql().run("UPDATE banhang.sign_in_delay SET next_sign_in_at = now()");
    signIn("lan.nt");
    EXPECT_EQ(sql().number("SELECT count(*) FROM banhang.sign_in_delay"), 1) << "the name's failures are forgotten";
}

TEST_F(SignInTest, startsAnewAfterAQuietQuarterOfAnHour)
{
    addLan();
    refusedSignIn("lan.nt", "wrong");
    pretendFailures(9);
    sql().run("UPDATE banhang.sign_in_delay SET last_at = now() - interval '16 minutes'");
    refusedSignIn("lan.nt", "wrong");
    EXPECT_EQ(sql().number("SELECT max(failed_sign_ins) FROM banhang.sign_in_delay"), 1);
}

TEST_F(SignInTest, neverLocksForMoreThanAMinute)
{
    addLan();
    refusedSignIn("lan.nt", "wrong");
    pretendFailures(1000000);
    refusedSignIn("lan.nt", "wrong");
    EXPECT_LE(std::stoi(refusedSignIn("lan.nt", kPassword).detail().args().at("seconds")), 60);
}

TEST_F(SignInTest, slowsDownAnAddressThatTriesManyNames)
{
    for (int i = 0; i < 5; ++i)
        EXPECT_EQ(refusedSignIn("name" + std::to_string(i), "wrong").key(), "identity.sign_in_refused");
    pretendFailures(38);
    EXPECT_EQ(refusedSignIn("first", "wrong").key(), "identity.sign_in_refused");
    EXPECT_EQ(refusedSignIn("another", "wrong").key(), "identity.sign_in_delayed");
}

TEST_F(SignInTest, aStrangerElsewhereKeepsNobodyOut)
{
    addLan();
    // A program at another machine tries the name as often as its own delay lets it, for longer than the name has
    // patience.
    for (int minute = 0; minute < server::kNameDelay.free + 30; ++minute) {
        sql().run("UPDATE banhang.sign_in_delay SET next_sign_in_at = now(), last_at = last_at - interval '1 minute'");
        EXPECT_EQ(change([](server::Tx& tx) { return server::SessionStore::chargeAttempt(tx, "lan.nt", "192.0.2.7"); }),
                  0);
    }
    EXPECT_GT(change([](server::Tx& tx) { return server::SessionStore::chargeAttempt(tx, "lan.nt", "192.0.2.7"); }), 0);
    signIn("lan.nt");
}

TEST_F(SignInTest, keepsNoTypedNameInTheDelays)
{
    refusedSignIn("MyPassword1", "lan.nt");
    EXPECT_EQ(sql().number(
                  "SELECT count(*) FROM banhang.sign_in_delay d WHERE encode(subject, 'escape') ILIKE '%mypassword%'"),
              0);
}

TEST_F(SignInTest, strengthensAnOldHashOnTheWay)
{
    const TestUser lan = addLan();
    sql().run("UPDATE banhang.app_user SET password_hash = $2 WHERE id = $1::bigint",
              {std::to_string(lan.id), server::hashPassword(kPassword, {64, 1, 1})});
    signIn("lan.nt");
    EXPECT_TRUE(sql()
                    .text("SELECT password_hash FROM banhang.app_user WHERE user_name = 'lan.nt'")
                    .starts_with("$argon2id$v=19$m=256,t=2,p=1$"));
    signIn("lan.nt");
}

TEST_F(SignInTest, letsTheFirstPasswordDoNothingButBeChanged)
{
    const TestUser lan = addLan();
    setPassword(lan, kPassword, true);
    const std::string token = signIn("lan.nt").session_token();
    EXPECT_TRUE(getMe(token).must_change_password());
    const AppError refused = refusal(*identity(), &Stub::GetDirectory, v1::GetDirectoryRequest(), token);
    EXPECT_EQ(refused.code(), ErrorCode::Refused);
    EXPECT_EQ(refused.key(), "identity.password_change_required");
    call(*identity(), &Stub::ChangePassword, newPassword("một mật khẩu khác"), token);
    EXPECT_FALSE(getMe(token).must_change_password());
    call(*identity(), &Stub::GetDirectory, v1::GetDirectoryRequest(), token);
}

TEST_F(SignInTest, changingThePasswordEndsTheOtherSessions)
{
    addLan();
    const std::string here = signIn("lan.nt").session_token();
    const std::string elsewhere = signIn("lan.nt").session_token();
    getMe(elsewhere);
    call(*identity(), &Stub::ChangePassword, newPassword("một mật khẩu khác"), here);
    getMe(here);
    EXPECT_EQ(refusal(*identity(), &Stub::GetMe, v1::GetMeRequest(), elsewhere).key(), "session.ended");
    EXPECT_EQ(refusedSignIn("lan.nt", kPassword).key(), "identity.sign_in_refused");
    signIn("lan.nt", "một mật khẩu khác");
    EXPECT_EQ(
        sql().number("SELECT count(*) FROM banhang.change_log WHERE entity = 'app_user' AND operation = 'set_password'"
                     " AND fields = '{}' AND machine_name = 'PC-KD-07'"),
        1);
}

TEST_F(SignInTest, refusesBadNewPasswordsBesideTheField)
{
    addLan();
    const std::string token = signIn("lan.nt").session_token();
    const auto key = [&](const v1::ChangePasswordRequest& request) {
        const AppError error = refusal(*identity(), &Stub::ChangePassword, request, token);
        EXPECT_EQ(error.code(), ErrorCode::Invalid);
        return error.detail().issues(0).path() + " " + error.detail().issues(0).key();
    };
    EXPECT_EQ(key(newPassword("ngắn")), "new_password password.too_short");
    EXPECT_EQ(key(newPassword("matkhau123")), "new_password password.common");
    EXPECT_EQ(key(newPassword("lan.nt2026")), "new_password password.like_user_name");
    EXPECT_EQ(key(newPassword(kPassword)), "new_password password.unchanged");
    EXPECT_EQ(key(newPassword("một mật khẩu khác", "wrong")), "old_password identity.old_password_wrong");
    signIn("lan.nt");
}

TEST_F(SignInTest, answersARepeatedChangeOfThePasswordLikeTheFirst)
{
    addLan();
    const std::string token = signIn("lan.nt").session_token();
    const v1::ChangePasswordRequest request = newPassword("một mật khẩu khác");
    call(*identity(), &Stub::ChangePassword, request, token);
    call(*identity(), &Stub::ChangePassword, request, token);
    EXPECT_EQ(sql().number("SELECT count(*) FROM banhang.change_log WHERE operation = 'set_password'"), 1);
}

} // namespace
} // namespace banhang::test
