#include "client/care/care_api.h"

namespace banhang::client {

CallHandle CareApi::get(qint64 id, QObject* receiver, Handler<v1::CareRequest> handler)
{
    v1::GetCareRequestRequest request;
    request.set_care_request_id(id);
    return ask(request, receiver, std::move(handler));
}

CallHandle CareApi::batchGet(const std::vector<qint64>& ids, QObject* receiver,
                             Handler<v1::BatchGetCareRequestsResponse> handler)
{
    v1::BatchGetCareRequestsRequest request;
    for (const qint64 id : ids)
        request.add_care_request_ids(id);
    return ask(request, receiver, std::move(handler));
}

CallHandle CareApi::list(const v1::ListCareRequestsRequest& request, QObject* receiver,
                         Handler<v1::ListCareRequestsResponse> handler)
{
    return ask(request, receiver, std::move(handler));
}

CallHandle CareApi::counts(QObject* receiver, Handler<v1::CareCounts> handler)
{
    return ask(v1::GetCareCountsRequest(), receiver, std::move(handler));
}

CallHandle CareApi::create(const v1::CreateCareRequestRequest& request, QObject* receiver,
                           Handler<v1::CareRequest> handler)
{
    return ask(request, receiver, std::move(handler));
}

CallHandle CareApi::update(const v1::UpdateCareRequestRequest& request, QObject* receiver,
                           Handler<v1::CareRequest> handler)
{
    return ask(request, receiver, std::move(handler));
}

CallHandle CareApi::move(const v1::MoveCareRequestRequest& request, QObject* receiver, Handler<v1::CareRequest> handler)
{
    return ask(request, receiver, std::move(handler));
}

CallHandle CareApi::assign(const std::vector<qint64>& ids, qint64 ownerUserId, QObject* receiver,
                           Handler<v1::AssignCareRequestsResponse> handler)
{
    v1::AssignCareRequestsRequest request;
    for (const qint64 id : ids)
        request.add_care_request_ids(id);
    request.set_owner_user_id(ownerUserId);
    return ask(request, receiver, std::move(handler));
}

CallHandle CareApi::moveToBin(qint64 id, qint64 version, QObject* receiver, Handler<v1::CareRequest> handler)
{
    v1::DeleteCareRequestRequest request;
    request.set_care_request_id(id);
    request.set_version(version);
    return ask(request, receiver, std::move(handler));
}

CallHandle CareApi::restore(qint64 id, QObject* receiver, Handler<v1::CareRequest> handler)
{
    v1::UndeleteCareRequestRequest request;
    request.set_care_request_id(id);
    return ask(request, receiver, std::move(handler));
}

CallHandle CareApi::settings(QObject* receiver, Handler<v1::CareSettings> handler)
{
    return ask(v1::GetCareSettingsRequest(), receiver, std::move(handler));
}

CallHandle CareApi::updateSettings(const v1::UpdateCareSettingsRequest& request, QObject* receiver,
                                   Handler<v1::CareSettings> handler)
{
    return ask(request, receiver, std::move(handler));
}

} // namespace banhang::client
