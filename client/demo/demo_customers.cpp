#include "client/demo/demo_customers.h"

#include <array>
#include <string>
#include <utility>

#include "client/sheets/text_reader.h"
#include "common/vn/company_name.h"
#include "common/vn/fold.h"
#include "common/vn/person_name.h"

namespace banhang::demo {

namespace {

// First serial of the individuals' phones; the companies' lie below.
constexpr std::size_t kFirstPersonPhone = 4'000;
// Of a family name that the sample did not meet; the rarest that it met has 5 of 8,388.
constexpr double kRareWeight = 0.5;

// Industries of the list to lines of business of the pick-list, by a word that occurs in them.
constexpr std::pair<std::string_view, std::string_view> kTrades[] = {
    {"Xây dựng", "construction"}, {"Bất động sản", "real_estate"},
    {"Điện", "energy"},           {"dầu khí", "energy"},
    {"Khai", "energy"},           {"Than", "energy"},
    {"Nước", "public"},           {"vận tải", "transport"},
    {"Vận tải", "transport"},     {"Kho bãi", "transport"},
    {"Khách sạn", "hospitality"}, {"Nhà hàng", "hospitality"},
    {"Phần mềm", "information"},  {"Viễn thông", "information"},
    {"Ngân hàng", "finance"},     {"chứng khoán", "finance"},
    {"Bảo hiểm", "finance"},      {"Quỹ", "finance"},
    {"Đào tạo", "education"},     {"Dược", "health"},
    {"y tế", "health"},           {"Nuôi trồng", "agriculture"},
    {"Lâm sản", "agriculture"},   {"Phân phối", "trading"},
    {"Bán lẻ", "trading"},        {"", "manufacturing"},
};

constexpr std::array kPositions = {"Trưởng phòng Hành chính", "Kế toán trưởng",    "Trưởng phòng Mua hàng", "Giám đốc",
                                   "Trợ lý giám đốc",         "Nhân viên mua hàng"};
constexpr std::array kOccupations = {"business_owner", "manager",  "office", "civil_servant", "teacher",
                                     "doctor",         "engineer", "worker", "freelance",     "retired"};
constexpr std::array kIncomes = {"under_10m", "from_10m", "from_20m", "from_40m", "over_80m"};

std::string_view tradeOf(std::string_view industry)
{
    for (const auto& [word, key] : kTrades) {
        if (industry.find(word) != std::string_view::npos)
            return key;
    }
    return "other";
}

std::string joined(const std::vector<std::string>& words)
{
    std::string text;
    for (const auto& word : words)
        text += word;
    return text;
}

Region anyRegion(SeededRandom& random)
{
    const std::size_t at = random.below(100);
    return at < 50 ? Region::North : at < 66 ? Region::Central : Region::South;
}

v1::Birthday birthday(SeededRandom& random)
{
    v1::Birthday day;
    day.mutable_date()->set_year(1955 + static_cast<int>(random.below(50)));
    day.mutable_date()->set_month(1 + static_cast<int>(random.below(12)));
    day.mutable_date()->set_day(1 + static_cast<int>(random.below(28)));
    return day;
}

using CsvRows = std::vector<std::vector<std::string>>;

/// The lines of a list below its titles.
CsvRows rowsOf(std::string_view csv)
{
    const client::SheetTable table = client::readTextSheet(csv).table;
    CsvRows rows;
    for (int row = 1; row < table.rowCount(); ++row) {
        auto& cells = rows.emplace_back();
        for (int column = 0; column < table.columnCount(); ++column)
            cells.emplace_back(table.cell(row, column).text);
    }
    return rows;
}

/// Draws whole names from the lists.
class NameSource
{
public:
    NameSource(std::string_view familyCsv, std::string_view givenCsv)
        : m_families(rowsOf(familyCsv)), m_given(rowsOf(givenCsv))
    {
        double sum = 0;
        for (const auto& row : m_families)
            m_cumulative.push_back(sum += row[1].empty() ? kRareWeight : std::stod(row[1]));
    }

    /// Name and whether it is a woman's.
    std::pair<std::string, bool> draw(SeededRandom& random) const
    {
        const auto& given = random.pick(m_given);
        return {m_families[random.weighted(m_cumulative)][0] + " " + given[1], given[0] != "M"};
    }

private:
    CsvRows m_families;
    CsvRows m_given;
    std::vector<double> m_cumulative;
};

} // namespace

std::vector<DemoCustomer> listedCompanies(std::string_view csv, SeededRandom& random)
{
    const CsvRows rows = rowsOf(csv);
    std::vector<DemoCustomer> made;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto& row = rows[i];
        DemoCustomer demo{{}, anyRegion(random)};
        v1::Customer& customer = demo.customer;
        customer.set_kind(v1::CUSTOMER_KIND_ORGANISATION);
        customer.set_name(row[2]);
        customer.set_source_key("listed");
        customer.set_trade_key(std::string(tradeOf(row[4])));
        customer.set_business_text(row[4] + " (mã " + row[0] + ", " + row[1] + ")");
        customer.add_phones()->set_number(phoneOf(i, random));
        const auto words = vn::foldWords(row[0]);
        if (random.chance(60))
            customer.add_emails()->set_address(mailbox("lienhe", joined(words)));
        if (random.chance(80))
            *customer.add_addresses() = addressIn(demo.region, random);
        if (random.chance(45)) {
            customer.mutable_founded_date()->set_year(1976 + static_cast<int>(random.below(45)));
            customer.mutable_founded_date()->set_month(1 + static_cast<int>(random.below(12)));
            customer.mutable_founded_date()->set_day(1 + static_cast<int>(random.below(28)));
        }
        addHabits(customer, random);
        addRemarks(customer, random);
        made.push_back(std::move(demo));
    }
    return made;
}

