#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "server/app/commands/command_line.h"
#include "server/ops/company_store.h"

namespace banhang::server {

namespace {

struct CompanyArguments
{
    std::string publicCards;
    bool isJson = false;
};

void runCompany(const CommonOptions& common, const CompanyArguments& arguments)
{
    Workplace place(common);
    place.openDatabase(Workplace::Use::Share);
    CompanyFacts facts;
    place.inTransaction([&](Tx& tx) {
        if (!arguments.publicCards.empty())
            CompanyStore::sharePublicCards(tx, arguments.publicCards == "on");
        facts = CompanyStore::facts(tx);
    });
    if (arguments.isJson)
        std::cout << nlohmann::json{{"name", facts.name}, {"public_cards", facts.sharesPublicCards}}.dump() << "\n";
    else
        std::cout << facts.name << "\npublic cards: " << (facts.sharesPublicCards ? "on" : "off") << "\n";
}

} // namespace

void addCompanyCommand(CommandLine& line)
{
    const auto arguments = std::make_shared<CompanyArguments>();
    CLI::App* command =
        line.app.add_subcommand("company", "Settings of the whole company; clients know them when they sign in");
    command
        ->add_option("--public-cards", arguments->publicCards,
                     "on: everybody who may see customers learns name, owner and group of any customer in the company")
        ->check(CLI::IsMember({"on", "off"}));
    command->add_flag("--json", arguments->isJson, "Print JSON");
    command->callback(
        [&line, arguments] { line.chosen = [&line, arguments] { runCompany(line.common, *arguments); }; });
}

} // namespace banhang::server
