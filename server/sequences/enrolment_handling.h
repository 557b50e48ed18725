// Puts customers on care sequences and takes them off.
#pragma once

#include <optional>

#include "banhang/v1/sequences.pb.h"
#include "common/vn/date.h"
#include "server/core/call/call.h"

namespace banhang::server {

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

} // namespace banhang::server
