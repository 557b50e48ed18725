#include "client/views/views_api.h"

namespace banhang::client {

CallHandle ViewsApi::list(const QString& listKey, QObject* receiver, Handler<v1::ListSavedViewsResponse> handler)
{
    v1::ListSavedViewsRequest request;
    request.set_list_key(listKey.toStdString());
    return ask(request, receiver, std::move(handler));
}

CallHandle ViewsApi::create(const v1::SavedView& view, QObject* receiver, Handler<v1::SavedView> handler)
{
    v1::CreateSavedViewRequest request;
    *request.mutable_view() = view;
    return ask(request, receiver, std::move(handler));
}

CallHandle ViewsApi::update(const v1::SavedView& view, const std::vector<std::string>& fields, QObject* receiver,
                            Handler<v1::SavedView> handler)
{
    v1::UpdateSavedViewRequest request;
    *request.mutable_view() = view;
    for (const auto& field : fields)
        request.mutable_update_mask()->add_paths(field);
    return ask(request, receiver, std::move(handler));
}

CallHandle ViewsApi::remove(qint64 viewId, QObject* receiver, Handler<v1::SavedView> handler)
{
    v1::DeleteSavedViewRequest request;
    request.set_view_id(viewId);
    return ask(request, receiver, std::move(handler));
}

CallHandle ViewsApi::restore(qint64 viewId, QObject* receiver, Handler<v1::SavedView> handler)
{
    v1::UndeleteSavedViewRequest request;
    request.set_view_id(viewId);
    return ask(request, receiver, std::move(handler));
}

CallHandle ViewsApi::choose(qint64 viewId, bool isDefault, int quickKey, QObject* receiver,
                            Handler<v1::SavedView> handler)
{
    v1::ChooseSavedViewRequest request;
    request.set_view_id(viewId);
    request.set_is_default(isDefault);
    request.set_quick_key(quickKey);
    return ask(request, receiver, std::move(handler));
}

} // namespace banhang::client
