// The customers of the demo company.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "banhang/v1/customer.pb.h"
#include "client/demo/demo_facts.h"

namespace banhang::demo {

/// A customer and the part of the country whose people serve it.
struct DemoCustomer
{
    v1::Customer customer;
    Region region = Region::North;
};

/// One for each listed company of `csv` (companies_listed.csv). The names are real, all else is made up.
std::vector<DemoCustomer> listedCompanies(std::string_view csv, SeededRandom& random);

/// `count` people with names drawn from the frequency lists.
std::vector<DemoCustomer> individuals(std::size_t count, std::string_view familyCsv, std::string_view givenCsv,
                                      SeededRandom& random);

/// The few customers that the tour and the first ten minutes of the README speak of; all of the north.
std::vector<v1::Customer> storyCustomers();

} // namespace banhang::demo
