// The care sequences of the demo company.
#pragma once

#include <vector>

#include "banhang/v1/sequences.pb.h"

namespace banhang::demo {

/// The first one is for new customers.
std::vector<v1::Sequence> careSequences();

} // namespace banhang::demo
