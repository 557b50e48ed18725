// customer list | get | search | cards | create | update | delete | undelete | assign | history
#include <fmt/format.h>
#include <google/protobuf/util/json_util.h>

#include "client/ctl/commands.h"
#include "client/ctl/customer_naming.h"
#include "client/ctl/request_id.h"

namespace banhang::client {

namespace {

using Service = v1::CustomersService::Stub;

constexpr const char* kNamed = "Code (KH000123) or id";

struct ListOptions
{
    std::vector<std::string> status;
    std::vector<std::int64_t> owners;
    std::vector<std::string> provinces;
    std::vector<std::string> sources;
    std::string kind;
    std::string sort = "name";
    bool descending = false;
    bool bin = false;
    int limit = 100;
    std::string pageToken;
};

void printCustomers(const Output& output, const google::protobuf::RepeatedPtrField<v1::Customer>& customers)
{
    std::vector<std::vector<std::string>> rows;
    for (const auto& customer : customers) {
        rows.push_back({std::to_string(customer.id()), customer.code(), customer.name(), mainPhone(customer),
                        customer.status_key(), std::to_string(customer.owner_user_id())});
    }
    output.table({"ID", "CODE", "NAME", "PHONE", "STATUS", "OWNER"}, rows);
}

v1::CustomerSort sortNamed(const std::string& name)
{
    v1::CustomerSort sort{};
    std::string upper = "CUSTOMER_SORT_";
    for (const char c : name)
        upper += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    if (!v1::CustomerSort_Parse(upper, &sort))
        throw UsageError("--sort: name, code, last_contact or created");
    return sort;
}

v1::CustomerFilter filterFrom(const ListOptions& options)
{
    v1::CustomerFilter filter;
    filter.mutable_status_keys()->Add(options.status.begin(), options.status.end());
    filter.mutable_owner_user_ids()->Add(options.owners.begin(), options.owners.end());
    filter.mutable_province_codes()->Add(options.provinces.begin(), options.provinces.end());
    filter.mutable_source_keys()->Add(options.sources.begin(), options.sources.end());
    if (options.kind == "individual")
        filter.add_kinds(v1::CUSTOMER_KIND_INDIVIDUAL);
    else if (options.kind == "organisation")
        filter.add_kinds(v1::CUSTOMER_KIND_ORGANISATION);
    filter.set_deleted(options.bin);
    return filter;
}

v1::Customer customerFromJson(const std::string& text)
{
    v1::Customer customer;
    const auto status = google::protobuf::util::JsonStringToMessage(text, &customer);
    if (!status.ok())
        throw UsageError("not a customer in JSON: " + std::string(status.message()));
    return customer;
}

v1::Customer getCustomer(Console& console, std::int64_t id)
{
    v1::GetCustomerRequest request;
    request.set_customer_id(id);
    return console.remote().call(&Service::GetCustomer, request);
}

void show(const Output& output, const v1::Customer& customer)
{
    output.json(customer);
    output.fields(customer);
}

void showChange(const Output& output, const v1::CustomerChangeResponse& answer)
{
    output.json(answer);
    output.line(fmt::format("{} (id {}, version {})", answer.customer().code(), answer.customer().id(),
                            answer.customer().version()));
    for (const auto& warning : answer.warnings())
        output.line("  " + issueText(warning));
}

void addList(CLI::App& customer, Console& console)
{
    auto* command = customer.add_subcommand("list", "A page of the list");
    auto options = std::make_shared<ListOptions>();
    command->add_option("--status", options->status, "Any of these statuses");
    command->add_option("--owner", options->owners, "Any of these owners (user ids)");
    command->add_option("--province", options->provinces, "Any of these province codes");
    command->add_option("--source", options->sources, "Any of these sources");
    command->add_option("--kind", options->kind, "individual or organisation")
        ->check(CLI::IsMember({"individual", "organisation"}));
    command->add_option("--sort", options->sort, "name, code, last_contact or created")->capture_default_str();
    command->add_flag("--descending", options->descending, "Largest first");
    command->add_flag("--bin", options->bin, "What is in the bin");
    command->add_option("--limit", options->limit, "Rows on the page, at most 500")->capture_default_str();
    command->add_option("--page", options->pageToken, "next_page_token of the page before");
    command->callback([&console, options] {
        v1::ListCustomersRequest request;
        *request.mutable_filter() = filterFrom(*options);
        request.set_sort(sortNamed(options->sort));
        request.set_descending(options->descending);
        request.set_page_size(options->limit);
        request.set_page_token(options->pageToken);
        const auto answer = console.remote().call(&Service::ListCustomers, request);
        console.output().json(answer);
        printCustomers(console.output(), answer.customers());
        if (!answer.next_page_token().empty())
            console.output().line("more: --page " + answer.next_page_token());
    });
}

void addSearch(CLI::App& customer, Console& console)
{
    auto* command = customer.add_subcommand("search", "The best matches for words, with or without marks");
    auto query = std::make_shared<std::string>();
    auto limit = std::make_shared<int>(50);
    command->add_option("WORDS", *query, "Name, phone digits, e-mail, code or tax code, in any order")->required();
    command->add_option("--limit", *limit, "At most 200")->capture_default_str();
    command->callback([&console, query, limit] {
        v1::SearchCustomersRequest request;
        request.set_query(*query);
        request.set_limit(*limit);
        const auto answer = console.remote().call(&Service::SearchCustomers, request);
        console.output().json(answer);
        printCustomers(console.output(), answer.customers());
    });
}

void addCards(CLI::App& customer, Console& console)
{
    auto* command = customer.add_subcommand("cards", "Who serves a customer, company-wide, where the company tells it");
    auto query = std::make_shared<std::string>();
    command->add_option("WORDS", *query, "Of the name; three letters at least")->required();
    command->callback([&console, query] {
        v1::FindPublicCardsRequest request;
        request.set_query(*query);
        const auto answer = console.remote().call(&Service::FindPublicCards, request);
        console.output().json(answer);
        std::vector<std::vector<std::string>> rows;
        for (const v1::PublicCard& card : answer.cards())
            rows.push_back({card.name(), std::to_string(card.owner_user_id()), card.group_key(),
                            card.do_not_call() ? "do not call" : ""});
        console.output().table({"NAME", "OWNER", "GROUP", ""}, rows);
    });
}

void addGet(CLI::App& customer, Console& console)
{
    auto* command = customer.add_subcommand("get", "One customer with all fields");
    auto named = std::make_shared<std::string>();
    command->add_option("CUSTOMER", *named, kNamed)->required();
    command->callback(
        [&console, named] { show(console.output(), getCustomer(console, customerIdOf(console, *named))); });
}

void addCreate(CLI::App& customer, Console& console)
{
    auto* command = customer.add_subcommand("create", "Stores a new customer");
    auto text = std::make_shared<std::string>();
    auto reason = std::make_shared<std::string>();
    command->add_option("JSON", *text, R"(Fields as in the proto: {"kind":2,"name":"…","phones":[{"number":"…"}]})")
        ->required();
    command->add_option("--duplicate-reason", *reason, "Save in spite of likely duplicates, for this reason");
    command->callback([&console, text, reason] {
        v1::CreateCustomerRequest request;
        *request.mutable_customer() = customerFromJson(*text);
        request.set_duplicate_reason(*reason);
        request.set_request_id(randomRequestId());
        showChange(console.output(), console.remote().call(&Service::CreateCustomer, request));
    });
}

void addUpdate(CLI::App& customer, Console& console)
{
    auto* command = customer.add_subcommand("update", "Changes the fields that are given");
    auto named = std::make_shared<std::string>();
    auto version = std::make_shared<std::int64_t>(0);
    auto text = std::make_shared<std::string>();
    auto mask = std::make_shared<std::vector<std::string>>();
    auto reason = std::make_shared<std::string>();
    command->add_option("CUSTOMER", *named, kNamed)->required();
    command->add_option("JSON", *text, "New values")->required();
    command->add_option("--fields", *mask, "Fields to take over; those in JSON if not given")->delimiter(',');
    command->add_option("--version", *version, "As last read; read now if not given");
    command->add_option("--duplicate-reason", *reason, "Save in spite of likely duplicates, for this reason");
    command->callback([&console, named, version, text, mask, reason] {
        v1::UpdateCustomerRequest request;
        *request.mutable_customer() = customerFromJson(*text);
        if (mask->empty()) {
            std::vector<const google::protobuf::FieldDescriptor*> given;
            v1::Customer::GetReflection()->ListFields(request.customer(), &given);
            for (const auto* field : given)
                mask->push_back(field->name());
        }
        for (const auto& field : *mask)
            request.mutable_update_mask()->add_paths(field);
        const std::int64_t id = customerIdOf(console, *named);
        request.mutable_customer()->set_id(id);
        request.mutable_customer()->set_version(*version != 0 ? *version : getCustomer(console, id).version());
        request.set_duplicate_reason(*reason);
        request.set_request_id(randomRequestId());
        showChange(console.output(), console.remote().call(&Service::UpdateCustomer, request));
    });
}

void addBin(CLI::App& customer, Console& console)
{
    auto named = std::make_shared<std::string>();
    auto* remove = customer.add_subcommand("delete", "Moves a customer to the bin");
    remove->add_option("CUSTOMER", *named, kNamed)->required();
    remove->callback([&console, named] {
        v1::DeleteCustomerRequest request;
        request.set_customer_id(customerIdOf(console, *named));
        request.set_request_id(randomRequestId());
        show(console.output(), console.remote().call(&Service::DeleteCustomer, request));
    });
    auto* restore = customer.add_subcommand("undelete", "Takes a customer out of the bin");
    restore->add_option("CUSTOMER", *named, kNamed)->required();
    restore->callback([&console, named] {
        v1::UndeleteCustomerRequest request;
        request.set_customer_id(customerIdOf(console, *named));
        request.set_request_id(randomRequestId());
        show(console.output(), console.remote().call(&Service::UndeleteCustomer, request));
    });
}

void addAssign(CLI::App& customer, Console& console)
{
    auto* command = customer.add_subcommand("assign", "Gives customers to another owner, all or none");
    auto named = std::make_shared<std::vector<std::string>>();
    auto owner = std::make_shared<std::int64_t>();
    command->add_option("--to", *owner, "User id of the new owner")->required();
    command->add_option("CUSTOMER", *named, "Codes (KH000123) or ids")->required();
    command->callback([&console, named, owner] {
        v1::AssignCustomersRequest request;
        const auto ids = customerIdsOf(console, *named);
        request.mutable_customer_ids()->Add(ids.begin(), ids.end());
        request.set_owner_user_id(*owner);
        request.set_request_id(randomRequestId());
        const auto answer = console.remote().call(&Service::AssignCustomers, request);
        console.output().json(answer);
        printCustomers(console.output(), answer.customers());
    });
}

void addHistory(CLI::App& customer, Console& console)
{
    auto* command = customer.add_subcommand("history", "Every change of a customer, newest first");
    auto named = std::make_shared<std::string>();
    command->add_option("CUSTOMER", *named, kNamed)->required();
    command->callback([&console, named] {
        v1::ListCustomerHistoryRequest request;
        request.set_customer_id(customerIdOf(console, *named));
        do {
            const auto answer = console.remote().call(&Service::ListCustomerHistory, request);
            console.output().json(answer);
            for (const auto& entry : answer.entries()) {
                console.output().line(fmt::format("version {}: {} by user {} on {}", entry.version(), entry.operation(),
                                                  entry.actor_user_id(), entry.machine_name()));
                for (const auto& change : entry.changes())
                    console.output().line(
                        fmt::format("  {}: {} -> {}", change.field(), change.old_json(), change.new_json()));
            }
            request.set_page_token(answer.next_page_token());
        } while (!request.page_token().empty());
    });
}

} // namespace

void addCustomerCommands(CLI::App& app, Console& console, ExitCode& result)
{
    auto* customer = app.add_subcommand("customer", "Find, read and write customers");
    customer->require_subcommand(1);
    addList(*customer, console);
    addSearch(*customer, console);
    addCards(*customer, console);
    addGet(*customer, console);
    addCreate(*customer, console);
    addUpdate(*customer, console);
    addBin(*customer, console);
    addAssign(*customer, console);
    addHistory(*customer, console);
    addTransferCommands(*customer, console, result);
    addImportCommands(*customer, console, result);
}

} // namespace banhang::client
