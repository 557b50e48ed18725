// Answers CalendarEntriesService.
#pragma once

#include "banhang/v1/calendar_entries.grpc.pb.h"
#include "server/core/call/call.h"

namespace banhang::server {

class TokenSigner;

class CalendarEntriesService final : public v1::CalendarEntriesService::CallbackService
{
public:
    /// Owner: both must outlive the service.
    CalendarEntriesService(CallRunner& calls, const TokenSigner& signer);
    ~CalendarEntriesService() override;

    grpc::ServerUnaryReactor* ExportCalendarEntries(grpc::CallbackServerContext* context,
                                                    const v1::ExportCalendarEntriesRequest* request,
                                                    v1::CalendarEntries* response) override;
    grpc::ServerUnaryReactor* FindCalendarEntries(grpc::CallbackServerContext* context,
                                                  const v1::FindCalendarEntriesRequest* request,
                                                  v1::CalendarEntries* response) override;

private:
    CallRunner& m_calls;
    const TokenSigner& m_signer;
};

} // namespace banhang::server
