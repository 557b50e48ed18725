// Tax codes (mã số thuế, MST): of businesses, of their branches, of persons.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace banhang::vn {

enum class TaxCodeKind {
    Unknown,  ///< could not be read; `key` is empty
    Business, ///< 10 digits, the last one checks the others (persons too until 2025-06-30)
    Branch,   ///< 10 digits of the parent and 001 to 999
    Personal, ///< 12 digits: the identity number, which is the tax code of persons and households since 2025-07-01
};

enum class TaxCodeIssue {
    None,
    ZeroRestored, ///< the leading zero that a spreadsheet dropped was put back; `key` and `display` have it
    Checksum,     ///< read, but the check digit is wrong: a typing error in one of the first ten digits
    Place,        ///< twelve digits that no identity number starts with (001 to 096)
    Length,
    NotDigits,
};

struct TaxCode
{
    TaxCodeKind kind = TaxCodeKind::Unknown;
    TaxCodeIssue issue = TaxCodeIssue::None;
    std::string key;     ///< digits only; kept with issue Checksum too, so that equal wrong codes still meet
    std::string display; ///< "0106697817", "0106697817-001", "001085012345"
    std::string parent;  ///< key of the business that a branch belongs to

    bool isValid() const { return !key.empty() && issue != TaxCodeIssue::Checksum; }
};

/// Takes spaces, dots, hyphens and a word such as "MST" around the digits.
TaxCode parseTaxCode(std::string_view text);

/// The tenth digit for nine given ones; empty where the rule gives 10, since no such code is issued.
/// Source: 10 - (31,29,23,19,17,13,7,5,3 times the digits) mod 11, as in python-stdnum's vn.mst.
std::optional<char> taxCheckDigit(std::string_view nineDigits);

/// What a personal code tells: birth year, and whether the person is registered as male.
struct PersonalCodeFacts
{
    int birthYear = 0;
    bool male = false;
};

/// Layout: place 3, century and sex 1, year 2, running number 6. Empty for other kinds.
std::optional<PersonalCodeFacts> personalCodeFacts(const TaxCode& code);

} // namespace banhang::vn
