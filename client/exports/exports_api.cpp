#include "client/exports/exports_api.h"

namespace banhang::client {

CallHandle ExportsApi::exportCustomers(const v1::ExportCustomersRequest& request, std::shared_ptr<MessageSink> sink,
                                       QObject* receiver, std::function<void(std::optional<AppError>)> handler)
{
    return rpc().download(methodOf<v1::ExportCustomersRequest, v1::ExportCustomersResponse>(), request, std::move(sink),
                          receiver, std::move(handler));
}

} // namespace banhang::client
