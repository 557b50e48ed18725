// size-ok: six small fakes over one memory; apart they would need a header that shows all of it.
#include "tests/client/support/fake_server.h"

#include <algorithm>

#include "common/status_codec.h"

namespace banhang::tests {

namespace {

constexpr int kDefaultPage = 100;

} // namespace

class FakeServer::Customers final : public v1::CustomersService::Service
{
public:
    explicit Customers(FakeServer& server) : m_fake(server) {}

    grpc::Status GetCustomer(grpc::ServerContext* context, const v1::GetCustomerRequest* request,
                             v1::Customer* reply) override
    {
        if (auto status = m_fake.enter("GetCustomer", context); !status.ok())
            return status;
        const std::lock_guard lock(m_fake.m_mutex);
        const auto found = m_fake.m_customers.find(request->customer_id());
        if (found == m_fake.m_customers.end())
            return toStatus(AppError(ErrorCode::NotFound, "customer.not_found"));
        *reply = found->second;
        return grpc::Status::OK;
    }

    grpc::Status BatchGetCustomers(grpc::ServerContext* context, const v1::BatchGetCustomersRequest* request,
                                   v1::BatchGetCustomersResponse* reply) override
    {
        if (auto status = m_fake.enter("BatchGetCustomers", context); !status.ok())
            return status;
        const std::lock_guard lock(m_fake.m_mutex);
        m_fake.m_batchSizes.push_back(request->customer_ids_size());
        for (const auto id : request->customer_ids()) {
            const auto found = m_fake.m_customers.find(id);
            if (found != m_fake.m_customers.end())
                *reply->add_customers() = found->second;
        }
        return grpc::Status::OK;
    }

    grpc::Status ListCustomers(grpc::ServerContext* context, const v1::ListCustomersRequest* request,
                               v1::ListCustomersResponse* reply) override
    {
        if (auto status = m_fake.enter("ListCustomers", context); !status.ok())
            return status;
        const std::lock_guard lock(m_fake.m_mutex);
        m_fake.m_lastList = *request;
        std::vector<const v1::Customer*> all;
        for (const auto& entry : m_fake.m_customers) {
            if (entry.second.has_delete_time() == request->filter().deleted())
                all.push_back(&entry.second);
        }
        const int count = static_cast<int>(all.size());
        const int page = request->page_size() ? request->page_size() : kDefaultPage;
        int first = 0;
        if (!request->page_token().empty())
            first = std::stoi(request->page_token());
        else if (request->around_customer_id())
            first = std::max(0, static_cast<int>(request->around_customer_id()) - 1 - page / 2);
        const int end = std::min(count, first + page);
        for (int i = first; i < end; ++i)
            *reply->add_customers() = *all[static_cast<size_t>(i)];
        if (end < count)
            reply->set_next_page_token(std::to_string(end));
        if (first > 0)
            reply->set_previous_page_token(std::to_string(std::max(0, first - page)));
        if (request->with_count())
            reply->set_capped_count(std::min(count, 1001));
        return grpc::Status::OK;
    }

    grpc::Status SearchCustomers(grpc::ServerContext* context, const v1::SearchCustomersRequest* request,
                                 v1::SearchCustomersResponse* reply) override
    {
        if (auto status = m_fake.enter("SearchCustomers", context); !status.ok())
            return status;
        const std::lock_guard lock(m_fake.m_mutex);
        for (const auto& entry : m_fake.m_customers) {
            if (entry.second.name().find(request->query()) != std::string::npos)
                *reply->add_customers() = entry.second;
        }
        return grpc::Status::OK;
    }

    grpc::Status CheckCustomer(grpc::ServerContext* context, const v1::CheckCustomerRequest*,
                               v1::CheckCustomerResponse* reply) override
    {
        if (auto status = m_fake.enter("CheckCustomer", context); !status.ok())
            return status;
        const std::lock_guard lock(m_fake.m_mutex);
        *reply = m_fake.m_check;
        return grpc::Status::OK;
    }

