// banhangctl subscription: what people and departments follow, from a shell.
#include <map>

#include <fmt/format.h>

#include "client/ctl/commands.h"
#include "client/ctl/request_id.h"

namespace banhang::client {

namespace {

using Service = v1::SubscriptionsService::Stub;

const std::map<std::string, v1::SubscribedEntity>& entities()
{
    static const std::map<std::string, v1::SubscribedEntity> known{
        {"customer", v1::SUBSCRIBED_ENTITY_CUSTOMER},
        {"care_request", v1::SUBSCRIBED_ENTITY_CARE_REQUEST},
        {"activity", v1::SUBSCRIBED_ENTITY_ACTIVITY},
    };
    return known;
}

std::string nameOf(v1::SubscribedEntity entity)
{
    for (const auto& [name, value] : entities())
        if (value == entity)
            return name;
    return {};
}

std::vector<std::string> rowOf(const v1::Subscription& subscription)
{
    std::string fields = subscription.on_create() ? "new" : "";
    for (const std::string& field : subscription.fields())
        fields += (fields.empty() ? "" : ",") + field;
    if (subscription.on_change() && subscription.fields().empty())
        fields += fields.empty() ? "all" : ",all";
    return {std::to_string(subscription.id()),
            subscription.name(),
            nameOf(subscription.entity()),
            fields,
            subscription.unit_id() == 0 ? "me" : fmt::format("unit {}", subscription.unit_id()),
            subscription.is_muted() ? "no" : "yes"};
}

void addList(CLI::App& subscription, Console& console)
{
    auto* command = subscription.add_subcommand("list", "Your own, and those of your departments, by name");
    command->callback([&console] {
        v1::ListSubscriptionsRequest request;
        do {
            const auto answer = console.remote().call(&Service::ListSubscriptions, request);
            std::vector<std::vector<std::string>> rows;
            for (const v1::Subscription& one : answer.subscriptions())
                rows.push_back(rowOf(one));
            console.output().json(answer);
            console.output().table({"ID", "NAME", "ABOUT", "TELLS OF", "FOR", "ON"}, rows);
            request.set_page_token(answer.next_page_token());
        } while (!request.page_token().empty());
    });
}

void addAdd(CLI::App& subscription, Console& console)
{
    auto* command = subscription.add_subcommand("add", "Follows something new; conditions are set in the program");
    auto wanted = std::make_shared<v1::CreateSubscriptionRequest>();
    auto about = std::make_shared<std::string>("customer");
    auto name = std::make_shared<std::string>();
    auto fields = std::make_shared<std::vector<std::string>>();
    auto unit = std::make_shared<std::int64_t>(0);
    auto isNew = std::make_shared<bool>(false);
    command->add_option("NAME", *name, "What to call it")->required();
    command->add_option("--about", *about, "customer, care_request or activity")->check(CLI::IsMember(entities()));
    command->add_option("--field", *fields, "Only these fields, \"status_key\"");
    command->add_flag("--new", *isNew, "Of new records too; without --field of these alone");
    command->add_option("--unit", *unit, "For everybody below this unit (id); else for you alone");
    command->callback([=, &console] {
        v1::Subscription& made = *wanted->mutable_subscription();
        made.set_name(*name);
        made.set_entity(entities().at(*about));
        made.set_unit_id(*unit);
        made.set_on_create(*isNew);
        made.set_on_change(!*isNew || !fields->empty());
        made.mutable_fields()->Add(fields->begin(), fields->end());
        wanted->set_request_id(randomRequestId());
        const auto answer = console.remote().call(&Service::CreateSubscription, *wanted);
        console.output().json(answer);
        console.output().line(fmt::format("subscription {}", answer.id()));
    });
}

void addDelete(CLI::App& subscription, Console& console)
{
    auto* command = subscription.add_subcommand("delete", "Takes one away, for everybody; what it told stays");
    auto id = std::make_shared<std::int64_t>(0);
    command->add_option("SUBSCRIPTION", *id, "Subscription (id)")->required();
    command->callback([&console, id] {
        v1::DeleteSubscriptionRequest request;
        request.set_subscription_id(*id);
        request.set_request_id(randomRequestId());
        console.output().json(console.remote().call(&Service::DeleteSubscription, request));
    });
}

void addMute(CLI::App& subscription, Console& console, const char* name, const char* help, bool isMuted)
{
    auto* command = subscription.add_subcommand(name, help);
    auto id = std::make_shared<std::int64_t>(0);
    command->add_option("SUBSCRIPTION", *id, "Subscription (id)")->required();
    command->callback([&console, id, isMuted] {
        v1::MuteSubscriptionRequest request;
        request.set_subscription_id(*id);
        request.set_muted(isMuted);
        request.set_request_id(randomRequestId());
        console.output().json(console.remote().call(&Service::MuteSubscription, request));
    });
}

} // namespace

void addSubscriptionCommands(CLI::App& app, Console& console)
{
    auto* subscription = app.add_subcommand("subscription", "Which changes you and your departments are told of");
    subscription->require_subcommand(1);
    addList(*subscription, console);
    addAdd(*subscription, console);
    addDelete(*subscription, console);
    addMute(*subscription, console, "mute", "Tells you nothing of it any more", true);
    addMute(*subscription, console, "unmute", "Tells you of it again", false);
}

} // namespace banhang::client
