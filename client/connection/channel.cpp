#include "client/connection/channel.h"

#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <google/protobuf/descriptor.h>
#include <grpcpp/create_channel.h>
#include <grpcpp/security/credentials.h>
#include <grpcpp/support/channel_arguments.h>
#include <nlohmann/json.hpp>

#include "banhang/v1/changes.pb.h"
#include "banhang/v1/customers.pb.h"
#include "banhang/v1/identity.pb.h"
#include "banhang/v1/ops.pb.h"
#include "banhang/v1/picklists.pb.h"

namespace banhang::client {

namespace {

constexpr int kKeepaliveMs = 30'000;
constexpr int kKeepaliveTimeoutMs = 10'000;
constexpr int kBackoffFirstMs = 500;
constexpr int kBackoffLastMs = 10'000;
/// In spite of its name in gRPC this is how long one address may take to connect: TLS on a line of 300 ms takes 1.5 s,
/// and an address behind which nobody answers must not hold up the next one for long.
constexpr int kConnectMs = 3'000;
/// Error details go up to 7 KiB, and gRPC's own limit of 8 KiB for all metadata would turn a large one into another
/// error.
constexpr int kMetadataLimit = 16 * 1024;
constexpr int kReceiveLimit = 4 * 1024 * 1024;

std::vector<const google::protobuf::FileDescriptor*> serviceFiles()
{
    return {v1::GetServerInfoRequest::descriptor()->file(), v1::GetMeRequest::descriptor()->file(),
            v1::GetCustomerRequest::descriptor()->file(), v1::WatchRequest::descriptor()->file(),
            v1::PickItem::descriptor()->file()};
}

/// By the verbs of the house: these methods change nothing.
bool isRead(const google::protobuf::MethodDescriptor& method)
{
    constexpr std::array<std::string_view, 6> kReadVerbs = {"Get", "List", "Search", "Find", "BatchGet", "Check"};
    return !method.server_streaming() && std::any_of(kReadVerbs.begin(), kReadVerbs.end(), [&](std::string_view verb) {
        return std::string_view(method.name()).substr(0, verb.size()) == verb;
    });
}

std::string serviceConfig()
{
    nlohmann::json reads = nlohmann::json::array();
    for (const auto* file : serviceFiles())
        for (int s = 0; s < file->service_count(); ++s)
            for (int m = 0; m < file->service(s)->method_count(); ++m)
                if (const auto* method = file->service(s)->method(m); isRead(*method))
                    reads.push_back({{"service", file->service(s)->full_name()}, {"method", method->name()}});
    return nlohmann::json{{"methodConfig",
                           {{{"name", reads},
                             {"retryPolicy",
                              {{"maxAttempts", 3},
                               {"initialBackoff", "0.2s"},
                               {"maxBackoff", "2s"},
                               {"backoffMultiplier", 2},
                               {"retryableStatusCodes", {"UNAVAILABLE"}}}}}}}}
        .dump();
}

std::string targetOf(std::vector<std::string> addresses)
{
    std::shuffle(addresses.begin(), addresses.end(), std::mt19937(std::random_device()()));
    const AddressKind kind = parseServerAddress(addresses.front()).kind;
    std::string target = kind == AddressKind::Ipv4 ? "ipv4:" : kind == AddressKind::Ipv6 ? "ipv6:" : "dns:///";
    for (std::size_t i = 0; i < addresses.size(); ++i)
        target += (i == 0 ? "" : ",") + addresses[i];
    return target;
}

grpc::ChannelArguments argumentsOf(const ConnectionFile& file)
{
    grpc::ChannelArguments arguments;
    // A list of addresses has no name of its own, and the certificate is checked against one.
    arguments.SetSslTargetNameOverride(file.serverName);
    arguments.SetInt(GRPC_ARG_KEEPALIVE_TIME_MS, kKeepaliveMs);
    arguments.SetInt(GRPC_ARG_KEEPALIVE_TIMEOUT_MS, kKeepaliveTimeoutMs);
    arguments.SetInt(GRPC_ARG_KEEPALIVE_PERMIT_WITHOUT_CALLS, 1);
    arguments.SetInt(GRPC_ARG_HTTP2_MAX_PINGS_WITHOUT_DATA, 0);
    arguments.SetInt(GRPC_ARG_INITIAL_RECONNECT_BACKOFF_MS, kBackoffFirstMs);
    arguments.SetInt(GRPC_ARG_MIN_RECONNECT_BACKOFF_MS, kConnectMs);
    arguments.SetInt(GRPC_ARG_MAX_RECONNECT_BACKOFF_MS, kBackoffLastMs);
    arguments.SetInt(GRPC_ARG_MAX_METADATA_SIZE, kMetadataLimit);
    arguments.SetMaxReceiveMessageSize(kReceiveLimit);
    // Two connections in one process (the benchmark, tests) are meant to be two.
    arguments.SetInt(GRPC_ARG_USE_LOCAL_SUBCHANNEL_POOL, 1);
    arguments.SetServiceConfigJSON(serviceConfig());
    return arguments;
}

} // namespace

std::shared_ptr<grpc::Channel> makeChannel(const ConnectionFile& file)
{
    const auto credentials = grpc::SslCredentials({file.caCertificate, file.clientKey, file.clientCertificate});
    return grpc::CreateCustomChannel(targetOf(file.addresses), credentials, argumentsOf(file));
}

} // namespace banhang::client
