#include "server/mail/mail_job.h"

#include <algorithm>

#include <prometheus/counter.h>
#include <prometheus/registry.h>
#include <spdlog/spdlog.h>

#include "common/platform/random.h"
#include "server/mail/mail_content_store.h"
#include "server/mail/mail_message.h"
#include "server/reminders/due_reminder_store.h"

namespace banhang::server {

namespace {

using namespace std::chrono_literals;

constexpr auto kDigestInterval = 1min;
/// Mail to the outside is held for so long when the database's clock was set.
constexpr auto kHold = 1min;
constexpr std::chrono::seconds kMaxPause{3600};
constexpr TxIdentity kPatient{.userId = 0, .timeoutMs = 30'000};

std::string messageIdOf(const LeasedMail& mail, const std::string& from)
{
    return mail.key + "@" + from.substr(from.find('@') + 1);
}

MailJobOptions withLease(MailJobOptions options)
{
    if (options.lease == 0s)
        options.lease = options.server.timeout * 3 + 60s;
    return options;
}

} // namespace

MailJob::MailJob(DatabasePool& system, DatabasePool& app, MailJobOptions options, prometheus::Registry& figures)
    : m_system(system),
      m_app(app),
      m_options(withLease(std::move(options))),
      m_mails(prometheus::BuildCounter()
                  .Name("banhang_mails_total")
                  .Help("Attempts to send a mail, by what became of them")
                  .Register(figures)),
      m_thread("mail", [this] { return workOnce(); })
{
}

std::chrono::milliseconds MailJob::workOnce()
{
    if (!isClockSound())
        return kHold;
    addDigestsIfDue();
    while (sendOne() && !m_thread.isStopping())
        ;
    return m_options.look;
}

bool MailJob::isClockSound()
{
    const ReminderJobClock clock = m_system.inTransaction(kPatient, Tx::Mode::ReadOnly, DueReminderStore::clock);
    const auto jump = m_clockWatch.look(clock.nowMicros, Clock::now());
    if (jump)
        spdlog::error("event=mail.held clock_jumped_seconds={}", jump->count());
    return !jump;
}

void MailJob::addDigestsIfDue()
{
    if (Clock::now() < m_nextDigests)
        return;
    m_nextDigests = Clock::now() + kDigestInterval;
    const std::int64_t added = m_system.inTransaction(
        kPatient, Tx::Mode::ReadWrite, [this](Tx& tx) { return OutboxStore::addDigests(tx, m_options.digestMinute); });
    if (added > 0)
        spdlog::info("event=mail.digests count={}", added);
}

bool MailJob::sendOne()
{
    const std::string token = platform::randomHex(16);
    const auto mail = m_system.inTransaction(kPatient, Tx::Mode::ReadWrite,
                                             [&](Tx& tx) { return OutboxStore::lease(tx, token, m_options.lease); });
    if (!mail)
        return false;
    const Clock::time_point leasedAt = Clock::now();
    m_options.passed("leased");
    // Whoever was stopped for so long that the lease may end while the mail is on its way leaves it to others.
    if (Clock::now() - leasedAt < m_options.lease - m_options.server.timeout * 2)
        send(*mail);
    return true;
}

void MailJob::send(const LeasedMail& mail)
{
    if (mail.isTooLate)
        return finish(mail, MailState::GivenUp, "too late");
    const auto text = mail.to.empty() ? std::nullopt : textFor(mail);
    if (!text)
        return finish(mail, MailState::Moot, "");
    const std::string message = formatted({.fromName = m_options.fromName,
                                           .from = m_options.from,
                                           .to = mail.to,
                                           .subject = text->subject,
                                           .body = text->body,
                                           .date = mail.date,
                                           .messageId = messageIdOf(mail, m_options.from)});
    const MailAnswer answer = sendMail(m_options.server, m_options.from, mail.to, message);
    m_options.passed("sent");
    switch (answer.outcome) {
    case MailAnswer::Outcome::Taken:
        return finish(mail, MailState::HandedOver, answer.text);
    case MailAnswer::Outcome::Refused:
        return finish(mail, MailState::GivenUp, answer.text);
    case MailAnswer::Outcome::Later:
        return putOff(mail, answer.text);
    }
}

std::optional<MailText> MailJob::textFor(const LeasedMail& mail)
{
    const TxIdentity recipient{.userId = mail.userId, .timeoutMs = kPatient.timeoutMs};
    return m_app.inTransaction(recipient, Tx::Mode::ReadOnly, [&](Tx& tx) -> std::optional<MailText> {
        if (mail.kind == MailKind::Digest) {
            const DigestMail digest = MailContentStore::digest(tx, mail.userId);
            return digest.isEmpty() ? std::nullopt : std::optional(textOf(digest, m_options.language));
        }
        const auto reminder = MailContentStore::reminder(tx, mail.reminderId);
        return reminder ? std::optional(textOf(*reminder, m_options.language)) : std::nullopt;
    });
}

void MailJob::finish(const LeasedMail& mail, MailState state, const std::string& answer)
{
    const bool isMine = m_system.inTransaction(kPatient, Tx::Mode::ReadWrite,
                                               [&](Tx& tx) { return OutboxStore::finish(tx, mail, state, answer); });
    m_options.passed("finished");
    const char* outcome = !isMine                          ? "lease_lost"
                          : state == MailState::HandedOver ? "handed_over"
                          : state == MailState::GivenUp    ? "given_up"
                                                           : "moot";
    m_mails.Add({{"outcome", outcome}}).Increment();
    if (outcome != std::string_view("handed_over") && state != MailState::Moot)
        spdlog::warn("event=mail.{} mail={} answer=\"{}\"", outcome, mail.key, answer);
}

void MailJob::putOff(const LeasedMail& mail, const std::string& answer)
{
    const int doublings = std::clamp(mail.attempts - 1, 0, 12);
    const std::chrono::seconds pause = std::min(kMaxPause, m_options.firstPause * (1 << doublings));
    m_system.inTransaction(kPatient, Tx::Mode::ReadWrite,
                           [&](Tx& tx) { return OutboxStore::putOff(tx, mail, pause, answer); });
    m_options.passed("put_off");
    m_mails.Add({{"outcome", "put_off"}}).Increment();
    spdlog::warn("event=mail.put_off mail={} attempt={} answer=\"{}\"", mail.key, mail.attempts, answer);
}

} // namespace banhang::server
