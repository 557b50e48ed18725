// banhangctl sequence: care sequences from a shell.
#include <fmt/format.h>

#include "client/ctl/commands.h"
#include "client/ctl/customer_naming.h"
#include "client/ctl/request_id.h"
#include "common/vn/date.h"

namespace banhang::client {

namespace {

using Service = v1::SequencesService::Stub;

struct StartOptions
{
    std::int64_t sequence = 0;
    std::vector<std::string> customers;
    std::string from;
};

std::vector<std::vector<std::string>> rowsOf(const v1::ListSequencesResponse& answer)
{
    std::vector<std::vector<std::string>> rows;
    for (const v1::Sequence& sequence : answer.sequences())
        rows.push_back({std::to_string(sequence.id()), sequence.name(), std::to_string(sequence.steps_size()),
                        std::to_string(sequence.enrolled_count()), sequence.active() ? "yes" : "no"});
    return rows;
}

void setDay(const std::string& text, v1::Date* day)
{
    const auto read = vn::parseIsoDate(text);
    if (!read)
        throw UsageError("--from: a day like 2026-11-23");
    day->set_year(read->year);
    day->set_month(read->month);
    day->set_day(read->day);
}

/// What was left as it was; a script learns it by the exit code.
void reportSkipped(const Output& output, const google::protobuf::RepeatedPtrField<v1::SkippedCustomer>& skipped,
                   ExitCode& result)
{
    for (const v1::SkippedCustomer& one : skipped)
        output.line(fmt::format("customer {}: {}", one.customer_id(), one.key()));
    if (!skipped.empty())
        result = ExitCode::Refused;
}

void addList(CLI::App& sequence, Console& console)
{
    auto* command = sequence.add_subcommand("list", "All sequences, by name");
    command->callback([&console] {
        v1::ListSequencesRequest request;
        do {
            const auto answer = console.remote().call(&Service::ListSequences, request);
            console.output().json(answer);
            console.output().table({"ID", "NAME", "STEPS", "CUSTOMERS", "OFFERED"}, rowsOf(answer));
            request.set_page_token(answer.next_page_token());
        } while (!request.page_token().empty());
    });
}

void addStart(CLI::App& sequence, Console& console, ExitCode& result)
{
    auto* command = sequence.add_subcommand("start", "Puts customers on a sequence");
    auto options = std::make_shared<StartOptions>();
    command->add_option("SEQUENCE", options->sequence, "Sequence (id)")->required();
    command->add_option("CUSTOMER", options->customers, "Customers (codes or ids), at most 500")->required();
    command->add_option("--from", options->from, "First day, 2026-11-23; else today");
    command->callback([&console, &result, options] {
        v1::StartSequenceRequest request;
        request.set_sequence_id(options->sequence);
        const auto customers = customerIdsOf(console, options->customers);
        request.mutable_customer_ids()->Add(customers.begin(), customers.end());
        if (!options->from.empty())
            setDay(options->from, request.mutable_start_day());
        request.set_request_id(randomRequestId());
        const auto answer = console.remote().call(&Service::StartSequence, request);
        console.output().json(answer);
        console.output().line(fmt::format("{} customers put on it", answer.enrolments_size()));
        reportSkipped(console.output(), answer.skipped(), result);
    });
}

void addStop(CLI::App& sequence, Console& console, ExitCode& result)
{
    auto* command = sequence.add_subcommand("stop", "Takes customers off a sequence");
    auto options = std::make_shared<StartOptions>();
    command->add_option("SEQUENCE", options->sequence, "Sequence (id)")->required();
    command->add_option("CUSTOMER", options->customers, "Customers (codes or ids), at most 500")->required();
    command->callback([&console, &result, options] {
        v1::StopSequenceRequest request;
        request.set_sequence_id(options->sequence);
        const auto customers = customerIdsOf(console, options->customers);
        request.mutable_customer_ids()->Add(customers.begin(), customers.end());
        request.set_request_id(randomRequestId());
        const auto answer = console.remote().call(&Service::StopSequence, request);
        console.output().json(answer);
        console.output().line(fmt::format("{} customers taken off it", answer.enrolment_ids_size()));
        reportSkipped(console.output(), answer.skipped(), result);
    });
}

} // namespace

void addSequenceCommands(CLI::App& app, Console& console, ExitCode& result)
{
    auto* sequence = app.add_subcommand("sequence", "Care sequences, and the customers on them");
    sequence->require_subcommand(1);
    addList(*sequence, console);
    addStart(*sequence, console, result);
    addStop(*sequence, console, result);
}

} // namespace banhang::client
