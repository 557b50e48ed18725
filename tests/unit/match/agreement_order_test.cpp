#include "common/match/agreement_order.h"

#include <cmath>

#include <gtest/gtest.h>

#include "common/match/learning.h"
#include "tests/unit/match/people.h"

namespace banhang::match {
namespace {

constexpr auto kName = static_cast<std::size_t>(Field::Name);
constexpr auto kAddress = static_cast<std::size_t>(Field::Address);

/// log2 of how much more often a level occurs in pairs of one customer than in the others.
double weight(const Mixture& mixture, std::size_t field, std::size_t level)
{
    double others = 0;
    double shares = 0;
    for (std::size_t i = 1; i < mixture.size(); ++i) {
        others += mixture[i].share * mixture[i].chances[field][level];
        shares += mixture[i].share;
    }
    return std::log2(mixture.front().chances[field][level] * shares / others);
}

void expectMeaning(const Mixture& mixture)
{
    constexpr double kRounding = 1e-3; // what JSON keeps of a chance
    for (std::size_t field = 0; field < kFields; ++field) {
        const std::size_t last = kLevels[field] - 1;
        EXPECT_LE(weight(mixture, field, last), kRounding) << "field " << field << ": different speaks against";
        for (std::size_t level = 1; level < last; ++level)
            EXPECT_GE(weight(mixture, field, level) + kRounding, weight(mixture, field, last))
                << "field " << field << ", level " << level;
    }
    EXPECT_GE(weight(mixture, kName, 1), 0);
    EXPECT_GE(weight(mixture, kAddress, 1), weight(mixture, kAddress, 2) - kRounding);
}

const Mixture& programs(Kind kind)
{
    return Model::builtin().of(kind).mixture;
}

/// As often as in a town of few streets: firms that have a house in common and nothing else, firms that are near in
/// name and nothing else, and no two that are one.
PatternCounts firmsOfOneTown()
{
    const auto pair = [](NameLevel name, AddressLevel address) {
        Comparison comparison;
        comparison.kind = Kind::Organisation;
        comparison.isComparable = true;
        const auto set = [&](Field field, auto level) {
            comparison.levels[static_cast<std::size_t>(field)] = static_cast<Level>(level);
        };
        set(Field::Name, name);
        set(Field::LegalForm, FormLevel::Same);
        set(Field::Part, PartLevel::Same);
        set(Field::Phone, ValueLevel::Different);
        set(Field::Email, ValueLevel::Near);
        set(Field::Address, address);
        return comparison;
    };
    PatternCounts counts;
    counts.add(pair(NameLevel::Partly, AddressLevel::Different), 60'000);
    counts.add(pair(NameLevel::Partly, AddressLevel::Area), 2'000);
    counts.add(pair(NameLevel::Related, AddressLevel::Different), 10'000);
    counts.add(pair(NameLevel::Different, AddressLevel::HouseOwn), 150);
    counts.add(pair(NameLevel::Different, AddressLevel::HouseShared), 50);
    counts.add(pair(NameLevel::Different, AddressLevel::HouseElsewhere), 300);
    counts.add(pair(NameLevel::Different, AddressLevel::Area), 300);
    return counts;
}

double probability(const Mixture& mixture, const Texts& mine, const Texts& theirs)
{
    const Model& program = Model::builtin();
    const Model model(program.of(Kind::Person), {mixture, program.of(Kind::Organisation).calibration}, program.stock());
    return model.score(compare(read(mine), read(theirs), model.stock())).probability;
}

Texts reachable(Texts texts, const std::string& phone)
{
    texts.phones.push_back(phone);
    return texts;
}

const char* const kHouse = "12 Lý Thường Kiệt, Phường Hàng Bài, Quận Hoàn Kiếm, Hà Nội";

Texts firm(const std::string& name, const std::string& phone)
{
    return at(reachable(company(name), phone), kHouse);
}

TEST(AgreementOrder, holdsInWhatTheProgramBrings)
{
    expectMeaning(programs(Kind::Person));
    expectMeaning(programs(Kind::Organisation));
}

TEST(AgreementOrder, turnsWhatContradictsItsMeaning)
{
    Mixture drifted = programs(Kind::Organisation);
    std::vector<double>& name = drifted.front().chances[kName];
    for (double& chance : name)
        chance *= 0.1;
    name[static_cast<std::size_t>(NameLevel::Different)] += 0.9;
    ASSERT_GT(weight(drifted, kName, static_cast<std::size_t>(NameLevel::Different)), 5);
    const Mixture mended = inOrder(drifted);
    expectMeaning(mended);
    double sum = 0;
    for (std::size_t level = 1; level < kLevels[kName]; ++level)
        sum += mended.front().chances[kName][level];
    EXPECT_NEAR(sum, 1, 1e-6);
    for (std::size_t i = 1; i < mended.size(); ++i)
        EXPECT_EQ(mended[i], drifted[i]) << "only what one customer means is in question";
}

TEST(AgreementOrder, leavesWhatIsInOrder)
{
    const Mixture mended = inOrder(programs(Kind::Person));
    const Mixture again = inOrder(mended);
    for (std::size_t level = 1; level < kLevels[kName]; ++level)
        EXPECT_NEAR(again.front().chances[kName][level], mended.front().chances[kName][level], 1e-9);
}

TEST(AgreementOrder, keepsTenantsOfOneHouseApart)
{
    const Texts one = firm("Công ty CP May Bình Minh", "024 3825 1111");
    const Texts other = firm("Công ty CP Phân bón dầu khí Tây Nam Bộ", "028 3822 2222");
    EXPECT_LT(probability(programs(Kind::Organisation), one, other), kLikely);
    EXPECT_LT(probability(programs(Kind::Organisation), at(company("May Bình Minh"), kHouse),
                          at(company("Phân bón dầu khí Tây Nam Bộ"), kHouse)),
              kLikely)
        << "nor where no phone tells";
    const Mixture learnt = learn(firmsOfOneTown(), programs(Kind::Organisation));
    expectMeaning(learnt);
    EXPECT_LT(probability(learnt, one, other), kPossible);
    EXPECT_GT(probability(learnt, one, firm("Cty cổ phần may Bình Minh", "024 3825 1111")), kCertain)
        << "what is one customer is found all the same";
    EXPECT_GT(probability(learnt, company("Công ty CP May Bình Minh"), company("Cty cổ phần may Bình Minh")), kLikely)
        << "though nobody stood there twice so far";
}

/// All pairs there are share phone and house under other names, so that nothing tells what one customer is.
TEST(AgreementOrder, isNotLearntFromSharedPhonesAlone)
{
    Comparison sharing;
    sharing.kind = Kind::Organisation;
    sharing.isComparable = true;
    sharing.levels[kName] = static_cast<Level>(NameLevel::Partly);
    sharing.levels[kAddress] = static_cast<Level>(AddressLevel::HouseOwn);
    sharing.levels[static_cast<std::size_t>(Field::Phone)] = static_cast<Level>(ValueLevel::SameOwn);
    PatternCounts counts;
    counts.add(sharing, 5'000);
    const Mixture& start = programs(Kind::Organisation);
    EXPECT_TRUE(learn(counts, start) == start);
}

TEST(AgreementOrder, neverSaysThatAnotherNameSpeaksForOneCustomer)
{
    EXPECT_EQ(meantBits(Field::Name, static_cast<Level>(NameLevel::Different), 3), 0);
    EXPECT_EQ(meantBits(Field::Name, static_cast<Level>(NameLevel::Different), -3), -3);
    EXPECT_EQ(meantBits(Field::Address, static_cast<Level>(AddressLevel::HouseShared), -1), 0);
    EXPECT_EQ(meantBits(Field::Phone, static_cast<Level>(ValueLevel::SameOwn), 5), 5);
    EXPECT_EQ(meantBits(Field::Address, static_cast<Level>(AddressLevel::Area), -1), -1);
}

} // namespace
} // namespace banhang::match
