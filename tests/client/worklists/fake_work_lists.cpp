#include "tests/client/worklists/fake_work_lists.h"

#include "common/status_codec.h"

namespace banhang::test {

namespace {

constexpr std::int64_t kFirstStart = 1'795'485'600; // 2026-11-24, 9:00 in Viet Nam
constexpr std::int64_t kQuarter = 900;

v1::CheckTalkPlanResponse oneAfterTheOther(const v1::CheckTalkPlanRequest& request)
{
    v1::CheckTalkPlanResponse reply;
    for (int i = 0; i < request.customer_ids_size(); ++i) {
        v1::TalkSlot& slot = *reply.add_talk_slots();
        slot.set_customer_id(request.customer_ids(i));
        slot.set_owner_user_id(request.owner_user_id() != 0 ? request.owner_user_id() : 1);
        slot.mutable_start_time()->set_seconds(kFirstStart + i * kQuarter);
    }
    return reply;
}

} // namespace

class FakeWorkLists::Service final : public v1::WorkListsService::Service
{
public:
    Service(FakeWorkLists& lists, FakeCalls& calls) : m_lists(lists), m_calls(calls) {}

    grpc::Status GetWorkListSettings(grpc::ServerContext* context, const v1::GetWorkListSettingsRequest*,
                                     v1::WorkListSettings* reply) override
    {
        if (auto status = m_calls.enter("GetWorkListSettings", context); !status.ok())
            return status;
        *reply = m_lists.settings();
        return grpc::Status::OK;
    }

    grpc::Status UpdateWorkListSettings(grpc::ServerContext* context, const v1::UpdateWorkListSettingsRequest* request,
                                        v1::WorkListSettings* reply) override
    {
        if (auto status = m_calls.enter("UpdateWorkListSettings", context); !status.ok())
            return status;
        *reply = request->settings();
        reply->set_version(request->settings().version() + 1);
        m_lists.setSettings(*reply);
        return grpc::Status::OK;
    }

    grpc::Status CheckTalkPlan(grpc::ServerContext* context, const v1::CheckTalkPlanRequest* request,
                               v1::CheckTalkPlanResponse* reply) override
    {
        note(m_lists.m_lastCheck, *request);
        if (auto status = m_calls.enter("CheckTalkPlan", context); !status.ok())
            return status;
        const std::lock_guard lock(m_lists.m_mutex);
        *reply = m_lists.m_check.talk_slots().empty() && m_lists.m_check.skipped().empty() ? oneAfterTheOther(*request)
                                                                                           : m_lists.m_check;
        return grpc::Status::OK;
    }

    grpc::Status PlanTalks(grpc::ServerContext* context, const v1::PlanTalksRequest* request,
                           v1::PlanTalksResponse* reply) override
    {
        note(m_lists.m_lastPlan, *request);
        if (auto status = m_calls.enter("PlanTalks", context); !status.ok())
            return status;
        const std::lock_guard lock(m_lists.m_mutex);
        for (const v1::TalkSlot& slot : request->talk_slots()) {
            v1::PlannedTalk& talk = *reply->add_talks();
            talk.set_activity_id(slot.customer_id() + 1000);
            talk.set_version(1);
            talk.set_customer_id(slot.customer_id());
        }
        return grpc::Status::OK;
    }

    grpc::Status UndoPlannedTalks(grpc::ServerContext* context, const v1::UndoPlannedTalksRequest* request,
                                  v1::UndoPlannedTalksResponse* reply) override
    {
        note(m_lists.m_lastUndo, *request);
        if (auto status = m_calls.enter("UndoPlannedTalks", context); !status.ok())
            return status;
        const std::lock_guard lock(m_lists.m_mutex);
        for (const v1::PlannedTalk& talk : request->talks())
            reply->add_activity_ids(talk.activity_id());
        return grpc::Status::OK;
    }

private:
    /// Before the call is counted, for whoever waits for the count reads it then.
    template <typename Request>
    void note(Request& last, const Request& request)
    {
        const std::lock_guard lock(m_lists.m_mutex);
        last = request;
    }

    FakeWorkLists& m_lists;
    FakeCalls& m_calls;
};

FakeWorkLists::FakeWorkLists()
{
    m_settings.set_version(1);
    m_settings.set_untouched_days(7);
    m_settings.set_untouched_leader_days(14);
    m_settings.set_overlooked_days(45);
    m_settings.set_silent_days(120);
    m_settings.add_client_status_keys("trading");
}

FakeServiceMaker FakeWorkLists::maker()
{
    return [this](FakeCalls& calls) { return std::make_unique<Service>(*this, calls); };
}

void FakeWorkLists::setCheck(const v1::CheckTalkPlanResponse& check)
{
    const std::lock_guard lock(m_mutex);
    m_check = check;
}

v1::WorkListSettings FakeWorkLists::settings() const
{
    const std::lock_guard lock(m_mutex);
    return m_settings;
}

void FakeWorkLists::setSettings(const v1::WorkListSettings& settings)
{
    const std::lock_guard lock(m_mutex);
    m_settings = settings;
}

v1::CheckTalkPlanRequest FakeWorkLists::lastCheck() const
{
    const std::lock_guard lock(m_mutex);
    return m_lastCheck;
}

v1::PlanTalksRequest FakeWorkLists::lastPlan() const
{
    const std::lock_guard lock(m_mutex);
    return m_lastPlan;
}

v1::UndoPlannedTalksRequest FakeWorkLists::lastUndo() const
{
    const std::lock_guard lock(m_mutex);
    return m_lastUndo;
}

} // namespace banhang::test
