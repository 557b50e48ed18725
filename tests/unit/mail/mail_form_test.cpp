#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "server/mail/mail_message.h"
#include "server/mail/mail_text.h"

namespace banhang::server {

namespace {

MailMessage messageWith(const std::string& subject)
{
    return {.fromName = "Công ty ABC",
            .from = "crm@abc.vn",
            .to = "lan@abc.vn",
            .subject = subject,
            .body = "một\nhai\n",
            .date = "Mon, 23 Nov 2026 07:00:00 +0700",
            .messageId = "reminder-7-1@abc.vn"};
}

std::vector<std::string> headerNames(const std::string& text)
{
    std::vector<std::string> names;
    const std::string head = text.substr(0, text.find("\r\n\r\n"));
    for (std::size_t at = 0; at < head.size();) {
        if (head[at] != ' ')
            names.push_back(head.substr(at, head.find(':', at) - at));
        const std::size_t end = head.find("\r\n", at);
        at = end == std::string::npos ? head.size() : end + 2;
    }
    return names;
}

TEST(MailMessage, encodesAsTheStandardsExamplesDo)
{
    for (const auto& [plain, encoded] : std::vector<std::pair<std::string, std::string>>{
             {"", ""}, {"f", "Zg=="}, {"fo", "Zm8="}, {"foo", "Zm9v"}, {"foob", "Zm9vYg=="}, {"foobar", "Zm9vYmFy"}})
        EXPECT_EQ(base64(plain), encoded);
}

TEST(MailMessage, letsNoNameOrSubjectWriteAHeader)
{
    const auto names = headerNames(formatted(messageWith("Gặp khách\r\nBcc: evil@x.vn\n\nbody")));
    EXPECT_EQ(names, (std::vector<std::string>{"Date", "From", "To", "Subject", "Message-ID", "Auto-Submitted",
                                               "MIME-Version", "Content-Type", "Content-Transfer-Encoding"}));
}

RC_GTEST_PROP(MailMessage, keepsItsLinesShortAndPlain, (const std::string& subject, const std::string& body))
{
    MailMessage message = messageWith(subject);
    message.body = body;
    const std::string text = formatted(message);
    std::size_t length = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        RC_ASSERT(static_cast<unsigned char>(text[i]) < 0x80);
        RC_ASSERT((text[i] == '\n') == (i > 0 && text[i - 1] == '\r'));
        length = text[i] == '\n' ? 0 : length + 1;
        RC_ASSERT(length <= 79);
    }
}

TEST(MailText, leavesOutWhatItsReaderDoesNotSee)
{
    const ReminderMail hidden{.activity = {.kind = 1, .when = "08:30", .title = "", .customer = "", .place = ""},
                              .day = "23/11/2026"};
    EXPECT_EQ(textOf(hidden, MailLanguage::Vietnamese).subject, "Nhắc việc: 08:30 23/11/2026, Trao đổi");
    ReminderMail seen = hidden;
    seen.activity.title = "Chốt hợp đồng";
    seen.activity.customer = "Công ty Bình Minh";
    EXPECT_EQ(textOf(seen, MailLanguage::English).subject,
              "Reminder: 08:30 23/11/2026, Talk: Chốt hợp đồng - Công ty Bình Minh");
}

TEST(MailText, ofTheDayTellsWhatIsOverdueFirst)
{
    DigestMail digest;
    EXPECT_TRUE(digest.isEmpty());
    digest.day = "23/11/2026";
    digest.today = {{.kind = 2, .when = "09:00", .title = "Họp tuần", .customer = "", .place = "Phòng 3"},
                    {.kind = 3, .when = "", .title = "Gửi báo giá", .customer = "Anh Nam", .place = ""}};
    digest.overdue = {{.kind = 1, .when = "20/11/2026", .title = "", .customer = "Chị Hoa", .place = ""}};
    digest.moreOverdue = 4;
    const MailText text = textOf(digest, MailLanguage::Vietnamese);
    EXPECT_EQ(text.subject, "Việc hôm nay 23/11/2026");
    EXPECT_EQ(text.body, "Quá hạn\n- 20/11/2026  Trao đổi: Chị Hoa\nvà các việc quá hạn khác, số lượng: 4\n\n"
                         "Hôm nay\n- 09:00  Lịch hẹn: Họp tuần (Phòng 3)\n- trong ngày  Việc: Gửi báo giá - Anh Nam\n\n"
                         "Thư tự động của banhang. Đổi cách nhận ở mục Cài đặt, Thông báo.\n");
}

} // namespace

} // namespace banhang::server
