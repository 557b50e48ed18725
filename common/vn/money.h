// Amounts of money and other figures, written and read the Vietnamese way: 1.234.567 ₫, 6,55 tỷ, 8,2 %.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace banhang::vn {

/// "1.234.567", "-1.234".
std::string formatNumber(std::int64_t value);

/// Units: `minor` are the currency's smallest units: đồng themselves, hundredths of others.
/// "1.234.567 ₫" (no-break space), "1.234,50 USD".
std::string formatMoney(std::int64_t minor, std::string_view currency = "VND");

/// Đồng in three figures for charts and tiles: "218 tr", "6,55 tỷ", "1.240 tỷ"; below a million all digits. No-break
/// space; halves are rounded away from zero.
std::string shortMoney(std::int64_t dong);

/// "8,2 %", "8,25 %", "8 %" (no-break space) for 820, 825 and 800 hundredths of a per cent.
std::string formatPercent(std::int64_t hundredthsOfPercent);

/// Whole đồng from what people type: "1.234.567", "1,234,567 đ", "218 tr", "6,55 tỷ", "2 tỷ 5" (two and a half),
/// "1tr2", "500k", "-3 triệu". One or two digits behind the only separator are a fraction, three a group. Empty if it
/// is no amount, has a fraction of a đồng, or exceeds 10^15.
std::optional<std::int64_t> parseMoney(std::string_view text);

constexpr std::int64_t kMaxMoney = 1'000'000'000'000'000;

} // namespace banhang::vn
