// How a customer is named at the command line: by the code that people read on the screen, or by id.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "client/ctl/commands.h"

namespace banhang::client {

/// One of the two.
struct CustomerName
{
    std::int64_t id = 0;
    std::string code; ///< "KH000123", as the server writes it; empty = by id
};

/// Codes in any letter case. Throws: UsageError for what is neither.
CustomerName readCustomerName(const std::string& text);

/// Asks the server for a code, as search would and then in the bin; a code of before a merge leads to the survivor.
/// Throws: UsageError; AppError NotFound "customer.not_found" that names the code.
std::int64_t customerIdOf(Console& console, const std::string& text);
/// In the order given.
std::vector<std::int64_t> customerIdsOf(Console& console, const std::vector<std::string>& texts);

} // namespace banhang::client
