// Whether a word can be Vietnamese: to tell in which encoding an unmarked file was written.
#pragma once

#include <string_view>

namespace banhang::vn {

/// A syllable that Vietnamese spelling allows, tone and all, whether or not any word has it: onset and rhyme from the
/// language's tables, at most one tone, and on closed rhymes (-c -ch -p -t) only sắc or nặng. Letters alone; case does
/// not count.
bool isSyllable(std::string_view word);

} // namespace banhang::vn
