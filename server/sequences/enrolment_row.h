// Rows of customers on care sequences.
#pragma once

#include <cstdint>
#include <optional>

#include "server/core/database/database.h"
#include "server/sequences/step_plan.h"

namespace banhang::server {

struct StoredEnrolment
{
    std::int64_t id = 0;
    std::int64_t version = 0;
    std::int64_t customerId = 0;
    std::int64_t sequenceId = 0;
    v1::EnrolmentState state = v1::ENROLMENT_STATE_RUNNING;
    std::int64_t starterId = 0;
    vn::Date startDay{};
    std::optional<vn::Date> pausedDay{};
    SequenceSteps steps{};

    bool isLive() const { return state <= v1::ENROLMENT_STATE_PAUSED; }
};

/// Columns of StoredEnrolment, of `e` and its edition `n`.
#define BANHANG_ENROLMENT_COLUMNS                                                                                      \
    "e.id, e.version, e.customer_id, e.sequence_id, e.state, e.starter_id, e.start_day - date '1970-01-01',"           \
    " e.paused_day - date '1970-01-01', n.steps"
#define BANHANG_ENROLMENT_SOURCE                                                                                       \
    "banhang.care_enrolment e JOIN banhang.care_edition n ON n.sequence_id = e.sequence_id AND n.edition = e.edition"
constexpr int kEnrolmentColumns = 9;
StoredEnrolment readEnrolment(const Row& row);

} // namespace banhang::server
