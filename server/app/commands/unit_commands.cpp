#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "server/app/commands/command_line.h"
#include "server/app/commands/people_lookup.h"
#include "server/identity/org_store.h"

namespace banhang::server {

namespace {

struct UnitArguments
{
    std::string unit;
    std::string kind;
    std::string below;
    std::string name;
    std::string shortName;
    bool isJson = false;
};
using Arguments = std::shared_ptr<UnitArguments>;

void show(const v1::Unit& unit, bool isJson)
{
    if (isJson)
        std::cout << nlohmann::json{{"id", unit.id()},
                                    {"parent_id", unit.parent_id()},
                                    {"kind", nameOf(unit.kind())},
                                    {"name", unit.name()},
                                    {"short_name", unit.short_name()}}
                         .dump()
                  << "\n";
    else
        std::cout << unit.id() << "\t" << unit.parent_id() << "\t" << nameOf(unit.kind()) << "\t" << unit.name()
                  << (unit.short_name().empty() ? "" : "\t(" + unit.short_name() + ")") << "\n";
}

/// Units are not taken away again, so a command given twice must not leave two that nobody tells apart.
void demandNewName(Tx& tx, std::int64_t parentId, const std::string& name)
{
    for (const v1::Unit& unit : OrgStore::named(tx, name))
        if (unit.parent_id() == parentId)
            throw CommandRefused("\"" + name + "\" exists there already, with the id " + std::to_string(unit.id()));
}

v1::Unit createUnit(Tx& tx, const UnitArguments& arguments)
{
    v1::Unit wanted;
    wanted.set_parent_id(unitNamed(tx, arguments.below).id());
    demandNewName(tx, wanted.parent_id(), arguments.name);
    wanted.set_kind(arguments.kind == "branch" ? v1::UNIT_KIND_BRANCH : v1::UNIT_KIND_TEAM);
    wanted.set_name(arguments.name);
    wanted.set_short_name(arguments.shortName);
    return OrgStore::create(tx, Workplace::actor(), wanted);
}

v1::Unit moveUnit(Tx& tx, const UnitArguments& arguments)
{
    return OrgStore::move(tx, Workplace::actor(), unitNamed(tx, arguments.unit).id(),
                          unitNamed(tx, arguments.below).id());
}

v1::Unit renameUnit(Tx& tx, const UnitArguments& arguments)
{
    const v1::Unit unit = unitNamed(tx, arguments.unit);
    return OrgStore::rename(tx, Workplace::actor(), unit.id(), arguments.name,
                            arguments.shortName.empty() ? unit.short_name() : arguments.shortName);
}

void listUnits(const CommonOptions& common, const UnitArguments& arguments)
{
    Workplace place(common);
    place.openDatabase(Workplace::Use::Share);
    std::vector<v1::Unit> units;
    place.inTransaction([&](Tx& tx) { units = OrgStore::list(tx, false); });
    for (const v1::Unit& unit : units)
        show(unit, arguments.isJson);
}

/// Adds a subcommand that changes one unit and shows it.
CLI::App* addChange(CommandLine& line, CLI::App& parent, const char* name, const char* help, const Arguments& arguments,
                    v1::Unit (*change)(Tx&, const UnitArguments&))
{
    CLI::App* command = parent.add_subcommand(name, help);
    command->add_flag("--json", arguments->isJson, "Print JSON");
    command->callback([&line, arguments, change] {
        line.chosen = [&line, arguments, change] {
            Workplace place(line.common);
            place.openDatabase(Workplace::Use::Share);
            v1::Unit unit;
            place.inTransaction([&](Tx& tx) { unit = change(tx, *arguments); });
            show(unit, arguments->isJson);
        };
    });
    return command;
}

} // namespace

void addUnitCommands(CommandLine& line)
{
    CLI::App* parent = line.app.add_subcommand("unit", "The organisation: branches and teams");
    parent->require_subcommand(1);
    parent->fallthrough();

    auto arguments = std::make_shared<UnitArguments>();
    CLI::App* create = addChange(line, *parent, "create", "Make a branch or a team", arguments, createUnit);
    create->add_option("NAME", arguments->name, "Name as shown")->required();
    create->add_option("--kind", arguments->kind, "branch or team")
        ->required()
        ->check(CLI::IsMember({"branch", "team"}));
    create->add_option("--below,--parent", arguments->below,
                       "Unit above, by name, short name or id; the company unless given");
    create->add_option("--short", arguments->shortName, "Short name for narrow places");

    arguments = std::make_shared<UnitArguments>();
    CLI::App* move =
        addChange(line, *parent, "move", "Hang a unit, with everything below it, elsewhere", arguments, moveUnit);
    move->add_option("UNIT", arguments->unit, "Name, short name or id")->required();
    move->add_option("BELOW", arguments->below, "The unit to be above it")->required();

    arguments = std::make_shared<UnitArguments>();
    CLI::App* rename = addChange(line, *parent, "rename", "Give a unit another name", arguments, renameUnit);
    rename->add_option("UNIT", arguments->unit, "Name, short name or id")->required();
    rename->add_option("NAME", arguments->name, "Name as shown")->required();
    rename->add_option("--short", arguments->shortName, "Short name; as before unless given");

    arguments = std::make_shared<UnitArguments>();
    CLI::App* list = parent->add_subcommand("list", "All units, those above before those below");
    list->add_flag("--json", arguments->isJson, "Print JSON, one unit a line");
    list->callback([&line, arguments] { line.chosen = [&line, arguments] { listUnits(line.common, *arguments); }; });
}

} // namespace banhang::server
