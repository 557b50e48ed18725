#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "server/app/commands/command_line.h"
#include "server/app/commands/people_lookup.h"
#include "server/identity/password_hash.h"
#include "server/identity/session_token.h"

namespace banhang::server {

namespace {

struct UserArguments
{
    std::string userName;
    std::string fullName;
    std::string unit;
    std::string group;
    std::vector<std::string> groups;
    bool isJson = false;
};
using Arguments = std::shared_ptr<UserArguments>;

nlohmann::json asJson(const User& user)
{
    return {{"id", user.id},
            {"user_name", user.userName},
            {"full_name", user.fullName},
            {"unit_id", user.unitId},
            {"parent_unit_id", user.parentUnitId},
            {"group_ids", user.groupIds},
            {"active", user.active},
            {"must_change_password", user.mustChangePassword}};
}

void show(const User& user, bool isJson)
{
    if (isJson)
        std::cout << asJson(user).dump() << "\n";
    else
        std::cout << user.id << "\t" << user.userName << "\t" << user.fullName << (user.active ? "" : "\t(disabled)")
                  << "\n";
}

/// The password is shown here and nowhere again.
void showWithPassword(const User& user, const std::string& password, bool isJson)
{
    if (isJson) {
        auto json = asJson(user);
        json["one_time_password"] = password;
        std::cout << json.dump() << "\n";
    } else {
        show(user, false);
        std::cout << "One-time password, shown only now: " << password << "\n";
    }
}

void createUser(const CommonOptions& common, const UserArguments& arguments)
{
    Workplace place(common);
    place.openDatabase(Workplace::Use::Share);
    const std::string password = makeFirstPassword();
    const std::string hash = hashPassword(password);
    User made;
    place.inTransaction([&](Tx& tx) {
        NewUser wanted{arguments.userName, arguments.fullName, unitNamed(tx, arguments.unit).id(), hash, true, {}};
        for (const std::string& group : arguments.groups)
            wanted.groupIds.push_back(groupNamed(tx, group).id);
        made = UserStore::create(tx, Workplace::actor(), wanted);
    });
    showWithPassword(made, password, arguments.isJson);
}

void listUsers(const CommonOptions& common, const UserArguments& arguments)
{
    Workplace place(common);
    place.openDatabase(Workplace::Use::Share);
    std::vector<User> users;
    place.inTransaction([&](Tx& tx) { users = UserStore::list(tx); });
    for (const User& user : users)
        show(user, arguments.isJson);
}

void resetPassword(const CommonOptions& common, const UserArguments& arguments)
{
    Workplace place(common);
    place.openDatabase(Workplace::Use::Share);
    const std::string password = makeFirstPassword();
    const std::string hash = hashPassword(password);
    User user;
    place.inTransaction([&](Tx& tx) {
        user = userNamed(tx, arguments.userName);
        UserStore::setPassword(tx, Workplace::actor(), user.id, hash, true, 0);
        user = userNamed(tx, arguments.userName);
    });
    showWithPassword(user, password, arguments.isJson);
}

using Change = void (*)(Tx&, const User&, const UserArguments&);

/// Finds the user, applies `change` and shows the result.
void changeUser(const CommonOptions& common, const UserArguments& arguments, Change change)
{
    Workplace place(common);
    place.openDatabase(Workplace::Use::Share);
    User user;
    place.inTransaction([&](Tx& tx) {
        change(tx, userNamed(tx, arguments.userName), arguments);
        user = userNamed(tx, arguments.userName);
    });
    show(user, arguments.isJson);
}

class UserCommands
{
public:
    UserCommands(CommandLine& line, CLI::App& parent) : m_line(line), m_parent(parent) {}

    CLI::App* add(const char* name, const char* help, const Arguments& arguments, bool namesUser = true)
    {
        CLI::App* command = m_parent.add_subcommand(name, help);
        if (namesUser)
            command->add_option("USER", arguments->userName, "Name to sign in with")->required();
        command->add_flag("--json", arguments->isJson, "Print JSON");
        return command;
    }

