#include "client/calendar/files/calendar_entries_api.h"

namespace banhang::client {

CallHandle CalendarEntriesApi::exportEntries(const v1::ExportCalendarEntriesRequest& request, QObject* receiver,
                                             Handler<v1::CalendarEntries> handler)
{
    return ask(request, receiver, std::move(handler));
}

CallHandle CalendarEntriesApi::find(const v1::FindCalendarEntriesRequest& request, QObject* receiver,
                                    Handler<v1::CalendarEntries> handler)
{
    return ask(request, receiver, std::move(handler));
}

} // namespace banhang::client
