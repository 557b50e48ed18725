// The work lists of the tests' server: what it answers is given, what it was asked is kept.
#pragma once

#include <memory>
#include <mutex>

#include "banhang/v1/work_lists.grpc.pb.h"
#include "tests/client/support/fake_server.h"

namespace banhang::test {

/// Outlives the service that is made over it. Thread: everything may be called from the test's thread.
class FakeWorkLists
{
public:
    FakeWorkLists();

    /// For the constructor of FakeServer.
    FakeServiceMaker maker();

    /// Without it every customer gets a quarter of an hour, one after the other.
    void setCheck(const v1::CheckTalkPlanResponse& check);
    v1::WorkListSettings settings() const;
    void setSettings(const v1::WorkListSettings& settings);
    v1::CheckTalkPlanRequest lastCheck() const;
    v1::PlanTalksRequest lastPlan() const;
    v1::UndoPlannedTalksRequest lastUndo() const;

private:
    class Service;
    friend class Service;

    mutable std::mutex m_mutex;
    v1::WorkListSettings m_settings;
    v1::CheckTalkPlanResponse m_check;
    v1::CheckTalkPlanRequest m_lastCheck;
    v1::PlanTalksRequest m_lastPlan;
    v1::UndoPlannedTalksRequest m_lastUndo;
};

} // namespace banhang::test
