#include "server/picklists/picklists_service.h"

#include <algorithm>
#include <array>

#include <google/protobuf/util/field_mask_util.h>

#include "common/error.h"
#include "common/vn/utf8.h"
#include "server/core/change_log/record_version.h"
#include "server/picklists/pick_item_rules.h"
#include "server/picklists/pick_item_store.h"

namespace banhang::server {

using grpc::CallbackServerContext;
using grpc::ServerUnaryReactor;

namespace {

constexpr int kMaxPageSize = 2000;
// Everybody sees the same items, so pages are bound to nobody.
constexpr std::string_view kPageBinding = "pick items";

v1::PickItem tidied(v1::PickItem item)
{
    item.set_label_vi(vn::tidy(item.label_vi()));
    item.set_label_en(vn::tidy(item.label_en()));
    return item;
}

/// The token is the last item shown, whole: its order keys are all that a page needs.
PickItemStore::Place placeOf(const std::string& pageToken, const TokenSigner& signer)
{
    if (pageToken.empty())
        return {};
    const auto payload = signer.open(TokenPurpose::Page, kPageBinding, pageToken);
    v1::PickItem last;
    if (!payload || !last.ParseFromString(*payload))
        throw AppError(ErrorCode::Invalid, "call.page_token");
    return {last.list_key(), last.position(), last.id()};
}

std::string tokenOf(const v1::PickItem& last, const TokenSigner& signer)
{
    v1::PickItem place;
    place.set_list_key(last.list_key());
    place.set_position(last.position());
    place.set_id(last.id());
    return signer.sign(TokenPurpose::Page, kPageBinding, place.SerializeAsString());
}

void listItems(Tx& tx, const v1::ListPickItemsRequest& wanted, v1::ListPickItemsResponse& reply,
               const TokenSigner& signer)
{
    const int size = wanted.page_size() <= 0 ? kMaxPageSize : std::min(wanted.page_size(), kMaxPageSize);
    for (v1::PickItem& item : PickItemStore::list(tx, placeOf(wanted.page_token(), signer), size + 1)) {
        if (reply.items_size() == size) {
            reply.set_next_page_token(tokenOf(reply.items(size - 1), signer));
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
    if (stored.version() == version)
        return;
    throwEditConflict("pick_item.edit_conflict", stored.version());
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
                            listItems(call.tx, wanted, reply, m_signer);
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
