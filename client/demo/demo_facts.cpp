#include "client/demo/demo_facts.h"

#include <array>

#include <fmt/format.h>

namespace banhang::demo {

namespace {

constexpr std::array kMobilePrefixes = {"032", "033", "034", "035", "036", "037", "038", "039", "070", "076",
                                        "077", "078", "079", "081", "082", "083", "084", "085", "086", "088",
                                        "089", "090", "091", "093", "094", "096", "097", "098", "056", "058"};

constexpr std::array kStreets = {"Trần Hưng Đạo",  "Lê Lợi",
                                 "Nguyễn Trãi",    "Hai Bà Trưng",
                                 "Lý Thường Kiệt", "Quang Trung",
                                 "Nguyễn Huệ",     "Phan Chu Trinh",
                                 "Phan Bội Châu",  "Lê Duẩn",
                                 "Điện Biên Phủ",  "Nguyễn Văn Cừ",
                                 "Hoàng Hoa Thám", "Ngô Quyền",
                                 "Bà Triệu",       "Lê Hồng Phong",
                                 "Trường Chinh",   "Nguyễn Thị Minh Khai",
                                 "Hùng Vương",     "Lạc Long Quân",
                                 "Võ Thị Sáu",     "Cách Mạng Tháng Tám",
                                 "Nguyễn Du",      "Tôn Đức Thắng"};

// A place in today's list and how it was written before 2025-07-01; old names stay empty where a ward had no single
// one.
struct Place
{
    Region region;
    std::string_view ward;
    std::string_view province;
    std::string_view oldWard;
    std::string_view oldDistrict;
    std::string_view oldProvince;
};

constexpr Place kPlaces[] = {
    {Region::North, "Phường Cầu Giấy", "Hà Nội", "Phường Quan Hoa", "Quận Cầu Giấy", "Hà Nội"},
    {Region::North, "Phường Hoàn Kiếm", "Hà Nội", "Phường Hàng Bạc", "Quận Hoàn Kiếm", "Hà Nội"},
    {Region::North, "Phường Ba Đình", "Hà Nội", "Phường Quán Thánh", "Quận Ba Đình", "Hà Nội"},
    {Region::North, "Phường Hà Đông", "Hà Nội", "Phường Vạn Phúc", "Quận Hà Đông", "Hà Nội"},
    {Region::North, "Phường Thanh Xuân", "Hà Nội", "Phường Nhân Chính", "Quận Thanh Xuân", "Hà Nội"},
    {Region::North, "Phường Hồng Bàng", "Hải Phòng", "", "", ""},
    {Region::North, "Phường Bắc Giang", "Bắc Ninh", "", "", ""},
    {Region::North, "Phường Vĩnh Yên", "Phú Thọ", "", "", ""},
    {Region::North, "Phường Hạ Long", "Quảng Ninh", "", "", ""},
    {Region::North, "Phường Nam Định", "Ninh Bình", "", "", ""},
    {Region::Central, "Phường Hải Châu", "Đà Nẵng", "Phường Thạch Thang", "Quận Hải Châu", "Đà Nẵng"},
    {Region::Central, "Phường Thanh Khê", "Đà Nẵng", "", "", ""},
    {Region::Central, "Phường Ngũ Hành Sơn", "Đà Nẵng", "", "", ""},
    {Region::Central, "Phường Thuận Hóa", "Huế", "", "", ""},
    {Region::Central, "Phường Quy Nhơn", "Gia Lai", "", "", ""},
    {Region::Central, "Phường Nha Trang", "Khánh Hòa", "", "", ""},
    {Region::South, "Phường Sài Gòn", "Hồ Chí Minh", "Phường Bến Nghé", "Quận 1", "Hồ Chí Minh"},
    {Region::South, "Phường Bến Thành", "Hồ Chí Minh", "Phường Phạm Ngũ Lão", "Quận 1", "Hồ Chí Minh"},
    {Region::South, "Phường Tân Bình", "Hồ Chí Minh", "", "", ""},
    {Region::South, "Phường Thủ Dầu Một", "Hồ Chí Minh", "", "", ""},
    {Region::South, "Phường Biên Hòa", "Đồng Nai", "", "", ""},
    {Region::South, "Phường Ninh Kiều", "Cần Thơ", "Phường Tân An", "Quận Ninh Kiều", "Cần Thơ"},
    {Region::South, "Phường Long Xuyên", "An Giang", "", "", ""},
    {Region::South, "Phường Mỹ Tho", "Đồng Tháp", "", "", ""},
};

constexpr std::array kSources = {"website", "yellow_pages", "relation", "referral", "event", "social"};
constexpr std::array kNeeds = {"price", "quality", "fast_delivery", "after_sales", "credit", "consulting"};
constexpr std::array kHabits = {"calls_morning", "calls_afternoon", "prefers_zalo",
                                "prefers_email", "meets_in_person", "buys_year_end"};
constexpr std::array kTraits = {"decides_fast", "careful", "price_sensitive", "loyal", "pays_on_time", "pays_late"};

constexpr std::array kRemarks = {
    "Chỉ nghe máy sau 14 giờ.",
    "Báo giá phải gửi kèm bản cho kế toán.",
    "Đang dùng hàng của bên khác, hợp đồng tới cuối năm.",
    "Thích làm việc với một người phụ trách cố định.",
    "Hẹn trước ít nhất một ngày.",
    "Giao hàng buổi sáng, cổng sau.",
    "Hay hỏi lại về bảo hành, nên gửi tài liệu trước.",
    "Không gọi vào ngày rằm, mồng một.",
};

} // namespace

std::string phoneOf(std::size_t serial, SeededRandom& random)
{
    const std::string prefix = kMobilePrefixes[serial % kMobilePrefixes.size()];
    const std::size_t tail = serial / kMobilePrefixes.size();
    const std::string middle = fmt::format("{}", random.below(10));
    // The tail alone tells two numbers of one prefix apart.
    return fmt::format("{}{} 555 {:03}", prefix, middle, tail % 1000);
}

std::string mailbox(std::string_view localPart, std::string_view domainWord)
{
    return fmt::format("{}@{}.example", localPart, domainWord);
}

v1::Address addressIn(Region region, SeededRandom& random)
{
    const Place* place = nullptr;
    do {
        place = &random.pick(kPlaces);
    } while (place->region != region);
    v1::Address address;
    address.set_street(fmt::format("{} {}", 1 + random.below(320), random.pick(kStreets)));
    const bool old = !place->oldWard.empty() && random.chance(40);
    address.set_ward(std::string(old ? place->oldWard : place->ward));
    address.set_district(std::string(old ? place->oldDistrict : ""));
    address.set_province(std::string(old ? place->oldProvince : place->province));
    return address;
}

void addHabits(v1::Customer& customer, SeededRandom& random)
{
    const std::size_t status = random.below(100);
    customer.set_status_key(status < 45   ? "trading"
                            : status < 70 ? "contacting"
                            : status < 88 ? "new"
                            : status < 95 ? "paused"
                                          : "stopped");
    customer.set_tier_key(random.chance(9) ? "vip" : "regular");
    if (random.chance(65))
        customer.set_group_key(status < 45 && random.chance(70) ? "loyal" : "new");
    if (customer.source_key().empty())
        customer.set_source_key(random.pick(kSources));
    if (random.chance(35))
        customer.add_need_keys(random.pick(kNeeds));
    if (random.chance(30))
        customer.add_habit_keys(random.pick(kHabits));
    if (random.chance(30))
        customer.add_trait_keys(random.pick(kTraits));
    customer.set_do_not_call(random.chance(3));
}

void addRemarks(v1::Customer& customer, SeededRandom& random)
{
    if (random.chance(8))
        customer.add_watch_points()->set_text(random.pick(kRemarks));
    if (random.chance(8))
        customer.set_note(random.pick(kRemarks));
}

} // namespace banhang::demo
