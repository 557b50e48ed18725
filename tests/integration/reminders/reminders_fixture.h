// A small office whose activities are saved through the real service, with reminders in the save.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include <google/protobuf/util/time_util.h>

#include "banhang/v1/activities.grpc.pb.h"
#include "banhang/v1/notifications.grpc.pb.h"
#include "ledger.h"
#include "plan.h"
#include "server/reminders/activity_notifier.h"
#include "server/reminders/reminder_job.h"
#include "tests/support/server_fixture.h"

namespace banhang::test {

using google::protobuf::util::TimeUtil;
using Lines = std::vector<std::string>;

/// lan and hoa in one team, minh leads it and assigns; neither of the first two sees customers of others.
class RemindersFixture : public ServerFixture
{
protected:
    std::vector<std::unique_ptr<grpc::Service>> makeServices(ServerParts& parts) override;
    void addConstraints(server::ConstraintErrors& errors) override;
    void SetUp() override;

    /// In so many seconds, for an hour.
    static v1::Activity appointment(std::int64_t inSeconds, const std::vector<int>& leads,
                                    const std::vector<TestUser>& participants = {});
    v1::Activity create(const v1::Activity& activity, const std::string& token);
    v1::Activity update(const v1::Activity& activity, const Lines& fields, const std::string& token);
    /// Later by so many seconds.
    v1::Activity moved(v1::Activity activity, std::int64_t seconds, const std::string& token);
    v1::Activity close(const v1::Activity& activity, v1::ActivityState state, const std::string& token);
    v1::Activity binned(const v1::Activity& activity, const std::string& token);

    v1::ListNotificationsResponse listOf(const std::string& token, bool isUnreadOnly = false);
    std::vector<v1::Notification> toldTo(const std::string& token);
    Lines keysOf(const std::string& token);
    v1::Reminders remindersOf(const std::string& token);
    v1::NotificationSettings setSettings(const v1::NotificationSettings& settings, const Lines& fields,
                                         const std::string& token);
    /// "pending 15 lan" and the like, of one activity, in order.
    Lines remindersFor(std::int64_t activityId);

    /// Runs a scheduler until nothing is due.
    void settleDue();

    TestUser lan, hoa, minh;
    std::string lanToken, hoaToken, minhToken;
    std::unique_ptr<v1::ActivitiesService::Stub> activities;
    std::unique_ptr<v1::NotificationsService::Stub> notifications;

private:
    server::ActivityNotifier m_upkeep;
    server::Metrics m_figures;
};

} // namespace banhang::test
