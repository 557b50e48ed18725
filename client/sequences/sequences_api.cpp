#include "client/sequences/sequences_api.h"

namespace banhang::client {

CallHandle SequencesApi::list(QObject* receiver, Handler<v1::ListSequencesResponse> handler)
{
    return ask(v1::ListSequencesRequest(), receiver, std::move(handler));
}

CallHandle SequencesApi::check(const v1::CheckSequenceRequest& request, QObject* receiver,
                               Handler<v1::CheckSequenceResponse> handler)
{
    return ask(request, receiver, std::move(handler));
}

CallHandle SequencesApi::create(const v1::CreateSequenceRequest& request, QObject* receiver,
                                Handler<v1::Sequence> handler)
{
    return ask(request, receiver, std::move(handler));
}

CallHandle SequencesApi::update(const v1::UpdateSequenceRequest& request, QObject* receiver,
                                Handler<v1::Sequence> handler)
{
    return ask(request, receiver, std::move(handler));
}

CallHandle SequencesApi::enrolmentsOf(qint64 customerId, QObject* receiver, Handler<v1::CustomerEnrolments> handler)
{
    v1::GetCustomerEnrolmentsRequest request;
    request.set_customer_id(customerId);
    return ask(request, receiver, std::move(handler));
}

CallHandle SequencesApi::start(const v1::StartSequenceRequest& request, QObject* receiver,
                               Handler<v1::StartSequenceResponse> handler)
{
    return ask(request, receiver, std::move(handler));
}

CallHandle SequencesApi::stop(qint64 enrolmentId, QObject* receiver, Handler<v1::StopSequenceResponse> handler)
{
    v1::StopSequenceRequest request;
    request.add_enrolment_ids(enrolmentId);
    return ask(request, receiver, std::move(handler));
}

} // namespace banhang::client
