#include "client/picklists/picklists_api.h"

namespace banhang::client {

CallHandle PicklistsApi::create(const v1::PickItem& item, QObject* receiver, Handler<v1::PickItem> handler)
{
    v1::CreatePickItemRequest request;
    *request.mutable_item() = item;
    return ask(request, receiver, std::move(handler));
}

CallHandle PicklistsApi::update(const v1::PickItem& item, const std::vector<std::string>& fields, QObject* receiver,
                                Handler<v1::PickItem> handler)
{
    v1::UpdatePickItemRequest request;
    *request.mutable_item() = item;
    for (const auto& field : fields)
        request.mutable_update_mask()->add_paths(field);
    return ask(request, receiver, std::move(handler));
}

CallHandle PicklistsApi::move(const v1::PickItem& item, qint64 behindId, QObject* receiver,
                              Handler<v1::PickItem> handler)
{
    v1::MovePickItemRequest request;
    request.set_id(item.id());
    request.set_version(item.version());
    request.set_behind_id(behindId);
    return ask(request, receiver, std::move(handler));
}

} // namespace banhang::client
