#include "client/merging/merges_api.h"

namespace banhang::client {

CallHandle MergesApi::preview(const QList<qint64>& customerIds, qint64 survivorId, QObject* receiver,
                              Handler<v1::MergePreview> handler)
{
    v1::GetMergePreviewRequest request;
    for (const qint64 id : customerIds)
        request.add_customer_ids(id);
    request.set_survivor_id(survivorId);
    return ask(request, receiver, std::move(handler));
}

CallHandle MergesApi::merge(const v1::MergeCustomersRequest& request, QObject* receiver,
                            Handler<v1::MergeCustomersResponse> handler)
{
    return ask(request, receiver, std::move(handler));
}

CallHandle MergesApi::listMerges(const std::string& pageToken, QObject* receiver,
                                 Handler<v1::ListMergesResponse> handler)
{
    v1::ListMergesRequest request;
    request.set_page_token(pageToken);
    return ask(request, receiver, std::move(handler));
}

CallHandle MergesApi::previewUndo(qint64 mergeId, QObject* receiver, Handler<v1::UndoPreview> handler)
{
    v1::GetUndoPreviewRequest request;
    request.set_merge_id(mergeId);
    return ask(request, receiver, std::move(handler));
}

CallHandle MergesApi::undo(qint64 mergeId, qint64 survivorVersion, QObject* receiver,
                           Handler<v1::UndoMergeResponse> handler)
{
    v1::UndoMergeRequest request;
    request.set_merge_id(mergeId);
    request.set_survivor_version(survivorVersion);
    return ask(request, receiver, std::move(handler));
}

CallHandle MergesApi::listFindings(bool postponed, const std::string& pageToken, QObject* receiver,
                                   Handler<v1::ListFindingsResponse> handler)
{
    v1::ListFindingsRequest request;
    request.set_postponed(postponed);
    request.set_page_token(pageToken);
    request.set_with_count(pageToken.empty());
    return ask(request, receiver, std::move(handler));
}

CallHandle MergesApi::decide(const QList<qint64>& customerIds, v1::FindingAnswer answer, QObject* receiver,
                             Handler<v1::DecideFindingResponse> handler)
{
    v1::DecideFindingRequest request;
    for (const qint64 id : customerIds)
        request.add_customer_ids(id);
    request.set_answer(answer);
    return ask(request, receiver, std::move(handler));
}

CallHandle MergesApi::getScan(QObject* receiver, Handler<v1::Scan> handler)
{
    return ask(v1::GetScanRequest(), receiver, std::move(handler));
}

CallHandle MergesApi::startScan(QObject* receiver, Handler<v1::Scan> handler)
{
    return ask(v1::StartScanRequest(), receiver, std::move(handler));
}

CallHandle MergesApi::pauseScan(QObject* receiver, Handler<v1::Scan> handler)
{
    return ask(v1::PauseScanRequest(), receiver, std::move(handler));
}

CallHandle MergesApi::resumeScan(QObject* receiver, Handler<v1::Scan> handler)
{
    return ask(v1::ResumeScanRequest(), receiver, std::move(handler));
}

CallHandle MergesApi::cancelScan(QObject* receiver, Handler<v1::Scan> handler)
{
    return ask(v1::CancelScanRequest(), receiver, std::move(handler));
}

} // namespace banhang::client