std::vector<DemoCustomer> individuals(std::size_t count, std::string_view familyCsv, std::string_view givenCsv,
                                      SeededRandom& random)
{
    const NameSource names(familyCsv, givenCsv);
    std::vector<DemoCustomer> made;
    for (std::size_t i = 0; i < count; ++i) {
        DemoCustomer demo{{}, anyRegion(random)};
        v1::Customer& customer = demo.customer;
        const auto [name, female] = names.draw(random);
        customer.set_kind(v1::CUSTOMER_KIND_INDIVIDUAL);
        customer.set_name(name);
        customer.set_gender(female ? v1::GENDER_FEMALE : v1::GENDER_MALE);
        customer.set_honorific(female ? (random.chance(80) ? v1::HONORIFIC_CHI : v1::HONORIFIC_BA)
                                      : (random.chance(80) ? v1::HONORIFIC_ANH : v1::HONORIFIC_ONG));
        customer.add_phones()->set_number(phoneOf(kFirstPersonPhone + i, random));
        customer.mutable_phones(0)->set_zalo(random.chance(60));
        if (random.chance(40))
            customer.add_emails()->set_address(mailbox(joined(vn::foldWords(name)) + std::to_string(i % 97), "hopthu"));
        if (random.chance(60))
            *customer.mutable_birthday() = birthday(random);
        if (random.chance(70))
            *customer.add_addresses() = addressIn(demo.region, random);
        customer.set_occupation_key(random.pick(kOccupations));
        if (random.chance(50))
            customer.set_income_band_key(random.pick(kIncomes));
        addHabits(customer, random);
        addRemarks(customer, random);
        made.push_back(std::move(demo));
    }
    return made;
}

namespace {

v1::Customer story(v1::CustomerKind kind, std::string_view name, std::string_view phone)
{
    v1::Customer customer;
    customer.set_kind(kind);
    customer.set_name(std::string(name));
    customer.add_phones()->set_number(std::string(phone));
    customer.set_status_key("trading");
    customer.set_source_key("yellow_pages");
    return customer;
}

void contact(v1::Customer& customer, v1::Honorific honorific, std::string_view name, std::string_view position)
{
    v1::Contact& person = *customer.add_contacts();
    person.set_honorific(honorific);
    person.set_name(std::string(name));
    person.set_position(std::string(position));
}

void address(v1::Customer& customer, std::string_view street, std::string_view ward, std::string_view province)
{
    v1::Address& place = *customer.add_addresses();
    place.set_street(std::string(street));
    place.set_ward(std::string(ward));
    place.set_province(std::string(province));
}

} // namespace

std::vector<v1::Customer> storyCustomers()
{
    std::vector<v1::Customer> made;
    auto& thienAn =
        made.emplace_back(story(v1::CUSTOMER_KIND_ORGANISATION, "Công ty TNHH Thương mại Thiên Ân", "0168 9333 999"));
    thienAn.set_tax_code("0106697817");
    thienAn.set_tier_key("vip");
    thienAn.set_group_key("loyal");
    thienAn.add_emails()->set_address("hanhchinh@thienan.example");
    contact(thienAn, v1::HONORIFIC_CHI, "Phan Thị Lan", kPositions[0]);
    address(thienAn, "18 Duy Tân", "Phường Cầu Giấy", "Hà Nội");
    thienAn.add_watch_points()->set_text("Chỉ nghe máy sau 14 giờ; mọi báo giá phải gửi kèm bản cho kế toán.");

    auto& thienAnPhu =
        made.emplace_back(story(v1::CUSTOMER_KIND_ORGANISATION, "Công ty Cổ phần Thiên Ân Phú", "024 3555 0178"));
    address(thienAnPhu, "5 Quang Trung", "Phường Hà Đông", "Hà Nội");
    contact(thienAnPhu, v1::HONORIFIC_ANH, "Đặng Văn Thắng", kPositions[2]);

    auto& baoBi = made.emplace_back(
        story(v1::CUSTOMER_KIND_ORGANISATION, "Công ty Cổ phần Bao bì Tân Kỷ Nguyên", "0352 555 817"));
    baoBi.set_group_key("loyal");
    baoBi.set_tier_key("regular");
    contact(baoBi, v1::HONORIFIC_BAC, "Trần Đức Hòa", kPositions[3]);

    auto& nguyet = made.emplace_back(story(v1::CUSTOMER_KIND_INDIVIDUAL, "Nguyễn Thị Minh Nguyệt", "0904 555 276"));
    nguyet.set_honorific(v1::HONORIFIC_CHI);
    nguyet.set_gender(v1::GENDER_FEMALE);
    nguyet.set_occupation_key("teacher");
    address(nguyet, "27 Hàng Bạc", "Phường Hoàn Kiếm", "Hà Nội");
    return made;
}

} // namespace banhang::demo
