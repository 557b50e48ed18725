// Why the customers of a merge are taken for one, in the words of the duplicate check.
#pragma once

#include <vector>

#include "banhang/v1/merges.pb.h"
#include "server/core/call/call.h"

namespace banhang::server {

/// Of each customer but the first, which is the survivor. Fields hidden from the caller take no part.
void addSimilarities(Call& call, const std::vector<v1::Customer>& customers, v1::MergePreview& reply);

} // namespace banhang::server
