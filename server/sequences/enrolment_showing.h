// Where customers stand on their care sequences, as far as the caller may know.
#pragma once

#include "banhang/v1/sequences.pb.h"
#include "server/core/call/call.h"
#include "server/sequences/step_plan.h"

namespace banhang::server {

/// Throws: NotFound "customer.not_found".
void showEnrolments(Call& call, const v1::GetCustomerEnrolmentsRequest& wanted, v1::CustomerEnrolments& reply);

/// What the occasions of a customer are counted from.
struct SeenFacts
{
    StepFacts facts;
    /// The caller may not know them all: what tells the birthday (see revealsBirthday) is to be left out.
    bool hidesBirthday = false;
};
/// Nothing of a customer that is absent or out of sight.
SeenFacts seenStepFacts(Call& call, std::int64_t customerId);

} // namespace banhang::server
