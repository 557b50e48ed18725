// Names of persons: family name first, the given name last, and how one addresses its bearer.
#pragma once

#include <string>
#include <string_view>

namespace banhang::vn {

enum class Honorific {
    None,
    Ong,
    Ba,
    Anh,
    Chi,
    Em,
    Co,
    Chu,
    Bac,
};

struct PersonName
{
    Honorific honorific = Honorific::None; ///< written before the name ("Chị Lan", "Mr. Đức"); not part of it
    std::string family;                    ///< may have several words: "Tôn Thất", "Âu Dương"
    std::string middle;                    ///< tên đệm, may be empty or several words
    std::string given;                     ///< the last word; empty only for an empty text or a lone family name

    /// The name without honorific, single spaces.
    std::string full() const;
};

/// Splits a name in Vietnamese order. Titles (ThS., BS., Dr.) and brackets with their content are dropped; case and
/// marks stay as typed. A lone word is the given name unless it can only be a family name ("Nguyễn").
PersonName parsePersonName(std::string_view text);

/// A word that is known as a family name; case and marks do not count.
bool isFamilyName(std::string_view word);

/// "ông", "chị"; empty for None.
std::string_view honorificWord(Honorific honorific);

/// How to greet: "chị Lan"; "Lan" without an honorific. Empty if no given name is known, since a family name alone
/// would offend. The given name is capitalised if the whole name was typed in one case.
std::string addressForm(Honorific honorific, std::string_view name);

/// The letters to type for a quick search: folded first letter of each word, "Nguyễn Văn Đức" gives "nvd".
std::string nameInitials(std::string_view name);

/// Two capitals for a round picture, family then given: "NĐ"; one letter for a single word.
std::string nameMonogram(std::string_view name);

/// tidy(), and capitals at each word if the name was typed all in small or all in capital letters.
std::string tidyPersonName(std::string_view text);

} // namespace banhang::vn
