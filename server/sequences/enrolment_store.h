// Customers on care sequences: what calls read and write of them. What follows from it, the job does.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "banhang/v1/sequences.pb.h"
#include "server/core/call/call.h"
#include "server/sequences/enrolment_row.h"

namespace banhang::server {

/// One as a customer's page shows it; `message` has everything but its steps.
struct ShownEnrolment
{
    StoredEnrolment stored;
    v1::Enrolment message;
};

/// Those of a customer that the caller sees, running ones first, then the newest.
std::vector<ShownEnrolment> readEnrolments(Tx& tx, std::int64_t customerId, int limit);

/// Live ones, for who names them, or their customers and sequence; those out of sight are left out. By id.
std::vector<StoredEnrolment> findEnrolments(Tx& tx, const std::vector<std::int64_t>& ids);
std::vector<StoredEnrolment> findEnrolments(Tx& tx, const std::vector<std::int64_t>& customerIds,
                                            std::int64_t sequenceId);

/// What was made of their steps, by enrolment and day.
struct MadeSteps
{
    std::int64_t enrolmentId = 0;
    std::vector<MadeStep> steps{};
};
std::vector<MadeSteps> readMadeSteps(Tx& tx, const std::vector<std::int64_t>& enrolmentIds);

/// Starts the newest edition, puts it on record and has the job look at it. Nothing if the customer is on it already.
std::optional<StoredEnrolment> insertEnrolment(Call& call, std::int64_t customerId, std::int64_t unitId,
                                               const v1::Sequence& sequence, const vn::Date& startDay);
/// Ends a live one, as insertEnrolment does; false if it had ended meanwhile.
bool endEnrolment(Call& call, const StoredEnrolment& enrolment, std::int64_t unitId);

/// By the clock of the database, in Viet Nam.
struct PresentTime
{
    vn::Date today{};
    int minute = 0; ///< since midnight
};
PresentTime presentTime(Tx& tx);

} // namespace banhang::server
