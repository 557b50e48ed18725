// watch
#include <fmt/format.h>

#include "client/ctl/commands.h"

namespace banhang::client {

namespace {

void print(const Output& output, const v1::WatchEvent& event)
{
    output.json(event);
    if (event.has_batch()) {
        for (const auto& change : event.batch().changes()) {
            output.line(fmt::format("{} {} {} (version {}, by user {})",
                                    change.kind() == v1::CHANGE_KIND_GONE ? "gone" : "changed", change.entity(),
                                    change.id(), change.version(), change.actor_user_id()));
        }
    } else if (event.has_resync()) {
        output.line(fmt::format("resync: {}", v1::Resync::Reason_Name(event.resync().reason())));
    } else if (event.has_going_away()) {
        output.line("the server is about to stop");
    }
}

} // namespace

void addWatchCommand(CLI::App& app, Console& console, ExitCode& result)
{
    auto* watch = app.add_subcommand("watch", "Prints changes as they happen, until the stream ends");
    auto token = std::make_shared<std::string>();
    auto count = std::make_shared<int>(0);
    watch->add_option("--from", *token, "resume_token of an earlier event; from now if not given");
    watch->add_option("--count", *count, "Stop after so many events other than heartbeats; 0 = never")
        ->capture_default_str();
    watch->callback([&console, &result, token, count] {
        v1::WatchRequest request;
        request.set_resume_token(*token);
        grpc::ClientContext context;
        const auto reader = console.remote().watch(context, request);
        v1::WatchEvent event;
        int seen = 0;
        while ((*count == 0 || seen < *count) && reader->Read(&event)) {
            print(console.output(), event);
            seen += event.has_heartbeat() ? 0 : 1;
        }
        if (*count != 0 && seen >= *count) {
            context.TryCancel();
            reader->Finish();
            return;
        }
        const grpc::Status status = reader->Finish();
        if (!status.ok())
            throw fromStatus(status);
        result = ExitCode::Unavailable;
    });
}

} // namespace banhang::client
