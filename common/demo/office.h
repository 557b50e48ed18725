// The demo company: units and people that exist nowhere else, for trying the program out and for its own tour.
#pragma once

#include <span>
#include <string_view>

namespace banhang::demo {

/// Password of every demo account; a demo server says so at sign-in and is not for real data.
inline constexpr std::string_view kPassword = "banhang.demo";
inline constexpr std::string_view kCompanyName = "Công ty Cổ phần Bạn Hàng (bản dùng thử)";

/// A branch or a team; `parent` is the short name of the unit above, empty for a branch.
struct OfficeUnit
{
    std::string_view shortName;
    std::string_view name;
    std::string_view parent;
};

/// A person with account; `unit` is the short name of the team or branch, empty for the company itself.
/// `group` is the name of a ready-made permission group.
struct OfficePerson
{
    std::string_view userName;
    std::string_view fullName;
    std::string_view unit;
    std::string_view group;
    /// Keeps customers of their own.
    bool sells;
};

/// Parents before children.
std::span<const OfficeUnit> units();
std::span<const OfficePerson> people();

} // namespace banhang::demo
