// Customers in any number, the same ones for the same seed.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "banhang/v1/customer.pb.h"

namespace banhang::bench {

/// Makes customers `first` to `end` - 1 (numbers from 1, which become their ids), prepared as a save prepares them, so
/// that the server's own rules hold for them. Four of five are people, the others companies; names are drawn by their
/// frequency in the country. One in two hundred is a copy of an earlier one, typed otherwise. Owner and unit are left
/// open. Thread: any.
std::vector<v1::Customer> makeCustomers(std::uint64_t seed, std::int64_t first, std::int64_t end);

/// Tax code with its check digit; empty for one serial in eleven, whose digit would be ten and is not given out.
std::string taxCodeOf(std::int64_t serial);

} // namespace banhang::bench
