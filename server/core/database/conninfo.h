// Connection strings taken apart.
#pragma once

#include <map>
#include <string>

namespace banhang::server {

/// The environment that makes PostgreSQL's own programs connect as libpq does with `conninfo` (a string or an URI):
/// unlike an argument it is not shown to other accounts. Parts that have no variable (keepalives) are left out. Throws:
/// std::invalid_argument.
std::map<std::string, std::string> conninfoEnvironment(const std::string& conninfo);

} // namespace banhang::server
