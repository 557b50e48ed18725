#include "server/merging/merges_service.h"

#include "common/error.h"
#include "server/core/digest.h"
#include "server/merging/merging.h"
#include "server/merging/unmerging.h"

namespace banhang::server {

using grpc::CallbackServerContext;
using grpc::ServerUnaryReactor;

namespace {

/// A page token is good only for the same question of the same caller.
std::string bindingOf(const Call& call, v1::ListMergesRequest wanted)
{
    wanted.clear_page_token();
    wanted.clear_page_size();
    return std::to_string(call.caller.userId) + digestOf(wanted);
}

std::int64_t placeOf(const Call& call, const TokenSigner& signer, const v1::ListMergesRequest& wanted)
{
    if (wanted.page_token().empty())
        return 0;
    const auto opened = signer.open(TokenPurpose::Page, bindingOf(call, wanted), wanted.page_token());
    if (!opened)
        throw AppError(ErrorCode::Invalid, "call.page_token");
    return std::stoll(*opened);
}

} // namespace

ServerUnaryReactor* MergesService::GetMergePreview(CallbackServerContext* context,
                                                   const v1::GetMergePreviewRequest* request,
                                                   v1::MergePreview* response)
{
    return m_calls.read<v1::GetMergePreviewRequest, v1::MergePreview>(context, "MergesService.GetMergePreview", request,
                                                                      response, previewMerge);
}

ServerUnaryReactor* MergesService::MergeCustomers(CallbackServerContext* context,
                                                  const v1::MergeCustomersRequest* request,
                                                  v1::MergeCustomersResponse* response)
{
    return m_calls.write<v1::MergeCustomersRequest, v1::MergeCustomersResponse>(context, "MergesService.MergeCustomers",
                                                                                request, response, mergeCustomers);
}

ServerUnaryReactor* MergesService::ListMerges(CallbackServerContext* context, const v1::ListMergesRequest* request,
                                              v1::ListMergesResponse* response)
{
    return m_calls.read<v1::ListMergesRequest, v1::ListMergesResponse>(
        context, "MergesService.ListMerges", request, response,
        [&signer = m_signer](Call& call, const v1::ListMergesRequest& wanted, v1::ListMergesResponse& reply) {
            std::int64_t next = 0;
            pageOfMerges(call, wanted, placeOf(call, signer, wanted), reply, next);
            if (next != 0)
                reply.set_next_page_token(
                    signer.sign(TokenPurpose::Page, bindingOf(call, wanted), std::to_string(next)));
        });
}

ServerUnaryReactor* MergesService::GetUndoPreview(CallbackServerContext* context,
                                                  const v1::GetUndoPreviewRequest* request, v1::UndoPreview* response)
{
    return m_calls.read<v1::GetUndoPreviewRequest, v1::UndoPreview>(context, "MergesService.GetUndoPreview", request,
                                                                    response, previewUndo);
}

ServerUnaryReactor* MergesService::UndoMerge(CallbackServerContext* context, const v1::UndoMergeRequest* request,
                                             v1::UndoMergeResponse* response)
{
    return m_calls.write<v1::UndoMergeRequest, v1::UndoMergeResponse>(context, "MergesService.UndoMerge", request,
                                                                      response, undoMerge);
}

} // namespace banhang::server
