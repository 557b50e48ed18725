// What each call asks of the database and sends to the client, as numbers that stay the same on any machine.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>

namespace banhang::test {

struct CallCount
{
    std::int64_t statements = 0;
    std::int64_t roundTrips = 0;
    std::int64_t rows = 0;
    std::int64_t bytes = 0;
};

/// By method, case and scope, as "CustomersService.GetCustomer","",own.
using CallCounts = std::map<std::string, CallCount>;

/// Throws: std::runtime_error for a line that is none.
CallCounts readCounts(const std::filesystem::path& file);
void writeCounts(const std::filesystem::path& file, const CallCounts& counts);

/// What differs, for a reader; nothing if they agree. Statements and round trips agree exactly. The office's days move
/// on with the calendar, so rows and bytes may be a tenth, 20 rows or 2,000 bytes apart.
std::optional<std::string> difference(const CallCount& wanted, const CallCount& counted);

} // namespace banhang::test
