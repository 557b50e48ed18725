// Which folded words can be Vietnamese, and what was meant where the input method was off.
#pragma once

#include <string>
#include <string_view>

namespace banhang::match {

/// A Vietnamese syllable without marks: an initial, a rhyme, both of the spelling's closed lists ("nguyen", "quyet").
bool isSyllable(std::string_view folded);

/// The folded word that was meant: keys of Telex ("Nguyeenx", "Dduwcs") and VNI ("Nguye64n") that stand as letters are
/// taken back where the rest is a syllable. Other words come back as they are. `folded` has small letters and digits.
std::string mendTyping(std::string_view folded);

} // namespace banhang::match
