// A working day as a salesman has it, around the present moment.
#pragma once

#include "tests/client/activities/fake_activities.h"

namespace banhang::test {

/// Of user 1; colleagues are 2 to 5. Customers 1 to 30 are there.
void fillSampleDay(FakeDay& day);

} // namespace banhang::test
