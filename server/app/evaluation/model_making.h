// Makes the weights that the program brings, out of customers whose duplicates are known.
#pragma once

#include <vector>

#include "common/match/model.h"
#include "server/app/evaluation/evaluation_set.h"

namespace banhang::server {

/// Goes the way of a check: candidates come from the real index in a database of its own. The same sets give the same
/// model, digit by digit. Throws: EvaluationError for a set without known pairs.
match::Model makeModel(const std::vector<EvaluationSet>& sets);

} // namespace banhang::server
