#include <iostream>
#include <map>
#include <memory>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "common/demo/office.h"
#include "server/app/commands/command_line.h"
#include "server/identity/org_store.h"
#include "server/identity/password_hash.h"
#include "server/identity/ready_made_groups.h"
#include "server/identity/session_token.h"
#include "server/identity/user_store.h"
#include "server/ops/company_store.h"

namespace banhang::server {

namespace {

struct SetupArguments
{
    std::string company;
    std::string userName;
    std::string fullName;
    bool isJson = false;
};

using GroupIds = std::map<std::string, std::int64_t, std::less<>>;

/// The company as root of the organisation, and the ready-made groups.
/// Throws: AppError Refused "unit.company_exists": an office is set up once.
GroupIds foundCompany(Tx& tx, std::string_view name, std::int64_t& rootId)
{
    v1::Unit root;
    root.set_kind(v1::UNIT_KIND_COMPANY);
    root.set_name(std::string(name));
    rootId = OrgStore::create(tx, Workplace::actor(), root).id();
    CompanyStore::rename(tx, name);
    GroupIds ids;
    for (const Group& group : readyMadeGroups())
        ids[group.name] = GroupStore::create(tx, Workplace::actor(), group).id;
    return ids;
}

void setUp(const CommonOptions& common, const SetupArguments& arguments)
{
    Workplace place(common);
    place.openDatabase(Workplace::Use::Begin);
    const std::string password = makeFirstPassword();
    const std::string hash = hashPassword(password);
    User administrator;
    place.inTransaction([&](Tx& tx) {
        std::int64_t rootId = 0;
        const GroupIds groups = foundCompany(tx, arguments.company, rootId);
        administrator = UserStore::create(
            tx, Workplace::actor(),
            {arguments.userName, arguments.fullName, rootId, hash, true, {groups.find(kAdministratorGroup)->second}});
    });
    if (arguments.isJson)
        std::cout << nlohmann::json{{"user_name", administrator.userName},
                                    {"user_id", administrator.id},
                                    {"one_time_password", password}}
                         .dump()
                  << "\n";
    else
        std::cout << "Administrator: " << administrator.userName << "\nOne-time password, shown only now: " << password
                  << "\nNext: `banhangd connection-file --out office.banhang`, then sign in with the client.\n";
}

void makeDemoUnits(Tx& tx, std::map<std::string_view, std::int64_t>& unitIds)
{
    for (const demo::OfficeUnit& unit : demo::units()) {
        v1::Unit wanted;
        wanted.set_parent_id(unitIds.at(unit.parent));
        wanted.set_kind(unit.parent.empty() ? v1::UNIT_KIND_BRANCH : v1::UNIT_KIND_TEAM);
        wanted.set_name(std::string(unit.name));
        wanted.set_short_name(std::string(unit.shortName));
        unitIds[unit.shortName] = OrgStore::create(tx, Workplace::actor(), wanted).id();
    }
}

/// The demo's units and people, all with the one well-known password. Customers come through the API afterwards.
void makeDemo(const CommonOptions& common)
{
    Workplace place(common);
    place.openDatabase(Workplace::Use::Begin);
    const std::string hash = hashPassword(demo::kPassword);
    place.inTransaction([&](Tx& tx) {
        std::map<std::string_view, std::int64_t> unitIds;
        const GroupIds groups = foundCompany(tx, demo::kCompanyName, unitIds[""]);
        makeDemoUnits(tx, unitIds);
        for (const demo::OfficePerson& person : demo::people())
            UserStore::create(tx, Workplace::actor(),
                              {std::string(person.userName),
                               std::string(person.fullName),
                               unitIds.at(person.unit),
                               hash,
                               false,
                               {groups.find(person.group)->second}});
    });
}

} // namespace

void addSetupCommands(CommandLine& line)
{
    const auto arguments = std::make_shared<SetupArguments>();
    CLI::App* setup = line.app.add_subcommand(
        "setup", "Name the company and make its first administrator; once, before anybody signs in");
    setup->add_option("--company", arguments->company, "Name of the company")->required();
    setup->add_option("--admin", arguments->userName, "Name that the administrator signs in with")->required();
    setup->add_option("--name", arguments->fullName, "The administrator's full name, family name first")->required();
    setup->add_flag("--json", arguments->isJson, "Print JSON");
    setup->callback([&line, arguments] { line.chosen = [&line, arguments] { setUp(line.common, *arguments); }; });

    CLI::App* demo = line.app.add_subcommand(
        "demo", "Instead of setup: a company of made-up people with a well-known password. Never for real data");
    demo->callback([&line] { line.chosen = [&line] { makeDemo(line.common); }; });
}

} // namespace banhang::server
