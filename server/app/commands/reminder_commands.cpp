// reminders, mail-test
#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "common/platform/random.h"
#include "server/app/commands/command_line.h"
#include "server/app/mail_settings.h"
#include "server/core/database/database_pool.h"
#include "server/mail/mail_message.h"
#include "server/reminders/due_reminder_store.h"

namespace banhang::server {

namespace {

using nlohmann::json;

void print(const ReminderTally& reminders, const MailTally& mail)
{
    std::cout << fmt::format("pending            {}\n"
                             "due now            {}, the oldest for {:.1f} s\n"
                             "waiting for answer {}\n"
                             "fired in 24 hours  {}\n",
                             reminders.pending, reminders.due, reminders.oldestDueSeconds, reminders.waiting,
                             reminders.firedOfDay);
    for (const auto& [reason, count] : reminders.skipsOfDay)
        std::cout << fmt::format("skipped in 24 h    {} {}\n", count, reason);
    std::cout << fmt::format("mail               {} waiting, {} handed over and {} given up in 24 hours\n",
                             mail.waiting, mail.handedOverOfDay, mail.givenUpOfDay);
}

void showReminders(const CommonOptions& common, bool isJson)
{
    Workplace place(common);
    place.openDatabase(Workplace::Use::Share);
    PoolOptions options;
    options.connect.conninfo = place.access().system;
    options.threads = 1;
    DatabasePool system(options);
    ReminderTally reminders;
    MailTally mail;
    system.inTransaction({}, Tx::Mode::ReadOnly, [&](Tx& tx) {
        reminders = DueReminderStore::tally(tx);
        mail = OutboxStore::tally(tx);
    });
    if (!isJson)
        return print(reminders, mail);
    std::cout << json{{"pending", reminders.pending},
                      {"due", reminders.due},
                      {"oldest_due_seconds", reminders.oldestDueSeconds},
                      {"waiting", reminders.waiting},
                      {"fired_in_24_hours", reminders.firedOfDay},
                      {"skipped_in_24_hours", reminders.skipsOfDay},
                      {"mail_waiting", mail.waiting},
                      {"mail_handed_over_in_24_hours", mail.handedOverOfDay},
                      {"mail_given_up_in_24_hours", mail.givenUpOfDay}}
                     .dump()
              << "\n";
}

/// What no log tells before the first person waits for a mail: whether the settings are right.
void testMail(const CommonOptions& common, const std::string& address)
{
    const Workplace place(common);
    const Config::Mail& mail = place.config().mail;
    if (!mail.isOn())
        throw CommandRefused("no mail server is configured: mail.host is empty");
    const MailJobOptions options = mailOptions(mail);
    const std::string key = "test-" + platform::randomHex(8);
    const MailAnswer answer = sendMail(options.server, options.from, address,
                                       formatted({.fromName = options.fromName,
                                                  .from = options.from,
                                                  .to = address,
                                                  .subject = "banhang: test",
                                                  .body = "banhang can send mail to this address.\n",
                                                  .date = {},
                                                  .messageId = key + "@" + mail.host}));
    if (answer.outcome != MailAnswer::Outcome::Taken)
        throw std::runtime_error("the mail server did not take it: " + answer.text);
    std::cout << "The mail server took it.\n";
}

} // namespace

void addReminderCommands(CommandLine& line)
{
    const auto isJson = std::make_shared<bool>(false);
    CLI::App* reminders = line.app.add_subcommand("reminders", "Tell how reminders and mail stand");
    reminders->add_flag("--json", *isJson, "Print JSON");
    reminders->callback([&line, isJson] { line.chosen = [&line, isJson] { showReminders(line.common, *isJson); }; });

    const auto address = std::make_shared<std::string>();
    CLI::App* test = line.app.add_subcommand("mail-test", "Send a mail with the settings as they are");
    test->add_option("address", *address, "Where to")->required();
    test->callback([&line, address] { line.chosen = [&line, address] { testMail(line.common, *address); }; });
}

} // namespace banhang::server
