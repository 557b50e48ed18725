#include "common/match/reading.h"

#include <gtest/gtest.h>

#include "tests/unit/match/people.h"

namespace banhang::match {
namespace {

TEST(Reading, makesOneFormOfManySpellings)
{
    const Record mine = read(person("Nguyễn Văn Đức", "0168 933 3999"));
    const Record theirs = read(person("  NGUYEENX van  Duc ", "+84 389.333.999"));
    EXPECT_EQ(mine.name, theirs.name);
    EXPECT_EQ(mine.phones, theirs.phones);
    EXPECT_EQ(mine.marked, (Words{"nguyễn", "văn", "đức"}));
    EXPECT_TRUE(theirs.marked.empty()) << "typed without marks";
}

TEST(Reading, takesTitlesOffAName)
{
    EXPECT_EQ(read(person("Chị Trần Thị Lan")).name, (Words{"tran", "thi", "lan"}));
    EXPECT_EQ(read(person("Phúc Mr.")).name, Words{"phuc"});
    EXPECT_EQ(read(person("Mr.")).name.size(), 1U) << "better a title than nothing";
}

TEST(Reading, leavesOutWhatWasNotedBesideAName)
{
    const Words lan{"tran", "thi", "lan"};
    EXPECT_EQ(read(person("Trần Thị Lan - vợ anh Nam")).name, lan);
    EXPECT_EQ(read(person("Trần Thị \"Út\" Lan")).name, lan);
    EXPECT_EQ(read(person("Trần Thị Lan (kế toán)")).name, lan);
    EXPECT_EQ(read(person("Ann-Marie Hill")).name, (Words{"ann", "marie", "hill"}));
    EXPECT_EQ(read(person("\"Lan\"")).name, Words{"lan"});
}

TEST(Reading, setsTheLegalFormApart)
{
    const Record mine = read(company("Công ty Trách nhiệm hữu hạn Thương mại Dịch vụ Thiên Ân"));
    EXPECT_EQ(mine.name, (Words{"thuong", "mai", "dich", "vu", "thien", "an"}));
    EXPECT_EQ(mine.form, vn::LegalForm::Limited);
    EXPECT_EQ(read(company("Cty TNHH TM DV Thiên Ân")).name, mine.name);
    EXPECT_EQ(read(company("Công ty Trách nhim hữu hạn TMDV Thiên Ân")).name, mine.name) << "a slip in the form";
    EXPECT_EQ(read(company("Coong ty TNHH TM DV Thiên Ân")).name, mine.name);
    EXPECT_EQ(read(company("Chi nhánh Công ty TNHH Thiên Ân")).part, vn::CompanyPart::Branch);
}

TEST(Reading, keepsNumbersOfOtherCountries)
{
    const Record record = read(person("Emily Smith", "02 5550 12"));
    ASSERT_EQ(record.phones.size(), 1U);
    EXPECT_EQ(record.phones.front(), read(person("Emily", "0 2555012")).phones.front());
    Texts texts = person("Emily Smith");
    texts.nationalId = "5304-218 ";
    EXPECT_EQ(read(texts).nationalId, "5304218");
}

TEST(Reading, dropsMailThatWasTypedToGetPastTheField)
{
    EXPECT_TRUE(read(mail(person("An"), "khongco@gmail.com")).emails.empty());
    EXPECT_EQ(read(mail(person("An"), "an@gmial.com")).emails, Words{"an@gmail.com"});
    EXPECT_EQ(read(mail(person("An"), "an@fpts.com.vn")).emails, Words{"an@fpts.com.vn"});
    EXPECT_EQ(read(mail(person("An"), "an@vnpts.vn")).emails, Words{"an@vnpts.vn"}) << "perhaps another firm";
}

TEST(Reading, takesAddressesOfOneMailboxForOne)
{
    EXPECT_EQ(read(mail(person("An"), "mailto:an.le+khachhang@gmail.com")).emails, Words{"anle@gmail.com"});
    EXPECT_EQ(read(mail(person("An"), "an.le+khachhang@thienan.vn")).emails, Words{"an.le@thienan.vn"});
    EXPECT_EQ(read(mail(person("An"), "+an@thienan.vn")).emails, Words{"+an@thienan.vn"});
}

TEST(Reading, takesATwelveDigitTaxCodeForThePersonsNumber)
{
    Texts texts = person("An");
    texts.taxCode = "001085012345";
    const Record record = read(texts);
    EXPECT_EQ(record.nationalId, "001085012345");
    EXPECT_TRUE(record.taxCode.empty());
}

TEST(Reading, takesAddressesApart)
{
    const Place mine =
        read(at(person("An"), "SN 12/4B đường Lý Thường Kiệt, P. Trần Hưng Đạo, Q. Hoàn Kiếm, Hà Nội")).places.front();
    EXPECT_EQ(mine.number, "12/4b");
    EXPECT_EQ(mine.street, (Words{"ly", "thuong", "kiet"}));
    EXPECT_FALSE(mine.wards.empty());
    const Place floor =
        read(at(person("An"), "Tầng 3, Tòa nhà Sông Đà, SN 12/4B đường Lý Thường Kiệt, Hà Nội")).places.front();
    EXPECT_EQ(floor.number, mine.number);
    EXPECT_EQ(floor.street, mine.street);
    const Place turned =
        read(at(person("An"), "Hà Nội, Q. Hoàn Kiếm, P. Trần Hưng Đạo, 12/4B Lý Thường Kiệt")).places.front();
    EXPECT_EQ(turned.number, mine.number);
    EXPECT_EQ(turned.street, mine.street);
    EXPECT_EQ(turned.wards, mine.wards);
    const Place foreign = read(at(person("Emily"), "12, smith street, rosedale, 4674, qld")).places.front();
    EXPECT_EQ(foreign.number, "12");
    EXPECT_EQ(foreign.street.front(), "smith");
    EXPECT_EQ(foreign.area, (Words{"rosedale", "4674", "qld"}));
    EXPECT_EQ(read(at(person("Emily"), "smith street, rosedale, 4674")).places.front().street.front(), "smith");
}

TEST(Reading, meetsOldAndNewUnits)
{
    const auto wards = [](const char* address) { return read(at(person("An"), address)).places.front().wards; };
    EXPECT_EQ(wards("12 Hàng Bài, Phường Hàng Bài, Quận Hoàn Kiếm, Hà Nội"), wards("12 Hàng Bài, P. Cửa Nam, Hà Nội"));
}

} // namespace
} // namespace banhang::match
