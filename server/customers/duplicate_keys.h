// The normalised keys under which customers that may be the same one meet.
#pragma once

#include <string>
#include <vector>

#include "server/customers/duplicate_rules.h"

namespace banhang::server {

/// Sorted, each once. A letter and a colon say what a key is made of:
///   p phone (number of today)   e e-mail   t tax code   w name   n name and province   b name and birthday
///   g family name, given name and birthday   d given name and birthday   q first words and province (organisations)
/// Keys only bring candidates together; duplicate_rules decides.
std::vector<std::string> duplicateKeys(const ComparedCustomer& customer);

} // namespace banhang::server
