#include "tests/integration/changes/watcher.h"

namespace banhang::test {

Watcher::Watcher(const std::shared_ptr<grpc::Channel>& channel, const std::string& token,
                 const std::string& resumeToken)
    : m_stub(v1::ChangesService::NewStub(channel))
{
    m_context.AddMetadata("authorization", "Bearer " + token);
    v1::WatchRequest request;
    request.set_resume_token(resumeToken);
    m_reader = m_stub->Watch(&m_context, request);
    m_thread = std::thread([this] { read(); });
}

Watcher::~Watcher()
{
    m_context.TryCancel();
    m_thread.join();
}

void Watcher::read()
{
    v1::WatchEvent event;
    while (m_reader->Read(&event))
        take(event);
    const grpc::Status status = m_reader->Finish();
    {
        const std::lock_guard lock(m_mutex);
        m_status = status;
        m_ended = true;
    }
    m_moved.notify_all();
}

void Watcher::take(const v1::WatchEvent& event)
{
    {
        const std::lock_guard lock(m_mutex);
        ++m_events;
        if (!event.resume_token().empty())
            m_resumeToken = event.resume_token();
        if (event.has_resync())
            m_resyncs.push_back(event.resync().reason());
        m_goingAway |= event.has_going_away();
        if (event.has_presence())
            m_presence[event.presence().id()] = event.presence();
        for (const v1::Change& change : event.batch().changes()) {
            Heard& known = m_heard[change.id()];
            const bool visible = change.kind() == v1::CHANGE_KIND_CHANGED;
            m_wentBack += visible && change.version() < known.version;
            known = {
                visible, visible ? change.version() : known.version, {change.fields().begin(), change.fields().end()}};
        }
    }
    m_moved.notify_all();
}

bool Watcher::waitFor(const std::function<bool(const Watcher&)>& condition)
{
    std::unique_lock lock(m_mutex);
    return m_moved.wait_for(lock, std::chrono::minutes(2), [&] { return condition(*this); });
}

bool Watcher::waitOpen()
{
    return waitFor([](const Watcher& watcher) { return watcher.m_events > 0; });
}

grpc::Status Watcher::waitEnd()
{
    waitFor([](const Watcher& watcher) { return watcher.isEnded(); });
    const std::lock_guard lock(m_mutex);
    return m_status;
}

std::optional<Heard> Watcher::heard(std::int64_t id) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_heard.find(id);
    if (found == m_heard.end())
        return std::nullopt;
    return found->second;
}

std::optional<v1::Presence> Watcher::presence(std::int64_t customerId) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_presence.find(customerId);
    if (found == m_presence.end())
        return std::nullopt;
    return found->second;
}

std::string Watcher::resumeToken() const
{
    const std::lock_guard lock(m_mutex);
    return m_resumeToken;
}

} // namespace banhang::test