    grpc::Status CreateCustomer(grpc::ServerContext* context, const v1::CreateCustomerRequest* request,
                                v1::CustomerChangeResponse* reply) override
    {
        {
            const std::lock_guard lock(m_fake.m_mutex);
            m_fake.m_requestIds.push_back(request->request_id());
            m_fake.m_lastCreate = *request;
        }
        if (auto status = m_fake.enter("CreateCustomer", context); !status.ok())
            return status;
        const std::lock_guard lock(m_fake.m_mutex);
        auto customer = request->customer();
        customer.set_id(m_fake.m_customers.empty() ? 1 : m_fake.m_customers.rbegin()->first + 1);
        customer.set_version(1);
        customer.set_code("KH" + std::to_string(customer.id()));
        m_fake.m_customers[customer.id()] = customer;
        *reply->mutable_customer() = customer;
        return grpc::Status::OK;
    }

    grpc::Status UpdateCustomer(grpc::ServerContext* context, const v1::UpdateCustomerRequest* request,
                                v1::CustomerChangeResponse* reply) override
    {
        {
            const std::lock_guard lock(m_fake.m_mutex);
            m_fake.m_requestIds.push_back(request->request_id());
            m_fake.m_lastUpdate = *request;
        }
        if (auto status = m_fake.enter("UpdateCustomer", context); !status.ok())
            return status;
        const std::lock_guard lock(m_fake.m_mutex);
        auto customer = request->customer();
        customer.set_version(m_fake.m_customers[customer.id()].version() + 1);
        m_fake.m_customers[customer.id()] = customer;
        *reply->mutable_customer() = customer;
        return grpc::Status::OK;
    }

    grpc::Status DeleteCustomer(grpc::ServerContext* context, const v1::DeleteCustomerRequest* request,
                                v1::Customer* reply) override
    {
        return setBin(context, "DeleteCustomer", request->customer_id(), true, reply);
    }

    grpc::Status UndeleteCustomer(grpc::ServerContext* context, const v1::UndeleteCustomerRequest* request,
                                  v1::Customer* reply) override
    {
        return setBin(context, "UndeleteCustomer", request->customer_id(), false, reply);
    }

    grpc::Status AssignCustomers(grpc::ServerContext* context, const v1::AssignCustomersRequest* request,
                                 v1::AssignCustomersResponse* reply) override
    {
        if (auto status = m_fake.enter("AssignCustomers", context); !status.ok())
            return status;
        const std::lock_guard lock(m_fake.m_mutex);
        for (const auto id : request->customer_ids()) {
            auto& customer = m_fake.m_customers.at(id);
            customer.set_owner_user_id(request->owner_user_id());
            customer.set_version(customer.version() + 1);
            *reply->add_customers() = customer;
        }
        return grpc::Status::OK;
    }

    grpc::Status CheckCustomerBatch(grpc::ServerContext* context, const v1::CheckCustomerBatchRequest* request,
                                    v1::CheckCustomerBatchResponse* reply) override
    {
        if (auto status = m_fake.enter("CheckCustomerBatch", context); !status.ok())
            return status;
        const std::lock_guard lock(m_fake.m_mutex);
        for (const auto id : request->customer_ids()) {
            if (m_fake.m_denied.contains(id)) {
                skip(*reply->add_skipped(), id, "call.denied");
                continue;
            }
            auto* allowed = reply->add_allowed();
            allowed->set_customer_id(id);
            allowed->set_version(m_fake.m_customers.at(id).version());
        }
        return grpc::Status::OK;
    }

