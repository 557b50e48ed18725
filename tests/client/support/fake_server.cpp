#include "tests/client/support/fake_server.h"

#include <chrono>
#include <stdexcept>
#include <thread>

#include "tests/client/support/fake_memory.h"

namespace banhang::test {

FakeServer::FakeServer(const std::vector<FakeServiceMaker>& more) : m_memory(std::make_unique<FakeMemory>())
{
    for (const auto& make :
         {makeFakeCustomers, makeFakeChanges, makeFakeIdentity, makeFakeOps, makeFakePicklists, makeFakeViews})
        m_services.push_back(make(*m_memory));
    for (const auto& make : more)
        m_services.push_back(make(m_memory->calls));
    m_memory->me.set_user_id(1);
    m_memory->me.set_full_name("Lê Quang Minh");
    for (const auto action : {v1::ACTION_VIEW, v1::ACTION_CREATE, v1::ACTION_EDIT, v1::ACTION_DELETE}) {
        auto* right = m_memory->me.add_rights();
        right->set_resource(v1::RESOURCE_CUSTOMER);
        right->set_action(action);
        right->set_scope(v1::SCOPE_ALL);
    }
    auto* change = m_memory->history.add_entries()->add_changes();
    m_memory->history.mutable_entries(0)->set_operation("update");
    change->set_field("phones");
    change->set_old_json(R"([{"number":"0168 9333 999"}])");
    change->set_new_json(R"([{"number":"0389333999"}])");
    start();
}

FakeServer::~FakeServer()
{
    stop();
}

void FakeServer::start()
{
    {
        const std::lock_guard lock(m_memory->mutex);
        m_memory->isStopping = false;
    }
    m_memory->calls.setStopping(false);
    // For a while the port of before may be somebody else's: any connection of this machine can be given it.
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(30);
    while (!tryToListen()) {
        if (std::chrono::steady_clock::now() > end)
            throw std::runtime_error("cannot listen on port " + std::to_string(m_port));
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
}

bool FakeServer::tryToListen()
{
    int port = 0;
    grpc::ServerBuilder builder;
    builder.AddListeningPort("127.0.0.1:" + std::to_string(m_port), grpc::InsecureServerCredentials(), &port);
    for (const auto& service : m_services)
        builder.RegisterService(service.get());
    m_server = builder.BuildAndStart();
    if (m_server)
        m_port = port;
    return m_server != nullptr;
}

void FakeServer::stop()
{
    if (!m_server)
        return;
    {
        const std::lock_guard lock(m_memory->mutex);
        m_memory->isStopping = true;
        m_memory->changed.notify_all();
    }
    m_memory->calls.setStopping(true);
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

void FakeServer::put(const v1::Customer& customer)
{
    const std::lock_guard lock(m_memory->mutex);
    m_memory->customers[customer.id()] = customer;
}

v1::Customer FakeServer::stored(std::int64_t id) const
{
    const std::lock_guard lock(m_memory->mutex);
    return m_memory->customers.at(id);
}

void FakeServer::merge(std::int64_t loser, std::int64_t survivor)
{
    const std::lock_guard lock(m_memory->mutex);
    m_memory->survivors[loser] = survivor;
}

void FakeServer::setMe(const v1::Me& me)
{
    const std::lock_guard lock(m_memory->mutex);
    m_memory->me = me;
}

void FakeServer::setVersion(const std::string& version, const std::string& oldestClient)
{
    const std::lock_guard lock(m_memory->mutex);
    m_memory->version = version;
    m_memory->oldestClient = oldestClient;
}

void FakeServer::addPerson(std::int64_t userId, const std::string& name)
{
    const std::lock_guard lock(m_memory->mutex);
    auto* person = m_memory->directory.add_people();
    person->set_user_id(userId);
    person->set_full_name(name);
    person->set_active(true);
}

void FakeServer::addPick(const std::string& list, const std::string& key, const std::string& label)
{
    const std::lock_guard lock(m_memory->mutex);
    auto* item = m_memory->picks.add_items();
    item->set_id(m_memory->picks.items_size());
    item->set_version(1);
    item->set_position(m_memory->picks.items_size());
    item->set_list_key(list);
    item->set_key(key);
    item->set_label_vi(label);
    item->set_active(true);
}

v1::PickItem FakeServer::storedPick(std::int64_t id) const
{
    const std::lock_guard lock(m_memory->mutex);
    return m_memory->picks.items(static_cast<int>(id) - 1);
}

void FakeServer::renamePick(std::int64_t id, const std::string& label)
{
    const std::lock_guard lock(m_memory->mutex);
    auto* item = m_memory->picks.mutable_items(static_cast<int>(id) - 1);
    item->set_label_vi(label);
    item->set_version(item->version() + 1);
}

void FakeServer::setCheck(const v1::CheckCustomerResponse& response)
{
    const std::lock_guard lock(m_memory->mutex);
    m_memory->check = response;
}

void FakeServer::putView(const v1::SavedView& view)
{
    const std::lock_guard lock(m_memory->mutex);
    m_memory->views[view.id()] = view;
}

v1::SavedView FakeServer::storedView(std::int64_t id) const
{
    const std::lock_guard lock(m_memory->mutex);
    return m_memory->views.at(id);
}

void FakeServer::denyBatch(const std::set<std::int64_t>& ids)
{
    const std::lock_guard lock(m_memory->mutex);
    m_memory->denied = ids;
}

void FakeServer::setCounts(const v1::BatchGetCustomerCountsResponse& counts)
{
    const std::lock_guard lock(m_memory->mutex);
    m_memory->counts = counts;
}

void FakeServer::setHistory(const v1::ListCustomerHistoryResponse& history)
{
    const std::lock_guard lock(m_memory->mutex);
    m_memory->history = history;
}

void FakeServer::failNext(const std::string& method, const AppError& error, int times)
{
    m_memory->calls.failNext(method, error, times);
}

void FakeServer::stopFailing(const std::string& method)
{
    m_memory->calls.stopFailing(method);
}

void FakeServer::hold(const std::string& method)
{
    m_memory->calls.hold(method);
}

void FakeServer::release(const std::string& method)
{
    m_memory->calls.release(method);
}

int FakeServer::calls(const std::string& method) const
{
    return m_memory->calls.count(method);
}

std::vector<std::string> FakeServer::tokens(const std::string& method) const
{
    return m_memory->calls.tokens(method);
}

v1::ListCustomersRequest FakeServer::lastList() const
{
    const std::lock_guard lock(m_memory->mutex);
    return m_memory->lastList;
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
    const std::lock_guard lock(m_memory->mutex);
    m_memory->events.push_back(event);
    m_memory->changed.notify_all();
}

void FakeServer::breakStreams()
{
    const std::lock_guard lock(m_memory->mutex);
    ++m_memory->streamGeneration;
    m_memory->changed.notify_all();
}

std::vector<std::string> FakeServer::resumeTokens() const
{
    const std::lock_guard lock(m_memory->mutex);
    return m_memory->resumeTokens;
}

int FakeServer::openStreams() const
{
    const std::lock_guard lock(m_memory->mutex);
    return m_memory->openStreams;
}

std::vector<std::string> FakeServer::requestIds() const
{
    const std::lock_guard lock(m_memory->mutex);
    return m_memory->requestIds;
}

std::vector<int> FakeServer::batchSizes() const
{
    const std::lock_guard lock(m_memory->mutex);
    return m_memory->batchSizes;
}

v1::UpdateCustomerRequest FakeServer::lastUpdate() const
{
    const std::lock_guard lock(m_memory->mutex);
    return m_memory->lastUpdate;
}

std::map<int, v1::ReportPresenceRequest> FakeServer::places() const
{
    const std::lock_guard lock(m_memory->mutex);
    return m_memory->places;
}

v1::CreateCustomerRequest FakeServer::lastCreate() const
{
    const std::lock_guard lock(m_memory->mutex);
    return m_memory->lastCreate;
}

} // namespace banhang::test
