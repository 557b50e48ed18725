// What the levels of a field mean beside what was counted: more agreement never speaks less for one customer.
#pragma once

#include "common/match/model.h"

namespace banhang::match {

/// The mixture whose weights, of the first class against the others taken together, keep the order of the levels, and
/// that is otherwise as near as can be: levels in the wrong order get the weight that they have together, and the last
/// one, "another value", none above the others. So that never speaks for one customer.
Mixture inOrder(Mixture mixture);

/// The weight of a field's level in one comparison, as far as it does not contradict what the level means. Against a
/// class where all share the house, the same house would count against one customer; it just says nothing there.
double meantBits(Field field, Level level, double bits);

} // namespace banhang::match
