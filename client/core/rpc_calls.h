// What RpcClient keeps of its calls and streams while they run. For rpc_client.cpp and rpc_streams.cpp alone.
#pragma once

#include <QHash>

#include <vector>

#include <grpcpp/channel.h>
#include <grpcpp/generic/generic_stub.h>

#include "client/connection/call_setup.h"
#include "client/core/in_flight.h"
#include "client/core/rpc_client.h"
#include "client/core/ui_dispatcher.h"

namespace banhang::client {

/// What gRPC works with during one try. Given back through the dispatcher, so that contexts (and with them the channel)
/// end in the UI thread and never inside a callback.
struct RpcClient::Attempt
{
    grpc::ClientContext context;
    grpc::ByteBuffer request;
    grpc::ByteBuffer reply;
};

struct RpcClient::Pending
{
    const MethodInfo* method;
    const Message* prototype;
    std::string requestBytes;
    QPointer<QObject> receiver;
    RawHandler handler;
    CallOptions options;
    ClientIdentity identity; ///< of who began it: no later try is made in another person's name
    std::shared_ptr<Attempt> attempt;
    int tries = 0;
    bool isStream = false;
    bool isReleased = false;
};

struct RpcClient::Shared
{
    Shared(std::shared_ptr<grpc::Channel> theChannel, const QString& machineName, CallTiming theTiming)
        : channel(std::move(theChannel)),
          stub(std::make_unique<grpc::GenericStub>(channel)),
          identity{{}, machineName.toStdString(), "banhang " BANHANG_VERSION},
          timing(theTiming)
    {
    }

    /// The session in which it was begun still holds; so does that of what is called without one.
    bool isOfNow(const Pending& one) const { return one.identity.token == identity.token; }

    std::shared_ptr<grpc::Channel> channel;
    std::vector<std::shared_ptr<grpc::Channel>> retired{};
    std::unique_ptr<grpc::GenericStub> stub;
    UiDispatcher dispatcher;
    QHash<quint64, std::shared_ptr<Pending>> pending;
    ClientIdentity identity;
    const CallTiming timing;
    quint64 nextId = 1;
    std::string handledPath; ///< while a handler runs
    const std::shared_ptr<InFlight> inFlight = std::make_shared<InFlight>();
};

grpc::ByteBuffer toBuffer(const std::string& bytes);

/// Null when the bytes are no such message.
std::shared_ptr<google::protobuf::Message> parse(const grpc::ByteBuffer& buffer,
                                                 const google::protobuf::Message& prototype);

AppError badReply();

} // namespace banhang::client
