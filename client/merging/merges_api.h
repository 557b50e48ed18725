// Every call about merges, findings and the scan; the only file of the client that makes them.
#pragma once

#include "banhang/v1/findings.pb.h"
#include "banhang/v1/merges.pb.h"
#include "banhang/v1/scans.pb.h"
#include "client/core/rpc_api.h"

namespace banhang::client {

class MergesApi final : public RpcApi
{
public:
    using RpcApi::RpcApi;

    /// `survivorId` 0: the server proposes.
    CallHandle preview(const QList<qint64>& customerIds, qint64 survivorId, QObject* receiver,
                       Handler<v1::MergePreview> handler);
    CallHandle merge(const v1::MergeCustomersRequest& request, QObject* receiver,
                     Handler<v1::MergeCustomersResponse> handler);
    CallHandle listMerges(const std::string& pageToken, QObject* receiver, Handler<v1::ListMergesResponse> handler);
    CallHandle previewUndo(qint64 mergeId, QObject* receiver, Handler<v1::UndoPreview> handler);
    /// `survivorVersion` 0: whatever it is by now.
    CallHandle undo(qint64 mergeId, qint64 survivorVersion, QObject* receiver, Handler<v1::UndoMergeResponse> handler);
    CallHandle listFindings(bool postponed, const std::string& pageToken, QObject* receiver,
                            Handler<v1::ListFindingsResponse> handler);
    CallHandle decide(const QList<qint64>& customerIds, v1::FindingAnswer answer, QObject* receiver,
                      Handler<v1::DecideFindingResponse> handler);
    CallHandle getScan(QObject* receiver, Handler<v1::Scan> handler);
    CallHandle startScan(QObject* receiver, Handler<v1::Scan> handler);
    CallHandle pauseScan(QObject* receiver, Handler<v1::Scan> handler);
    CallHandle resumeScan(QObject* receiver, Handler<v1::Scan> handler);
    CallHandle cancelScan(QObject* receiver, Handler<v1::Scan> handler);
};

} // namespace banhang::client
