// A customer as the duplicate engine compares it: normalised once, stored beside the customer, compared with many.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/vn/company_name.h"
#include "common/vn/date.h"

namespace banhang::match {

enum class Kind : std::uint8_t { Person, Organisation };

using Words = std::vector<std::string>;

/// A place as far as it can be compared.
struct Place
{
    std::string typed;    ///< in one line, for the reasons
    std::string number;   ///< of the house, folded: "86c", "237/26"; empty if none was found
    Words street;         ///< folded words without "số", "đường" and the like
    Words wards;          ///< codes of the present wards that may be meant; several for a divided one
    std::string province; ///< present code; empty if unknown
    Words area;           ///< folded words of what names the area: ward, district, province, or a foreign town

    friend bool operator==(const Place&, const Place&) = default;
};

struct Record
{
    Kind kind = Kind::Person;
    std::string typedName; ///< for the reasons
    Words name;            ///< folded; of a person without title, of an organisation without its legal form
    Words marked;          ///< the same words with their marks, empty where the name was typed without any
    vn::LegalForm form = vn::LegalForm::None;
    vn::CompanyPart part = vn::CompanyPart::Whole;
    Words phones; ///< keys, sorted, each once; so are all other lists but the words of names and streets
    Words emails; ///< keys
    std::string taxCode;
    std::string taxParent;    ///< of a branch
    bool taxDoubtful = false; ///< the check digit is wrong: a typing error, so a difference says little
    std::string nationalId;
    vn::Date birthday; ///< of unknown parts 0: only the year, or only day and month
    std::vector<Place> places;

    friend bool operator==(const Record&, const Record&) = default;
};

/// Text of one line for each field, for the table of forms. decode(encode(r)) == r.
std::string encode(const Record& record);

/// Throws: std::runtime_error for what encode() of this version did not write; the form must then be made anew.
Record decode(std::string_view text);

/// Changes exactly when something that the comparison reads changes: a decision "these two are different" holds as long
/// as the marks of both sides stay. 16 hex digits.
std::string digestOf(const Record& record);
/// The same of what encode() wrote, that of other versions included.
std::string digestOfForm(std::string_view form);

/// 64 bits of FNV-1a with a final mix; the same on every machine, since results are stored.
std::uint64_t hashOf(std::string_view text);

} // namespace banhang::match
