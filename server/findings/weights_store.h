// The wish that the weights of the duplicate check be learnt anew, and what they were learnt from.
#pragma once

#include <cstdint>
#include <string>

#include "banhang/v1/scans.pb.h"
#include "server/core/database/tx.h"

namespace banhang::server {

v1::Weights findWeights(Tx& tx);

/// Harmless while somebody's wish waits.
void askForWeights(Tx& tx, std::int64_t userId);

/// Takes the wish up for two minutes; false if there is none, or another server is at it.
bool leaseWish(Tx& tx, const std::string& holder);

/// It came true, or cannot come true: nobody waits any longer.
void dropWish(Tx& tx, const std::string& holder);

} // namespace banhang::server
