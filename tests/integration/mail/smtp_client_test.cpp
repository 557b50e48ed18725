// What the mail server says, and what it comes to.
#include "server/mail/smtp_client.h"

#include <gtest/gtest.h>

#include "mail_sink.h"
#include "server/mail/mail_message.h"

namespace banhang::test {

namespace {

using Outcome = server::MailAnswer::Outcome;
using Security = server::MailServer::Security;

server::MailAnswer send(const server::MailServer& server)
{
    return server::sendMail(server, "crm@abc.vn", "lan@abc.vn",
                            server::formatted({.fromName = "Công ty ABC",
                                               .from = "crm@abc.vn",
                                               .to = "lan@abc.vn",
                                               .subject = "Nhắc việc: gặp chị Hương, khu đô thị mới Đặng Xá - Gia Lâm",
                                               .body = "một\n.\nhai\n",
                                               .date = "Mon, 23 Nov 2026 07:00:00 +0700",
                                               .messageId = "1@abc.vn"}));
}

TEST(SmtpClient, handsOverTextAsItWasWritten)
{
    const MailSink sink;
    EXPECT_EQ(send(sink.server()).outcome, Outcome::Taken);
    ASSERT_EQ(sink.taken().size(), 1U);
    const auto mail = sink.taken().front();
    EXPECT_EQ(mail.at("subject"), "Nhắc việc: gặp chị Hương, khu đô thị mới Đặng Xá - Gia Lâm");
    EXPECT_EQ(mail.at("body"), "một\n.\nhai\n");
    EXPECT_EQ(mail.at("from"), "crm@abc.vn");
    EXPECT_EQ(mail.at("to").front(), "lan@abc.vn");
    EXPECT_EQ(mail.at("id"), "<1@abc.vn>");
}

TEST(SmtpClient, speaksTlsAndSignsIn)
{
    for (const Security security : {Security::StartTls, Security::Tls}) {
        const MailSink sink(security);
        const auto answer = send(sink.server());
        EXPECT_EQ(answer.outcome, Outcome::Taken) << answer.text;
        ASSERT_EQ(sink.taken().size(), 1U);
        EXPECT_EQ(sink.taken().front().at("tls"), true);
        EXPECT_EQ(sink.taken().front().at("user"), "banhang");
    }
}

TEST(SmtpClient, tellsNothingToAServerThatIsNotTheRightOne)
{
    const MailSink sink(Security::StartTls);
    server::MailServer stranger = sink.server();
    stranger.authorities.clear();
    EXPECT_EQ(send(stranger).outcome, Outcome::Later);
    server::MailServer wrongPassword = sink.server();
    wrongPassword.password = "khác";
    EXPECT_EQ(send(wrongPassword).outcome, Outcome::Later);
    // A server that offers no TLS gets no mail from who demands it.
    const MailSink plain;
    server::MailServer demanding = plain.server();
    demanding.security = Security::StartTls;
    EXPECT_EQ(send(demanding).outcome, Outcome::Later);
    EXPECT_TRUE(plain.taken().empty());
    EXPECT_TRUE(sink.taken().empty());
}

TEST(SmtpClient, tellsForGoodFromForNow)
{
    const MailSink sink;
    sink.behave("refuse");
    EXPECT_EQ(send(sink.server()).outcome, Outcome::Refused);
    for (const char* manner : {"busy", "drop", "drop-taken"}) {
        sink.behave(manner);
        EXPECT_EQ(send(sink.server()).outcome, Outcome::Later) << manner;
    }
    sink.behave("stall");
    server::MailServer impatient = sink.server();
    impatient.timeout = std::chrono::seconds(1);
    EXPECT_EQ(send(impatient).outcome, Outcome::Later);
    impatient.port = 1;
    EXPECT_EQ(send(impatient).outcome, Outcome::Later);
}

} // namespace

} // namespace banhang::test
