// Mails as they lie on desktops: encodings, character sets, parts, and what is no mail.
#include "client/letters/letter_reading.h"

#include <gtest/gtest.h>

namespace banhang::letters {
namespace {

Letter read(const std::string& eml)
{
    return readLetter(eml);
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

TEST(Letter, itsHeadIsRead)
{
    const Letter letter = read(head("Content-Type: text/plain; charset=utf-8\r\n\r\nChào Lan,\r\nem gửi báo giá.\r\n"));
    EXPECT_EQ(letter.from, std::vector<std::string>{"mai@khach.vn"});
    EXPECT_EQ(letter.to, (std::vector<std::string>{"lan@congty.vn", "minh@congty.vn", "ketoan@congty.vn"}));
    EXPECT_EQ(letter.subject, "Báo giá");
    EXPECT_EQ(letter.sentSeconds, 1'794'796'200);
    EXPECT_EQ(letter.messageId, "abc.123@khach.vn");
    EXPECT_EQ(letter.body, "Chào Lan,\nem gửi báo giá.");
    EXPECT_TRUE(letter.files.empty());
}

TEST(Letter, quotedPrintableAndBase64AreDecoded)
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

TEST(Letter, oldCharacterSetsBecomeUnicode)
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

TEST(Letter, theTextIsTakenBeforeTheHtml)
{
    const std::string parts = "Content-Type: multipart/alternative; boundary=B\r\n\r\n"
                              "--B\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nchữ\r\n"
                              "--B\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<b>HTML</b>\r\n--B--\r\n";
    EXPECT_EQ(read(head(parts)).body, "chữ");
    const std::string html = "Content-Type: text/html; charset=utf-8\r\n\r\n<p>Chào&nbsp;anh</p><style>p{}</style>\r\n";
    EXPECT_EQ(read(head(html)).body, "Chào anh");
}

TEST(Letter, filesComeWithSafeNames)
{
    const Letter letter = read(head(
        "Content-Type: multipart/mixed; boundary=B\r\n\r\n"
        "--B\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nxem tệp\r\n"
        "--B\r\nContent-Type: application/pdf\r\n"
        "Content-Disposition: attachment; filename*=UTF-8''B%C3%A1o%20gi%C3%A1.pdf\r\n"
        "Content-Transfer-Encoding: base64\r\n\r\nJVBERi0=\r\n"
        "--B\r\nContent-Type: application/octet-stream; name=\"..\\\\..\\\\x.bin\"\r\n"
        "Content-Disposition: attachment\r\n\r\nabc\r\n"
        "--B\r\nContent-Type: message/rfc822\r\n\r\nFrom: a@b.vn\r\nSubject: Trong\r\n\r\nchữ trong\r\n--B--\r\n"));
    ASSERT_EQ(letter.files.size(), 3U);
    EXPECT_EQ(letter.files[0].name, "Báo giá.pdf");
    EXPECT_EQ(letter.files[0].content, "%PDF-");
    EXPECT_EQ(letter.files[1].name.find('\\'), std::string::npos);
    EXPECT_EQ(letter.files[1].name.find('/'), std::string::npos);
    EXPECT_EQ(letter.files[2].name, "Trong.eml");
    EXPECT_NE(letter.files[2].content.find("chữ trong"), std::string::npos);
    EXPECT_EQ(letter.body, "xem tệp");
}

TEST(Letter, aLongTextIsCutBetweenLetters)
{
    std::string text;
    for (int i = 0; i < 25'000; ++i)
        text += i % 70 == 69 ? "\r\n" : "ệ";
    const Letter letter = read(head("Content-Type: text/plain; charset=utf-8\r\n\r\n" + text));
    EXPECT_TRUE(letter.isCut);
    EXPECT_TRUE(letter.body.ends_with("ệ"));
}

TEST(Letter, whatIsNoMailIsTold)
{
    for (const std::string& text : {std::string(), std::string("PK\3\4"), std::string("chỉ là chữ\n")})
        EXPECT_THROW(readLetter(text), LetterError) << text;
}

TEST(Letter, theWayFollowsFromTheAddresses)
{
    Letter letter;
    letter.from = {"mai@khach.vn"};
    letter.to = {"lan@congty.vn"};
    EXPECT_EQ(wayOf(letter, {"khac@khach.vn", "Mai@Khach.vn "}), LetterWay::FromThem);
    EXPECT_EQ(wayOf(letter, {"lan@congty.vn"}), LetterWay::FromUs);
    EXPECT_EQ(wayOf(letter, {"ai@do.vn"}), LetterWay::Unknown);
    EXPECT_EQ(wayOf(letter, {"mai@khach.vn", "lan@congty.vn"}), LetterWay::Unknown);
    EXPECT_EQ(wayOf(letter, {}), LetterWay::Unknown);
}

} // namespace
} // namespace banhang::letters
