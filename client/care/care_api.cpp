#include "client/care/care_api.h"

namespace banhang::client {

namespace {

constexpr const char* kService = "banhang.v1.CareRequestsService.";

template <typename Request, typename Reply>
Method<Request, Reply> named(const char* name)
{
    return Method<Request, Reply>((std::string(kService) + name).c_str());
}

} // namespace

CallHandle CareApi::get(qint64 id, QObject* receiver, Handler<v1::CareRequest> handler)
{
    static const auto method = named<v1::GetCareRequestRequest, v1::CareRequest>("GetCareRequest");
    v1::GetCareRequestRequest request;
    request.set_care_request_id(id);
    return m_rpc.call(method, request, receiver, std::move(handler));
}

CallHandle CareApi::batchGet(const std::vector<qint64>& ids, QObject* receiver,
                             Handler<v1::BatchGetCareRequestsResponse> handler)
{
    static const auto method =
        named<v1::BatchGetCareRequestsRequest, v1::BatchGetCareRequestsResponse>("BatchGetCareRequests");
    v1::BatchGetCareRequestsRequest request;
    for (const qint64 id : ids)
        request.add_care_request_ids(id);
    return m_rpc.call(method, request, receiver, std::move(handler));
}

CallHandle CareApi::list(const v1::ListCareRequestsRequest& request, QObject* receiver,
                         Handler<v1::ListCareRequestsResponse> handler)
{
    static const auto method = named<v1::ListCareRequestsRequest, v1::ListCareRequestsResponse>("ListCareRequests");
    return m_rpc.call(method, request, receiver, std::move(handler));
}

CallHandle CareApi::counts(QObject* receiver, Handler<v1::CareCounts> handler)
{
    static const auto method = named<v1::GetCareCountsRequest, v1::CareCounts>("GetCareCounts");
    return m_rpc.call(method, v1::GetCareCountsRequest(), receiver, std::move(handler));
}

CallHandle CareApi::create(const v1::CreateCareRequestRequest& request, QObject* receiver,
                           Handler<v1::CareRequest> handler)
{
    static const auto method = named<v1::CreateCareRequestRequest, v1::CareRequest>("CreateCareRequest");
    return m_rpc.call(method, request, receiver, std::move(handler));
}

CallHandle CareApi::update(const v1::UpdateCareRequestRequest& request, QObject* receiver,
                           Handler<v1::CareRequest> handler)
{
    static const auto method = named<v1::UpdateCareRequestRequest, v1::CareRequest>("UpdateCareRequest");
    return m_rpc.call(method, request, receiver, std::move(handler));
}

CallHandle CareApi::move(const v1::MoveCareRequestRequest& request, QObject* receiver, Handler<v1::CareRequest> handler)
{
    static const auto method = named<v1::MoveCareRequestRequest, v1::CareRequest>("MoveCareRequest");
    return m_rpc.call(method, request, receiver, std::move(handler));
}

CallHandle CareApi::assign(const std::vector<qint64>& ids, qint64 ownerUserId, QObject* receiver,
                           Handler<v1::AssignCareRequestsResponse> handler)
{
    static const auto method =
        named<v1::AssignCareRequestsRequest, v1::AssignCareRequestsResponse>("AssignCareRequests");
    v1::AssignCareRequestsRequest request;
    for (const qint64 id : ids)
        request.add_care_request_ids(id);
    request.set_owner_user_id(ownerUserId);
    return m_rpc.call(method, request, receiver, std::move(handler));
}

CallHandle CareApi::moveToBin(qint64 id, qint64 version, QObject* receiver, Handler<v1::CareRequest> handler)
{
    static const auto method = named<v1::DeleteCareRequestRequest, v1::CareRequest>("DeleteCareRequest");
    v1::DeleteCareRequestRequest request;
    request.set_care_request_id(id);
    request.set_version(version);
    return m_rpc.call(method, request, receiver, std::move(handler));
}

CallHandle CareApi::restore(qint64 id, QObject* receiver, Handler<v1::CareRequest> handler)
{
    static const auto method = named<v1::UndeleteCareRequestRequest, v1::CareRequest>("UndeleteCareRequest");
    v1::UndeleteCareRequestRequest request;
    request.set_care_request_id(id);
    return m_rpc.call(method, request, receiver, std::move(handler));
}

} // namespace banhang::client
