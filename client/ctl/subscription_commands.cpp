// banhangctl subscription: what people and departments follow, from a shell.
#include <map>

#include <fmt/format.h>
#include <google/protobuf/util/time_util.h>

#include "client/ctl/commands.h"
#include "client/ctl/request_id.h"

namespace banhang::client {

namespace {

using Service = v1::SubscriptionsService::Stub;
using google::protobuf::util::TimeUtil;

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

std::string wishOf(const v1::Subscription& subscription)
{
    std::string wish = subscription.on_create() ? "new" : "";
    for (const std::string& field : subscription.fields())
        wish += (wish.empty() ? "" : ",") + field;
    if (subscription.on_change() && subscription.fields().empty())
        wish += wish.empty() ? "all" : ",all";
    return wish;
}

/// For the caller.
std::string stateOf(const v1::Subscription& subscription)
{
    if (!subscription.is_for_caller())
        return "for others";
    if (!subscription.is_muted())
        return "on";
    return subscription.has_mute_until_time() ? "off until " + TimeUtil::ToString(subscription.mute_until_time())
                                              : "off";
}

std::vector<std::string> rowOf(const v1::Subscription& subscription)
{
    return {std::to_string(subscription.id()),
            subscription.name(),
            nameOf(subscription.entity()),
            wishOf(subscription),
            subscription.unit_id() == 0 ? "me" : fmt::format("unit {}", subscription.unit_id()),
            stateOf(subscription)};
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
            console.output().table({"ID", "NAME", "ABOUT", "TELLS OF", "FOR", "STATE"}, rows);
            request.set_page_token(answer.next_page_token());
        } while (!request.page_token().empty());
    });
}

struct AddOptions
{
    std::string name;
    std::string about = "customer";
    std::vector<std::string> fields;
    std::int64_t unit = 0;
    bool isNew = false;
    bool isOnlyNew = false;
    bool isTrial = false;
};

v1::Subscription wished(const AddOptions& options)
{
    v1::Subscription wanted;
    wanted.set_name(options.name);
    wanted.set_entity(entities().at(options.about));
    wanted.set_unit_id(options.unit);
    wanted.set_on_create(options.isNew || options.isOnlyNew);
    wanted.set_on_change(!options.isOnlyNew);
    wanted.mutable_fields()->Add(options.fields.begin(), options.fields.end());
    return wanted;
}

void tryOut(Console& console, const AddOptions& options)
{
    v1::CheckSubscriptionRequest request;
    *request.mutable_subscription() = wished(options);
    const auto answer = console.remote().call(&Service::CheckSubscription, request);
    console.output().json(answer);
    constexpr int kMaxCounted = 100;
    const bool isMore = answer.capped_count() == kMaxCounted;
    console.output().line(fmt::format("{} changes since {}",
                                      isMore ? "more than 99" : std::to_string(answer.capped_count()),
                                      TimeUtil::ToString(answer.since_time())));
}

void addAdd(CLI::App& subscription, Console& console)
{
    auto* command = subscription.add_subcommand("add", "Follows something; conditions are set in the program");
    auto options = std::make_shared<AddOptions>();
    command->add_option("NAME", options->name, "What to call it")->required();
    command->add_option("--about", options->about, "customer (unless said otherwise), care_request or activity")
        ->check(CLI::IsMember(entities()));
    auto* fields = command->add_option("--field", options->fields,
                                       "Only these fields, \"status_key\"; \"delete_time\" for the bin");
    auto* isNew = command->add_flag("--new", options->isNew, "Of new records, too");
    command->add_flag("--only-new", options->isOnlyNew, "Of new records alone")->excludes(fields)->excludes(isNew);
    command->add_option("--unit", options->unit, "For everybody below this unit (id); else for you alone");
    command->add_flag("--dry-run", options->isTrial, "Stores nothing, says how much it would have told you lately");
    command->callback([&console, options] {
        if (options->isTrial) {
            tryOut(console, *options);
            return;
        }
        v1::CreateSubscriptionRequest request;
        *request.mutable_subscription() = wished(*options);
        request.set_request_id(randomRequestId());
        const auto answer = console.remote().call(&Service::CreateSubscription, request);
        console.output().json(answer);
        console.output().line(fmt::format("id {}, tells of {}", answer.id(), wishOf(answer)));
    });
}

/// Of the whole subscription, for everybody.
template <typename Request>
void addChange(CLI::App& subscription, Console& console, const char* name, const char* help,
               grpc::Status (Service::*method)(grpc::ClientContext*, const Request&, v1::Subscription*))
{
    auto* command = subscription.add_subcommand(name, help);
    auto id = std::make_shared<std::int64_t>(0);
    command->add_option("SUBSCRIPTION", *id, "Subscription (id)")->required();
    command->callback([&console, id, method, done = fmt::format("{}d", name)] {
        Request request;
        request.set_subscription_id(*id);
        request.set_request_id(randomRequestId());
        const auto answer = console.remote().call(method, request);
        console.output().json(answer);
        console.output().line(fmt::format("{} {}", answer.name(), done));
    });
}

struct MuteOptions
{
    std::int64_t id = 0;
    int hours = 0;
};

void addMute(CLI::App& subscription, Console& console, const char* name, const char* help, bool isMuted)
{
    auto* command = subscription.add_subcommand(name, help);
    auto options = std::make_shared<MuteOptions>();
    command->add_option("SUBSCRIPTION", options->id, "Subscription (id)")->required();
    if (isMuted)
        command->add_option("--hours", options->hours, "For so long; else until it is unmuted")
            ->check(CLI::PositiveNumber);
    command->callback([&console, options, isMuted] {
        v1::MuteSubscriptionRequest request;
        request.set_subscription_id(options->id);
        request.set_muted(isMuted);
        if (options->hours > 0)
            *request.mutable_until_time() = TimeUtil::GetCurrentTime() + TimeUtil::HoursToDuration(options->hours);
        request.set_request_id(randomRequestId());
        const auto answer = console.remote().call(&Service::MuteSubscription, request);
        console.output().json(answer);
        console.output().line(fmt::format("{} {}", answer.name(), stateOf(answer)));
    });
}

} // namespace

void addSubscriptionCommands(CLI::App& app, Console& console)
{
    auto* subscription = app.add_subcommand("subscription", "Which changes you and your departments are told of");
    subscription->require_subcommand(1);
    addList(*subscription, console);
    addAdd(*subscription, console);
    addChange(*subscription, console, "delete", "Takes one away, for everybody; what it told stays",
              &Service::DeleteSubscription);
    addChange(*subscription, console, "restore", "Brings a deleted one back", &Service::UndeleteSubscription);
    addMute(*subscription, console, "mute", "Tells you nothing of it any more; others go on being told", true);
    addMute(*subscription, console, "unmute", "Tells you of it again", false);
}

} // namespace banhang::client
