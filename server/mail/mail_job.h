// The thread that sends what waits in the outbox.
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "server/core/database/database_pool.h"
#include "server/core/jobs/job_thread.h"
#include "server/mail/mail_text.h"
#include "server/mail/outbox_store.h"
#include "server/mail/smtp_client.h"
#include "server/reminders/clock_watch.h"

namespace prometheus {
class Counter;
class Registry;
template <typename T>
class Family;
} // namespace prometheus

namespace banhang::server {

struct MailJobOptions
{
    MailServer server;
    std::string from;
    std::string fromName = "banhang";
    MailLanguage language = MailLanguage::Vietnamese;
    int digestMinute = 7 * 60; ///< of the day, in Viet Nam
    /// How often it looks whether there is something to send.
    std::chrono::milliseconds look{2000};
    /// Waits so long after the first failed attempt, twice as long after each further one, up to an hour.
    std::chrono::seconds firstPause{30};
    /// Longer than sending can take; 0 = by the server's timeout.
    std::chrono::seconds lease{0};
    /// Named places of a sending; a test ends its process there.
    std::function<void(std::string_view)> passed = [](std::string_view) {};
};

/// Any number of servers run one each. What leaves the house cannot be taken back by a transaction: so a mail is
/// leased, sent with a Message-ID that depends on nothing but the mail itself, and finished only by who holds the
/// lease. A server that dies between sending and finishing makes the mail go out a second time under the same
/// Message-ID. Thread: its own; the destructor ends it after the mail under way. Owner: what it is made from must
/// outlive it.
class MailJob
{
public:
    /// `app`: contents are read as their recipient.
    MailJob(DatabasePool& system, DatabasePool& app, MailJobOptions options, prometheus::Registry& figures);

private:
    using Clock = std::chrono::steady_clock;

    std::chrono::milliseconds workOnce();
    void addDigestsIfDue();
    /// True if there was one.
    bool sendOne();
    void send(const LeasedMail& mail);
    /// Nothing if there is nothing to say any more.
    std::optional<MailText> textFor(const LeasedMail& mail);
    void finish(const LeasedMail& mail, MailState state, const std::string& answer);
    void putOff(const LeasedMail& mail, const std::string& answer);
    bool isClockSound();

    DatabasePool& m_system;
    DatabasePool& m_app;
    const MailJobOptions m_options;
    prometheus::Family<prometheus::Counter>& m_mails;
    ClockWatch m_clockWatch;
    Clock::time_point m_nextDigests;
    JobThread m_thread;
};

} // namespace banhang::server
