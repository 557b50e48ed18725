// Phone numbers as Vietnamese lists hold them: parsed, brought up to date, compared and shown.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace banhang::vn {

enum class PhoneKind {
    Unknown, ///< no number of the plan; `key` is empty
    Mobile,
    Landline,
    Service, ///< 1800 and 1900 numbers
    Short,   ///< 113, 1080 and the like
    Foreign,
};

/// Why a number is not what was typed, or why it could not be read.
enum class PhoneIssue {
    None,
    Converted,    ///< no longer dialable as typed; `key` and `display` are what it became
    ZeroRestored, ///< the leading zero that a spreadsheet dropped was put back
    TooShort,
    TooLong,
    UnknownPrefix, ///< right length, but the plan has no such prefix
    NotANumber,    ///< no digits to speak of
};

/// Another reading of a number, which only its age and place can tell from the first one.
struct PhoneAlternative
{
    std::string key;
    std::string display;
    std::string area;
};

struct Phone
{
    std::string typed; ///< this number's part of the cell, trimmed; words that stood apart ("chị Lan") behind a comma
    PhoneKind kind = PhoneKind::Unknown;
    PhoneIssue issue = PhoneIssue::None;
    std::string key;       ///< international digits without "+" and without extension: "84389333999"; to compare with
    std::string display;   ///< "0389 333 999", "024 3555 0178", "0204 355 5120", "1900 1234", "+86 138 0013 8000"
    std::string before;    ///< the old form in display grouping ("0168 9333 999") if `issue` is Converted
    std::string extension; ///< digits of "máy lẻ 12", "ext. 12"
    std::string note;      ///< other words of the cell: "chị Lan", "Zalo"
    std::string place;     ///< carrier of a mobile, area (one of the 63 provinces) of a landline
    /// Set where ten digits are a mobile number of today but may be a landline from before 2017, for example 079 ...:
    /// fourteen prefixes of the plan, and old Hồ Chí Minh numbers (08 3... looks like 083 ...). Never used by itself.
    std::optional<PhoneAlternative> alternative;

    bool isValid() const { return kind != PhoneKind::Unknown; }
};

/// One number. Takes spaces, dots, hyphens, brackets, +84, 84, 0084, +84 (0), missing zero, extension, words around it.
Phone parsePhone(std::string_view text);

/// All numbers of one cell: separated by / , ; a line break, "&", "hoặc", a hyphen that is not within a number, or
/// simply written one after another. Words and extensions that stand apart go with the number before them. A short tail
/// after "/" replaces the last digits of the number before it ("024 3555 0178/79"). Empty for an empty cell.
std::vector<Phone> parsePhones(std::string_view text);

/// Grouping of a `key`; the key itself if it is no known number.
std::string displayPhone(std::string_view key);

/// What to look for inside keys when a user types a piece of a number: digits without trunk zero and country code, old
/// mobile prefixes replaced ("01689333" gives "389333"), old area codes only of a whole number. Empty if the text holds
/// letters or under two digits.
std::string phoneSearchDigits(std::string_view text);

} // namespace banhang::vn
