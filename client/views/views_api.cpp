#include "client/views/views_api.h"

namespace banhang::client {

namespace {

template <typename Request, typename Reply>
Method<Request, Reply> named(const char* name)
{
    return Method<Request, Reply>((std::string("banhang.v1.ViewsService.") + name).c_str());
}

} // namespace

CallHandle ViewsApi::list(const QString& listKey, QObject* receiver, Handler<v1::ListSavedViewsResponse> handler)
{
    static const auto method = named<v1::ListSavedViewsRequest, v1::ListSavedViewsResponse>("ListSavedViews");
    v1::ListSavedViewsRequest request;
    request.set_list_key(listKey.toStdString());
    return m_rpc.call(method, request, receiver, std::move(handler));
}

CallHandle ViewsApi::create(const v1::SavedView& view, QObject* receiver, Handler<v1::SavedView> handler)
{
    static const auto method = named<v1::CreateSavedViewRequest, v1::SavedView>("CreateSavedView");
    v1::CreateSavedViewRequest request;
    *request.mutable_view() = view;
    return m_rpc.call(method, request, receiver, std::move(handler));
}

CallHandle ViewsApi::update(const v1::SavedView& view, const std::vector<std::string>& fields, QObject* receiver,
                            Handler<v1::SavedView> handler)
{
    static const auto method = named<v1::UpdateSavedViewRequest, v1::SavedView>("UpdateSavedView");
    v1::UpdateSavedViewRequest request;
    *request.mutable_view() = view;
    for (const auto& field : fields)
        request.mutable_update_mask()->add_paths(field);
    return m_rpc.call(method, request, receiver, std::move(handler));
}

CallHandle ViewsApi::remove(qint64 viewId, QObject* receiver, Handler<v1::SavedView> handler)
{
    static const auto method = named<v1::DeleteSavedViewRequest, v1::SavedView>("DeleteSavedView");
    v1::DeleteSavedViewRequest request;
    request.set_view_id(viewId);
    return m_rpc.call(method, request, receiver, std::move(handler));
}

CallHandle ViewsApi::restore(qint64 viewId, QObject* receiver, Handler<v1::SavedView> handler)
{
    static const auto method = named<v1::UndeleteSavedViewRequest, v1::SavedView>("UndeleteSavedView");
    v1::UndeleteSavedViewRequest request;
    request.set_view_id(viewId);
    return m_rpc.call(method, request, receiver, std::move(handler));
}

CallHandle ViewsApi::choose(qint64 viewId, bool isDefault, int quickKey, QObject* receiver,
                            Handler<v1::SavedView> handler)
{
    static const auto method = named<v1::ChooseSavedViewRequest, v1::SavedView>("ChooseSavedView");
    v1::ChooseSavedViewRequest request;
    request.set_view_id(viewId);
    request.set_is_default(isDefault);
    request.set_quick_key(quickKey);
    return m_rpc.call(method, request, receiver, std::move(handler));
}

} // namespace banhang::client
