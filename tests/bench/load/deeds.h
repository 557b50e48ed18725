// What people of the measured office do, each as one call.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "common/connection_file.h"
#include "tests/bench/call_times.h"

namespace banhang::bench {

struct Deed
{
    std::string name;   ///< "list.all.name": the call, then whose or how
    std::string method; ///< "/banhang.v1.CustomersService/ListCustomers"
    std::string token;
    /// The serialised request of call `number`; no two runs use the same numbers. Thread: any.
    std::function<std::string(std::size_t number)> request;
    double perSecond = 50; ///< load under which it is measured
    /// Told of each answer, where the next request depends on it.
    std::function<void(std::size_t number, bool ok)> answered = [](std::size_t, bool) {};
};

/// People of the office that banhang-bench-data makes, signed in: one of each reach.
struct Cast
{
    Person seller;   ///< sees own customers
    Person leader;   ///< sees a team's
    Person director; ///< sees a branch's
    Person admin;    ///< sees the company's
};
Cast signInCast(const ConnectionFile& file);

/// Everything that is measured, in the order of the report. Reads what the requests need first.
std::vector<Deed> allDeeds(Cast& cast);

/// A UUID of this run and number.
std::string requestIdOf(std::size_t number);

} // namespace banhang::bench
