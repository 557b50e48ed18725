#include "server/sequences/enrolment_row.h"

#include "server/sequences/sequence_store.h"

namespace banhang::server {

StoredEnrolment readEnrolment(const Row& row)
{
    StoredEnrolment enrolment;
    enrolment.id = row.int64(0);
    enrolment.version = row.int64(1);
    enrolment.customerId = row.int64(2);
    enrolment.sequenceId = row.int64(3);
    enrolment.state = static_cast<v1::EnrolmentState>(row.int32(4));
    enrolment.starterId = row.int64(5);
    enrolment.startDay = vn::fromDays(row.int64(6));
    if (!row.isNull(7))
        enrolment.pausedDay = vn::fromDays(row.int64(7));
    enrolment.steps = stepsFromJson(row.string(8));
    return enrolment;
}

} // namespace banhang::server
