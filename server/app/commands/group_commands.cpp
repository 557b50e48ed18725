#include <algorithm>
#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "common/right.h"
#include "server/app/commands/command_line.h"
#include "server/app/commands/people_lookup.h"

namespace banhang::server {

namespace {

struct GroupArguments
{
    std::string group;
    std::vector<std::string> grants;
    std::vector<std::string> fields;
    bool isJson = false;
};
using Arguments = std::shared_ptr<GroupArguments>;

nlohmann::json asJson(const Group& group)
{
    nlohmann::json json = {{"id", group.id},
                           {"name", group.name},
                           {"member_ids", group.memberIds},
                           {"grants", nlohmann::json::array()},
                           {"masks", nlohmann::json::array()}};
    for (const auto& grant : group.grants)
        json["grants"].push_back(nameOf(grant));
    for (const auto field : group.maskedFields)
        json["masks"].push_back(shortName(field));
    return json;
}

void show(const Group& group, bool isJson)
{
    if (isJson) {
        std::cout << asJson(group).dump() << "\n";
        return;
    }
    std::cout << group.id << "\t" << group.name << "\t" << group.memberIds.size() << " members\n";
    for (const auto& grant : group.grants)
        std::cout << "\t" << nameOf(grant) << "\n";
    for (const auto field : group.maskedFields)
        std::cout << "\twithout " << shortName(field) << "\n";
}

/// Replaces the scope of each right named in `texts`, or drops the right for scope "none"; the others stay.
std::vector<v1::EffectiveRight> merged(std::vector<v1::EffectiveRight> grants, const std::vector<std::string>& texts)
{
    for (const std::string& text : texts) {
        const v1::EffectiveRight wanted = grantNamed(text);
        std::erase_if(grants, [&](const v1::EffectiveRight& held) {
            return held.resource() == wanted.resource() && held.action() == wanted.action();
        });
        if (wanted.scope() != v1::SCOPE_UNSPECIFIED)
            grants.push_back(wanted);
    }
    return grants;
}

Group createGroup(Tx& tx, const GroupArguments& arguments)
{
    Group wanted;
    wanted.name = arguments.group;
    wanted.grants = merged({}, arguments.grants);
    wanted.maskedFields = fieldsNamed(arguments.fields);
    return GroupStore::create(tx, Workplace::actor(), wanted);
}

Group grantRights(Tx& tx, const GroupArguments& arguments)
{
    const Group group = groupNamed(tx, arguments.group);
    return GroupStore::setGrants(tx, Workplace::actor(), group.id, merged(group.grants, arguments.grants));
}

Group maskFields(Tx& tx, const GroupArguments& arguments)
{
    const Group group = groupNamed(tx, arguments.group);
    return GroupStore::setMaskedFields(tx, Workplace::actor(), group.id, fieldsNamed(arguments.fields));
}

void listGroups(const CommonOptions& common, const GroupArguments& arguments)
{
    Workplace place(common);
    place.openDatabase(Workplace::Use::Share);
    std::vector<Group> groups;
    place.inTransaction([&](Tx& tx) { groups = GroupStore::list(tx); });
    for (const Group& group : groups)
        show(group, arguments.isJson);
}

/// Adds a subcommand that changes one group and shows it.
CLI::App* addChange(CommandLine& line, CLI::App& parent, const char* name, const char* help, const Arguments& arguments,
                    Group (*change)(Tx&, const GroupArguments&))
{
    CLI::App* command = parent.add_subcommand(name, help);
    command->add_option("GROUP", arguments->group, "Name or id")->required();
    command->add_flag("--json", arguments->isJson, "Print JSON");
    command->callback([&line, arguments, change] {
        line.chosen = [&line, arguments, change] {
            Workplace place(line.common);
            place.openDatabase(Workplace::Use::Share);
            Group group;
            place.inTransaction([&](Tx& tx) { group = change(tx, *arguments); });
            show(group, arguments->isJson);
        };
    });
    return command;
}

} // namespace

void addGroupCommands(CommandLine& line)
{
    CLI::App* parent = line.app.add_subcommand("group", "Permission groups: what members may do, and may not see");
    parent->require_subcommand(1);
    parent->fallthrough();

    auto arguments = std::make_shared<GroupArguments>();
    CLI::App* create = addChange(line, *parent, "create", "Make a group", arguments, createGroup);
    create->add_option("--grant", arguments->grants, "RESOURCE.ACTION:SCOPE, as customer.view:team; may be repeated");
    create->add_option("--mask", arguments->fields, "phone, email, birthday, income or tax_code; may be repeated");

    arguments = std::make_shared<GroupArguments>();
    addChange(line, *parent, "grant", "Set scopes of rights; the group's other rights stay", arguments, grantRights)
        ->add_option("GRANTS", arguments->grants, "RESOURCE.ACTION:SCOPE; scope own, team, branch, all, or none")
        ->required();

    arguments = std::make_shared<GroupArguments>();
    addChange(line, *parent, "mask", "Set the fields that members do not see; without fields they see all", arguments,
              maskFields)
        ->add_option("FIELDS", arguments->fields, "phone, email, birthday, income, tax_code");

    arguments = std::make_shared<GroupArguments>();
    CLI::App* list = parent->add_subcommand("list", "All groups with grants and masks");
    list->add_flag("--json", arguments->isJson, "Print JSON, one group a line");
    list->callback([&line, arguments] { line.chosen = [&line, arguments] { listGroups(line.common, *arguments); }; });
}

} // namespace banhang::server