    grpc::Status TagCustomers(grpc::ServerContext* context, const v1::TagCustomersRequest* request,
                              v1::TagCustomersResponse* reply) override
    {
        if (auto status = m_fake.enter("TagCustomers", context); !status.ok())
            return status;
        const std::lock_guard lock(m_fake.m_mutex);
        for (const auto id : request->customer_ids()) {
            auto& customer = m_fake.m_customers.at(id);
            auto& keys = *customer.mutable_tag_keys();
            v1::TaggedCustomer tagged;
            tagged.set_customer_id(id);
            for (const auto& key : request->add_tag_keys()) {
                if (std::find(keys.begin(), keys.end(), key) == keys.end()) {
                    *keys.Add() = key;
                    tagged.add_added_tag_keys(key);
                }
            }
            for (const auto& key : request->remove_tag_keys()) {
                const auto found = std::find(keys.begin(), keys.end(), key);
                if (found != keys.end()) {
                    keys.erase(found);
                    tagged.add_removed_tag_keys(key);
                }
            }
            if (tagged.added_tag_keys().empty() && tagged.removed_tag_keys().empty())
                continue;
            customer.set_version(customer.version() + 1);
            *reply->add_tagged() = tagged;
            *reply->add_customers() = customer;
        }
        return grpc::Status::OK;
    }

    grpc::Status BatchDeleteCustomers(grpc::ServerContext* context, const v1::BatchDeleteCustomersRequest* request,
                                      v1::BatchDeleteCustomersResponse* reply) override
    {
        if (auto status = m_fake.enter("BatchDeleteCustomers", context); !status.ok())
            return status;
        for (const auto& wanted : request->customers()) {
            v1::Customer customer;
            if (stored(wanted.customer_id()).version() != wanted.version()) {
                skip(*reply->add_skipped(), wanted.customer_id(), "customer.edit_conflict");
                continue;
            }
            setBin(context, "DeleteCustomer", wanted.customer_id(), true, &customer);
            auto* deleted = reply->add_deleted();
            deleted->set_customer_id(customer.id());
            deleted->set_version(customer.version());
        }
        return grpc::Status::OK;
    }

    grpc::Status BatchUndeleteCustomers(grpc::ServerContext* context, const v1::BatchUndeleteCustomersRequest* request,
                                        v1::BatchUndeleteCustomersResponse* reply) override
    {
        if (auto status = m_fake.enter("BatchUndeleteCustomers", context); !status.ok())
            return status;
        for (const auto id : request->customer_ids())
            setBin(context, "UndeleteCustomer", id, false, reply->add_customers());
        return grpc::Status::OK;
    }

    grpc::Status ListCustomerHistory(grpc::ServerContext* context, const v1::ListCustomerHistoryRequest*,
                                     v1::ListCustomerHistoryResponse* reply) override
    {
        if (auto status = m_fake.enter("ListCustomerHistory", context); !status.ok())
            return status;
        auto* entry = reply->add_entries();
        entry->set_operation("update");
        auto* change = entry->add_changes();
        change->set_field("phones");
        change->set_old_json(R"([{"number":"0168 9333 999"}])");
        change->set_new_json(R"([{"number":"0389333999"}])");
        return grpc::Status::OK;
    }

private:
    static void skip(v1::SkippedCustomer& skipped, std::int64_t id, const char* key)
    {
        skipped.set_customer_id(id);
        skipped.set_key(key);
    }

    v1::Customer stored(std::int64_t id)
    {
        const std::lock_guard lock(m_fake.m_mutex);
        return m_fake.m_customers.at(id);
    }

    grpc::Status setBin(grpc::ServerContext* context, const char* method, std::int64_t id, bool isBinned,
                        v1::Customer* reply)
    {
        if (auto status = m_fake.enter(method, context); !status.ok())
            return status;
        const std::lock_guard lock(m_fake.m_mutex);
        auto& customer = m_fake.m_customers.at(id);
        customer.set_version(customer.version() + 1);
        if (isBinned)
            customer.mutable_delete_time()->set_seconds(1'700'000'000);
        else
            customer.clear_delete_time();
        *reply = customer;
        return grpc::Status::OK;
    }

    FakeServer& m_fake;
};

class FakeServer::Changes final : public v1::ChangesService::Service
{
public:
    explicit Changes(FakeServer& server) : m_fake(server) {}

