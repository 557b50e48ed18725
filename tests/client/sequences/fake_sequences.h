// Care sequences on the server of the tests: two of them, a customer on one, and a memory of what it was asked.
#pragma once

#include <algorithm>
#include <mutex>
#include <vector>

#include "banhang/v1/sequences.grpc.pb.h"
#include "tests/client/support/fake_calls.h"

namespace banhang::test {

struct SequenceMemory
{
    mutable std::mutex mutex;
    v1::ListSequencesResponse sequences{};
    v1::CustomerEnrolments care{};
    v1::CheckSequenceResponse check{};
    std::vector<v1::CreateSequenceRequest> creations{};
    std::vector<v1::UpdateSequenceRequest> updates{};
    std::vector<v1::StartSequenceRequest> starts{};
    std::vector<v1::StopSequenceRequest> stops{};

    template <typename Read>
    auto read(Read read) const
    {
        const std::scoped_lock lock(mutex);
        return read(*this);
    }
};

class FakeSequences final : public v1::SequencesService::Service
{
public:
    FakeSequences(FakeCalls& calls, SequenceMemory& memory) : m_calls(calls), m_memory(memory) {}

    grpc::Status ListSequences(grpc::ServerContext* context, const v1::ListSequencesRequest*,
                               v1::ListSequencesResponse* reply) override
    {
        return answer("ListSequences", context, [&] { *reply = m_memory.sequences; });
    }
    grpc::Status CheckSequence(grpc::ServerContext* context, const v1::CheckSequenceRequest*,
                               v1::CheckSequenceResponse* reply) override
    {
        return answer("CheckSequence", context, [&] { *reply = m_memory.check; });
    }
    grpc::Status CreateSequence(grpc::ServerContext* context, const v1::CreateSequenceRequest* request,
                                v1::Sequence* reply) override
    {
        note(m_memory.creations, *request);
        return answer("CreateSequence", context, [&] {
            *reply = request->sequence();
            reply->set_id(99);
        });
    }
    grpc::Status UpdateSequence(grpc::ServerContext* context, const v1::UpdateSequenceRequest* request,
                                v1::Sequence* reply) override
    {
        note(m_memory.updates, *request);
        return answer("UpdateSequence", context, [&] {
            *reply = request->sequence();
            reply->set_version(reply->version() + 1);
            int last = 0;
            for (const auto& step : reply->steps())
                last = std::max(last, step.number());
            for (auto& step : *reply->mutable_steps())
                if (step.number() == 0)
                    step.set_number(++last);
            for (auto& one : *m_memory.sequences.mutable_sequences())
                if (one.id() == reply->id())
                    one = *reply;
        });
    }
    grpc::Status GetCustomerEnrolments(grpc::ServerContext* context, const v1::GetCustomerEnrolmentsRequest*,
                                       v1::CustomerEnrolments* reply) override
    {
        return answer("GetCustomerEnrolments", context, [&] { *reply = m_memory.care; });
    }
    grpc::Status StartSequence(grpc::ServerContext* context, const v1::StartSequenceRequest* request,
                               v1::StartSequenceResponse* reply) override
    {
        note(m_memory.starts, *request);
        return answer("StartSequence", context, [&] {
            for (const auto id : request->customer_ids()) {
                if (id == kAlreadyOn) {
                    reply->add_skipped()->set_customer_id(id);
                    reply->mutable_skipped(0)->set_key("sequence.already_on");
                } else {
                    reply->add_enrolments();
                }
            }
        });
    }
    grpc::Status StopSequence(grpc::ServerContext* context, const v1::StopSequenceRequest* request,
                              v1::StopSequenceResponse* reply) override
    {
        note(m_memory.stops, *request);
        return answer("StopSequence", context, [&] { *reply->mutable_enrolment_ids() = request->enrolment_ids(); });
    }

    static constexpr std::int64_t kAlreadyOn = 8;

private:
    /// Before the call is counted, for whoever waits for the count reads it then.
    template <typename Request>
    void note(std::vector<Request>& requests, const Request& request)
    {
        const std::scoped_lock lock(m_memory.mutex);
        requests.push_back(request);
    }
    template <typename Fill>
    grpc::Status answer(const char* method, grpc::ServerContext* context, Fill fill)
    {
        if (auto status = m_calls.enter(method, context); !status.ok())
            return status;
        const std::scoped_lock lock(m_memory.mutex);
        fill();
        return grpc::Status::OK;
    }

    FakeCalls& m_calls;
    SequenceMemory& m_memory;
};

} // namespace banhang::test
