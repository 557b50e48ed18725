// Brings together the customers that may be the same one, from the whole company.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "banhang/v1/customer.pb.h"
#include "server/core/call.h"

namespace banhang::server {

/// A customer that shares a key with the one in question. It may be out of the caller's sight: only duplicate_check may
/// tell of it.
struct DuplicateCandidate
{
    v1::Customer customer; ///< what the comparison reads, and id, code, owner, unit
    std::vector<std::string> commonKeys;
    bool isShared = false; ///< with the caller
};
std::vector<DuplicateCandidate> duplicateCandidates(Call& call, const std::vector<std::string>& keys,
                                                    std::int64_t withoutId);

/// Until the end of the transaction nobody else saves a customer under one of these keys: of two clerks who save the
/// same new customer at once, the second sees the first one's. Sent without waiting; candidates must be read by a later
/// statement.
void lockDuplicateKeys(Call& call, const std::vector<std::string>& keys);

} // namespace banhang::server