    grpc::Status Watch(grpc::ServerContext* context, const v1::WatchRequest* request,
                       grpc::ServerWriter<v1::WatchEvent>* writer) override
    {
        if (auto status = m_fake.enter("Watch", context); !status.ok())
            return status;
        std::unique_lock lock(m_fake.m_mutex);
        m_fake.m_resumeTokens.push_back(request->resume_token());
        const int generation = m_fake.m_streamGeneration;
        size_t next = request->resume_token().empty() ? m_fake.m_events.size() : std::stoul(request->resume_token());
        ++m_fake.m_openStreams;
        m_fake.m_changed.notify_all();
        v1::WatchEvent first;
        first.mutable_heartbeat();
        first.set_resume_token(std::to_string(next));
        lock.unlock();
        bool isAlive = writer->Write(first);
        lock.lock();
        while (isAlive && !context->IsCancelled() && generation == m_fake.m_streamGeneration && !m_fake.m_isStopping) {
            if (next < m_fake.m_events.size()) {
                auto event = m_fake.m_events[next++];
                event.set_resume_token(std::to_string(next));
                lock.unlock();
                isAlive = writer->Write(event);
                lock.lock();
                continue;
            }
            m_fake.m_changed.wait_for(lock, std::chrono::milliseconds(20)); // cancellation wakes nobody
        }
        --m_fake.m_openStreams;
        return {grpc::StatusCode::UNAVAILABLE, "broken"};
    }

    grpc::Status TellPresence(grpc::ServerContext* context, const v1::TellPresenceRequest* request,
                              v1::TellPresenceResponse* reply) override
    {
        if (auto status = m_fake.enter("TellPresence", context); !status.ok())
            return status;
        const std::lock_guard lock(m_fake.m_mutex);
        if (request->customer_id() == 0)
            m_fake.m_places.erase(request->place());
        else
            m_fake.m_places[request->place()] = *request;
        reply->set_repeat_ms(1000);
        return grpc::Status::OK;
    }

private:
    FakeServer& m_fake;
};

class FakeServer::Identity final : public v1::IdentityService::Service
{
public:
    explicit Identity(FakeServer& server) : m_fake(server) {}

    grpc::Status SignIn(grpc::ServerContext* context, const v1::SignInRequest* request,
                        v1::SignInResponse* reply) override
    {
        if (auto status = m_fake.enter("SignIn", context); !status.ok())
            return status;
        if (request->password() != "right")
            return toStatus(AppError(ErrorCode::SignedOut, "identity.sign_in_refused"));
        const std::lock_guard lock(m_fake.m_mutex);
        reply->set_session_token("token");
        *reply->mutable_me() = m_fake.m_me;
        reply->set_feed_token(std::to_string(m_fake.m_events.size()));
        return grpc::Status::OK;
    }

    grpc::Status GetMe(grpc::ServerContext* context, const v1::GetMeRequest*, v1::Me* reply) override
    {
        if (auto status = m_fake.enter("GetMe", context); !status.ok())
            return status;
        const std::lock_guard lock(m_fake.m_mutex);
        *reply = m_fake.m_me;
        return grpc::Status::OK;
    }

    grpc::Status ChangePassword(grpc::ServerContext* context, const v1::ChangePasswordRequest*,
                                v1::ChangePasswordResponse*) override
    {
        return m_fake.enter("ChangePassword", context);
    }

    grpc::Status GetDirectory(grpc::ServerContext* context, const v1::GetDirectoryRequest*,
                              v1::Directory* reply) override
    {
        if (auto status = m_fake.enter("GetDirectory", context); !status.ok())
            return status;
        const std::lock_guard lock(m_fake.m_mutex);
        *reply = m_fake.m_directory;
        return grpc::Status::OK;
    }

private:
    FakeServer& m_fake;
};

class FakeServer::Picklists final : public v1::PicklistsService::Service
{
public:
    explicit Picklists(FakeServer& server) : m_fake(server) {}

    grpc::Status ListPickItems(grpc::ServerContext* context, const v1::ListPickItemsRequest*,
                               v1::ListPickItemsResponse* reply) override
    {
        if (auto status = m_fake.enter("ListPickItems", context); !status.ok())
            return status;
        const std::lock_guard lock(m_fake.m_mutex);
        *reply = m_fake.m_picks;
        return grpc::Status::OK;
    }

private:
    FakeServer& m_fake;
};

class FakeServer::Ops final : public v1::OpsService::Service
{
public:
    explicit Ops(FakeServer& server) : m_fake(server) {}

