#include "server/merging/merges_service.h"

#include "server/core/call/page_tokens.h"
#include "server/merging/merging.h"
#include "server/merging/unmerging.h"

namespace banhang::server {

using grpc::CallbackServerContext;
using grpc::ServerUnaryReactor;

MergesService::MergesService(CallRunner& calls, const TokenSigner& signer) : m_calls(calls), m_signer(signer) {}

MergesService::~MergesService() = default;

ServerUnaryReactor* MergesService::GetMergePreview(CallbackServerContext* context,
                                                   const v1::GetMergePreviewRequest* request,
                                                   v1::MergePreview* response)
{
    return m_calls.read(context, "MergesService.GetMergePreview", request, response, previewMerge);
}

ServerUnaryReactor* MergesService::MergeCustomers(CallbackServerContext* context,
                                                  const v1::MergeCustomersRequest* request,
                                                  v1::MergeCustomersResponse* response)
{
    return m_calls.write(context, "MergesService.MergeCustomers", request, response, mergeCustomers);
}

ServerUnaryReactor* MergesService::ListMerges(CallbackServerContext* context, const v1::ListMergesRequest* request,
                                              v1::ListMergesResponse* response)
{
    return m_calls.read(
        context, "MergesService.ListMerges", request, response,
        [&signer = m_signer](Call& call, const v1::ListMergesRequest& wanted, v1::ListMergesResponse& reply) {
            const PageTokens pages(signer, call.caller, wanted);
            const nlohmann::json last = pages.open();
            std::int64_t next = 0;
            pageOfMerges(call, wanted, last.is_null() ? 0 : last.get<std::int64_t>(), reply, next);
            if (next != 0)
                reply.set_next_page_token(pages.seal(next));
        });
}

ServerUnaryReactor* MergesService::GetUndoPreview(CallbackServerContext* context,
                                                  const v1::GetUndoPreviewRequest* request, v1::UndoPreview* response)
{
    return m_calls.read(context, "MergesService.GetUndoPreview", request, response, previewUndo);
}

ServerUnaryReactor* MergesService::UndoMerge(CallbackServerContext* context, const v1::UndoMergeRequest* request,
                                             v1::UndoMergeResponse* response)
{
    return m_calls.write(context, "MergesService.UndoMerge", request, response, undoMerge);
}

} // namespace banhang::server
