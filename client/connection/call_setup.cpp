#include "client/connection/call_setup.h"

#include <algorithm>

namespace banhang::client {

namespace {

/// Text metadata is printable ASCII; a machine's name may be anything.
std::string asciiOnly(std::string text)
{
    std::replace_if(
        text.begin(), text.end(), [](unsigned char c) { return c < 0x20 || c > 0x7E; }, '?');
    return text;
}

} // namespace

void prepareStream(grpc::ClientContext& context, const ClientIdentity& identity)
{
    if (!identity.token.empty())
        context.AddMetadata("authorization", "Bearer " + identity.token);
    context.AddMetadata("x-banhang-machine", asciiOnly(identity.machineName));
    context.AddMetadata("x-banhang-client", asciiOnly(identity.clientVersion));
}

void prepareCall(grpc::ClientContext& context, const ClientIdentity& identity, std::chrono::milliseconds deadline)
{
    prepareStream(context, identity);
    context.set_deadline(std::chrono::system_clock::now() + deadline);
}

} // namespace banhang::client
