// Likeness of names, given as folded words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace banhang::server {

using Words = std::vector<std::string>;

/// Equal, in any order of words or with other gaps between them ("thien an", "an thien", "thienan").
bool areSameWords(const Words& mine, const Words& theirs);

/// One letter added, lost or changed, or two neighbours swapped.
bool isOneSlipApart(std::string_view mine, std::string_view theirs);

/// Family and given name agree and the middle ones do not contradict (missing, or given as initials), or one slip
/// apart.
bool areNearPersons(const Words& mine, const Words& theirs);

/// All words of the shorter name stand in the longer one, or all but one slip agree.
bool areNearOrganisations(const Words& mine, const Words& theirs);

} // namespace banhang::server