    grpc::Status GetServerInfo(grpc::ServerContext* context, const v1::GetServerInfoRequest*,
                               v1::ServerInfo* reply) override
    {
        if (auto status = m_fake.enter("GetServerInfo", context); !status.ok())
            return status;
        const std::lock_guard lock(m_fake.m_mutex);
        reply->set_version(m_fake.m_version);
        reply->set_oldest_client_version(m_fake.m_oldestClient);
        reply->set_company_name("Công ty Thử");
        return grpc::Status::OK;
    }

private:
    FakeServer& m_fake;
};

class FakeServer::Views final : public v1::ViewsService::Service
{
public:
    explicit Views(FakeServer& server) : m_fake(server) {}

    grpc::Status ListSavedViews(grpc::ServerContext* context, const v1::ListSavedViewsRequest*,
                                v1::ListSavedViewsResponse* reply) override
    {
        if (auto status = m_fake.enter("ListSavedViews", context); !status.ok())
            return status;
        const std::lock_guard lock(m_fake.m_mutex);
        for (const auto& [id, view] : m_fake.m_views) {
            if (!m_fake.m_deletedViews.contains(id))
                *reply->add_views() = view;
        }
        return grpc::Status::OK;
    }

    grpc::Status CreateSavedView(grpc::ServerContext* context, const v1::CreateSavedViewRequest* request,
                                 v1::SavedView* reply) override
    {
        if (auto status = m_fake.enter("CreateSavedView", context); !status.ok())
            return status;
        const std::lock_guard lock(m_fake.m_mutex);
        *reply = request->view();
        reply->set_id(m_fake.m_views.empty() ? 1 : m_fake.m_views.rbegin()->first + 1);
        reply->set_version(1);
        reply->set_owner_user_id(m_fake.m_me.user_id());
        reply->set_may_edit(true);
        m_fake.m_views[reply->id()] = *reply;
        return grpc::Status::OK;
    }

    grpc::Status UpdateSavedView(grpc::ServerContext* context, const v1::UpdateSavedViewRequest* request,
                                 v1::SavedView* reply) override
    {
        if (auto status = m_fake.enter("UpdateSavedView", context); !status.ok())
            return status;
        const std::lock_guard lock(m_fake.m_mutex);
        *reply = request->view();
        reply->set_version(reply->version() + 1);
        m_fake.m_views[reply->id()] = *reply;
        return grpc::Status::OK;
    }

    grpc::Status DeleteSavedView(grpc::ServerContext* context, const v1::DeleteSavedViewRequest* request,
                                 v1::SavedView* reply) override
    {
        if (auto status = m_fake.enter("DeleteSavedView", context); !status.ok())
            return status;
        const std::lock_guard lock(m_fake.m_mutex);
        m_fake.m_deletedViews.insert(request->view_id());
        *reply = m_fake.m_views.at(request->view_id());
        return grpc::Status::OK;
    }

    grpc::Status UndeleteSavedView(grpc::ServerContext* context, const v1::UndeleteSavedViewRequest* request,
                                   v1::SavedView* reply) override
    {
        if (auto status = m_fake.enter("UndeleteSavedView", context); !status.ok())
            return status;
        const std::lock_guard lock(m_fake.m_mutex);
        m_fake.m_deletedViews.erase(request->view_id());
        *reply = m_fake.m_views.at(request->view_id());
        return grpc::Status::OK;
    }

