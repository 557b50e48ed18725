#include "server/mail/mail_text.h"

#include <array>

namespace banhang::server {

namespace {

struct Words
{
    const char* reminder;
    const char* digest;
    const char* overdue;
    const char* today;
    const char* more;
    const char* noTerm;
    const char* foot;
    std::array<const char*, 5> kinds;
};

constexpr Words kVietnamese{
    .reminder = "Nhắc việc",
    .digest = "Việc hôm nay",
    .overdue = "Quá hạn",
    .today = "Hôm nay",
    .more = "và các việc quá hạn khác, số lượng: ",
    .noTerm = "trong ngày",
    .foot = "Thư tự động của banhang. Đổi cách nhận ở mục Cài đặt, Thông báo.",
    .kinds = {"Hoạt động", "Trao đổi", "Lịch hẹn", "Việc", "Yêu cầu chăm sóc"},
};

constexpr Words kEnglish{
    .reminder = "Reminder",
    .digest = "Work of today",
    .overdue = "Overdue",
    .today = "Today",
    .more = "more overdue ones: ",
    .noTerm = "during the day",
    .foot = "Sent by banhang by itself. What is sent is chosen under Settings, Notifications.",
    .kinds = {"Activity", "Talk", "Appointment", "Task", "Care request"},
};

const Words& wordsOf(MailLanguage language)
{
    return language == MailLanguage::English ? kEnglish : kVietnamese;
}

std::string nameOf(const MailActivity& activity, const Words& words)
{
    const auto kind = static_cast<std::size_t>(activity.kind);
    std::string name = words.kinds.at(kind < words.kinds.size() ? kind : 0);
    for (const std::string& part : {activity.title, activity.customer})
        if (!part.empty())
            name += (name == words.kinds.at(kind < words.kinds.size() ? kind : 0) ? ": " : " - ") + part;
    return name;
}

std::string lineOf(const MailActivity& activity, const Words& words)
{
    std::string line = "- " + (activity.when.empty() ? words.noTerm : activity.when) + "  " + nameOf(activity, words);
    if (!activity.place.empty())
        line += " (" + activity.place + ")";
    return line + "\n";
}

std::string sectionOf(const char* head, const std::vector<MailActivity>& activities, const Words& words)
{
    if (activities.empty())
        return "";
    std::string section = std::string(head) + "\n";
    for (const MailActivity& activity : activities)
        section += lineOf(activity, words);
    return section;
}

} // namespace

MailText textOf(const ReminderMail& mail, MailLanguage language)
{
    const Words& words = wordsOf(language);
    MailActivity onDay = mail.activity;
    onDay.when = onDay.when.empty() ? mail.day : onDay.when + " " + mail.day;
    return {std::string(words.reminder) + ": " + onDay.when + ", " + nameOf(onDay, words),
            lineOf(onDay, words) + "\n" + words.foot + "\n"};
}

MailText textOf(const DigestMail& mail, MailLanguage language)
{
    const Words& words = wordsOf(language);
    std::string body = sectionOf(words.overdue, mail.overdue, words);
    if (mail.moreOverdue > 0)
        body += words.more + std::to_string(mail.moreOverdue) + "\n";
    if (!body.empty() && !mail.today.empty())
        body += "\n";
    body += sectionOf(words.today, mail.today, words);
    return {std::string(words.digest) + " " + mail.day, body + "\n" + words.foot + "\n"};
}

} // namespace banhang::server
