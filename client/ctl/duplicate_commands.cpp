// duplicate check, evaluate, refresh, weights
#include <chrono>
#include <filesystem>
#include <iostream>
#include <thread>

#include <fmt/format.h>
#include <google/protobuf/util/message_differencer.h>
#include <google/protobuf/util/time_util.h>

#include "client/ctl/commands.h"
#include "client/ctl/customer_naming.h"
#include "client/ctl/request_id.h"
#include "common/error.h"
#include "common/platform/paths.h"
#include "common/platform/process.h"

namespace banhang::client {

namespace {

struct CheckOptions
{
    std::string name;
    std::vector<std::string> phones;
    std::vector<std::string> emails;
    std::string taxCode;
    std::string kind = "organisation";
    std::string customer;
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

/// It makes a database of its own, as the server does, so the server's program does it.
void handOver(const std::vector<std::string>& arguments, ExitCode& result)
{
    const auto here = platform::programDirectory();
    auto server = here / "banhangd";
    if (!std::filesystem::exists(server))
        server = here.parent_path() / "sbin" / "banhangd";
    if (!std::filesystem::exists(server))
        throw UsageError("banhangd is not installed here: run this on the machine of the server");
    platform::Command command;
    command.arguments = {server.string(), "duplicate"};
    command.arguments.insert(command.arguments.end(), arguments.begin(), arguments.end());
    const platform::Finished finished = platform::run(command);
    std::cout << finished.output << std::flush;
    std::cerr << finished.errors << std::flush;
    constexpr int kUsageOfServer = 2;
    if (finished.exitCode != 0)
        result = finished.exitCode == kUsageOfServer ? ExitCode::Usage : ExitCode::Fault;
}

void addEvaluate(CLI::App& duplicate, Console& console, ExitCode& result)
{
    struct Options
    {
        std::string directory;
        std::vector<std::string> mappings;
        std::string outFile;
        std::string minScore;
    };
    auto* evaluate = duplicate.add_subcommand(
        "evaluate", "Measure the check on records.csv and pairs.csv, in a database of its own beside the server");
    auto options = std::make_shared<Options>();
    evaluate->add_option("directory", options->directory, "Directory with records.csv and, if known, pairs.csv")
        ->required();
    evaluate
        ->add_option("--map", options->mappings,
                     "FIELD=COLUMN[+COLUMN...], may be repeated; fields: id, name, given_name, family_name, company, "
                     "phone, email, tax_code, national_id, birthday, address, province, kind")
        ->take_all()
        ->allow_extra_args(false);
    evaluate->add_option("--out", options->outFile, "Write the pairs found as id1,id2,score");
    evaluate->add_option("--min-score", options->minScore, "Lowest score of the pairs written");
    evaluate->callback([&console, &result, options] {
        std::vector<std::string> arguments{"evaluate", options->directory};
        for (const std::string& mapping : options->mappings)
            arguments.insert(arguments.end(), {"--map", mapping});
        if (!options->outFile.empty())
            arguments.insert(arguments.end(), {"--out", options->outFile});
        if (!options->minScore.empty())
            arguments.insert(arguments.end(), {"--min-score", options->minScore});
        if (console.json)
            arguments.emplace_back("--json");
        handOver(arguments, result);
    });
}

void print(const Output& output, const v1::Weights& weights)
{
    output.json(weights);
    if (weights.customers() == 0)
        output.line("the weights that the program brings");
    else
        output.line(fmt::format("learnt from {} customers and {} pairs, {}", weights.customers(), weights.pairs(),
                                google::protobuf::util::TimeUtil::ToString(weights.learn_time())));
    if (weights.learning())
        output.line("being learnt anew");
}

/// Waits until the server has done it: fewer than a minute.
v1::Weights learnt(Remote& remote, const v1::Weights& before)
{
    constexpr std::chrono::milliseconds kLook{500};
    const auto weights = [&remote] {
        return remote.call(&v1::ScansService::Stub::GetWeights, v1::GetWeightsRequest());
    };
    v1::Weights now = weights();
    for (; now.learning(); now = weights())
        std::this_thread::sleep_for(kLook);
    if (google::protobuf::util::MessageDifferencer::Equals(now.learn_time(), before.learn_time()))
        throw AppError(ErrorCode::Internal, "weights.not_learnt");
    return now;
}

void addRefresh(CLI::App& duplicate, Console& console)
{
    auto* refresh = duplicate.add_subcommand("refresh", "Have the server learn the weights of the check from the "
                                                        "customers as they are, and wait for it");
    auto onlyAsk = std::make_shared<bool>(false);
    refresh->add_flag("--no-wait", *onlyAsk, "Do not wait");
    refresh->callback([&console, onlyAsk] {
        Remote& remote = console.remote();
        const auto before = remote.call(&v1::ScansService::Stub::GetWeights, v1::GetWeightsRequest());
        v1::LearnWeightsRequest request;
        request.set_request_id(randomRequestId());
        const auto asked = remote.call(&v1::ScansService::Stub::LearnWeights, request);
        print(console.output(), *onlyAsk ? asked : learnt(remote, before));
    });
    duplicate.add_subcommand("weights", "What the weights of the check were learnt from")->callback([&console] {
        print(console.output(), console.remote().call(&v1::ScansService::Stub::GetWeights, v1::GetWeightsRequest()));
    });
}

} // namespace

void addDuplicateCommands(CLI::App& app, Console& console, ExitCode& result)
{
    auto* duplicate = app.add_subcommand("duplicate", "Find who is in the books already");
    duplicate->require_subcommand(1);
    addEvaluate(*duplicate, console, result);
    addRefresh(*duplicate, console);
    addScanCommands(*duplicate, console);
    auto* check =
        duplicate->add_subcommand("check", "Who may be the customer with these facts; exit code 10 if anybody");
    auto options = std::make_shared<CheckOptions>();
    check->add_option("--customer,--id", options->customer,
                      "Check a stored customer (code or id) instead of the facts below");
    check->add_option("--name", options->name, "Name");
    check->add_option("--phone", options->phones, "Phone numbers");
    check->add_option("--email", options->emails, "E-mail addresses");
    check->add_option("--tax-code", options->taxCode, "Tax code");
    check->add_option("--kind", options->kind, "individual or organisation")
        ->check(CLI::IsMember({"individual", "organisation"}))
        ->capture_default_str();
    check->callback([&console, &result, options] {
        v1::CheckCustomerRequest request;
        if (!options->customer.empty()) {
            v1::GetCustomerRequest get;
            get.set_customer_id(customerIdOf(console, options->customer));
            *request.mutable_customer() = console.remote().call(&v1::CustomersService::Stub::GetCustomer, get);
        } else {
            // A script whose variables are empty must not read that nobody is known.
            if (options->name.empty() && options->taxCode.empty() && options->phones.empty() && options->emails.empty())
                throw UsageError("nothing to look for: --customer, --name, --phone, --email or --tax-code");
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
