#include "common/match/compare.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "common/match/model.h"
#include "tests/unit/match/people.h"

namespace banhang::match {
namespace {

const Stock& stock()
{
    return Model::builtin().stock();
}

/// The first of the three levels of one kind of agreement.
NameLevel nameLevel(const Texts& mine, const Texts& theirs)
{
    const Level level = compare(read(mine), read(theirs), stock()).level(Field::Name);
    EXPECT_EQ(level, compare(read(theirs), read(mine), stock()).level(Field::Name)) << "the same both ways";
    return level < static_cast<Level>(NameLevel::Partly) ? static_cast<NameLevel>((level - 1) / 3 * 3 + 1)
                                                         : static_cast<NameLevel>(level);
}

NameLevel names(const char* mine, const char* theirs)
{
    return nameLevel(person(mine), person(theirs));
}

NameLevel companies(const char* mine, const char* theirs)
{
    return nameLevel(company(mine), company(theirs));
}

template <typename LevelOf>
LevelOf fieldLevel(Field field, const Texts& mine, const Texts& theirs, const ValueCounts& counts = {})
{
    return static_cast<LevelOf>(compare(read(mine), read(theirs), stock(), counts).level(field));
}

TEST(CompareNames, ofPersons)
{
    EXPECT_EQ(names("Nguyễn Văn An", "NGUYEN VAN AN"), NameLevel::Same);
    EXPECT_EQ(names("Hoàng Văn Tuấn", "Hoàng Văn Tuân"), NameLevel::OtherMarks);
    EXPECT_EQ(names("Nguyễn Văn An", "An Nguyễn Văn"), NameLevel::Reordered);
    EXPECT_EQ(names("Nguyễn Văn An", "Nguyễn An"), NameLevel::Shortened);
    EXPECT_EQ(names("Nguyễn Văn An", "N.V. An"), NameLevel::Shortened);
    EXPECT_EQ(names("Nguyễn Văn An", "Ng. Văn An"), NameLevel::Shortened);
    EXPECT_EQ(names("Nguyễn Văn Khánh", "Nguyễn Văn Khnáh"), NameLevel::Mistyped);
    EXPECT_EQ(names("Nguyễn Văn Khánh", "Nguyễ nVăn Khánh"), NameLevel::Same);
    EXPECT_EQ(names("Trần Thị Lan", "Trần Thị Loan"), NameLevel::OneLetter);
    EXPECT_EQ(names("Nguyễn Văn An", "Nguyễn Thị An"), NameLevel::Related);
    EXPECT_EQ(names("Nguyễn Văn An", "Nguyễn Thị Bích"), NameLevel::Partly);
    EXPECT_EQ(names("Nguyễn Văn An", "Trần Thị Bích"), NameLevel::Different);
}

TEST(CompareNames, ofOrganisations)
{
    EXPECT_EQ(companies("Công ty TNHH TM DV Thiên Ân", "Cty Thương mại và Dịch vụ Thiên Ân"), NameLevel::Same);
    EXPECT_EQ(companies("Công ty CP Thương mại Ninhtech", "CTCP Thương mại Ninhtehc"), NameLevel::Mistyped);
    EXPECT_EQ(companies("Công ty CP Ninhtech Việt Nam", "CTCP Ninhtech"), NameLevel::Shortened);
    EXPECT_EQ(companies("Công ty CP Xây dựng Ninhtech", "CTCP Vận tải Ninhtech"), NameLevel::Related);
    EXPECT_EQ(companies("Công ty CP Xây dựng Ninhtech", "CTCP Xây dựng Sao Mai"), NameLevel::Partly);
}

TEST(CompareNames, weighWhatFewOthersHave)
{
    const auto level = [](const char* name) {
        return compare(read(person(name)), read(person(name)), stock()).level(Field::Name);
    };
    EXPECT_EQ(level("Âu Dương Tịnh Nghi"), 1);
    EXPECT_EQ(level("Nguyễn Văn An"), 3);
}

TEST(ComparePhones, inOldAndNewForm)
{
    const auto phones = [](const char* mine, const char* theirs, const ValueCounts& counts = {}) {
        return fieldLevel<ValueLevel>(Field::Phone, person("A", mine), person("B", theirs), counts);
    };
    EXPECT_EQ(phones("01689333999", "+84 389 333 999"), ValueLevel::SameOwn);
    EXPECT_EQ(phones("0389333999", "0389333998"), ValueLevel::Near);
    EXPECT_EQ(phones("0389333999", "038933399"), ValueLevel::Near) << "the last digit is missing";
    EXPECT_EQ(phones("0389333999", "0912345678"), ValueLevel::Different);
    EXPECT_EQ(phones("0389333999", ""), ValueLevel(kUnknown));
    ValueCounts counts;
    counts.set(phoneKey("84389333999"), 8);
    EXPECT_EQ(phones("0389333999", "0389333999", counts), ValueLevel::SameShared);
    counts.set(phoneKey("84389333999"), 300);
    EXPECT_EQ(phones("0389333999", "0389333999", counts), ValueLevel::SameCommon);
}

TEST(CompareEmails, byMailboxAndHost)
{
    const auto emails = [](const char* mine, const char* theirs, const ValueCounts& counts = {}) {
        return fieldLevel<ValueLevel>(Field::Email, mail(person("A"), mine), mail(person("B"), theirs), counts);
    };
    EXPECT_EQ(emails("Duc.Nguyen@thienan.vn", "duc.nguyen@thienan.vn"), ValueLevel::SameOwn);
    EXPECT_EQ(emails("ducnguyen@thienan.vn", "ducngyuen@thienan.vn"), ValueLevel::Near);
    EXPECT_EQ(emails("info@thienan.vn", "ketoan@thienan.vn"), ValueLevel::SameHost);
    ValueCounts counts;
    counts.set(hostKey("a@gmail.com"), 300'000);
    EXPECT_EQ(emails("lan@gmail.com", "hoa@gmail.com", counts), ValueLevel::Different);
}

TEST(CompareCodes, knowBranchesAndSlips)
{
    const auto codes = [](const char* mine, const char* theirs) {
        return fieldLevel<ValueLevel>(Field::TaxCode, company("A", mine), company("B", theirs));
    };
    EXPECT_EQ(codes("0106697817", "010 669 7817"), ValueLevel::SameOwn);
    EXPECT_EQ(codes("0106697817", "0106697817-001"), ValueLevel::Related);
    EXPECT_EQ(codes("0106697817-002", "0106697817-001"), ValueLevel::Related);
    EXPECT_EQ(codes("0106697817", "0106697871"), ValueLevel::NearDoubtful) << "the check digit is wrong";
    EXPECT_EQ(codes("0106697817", "0101248141"), ValueLevel::Different);
}

TEST(CompareBirthdays, forgiveSwapsAndSlips)
{
    const auto days = [](vn::Date mine, vn::Date theirs) {
        return fieldLevel<BirthdayLevel>(Field::Birthday, born(person("A"), mine.year, mine.month, mine.day),
                                         born(person("B"), theirs.year, theirs.month, theirs.day));
    };
    EXPECT_EQ(days({1985, 5, 3}, {1985, 5, 3}), BirthdayLevel::Same);
    EXPECT_EQ(days({1985, 5, 3}, {1985, 3, 5}), BirthdayLevel::Swapped);
    EXPECT_EQ(days({1985, 5, 3}, {1985, 0, 0}), BirthdayLevel::SamePart);
    EXPECT_EQ(days({1985, 5, 3}, {0, 5, 3}), BirthdayLevel::SamePart);
    EXPECT_EQ(days({1985, 5, 3}, {1985, 1, 1}), BirthdayLevel::SamePart) << "typed by who knows only the year";
    EXPECT_EQ(days({1985, 1, 1}, {1985, 1, 1}), BirthdayLevel::Same);
    EXPECT_EQ(days({1985, 5, 3}, {1986, 5, 3}), BirthdayLevel::Near);
    EXPECT_EQ(days({1985, 5, 31}, {1985, 6, 1}), BirthdayLevel::Near);
    EXPECT_EQ(days({1985, 5, 3}, {1991, 8, 1}), BirthdayLevel::Different);
    EXPECT_EQ(days({1985, 0, 0}, {0, 5, 3}), BirthdayLevel(kUnknown));
}

TEST(CompareAddresses, throughTheReform)
{
    const auto places = [](const char* mine, const char* theirs) {
        return fieldLevel<AddressLevel>(Field::Address, at(person("A"), mine), at(person("B"), theirs));
    };
    const char* home = "12 Lý Thường Kiệt, Phường Hàng Bài, Quận Hoàn Kiếm, Hà Nội";
    EXPECT_EQ(places(home, "Số 12 đường Lý Thường Kiệt, P. Cửa Nam, Hà Nội"), AddressLevel::HouseOwn);
    EXPECT_EQ(places(home, "12 Lý Thường Kiêt - P.Hang Bai - Hoan Kiem - HN"), AddressLevel::HouseOwn);
    EXPECT_EQ(places(home, "12 Lý Thừơng Kiẹt, Phường Hàng Bài, Quận Hoàn Kiếm, Hà Nội"), AddressLevel::HouseOwn);
    EXPECT_EQ(places(home, "12 Lý Thuong Kietj, Phường Hàng Bài, Quận Hoàn Kiếm, Hà Nội"), AddressLevel::HouseMistyped);
    EXPECT_EQ(places(home, "40 Lý Thường Kiệt, Phường Hàng Bài, Quận Hoàn Kiếm, Hà Nội"), AddressLevel::Street);
    EXPECT_EQ(places(home, "7 Quang Trung, Phường Hàng Bài, Quận Hoàn Kiếm, Hà Nội"), AddressLevel::Area);
    EXPECT_EQ(places(home, "12 Lý Thường Kiệt, Phường 7, Quận 10, TP.HCM"), AddressLevel::HouseElsewhere);
}

TEST(Compare, neverComparesAPersonWithAnOrganisation)
{
    EXPECT_FALSE(compare(read(person("Thiên Ân")), read(company("Thiên Ân")), stock()).isComparable);
}

RC_GTEST_PROP(CompareLaws, areTheSameBothWays, ())
{
    const auto word = rc::gen::element<std::string>("Nguyễn", "Nguyen", "Văn", "An", "Lan", "Loan", "N", "Ng", "Trần",
                                                    "Nguyeenx", "smith", "smiht", "TM", "DV", "Group");
    const auto name = [&] {
        std::string text;
        for (const std::string& one : *rc::gen::container<std::vector<std::string>>(word))
            text += one + " ";
        return text;
    };
    const Kind kind = *rc::gen::element(Kind::Person, Kind::Organisation);
    Texts mine = person(name(), *rc::gen::element<std::string>("0389333999", "0389333998", ""));
    Texts theirs = person(name(), *rc::gen::element<std::string>("0389333999", "0912345678", ""));
    mine.kind = theirs.kind = kind;
    const Record a = read(mine);
    const Record b = read(theirs);
    RC_ASSERT(compare(a, b, stock()) == compare(b, a, stock()));
    const double forth = Model::builtin().score(compare(a, b, stock())).probability;
    RC_ASSERT(forth >= 0 && forth <= 1);
}

} // namespace
} // namespace banhang::match
