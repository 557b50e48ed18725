// picklist list | add | change | move
#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "client/ctl/commands.h"
#include "client/ctl/request_id.h"

namespace banhang::client {

namespace {

using Service = v1::PicklistsService::Stub;

struct ItemOptions
{
    std::string list;
    std::string key;
    std::string vietnamese;
    std::string english;
    int position = 0;
    std::string after;
    bool isFirst = false;
    bool isOn = false;
    bool isOff = false;
};
using Options = std::shared_ptr<ItemOptions>;

void show(const Output& output, const v1::PickItem& item)
{
    output.json(item);
    output.line(fmt::format("{} / {}: {} ({}){}", item.list_key(), item.key(), item.label_vi(), item.label_en(),
                            item.active() ? "" : ", no longer offered"));
}

v1::ListPickItemsResponse readAll(Console& console)
{
    v1::ListPickItemsRequest request;
    v1::ListPickItemsResponse all;
    do {
        const auto page = console.remote().call(&Service::ListPickItems, request);
        all.MergeFrom(page);
        request.set_page_token(page.next_page_token());
    } while (!request.page_token().empty());
    all.clear_next_page_token();
    return all;
}

void runList(Console& console, const std::string& list)
{
    v1::ListPickItemsResponse wanted;
    std::vector<std::vector<std::string>> rows;
    std::set<std::string> lists;
    const v1::ListPickItemsResponse all = readAll(console);
    for (const v1::PickItem& item : all.items()) {
        lists.insert(item.list_key());
        if (!list.empty() && item.list_key() != list)
            continue;
        *wanted.add_items() = item;
        rows.push_back({item.list_key(), item.key(), item.label_vi(), item.label_en(), std::to_string(item.position()),
                        item.active() ? "yes" : "no"});
    }
    if (!list.empty() && rows.empty())
        throw UsageError(fmt::format("{}: no list of this name has items; there are {}", list, fmt::join(lists, ", ")));
    console.output().json(wanted);
    console.output().table({"list", "key", "Vietnamese", "English", "position", "offered"}, rows);
}

void runAdd(Console& console, const ItemOptions& options)
{
    v1::CreatePickItemRequest request;
    request.set_request_id(randomRequestId());
    v1::PickItem& item = *request.mutable_item();
    item.set_list_key(options.list);
    item.set_key(options.key);
    item.set_label_vi(options.vietnamese);
    item.set_label_en(options.english);
    item.set_active(true);
    show(console.output(), console.remote().call(&Service::CreatePickItem, request));
}

v1::PickItem itemNamed(Console& console, const std::string& list, const std::string& key)
{
    const v1::ListPickItemsResponse all = readAll(console);
    for (const v1::PickItem& item : all.items())
        if (item.list_key() == list && item.key() == key)
            return item;
    throw UsageError(fmt::format("{} / {}: there is no such item; see picklist list", list, key));
}

void runChange(Console& console, const CLI::App& command, const ItemOptions& options)
{
    v1::UpdatePickItemRequest request;
    request.set_request_id(randomRequestId());
    v1::PickItem& item = *request.mutable_item() = itemNamed(console, options.list, options.key);
    const auto take = [&](const char* option, const char* field) {
        if (command.count(option) == 0)
            return false;
        request.mutable_update_mask()->add_paths(field);
        return true;
    };
    if (take("--vi", "label_vi"))
        item.set_label_vi(options.vietnamese);
    if (take("--en", "label_en"))
        item.set_label_en(options.english);
    if (take("--position", "position"))
        item.set_position(options.position);
    if (take("--enable", "active"))
        item.set_active(true);
    if (take("--disable", "active"))
        item.set_active(false);
    if (request.update_mask().paths().empty())
        throw UsageError("nothing to change: --vi, --en, --position, --enable or --disable");
    show(console.output(), console.remote().call(&Service::UpdatePickItem, request));
}

void runMove(Console& console, const ItemOptions& options)
{
    if (options.after.empty() && !options.isFirst)
        throw UsageError("where to: --after KEY or --first");
    const v1::PickItem item = itemNamed(console, options.list, options.key);
    v1::MovePickItemRequest request;
    request.set_request_id(randomRequestId());
    request.set_id(item.id());
    request.set_version(item.version());
    if (!options.isFirst)
        request.set_behind_id(itemNamed(console, options.list, options.after).id());
    show(console.output(), console.remote().call(&Service::MovePickItem, request));
}

/// The item that a command is about.
CLI::App* addItemCommand(CLI::App& picklist, const char* name, const char* help, const Options& options)
{
    auto* command = picklist.add_subcommand(name, help);
    command->add_option("LIST", options->list, "source, trade, status, tag …; see picklist list")->required();
    command->add_option("KEY", options->key, "lower_snake_case, as records hold it")->required();
    return command;
}

} // namespace

void addPicklistCommands(CLI::App& app, Console& console)
{
    auto* picklist = app.add_subcommand("picklist", "The lists behind choice boxes");
    picklist->require_subcommand(1);
    picklist->fallthrough();

    auto* list = picklist->add_subcommand("list", "All items, or those of one list");
    auto listed = std::make_shared<std::string>();
    list->add_option("LIST", *listed, "source, trade, status, tag …");
    list->callback([&console, listed] { runList(console, *listed); });

    auto options = std::make_shared<ItemOptions>();
    auto* add = addItemCommand(*picklist, "add", "A new item at the end of its list (needs picklist.edit)", options);
    add->add_option("--vi", options->vietnamese, "Vietnamese label")->required();
    add->add_option("--en", options->english, "English label")->required();
    add->callback([&console, options] { runAdd(console, *options); });

    options = std::make_shared<ItemOptions>();
    auto* change = addItemCommand(*picklist, "change",
                                  "What an item is called, where it stands, whether it is offered "
                                  "(needs picklist.edit)",
                                  options);
    change->add_option("--vi", options->vietnamese, "Vietnamese label");
    change->add_option("--en", options->english, "English label");
    change->add_option("--position", options->position, "Ascending; ties by age");
    auto* on = change->add_flag("--enable", options->isOn, "Offer it again");
    change->add_flag("--disable", options->isOff, "Offer it no longer; records keep it")->excludes(on);
    change->callback([&console, change, options] { runChange(console, *change, *options); });

    options = std::make_shared<ItemOptions>();
    auto* move = addItemCommand(
        *picklist, "move", "Puts an item elsewhere in its list; the others make room (needs picklist.edit)", options);
    auto* after = move->add_option("--after", options->after, "Key of the item that it is to follow");
    move->add_flag("--first", options->isFirst, "Before all others")->excludes(after);
    move->callback([&console, options] { runMove(console, *options); });
}

} // namespace banhang::client
