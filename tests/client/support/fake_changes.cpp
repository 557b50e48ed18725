// The feed of the server of the tests, and who is where.
#include "tests/client/support/fake_memory.h"

#include <chrono>

namespace banhang::test {

namespace {

class FakeChanges final : public v1::ChangesService::Service
{
public:
    explicit FakeChanges(FakeMemory& memory) : m_memory(memory) {}

    grpc::Status Watch(grpc::ServerContext* context, const v1::WatchRequest* request,
                       grpc::ServerWriter<v1::WatchEvent>* writer) override
    {
        if (auto status = m_memory.calls.enter("Watch", context); !status.ok())
            return status;
        std::unique_lock lock(m_memory.mutex);
        m_memory.resumeTokens.push_back(request->resume_token());
        const int generation = m_memory.streamGeneration;
        size_t next = request->resume_token().empty() ? m_memory.events.size() : std::stoul(request->resume_token());
        ++m_memory.openStreams;
        m_memory.changed.notify_all();
        v1::WatchEvent first;
        first.mutable_heartbeat();
        first.set_resume_token(std::to_string(next));
        lock.unlock();
        bool isAlive = writer->Write(first);
        lock.lock();
        while (isAlive && !context->IsCancelled() && generation == m_memory.streamGeneration && !m_memory.isStopping) {
            if (next < m_memory.events.size()) {
                auto event = m_memory.events[next++];
                event.set_resume_token(std::to_string(next));
                lock.unlock();
                isAlive = writer->Write(event);
                lock.lock();
                continue;
            }
            m_memory.changed.wait_for(lock, std::chrono::milliseconds(20)); // cancellation wakes nobody
        }
        --m_memory.openStreams;
        return {grpc::StatusCode::UNAVAILABLE, "broken"};
    }

    grpc::Status ReportPresence(grpc::ServerContext* context, const v1::ReportPresenceRequest* request,
                                v1::ReportPresenceResponse* reply) override
    {
        if (auto status = m_memory.calls.enter("ReportPresence", context); !status.ok())
            return status;
        const std::lock_guard lock(m_memory.mutex);
        if (request->customer_id() == 0)
            m_memory.places.erase(request->place());
        else
            m_memory.places[request->place()] = *request;
        reply->set_repeat_ms(1000);
        return grpc::Status::OK;
    }

private:
    FakeMemory& m_memory;
};

} // namespace

std::unique_ptr<grpc::Service> makeFakeChanges(FakeMemory& memory)
{
    return std::make_unique<FakeChanges>(memory);
}

} // namespace banhang::test
