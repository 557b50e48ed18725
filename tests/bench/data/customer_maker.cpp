#include "tests/bench/data/customer_maker.h"

#include <array>
#include <string_view>

#include <fmt/format.h>

#include "client/demo/demo_customers.h"
#include "client/demo/demo_data.h"
#include "client/demo/demo_facts.h"
#include "client/demo/seeded_random.h"
#include "common/vn/fold.h"
#include "server/customers/rules/customer_rules.h"

namespace banhang::bench {

namespace {

using demo::SeededRandom;

constexpr std::array kForms = {"Công ty TNHH", "Công ty Cổ phần", "Công ty TNHH MTV", "Doanh nghiệp tư nhân",
                               "Hợp tác xã"};
constexpr std::array kBranchesOfTrade = {
    "Thương mại", "Xây dựng",          "Vận tải",  "Thiết bị điện", "Nội thất",  "Bao bì",      "Cơ khí",
    "Thực phẩm",  "Dược phẩm",         "May mặc",  "Nông sản",      "Công nghệ", "In ấn",       "Thủy sản",
    "Du lịch",    "Vật liệu xây dựng", "Hóa chất", "Giáo dục",      "Quảng cáo", "Bất động sản"};
constexpr std::array kFortune = {"Phú",  "Gia", "Thịnh", "Phát",   "An",    "Hưng", "Minh", "Tân",  "Đại", "Hoàng",
                                 "Kim",  "Lộc", "Thành", "Việt",   "Nam",   "Đông", "Bắc",  "Long", "Hải", "Sơn",
                                 "Bình", "Hòa", "Thiên", "Quang",  "Đức",   "Tín",  "Vạn",  "Xuân", "Mỹ",  "Tây",
                                 "Ngọc", "Bảo", "Khang", "Trường", "Trung", "Tiến", "Lợi",  "Nhật", "Ánh", "Dương"};
constexpr std::array kPrefixes = {"32", "33", "34", "35", "36", "37", "38", "39", "70", "76",
                                  "77", "78", "79", "81", "82", "83", "84", "85", "86", "88",
                                  "89", "90", "91", "93", "94", "96", "97", "98", "56", "58"};
constexpr std::array kPositions = {"Giám đốc", "Kế toán trưởng", "Trưởng phòng mua hàng", "Trợ lý"};
constexpr std::array kDigitWeights = {31, 29, 23, 19, 17, 13, 7, 5, 3};

constexpr int kCompanyPercent = 20;
constexpr int kCopyPerMille = 5;
/// Odd and without a factor of ten million, so that serials meet every number once.
constexpr std::int64_t kSpread = 6'180'339;
constexpr std::int64_t kNumbers = 10'000'000;

std::string phoneOf(std::int64_t serial)
{
    const auto prefix = static_cast<std::size_t>(serial) % kPrefixes.size();
    return fmt::format("0{}{:07}", kPrefixes[prefix], serial * kSpread % kNumbers);
}

std::string companyName(SeededRandom& random)
{
    std::string name = fmt::format("{} {}", random.pick(kForms), random.pick(kBranchesOfTrade));
    const std::size_t words = 2 + random.below(2);
    for (std::size_t i = 0; i < words; ++i)
        name += fmt::format(" {}", random.pick(kFortune));
    return name;
}

demo::Region regionOf(SeededRandom& random)
{
    const std::size_t at = random.below(100);
    return at < 50 ? demo::Region::North : at < 66 ? demo::Region::Central : demo::Region::South;
}

/// Companies keep what a person of the demo has in common with them: address, habits, remarks.
void makeCompany(v1::Customer& customer, std::int64_t serial, const std::string& contactName, SeededRandom& random)
{
    customer.Clear();
    customer.set_kind(v1::CUSTOMER_KIND_ORGANISATION);
    customer.set_name(companyName(random));
    if (random.chance(80))
        customer.set_tax_code(taxCodeOf(serial));
    *customer.add_addresses() = demo::addressIn(regionOf(random), random);
    v1::Contact& contact = *customer.add_contacts();
    contact.set_name(contactName);
    contact.set_position(random.pick(kPositions));
    demo::addHabits(customer, random);
    demo::addRemarks(customer, random);
}

/// As a colleague types what is there already: without marks, or in capitals.
void retype(v1::Customer& customer, SeededRandom& random)
{
    if (random.chance(70))
        customer.set_name(vn::fold(customer.name()));
    customer.clear_note();
}

constexpr std::int64_t kBlock = 500;

/// A block draws numbers of its own, so that any stretch can be made without those before it.
std::vector<v1::Customer> makeBlock(std::uint64_t seed, std::int64_t block)
{
    SeededRandom random(seed * 1'000'003 + static_cast<std::uint64_t>(block));
    std::vector<v1::Customer> made;
    std::int64_t serial = block * kBlock + 1;
    for (demo::DemoCustomer& person :
         demo::individuals(kBlock, demo::familyNamesCsv(), demo::givenNamesCsv(), random)) {
        v1::Customer& customer = person.customer;
        const bool isCopy = !made.empty() && random.below(1000) < kCopyPerMille;
        if (isCopy) {
            customer = random.pick(made);
            retype(customer, random);
        } else {
            if (random.chance(kCompanyPercent))
                makeCompany(customer, serial, std::string(customer.name()), random);
            customer.clear_phones();
            customer.add_phones()->set_number(phoneOf(serial));
        }
        server::prepareCustomer(customer);
        server::dropEmptyEntries(customer);
        made.push_back(std::move(customer));
        ++serial;
    }
    return made;
}

} // namespace

std::string taxCodeOf(std::int64_t serial)
{
    const std::string digits = fmt::format("{:09}", 100'000'000 + serial);
    int sum = 0;
    for (std::size_t i = 0; i < digits.size(); ++i)
        sum += (digits[i] - '0') * kDigitWeights[i];
    const int rest = sum % 11;
    return rest == 0 ? std::string() : digits + static_cast<char>('0' + 10 - rest);
}

std::vector<v1::Customer> makeCustomers(std::uint64_t seed, std::int64_t first, std::int64_t end)
{
    std::vector<v1::Customer> made;
    for (std::int64_t block = (first - 1) / kBlock; block * kBlock + 1 < end; ++block) {
        std::int64_t number = block * kBlock + 1;
        for (v1::Customer& customer : makeBlock(seed, block)) {
            if (number >= first && number < end) {
                customer.set_id(number);
                made.push_back(std::move(customer));
            }
            ++number;
        }
    }
    return made;
}

} // namespace banhang::bench
