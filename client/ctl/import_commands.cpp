// customer import-list | import-show | import-undo | import-template
#include <iostream>

#include <fmt/format.h>
#include <google/protobuf/util/time_util.h>
#include <nlohmann/json.hpp>

#include "client/ctl/commands.h"
#include "client/ctl/request_id.h"
#include "common/vn/utf8.h"

namespace banhang::client {

namespace {

using Service = v1::ImportsService::Stub;

ExitCode runUndo(Console& console, std::int64_t importId)
{
    v1::UndoImportRequest request;
    request.set_import_id(importId);
    request.set_row_limit(200);
    v1::UndoImportResponse answer;
    nlohmann::json kept = nlohmann::json::array();
    do {
        request.set_request_id(randomRequestId());
        answer = console.remote().call(&Service::UndoImport, request);
        for (const v1::RememberedRow& row : answer.kept()) {
            kept.push_back({{"row", row.number()}, {"customer_id", row.customer_id()}, {"reason", row.kept_reason()}});
            console.output().line(
                fmt::format("  row {}: customer {} kept: {}", row.number(), row.customer_id(), row.kept_reason()));
        }
    } while (answer.remaining_count() > 0);
    if (console.json)
        std::cout << nlohmann::json{{"import_id", importId}, {"kept", kept}} << "\n";
    console.output().line(fmt::format("import {} taken back, {} rows kept", importId, kept.size()));
    return kept.empty() ? ExitCode::Ok : ExitCode::Partial;
}

void runList(Console& console)
{
    const auto answer = console.remote().call(&Service::ListImports, v1::ListImportsRequest());
    console.output().json(answer);
    std::vector<std::vector<std::string>> rows;
    for (const v1::Import& import : answer.imports())
        rows.push_back({std::to_string(import.id()),
                        google::protobuf::util::TimeUtil::ToString(import.create_time()).substr(0, 16),
                        import.file_name(), std::to_string(import.row_count()), std::to_string(import.created_count()),
                        std::to_string(import.filled_count()), std::to_string(import.rejected_count()),
                        enumWord(v1::ImportState_Name(import.state()), "IMPORT_STATE_")});
    console.output().table({"id", "begun (UTC)", "file", "rows", "created", "filled", "rejected", "state"}, rows);
}

v1::RowOutcome outcomeNamed(const std::string& word)
{
    v1::RowOutcome outcome{};
    if (!v1::RowOutcome_Parse("ROW_OUTCOME_" + vn::toUpper(word), &outcome))
        throw UsageError("--outcome: created, filled, skipped, rejected, undone or kept");
    return outcome;
}

void runShow(Console& console, std::int64_t importId, const std::vector<std::string>& outcomes)
{
    v1::GetImportRequest wanted;
    wanted.set_import_id(importId);
    const v1::Import import = console.remote().call(&Service::GetImport, wanted);
    v1::ListImportRowsRequest request;
    request.set_import_id(importId);
    for (const std::string& word : outcomes)
        request.add_outcomes(outcomeNamed(word));
    v1::ListImportRowsResponse all;
    do {
        auto page = console.remote().call(&Service::ListImportRows, request);
        all.MergeFrom(page);
        request.set_page_token(page.next_page_token());
    } while (!request.page_token().empty());
    all.clear_next_page_token();
    if (console.json)
        std::cout << nlohmann::json{{"import", nlohmann::json::parse(jsonText(import))},
                                    {"rows",
                                     nlohmann::json::parse(jsonText(all)).value("rows", nlohmann::json::array())}}
                  << "\n";
    console.output().fields(import);
    std::vector<std::vector<std::string>> rows;
    for (const v1::RememberedRow& row : all.rows())
        rows.push_back({std::to_string(row.number()), enumWord(v1::RowOutcome_Name(row.outcome()), "ROW_OUTCOME_"),
                        row.customer_id() == 0 ? "" : std::to_string(row.customer_id()), row.kept_reason()});
    console.output().table({"row", "outcome", "customer", "kept because"}, rows);
}

void listTemplates(Console& console)
{
    const auto answer = console.remote().call(&Service::ListImportTemplates, v1::ListImportTemplatesRequest());
    console.output().json(answer);
    std::vector<std::vector<std::string>> rows;
    for (const v1::ImportTemplate& one : answer.import_templates())
        rows.push_back({std::to_string(one.id()), one.name(), std::to_string(one.columns_size()),
                        one.shared_with_team() ? "team" : "own"});
    console.output().table({"id", "name", "columns", "for"}, rows);
}

void dropTemplate(Console& console, std::int64_t templateId)
{
    v1::DeleteImportTemplateRequest request;
    request.set_import_template_id(templateId);
    const auto dropped = console.remote().call(&Service::DeleteImportTemplate, request);
    console.output().json(dropped);
    console.output().line(dropped.id() == 0 ? std::string("no template of yours has this id")
                                            : fmt::format("{} forgotten", dropped.name()));
}

void addTemplates(CLI::App& customer, Console& console)
{
    auto* templates = customer.add_subcommand("import-template", "Which column of a file goes into which field");
    templates->require_subcommand(1);
    templates->fallthrough();
    templates->add_subcommand("list", "Yours, and those shared with your team")->callback([&console] {
        listTemplates(console);
    });
    auto* drop = templates->add_subcommand("drop", "Forgets one of yours");
    auto id = std::make_shared<std::int64_t>();
    drop->add_option("ID", *id, "As list says")->required();
    drop->callback([&console, id] { dropTemplate(console, *id); });
}

} // namespace

void addImportCommands(CLI::App& customer, Console& console, ExitCode& result)
{
    customer.add_subcommand("import-list", "Your imports, newest first")->callback([&console] { runList(console); });

    auto* show = customer.add_subcommand("import-show", "One of your imports, and what became of each row");
    auto shownId = std::make_shared<std::int64_t>();
    auto outcomes = std::make_shared<std::vector<std::string>>();
    show->add_option("ID", *shownId, "As the import said, or import-list")->required();
    show->add_option("--outcome", *outcomes, "Only created, filled, skipped, rejected, undone or kept rows");
    show->callback([&console, shownId, outcomes] { runShow(console, *shownId, *outcomes); });

    auto* undo = customer.add_subcommand("import-undo", "Takes back what an import did, unless it was edited since");
    auto importId = std::make_shared<std::int64_t>();
    undo->add_option("ID", *importId, "As the import said, or import-list")->required();
    undo->callback([&console, &result, importId] { result = runUndo(console, *importId); });

    addTemplates(customer, console);
}

} // namespace banhang::client
