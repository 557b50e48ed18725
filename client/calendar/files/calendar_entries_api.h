// Calls about entries of calendar files; the only file of the client that makes them.
#pragma once

#include "banhang/v1/calendar_entries.pb.h"
#include "client/core/rpc_api.h"

namespace banhang::client {

class CalendarEntriesApi final : public RpcApi
{
public:
    using RpcApi::RpcApi;

    /// A page; see the contract for the next ones.
    CallHandle exportEntries(const v1::ExportCalendarEntriesRequest& request, QObject* receiver,
                             Handler<v1::CalendarEntries> handler);
    /// A page; at most 500 UIDs.
    CallHandle find(const v1::FindCalendarEntriesRequest& request, QObject* receiver,
                    Handler<v1::CalendarEntries> handler);
};

} // namespace banhang::client
