// Puts customers on care sequences, takes them off, and shows where they stand.
#pragma once

#include "banhang/v1/sequences.pb.h"
#include "server/core/call.h"
#include "server/sequences/step_plan.h"

namespace banhang::server {

/// Throws: NotFound "customer.not_found".
void showEnrolments(Call& call, const v1::GetCustomerCareRequest& wanted, v1::CustomerCare& reply);

/// Scope:  customers that the caller may edit; others are refused one by one. Throws: Denied without the right to
/// create activities, NotFound, Refused "sequence.inactive", Invalid for the day or too many customers.
void startSequence(Call& call, const v1::StartSequenceRequest& wanted, v1::StartSequenceResponse& reply);

/// Scope:  as startSequence.
void stopSequence(Call& call, const v1::StopSequenceRequest& wanted, v1::StopSequenceResponse& reply);

/// The first day of an enrolment, today unless another one is wanted; nothing for a day that cannot be one.
struct StartDay
{
    vn::Date today{};
    vn::Date day{};
};
std::optional<StartDay> startDayOf(Tx& tx, const v1::Date& wanted);

/// What the occasions of a customer are counted from, as far as the caller may know it.
StepFacts seenStepFacts(Call& call, std::int64_t customerId);

} // namespace banhang::server
