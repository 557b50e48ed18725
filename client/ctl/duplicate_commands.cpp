// duplicate check
#include <fmt/format.h>
#include <google/protobuf/util/json_util.h>

#include "client/ctl/commands.h"

namespace banhang::client {

namespace {

struct CheckOptions
{
    std::string name;
    std::vector<std::string> phones;
    std::vector<std::string> emails;
    std::string taxCode;
    std::string kind = "organisation";
    std::int64_t id = 0;
};

v1::Customer customerFrom(const CheckOptions& options)
{
    v1::Customer customer;
    customer.set_kind(options.kind == "individual" ? v1::CUSTOMER_KIND_INDIVIDUAL : v1::CUSTOMER_KIND_ORGANISATION);
    customer.set_name(options.name);
    for (const auto& phone : options.phones)
        customer.add_phones()->set_number(phone);
    for (const auto& email : options.emails)
        customer.add_emails()->set_address(email);
    customer.set_tax_code(options.taxCode);
    return customer;
}

void printHit(const Output& output, const v1::DuplicateHit& hit)
{
    if (hit.has_hidden()) {
        output.line(fmt::format("already served by user {} (team {})", hit.hidden().owner_user_id(),
                                hit.hidden().team_unit_id()));
        return;
    }
    const auto& match = hit.visible();
    static const char* const kRanks[] = {"", "possible", "likely", "certain"};
    output.line(fmt::format("{}: {} {} ({}), user {}", kRanks[match.rank()], match.code(), match.name(), match.place(),
                            match.owner_user_id()));
    for (const auto& reason : match.reasons())
        output.line(fmt::format("  {} {} ({:+.1f})", reason.agrees() ? "+" : "-", reason.key(), reason.weight()));
}

} // namespace

void addDuplicateCommands(CLI::App& app, Console& console, ExitCode& result)
{
    auto* duplicate = app.add_subcommand("duplicate", "Find who is in the books already");
    duplicate->require_subcommand(1);
    auto* check =
        duplicate->add_subcommand("check", "Who may be the customer with these facts; exit code 10 if anybody");
    auto options = std::make_shared<CheckOptions>();
    check->add_option("--id", options->id, "Check a stored customer instead of the facts below");
    check->add_option("--name", options->name, "Name");
    check->add_option("--phone", options->phones, "Phone numbers");
    check->add_option("--email", options->emails, "E-mail addresses");
    check->add_option("--tax-code", options->taxCode, "Tax code");
    check->add_option("--kind", options->kind, "individual or organisation")
        ->check(CLI::IsMember({"individual", "organisation"}))
        ->capture_default_str();
    check->callback([&console, &result, options] {
        v1::CheckCustomerRequest request;
        if (options->id != 0) {
            v1::GetCustomerRequest get;
            get.set_customer_id(options->id);
            *request.mutable_customer() = console.remote().call(&v1::CustomersService::Stub::GetCustomer, get);
        } else {
            *request.mutable_customer() = customerFrom(*options);
        }
        const auto answer = console.remote().call(&v1::CustomersService::Stub::CheckCustomer, request);
        console.output().json(answer);
        for (const auto& hit : answer.duplicates())
            printHit(console.output(), hit);
        if (answer.duplicates().empty())
            console.output().line("nobody");
        else
            result = ExitCode::DuplicatesFound;
    });
}

} // namespace banhang::client
