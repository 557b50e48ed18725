// Learns the weights of the duplicate check from the office's own customers, without being told who is whom.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "common/match/model.h"
#include "server/core/database/tx.h"

namespace banhang::server {

struct Learnt
{
    match::Model model;
    std::int64_t customers = 0; ///< that stood in the index
    std::int64_t pairs = 0;     ///< that were compared
    /// Whose weights stay those of the program: too few pairs, or such that do not tell what one customer is.
    std::vector<match::Kind> kept = {};
};

/// "persons organisations", or "-" for none.
std::string keptText(const Learnt& learnt);

/// Runs a body in one short transaction as role banhang_system.
using Transact = std::function<void(const std::function<void(Tx&)>&)>;

/// Counts the words of names and compares some thousand customers with their neighbours; a stock of any size takes some
/// ten seconds. With fewer than a few hundred pairs the program's own weights come back. Nothing is stored.
Learnt learnFromStock(const Transact& transact);

/// Whether the weights are older than a week, or were learnt on a stock of less than two thirds of today's. Never for
/// fewer than a few hundred customers.
bool isModelOld(Tx& tx);

/// learnFromStock, and puts the result to use. Thread: any; takes its time.
Learnt refreshModel(const Transact& transact);

} // namespace banhang::server