    void onChosen(CLI::App* command, const Arguments& arguments,
                  void (*run)(const CommonOptions&, const UserArguments&))
    {
        command->callback([commandLine = &m_line, arguments, run] {
            commandLine->chosen = [commandLine, arguments, run] { run(commandLine->common, *arguments); };
        });
    }

    CLI::App* addChange(const char* name, const char* help, const Arguments& arguments, Change change)
    {
        CLI::App* command = add(name, help, arguments);
        command->callback([commandLine = &m_line, arguments, change] {
            commandLine->chosen = [commandLine, arguments, change] {
                changeUser(commandLine->common, *arguments, change);
            };
        });
        return command;
    }

private:
    CommandLine& m_line;
    CLI::App& m_parent;
};

void addCreate(UserCommands& commands)
{
    const auto arguments = std::make_shared<UserArguments>();
    CLI::App* create = commands.add("create", "Make a person and print a one-time password", arguments);
    create->add_option("--name", arguments->fullName, "Full name, family name first")->required();
    create->add_option("--unit", arguments->unit,
                       "Team or branch, by name, short name or id; the company unless given");
    create->add_option("--group", arguments->groups, "Permission group; may be repeated");
    commands.onChosen(create, arguments, createUser);
}

void addChanges(UserCommands& commands)
{
    commands.addChange(
        "disable", "Sign the person out and let nobody in by this name; records stay until a leader hands them over",
        std::make_shared<UserArguments>(), [](Tx& tx, const User& user, const UserArguments&) {
            UserStore::setActive(tx, Workplace::actor(), user.id, false);
        });
    commands.addChange("enable", "Let a disabled person in again", std::make_shared<UserArguments>(),
                       [](Tx& tx, const User& user, const UserArguments&) {
                           UserStore::setActive(tx, Workplace::actor(), user.id, true);
                       });

    auto arguments = std::make_shared<UserArguments>();
    commands
        .addChange("rename", "Change the full name", arguments,
                   [](Tx& tx, const User& user, const UserArguments& given) {
                       UserStore::rename(tx, Workplace::actor(), user.id, given.fullName);
                   })
        ->add_option("NAME", arguments->fullName, "Full name, family name first")
        ->required();

    arguments = std::make_shared<UserArguments>();
    commands
        .addChange("move", "Give the person another place in the organisation; their records go along", arguments,
                   [](Tx& tx, const User& user, const UserArguments& given) {
                       UserStore::move(tx, Workplace::actor(), user.id, unitNamed(tx, given.unit).id());
                   })
        ->add_option("UNIT", arguments->unit, "Team or branch, by name, short name or id")
        ->required();

    arguments = std::make_shared<UserArguments>();
    commands
        .addChange("group-add", "Make the person a member of a permission group", arguments,
                   [](Tx& tx, const User& user, const UserArguments& given) {
                       GroupStore::addMember(tx, Workplace::actor(), groupNamed(tx, given.group).id, user.id);
                   })
        ->add_option("GROUP", arguments->group, "Name or id")
        ->required();

    arguments = std::make_shared<UserArguments>();
    commands
        .addChange("group-remove", "End a membership", arguments,
                   [](Tx& tx, const User& user, const UserArguments& given) {
                       GroupStore::removeMember(tx, Workplace::actor(), groupNamed(tx, given.group).id, user.id);
                   })
        ->add_option("GROUP", arguments->group, "Name or id")
        ->required();
}

} // namespace

void addUserCommands(CommandLine& line)
{
    CLI::App* parent = line.app.add_subcommand("user", "People who may sign in");
    parent->require_subcommand(1);
    parent->fallthrough();
    UserCommands commands(line, *parent);
    addCreate(commands);

    auto arguments = std::make_shared<UserArguments>();
    commands.onChosen(commands.add("list", "Everybody, one a line", arguments, false), arguments, listUsers);
    arguments = std::make_shared<UserArguments>();
    commands.onChosen(
        commands.add("reset-password", "Sign the person out and print a new one-time password", arguments), arguments,
        resetPassword);
    addChanges(commands);
}

} // namespace banhang::server