    grpc::Status ChooseSavedView(grpc::ServerContext* context, const v1::ChooseSavedViewRequest* request,
                                 v1::SavedView* reply) override
    {
        if (auto status = m_fake.enter("ChooseSavedView", context); !status.ok())
            return status;
        const std::lock_guard lock(m_fake.m_mutex);
        auto& view = m_fake.m_views.at(request->view_id());
        view.set_is_default(request->is_default());
        view.set_quick_key(request->quick_key());
        *reply = view;
        return grpc::Status::OK;
    }

private:
    FakeServer& m_fake;
};

FakeServer::FakeServer()
{
    m_services.push_back(std::make_unique<Customers>(*this));
    m_services.push_back(std::make_unique<Changes>(*this));
    m_services.push_back(std::make_unique<Identity>(*this));
    m_services.push_back(std::make_unique<Picklists>(*this));
    m_services.push_back(std::make_unique<Ops>(*this));
    m_services.push_back(std::make_unique<Views>(*this));
    m_me.set_user_id(1);
    m_me.set_full_name("Lê Quang Minh");
    for (const auto action : {v1::ACTION_VIEW, v1::ACTION_CREATE, v1::ACTION_EDIT, v1::ACTION_DELETE}) {
        auto* right = m_me.add_rights();
        right->set_resource(v1::RESOURCE_CUSTOMER);
        right->set_action(action);
        right->set_scope(v1::SCOPE_ALL);
    }
    start();
}

FakeServer::~FakeServer()
{
    stop();
}

void FakeServer::start()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = false;
    }
    grpc::ServerBuilder builder;
    builder.AddListeningPort("127.0.0.1:" + std::to_string(m_port), grpc::InsecureServerCredentials(), &m_port);
    for (const auto& service : m_services)
        builder.RegisterService(service.get());
    m_server = builder.BuildAndStart();
}

void FakeServer::stop()
{
    if (!m_server)
        return;
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = true;
        m_changed.notify_all();
    }
    m_server->Shutdown(std::chrono::system_clock::now());
    m_server->Wait();
    m_server.reset();
}

std::shared_ptr<grpc::Channel> FakeServer::channel() const
{
    grpc::ChannelArguments arguments;
    arguments.SetInt(GRPC_ARG_INITIAL_RECONNECT_BACKOFF_MS, 50);
    arguments.SetInt(GRPC_ARG_MIN_RECONNECT_BACKOFF_MS, 50);
    arguments.SetInt(GRPC_ARG_MAX_RECONNECT_BACKOFF_MS, 100);
    arguments.SetInt(GRPC_ARG_USE_LOCAL_SUBCHANNEL_POOL, 1);
    return grpc::CreateCustomChannel("127.0.0.1:" + std::to_string(m_port), grpc::InsecureChannelCredentials(),
                                     arguments);
}

grpc::Status FakeServer::enter(const std::string& method, grpc::ServerContext* context)
{
    std::unique_lock lock(m_mutex);
    ++m_calls[method];
    m_changed.notify_all();
    while (m_held[method] && !context->IsCancelled() && !m_isStopping)
        m_changed.wait_for(lock, std::chrono::milliseconds(10)); // cancellation wakes nobody
    auto& failures = m_failures[method];
    if (failures.empty())
        return grpc::Status::OK;
    const auto error = failures.front();
    failures.pop_front();
    return toStatus(error);
}

void FakeServer::put(const v1::Customer& customer)
{
    const std::lock_guard lock(m_mutex);
    m_customers[customer.id()] = customer;
}

v1::Customer FakeServer::stored(std::int64_t id) const
{
    const std::lock_guard lock(m_mutex);
    return m_customers.at(id);
}

void FakeServer::setMe(const v1::Me& me)
{
    const std::lock_guard lock(m_mutex);
    m_me = me;
}

void FakeServer::setVersion(const std::string& version, const std::string& oldestClient)
{
    const std::lock_guard lock(m_mutex);
    m_version = version;
    m_oldestClient = oldestClient;
}

void FakeServer::addPerson(std::int64_t userId, const std::string& name)
{
    const std::lock_guard lock(m_mutex);
    auto* person = m_directory.add_people();
    person->set_user_id(userId);
    person->set_full_name(name);
    person->set_active(true);
}

