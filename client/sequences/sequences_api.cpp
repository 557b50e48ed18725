#include "client/sequences/sequences_api.h"

namespace banhang::client {

CallHandle SequencesApi::list(QObject* receiver, Handler<v1::ListSequencesResponse> handler)
{
    static const Method<v1::ListSequencesRequest, v1::ListSequencesResponse> method(
        "banhang.v1.SequencesService.ListSequences");
    return m_rpc.call(method, v1::ListSequencesRequest(), receiver, std::move(handler));
}

CallHandle SequencesApi::check(const v1::CheckSequenceRequest& request, QObject* receiver,
                               Handler<v1::CheckSequenceResponse> handler)
{
    static const Method<v1::CheckSequenceRequest, v1::CheckSequenceResponse> method(
        "banhang.v1.SequencesService.CheckSequence");
    return m_rpc.call(method, request, receiver, std::move(handler));
}

CallHandle SequencesApi::create(const v1::Sequence& sequence, QObject* receiver, Handler<v1::Sequence> handler)
{
    static const Method<v1::CreateSequenceRequest, v1::Sequence> method("banhang.v1.SequencesService.CreateSequence");
    v1::CreateSequenceRequest request;
    *request.mutable_sequence() = sequence;
    return m_rpc.call(method, request, receiver, std::move(handler));
}

CallHandle SequencesApi::update(const v1::UpdateSequenceRequest& request, QObject* receiver,
                                Handler<v1::Sequence> handler)
{
    static const Method<v1::UpdateSequenceRequest, v1::Sequence> method("banhang.v1.SequencesService.UpdateSequence");
    return m_rpc.call(method, request, receiver, std::move(handler));
}

CallHandle SequencesApi::careOf(qint64 customerId, QObject* receiver, Handler<v1::CustomerCare> handler)
{
    static const Method<v1::GetCustomerCareRequest, v1::CustomerCare> method(
        "banhang.v1.SequencesService.GetCustomerCare");
    v1::GetCustomerCareRequest request;
    request.set_customer_id(customerId);
    return m_rpc.call(method, request, receiver, std::move(handler));
}

CallHandle SequencesApi::start(const v1::StartSequenceRequest& request, QObject* receiver,
                               Handler<v1::StartSequenceResponse> handler)
{
    static const Method<v1::StartSequenceRequest, v1::StartSequenceResponse> method(
        "banhang.v1.SequencesService.StartSequence");
    return m_rpc.call(method, request, receiver, std::move(handler));
}

CallHandle SequencesApi::stop(qint64 enrolmentId, QObject* receiver, Handler<v1::StopSequenceResponse> handler)
{
    static const Method<v1::StopSequenceRequest, v1::StopSequenceResponse> method(
        "banhang.v1.SequencesService.StopSequence");
    v1::StopSequenceRequest request;
    request.add_enrolment_ids(enrolmentId);
    return m_rpc.call(method, request, receiver, std::move(handler));
}

} // namespace banhang::client
