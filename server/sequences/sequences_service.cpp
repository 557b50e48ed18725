#include "server/sequences/sequences_service.h"

#include "server/core/call/page_tokens.h"
#include "server/sequences/enrolment_handling.h"
#include "server/sequences/enrolment_showing.h"
#include "server/sequences/sequence_saving.h"
#include "server/sequences/sequence_store.h"

namespace banhang::server {

using grpc::CallbackServerContext;
using grpc::ServerUnaryReactor;

namespace {

constexpr int kMaxPageSize = 200;

void listSequences(Call& call, const TokenSigner& signer, const v1::ListSequencesRequest& wanted,
                   v1::ListSequencesResponse& reply)
{
    const PageTokens tokens(signer, call.caller, wanted);
    const nlohmann::json last = tokens.open();
    const int size = pageSize(wanted.page_size(), kMaxPageSize, kMaxPageSize);
    for (v1::Sequence& sequence : readSequences(call.tx, last.is_null() ? "" : last.get<std::string>(), size + 1)) {
        if (reply.sequences_size() == size) {
            reply.set_next_page_token(tokens.seal(reply.sequences(size - 1).name()));
            break;
        }
        *reply.add_sequences() = std::move(sequence);
    }
    for (v1::SequenceGroup& group : readSequenceGroups(call.tx))
        *reply.add_groups() = std::move(group);
}

} // namespace

SequencesService::SequencesService(CallRunner& calls, const TokenSigner& signer) : m_calls(calls), m_signer(signer) {}

SequencesService::~SequencesService() = default;

ServerUnaryReactor* SequencesService::ListSequences(CallbackServerContext* context,
                                                    const v1::ListSequencesRequest* request,
                                                    v1::ListSequencesResponse* response)
{
    return m_calls.read(context, "SequencesService.ListSequences", request, response,
                        [this](Call& call, const v1::ListSequencesRequest& wanted, v1::ListSequencesResponse& reply) {
                            listSequences(call, m_signer, wanted, reply);
                        });
}

ServerUnaryReactor* SequencesService::CheckSequence(CallbackServerContext* context,
                                                    const v1::CheckSequenceRequest* request,
                                                    v1::CheckSequenceResponse* response)
{
    return m_calls.read(context, "SequencesService.CheckSequence", request, response, checkSequence);
}

ServerUnaryReactor* SequencesService::CreateSequence(CallbackServerContext* context,
                                                     const v1::CreateSequenceRequest* request, v1::Sequence* response)
{
    return m_calls.write(context, "SequencesService.CreateSequence", request, response, saveNewSequence);
}

ServerUnaryReactor* SequencesService::UpdateSequence(CallbackServerContext* context,
                                                     const v1::UpdateSequenceRequest* request, v1::Sequence* response)
{
    return m_calls.write(context, "SequencesService.UpdateSequence", request, response, saveSequenceChanges);
}

ServerUnaryReactor* SequencesService::GetCustomerEnrolments(CallbackServerContext* context,
                                                            const v1::GetCustomerEnrolmentsRequest* request,
                                                            v1::CustomerEnrolments* response)
{
    return m_calls.read(context, "SequencesService.GetCustomerEnrolments", request, response, showEnrolments);
}

ServerUnaryReactor* SequencesService::StartSequence(CallbackServerContext* context,
                                                    const v1::StartSequenceRequest* request,
                                                    v1::StartSequenceResponse* response)
{
    return m_calls.write(context, "SequencesService.StartSequence", request, response, startSequence);
}

ServerUnaryReactor* SequencesService::StopSequence(CallbackServerContext* context,
                                                   const v1::StopSequenceRequest* request,
                                                   v1::StopSequenceResponse* response)
{
    return m_calls.write(context, "SequencesService.StopSequence", request, response, stopSequence);
}

} // namespace banhang::server