void FakeServer::addPick(const std::string& list, const std::string& key, const std::string& label)
{
    const std::lock_guard lock(m_mutex);
    auto* item = m_picks.add_items();
    item->set_list_key(list);
    item->set_key(key);
    item->set_label_vi(label);
    item->set_active(true);
}

void FakeServer::setCheck(const v1::CheckCustomerResponse& response)
{
    const std::lock_guard lock(m_mutex);
    m_check = response;
}

void FakeServer::putView(const v1::SavedView& view)
{
    const std::lock_guard lock(m_mutex);
    m_views[view.id()] = view;
}

v1::SavedView FakeServer::storedView(std::int64_t id) const
{
    const std::lock_guard lock(m_mutex);
    return m_views.at(id);
}

void FakeServer::denyBatch(const std::set<std::int64_t>& ids)
{
    const std::lock_guard lock(m_mutex);
    m_denied = ids;
}

v1::ListCustomersRequest FakeServer::lastList() const
{
    const std::lock_guard lock(m_mutex);
    return m_lastList;
}

void FakeServer::failNext(const std::string& method, const AppError& error, int times)
{
    const std::lock_guard lock(m_mutex);
    for (int i = 0; i < times; ++i)
        m_failures[method].push_back(error);
}

void FakeServer::hold(const std::string& method)
{
    const std::lock_guard lock(m_mutex);
    m_held[method] = true;
}

void FakeServer::release(const std::string& method)
{
    const std::lock_guard lock(m_mutex);
    m_held[method] = false;
    m_changed.notify_all();
}

void FakeServer::sendChange(std::int64_t id, std::int64_t version, std::int64_t actor,
                            const std::vector<std::string>& fields, bool isGone)
{
    v1::WatchEvent event;
    auto* change = event.mutable_batch()->add_changes();
    change->set_entity("customer");
    change->set_id(id);
    change->set_version(version);
    change->set_actor_user_id(actor);
    change->set_kind(isGone ? v1::CHANGE_KIND_GONE : v1::CHANGE_KIND_CHANGED);
    for (const auto& field : fields)
        change->add_fields(field);
    sendEvent(event);
}

void FakeServer::sendPresence(std::int64_t customerId, const std::map<std::int64_t, std::string>& people)
{
    v1::WatchEvent event;
    event.mutable_presence()->set_entity("customer");
    event.mutable_presence()->set_id(customerId);
    for (const auto& [userId, field] : people) {
        auto* person = event.mutable_presence()->add_people();
        person->set_user_id(userId);
        person->set_editing(!field.empty());
        person->set_field(field);
    }
    sendEvent(event);
}

void FakeServer::sendEvent(const v1::WatchEvent& event)
{
    const std::lock_guard lock(m_mutex);
    m_events.push_back(event);
    m_changed.notify_all();
}

void FakeServer::breakStreams()
{
    const std::lock_guard lock(m_mutex);
    ++m_streamGeneration;
    m_changed.notify_all();
}

std::vector<std::string> FakeServer::resumeTokens() const
{
    const std::lock_guard lock(m_mutex);
    return m_resumeTokens;
}

int FakeServer::openStreams() const
{
    const std::lock_guard lock(m_mutex);
    return m_openStreams;
}

int FakeServer::calls(const std::string& method) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_calls.find(method);
    return found == m_calls.end() ? 0 : found->second;
}

std::vector<std::string> FakeServer::requestIds() const
{
    const std::lock_guard lock(m_mutex);
    return m_requestIds;
}

std::vector<int> FakeServer::batchSizes() const
{
    const std::lock_guard lock(m_mutex);
    return m_batchSizes;
}

v1::UpdateCustomerRequest FakeServer::lastUpdate() const
{
    const std::lock_guard lock(m_mutex);
    return m_lastUpdate;
}

std::map<int, v1::TellPresenceRequest> FakeServer::places() const
{
    const std::lock_guard lock(m_mutex);
    return m_places;
}

v1::CreateCustomerRequest FakeServer::lastCreate() const
{
    const std::lock_guard lock(m_mutex);
    return m_lastCreate;
}

} // namespace banhang::tests
