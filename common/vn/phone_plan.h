// The Vietnamese numbering plan: which prefixes exist, and what the older ones became.
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace banhang::vn {

/// A mobile prefix of today ("038") and the eleven-digit one it replaced on 2018-09-15 ("0168"; empty if none).
struct MobilePrefix
{
    std::string_view prefix;
    std::string_view before2018;
    std::string_view carrier; ///< that was given the prefix; numbers may since have been carried to another one
};

/// An area code of today ("024") and the one it replaced in 2017 ("04"); equal where nothing changed.
struct AreaCode
{
    std::string_view prefix;
    std::string_view before2017;
    std::string_view province; ///< of the 63 before 2025-07-01: area codes did not follow the mergers
};

/// Digits that follow an area code: 8 in Hà Nội and Thành phố Hồ Chí Minh, else 7.
constexpr std::size_t subscriberDigits(std::string_view areaPrefix)
{
    return areaPrefix.size() == 3 ? 8 : 7;
}

std::span<const MobilePrefix> mobilePrefixes();
std::span<const AreaCode> areaCodes();

/// Lookups by the head of a national number ("0389333999"); nullptr if no entry fits its length too.
const MobilePrefix* findMobile(std::string_view national);
const MobilePrefix* findMobileBefore2018(std::string_view national);
const AreaCode* findArea(std::string_view national);
const AreaCode* findAreaBefore2017(std::string_view national);

/// The country calling code at the head of international digits ("8613..." gives "86"); empty if none is assigned.
/// Source: ITU-T E.164 list of assigned codes. A rule of our own because libphonenumber would bring ICU and Boost into
/// every build for the sake of grouping a few foreign numbers.
std::string_view countryCode(std::string_view digits);

} // namespace banhang::vn
