// Steps of care sequences in words.
#pragma once

#include <QString>

#include "banhang/v1/sequences.pb.h"

namespace banhang::client {

class PicklistCache;

/// "Phone call", "Greeting".
QString stepKindWord(v1::CareStepKind kind);
QString stepIcon(v1::CareStepKind kind);
/// "Phone call: ask how it goes"; the kind alone, or with its channel, for a step without a title.
QString stepTitle(const v1::SequenceStep& step, const PicklistCache& picklists);
/// "30 days after the step before", "3 days before Tết, every year".
QString stepWhen(const v1::SequenceStep& step);
/// "Mon 23/11/2026 (15/10 lunar)", with the weekend it goes around; why there is none.
QString stepDayText(const v1::SequenceStepDay& day);
bool isOccasion(v1::CareStepBase base);

/// "running", "taken off".
QString enrolmentWord(v1::EnrolmentState state);

} // namespace banhang::client
