// customer import | export
#include <chrono>
#include <iostream>

#include <unistd.h>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "client/ctl/column_spec.h"
#include "client/ctl/commands.h"
#include "client/ctl/customer_import.h"
#include "client/ctl/output_file.h"
#include "client/ctl/request_id.h"
#include "common/vn/date.h"
#include "common/vn/utf8.h"

namespace banhang::client {

namespace {

struct ImportCommand
{
    std::string file;
    std::string sheet;
    std::string map;
    std::string rejectedFile;
    std::string onDuplicate = "reject";
    ImportOptions options;
};

struct ExportCommand
{
    std::string file;
    std::string query;
};

// One line that is written over, and only where a person looks.
ImportProgress progressBar()
{
    if (isatty(STDERR_FILENO) == 0)
        return {};
    return [](std::size_t done, std::size_t total) {
        constexpr std::size_t kWidth = 40;
        const std::size_t filled = total == 0 ? kWidth : done * kWidth / total;
        std::cerr << fmt::format("\r[{}{}] {}/{}", std::string(filled, '#'), std::string(kWidth - filled, '.'), done,
                                 total)
                  << (done == total ? "\n" : "") << std::flush;
    };
}

SheetFile readFile(const ImportCommand& command)
{
    try {
        return readSheetFile(command.file,
                             command.sheet.empty() ? std::nullopt : std::optional<std::string>(command.sheet));
    } catch (const AppError& error) {
        throw UsageError(fmt::format("{}: {}", command.file, errorText(error)));
    }
}

ImportVocabulary officeVocabulary(Remote& remote)
{
    using namespace std::chrono;
    constexpr auto kVietNam = 7h;
    const auto today = floor<days>(system_clock::now() + kVietNam).time_since_epoch().count();
    return vocabularyOf(remote.call(&v1::PicklistsService::Stub::ListPickItems, v1::ListPickItemsRequest()),
                        remote.call(&v1::IdentityService::Stub::GetDirectory, v1::GetDirectoryRequest()),
                        vn::fromDays(today));
}

v1::RowDecision decisionNamed(const std::string& name)
{
    if (name == "create")
        return v1::ROW_DECISION_CREATE;
    if (name == "fill")
        return v1::ROW_DECISION_FILL;
    return name == "skip" ? v1::ROW_DECISION_SKIP : v1::ROW_DECISION_UNSPECIFIED;
}

void print(const Output& output, const ImportCommand& command, const ImportResult& result)
{
    if (output.isJson()) {
        nlohmann::json rejected = nlohmann::json::array();
        for (const auto& row : result.rejected)
            rejected.push_back({{"row", row.row + 1}, {"reason", row.reason}});
        std::cout << nlohmann::json{{"dry_run", command.options.dryRun},
                                    {"import_id", result.importId},
                                    {"rows", result.rows},
                                    {"saved", result.saved},
                                    {"filled", result.filled},
                                    {"skipped", result.skipped},
                                    {"warnings", result.warnings},
                                    {"rejected", rejected}}
                  << "\n";
    }
    output.line(fmt::format("{} of {} rows {}, {} with warnings, {} left out, {} rejected", result.saved, result.rows,
                            command.options.dryRun ? "can be saved" : "saved", result.warnings, result.skipped,
                            result.rejected.size()));
    for (const auto& row : result.rejected)
        output.line(fmt::format("  row {}: {}", row.row + 1, row.reason));
    if (result.importId != 0)
        output.line(fmt::format("take it back with: banhangctl customer import-undo {}", result.importId));
}

ExitCode runImport(Console& console, ImportCommand& command)
{
    const SheetFile file = readFile(command);
    ColumnMap map(file.table, guessHeaderRow(file.table));
    if (!command.map.empty())
        applyColumnSpec(command.map, map);
    if (!map.hasName())
        throw UsageError("no column for \"name\"; say which with --map name=<title>, or name=<number> without titles");
    const Output output = console.output();
    for (const SheetNotice& notice : file.notices) {
        std::string text = notice.key;
        for (const auto& [name, value] : notice.args)
            text += fmt::format(" [{}={}]", name, value);
        output.line("note: " + text);
    }
    output.line("columns: " + map.describe());
    command.options.onDuplicate = decisionNamed(command.onDuplicate);
    Remote& remote = console.remote();
    const ImportResult result =
        importCustomers(remote, file, map, officeVocabulary(remote), command.options, progressBar());
    if (!command.rejectedFile.empty())
        writeRejected(command.rejectedFile, file, map, result);
    print(output, command, result);
    return result.rejected.empty() ? ExitCode::Ok : ExitCode::Partial;
}

/// The columns are those that an import reads, under the names that it recognises.
v1::ExportCustomersRequest exportRequest(const ExportCommand& command)
{
    v1::ExportCustomersRequest request;
    request.set_query(command.query);
    request.set_sort(v1::CUSTOMER_SORT_CODE);
    request.set_format(command.file.ends_with(".csv") ? v1::EXPORT_FORMAT_CSV : v1::EXPORT_FORMAT_XLSX);
    for (const char* field :
         {"code",     "kind",       "name",         "honorific",        "tax_code",       "phones",
          "emails",   "gender",     "birthday",     "founded_date",     "street",         "ward",
          "district", "province",   "contact_name", "contact_position", "contact_phones", "contact_emails",
          "website",  "source_key", "trade_key",    "business_text",    "occupation_key", "status_key",
          "tier_key", "group_key",  "tag_keys",     "do_not_call",      "needs_text",     "note"}) {
        v1::ExportColumn& column = *request.add_columns();
        column.set_field(field);
        column.set_title(field);
    }
    auto& words = *request.mutable_words();
    words["CUSTOMER_KIND_INDIVIDUAL"] = "individual";
    words["CUSTOMER_KIND_ORGANISATION"] = "organisation";
    words["GENDER_MALE"] = "male";
    words["GENDER_FEMALE"] = "female";
    words["GENDER_OTHER"] = "other";
    words["lunar"] = "âm lịch";
    words["leap_month"] = "nhuận";
    for (int honorific = v1::Honorific_MIN + 1; honorific <= v1::Honorific_MAX; ++honorific) {
        const std::string name = v1::Honorific_Name(static_cast<v1::Honorific>(honorific));
        words[name] = vn::toLower(name.substr(name.find('_') + 1));
    }
    return request;
}

/// Whole records, one a line.
void runJsonExport(Console& console, const ExportCommand& command)
{
    if (!command.file.empty() || !command.query.empty())
        throw UsageError("--json writes all customers to standard output: without --out and --query");
    v1::ListCustomersRequest request;
    request.set_view(v1::CUSTOMER_VIEW_FULL);
    request.set_sort(v1::CUSTOMER_SORT_CODE);
    request.set_page_size(500);
    do {
        const auto page = console.remote().call(&v1::CustomersService::Stub::ListCustomers, request);
        for (const auto& customer : page.customers())
            console.output().json(customer);
        request.set_page_token(page.next_page_token());
    } while (!request.page_token().empty());
}

void runExport(Console& console, ExportCommand command)
{
    if (console.json) {
        runJsonExport(console, command);
        return;
    }
    if (command.file.empty())
        command.file = "customers.xlsx";
    OutputFile out(command.file);
    int rows = 0;
    console.remote().exportCustomers(exportRequest(command), [&](const v1::ExportCustomersResponse& piece) {
        out.write(piece.data());
        rows = piece.row_count();
    });
    out.finish();
    console.output().line(fmt::format("{} customers written to {}", rows, command.file));
}

} // namespace

void addTransferCommands(CLI::App& customer, Console& console, ExitCode& result)
{
    // Not named "import": clang-format takes that for a module's.
    auto* importing = customer.add_subcommand("import", "Stores the rows of a sheet or CSV file; safe to repeat");
    auto command = std::make_shared<ImportCommand>();
    importing->add_option("FILE", command->file, ".xlsx, .ods or .csv, with a line of titles or without")->required();
    importing->add_option("--sheet", command->sheet, "Name of the sheet; the first with rows if not given");
    importing->add_option("--map", command->map,
                          "field=column,…: by title, or by number, from 1, where there is none; guessed if not given");
    importing->add_flag("--dry-run", command->options.dryRun, "Check every row, store nothing");
    importing->add_option("--rejected", command->rejectedFile,
                          "Write the rows left out, with reasons, to this .xlsx or .csv file");
    importing->add_option("--on-duplicate", command->onDuplicate, "What to do with rows that are in the book already")
        ->check(CLI::IsMember({"reject", "skip", "fill", "create"}))
        ->capture_default_str();
    importing->callback([&console, &result, command] { result = runImport(console, *command); });

    auto* exporting = customer.add_subcommand("export", "All visible customers (needs the export right)");
    auto wanted = std::make_shared<ExportCommand>();
    exporting->add_option("--out", wanted->file,
                          ".xlsx or .csv, customers.xlsx if not given; not with --json, which writes one customer a "
                          "line to standard output");
    exporting->add_option("--query", wanted->query, "Only what this search finds; not with --json");
    exporting->callback([&console, wanted] { runExport(console, *wanted); });
}

} // namespace banhang::client
