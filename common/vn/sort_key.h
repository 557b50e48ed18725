// Keys that put texts into Vietnamese alphabetical order when compared byte by byte (COLLATE "C").
#pragma once

#include <string>
#include <string_view>

namespace banhang::vn {

/// Order of Vietnamese dictionaries: syllable by syllable; in each the letters (a ă â b c d đ e ê ... with f j w z at
/// their Latin places) decide before the tone (ngang, huyền, hỏi, ngã, sắc, nặng), wherever its mark stands
/// (hòa = hoà). Case and punctuation do not count, digits come before letters and by their value, other scripts last.
/// Two texts get one key exactly when they have the same letters, digits and tones in the same words.
/// The key is valid UTF-8 without NUL; a change here needs a migration that computes all keys anew.
std::string sortKey(std::string_view text);

/// By given name, then family name, then the middle ones: the order of a Vietnamese list of people.
std::string personSortKey(std::string_view name);

/// By the distinctive part ("Công ty TNHH Thiên Ân" under T), then by the legal form.
std::string companySortKey(std::string_view name);

} // namespace banhang::vn
