// The weights of the duplicate check as data: what the program brings, until the office has learnt its own.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>

#include "common/match/model.h"
#include "server/core/database/tx.h"

namespace banhang::server {

/// What a model was learnt from.
struct ModelFacts
{
    std::int64_t customers = 0;
    std::int64_t pairs = 0;
    std::chrono::seconds age{}; ///< by the database's clock
};

/// The one to use now. Remembered by its digest, which is asked for each time: several servers share one database.
/// One round trip.
std::shared_ptr<const match::Model> currentModel(Tx& tx);

/// Nothing while the program's own is in use.
std::optional<ModelFacts> currentModelFacts(Tx& tx);

/// Puts it to use from the end of the transaction on; the last ones are kept to go back to by hand.
void storeModel(Tx& tx, const match::Model& model, std::int64_t customers, std::int64_t pairs);

} // namespace banhang::server
