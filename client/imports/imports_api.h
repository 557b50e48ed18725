// Calls about imports; the only file of the client that makes them.
#pragma once

#include "banhang/v1/imports.pb.h"
#include "client/core/rpc_api.h"

namespace banhang::client {

class ImportsApi final : public RpcApi
{
public:
    using RpcApi::RpcApi;

    CallHandle create(const v1::CreateImportRequest& request, QObject* receiver, Handler<v1::Import> handler);
    CallHandle list(QObject* receiver, Handler<v1::ListImportsResponse> handler);
    CallHandle check(const v1::CheckImportRowsRequest& request, QObject* receiver,
                     Handler<v1::CheckImportRowsResponse> handler);
    CallHandle findDuplicateRows(const v1::FindDuplicateRowsRequest& request, QObject* receiver,
                                 Handler<v1::FindDuplicateRowsResponse> handler);
    CallHandle save(const v1::SaveImportRowsRequest& request, QObject* receiver,
                    Handler<v1::SaveImportRowsResponse> handler);
    CallHandle undo(const v1::UndoImportRequest& request, QObject* receiver, Handler<v1::UndoImportResponse> handler);
    CallHandle listTemplates(QObject* receiver, Handler<v1::ListImportTemplatesResponse> handler);
    CallHandle saveTemplate(const v1::ImportTemplate& wanted, QObject* receiver, Handler<v1::ImportTemplate> handler);
    /// One's own; the answer is empty if it was gone already.
    CallHandle forgetTemplate(qint64 templateId, QObject* receiver, Handler<v1::ImportTemplate> handler);
};

} // namespace banhang::client
