// banhangctl activity: the working day from a shell.
#include <google/protobuf/util/json_util.h>
#include <google/protobuf/util/time_util.h>

#include <fmt/format.h>

#include "client/ctl/commands.h"
#include "client/ctl/customer_naming.h"
#include "client/ctl/request_id.h"

namespace banhang::client {

namespace {

using Service = v1::ActivitiesService::Stub;
using google::protobuf::util::TimeUtil;

struct ListOptions
{
    std::vector<std::int64_t> users;
    std::string customer;
    std::string from;
    std::string to;
    bool open = false;
    bool callbacks = false;
    int limit = 100;
    std::string pageToken;
};

std::string timeOf(const v1::Activity& activity)
{
    if (activity.has_start_time())
        return TimeUtil::ToString(activity.start_time());
    if (!activity.has_day())
        return {};
    return fmt::format("{:04}-{:02}-{:02}", activity.day().year(), activity.day().month(), activity.day().day());
}

void print(const Output& output, const google::protobuf::RepeatedPtrField<v1::Activity>& activities)
{
    std::vector<std::vector<std::string>> rows;
    for (const v1::Activity& activity : activities)
        rows.push_back({std::to_string(activity.id()), timeOf(activity),
                        enumWord(v1::ActivityKind_Name(activity.kind()), "ACTIVITY_KIND_"),
                        enumWord(v1::ActivityState_Name(activity.state()), "ACTIVITY_STATE_"), activity.title(),
                        activity.customer_name(), std::to_string(activity.owner_user_id())});
    output.table({"ID", "TIME", "KIND", "STATE", "TITLE", "CUSTOMER", "OWNER"}, rows);
}

void setTime(const char* option, const std::string& text, google::protobuf::Timestamp* time)
{
    if (!text.empty() && !TimeUtil::FromString(text, time))
        throw UsageError(fmt::format("{}: a moment like 2026-11-23T08:00:00+07:00", option));
}

v1::ListActivitiesRequest requestFrom(Console& console, const ListOptions& options)
{
    v1::ListActivitiesRequest request;
    v1::ActivityFilter& filter = *request.mutable_filter();
    filter.mutable_user_ids()->Add(options.users.begin(), options.users.end());
    if (!options.customer.empty())
        filter.set_customer_id(customerIdOf(console, options.customer));
    filter.set_callbacks_only(options.callbacks);
    if (options.open)
        filter.add_states(v1::ACTIVITY_STATE_PLANNED);
    if (!options.from.empty())
        setTime("--from", options.from, filter.mutable_from_time());
    if (!options.to.empty())
        setTime("--to", options.to, filter.mutable_to_time());
    request.set_page_size(options.limit);
    request.set_page_token(options.pageToken);
    return request;
}

void addList(CLI::App& activity, Console& console)
{
    auto* command = activity.add_subcommand("list", "Talks, appointments and tasks, by time");
    auto options = std::make_shared<ListOptions>();
    command->add_option("--user", options->users, "Owned by or with any of these people (user ids)");
    command->add_option("--customer", options->customer, "With this customer (code or id)");
    command->add_option("--from", options->from, "Not over before this moment");
    command->add_option("--to", options->to, "Begun before this moment");
    command->add_flag("--open", options->open, "Only what is planned");
    command->add_flag("--callbacks", options->callbacks, "Only promises to contact again");
    command->add_option("--limit", options->limit, "Rows on the page, at most 1,000")->capture_default_str();
    command->add_option("--page", options->pageToken, "next_page_token of the page before");
    command->callback([&console, options] {
        const auto answer = console.remote().call(&Service::ListActivities, requestFrom(console, *options));
        console.output().json(answer);
        print(console.output(), answer.activities());
        if (!answer.next_page_token().empty())
            console.output().line("more: --page " + answer.next_page_token());
    });
}

void addCreate(CLI::App& activity, Console& console)
{
    auto* command = activity.add_subcommand("create", "Stores one, given as JSON in the form of the API");
    auto text = std::make_shared<std::string>();
    command
        ->add_option("JSON", *text,
                     R"({"kind": "ACTIVITY_KIND_TASK", "title": "Gửi báo giá", "day": {"year": 2026, ...}})")
        ->required();
    command->callback([&console, text] {
        v1::CreateActivityRequest request;
        const auto status = google::protobuf::util::JsonStringToMessage(*text, request.mutable_activity());
        if (!status.ok())
            throw UsageError("not an activity in JSON: " + std::string(status.message()));
        request.set_request_id(randomRequestId());
        const auto answer = console.remote().call(&Service::CreateActivity, request);
        console.output().json(answer);
        console.output().line(fmt::format("id {}, version {}", answer.activity().id(), answer.activity().version()));
        for (const v1::Clash& clash : answer.clashes())
            console.output().line(fmt::format("  at the same time: user {}, {}", clash.user_id(), clash.title()));
    });
}

} // namespace

void addActivityCommands(CLI::App& app, Console& console)
{
    auto* activity = app.add_subcommand("activity", "Talks, appointments and tasks");
    activity->require_subcommand(1);
    addList(*activity, console);
    addCreate(*activity, console);
}

} // namespace banhang::client
