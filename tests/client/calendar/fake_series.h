// Series on the server of the tests: says two days of any rule, and remembers what it was asked to store.
#pragma once

#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "banhang/v1/series.grpc.pb.h"
#include "tests/client/support/fake_calls.h"

namespace banhang::test {

struct SeriesMemory
{
    mutable std::mutex mutex;
    v1::Series series{};
    std::map<std::string, v1::Series> taken{}; ///< from files, by UID
    std::vector<v1::CreateSeriesRequest> creations{};
    std::vector<v1::UpdateSeriesRequest> updates{};
    std::vector<v1::ReplaceSeriesRequest> replacements{};
    std::vector<v1::DeleteSeriesRequest> removals{};
    /// What a rule means; without, its first day.
    std::function<std::vector<v1::Date>(const v1::CheckSeriesRequest&)> days =
        [](const v1::CheckSeriesRequest& request) { return std::vector{request.first_day()}; };

    template <typename Read>
    auto read(Read read) const
    {
        const std::scoped_lock lock(mutex);
        return read(*this);
    }
};

class FakeSeries final : public v1::SeriesService::Service
{
public:
    FakeSeries(FakeCalls& calls, SeriesMemory& memory) : m_calls(calls), m_memory(memory) {}

    grpc::Status GetSeries(grpc::ServerContext* context, const v1::GetSeriesRequest*, v1::Series* reply) override
    {
        if (auto status = m_calls.enter("GetSeries", context); !status.ok())
            return status;
        const std::scoped_lock lock(m_memory.mutex);
        *reply = m_memory.series;
        return grpc::Status::OK;
    }
    grpc::Status CheckSeries(grpc::ServerContext* context, const v1::CheckSeriesRequest* request,
                             v1::CheckSeriesResponse* reply) override
    {
        if (auto status = m_calls.enter("CheckSeries", context); !status.ok())
            return status;
        const std::scoped_lock lock(m_memory.mutex);
        for (const v1::Date& day : m_memory.days(*request))
            *reply->add_days() = day;
        return grpc::Status::OK;
    }
    grpc::Status CreateSeries(grpc::ServerContext* context, const v1::CreateSeriesRequest* request,
                              v1::SeriesChangeResponse* reply) override
    {
        if (auto status = m_calls.enter("CreateSeries", context); !status.ok())
            return status;
        const std::scoped_lock lock(m_memory.mutex);
        m_memory.creations.push_back(*request);
        v1::Series made = request->series();
        made.set_id(static_cast<std::int64_t>(m_memory.creations.size()));
        made.set_version(1);
        m_memory.taken[made.ics_uid()] = made;
        *reply->mutable_series() = made;
        return grpc::Status::OK;
    }
    grpc::Status UpdateSeries(grpc::ServerContext* context, const v1::UpdateSeriesRequest* request,
                              v1::SeriesChangeResponse*) override
    {
        if (auto status = m_calls.enter("UpdateSeries", context); !status.ok())
            return status;
        const std::scoped_lock lock(m_memory.mutex);
        m_memory.updates.push_back(*request);
        return grpc::Status::OK;
    }
    grpc::Status ReplaceSeries(grpc::ServerContext* context, const v1::ReplaceSeriesRequest* request,
                               v1::SeriesChangeResponse* reply) override
    {
        if (auto status = m_calls.enter("ReplaceSeries", context); !status.ok())
            return status;
        const std::scoped_lock lock(m_memory.mutex);
        m_memory.replacements.push_back(*request);
        v1::Series made = request->series();
        made.set_version(made.version() + 1);
        m_memory.taken[made.ics_uid()] = made;
        *reply->mutable_series() = made;
        reply->set_changed(2);
        reply->set_created(1);
        return grpc::Status::OK;
    }
    grpc::Status DeleteSeries(grpc::ServerContext* context, const v1::DeleteSeriesRequest* request,
                              v1::SeriesChangeResponse*) override
    {
        if (auto status = m_calls.enter("DeleteSeries", context); !status.ok())
            return status;
        const std::scoped_lock lock(m_memory.mutex);
        m_memory.removals.push_back(*request);
        return grpc::Status::OK;
    }

private:
    FakeCalls& m_calls;
    SeriesMemory& m_memory;
};

} // namespace banhang::test
