// Mails as they lie on desktops: encodings, character sets, parts, and what is no mail.
#include "client/email/email_parser.h"

#include <gtest/gtest.h>

namespace banhang::email {
namespace {

EmailMessage read(const std::string& eml)
{
    return parseEmailMessage(eml);
}

std::string head(const std::string& more = {})
{
    return "From: =?UTF-8?B?Tmd1eeG7hW4gVGjhu4sgTWFp?= <Mai@Khach.vn>\r\n"
           "To: lan@congty.vn, \"Minh\" <MINH@congty.vn>\r\n"
           "Cc: ketoan@congty.vn\r\n"
           "Subject: =?UTF-8?Q?B=C3=A1o_gi=C3=A1?=\r\n"
           "Date: Mon, 16 Nov 2026 09:30:00 +0700\r\n"
           "Message-ID: <abc.123@khach.vn>\r\n"
           "MIME-Version: 1.0\r\n" +
           more;
}

TEST(EmailMessage, itsHeadIsRead)
{
    const EmailMessage email =
        read(head("Content-Type: text/plain; charset=utf-8\r\n\r\nChào Lan,\r\nem gửi báo giá.\r\n"));
    EXPECT_EQ(email.from, std::vector<std::string>{"mai@khach.vn"});
    EXPECT_EQ(email.to, (std::vector<std::string>{"lan@congty.vn", "minh@congty.vn", "ketoan@congty.vn"}));
    EXPECT_EQ(email.subject, "Báo giá");
    EXPECT_EQ(email.sentSeconds, 1'794'796'200);
    EXPECT_EQ(email.messageId, "abc.123@khach.vn");
    EXPECT_EQ(email.body, "Chào Lan,\nem gửi báo giá.");
    EXPECT_TRUE(email.files.empty());
}

TEST(EmailMessage, quotedPrintableAndBase64AreDecoded)
{
    EXPECT_EQ(read(head("Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
                        "H=E1=BB=A3p =C4=91=\r\n=E1=BB=93ng"))
                  .body,
              "Hợp đồng");
    EXPECT_EQ(read(head("Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                        "SOG7o3AgxJHhu5NuZw==\r\n"))
                  .body,
              "Hợp đồng");
}

TEST(EmailMessage, oldCharacterSetsBecomeUnicode)
{
    // windows-1258 writes tone marks behind the vowel; what comes out is composed.
    EXPECT_EQ(read(head("Content-Type: text/plain; charset=windows-1258\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
                        "\xF0\xF4\xCCng"))
                  .body,
              "đồng");
    EXPECT_EQ(read(head("Content-Type: text/plain; charset=iso-2022-jp\r\nContent-Transfer-Encoding: 7bit\r\n\r\n"
                        "\x1b$B8+@Q=q\x1b(B"))
                  .body,
              "見積書");
}

TEST(EmailMessage, theTextIsTakenBeforeTheHtml)
{
    const std::string parts = "Content-Type: multipart/alternative; boundary=B\r\n\r\n"
                              "--B\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nchữ\r\n"
                              "--B\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<b>HTML</b>\r\n--B--\r\n";
    EXPECT_EQ(read(head(parts)).body, "chữ");
    const std::string html = "Content-Type: text/html; charset=utf-8\r\n\r\n<p>Chào&nbsp;anh</p><style>p{}</style>\r\n";
    EXPECT_EQ(read(head(html)).body, "Chào anh");
}

TEST(EmailMessage, filesComeWithSafeNames)
{
    const EmailMessage email = read(head(
        "Content-Type: multipart/mixed; boundary=B\r\n\r\n"
        "--B\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nxem tệp\r\n"
        "--B\r\nContent-Type: application/pdf\r\n"
        "Content-Disposition: attachment; filename*=UTF-8''B%C3%A1o%20gi%C3%A1.pdf\r\n"
        "Content-Transfer-Encoding: base64\r\n\r\nJVBERi0=\r\n"
        "--B\r\nContent-Type: application/octet-stream; name=\"..\\\\..\\\\x.bin\"\r\n"
        "Content-Disposition: attachment\r\n\r\nabc\r\n"
        "--B\r\nContent-Type: message/rfc822\r\n\r\nFrom: a@b.vn\r\nSubject: Trong\r\n\r\nchữ trong\r\n--B--\r\n"));
    ASSERT_EQ(email.files.size(), 3U);
    EXPECT_EQ(email.files[0].name, "Báo giá.pdf");
    EXPECT_EQ(email.files[0].content, "%PDF-");
    EXPECT_EQ(email.files[1].name.find('\\'), std::string::npos);
    EXPECT_EQ(email.files[1].name.find('/'), std::string::npos);
    EXPECT_EQ(email.files[2].name, "Trong.eml");
    EXPECT_NE(email.files[2].content.find("chữ trong"), std::string::npos);
    EXPECT_EQ(email.body, "xem tệp");
}

TEST(EmailMessage, aLongTextIsCutBetweenLetters)
{
    std::string text;
    for (int i = 0; i < 25'000; ++i)
        text += i % 70 == 69 ? "\r\n" : "ệ";
    const EmailMessage email = read(head("Content-Type: text/plain; charset=utf-8\r\n\r\n" + text));
    EXPECT_TRUE(email.isCut);
    EXPECT_TRUE(email.body.ends_with("ệ"));
}

TEST(EmailMessage, whatIsNoMailIsTold)
{
    for (const std::string& text : {std::string(), std::string("PK\3\4"), std::string("chỉ là chữ\n")})
        EXPECT_THROW(parseEmailMessage(text), EmailParseError) << text;
}

TEST(EmailMessage, theWayFollowsFromTheAddresses)
{
    EmailMessage email;
    email.from = {"mai@khach.vn"};
    email.to = {"lan@congty.vn"};
    EXPECT_EQ(directionOf(email, {"khac@khach.vn", "Mai@Khach.vn "}), EmailDirection::FromThem);
    EXPECT_EQ(directionOf(email, {"lan@congty.vn"}), EmailDirection::FromUs);
    EXPECT_EQ(directionOf(email, {"ai@do.vn"}), EmailDirection::Unknown);
    EXPECT_EQ(directionOf(email, {"mai@khach.vn", "lan@congty.vn"}), EmailDirection::Unknown);
    EXPECT_EQ(directionOf(email, {}), EmailDirection::Unknown);
}

} // namespace
} // namespace banhang::email
