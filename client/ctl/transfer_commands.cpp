// customer import | export
#include <fstream>
#include <iostream>

#include <unistd.h>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "client/ctl/commands.h"
#include "client/ctl/customer_import.h"

namespace banhang::client {

namespace {

struct ImportCommand
{
    std::string file;
    std::string map;
    std::string rejectedFile;
    ImportOptions options;
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

ExitCode runImport(Console& console, const ImportCommand& command)
{
    const CsvTable table = readCsv(command.file);
    const ColumnMap map =
        command.map.empty() ? ColumnMap::fromHeader(table.header) : ColumnMap::fromSpec(command.map, table.header);
    const Output output = console.output();
    output.line("columns: " + map.describe(table.header));
    const ImportResult result = importCustomers(console.remote(), table, map, command.options, progressBar());

    if (!command.rejectedFile.empty())
        writeRejected(command.rejectedFile, table, result);
    if (output.isJson()) {
        nlohmann::json rejected = nlohmann::json::array();
        for (const auto& row : result.rejected)
            rejected.push_back({{"row", row.row + 1}, {"reason", row.reason}});
        std::cout << nlohmann::json{{"dry_run", command.options.dryRun},
                                    {"rows", table.rows.size()},
                                    {"saved", result.saved},
                                    {"warnings", result.warnings},
                                    {"rejected", rejected}}
                  << std::endl;
    }
    output.line(fmt::format("{} of {} rows {}, {} with warnings, {} rejected", result.saved, table.rows.size(),
                            command.options.dryRun ? "can be saved" : "saved", result.warnings,
                            result.rejected.size()));
    for (const auto& row : result.rejected)
        output.line(fmt::format("  row {}: {}", row.row + 1, row.reason));
    return result.rejected.empty() ? ExitCode::Ok : ExitCode::Partial;
}

std::string phonesCell(const v1::Customer& customer)
{
    std::string cell;
    for (const auto& phone : customer.phones())
        cell += (cell.empty() ? "" : " / ") + phone.number();
    return cell;
}

std::string emailsCell(const v1::Customer& customer)
{
    std::string cell;
    for (const auto& email : customer.emails())
        cell += (cell.empty() ? "" : "; ") + email.address();
    return cell;
}

std::string dateCell(const v1::Date& date)
{
    if (date.day() == 0)
        return {};
    return date.year() == 0 ? fmt::format("{:02}/{:02}", date.day(), date.month())
                            : fmt::format("{:02}/{:02}/{:04}", date.day(), date.month(), date.year());
}

std::string birthdayCell(const v1::Birthday& birthday)
{
    const std::string day = dateCell(birthday.date());
    if (day.empty() || !birthday.lunar())
        return day;
    return day + (birthday.leap_month() ? " âm lịch nhuận" : " âm lịch");
}

// The columns are those that an import reads, under the names that it recognises.
std::vector<std::string> exportHeader()
{
    std::vector<std::string> header{"code"};
    for (const auto& field : importFields())
        header.emplace_back(field.name);
    return header;
}

std::vector<std::string> exportRow(const v1::Customer& customer)
{
    const v1::Address address = customer.addresses().empty() ? v1::Address() : customer.addresses(0);
    const bool isPerson = customer.kind() == v1::CUSTOMER_KIND_INDIVIDUAL;
    std::string gender;
    if (customer.gender() != v1::GENDER_UNSPECIFIED)
        gender = customer.gender() == v1::GENDER_MALE     ? "male"
                 : customer.gender() == v1::GENDER_FEMALE ? "female"
                                                          : "other";
    return {customer.code(),
            isPerson ? "individual" : "organisation",
            customer.name(),
            customer.tax_code(),
            phonesCell(customer),
            emailsCell(customer),
            gender,
            birthdayCell(customer.birthday()),
            dateCell(customer.founded_date()),
            address.street(),
            address.ward(),
            address.district(),
            address.province(),
            customer.website(),
            customer.source_key(),
            customer.trade_key(),
            customer.business_text(),
            customer.status_key(),
            customer.needs_text(),
            customer.note()};
}

/// Writes all pages; `text` is called once for each customer.
template <typename Sink>
std::size_t forEachCustomer(Remote& remote, Sink&& sink)
{
    v1::ListCustomersRequest request;
    request.set_view(v1::CUSTOMER_VIEW_FULL);
    request.set_sort(v1::CUSTOMER_SORT_CODE);
    request.set_page_size(500);
    std::size_t count = 0;
    do {
        const auto page = remote.call(&v1::CustomersService::Stub::ListCustomers, request);
        for (const auto& customer : page.customers()) {
            sink(customer);
            ++count;
        }
        request.set_page_token(page.next_page_token());
    } while (!request.page_token().empty());
    return count;
}

void runExport(Console& console, const std::string& file)
{
    if (console.json) {
        forEachCustomer(console.remote(), [&](const v1::Customer& customer) { console.output().json(customer); });
        return;
    }
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    out << "\xEF\xBB\xBF" << csvLine(exportHeader()) << "\r\n";
    const std::size_t count = forEachCustomer(
        console.remote(), [&](const v1::Customer& customer) { out << csvLine(exportRow(customer)) << "\r\n"; });
    out.flush();
    if (!out)
        throw UsageError(fmt::format("{}: cannot be written", file));
    console.output().line(fmt::format("{} customers written to {}", count, file));
}

} // namespace

void addTransferCommands(CLI::App& customer, Console& console, ExitCode& result)
{
    // Not named "import": clang-format takes that for a module's.
    auto* importing = customer.add_subcommand("import", "Stores the rows of a CSV file; safe to repeat");
    auto command = std::make_shared<ImportCommand>();
    importing->add_option("FILE", command->file, "UTF-8 CSV with a header line")->required();
    importing->add_option("--map", command->map, "field=column,…; by the usual titles if not given");
    importing->add_flag("--dry-run", command->options.dryRun, "Check every row, store nothing");
    importing->add_option("--rejected", command->rejectedFile,
                          "Write the rows left out, with reasons, to this CSV file");
    importing->add_option("--duplicate-reason", command->options.duplicateReason,
                          "Store likely duplicates too, for this reason");
    importing->add_option("--parallel", command->options.parallel, "Calls under way at once")
        ->check(CLI::Range(1, 32))
        ->capture_default_str();
    importing->callback([&console, &result, command] { result = runImport(console, *command); });

    auto* exporting = customer.add_subcommand("export", "All visible customers (needs the export right)");
    auto file = std::make_shared<std::string>("customers.csv");
    exporting->add_option("--out", *file, "CSV file; with --json one customer a line goes to standard output")
        ->capture_default_str();
    exporting->callback([&console, file] { runExport(console, *file); });
}

} // namespace banhang::client
