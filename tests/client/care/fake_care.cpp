#include "tests/client/care/fake_care.h"

#include <algorithm>

#include <google/protobuf/util/field_mask_util.h>

#include "client/care/care_text.h"
#include "client/core/office_time.h"
#include "common/status_codec.h"

namespace banhang::test {

namespace {

bool matches(const v1::CareFilter& filter, const v1::CareRequest& request)
{
    const auto isWanted = [](const auto& values, const auto& value) {
        return values.empty() || std::find(values.begin(), values.end(), value) != values.end();
    };
    if (filter.open_only() && !client::isOpenCare(request))
        return false;
    if (filter.overdue_only() && !client::isLateCare(request, client::officeNow()))
        return false;
    if (filter.customer_id() != 0 && filter.customer_id() != request.customer_id())
        return false;
    return !request.has_delete_time() && isWanted(filter.owner_user_ids(), request.owner_user_id()) &&
           isWanted(filter.severities(), request.severity());
}

template <typename Wanted>
v1::CareRequest merged(const v1::CareRequest& stored, const Wanted& wanted)
{
    v1::CareRequest after = stored;
    google::protobuf::util::FieldMaskUtil::MergeMessageTo(wanted.care_request(), wanted.update_mask(), {}, &after);
    return after;
}

} // namespace

class FakeCare::Service final : public v1::CareRequestsService::Service
{
public:
    Service(FakeCare& care, FakeCalls& calls) : m_care(care), m_calls(calls) {}

    grpc::Status GetCareRequest(grpc::ServerContext* context, const v1::GetCareRequestRequest* request,
                                v1::CareRequest* reply) override
    {
        if (auto status = m_calls.enter("GetCareRequest", context); !status.ok())
            return status;
        const std::lock_guard lock(m_care.m_mutex);
        const auto found = m_care.m_requests.find(request->care_request_id());
        if (found == m_care.m_requests.end())
            return toStatus(AppError(ErrorCode::NotFound, "care_request.not_found"));
        *reply = found->second;
        return grpc::Status::OK;
    }

    grpc::Status BatchGetCareRequests(grpc::ServerContext* context, const v1::BatchGetCareRequestsRequest* request,
                                      v1::BatchGetCareRequestsResponse* reply) override
    {
        if (auto status = m_calls.enter("BatchGetCareRequests", context); !status.ok())
            return status;
        const std::lock_guard lock(m_care.m_mutex);
        for (const std::int64_t id : request->care_request_ids())
            if (const auto found = m_care.m_requests.find(id); found != m_care.m_requests.end())
                *reply->add_care_requests() = found->second;
        return grpc::Status::OK;
    }

    grpc::Status ListCareRequests(grpc::ServerContext* context, const v1::ListCareRequestsRequest* request,
                                  v1::ListCareRequestsResponse* reply) override
    {
        note(m_care.m_lastList, *request);
        if (auto status = m_calls.enter("ListCareRequests", context); !status.ok())
            return status;
        const std::lock_guard lock(m_care.m_mutex);
        std::vector<v1::CareRequest> found;
        for (const auto& [id, one] : m_care.m_requests)
            if (matches(request->filter(), one))
                found.push_back(one);
        std::stable_sort(found.begin(), found.end(), [](const v1::CareRequest& left, const v1::CareRequest& right) {
            return left.promised_time().seconds() < right.promised_time().seconds();
        });
        for (const auto& one : found)
            *reply->add_care_requests() = one;
        return grpc::Status::OK;
    }

    grpc::Status GetCareSettings(grpc::ServerContext* context, const v1::GetCareSettingsRequest*,
                                 v1::CareSettings* reply) override
    {
        if (auto status = m_calls.enter("GetCareSettings", context); !status.ok())
            return status;
        const std::lock_guard lock(m_care.m_mutex);
        *reply = m_care.m_settings;
        return grpc::Status::OK;
    }

    grpc::Status UpdateCareSettings(grpc::ServerContext* context, const v1::UpdateCareSettingsRequest* request,
                                    v1::CareSettings* reply) override
    {
        if (auto status = m_calls.enter("UpdateCareSettings", context); !status.ok())
            return status;
        const std::lock_guard lock(m_care.m_mutex);
        if (request->care_settings().version() != m_care.m_settings.version())
            return toStatus(AppError(ErrorCode::Conflict, "care_settings.edit_conflict"));
        m_care.m_settings = request->care_settings();
        m_care.m_settings.set_version(m_care.m_settings.version() + 1);
        *reply = m_care.m_settings;
        return grpc::Status::OK;
    }

    grpc::Status GetCareCounts(grpc::ServerContext* context, const v1::GetCareCountsRequest*,
                               v1::CareCounts* reply) override
    {
        if (auto status = m_calls.enter("GetCareCounts", context); !status.ok())
            return status;
        const std::lock_guard lock(m_care.m_mutex);
        for (const auto& [id, one] : m_care.m_requests) {
            if (!client::isOpenCare(one) || one.has_delete_time())
                continue;
            const int late = client::isLateCare(one, client::officeNow()) ? 1 : 0;
            const int own = one.owner_user_id() == 1 ? 1 : 0;
            reply->set_capped_all_open(reply->capped_all_open() + 1);
            reply->set_capped_all_overdue(reply->capped_all_overdue() + late);
            reply->set_capped_own_open(reply->capped_own_open() + own);
            reply->set_capped_own_overdue(reply->capped_own_overdue() + own * late);
        }
        return grpc::Status::OK;
    }

