// duplicate scan
#include <chrono>
#include <thread>

#include <fmt/format.h>

#include "client/ctl/commands.h"
#include "client/ctl/request_id.h"

namespace banhang::client {

namespace {

const char* stateWord(v1::ScanState state)
{
    switch (state) {
    case v1::SCAN_STATE_RUNNING:
        return "running";
    case v1::SCAN_STATE_PAUSED:
        return "paused";
    case v1::SCAN_STATE_DONE:
        return "done";
    case v1::SCAN_STATE_CANCELLED:
        return "cancelled";
    case v1::SCAN_STATE_FAILED:
        return "failed";
    default:
        return "none yet";
    }
}

void print(const Output& output, const v1::Scan& scan)
{
    output.json(scan);
    output.line(fmt::format("{}: {} of {} customers, {} pairs compared", stateWord(scan.state()), scan.done(),
                            scan.total(), scan.compared()));
    if (scan.seconds_left() > 0)
        output.line(fmt::format("{:.0f} customers a second, {} s left", scan.rate(), scan.seconds_left()));
    if (scan.state() == v1::SCAN_STATE_DONE)
        output.line(fmt::format("{} new groups", scan.new_findings()));
}

/// A line whenever it has moved on, until it is neither running nor resting.
void watch(const Output& output, Remote& remote)
{
    constexpr std::chrono::milliseconds kLook{500};
    v1::Scan shown;
    for (;;) {
        const auto now = remote.call(&v1::ScansService::Stub::GetScan, v1::GetScanRequest());
        if (now.id() != shown.id() || now.state() != shown.state() || now.done() != shown.done())
            print(output, shown = now);
        if (now.state() != v1::SCAN_STATE_RUNNING && now.state() != v1::SCAN_STATE_PAUSED)
            return;
        std::this_thread::sleep_for(kLook);
    }
}

template <typename Request>
Request newRequest()
{
    Request request;
    request.set_request_id(randomRequestId());
    return request;
}

/// A command that sends one request without options.
template <typename Request>
void addMove(CLI::App& scan, Console& console, const char* name, const char* help,
             grpc::Status (v1::ScansService::Stub::*method)(grpc::ClientContext*, const Request&, v1::Scan*))
{
    scan.add_subcommand(name, help)->callback([&console, method] {
        print(console.output(), console.remote().call(method, newRequest<Request>()));
    });
}

} // namespace

void addScanCommands(CLI::App& duplicate, Console& console)
{
    using Stub = v1::ScansService::Stub;
    auto* scan = duplicate.add_subcommand("scan", "Look through the whole stock for duplicates, on the server");
    scan->require_subcommand(1);
    auto load = std::make_shared<int>(0);
    auto* start = scan->add_subcommand("start", "Start a scan");
    start->add_option("--load", *load, "Share of a processor and a connection it may take, in per cent")
        ->check(CLI::Range(1, 100));
    start->callback([&console, load] {
        auto request = newRequest<v1::StartScanRequest>();
        request.set_load_percent(*load);
        print(console.output(), console.remote().call(&Stub::StartScan, request));
    });
    scan->add_subcommand("status", "How far it is")->callback([&console] {
        print(console.output(), console.remote().call(&Stub::GetScan, v1::GetScanRequest()));
    });
    scan->add_subcommand("watch", "How far it is, again and again until it is over")->callback([&console] {
        watch(console.output(), console.remote());
    });
    addMove<v1::PauseScanRequest>(*scan, console, "pause", "Let it rest", &Stub::PauseScan);
    addMove<v1::ResumeScanRequest>(*scan, console, "resume", "Let it go on", &Stub::ResumeScan);
    addMove<v1::CancelScanRequest>(*scan, console, "cancel", "End it without findings", &Stub::CancelScan);
}

} // namespace banhang::client
