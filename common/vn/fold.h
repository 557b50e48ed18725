// The one folding of text for search and comparison: small letters without marks.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace banhang::vn {

/// Canonical decomposition, small letters, marks U+0300..U+036F dropped, then composed again. Letters that do not
/// decompose but are read as a plain one become that: đ ð ɖ -> d, ø -> o, ł -> l, ħ -> h, ŧ -> t, ı -> i (eth and
/// African d because old lists hold them for đ). White space and punctuation stay as they are.
/// The SQL function banhang.fold(text) gives the same bytes; a change here needs a migration that folds anew.
std::string fold(std::string_view text);

/// The folded words of `text`: runs of letters and digits, everything else separates.
std::vector<std::string> foldWords(std::string_view text);

/// foldWords() joined by single spaces: the form to compare two names with.
std::string foldedName(std::string_view text);

} // namespace banhang::vn