    grpc::Status CreateCareRequest(grpc::ServerContext* context, const v1::CreateCareRequestRequest* request,
                                   v1::CareRequest* reply) override
    {
        note(m_care.m_lastCreate, *request);
        if (auto status = m_calls.enter("CreateCareRequest", context); !status.ok())
            return status;
        const std::lock_guard lock(m_care.m_mutex);
        v1::CareRequest made = request->care_request();
        made.set_state(v1::CARE_STATE_NEW);
        if (!made.has_promised_time())
            *made.mutable_promised_time() = client::toTimestamp(client::officeNow().addDays(3));
        *reply = m_care.save(made);
        return grpc::Status::OK;
    }

    grpc::Status UpdateCareRequest(grpc::ServerContext* context, const v1::UpdateCareRequestRequest* request,
                                   v1::CareRequest* reply) override
    {
        note(m_care.m_lastUpdate, *request);
        if (auto status = m_calls.enter("UpdateCareRequest", context); !status.ok())
            return status;
        const std::lock_guard lock(m_care.m_mutex);
        *reply = m_care.save(merged(m_care.m_requests[request->care_request().id()], *request));
        return grpc::Status::OK;
    }

    grpc::Status MoveCareRequest(grpc::ServerContext* context, const v1::MoveCareRequestRequest* request,
                                 v1::CareRequest* reply) override
    {
        note(m_care.m_lastMove, *request);
        if (auto status = m_calls.enter("MoveCareRequest", context); !status.ok())
            return status;
        const std::lock_guard lock(m_care.m_mutex);
        v1::CareRequest after = merged(m_care.m_requests[request->care_request().id()], *request);
        after.set_state(request->state());
        *reply = m_care.save(after);
        return grpc::Status::OK;
    }

    grpc::Status AssignCareRequests(grpc::ServerContext* context, const v1::AssignCareRequestsRequest* request,
                                    v1::AssignCareRequestsResponse* reply) override
    {
        if (auto status = m_calls.enter("AssignCareRequests", context); !status.ok())
            return status;
        const std::lock_guard lock(m_care.m_mutex);
        for (const std::int64_t id : request->care_request_ids()) {
            v1::CareRequest given = m_care.m_requests[id];
            given.set_owner_user_id(request->owner_user_id());
            *reply->add_care_requests() = m_care.save(given);
        }
        return grpc::Status::OK;
    }

    grpc::Status DeleteCareRequest(grpc::ServerContext* context, const v1::DeleteCareRequestRequest* request,
                                   v1::CareRequest* reply) override
    {
        return bin("DeleteCareRequest", context, request->care_request_id(), true, *reply);
    }

    grpc::Status UndeleteCareRequest(grpc::ServerContext* context, const v1::UndeleteCareRequestRequest* request,
                                     v1::CareRequest* reply) override
    {
        return bin("UndeleteCareRequest", context, request->care_request_id(), false, *reply);
    }

private:
    /// Before the call is counted, for whoever waits for the count reads it then.
    template <typename Request>
    void note(Request& last, const Request& request)
    {
        const std::lock_guard lock(m_care.m_mutex);
        last = request;
    }

    grpc::Status bin(const char* method, grpc::ServerContext* context, std::int64_t id, bool isBinned,
                     v1::CareRequest& reply)
    {
        if (auto status = m_calls.enter(method, context); !status.ok())
            return status;
        const std::lock_guard lock(m_care.m_mutex);
        v1::CareRequest after = m_care.m_requests[id];
        if (isBinned)
            *after.mutable_delete_time() = client::toTimestamp(client::officeNow());
        else
            after.clear_delete_time();
        reply = m_care.save(after);
        return grpc::Status::OK;
    }

    FakeCare& m_care;
    FakeCalls& m_calls;
};

std::vector<FakeServiceMaker> FakeCare::makers()
{
    return {[this](FakeCalls& calls) { return std::make_unique<Service>(*this, calls); }};
}

v1::CareRequest& FakeCare::save(v1::CareRequest request)
{
    if (request.id() == 0)
        request.set_id(m_requests.empty() ? 1 : m_requests.rbegin()->first + 1);
    if (request.code().empty())
        request.set_code("YC" + std::to_string(1'000'000 + request.id()).substr(1));
    auto& place = m_requests[request.id()];
    request.set_version(place.version() + 1);
    place = std::move(request);
    return place;
}

void FakeCare::put(const v1::CareRequest& request)
{
    const std::lock_guard lock(m_mutex);
    save(request);
}

v1::CareRequest FakeCare::stored(std::int64_t id) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_requests.find(id);
    return found == m_requests.end() ? v1::CareRequest() : found->second;
}

v1::CreateCareRequestRequest FakeCare::lastCreate() const
{
    const std::lock_guard lock(m_mutex);
    return m_lastCreate;
}

v1::MoveCareRequestRequest FakeCare::lastMove() const
{
    const std::lock_guard lock(m_mutex);
    return m_lastMove;
}

v1::UpdateCareRequestRequest FakeCare::lastUpdate() const
{
    const std::lock_guard lock(m_mutex);
    return m_lastUpdate;
}

void FakeCare::setSettings(const v1::CareSettings& settings)
{
    const std::lock_guard lock(m_mutex);
    m_settings = settings;
}

v1::CareSettings FakeCare::settings() const
{
    const std::lock_guard lock(m_mutex);
    return m_settings;
}

v1::ListCareRequestsRequest FakeCare::lastList() const
{
    const std::lock_guard lock(m_mutex);
    return m_lastList;
}

} // namespace banhang::test
