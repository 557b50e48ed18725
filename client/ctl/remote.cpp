#include "client/ctl/remote.h"

#include "common/platform/host.h"

namespace banhang::client {

Remote::Remote(const std::shared_ptr<grpc::Channel>& channel, std::string token)
    : m_identity{std::move(token), platform::hostName(), "banhangctl " BANHANG_VERSION},
      m_stubs(v1::ActivitiesService::NewStub(channel), v1::AttachmentsService::NewStub(channel),
              v1::ChangesService::NewStub(channel), v1::CustomersService::NewStub(channel),
              v1::ExportsService::NewStub(channel), v1::IdentityService::NewStub(channel),
              v1::ImportsService::NewStub(channel), v1::OpsService::NewStub(channel),
              v1::PicklistsService::NewStub(channel), v1::ScansService::NewStub(channel),
              v1::SequencesService::NewStub(channel), v1::CareRequestsService::NewStub(channel),
              v1::SubscriptionsService::NewStub(channel), v1::CalendarEntriesService::NewStub(channel),
              v1::SeriesService::NewStub(channel))
{
}

} // namespace banhang::client
