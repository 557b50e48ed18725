// Pick-lists and saved views of the server of the tests.
#include "tests/client/support/fake_memory.h"

#include <algorithm>

#include <google/protobuf/util/field_mask_util.h>

#include "common/status_codec.h"

namespace banhang::test {

namespace {

class FakePicklists final : public v1::PicklistsService::Service
{
public:
    explicit FakePicklists(FakeMemory& memory) : m_memory(memory) {}

    grpc::Status ListPickItems(grpc::ServerContext* context, const v1::ListPickItemsRequest*,
                               v1::ListPickItemsResponse* reply) override
    {
        if (auto status = m_memory.calls.enter("ListPickItems", context); !status.ok())
            return status;
        const std::lock_guard lock(m_memory.mutex);
        *reply = m_memory.picks;
        std::ranges::stable_sort(*reply->mutable_items(), {}, &v1::PickItem::position);
        return grpc::Status::OK;
    }

    grpc::Status CreatePickItem(grpc::ServerContext* context, const v1::CreatePickItemRequest* request,
                                v1::PickItem* reply) override
    {
        if (auto status = m_memory.calls.enter("CreatePickItem", context); !status.ok())
            return status;
        const std::lock_guard lock(m_memory.mutex);
        for (const auto& item : m_memory.picks.items()) {
            if (item.list_key() == request->item().list_key() && item.key() == request->item().key())
                return toStatus(AppError(ErrorCode::AlreadyExists, "pick_item.key_taken"));
        }
        auto* item = m_memory.picks.add_items();
        *item = request->item();
        item->set_id(m_memory.picks.items_size());
        item->set_version(1);
        item->set_position(m_memory.picks.items_size());
        *reply = *item;
        return grpc::Status::OK;
    }

    grpc::Status UpdatePickItem(grpc::ServerContext* context, const v1::UpdatePickItemRequest* request,
                                v1::PickItem* reply) override
    {
        if (auto status = m_memory.calls.enter("UpdatePickItem", context); !status.ok())
            return status;
        const std::lock_guard lock(m_memory.mutex);
        auto* item = m_memory.picks.mutable_items(static_cast<int>(request->item().id()) - 1);
        if (item->version() != request->item().version())
            return toStatus(AppError(ErrorCode::Conflict, "pick_item.edit_conflict"));
        google::protobuf::util::FieldMaskUtil::MergeMessageTo(request->item(), request->update_mask(), {}, item);
        item->set_version(item->version() + 1);
        *reply = *item;
        return grpc::Status::OK;
    }

    grpc::Status MovePickItem(grpc::ServerContext* context, const v1::MovePickItemRequest* request,
                              v1::PickItem* reply) override
    {
        if (auto status = m_memory.calls.enter("MovePickItem", context); !status.ok())
            return status;
        const std::lock_guard lock(m_memory.mutex);
        auto* item = m_memory.picks.mutable_items(static_cast<int>(request->id()) - 1);
        if (item->version() != request->version())
            return toStatus(AppError(ErrorCode::Conflict, "pick_item.edit_conflict"));
        auto others = inOrder(item->list_key());
        std::erase(others, item);
        const auto front = std::ranges::find(others, request->behind_id(), &v1::PickItem::id);
        others.insert(request->behind_id() == 0 ? others.begin() : std::next(front), item);
        for (int place = 1; auto* one : others) {
            if (one->position() != place)
                one->set_version(one->version() + 1);
            one->set_position(place++);
        }
        *reply = *item;
        return grpc::Status::OK;
    }

private:
    std::vector<v1::PickItem*> inOrder(const std::string& list)
    {
        std::vector<v1::PickItem*> items;
        for (auto& item : *m_memory.picks.mutable_items())
            if (item.list_key() == list)
                items.push_back(&item);
        std::ranges::stable_sort(items, {}, &v1::PickItem::position);
        return items;
    }

    FakeMemory& m_memory;
};

class FakeViews final : public v1::ViewsService::Service
{
public:
    explicit FakeViews(FakeMemory& memory) : m_memory(memory) {}

    grpc::Status ListSavedViews(grpc::ServerContext* context, const v1::ListSavedViewsRequest*,
                                v1::ListSavedViewsResponse* reply) override
    {
        if (auto status = m_memory.calls.enter("ListSavedViews", context); !status.ok())
            return status;
        const std::lock_guard lock(m_memory.mutex);
        for (const auto& [id, view] : m_memory.views) {
            if (!m_memory.deletedViews.contains(id))
                *reply->add_views() = view;
        }
        return grpc::Status::OK;
    }

    grpc::Status CreateSavedView(grpc::ServerContext* context, const v1::CreateSavedViewRequest* request,
                                 v1::SavedView* reply) override
    {
        if (auto status = m_memory.calls.enter("CreateSavedView", context); !status.ok())
            return status;
        const std::lock_guard lock(m_memory.mutex);
        *reply = request->view();
        reply->set_id(m_memory.views.empty() ? 1 : m_memory.views.rbegin()->first + 1);
        reply->set_version(1);
        reply->set_owner_user_id(m_memory.me.user_id());
        reply->set_may_edit(true);
        m_memory.views[reply->id()] = *reply;
        return grpc::Status::OK;
    }

    grpc::Status UpdateSavedView(grpc::ServerContext* context, const v1::UpdateSavedViewRequest* request,
                                 v1::SavedView* reply) override
    {
        if (auto status = m_memory.calls.enter("UpdateSavedView", context); !status.ok())
            return status;
        const std::lock_guard lock(m_memory.mutex);
        *reply = request->view();
        reply->set_version(reply->version() + 1);
        m_memory.views[reply->id()] = *reply;
        return grpc::Status::OK;
    }

    grpc::Status DeleteSavedView(grpc::ServerContext* context, const v1::DeleteSavedViewRequest* request,
                                 v1::SavedView* reply) override
    {
        if (auto status = m_memory.calls.enter("DeleteSavedView", context); !status.ok())
            return status;
        const std::lock_guard lock(m_memory.mutex);
        m_memory.deletedViews.insert(request->view_id());
        *reply = m_memory.views.at(request->view_id());
        return grpc::Status::OK;
    }

    grpc::Status UndeleteSavedView(grpc::ServerContext* context, const v1::UndeleteSavedViewRequest* request,
                                   v1::SavedView* reply) override
    {
        if (auto status = m_memory.calls.enter("UndeleteSavedView", context); !status.ok())
            return status;
        const std::lock_guard lock(m_memory.mutex);
        m_memory.deletedViews.erase(request->view_id());
        *reply = m_memory.views.at(request->view_id());
        return grpc::Status::OK;
    }

    grpc::Status ChooseSavedView(grpc::ServerContext* context, const v1::ChooseSavedViewRequest* request,
                                 v1::SavedView* reply) override
    {
        if (auto status = m_memory.calls.enter("ChooseSavedView", context); !status.ok())
            return status;
        const std::lock_guard lock(m_memory.mutex);
        auto& view = m_memory.views.at(request->view_id());
        view.set_is_default(request->is_default());
        view.set_quick_key(request->quick_key());
        *reply = view;
        return grpc::Status::OK;
    }

private:
    FakeMemory& m_memory;
};

} // namespace

std::unique_ptr<grpc::Service> makeFakePicklists(FakeMemory& memory)
{
    return std::make_unique<FakePicklists>(memory);
}

std::unique_ptr<grpc::Service> makeFakeViews(FakeMemory& memory)
{
    return std::make_unique<FakeViews>(memory);
}

} // namespace banhang::test
