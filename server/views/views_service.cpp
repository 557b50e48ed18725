#include "server/views/views_service.h"

#include <algorithm>
#include <array>

#include <google/protobuf/util/field_mask_util.h>

#include "common/error.h"
#include "server/core/call/page_tokens.h"
#include "server/core/call/right_demand.h"
#include "server/core/change_log/record_version.h"
#include "server/views/view_rules.h"
#include "server/views/view_store.h"

namespace banhang::server {

using grpc::CallbackServerContext;
using grpc::ServerUnaryReactor;

namespace {

constexpr int kMaxPageSize = 500;

/// Everyone below the unit lies within the caller's reach; a unit of nobody is for those who reach the whole company.
bool mayShareWith(Call& call, std::int64_t unitId)
{
    const UnitSet& reach = call.caller.units(kEditListView);
    if (reach.none())
        return false;
    const auto leaves = ViewStore::leavesBelow(call, unitId);
    if (!leaves)
        return false;
    const auto isReached = [&reach](std::int64_t leaf) { return reach.contains(leaf); };
    return reach.all || (!leaves->empty() && std::ranges::all_of(*leaves, isReached));
}

bool mayEdit(Call& call, const v1::SavedView& view)
{
    return view.unit_id() == 0 ? view.owner_user_id() == call.caller.userId : mayShareWith(call, view.unit_id());
}

/// Who may no longer keep views for the unit may still take back what is their own.
bool mayDelete(Call& call, const v1::SavedView& view)
{
    return view.owner_user_id() == call.caller.userId || mayEdit(call, view);
}

void demand(bool isAllowed)
{
    if (!isAllowed)
        throwDenied(kEditListView);
}

/// The last view shown, cut down to what the order is made of.
ViewStore::Place placeOf(const nlohmann::json& last)
{
    if (last.is_null())
        return {};
    return {last.at("name"), last.at("id")};
}

void listViews(Call& call, const v1::ListSavedViewsRequest& wanted, v1::ListSavedViewsResponse& reply,
               const TokenSigner& signer)
{
    const PageTokens tokens(signer, call.caller, wanted);
    const int size = pageSize(wanted.page_size(), kMaxPageSize, kMaxPageSize);
    for (v1::SavedView& view : ViewStore::list(call, wanted.list_key(), placeOf(tokens.open()), size + 1)) {
        if (reply.views_size() == size) {
            const v1::SavedView& last = reply.views(size - 1);
            reply.set_next_page_token(tokens.seal({{"name", last.name()}, {"id", last.id()}}));
            break;
        }
        view.set_may_edit(mayEdit(call, view));
        *reply.add_views() = std::move(view);
    }
}

v1::SavedView createView(Call& call, const v1::CreateSavedViewRequest& wanted)
{
    const v1::SavedView view = tidiedView(wanted.view());
    refuseIssues(viewIssues(view));
    if (view.unit_id() != 0)
        demand(mayShareWith(call, view.unit_id()));
    v1::SavedView stored = ViewStore::create(call, view);
    stored.set_may_edit(true);
    return stored;
}

void checkMask(const google::protobuf::FieldMask& mask)
{
    constexpr std::array<std::string_view, 6> kChangeable{"name", "unit_id", "filter", "sort", "descending", "columns"};
    for (const std::string& path : mask.paths())
        if (std::ranges::find(kChangeable, path) == kChangeable.end())
            throwInvalidField(path, "field.not_changeable");
}

v1::SavedView updateView(Call& call, const v1::UpdateSavedViewRequest& wanted)
{
    checkMask(wanted.update_mask());
    const auto [before, isDeleted] = ViewStore::found(call, wanted.view().id(), true);
    if (isDeleted)
        throw AppError(ErrorCode::NotFound, "view.not_found");
    demand(mayEdit(call, before));
    demandVersion(before.version(), wanted.view().version(), "view.edit_conflict", ZeroVersion::Other);
    google::protobuf::util::FieldMaskUtil::MergeOptions whole;
    whole.set_replace_message_fields(true);
    whole.set_replace_repeated_fields(true);
    v1::SavedView after = before;
    google::protobuf::util::FieldMaskUtil::MergeMessageTo(tidiedView(wanted.view()), wanted.update_mask(), whole,
                                                          &after);
    refuseIssues(viewIssues(after));
    // Nobody gets a view of their own from others: it would stay where its owner alone sees it.
    if (after.unit_id() != before.unit_id())
        demand(after.unit_id() == 0 ? before.owner_user_id() == call.caller.userId
                                    : mayShareWith(call, after.unit_id()));
    v1::SavedView stored = ViewStore::update(call, before, after);
    stored.set_may_edit(mayEdit(call, stored));
    return stored;
}

v1::SavedView setDeleted(Call& call, std::int64_t viewId, bool isDeleted)
{
    auto [view, wasDeleted] = ViewStore::found(call, viewId, true);
    demand(isDeleted ? mayDelete(call, view) : mayEdit(call, view));
    if (wasDeleted != isDeleted)
        view = ViewStore::setDeleted(call, view, isDeleted);
    view.set_may_edit(mayEdit(call, view));
    return view;
}

v1::SavedView chooseView(Call& call, const v1::ChooseSavedViewRequest& wanted)
{
    if (!isQuickKey(wanted.quick_key()))
        throwInvalidField("quick_key", "view.quick_key");
    auto [view, isDeleted] = ViewStore::found(call, wanted.view_id(), false);
    if (isDeleted)
        throw AppError(ErrorCode::NotFound, "view.not_found");
    ViewStore::choose(call, view, wanted.is_default(), wanted.quick_key());
    view.set_is_default(wanted.is_default());
    view.set_quick_key(wanted.quick_key());
    view.set_may_edit(mayEdit(call, view));
    return view;
}

} // namespace

ViewsService::ViewsService(CallRunner& calls, const TokenSigner& signer) : m_calls(calls), m_signer(signer) {}

ViewsService::~ViewsService() = default;

ServerUnaryReactor* ViewsService::ListSavedViews(CallbackServerContext* context,
                                                 const v1::ListSavedViewsRequest* request,
                                                 v1::ListSavedViewsResponse* response)
{
    return m_calls.read(context, "ViewsService.ListSavedViews", request, response,
                        [this](Call& call, const v1::ListSavedViewsRequest& wanted, v1::ListSavedViewsResponse& reply) {
                            listViews(call, wanted, reply, m_signer);
                        });
}

ServerUnaryReactor* ViewsService::CreateSavedView(CallbackServerContext* context,
                                                  const v1::CreateSavedViewRequest* request, v1::SavedView* response)
{
    return m_calls.write(context, "ViewsService.CreateSavedView", request, response,
                         [](Call& call, const v1::CreateSavedViewRequest& wanted, v1::SavedView& reply) {
                             reply = createView(call, wanted);
                         });
}

ServerUnaryReactor* ViewsService::UpdateSavedView(CallbackServerContext* context,
                                                  const v1::UpdateSavedViewRequest* request, v1::SavedView* response)
{
    return m_calls.write(context, "ViewsService.UpdateSavedView", request, response,
                         [](Call& call, const v1::UpdateSavedViewRequest& wanted, v1::SavedView& reply) {
                             reply = updateView(call, wanted);
                         });
}

ServerUnaryReactor* ViewsService::DeleteSavedView(CallbackServerContext* context,
                                                  const v1::DeleteSavedViewRequest* request, v1::SavedView* response)
{
    return m_calls.write(context, "ViewsService.DeleteSavedView", request, response,
                         [](Call& call, const v1::DeleteSavedViewRequest& wanted, v1::SavedView& reply) {
                             reply = setDeleted(call, wanted.view_id(), true);
                         });
}

ServerUnaryReactor* ViewsService::UndeleteSavedView(CallbackServerContext* context,
                                                    const v1::UndeleteSavedViewRequest* request,
                                                    v1::SavedView* response)
{
    return m_calls.write(context, "ViewsService.UndeleteSavedView", request, response,
                         [](Call& call, const v1::UndeleteSavedViewRequest& wanted, v1::SavedView& reply) {
                             reply = setDeleted(call, wanted.view_id(), false);
                         });
}

ServerUnaryReactor* ViewsService::ChooseSavedView(CallbackServerContext* context,
                                                  const v1::ChooseSavedViewRequest* request, v1::SavedView* response)
{
    return m_calls.write(context, "ViewsService.ChooseSavedView", request, response,
                         [](Call& call, const v1::ChooseSavedViewRequest& wanted, v1::SavedView& reply) {
                             reply = chooseView(call, wanted);
                         });
}

} // namespace banhang::server
