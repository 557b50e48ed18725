// Brings the activities of an enrolment into line with it.
#pragma once

#include "server/activities/activity_writer.h"
#include "server/sequences/enrolment_work_store.h"

namespace banhang::server {

/// Makes what is due, hands open steps to a new owner, pauses with the customer, cancels what is left of one that
/// ended. `made` is what was made before. True if anything about it is news for those who look at the customer but no
/// activity of theirs tells of it.
bool reconcileEnrolment(Tx& tx, ActivityWriter& writer, LockedEnrolment& enrolment, std::vector<MadeStep> made,
                        const PresentTime& now);

/// The activity that a step wants on its day.
v1::Activity stepActivity(const v1::SequenceStep& step, const vn::Date& day, const PresentTime& now);

} // namespace banhang::server
