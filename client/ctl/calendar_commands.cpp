// banhangctl calendar: calendar files (.ics) in and out.
#include <algorithm>
#include <atomic>
#include <chrono>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "client/ctl/calendar_import.h"
#include "client/ctl/commands.h"
#include "client/ctl/output_file.h"
#include "client/ics/file_reading.h"
#include "client/ics/file_writing.h"
#include "client/ics/moments.h"
#include "common/vn/utf8.h"

namespace banhang::client {

namespace {

/// A calendar is asked for at most so many days at once.
constexpr int kDaysAtOnce = 62;
constexpr int kDaysAhead = 365;
constexpr int kMaxDays = 3660;

struct ImportCommand
{
    std::string file;
    std::string update = "nothing";
    CalendarImportOptions options;
};

struct ExportCommand
{
    std::string file = "calendar.ics";
    std::string from;
    std::string to;
    std::vector<std::int64_t> users;
    std::vector<std::int64_t> activities;
};

std::int64_t now()
{
    return std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch())
        .count();
}

vn::Date dayOf(const std::string& option, const std::string& text, const vn::Date& otherwise)
{
    if (text.empty())
        return otherwise;
    const auto day = vn::parseIsoDate(text);
    if (!day)
        throw UsageError(fmt::format("{}: a day like 2026-11-23", option));
    return *day;
}

std::string readText(const std::string& name)
{
    std::ifstream in(name, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(in), {}};
    if (!in.good() && !in.eof())
        throw UsageError(fmt::format("{}: cannot be read", name));
    return text;
}

ics::CalendarFile readFile(const std::string& name, const vn::Date& today)
{
    const std::string text = readText(name);
    const std::atomic_bool never = false;
    try {
        return ics::readCalendar(text, today, never);
    } catch (const ics::FileError& error) {
        if (error.reason() == ics::FileError::Reason::TooLarge)
            throw UsageError(fmt::format("{}: at most {} MB and {} entries are taken", name, ics::kMaxFileBytes >> 20,
                                         ics::kMaxEntries));
        throw UsageError(fmt::format("{}: no calendar; line 1 is \"{}\" and not BEGIN:VCALENDAR", name,
                                     vn::trim(text.substr(0, std::min<std::size_t>(text.find('\n'), 60)))));
    }
}

/// What is wrong with the file as such, with the line of the entry in question.
std::vector<std::string> notesOn(const ics::CalendarFile& file)
{
    std::vector<std::string> notes;
    for (const ics::Entry& entry : file.entries)
        if (entry.damagedLines > 0)
            notes.push_back(
                fmt::format("{} damaged lines passed over in the entry of line {}", entry.damagedLines, entry.line));
    if (file.isCut)
        notes.push_back(fmt::format("the file ends within the entry of line {}",
                                    file.entries.empty() ? 1 : file.entries.back().line));
    return notes;
}

void print(const Output& output, bool isDryRun, const std::vector<std::string>& notes,
           const std::vector<CalendarImportRow>& rows)
{
    std::map<std::string, int> counts;
    nlohmann::json entries = nlohmann::json::array();
    std::vector<std::vector<std::string>> table;
    table.reserve(rows.size());
    for (const CalendarImportRow& row : rows) {
        ++counts[outcomeName(row.outcome)];
        entries.push_back({{"line", row.line},
                           {"uid", row.uid},
                           {"when", row.when},
                           {"title", row.title},
                           {"outcome", outcomeName(row.outcome)},
                           {"note", row.note}});
        table.push_back({std::to_string(row.line), row.when, row.title, outcomeName(row.outcome), row.note});
    }
    if (output.isJson())
        std::cout << nlohmann::json{{"dry_run", isDryRun}, {"counts", counts}, {"notes", notes}, {"entries", entries}}
                  << "\n";
    for (const std::string& note : notes)
        output.line("note: " + note);
    output.table({"LINE", "WHEN", "WHAT", isDryRun ? "WOULD BE" : "OUTCOME", "NOTE"}, table);
    std::vector<std::string> sums;
    sums.reserve(counts.size());
    for (const auto& [outcome, count] : counts)
        sums.push_back(fmt::format("{} {}", count, outcome));
    output.line(fmt::format("{} entries{}{}", rows.size(), sums.empty() ? "" : ": ", vn::join(sums, ", ")));
}

ExitCode runImport(Console& console, ImportCommand& command)
{
    const vn::Date today = ics::momentAt(now()).day;
    const ics::CalendarFile file = readFile(command.file, today);
    using Update = CalendarImportOptions::Update;
    command.options.update = command.update == "all"     ? Update::All
                             : command.update == "older" ? Update::Older
                                                         : Update::Nothing;
    const auto rows = importCalendar(console.remote(), file, today, command.options);
    print(console.output(), command.options.dryRun, notesOn(file), rows);
    const bool isWhole = !file.isCut && std::ranges::none_of(rows, [](const CalendarImportRow& row) {
        return row.outcome >= CalendarImportRow::Outcome::Impossible;
    });
    return isWhole ? ExitCode::Ok : ExitCode::Partial;
}

/// On the phone there is but the text: with whom it is stands there too.
ics::Wording wording()
{
    ics::Wording wording;
    wording.title = [](const v1::Activity& activity) {
        return activity.title().empty() ? activity.customer_name() : activity.title();
    };
    wording.text = [](const v1::Activity& activity) {
        std::vector<std::string> lines;
        for (const std::string& text :
             {activity.preparation(), activity.customer_name(), activity.contact_name(), activity.result()})
            if (!text.empty())
                lines.push_back(text);
        return vn::join(lines, "\n");
    };
    return wording;
}

/// All pages of one request.
template <typename Take>
void eachPage(Remote& remote, v1::ExportCalendarEntriesRequest request, Take take)
{
    do {
        const auto page = remote.call(&v1::CalendarEntriesService::Stub::ExportCalendarEntries, request);
        take(page);
        request.set_page_token(page.next_page_token());
    } while (!request.page_token().empty());
}

/// The whole stretch, in pieces that the server takes.
std::vector<v1::ExportCalendarEntriesRequest> requestsFor(const ExportCommand& command, std::int64_t me)
{
    v1::ExportCalendarEntriesRequest request;
    if (!command.activities.empty()) {
        request.mutable_activity_ids()->Add(command.activities.begin(), command.activities.end());
        return {request};
    }
    for (const std::int64_t user : command.users.empty() ? std::vector{me} : command.users)
        request.mutable_filter()->add_user_ids(user);
    const vn::Date from = dayOf("--from", command.from, ics::momentAt(now()).day);
    const vn::Date to = dayOf("--to", command.to, vn::addDays(from, kDaysAhead));
    if (to < from || vn::toDays(to) - vn::toDays(from) > kMaxDays)
        throw UsageError("--to: a day after --from, at most ten years later");
    std::vector<v1::ExportCalendarEntriesRequest> requests;
    for (vn::Date day = from; day <= to; day = vn::addDays(day, kDaysAtOnce)) {
        const vn::Date end = std::min(vn::addDays(day, kDaysAtOnce), vn::addDays(to, 1));
        request.mutable_filter()->mutable_from_time()->set_seconds(ics::wholeDay(day).epoch());
        request.mutable_filter()->mutable_to_time()->set_seconds(ics::wholeDay(end).epoch());
        requests.push_back(request);
    }
    return requests;
}

void runExport(Console& console, const ExportCommand& command)
{
    Remote& remote = console.remote();
    const v1::Me me = remote.call(&v1::IdentityService::Stub::GetMe, v1::GetMeRequest());
    ics::FileWriter writer(me.full_name(), now(), wording());
    for (const auto& request : requestsFor(command, me.user_id()))
        eachPage(remote, request, [&](const v1::CalendarEntries& page) {
            console.output().json(page);
            for (const v1::Activity& activity : page.activities())
                writer.add(activity);
            for (const v1::Series& series : page.series())
                writer.add(series);
        });
    if (console.json)
        return;
    OutputFile out(command.file);
    out.write(writer.text());
    out.finish();
    console.output().line(fmt::format("{} entries written to {}", writer.count(), command.file));
}

void addImport(CLI::App& calendar, Console& console, ExitCode& result)
{
    // Not named "import": clang-format takes that for a module's.
    auto* importing = calendar.add_subcommand("import", "Takes in the entries of a calendar file; safe to repeat");
    auto command = std::make_shared<ImportCommand>();
    importing->add_option("FILE", command->file, "A calendar file (.ics)")->required();
    importing->add_flag("--dry-run", command->options.dryRun, "Say what would become of each entry, store nothing");
    importing->add_flag("--past", command->options.withPast, "Also single entries whose time is over");
    importing
        ->add_option("--update", command->update,
                     "What to do with entries that are here and differ: leave them, update those that were not changed "
                     "here later, or all")
        ->check(CLI::IsMember({"nothing", "older", "all"}))
        ->capture_default_str();
    importing->callback([&console, &result, command] { result = runImport(console, *command); });
}

void addExport(CLI::App& calendar, Console& console)
{
    auto* exporting = calendar.add_subcommand("export", "Writes appointments and tasks to a calendar file");
    auto command = std::make_shared<ExportCommand>();
    exporting
        ->add_option("--out", command->file,
                     "A calendar file (.ics); with --json one page a line goes to standard output")
        ->capture_default_str();
    exporting->add_option("--from", command->from, "First day, 2026-11-23; else today");
    exporting->add_option("--to", command->to, "Last day; else a year after the first one");
    exporting->add_option("--user", command->users, "Of these people (ids); else your own");
    exporting->add_option("--activity", command->activities, "Only these (ids), at most 500, whenever they are")
        ->excludes("--from")
        ->excludes("--to")
        ->excludes("--user");
    exporting->callback([&console, command] { runExport(console, *command); });
}

} // namespace

void addCalendarCommands(CLI::App& app, Console& console, ExitCode& result)
{
    auto* calendar = app.add_subcommand("calendar", "Calendar files (.ics) in and out");
    calendar->require_subcommand(1);
    addImport(*calendar, console, result);
    addExport(*calendar, console);
}

} // namespace banhang::client
