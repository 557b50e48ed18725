#include "client/exports/exports_api.h"

namespace banhang::client {

CallHandle ExportsApi::exportCustomers(const v1::ExportCustomersRequest& request, QObject* receiver,
                                       std::function<void(v1::ExportCustomersResponse)> onPiece,
                                       std::function<void(AppError)> onEnd)
{
    return rpc().watch(methodOf<v1::ExportCustomersRequest, v1::ExportCustomersResponse>(), request, receiver,
                       std::move(onPiece), std::move(onEnd));
}

} // namespace banhang::client
