#include "server/core/rpc/method_table.h"

#include <algorithm>
#include <array>
#include <stdexcept>

#include "banhang/v1/activities.pb.h"
#include "banhang/v1/attachments.pb.h"
#include "banhang/v1/calendar_entries.pb.h"
#include "banhang/v1/care_requests.pb.h"
#include "banhang/v1/changes.pb.h"
#include "banhang/v1/customers.pb.h"
#include "banhang/v1/exports.pb.h"
#include "banhang/v1/findings.pb.h"
#include "banhang/v1/identity.pb.h"
#include "banhang/v1/imports.pb.h"
#include "banhang/v1/merges.pb.h"
#include "banhang/v1/notifications.pb.h"
#include "banhang/v1/ops.pb.h"
#include "banhang/v1/options.pb.h"
#include "banhang/v1/picklists.pb.h"
#include "banhang/v1/scans.pb.h"
#include "banhang/v1/sequences.pb.h"
#include "banhang/v1/series.pb.h"
#include "banhang/v1/subscriptions.pb.h"
#include "banhang/v1/views.pb.h"
#include "banhang/v1/work_lists.pb.h"

namespace banhang::server {

namespace {

/// What somebody with a password given by others needs to set one of their own, and no more.
constexpr std::array<std::string_view, 3> kBeforePasswordChange{"IdentityService.GetMe", "IdentityService.SignOut",
                                                                "IdentityService.ChangePassword"};

constexpr std::array<std::string_view, 1> kRepeatedByItself{"ChangesService.ReportPresence"};

MethodInfo infoOf(const google::protobuf::MethodDescriptor& method, const MethodAccess& access, int index)
{
    MethodInfo info{method.service()->name() + "." + method.name(), access, nullptr, false, false, index};
    const auto* requestId = method.input_type()->FindFieldByName("request_id");
    if (requestId != nullptr && requestId->type() == google::protobuf::FieldDescriptor::TYPE_STRING)
        info.requestId = requestId;
    info.worksBeforePasswordChange = std::ranges::find(kBeforePasswordChange, info.name) != kBeforePasswordChange.end();
    info.isRepeatedByItself = std::ranges::find(kRepeatedByItself, info.name) != kRepeatedByItself.end();
    return info;
}

} // namespace

std::vector<const google::protobuf::ServiceDescriptor*> allServices()
{
    // Through a message of each file: services have no C++ class of their own in the messages' library.
    std::vector<const google::protobuf::ServiceDescriptor*> services;
    for (const auto* message : {v1::SignInRequest::descriptor(),
                                v1::ListPickItemsRequest::descriptor(),
                                v1::ListSavedViewsRequest::descriptor(),
                                v1::GetCustomerRequest::descriptor(),
                                v1::GetActivityRequest::descriptor(),
                                v1::ListAttachmentsRequest::descriptor(),
                                v1::GetSeriesRequest::descriptor(),
                                v1::FindCalendarEntriesRequest::descriptor(),
                                v1::GetCareRequestRequest::descriptor(),
                                v1::ListSequencesRequest::descriptor(),
                                v1::GetWorkListSettingsRequest::descriptor(),
                                v1::ListNotificationsRequest::descriptor(),
                                v1::ListSubscriptionsRequest::descriptor(),
                                v1::MergeCustomersRequest::descriptor(),
                                v1::ListFindingsRequest::descriptor(),
                                v1::GetScanRequest::descriptor(),
                                v1::CreateImportRequest::descriptor(),
                                v1::ExportCustomersRequest::descriptor(),
                                v1::WatchRequest::descriptor(),
                                v1::GetServerInfoRequest::descriptor()}) {
        for (int i = 0; i < message->file()->service_count(); ++i)
            services.push_back(message->file()->service(i));
    }
    return services;
}

std::optional<MethodAccess> methodAccess(const google::protobuf::MethodDescriptor& method)
{
    return parseMethodAccess(method.options().GetExtension(v1::required_right));
}

MethodTable::MethodTable(const std::vector<const google::protobuf::ServiceDescriptor*>& services)
{
    std::string faults;
    for (const auto* service : services) {
        for (int i = 0; i < service->method_count(); ++i) {
            const auto& method = *service->method(i);
            if (const auto access = methodAccess(method))
                m_methods.push_back(infoOf(method, *access, size()));
            else
                faults += " " + method.full_name();
        }
    }
    if (!faults.empty())
        throw std::runtime_error("methods without a valid required_right:" + faults);
    for (const MethodInfo& info : m_methods)
        m_byName.emplace(info.name, info.index);
}

const MethodInfo& MethodTable::find(std::string_view name) const
{
    const auto found = m_byName.find(name);
    if (found == m_byName.end())
        throw std::out_of_range("unknown method " + std::string(name));
    return m_methods[static_cast<std::size_t>(found->second)];
}

} // namespace banhang::server
