// Addresses in one line of text: taken apart, matched to administrative units, and written out.
#pragma once

#include "common/vn/province_match.h"
#include "common/vn/units.h"
#include "common/vn/ward_index.h"

#include <string>
#include <string_view>
#include <vector>

namespace banhang::vn {

struct ParsedAddress
{
    // The parts as typed.
    std::string street;
    std::string ward;
    std::string district;
    std::string province;

    const Unit* oldProvince = nullptr;   ///< of the 63, if the text names a unit of that list
    const Unit* provinceNow = nullptr;   ///< of the 34; nullptr if no province was found
    const Unit* oldWard = nullptr;       ///< of the old list, if surely meant
    const Unit* wardNow = nullptr;       ///< present ward, if surely meant and not one of the parts of a divided ward
    std::vector<const Unit*> candidates; ///< the parts, if `oldWard` was divided
};

/// Reads "12 Lý Thường Kiệt, P. Trần Hưng Đạo, Q. Hoàn Kiếm, Hà Nội" and the like: parts separated by commas,
/// semicolons, line breaks or " - ", from the street to the province, old form or new, marks or not, usual short forms.
/// Units are given only where the text leaves one choice; the text of every part is kept in any case.
ParsedAddress parseAddress(std::string_view text, const Units& units = Units::builtin(),
                           const ProvinceMatcher& provinces = ProvinceMatcher::builtin(),
                           const WardIndex& wards = WardIndex::builtin());

/// "P. Cầu Giấy, Hà Nội", in front of it "P. Quan Hoa, Q. Cầu Giấy," for a ward of the old list.
std::string formatUnits(const Unit& ward, const Units& units = Units::builtin());

/// Street, ward, district, province, those that are not empty, joined by commas.
std::string formatAddress(std::string_view street, std::string_view ward, std::string_view district,
                          std::string_view province);

} // namespace banhang::vn
