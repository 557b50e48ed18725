// banhangctl care: care requests from a shell.
#include <optional>

#include <google/protobuf/util/json_util.h>
#include <google/protobuf/util/time_util.h>

#include <fmt/format.h>

#include "client/ctl/commands.h"
#include "client/ctl/customer_naming.h"
#include "client/ctl/request_id.h"

namespace banhang::client {

namespace {

using Service = v1::CareRequestsService::Stub;
using google::protobuf::util::TimeUtil;

struct ListOptions
{
    std::vector<std::int64_t> owners;
    std::string customer;
    bool open = false;
    bool overdue = false;
    int limit = 100;
    std::string pageToken;
};

struct UpdateOptions
{
    std::int64_t id = 0;
    std::string json;
    std::string state;
};

struct PromiseOptions
{
    std::string severity;
    std::optional<int> minutes;
    std::optional<int> remind;
};

void print(const Output& output, const google::protobuf::RepeatedPtrField<v1::CareRequest>& requests)
{
    std::vector<std::vector<std::string>> rows;
    for (const v1::CareRequest& request : requests)
        rows.push_back({std::to_string(request.id()), request.code(), TimeUtil::ToString(request.promised_time()),
                        request.is_overdue() ? "yes" : "no",
                        enumWord(v1::CareState_Name(request.state()), "CARE_STATE_"),
                        enumWord(v1::CareSeverity_Name(request.severity()), "CARE_SEVERITY_"), request.subject(),
                        request.customer_name(), std::to_string(request.owner_user_id())});
    output.table({"ID", "CODE", "PROMISED", "OVERDUE", "STATE", "SEVERITY", "SUBJECT", "CUSTOMER", "OWNER"}, rows);
}

void tell(const Output& output, const v1::CareRequest& request)
{
    output.json(request);
    output.line(fmt::format("{}  {}", request.code(), enumWord(v1::CareState_Name(request.state()), "CARE_STATE_")));
}

v1::CareRequest parsed(const std::string& json)
{
    v1::CareRequest request;
    if (const auto status = google::protobuf::util::JsonStringToMessage(json, &request); !status.ok())
        throw UsageError(fmt::format("JSON: {}", status.message().as_string()));
    return request;
}

void addList(CLI::App& care, Console& console)
{
    auto* command = care.add_subcommand("list", "Care requests, by promised time");
    auto options = std::make_shared<ListOptions>();
    command->add_option("--user", options->owners, "Owned by any of these people (user ids)");
    command->add_option("--customer", options->customer, "Of this customer (code or id), whoever owns them");
    command->add_flag("--open", options->open, "Only those that are not answered");
    command->add_flag("--overdue", options->overdue, "Only open ones past their promised time");
    command->add_option("--limit", options->limit, "Rows on the page, at most 500")->capture_default_str();
    command->add_option("--page", options->pageToken, "next_page_token of the page before");
    command->callback([&console, options] {
        v1::ListCareRequestsRequest wanted;
        wanted.mutable_filter()->mutable_owner_user_ids()->Add(options->owners.begin(), options->owners.end());
        if (!options->customer.empty())
            wanted.mutable_filter()->set_customer_id(customerIdOf(console, options->customer));
        wanted.mutable_filter()->set_open_only(options->open);
        wanted.mutable_filter()->set_overdue_only(options->overdue);
        wanted.set_page_size(options->limit);
        wanted.set_page_token(options->pageToken);
        const auto answer = console.remote().call(&Service::ListCareRequests, wanted);
        console.output().json(answer);
        print(console.output(), answer.care_requests());
        if (!answer.next_page_token().empty())
            console.output().line("more: --page " + answer.next_page_token());
    });
}

void addCreate(CLI::App& care, Console& console)
{
    auto* command = care.add_subcommand("create", "Stores one, given as JSON in the form of the API");
    auto text = std::make_shared<std::string>();
    command
        ->add_option("JSON", *text,
                     R"({"customerId": "12", "kindKey": "complaint", "channelKey": "call", "subject": "Máy bị xước"})")
        ->required();
    command->callback([&console, text] {
        v1::CreateCareRequestRequest wanted;
        *wanted.mutable_care_request() = parsed(*text);
        wanted.set_request_id(randomRequestId());
        tell(console.output(), console.remote().call(&Service::CreateCareRequest, wanted));
    });
}

/// The value that is called so, "working" for CARE_STATE_WORKING.
template <typename Enum>
Enum named(std::string name, const std::string& prefix, bool (*parse)(google::protobuf::ConstStringParam, Enum*),
           const char* choices)
{
    for (char& c : name)
        c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    Enum value{};
    if (!parse(prefix + name, &value) || value == Enum{})
        throw UsageError(choices);
    return value;
}

/// Fields that stand in the JSON are changed.
template <typename Wanted>
void fill(Wanted& wanted, const v1::CareRequest& stored, const v1::CareRequest& typed)
{
    *wanted.mutable_care_request() = typed;
    wanted.mutable_care_request()->set_id(stored.id());
    wanted.mutable_care_request()->set_version(stored.version());
    std::vector<const google::protobuf::FieldDescriptor*> fields;
    typed.GetReflection()->ListFields(typed, &fields);
    for (const auto* field : fields)
        wanted.mutable_update_mask()->add_paths(field->name());
    wanted.set_request_id(randomRequestId());
}

void addUpdate(CLI::App& care, Console& console)
{
    auto* command = care.add_subcommand("update", "Changes fields, and the state");
    auto options = std::make_shared<UpdateOptions>();
    command->add_option("ID", options->id, "Care request (id)")->required();
    command->add_option("JSON", options->json, R"(What to change: {"answer": "Đã đổi máy mới"})");
    command->add_option("--state", options->state, "new, working, waiting, resolved, closed, cancelled");
    command->callback([&console, options] {
        if (options->json.empty() && options->state.empty())
            throw UsageError("nothing to change: JSON or --state");
        v1::GetCareRequestRequest asked;
        asked.set_care_request_id(options->id);
        const auto stored = console.remote().call(&Service::GetCareRequest, asked);
        const v1::CareRequest typed = parsed(options->json.empty() ? "{}" : options->json);
        if (options->state.empty()) {
            v1::UpdateCareRequestRequest wanted;
            fill(wanted, stored, typed);
            tell(console.output(), console.remote().call(&Service::UpdateCareRequest, wanted));
        } else {
            v1::MoveCareRequestRequest wanted;
            fill(wanted, stored, typed);
            wanted.set_state(named<v1::CareState>(options->state, "CARE_STATE_", v1::CareState_Parse,
                                                  "--state: new, working, waiting, resolved, closed or cancelled"));
            tell(console.output(), console.remote().call(&Service::MoveCareRequest, wanted));
        }
    });
}

void print(const Output& output, const v1::CareSettings& settings)
{
    output.json(settings);
    std::vector<std::vector<std::string>> rows;
    for (const v1::CarePromise& promise : settings.promises())
        rows.push_back({enumWord(v1::CareSeverity_Name(promise.severity()), "CARE_SEVERITY_"),
                        std::to_string(promise.promise_minutes()), std::to_string(promise.remind_minutes())});
    output.table({"SEVERITY", "MINUTES", "REMIND"}, rows);
}

void addPromise(CLI::App& care, Console& console)
{
    auto* command = care.add_subcommand("promise", "How soon each severity is promised an answer; changes one");
    auto options = std::make_shared<PromiseOptions>();
    auto* which = command->add_option("SEVERITY", options->severity, "low, normal, high, urgent");
    command->add_option("MINUTES", options->minutes, "From coming in to the promised time")->needs(which);
    command->add_option("--remind", options->remind, "Minutes before it at which the owner is reminded; 0 = never")
        ->needs(which);
    command->callback([&console, options] {
        v1::CareSettings settings = console.remote().call(&Service::GetCareSettings, v1::GetCareSettingsRequest());
        if (options->severity.empty())
            return print(console.output(), settings);
        const auto severity = named<v1::CareSeverity>(options->severity, "CARE_SEVERITY_", v1::CareSeverity_Parse,
                                                      "SEVERITY: low, normal, high or urgent");
        v1::UpdateCareSettingsRequest wanted;
        for (v1::CarePromise& promise : *settings.mutable_promises()) {
            if (promise.severity() != severity)
                continue;
            promise.set_promise_minutes(options->minutes.value_or(promise.promise_minutes()));
            promise.set_remind_minutes(options->remind.value_or(promise.remind_minutes()));
        }
        *wanted.mutable_care_settings() = settings;
        wanted.mutable_update_mask()->add_paths("promises");
        wanted.set_request_id(randomRequestId());
        print(console.output(), console.remote().call(&Service::UpdateCareSettings, wanted));
    });
}

} // namespace

void addCareCommands(CLI::App& app, Console& console)
{
    auto* care = app.add_subcommand("care", "Feedback, complaints and care requests of customers");
    care->require_subcommand(1);
    addList(*care, console);
    addCreate(*care, console);
    addUpdate(*care, console);
    addPromise(*care, console);
}

} // namespace banhang::client
