// Calls about care sequences; the only file of the client that makes them.
#pragma once

#include "banhang/v1/sequences.pb.h"
#include "client/core/rpc_api.h"

namespace banhang::client {

class SequencesApi final : public RpcApi
{
public:
    using RpcApi::RpcApi;

    CallHandle list(QObject* receiver, Handler<v1::ListSequencesResponse> handler);
    CallHandle check(const v1::CheckSequenceRequest& request, QObject* receiver,
                     Handler<v1::CheckSequenceResponse> handler);
    CallHandle create(const v1::CreateSequenceRequest& request, QObject* receiver, Handler<v1::Sequence> handler);
    CallHandle update(const v1::UpdateSequenceRequest& request, QObject* receiver, Handler<v1::Sequence> handler);
    CallHandle enrolmentsOf(qint64 customerId, QObject* receiver, Handler<v1::CustomerEnrolments> handler);
    CallHandle start(const v1::StartSequenceRequest& request, QObject* receiver,
                     Handler<v1::StartSequenceResponse> handler);
    CallHandle stop(qint64 enrolmentId, QObject* receiver, Handler<v1::StopSequenceResponse> handler);
};

} // namespace banhang::client
