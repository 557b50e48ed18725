#include "server/picklists/picklists_service.h"

#include <algorithm>
#include <array>

#include <google/protobuf/util/field_mask_util.h>

#include "common/error.h"
#include "common/vn/utf8.h"
#include "server/core/call/page_tokens.h"
#include "server/core/change_log/record_version.h"
#include "server/picklists/pick_item_rules.h"
#include "server/picklists/pick_item_store.h"

namespace banhang::server {

using grpc::CallbackServerContext;
using grpc::ServerUnaryReactor;

namespace {

constexpr int kMaxPageSize = 2000;

v1::PickItem tidied(v1::PickItem item)
{
    item.set_label_vi(vn::tidy(item.label_vi()));
    item.set_label_en(vn::tidy(item.label_en()));
    return item;
}

/// The last item shown, cut down to what the order is made of.
PickItemStore::Place placeOf(const nlohmann::json& last)
{
    if (last.is_null())
        return {};
    return {last.at("list_key"), last.at("position"), last.at("id")};
}

void listItems(Call& call, const v1::ListPickItemsRequest& wanted, v1::ListPickItemsResponse& reply,
               const TokenSigner& signer)
{
    const PageTokens tokens(signer, call.caller, wanted);
    const int size = pageSize(wanted.page_size(), kMaxPageSize, kMaxPageSize);
    for (v1::PickItem& item : PickItemStore::list(call.tx, placeOf(tokens.open()), size + 1)) {
        if (reply.items_size() == size) {
            const v1::PickItem& last = reply.items(size - 1);
            reply.set_next_page_token(
                tokens.seal({{"list_key", last.list_key()}, {"position", last.position()}, {"id", last.id()}}));
            break;
        }
        *reply.add_items() = std::move(item);
    }
}

void checkMask(const google::protobuf::FieldMask& mask)
{
    constexpr std::array<std::string_view, 4> kChangeable{"label_vi", "label_en", "position", "active"};
    for (const std::string& path : mask.paths())
        if (std::find(kChangeable.begin(), kChangeable.end(), path) == kChangeable.end())
            throwInvalidField(path, "field.not_changeable");
}

/// The list is short and seldom edited: any change since it was read refuses the edit, whichever field it was.
void checkVersion(const v1::PickItem& stored, std::int64_t version)
{
    demandVersion(stored.version(), version, "pick_item.edit_conflict", ZeroVersion::Other);
}

v1::PickItem updateItem(Call& call, const v1::UpdatePickItemRequest& wanted)
{
    checkMask(wanted.update_mask());
    const v1::PickItem before = PickItemStore::locked(call.tx, wanted.item().id());
    checkVersion(before, wanted.item().version());
    v1::PickItem after = before;
    google::protobuf::util::FieldMaskUtil::MergeMessageTo(tidied(wanted.item()), wanted.update_mask(), {}, &after);
    refuseIssues(itemIssues(after));
    return PickItemStore::update(call, before, after);
}

v1::PickItem moveItem(Call& call, const v1::MovePickItemRequest& wanted)
{
    const std::vector<v1::PickItem> list = PickItemStore::lockedList(call.tx, wanted.id());
    const auto stored = [&list](std::int64_t id) { return std::ranges::find(list, id, &v1::PickItem::id); };
    if (list.empty())
        throw AppError(ErrorCode::NotFound, "pick_item.not_found");
    checkVersion(*stored(wanted.id()), wanted.version());
    if (wanted.behind_id() == wanted.id() || (wanted.behind_id() != 0 && stored(wanted.behind_id()) == list.end()))
        throwInvalidField("behind_id", "pick_item.unknown");
    v1::PickItem answer = *stored(wanted.id());
    for (const v1::PickItem& item : moved(list, wanted.id(), wanted.behind_id())) {
        const v1::PickItem after = PickItemStore::update(call, *stored(item.id()), item);
        if (after.id() == answer.id())
            answer = after;
    }
    return answer;
}

} // namespace

PicklistsService::PicklistsService(CallRunner& calls, const TokenSigner& signer) : m_calls(calls), m_signer(signer) {}

PicklistsService::~PicklistsService() = default;

ServerUnaryReactor* PicklistsService::ListPickItems(CallbackServerContext* context,
                                                    const v1::ListPickItemsRequest* request,
                                                    v1::ListPickItemsResponse* response)
{
    return m_calls.read(context, "PicklistsService.ListPickItems", request, response,
                        [this](Call& call, const v1::ListPickItemsRequest& wanted, v1::ListPickItemsResponse& reply) {
                            listItems(call, wanted, reply, m_signer);
                        });
}

ServerUnaryReactor* PicklistsService::CreatePickItem(CallbackServerContext* context,
                                                     const v1::CreatePickItemRequest* request, v1::PickItem* response)
{
    return m_calls.write(context, "PicklistsService.CreatePickItem", request, response,
                         [](Call& call, const v1::CreatePickItemRequest& wanted, v1::PickItem& reply) {
                             const v1::PickItem item = tidied(wanted.item());
                             refuseIssues(newItemIssues(item));
                             reply = PickItemStore::create(call, item);
                         });
}

ServerUnaryReactor* PicklistsService::UpdatePickItem(CallbackServerContext* context,
                                                     const v1::UpdatePickItemRequest* request, v1::PickItem* response)
{
    return m_calls.write(context, "PicklistsService.UpdatePickItem", request, response,
                         [](Call& call, const v1::UpdatePickItemRequest& wanted, v1::PickItem& reply) {
                             reply = updateItem(call, wanted);
                         });
}

ServerUnaryReactor* PicklistsService::MovePickItem(CallbackServerContext* context,
                                                   const v1::MovePickItemRequest* request, v1::PickItem* response)
{
    return m_calls.write(
        context, "PicklistsService.MovePickItem", request, response,
        [](Call& call, const v1::MovePickItemRequest& wanted, v1::PickItem& reply) { reply = moveItem(call, wanted); });
}

} // namespace banhang::server
