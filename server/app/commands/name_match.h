// Which of several names is meant by what somebody typed.
#pragma once

#include <string>
#include <vector>

namespace banhang::server {

/// Places in `names`, each with one or more names of the same thing, that fit `typed` best: those in another letter
/// case, or if there is none, those with other marks too. Names exactly as typed are not asked for here.
std::vector<std::size_t> namesLike(const std::string& typed, const std::vector<std::vector<std::string>>& names);

} // namespace banhang::server
