#include "client/merging/merges_api.h"

namespace banhang::client {

CallHandle MergesApi::preview(const QList<qint64>& customerIds, qint64 survivorId, QObject* receiver,
                              Handler<v1::MergePreview> handler)
{
    static const Method<v1::GetMergePreviewRequest, v1::MergePreview> method(
        "banhang.v1.MergesService.GetMergePreview");
    v1::GetMergePreviewRequest request;
    for (const qint64 id : customerIds)
        request.add_customer_ids(id);
    request.set_survivor_id(survivorId);
    return m_rpc.call(method, request, receiver, std::move(handler));
}

CallHandle MergesApi::merge(const v1::MergeCustomersRequest& request, QObject* receiver,
                            Handler<v1::MergeCustomersResponse> handler)
{
    static const Method<v1::MergeCustomersRequest, v1::MergeCustomersResponse> method(
        "banhang.v1.MergesService.MergeCustomers");
    return m_rpc.call(method, request, receiver, std::move(handler));
}

CallHandle MergesApi::listMerges(const std::string& pageToken, QObject* receiver,
                                 Handler<v1::ListMergesResponse> handler)
{
    static const Method<v1::ListMergesRequest, v1::ListMergesResponse> method("banhang.v1.MergesService.ListMerges");
    v1::ListMergesRequest request;
    request.set_page_token(pageToken);
    return m_rpc.call(method, request, receiver, std::move(handler));
}

CallHandle MergesApi::previewUndo(qint64 mergeId, QObject* receiver, Handler<v1::UndoPreview> handler)
{
    static const Method<v1::GetUndoPreviewRequest, v1::UndoPreview> method("banhang.v1.MergesService.GetUndoPreview");
    v1::GetUndoPreviewRequest request;
    request.set_merge_id(mergeId);
    return m_rpc.call(method, request, receiver, std::move(handler));
}

CallHandle MergesApi::undo(qint64 mergeId, qint64 survivorVersion, QObject* receiver,
                           Handler<v1::UndoMergeResponse> handler)
{
    static const Method<v1::UndoMergeRequest, v1::UndoMergeResponse> method("banhang.v1.MergesService.UndoMerge");
    v1::UndoMergeRequest request;
    request.set_merge_id(mergeId);
    request.set_survivor_version(survivorVersion);
    return m_rpc.call(method, request, receiver, std::move(handler));
}

CallHandle MergesApi::listFindings(bool postponed, const std::string& pageToken, QObject* receiver,
                                   Handler<v1::ListFindingsResponse> handler)
{
    static const Method<v1::ListFindingsRequest, v1::ListFindingsResponse> method(
        "banhang.v1.FindingsService.ListFindings");
    v1::ListFindingsRequest request;
    request.set_postponed(postponed);
    request.set_page_token(pageToken);
    request.set_with_count(pageToken.empty());
    return m_rpc.call(method, request, receiver, std::move(handler));
}

CallHandle MergesApi::decide(const QList<qint64>& customerIds, v1::FindingAnswer answer, QObject* receiver,
                             Handler<v1::DecideFindingResponse> handler)
{
    static const Method<v1::DecideFindingRequest, v1::DecideFindingResponse> method(
        "banhang.v1.FindingsService.DecideFinding");
    v1::DecideFindingRequest request;
    for (const qint64 id : customerIds)
        request.add_customer_ids(id);
    request.set_answer(answer);
    return m_rpc.call(method, request, receiver, std::move(handler));
}

CallHandle MergesApi::getScan(QObject* receiver, Handler<v1::Scan> handler)
{
    static const Method<v1::GetScanRequest, v1::Scan> method("banhang.v1.ScansService.GetScan");
    return m_rpc.call(method, v1::GetScanRequest(), receiver, std::move(handler));
}

CallHandle MergesApi::startScan(QObject* receiver, Handler<v1::Scan> handler)
{
    static const Method<v1::StartScanRequest, v1::Scan> method("banhang.v1.ScansService.StartScan");
    return m_rpc.call(method, v1::StartScanRequest(), receiver, std::move(handler));
}

CallHandle MergesApi::pauseScan(QObject* receiver, Handler<v1::Scan> handler)
{
    static const Method<v1::PauseScanRequest, v1::Scan> method("banhang.v1.ScansService.PauseScan");
    return m_rpc.call(method, v1::PauseScanRequest(), receiver, std::move(handler));
}

CallHandle MergesApi::resumeScan(QObject* receiver, Handler<v1::Scan> handler)
{
    static const Method<v1::ResumeScanRequest, v1::Scan> method("banhang.v1.ScansService.ResumeScan");
    return m_rpc.call(method, v1::ResumeScanRequest(), receiver, std::move(handler));
}

CallHandle MergesApi::cancelScan(QObject* receiver, Handler<v1::Scan> handler)
{
    static const Method<v1::CancelScanRequest, v1::Scan> method("banhang.v1.ScansService.CancelScan");
    return m_rpc.call(method, v1::CancelScanRequest(), receiver, std::move(handler));
}

} // namespace banhang::client
