// Finds the province that a text means, however it is written: "tinh ha giang", "TP.HCM", "Sài Gòn", "HN".
#pragma once

#include "common/vn/units.h"

#include <map>
#include <string>
#include <string_view>

namespace banhang::vn {

struct ProvinceMatch
{
    const Unit* unit = nullptr; ///< the row that bears the name: the present one if there is one, else the old one
    const Unit* now = nullptr;  ///< what it is today; differs from `unit` if that was merged into another
};

/// Names of provinces of all times, and the usual short and old names. Thread: any; keeps pointers into `units`, which
/// must outlive it.
class ProvinceMatcher
{
public:
    explicit ProvinceMatcher(const Units& units);

    /// Of the built-in units.
    static const ProvinceMatcher& builtin();

    /// The whole text is a province (with or without "Tỉnh", "TP.", "Province"); unit is nullptr if it is none.
    ProvinceMatch match(std::string_view text) const;

private:
    std::map<std::string, ProvinceMatch, std::less<>> m_byName; ///< folded, without spaces
};

} // namespace banhang::vn
