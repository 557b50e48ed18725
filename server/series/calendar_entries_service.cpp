#include "server/series/calendar_entries_service.h"

#include "server/series/calendar_entries.h"

namespace banhang::server {

CalendarEntriesService::CalendarEntriesService(CallRunner& calls, const TokenSigner& signer)
    : m_calls(calls), m_signer(signer)
{
}

CalendarEntriesService::~CalendarEntriesService() = default;

grpc::ServerUnaryReactor* CalendarEntriesService::ExportCalendarEntries(grpc::CallbackServerContext* context,
                                                                        const v1::ExportCalendarEntriesRequest* request,
                                                                        v1::CalendarEntries* response)
{
    // It writes the audit.
    return m_calls.write(context, "CalendarEntriesService.ExportCalendarEntries", request, response,
                         [this](Call& call, const v1::ExportCalendarEntriesRequest& wanted,
                                v1::CalendarEntries& reply) { exportCalendarEntries(call, m_signer, wanted, reply); });
}

grpc::ServerUnaryReactor* CalendarEntriesService::FindCalendarEntries(grpc::CallbackServerContext* context,
                                                                      const v1::FindCalendarEntriesRequest* request,
                                                                      v1::CalendarEntries* response)
{
    return m_calls.read(context, "CalendarEntriesService.FindCalendarEntries", request, response,
                        [this](Call& call, const v1::FindCalendarEntriesRequest& wanted, v1::CalendarEntries& reply) {
                            findCalendarEntries(call, m_signer, wanted, reply);
                        });
}

} // namespace banhang::server
