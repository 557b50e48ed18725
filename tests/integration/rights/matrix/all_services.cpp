#include "tests/integration/rights/matrix/all_services.h"

#include "server/activities/activities_service.h"
#include "server/activities/activity_store.h"
#include "server/attachments/attachments_service.h"
#include "server/care/care_request_store.h"
#include "server/care/care_requests_service.h"
#include "server/changes/changes_service.h"
#include "server/customers/customer_store.h"
#include "server/customers/customers_service.h"
#include "server/exports/exports_service.h"
#include "server/findings/findings_service.h"
#include "server/findings/scan_store.h"
#include "server/findings/scans_service.h"
#include "server/identity/caller_loader.h"
#include "server/identity/identity_service.h"
#include "server/identity/user_store.h"
#include "server/imports/imports_service.h"
#include "server/merging/merges_service.h"
#include "server/ops/ops_service.h"
#include "server/picklists/pick_item_store.h"
#include "server/picklists/picklists_service.h"
#include "server/reminders/notifications_service.h"
#include "server/sequences/sequence_store.h"
#include "server/sequences/sequences_service.h"
#include "server/series/calendar_entries_service.h"
#include "server/series/series_service.h"
#include "server/series/series_store.h"
#include "server/subscriptions/subscriptions_service.h"
#include "server/views/view_store.h"
#include "server/views/views_service.h"
#include "server/worklists/work_lists_service.h"

namespace banhang::test {

std::vector<std::unique_ptr<grpc::Service>> makeAllServices(ServerParts& parts, server::PasswordHasher& hasher,
                                                            server::ChangeHub& hub)
{
    auto& callers = dynamic_cast<server::CallerLoader&>(parts.callers);
    std::vector<std::unique_ptr<grpc::Service>> services;
    const auto add = [&services](std::unique_ptr<grpc::Service> service) { services.push_back(std::move(service)); };
    add(std::make_unique<server::IdentityService>(parts.calls, server::SignInParts{hasher, callers, parts.signer}));
    add(std::make_unique<server::PicklistsService>(parts.calls, parts.signer));
    add(std::make_unique<server::ViewsService>(parts.calls, parts.signer));
    add(std::make_unique<server::CustomersService>(parts.calls, parts.signer));
    add(std::make_unique<server::ActivitiesService>(parts.calls, parts.signer));
    add(std::make_unique<server::AttachmentsService>(parts.calls, parts.signer,
                                                     server::AttachmentParts{parts.app, parts.callers, 1024, [] {}}));
    add(std::make_unique<server::SeriesService>(parts.calls, server::ActivityListeners{}));
    add(std::make_unique<server::CalendarEntriesService>(parts.calls, parts.signer));
    add(std::make_unique<server::SequencesService>(parts.calls, parts.signer));
    add(std::make_unique<server::WorkListsService>(parts.calls, server::ActivityListeners{}));
    add(std::make_unique<server::CareRequestsService>(parts.calls, parts.signer));
    add(std::make_unique<server::NotificationsService>(parts.calls, parts.signer));
    add(std::make_unique<server::SubscriptionsService>(parts.calls, parts.signer));
    add(std::make_unique<server::ImportsService>(parts.calls, parts.signer));
    add(std::make_unique<server::ExportsService>(parts.app, parts.callers, parts.signer));
    add(std::make_unique<server::MergesService>(parts.calls, parts.signer));
    add(std::make_unique<server::FindingsService>(parts.calls, parts.signer));
    add(std::make_unique<server::ScansService>(parts.calls, true));
    add(std::make_unique<server::ChangesService>(parts.calls, parts.app, parts.callers, hub));
    add(std::make_unique<server::OpsService>(parts.calls));
    return services;
}

void addAllConstraints(server::ConstraintErrors& errors)
{
    server::registerIdentityConstraints(errors);
    server::registerPicklistsConstraints(errors);
    server::registerViewsConstraints(errors);
    server::registerCustomersConstraints(errors);
    server::registerActivitiesConstraints(errors);
    server::registerSeriesConstraints(errors);
    server::registerSequencesConstraints(errors);
    server::registerCareConstraints(errors);
    server::registerScanConstraints(errors);
}

} // namespace banhang::test
