#include "server/activities/activities_service.h"

#include "server/activities/activity_handling.h"
#include "server/activities/activity_listing.h"
#include "server/activities/activity_saving.h"
#include "server/activities/report.h"
#include "server/activities/timeline_listing.h"
#include "server/activities/workday.h"

namespace banhang::server {

using grpc::CallbackServerContext;
using grpc::ServerUnaryReactor;

namespace {

/// A body that writes, with those who listen.
template <typename Request, typename Response>
auto with(const ActivityListeners& listeners, void (*write)(Call&, const ActivityListeners&, const Request&, Response&))
{
    return [&listeners, write](Call& call, const Request& wanted, Response& reply) {
        write(call, listeners, wanted, reply);
    };
}

/// A body that reads pages.
template <typename Request, typename Response>
auto with(const TokenSigner& signer, void (*read)(Call&, const TokenSigner&, const Request&, Response&))
{
    return [&signer, read](Call& call, const Request& wanted, Response& reply) { read(call, signer, wanted, reply); };
}

} // namespace

ActivitiesService::ActivitiesService(CallRunner& calls, const TokenSigner& signer, ActivityListeners listeners)
    : m_calls(calls), m_signer(signer), m_listeners(std::move(listeners))
{
}

ActivitiesService::~ActivitiesService() = default;

ServerUnaryReactor* ActivitiesService::GetActivity(CallbackServerContext* context,
                                                   const v1::GetActivityRequest* request, v1::Activity* response)
{
    return m_calls.read(context, "ActivitiesService.GetActivity", request, response, getActivity);
}

ServerUnaryReactor* ActivitiesService::BatchGetActivities(CallbackServerContext* context,
                                                          const v1::BatchGetActivitiesRequest* request,
                                                          v1::BatchGetActivitiesResponse* response)
{
    return m_calls.read(context, "ActivitiesService.BatchGetActivities", request, response, batchGetActivities);
}

ServerUnaryReactor* ActivitiesService::ListActivities(CallbackServerContext* context,
                                                      const v1::ListActivitiesRequest* request,
                                                      v1::ListActivitiesResponse* response)
{
    return m_calls.read(context, "ActivitiesService.ListActivities", request, response, with(m_signer, listActivities));
}

ServerUnaryReactor* ActivitiesService::ListTimeline(CallbackServerContext* context,
                                                    const v1::ListTimelineRequest* request,
                                                    v1::ListTimelineResponse* response)
{
    return m_calls.read(context, "ActivitiesService.ListTimeline", request, response, with(m_signer, listTimeline));
}

ServerUnaryReactor* ActivitiesService::GetWorkday(CallbackServerContext* context, const v1::GetWorkdayRequest* request,
                                                  v1::Workday* response)
{
    return m_calls.read(context, "ActivitiesService.GetWorkday", request, response, getWorkday);
}

ServerUnaryReactor* ActivitiesService::GetActivityReport(CallbackServerContext* context,
                                                         const v1::GetActivityReportRequest* request,
                                                         v1::ActivityReport* response)
{
    return m_calls.read(context, "ActivitiesService.GetActivityReport", request, response, getActivityReport);
}

ServerUnaryReactor* ActivitiesService::CheckActivity(CallbackServerContext* context,
                                                     const v1::CheckActivityRequest* request,
                                                     v1::CheckActivityResponse* response)
{
    return m_calls.read(context, "ActivitiesService.CheckActivity", request, response, checkTypedActivity);
}

ServerUnaryReactor* ActivitiesService::CreateActivity(CallbackServerContext* context,
                                                      const v1::CreateActivityRequest* request,
                                                      v1::ActivityChangeResponse* response)
{
    return m_calls.write(context, "ActivitiesService.CreateActivity", request, response,
                         with(m_listeners, saveNewActivity));
}

ServerUnaryReactor* ActivitiesService::UpdateActivity(CallbackServerContext* context,
                                                      const v1::UpdateActivityRequest* request,
                                                      v1::ActivityChangeResponse* response)
{
    return m_calls.write(context, "ActivitiesService.UpdateActivity", request, response,
                         with(m_listeners, saveActivityChanges));
}

ServerUnaryReactor* ActivitiesService::CloseActivity(CallbackServerContext* context,
                                                     const v1::CloseActivityRequest* request,
                                                     v1::ActivityChangeResponse* response)
{
    return m_calls.write(context, "ActivitiesService.CloseActivity", request, response,
                         with(m_listeners, closeActivity));
}

ServerUnaryReactor* ActivitiesService::ReopenActivity(CallbackServerContext* context,
                                                      const v1::ReopenActivityRequest* request,
                                                      v1::ActivityChangeResponse* response)
{
    return m_calls.write(context, "ActivitiesService.ReopenActivity", request, response,
                         with(m_listeners, reopenActivity));
}

ServerUnaryReactor* ActivitiesService::AssignActivities(CallbackServerContext* context,
                                                        const v1::AssignActivitiesRequest* request,
                                                        v1::AssignActivitiesResponse* response)
{
    return m_calls.write(context, "ActivitiesService.AssignActivities", request, response,
                         with(m_listeners, assignActivities));
}

ServerUnaryReactor* ActivitiesService::DeleteActivity(CallbackServerContext* context,
                                                      const v1::DeleteActivityRequest* request, v1::Activity* response)
{
    return m_calls.write(context, "ActivitiesService.DeleteActivity", request, response,
                         with(m_listeners, binActivity));
}

ServerUnaryReactor* ActivitiesService::UndeleteActivity(CallbackServerContext* context,
                                                        const v1::UndeleteActivityRequest* request,
                                                        v1::Activity* response)
{
    return m_calls.write(context, "ActivitiesService.UndeleteActivity", request, response,
                         with(m_listeners, unbinActivity));
}

} // namespace banhang::server
