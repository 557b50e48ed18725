// Calls about care sequences; the only file of the client that names these methods.
#pragma once

#include <functional>

#include "banhang/v1/sequences.pb.h"
#include "client/core/outcome.h"
#include "client/core/rpc_client.h"

namespace banhang::client {

/// All functions: `handler` runs in the UI thread unless the handle is dropped or `receiver` is gone.
class SequencesApi final
{
public:
    template <typename Reply>
    using Handler = std::function<void(Outcome<Reply>)>;

    explicit SequencesApi(RpcClient& rpc) : m_rpc(rpc) {}

    CallHandle list(QObject* receiver, Handler<v1::ListSequencesResponse> handler);
    CallHandle check(const v1::CheckSequenceRequest& request, QObject* receiver,
                     Handler<v1::CheckSequenceResponse> handler);
    CallHandle create(const v1::Sequence& sequence, QObject* receiver, Handler<v1::Sequence> handler);
    CallHandle update(const v1::UpdateSequenceRequest& request, QObject* receiver, Handler<v1::Sequence> handler);
    CallHandle careOf(qint64 customerId, QObject* receiver, Handler<v1::CustomerCare> handler);
    CallHandle start(const v1::StartSequenceRequest& request, QObject* receiver,
                     Handler<v1::StartSequenceResponse> handler);
    CallHandle stop(qint64 enrolmentId, QObject* receiver, Handler<v1::StopSequenceResponse> handler);

private:
    RpcClient& m_rpc;
};

} // namespace banhang::client
