#include "common/match/model.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "tests/unit/match/people.h"

namespace banhang::match {
namespace {

double probability(const Texts& mine, const Texts& theirs)
{
    const Model& model = Model::builtin();
    return model.score(compare(read(mine), read(theirs), model.stock())).probability;
}

std::vector<Reason> reasons(const Texts& mine, const Texts& theirs)
{
    const Model& model = Model::builtin();
    const Record a = read(mine);
    const Record b = read(theirs);
    return model.explain(a, b, compare(a, b, model.stock()));
}

bool speaks(const std::vector<Reason>& reasons, std::string_view key, bool isFor)
{
    const auto found = std::ranges::find(reasons, key, &Reason::key);
    return found != reasons.end() && (found->bits > 0) == isFor;
}

TEST(Model, isSureOfOnePersonInTwoSpellings)
{
    EXPECT_GT(probability(person("Nguyễn Văn Đức", "0168 933 3999"), person("nguyen van duc", "+84389333999")),
              kCertain);
    EXPECT_GT(probability(born(person("Đặng Quỳnh Hoa"), 1985, 5, 3), born(person("Hoa Đặng Quỳnh"), 1985, 5, 3)),
              kLikely);
}

TEST(Model, isSureOfOneTaxCodeUnderOneName)
{
    EXPECT_GT(probability(company("Công ty TNHH TM DV Thiên Ân", "0106697817"),
                          company("Cty Thương mại Dịch vụ Thiên Ân", "010 669 7817")),
              kCertain);
}

TEST(Model, keepsNamesakesAndHouseholdsApart)
{
    EXPECT_LT(probability(person("Nguyễn Văn An", "0912345678"), person("Nguyễn Văn An", "0987654321")), kPossible);
    EXPECT_LT(probability(person("Nguyễn Văn An", "0912345678"), person("Trần Thị Bích", "0912345678")), kLikely);
    const char* home = "12 Lý Thường Kiệt, Phường Hàng Bài, Quận Hoàn Kiếm, Hà Nội";
    EXPECT_LT(
        probability(at(person("Phạm Văn Hùng", "0912345678"), home), at(person("Phạm Thị Mai", "0912345678"), home)),
        kLikely);
    EXPECT_LT(probability(born(person("Nguyễn Văn An"), 1985, 5, 3), born(person("Nguyễn Văn An"), 1991, 8, 1)),
              kPossible);
}

TEST(Model, letsARareNameCountAndACommonOneHardly)
{
    const auto twins = [](const char* name) {
        return probability(at(person(name), "Phường Cầu Giấy, Hà Nội"), at(person(name), "Phường Cầu Giấy, Hà Nội"));
    };
    EXPECT_GT(twins("Âu Dương Tịnh Nghi"), twins("Nguyễn Văn An") + 0.2);
}

TEST(Model, takesABranchForACustomerOfItsOwn)
{
    const Texts head = company("Công ty TNHH TM DV Thiên Ân", "0106697817");
    EXPECT_LT(probability(head, company("Chi nhánh Công ty TNHH TM DV Thiên Ân", "0106697817-001")), 0.01);
    EXPECT_LT(probability(head, company("Công ty TNHH TM DV Thiên Ân", "0106697817-001")), 0.01);
    EXPECT_TRUE(speaks(reasons(head, company("Công ty TNHH TM DV Thiên Ân", "0106697817-001")),
                       "duplicate.branch_tax_code", false));
}

TEST(Model, letsAValueThatManyShareSayLittle)
{
    const Model& model = Model::builtin();
    const Record mine = read(person("Nguyễn Văn An", "0912345678"));
    const Record theirs = read(person("Nguyễn An", "0912345678"));
    ValueCounts counts;
    counts.set(phoneKey("84912345678"), 500);
    EXPECT_LT(model.score(compare(mine, theirs, model.stock(), counts)).bits + 2,
              model.score(compare(mine, theirs, model.stock())).bits);
}

TEST(Model, explainsStrongestFirst)
{
    const auto said = reasons(person("Nguyễn Văn Đức", "0168 933 3999"), person("Nguyen Van Duc", "+84389333999"));
    ASSERT_GE(said.size(), 2U);
    EXPECT_TRUE(speaks(said, "duplicate.same_phone", true));
    EXPECT_TRUE(
        std::ranges::is_sorted(said, std::ranges::greater{}, [](const Reason& one) { return std::abs(one.bits); }));
    const auto phone = std::ranges::find(said, "duplicate.same_phone", &Reason::key);
    EXPECT_EQ(phone->theirs, "0389 333 999");
    EXPECT_EQ(phone->field, "phones");
    EXPECT_TRUE(speaks(reasons(born(person("An"), 1985, 5, 3), born(person("An"), 1991, 8, 1)),
                       "duplicate.other_birthday", false));
}

TEST(Model, comesBackFromItsJson)
{
    const Model& model = Model::builtin();
    const std::string text = toJson(model);
    const Model read = modelFromJson(text);
    EXPECT_EQ(toJson(read), text);
    EXPECT_EQ(read.of(Kind::Person).calibration, model.of(Kind::Person).calibration);
    EXPECT_EQ(read.of(Kind::Person).mixture.size(), model.of(Kind::Person).mixture.size());
    EXPECT_DOUBLE_EQ(read.stock().persons.of("nguyen"), model.stock().persons.of("nguyen"));
}

TEST(Model, refusesWhatIsNone)
{
    EXPECT_THROW(modelFromJson("{}"), std::runtime_error);
    EXPECT_THROW(modelFromJson("nothing"), std::runtime_error);
    std::string text = toJson(Model::builtin());
    text.replace(text.find("\"format\":1"), 10, "\"format\":9");
    EXPECT_THROW(modelFromJson(text), std::runtime_error);
}

} // namespace
} // namespace banhang::match
