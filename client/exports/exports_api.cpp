#include "client/exports/exports_api.h"

namespace banhang::client {

CallHandle ExportsApi::exportCustomers(const v1::ExportCustomersRequest& request, QObject* receiver,
                                       std::function<void(v1::ExportCustomersResponse)> onPiece,
                                       std::function<void(AppError)> onEnd)
{
    static const Method<v1::ExportCustomersRequest, v1::ExportCustomersResponse> method(
        "banhang.v1.ExportsService.ExportCustomers");
    return m_rpc.watch<v1::ExportCustomersRequest, v1::ExportCustomersResponse>(method, request, receiver,
                                                                                std::move(onPiece), std::move(onEnd));
}

} // namespace banhang::client
