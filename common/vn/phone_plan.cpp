#include "common/vn/phone_plan.h"

#include <algorithm>
#include <array>

namespace banhang::vn {

namespace {

// Source: numbering plan of the Ministry of Information and Communications (area codes 2017, mobile prefixes 2018);
// carrier names after google/libphonenumber (Apache-2.0).
constexpr MobilePrefix kMobile[] = {
    {"032", "0162", "Viettel"},
    {"033", "0163", "Viettel"},
    {"034", "0164", "Viettel"},
    {"035", "0165", "Viettel"},
    {"036", "0166", "Viettel"},
    {"037", "0167", "Viettel"},
    {"038", "0168", "Viettel"},
    {"039", "0169", "Viettel"},
    {"052", "", "Vietnamobile"},
    {"055", "", ""},
    {"056", "0186", "Vietnamobile"},
    {"058", "0188", "Vietnamobile"},
    {"059", "0199", "Gmobile"},
    {"070", "0120", "MobiFone"},
    {"076", "0126", "MobiFone"},
    {"077", "0122", "MobiFone"},
    {"078", "0128", "MobiFone"},
    {"079", "0121", "MobiFone"},
    {"081", "0127", "VinaPhone"},
    {"082", "0129", "VinaPhone"},
    {"083", "0123", "VinaPhone"},
    {"084", "0124", "VinaPhone"},
    {"085", "0125", "VinaPhone"},
    {"086", "", "Viettel"},
    {"087", "", "VinaPhone"},
    {"088", "", "VinaPhone"},
    {"089", "", ""},
    {"090", "", "MobiFone"},
    {"091", "", "VinaPhone"},
    {"092", "", "Vietnamobile"},
    {"093", "", "MobiFone"},
    {"094", "", "VinaPhone"},
    {"095", "", ""},
    {"096", "", "Viettel"},
    {"097", "", "Viettel"},
    {"098", "", "Viettel"},
    {"099", "", "Gmobile"},
};

constexpr AreaCode kAreas[] = {
    {"0203", "033", "Quảng Ninh"}, {"0204", "0240", "Bắc Giang"},  {"0205", "025", "Lạng Sơn"},
    {"0206", "026", "Cao Bằng"},   {"0207", "027", "Tuyên Quang"}, {"0208", "0280", "Thái Nguyên"},
    {"0209", "0281", "Bắc Kạn"},   {"0210", "0210", "Phú Thọ"},    {"0211", "0211", "Vĩnh Phúc"},
    {"0212", "022", "Sơn La"},     {"0213", "0231", "Lai Châu"},   {"0214", "020", "Lào Cai"},
    {"0215", "0230", "Điện Biên"}, {"0216", "029", "Yên Bái"},     {"0218", "0218", "Hòa Bình"},
    {"0219", "0219", "Hà Giang"},  {"0220", "0320", "Hải Dương"},  {"0221", "0321", "Hưng Yên"},
    {"0222", "0241", "Bắc Ninh"},  {"0225", "031", "Hải Phòng"},   {"0226", "0351", "Hà Nam"},
    {"0227", "036", "Thái Bình"},  {"0228", "0350", "Nam Định"},   {"0229", "030", "Ninh Bình"},
    {"0232", "052", "Quảng Bình"}, {"0233", "053", "Quảng Trị"},   {"0234", "054", "Huế"},
    {"0235", "0510", "Quảng Nam"}, {"0236", "0511", "Đà Nẵng"},    {"0237", "037", "Thanh Hóa"},
    {"0238", "038", "Nghệ An"},    {"0239", "039", "Hà Tĩnh"},     {"024", "04", "Hà Nội"},
    {"0251", "061", "Đồng Nai"},   {"0252", "062", "Bình Thuận"},  {"0254", "064", "Bà Rịa - Vũng Tàu"},
    {"0255", "055", "Quảng Ngãi"}, {"0256", "056", "Bình Định"},   {"0257", "057", "Phú Yên"},
    {"0258", "058", "Khánh Hòa"},  {"0259", "068", "Ninh Thuận"},  {"0260", "060", "Kon Tum"},
    {"0261", "0501", "Đắk Nông"},  {"0262", "0500", "Đắk Lắk"},    {"0263", "063", "Lâm Đồng"},
    {"0269", "059", "Gia Lai"},    {"0270", "070", "Vĩnh Long"},   {"0271", "0651", "Bình Phước"},
    {"0272", "072", "Long An"},    {"0273", "073", "Tiền Giang"},  {"0274", "0650", "Bình Dương"},
    {"0275", "075", "Bến Tre"},    {"0276", "066", "Tây Ninh"},    {"0277", "067", "Đồng Tháp"},
    {"028", "08", "Hồ Chí Minh"},  {"0290", "0780", "Cà Mau"},     {"0291", "0781", "Bạc Liêu"},
    {"0292", "0710", "Cần Thơ"},   {"0293", "0711", "Hậu Giang"},  {"0294", "074", "Trà Vinh"},
    {"0296", "076", "An Giang"},   {"0297", "077", "Kiên Giang"},  {"0299", "079", "Sóc Trăng"},
};

// Assigned country codes but +84. Codes of one or two digits come first in a lookup because no longer code starts with
// one.
constexpr std::string_view kShortCodes[] = {
    "1",  "7",  "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44",
    "45", "46", "47", "48", "49", "51", "52", "53", "54", "55", "56", "57", "58", "60", "61",
    "62", "63", "64", "65", "66", "81", "82", "86", "90", "91", "92", "93", "94", "95", "98",
};
constexpr std::string_view kLongCodes[] = {
    "211", "212", "213", "216", "218", "220", "221", "222", "223", "224", "225", "226", "227", "228", "229", "230",
    "231", "232", "233", "234", "235", "236", "237", "238", "239", "240", "241", "242", "243", "244", "245", "246",
    "247", "248", "249", "250", "251", "252", "253", "254", "255", "256", "257", "258", "260", "261", "262", "263",
    "264", "265", "266", "267", "268", "269", "290", "291", "297", "298", "299", "350", "351", "352", "353", "354",
    "355", "356", "357", "358", "359", "370", "371", "372", "373", "374", "375", "376", "377", "378", "379", "380",
    "381", "382", "383", "385", "386", "387", "389", "420", "421", "423", "500", "501", "502", "503", "504", "505",
    "506", "507", "508", "509", "590", "591", "592", "593", "594", "595", "596", "597", "598", "599", "670", "672",
    "673", "674", "675", "676", "677", "678", "679", "680", "681", "682", "683", "685", "686", "687", "688", "689",
    "690", "691", "692", "800", "808", "850", "852", "853", "855", "856", "870", "878", "880", "881", "882", "883",
    "886", "888", "960", "961", "962", "963", "964", "965", "966", "967", "968", "970", "971", "972", "973", "974",
    "975", "976", "977", "979", "992", "993", "994", "995", "996", "998",
};

template <typename Row, typename Fits>
const Row* findRow(std::span<const Row> rows, Fits fits)
{
    const auto it = std::ranges::find_if(rows, fits);
    return it == rows.end() ? nullptr : &*it;
}

} // namespace

std::span<const MobilePrefix> mobilePrefixes()
{
    return kMobile;
}

std::span<const AreaCode> areaCodes()
{
    return kAreas;
}

const MobilePrefix* findMobile(std::string_view national)
{
    return findRow(mobilePrefixes(), [national](const MobilePrefix& row) {
        return national.size() == 10 && national.starts_with(row.prefix);
    });
}

const MobilePrefix* findMobileBefore2018(std::string_view national)
{
    return findRow(mobilePrefixes(), [national](const MobilePrefix& row) {
        return national.size() == 11 && !row.before2018.empty() && national.starts_with(row.before2018);
    });
}

const AreaCode* findArea(std::string_view national)
{
    return findRow(areaCodes(), [national](const AreaCode& row) {
        return national.size() == 11 && national.starts_with(row.prefix);
    });
}

const AreaCode* findAreaBefore2017(std::string_view national)
{
    return findRow(areaCodes(), [national](const AreaCode& row) {
        // No subscriber number started with 0 or 1.
        return row.before2017 != row.prefix && national.starts_with(row.before2017) &&
               national.size() == row.before2017.size() + subscriberDigits(row.prefix) &&
               national[row.before2017.size()] >= '2';
    });
}

std::string_view countryCode(std::string_view digits)
{
    for (const auto codes :
         {std::span<const std::string_view>(kShortCodes), std::span<const std::string_view>(kLongCodes)}) {
        const auto it =
            std::ranges::find_if(codes, [digits](std::string_view code) { return digits.starts_with(code); });
        if (it != codes.end()) {
            return digits.substr(0, it->size());
        }
    }
    return {};
}

} // namespace banhang::vn
