#include <gtest/gtest.h>

#include "client/sheets/column_map.h"
#include "client/sheets/text_reader.h"
#include "common/error.h"
#include "common/vn/phone.h"
#include "common/vn/utf8.h"

namespace banhang::client {
namespace {

ImportVocabulary words()
{
    v1::ListPickItemsResponse items;
    v1::PickItem& item = *items.add_items();
    item.set_list_key("source");
    item.set_key("website");
    item.set_label_vi("Trang web");
    item.set_label_en("Website");
    v1::Directory directory;
    for (const auto& [id, name] : {std::pair{1, "Lê Văn Hùng"}, {2, "Trần Mạnh Hùng"}, {3, "Phan Thị Lan"}}) {
        v1::Person& person = *directory.add_people();
        person.set_user_id(id);
        person.set_full_name(name);
        person.set_active(true);
    }
    return vocabularyOf(items, directory, {2026, 11, 22});
}

struct Read
{
    SheetTable table;
    ColumnMap map;
    std::vector<ColumnCheck> checks;

    explicit Read(const std::string& csv)
        : table(readTextSheet(csv).table),
          map(table, guessHeaderRow(table)),
          checks(static_cast<std::size_t>(table.columnCount()))
    {
    }
    BuiltRow row(int number) { return map.build(table, map.headerRow() + number, words(), checks); }
};

std::string keyOf(const BuiltRow& row)
{
    return row.issues.empty() ? "" : row.issues.front().key();
}

TEST(ColumnMap, recognisesTheUsualTitlesWithAndWithoutMarks)
{
    EXPECT_EQ(Read("STT,Họ và tên,SĐT,Ma so thue,E-mail,Tỉnh/Thành\n1,Lan,,,,\n").map.describe(),
              "name=Họ và tên, tax_code=Ma so thue, phones=SĐT, emails=E-mail, province=Tỉnh/Thành");
    EXPECT_EQ(Read("name,phones,source_key,note\nLan,,,\n").map.describe(),
              "name=name, phones=phones, source_key=source_key, note=note");
    EXPECT_EQ(Read("Tên đơn vị (*),ĐT,Người LH,Mail,Chức vụ,NV,SĐT người liên hệ\nA,,,,,,\n").map.describe(),
              "name=Tên đơn vị (*), phones=ĐT, emails=Mail, contact_name=Người LH, contact_position=Chức vụ, "
              "contact_phones=SĐT người liên hệ, owner=NV");
}

TEST(ColumnMap, findsTheTitlesBelowAHeading)
{
    const Read read("DANH SÁCH KHÁCH HÀNG HỘI CHỢ,,\n,,\nTên khách hàng,Điện thoại 1,Điện thoại 2\nLan,0912555204,\n");
    EXPECT_EQ(read.map.headerRow(), 2);
    EXPECT_EQ(read.map.describe(), "name=Tên khách hàng, phones=Điện thoại 1, phones=Điện thoại 2");
}

TEST(ColumnMap, takesNoCustomerForTheTitlesWhereCellsWerePastedWithoutThem)
{
    const Read read("Công ty Cổ phần 26,KH001598,0358 555 053\nCông ty Cổ phần 32,KH000005,0329 555 000\n");
    EXPECT_EQ(read.map.headerRow(), -1);
    EXPECT_EQ(read.map.field(0), "name");
    EXPECT_EQ(read.map.field(2), "phones");
    EXPECT_EQ(Read("Nguyễn Văn An,an@thu.example\n").map.headerRow(), -1);
    EXPECT_EQ(Read("Tên,Điện thoại (10 số)\nLan,0912555204\n").map.headerRow(), 0);
}

TEST(ColumnMap, takesNoWordOfALaterCustomerForTheTitles)
{
    for (const char* pasted :
         {"Nguyễn Văn An,0912555204\nCông ty TNHH Hoa Mai,0913555205\n",
          "Nguyễn Văn An,0912555204,\nTrần Thị Bé,0913555205,Zalo\n",
          "Nguyễn Văn An,0912555204,\nCông ty TNHH Hoa Mai,0913555205,Email\n",
          "Nguyễn Văn An,0912555204,\nTrần Thị Bé,,Website\nPhan Văn Tư,0913555206,\n",
          "Nguyễn Văn An,0912555204,\nNguyễn Thế Bình,,12 Đường Lê Lợi\nPhan Văn Tư,0913555206,\n",
          "Công ty TNHH Hoa Mai,Công ty Cổ phần Sông Hồng,0913555205\nNguyễn Văn An,,0912555204\n",
          "Công ty TNHH Hoa Mai,Công ty Cổ phần Sông Hồng\nCông ty TNHH Phù Sa,Công ty Cổ phần Sông Hồng\n"})
        EXPECT_EQ(Read(pasted).map.headerRow(), -1) << pasted;
}

TEST(ColumnMap, takesNoFirstCustomerForTheTitlesForAWordThatIsOne)
{
    for (const char* pasted : {"Nguyễn Văn An,Zalo\n", "Nguyễn Văn An,Zalo\nTrần Thị Bé,Facebook\n",
                               "Nguyễn Văn An,Zalo,Huế\nTrần Thị Bé,Email,Vinh\n", "NGUYỄN VĂN AN,Zalo\nTRẦN BÉ,Zalo\n",
                               "Zalo,Nguyễn Văn An\nWebsite,Công ty TNHH Hoa Mai\n", "Lan,Zalo\nHoa,Zalo\n",
                               "Nguyễn Văn An,Huế\nTrần Thị Bé,Vinh\n"})
        EXPECT_EQ(Read(pasted).map.headerRow(), -1) << pasted;
}

TEST(ColumnMap, findsTitlesThatBeginAsNamesDoAndThoseOfEachPage)
{
    EXPECT_EQ(Read("Tên,Lý do mua,Cột lạ\nLan,sắp hết hàng,x\nHoa,giới thiệu,y\n").map.headerRow(), 0);
    EXPECT_EQ(Read("Lý do mua,Phan cứng\nthích,tủ lạnh\nrẻ,quạt trần\n").map.headerRow(), 0);
    EXPECT_EQ(Read("Phạm Thị Hoa,,\nTên,Cột lạ,Cột khác\nLan,a,b\nHoa,c,d\n").map.headerRow(), 1);
    EXPECT_EQ(Read("Tên,Cột lạ,Cột khác\nLan,a,b\nTên,Cột lạ,Cột khác\nHoa,c,d\n").map.headerRow(), 0);
}

TEST(ColumnMap, findsTitlesThatNumbersStandInOrAbove)
{
    EXPECT_EQ(Read("Tên,SĐT (vd 0912345678),Email (vd an@thu.example)\nLan,0912555204,\n").map.headerRow(), 0);
    EXPECT_EQ(Read("STT,Tên KH,Địa chỉ,Doanh thu 01/01/2026-30/06/2026\n1,Lan,Huế,5\n").map.headerRow(), 0);
    EXPECT_EQ(Read("Công ty TNHH Hoa Mai - ĐT 02435550178,,\nTên,Điện thoại,Cột lạ\nLan,0912555204,\n").map.headerRow(),
              1);
    EXPECT_EQ(Read("Công ty TNHH Hoa Mai,,\nDANH SÁCH,,\nTên,Cột lạ,Cột khác\nLan,0912555204,\n").map.headerRow(), 2);
    EXPECT_EQ(Read("Tên\nCông ty TNHH Hoa Mai\nCông ty Cổ phần Sông Hồng\n").map.headerRow(), 0);
    EXPECT_EQ(Read("cột 1,cột 2\nCông ty TNHH Hoa Mai,0913555205\n").map.headerRow(), 0);
}

TEST(ColumnMap, tellsColumnsWithoutTitlesApartByNumber)
{
    EXPECT_EQ(Read("Nguyễn Văn An,0912555204\nTrần Thị Bé,0913555205\n").map.describe(), "name=1, phones=2");
}

TEST(ColumnMap, guessesByContentsWhereTitlesSayNothing)
{
    const Read read("cột 1,cột 2,cột 3,cột 4\n"
                    "Nguyễn Văn An,0912 555 204,an@thu.example,\"12 Lê Lợi, P. Bến Thành, Q. 1, TP.HCM\"\n"
                    "Trần Thị Bé,0913555205,be@thu.example,\"5 Quang Trung, Hà Đông, Hà Nội\"\n");
    EXPECT_EQ(read.map.field(0), "name");
    EXPECT_EQ(read.map.field(1), "phones");
    EXPECT_EQ(read.map.field(2), "emails");
    EXPECT_EQ(read.map.field(3), "address");
}

TEST(ColumnMap, believesATitleOnlyAsFarAsItsCellsBearItOut)
{
    EXPECT_EQ(Read("Loại,Tên\nVIP,Lan\nThường,Hoa\nVIP,An\n").map.describe(), "name=Tên, tier_key=Loại");
    EXPECT_EQ(Read("Loại,Hạng,Tên\nVIP,A,Lan\nThường,B,Hoa\n").map.describe(), "name=Tên, tier_key=Hạng");
    EXPECT_EQ(Read("Loại,Tên\nCá nhân,Lan\nCông ty,Hoa Mai\nVIP,An\n").map.describe(), "kind=Loại, name=Tên");
    EXPECT_EQ(Read("Loại,Tên\n,Lan\n,Hoa\n").map.describe(), "kind=Loại, name=Tên") << "an empty one may be filled";
    EXPECT_EQ(Read("Tên,Email\nLan,0912 555 204\nHoa,0913 555 205\n").map.describe(), "name=Tên, phones=Email");
    EXPECT_EQ(Read("Tên,Ngày sinh\nLan,Hà Nội\nHoa,Huế\n").map.describe(), "name=Tên");
    EXPECT_EQ(Read("Tên,Phụ trách,Nguồn\nLan,chị Hà,hội chợ\nHoa,anh Ba,báo\n").map.describe(),
              "name=Tên, source_key=Nguồn, owner=Phụ trách")
        << "people and choices are the office's own";
}

TEST(ColumnMap, givesAFieldThatDoesNotRepeatToOneColumn)
{
    Read read("Tên,Tên công ty\nLan,Thiên Ân\n");
    EXPECT_EQ(read.map.field(1), "name");
    EXPECT_EQ(read.map.field(0), "");
    read.map.setField(0, "name");
    EXPECT_EQ(read.map.field(0), "name");
    EXPECT_EQ(read.map.field(1), "");
    read.map.setField(0, "không có");
    EXPECT_FALSE(read.map.hasName());
}

TEST(ColumnMap, remembersItselfInATemplate)
{
    Read read("Tên,Cột lạ,ĐT\nLan,x,0912\n");
    read.map.setField(1, "note");
    const v1::ImportTemplate kept = read.map.asTemplate();
    Read other("ĐT,Cột lạ,Tên,Mới\n0912,x,Lan,\n");
    EXPECT_EQ(other.map.apply(kept), 3);
    EXPECT_EQ(other.map.describe(), "name=Tên, phones=ĐT, note=Cột lạ");
}

TEST(ColumnMap, tellsOrganisationsByLegalFormAndTaxCode)
{
    Read read("Tên,MST\nCty TNHH Thiên Ân,\nThiên Ân,0106697817\nLưu Quốc Trọng,001085012345\n");
    EXPECT_EQ(read.row(1).customer.kind(), v1::CUSTOMER_KIND_ORGANISATION);
    EXPECT_EQ(read.row(2).customer.kind(), v1::CUSTOMER_KIND_ORGANISATION);
    EXPECT_EQ(read.row(3).customer.kind(), v1::CUSTOMER_KIND_INDIVIDUAL);
}

TEST(ColumnMap, restoresZerosAndBringsNumbersUpToDate)
{
    Read read("Tên,ĐT,MST\nLan,912555204,106697817\nBa,0168 9333 999,\nTư,0912 555 204 / 024 3555 0178,\n");
    const v1::Customer lan = read.row(1).customer;
    EXPECT_EQ(lan.phones(0).number(), "0912 555 204");
    EXPECT_EQ(lan.tax_code(), "0106697817");
    EXPECT_EQ(read.row(2).customer.phones(0).number(), "0389 333 999");
    EXPECT_EQ(read.row(3).customer.phones_size(), 2);
    EXPECT_EQ(read.checks[1].filled, 3);
    EXPECT_EQ(read.checks[1].zerosRestored, 1);
    EXPECT_EQ(read.checks[1].converted, 1);
    EXPECT_EQ(read.checks[1].split, 1);
    EXPECT_EQ(read.checks[2].zerosRestored, 1);
}

TEST(ColumnMap, losesNoWordsAndNoExtensionBesideANumber)
{
    Read read("Tên,ĐT\n"
              "A,0389333999 - chị Lan\nB,\"0389333999, chị Lan\"\nC,0389333999; chị Lan\nD,389333999 (chị Lan)\n"
              "E,2435550178 máy lẻ 12\nF,024 3555 0178 - máy lẻ 12\nG,chị Lan - 0389333999\nH,01689333999 - chị Lan\n");
    const std::vector<std::string> kept{"0389333999, chị Lan",  "0389333999, chị Lan",   "0389333999, chị Lan",
                                        "0389333999 (chị Lan)", "02435550178 máy lẻ 12", "024 3555 0178, máy lẻ 12",
                                        "0389333999, chị Lan",  "01689333999, chị Lan"};
    for (int i = 0; i < std::ssize(kept); ++i) {
        const v1::Customer customer = read.row(i + 1).customer;
        ASSERT_EQ(customer.phones_size(), 1) << i;
        EXPECT_EQ(customer.phones(0).number(), kept[static_cast<std::size_t>(i)]);
    }
    EXPECT_EQ(read.checks[1].invalid, 0);
    EXPECT_EQ(read.checks[1].zerosRestored, 2);
}

TEST(ColumnMap, leavesNamesThatBeginLikeAFormOfAddress)
{
    Read read("Tên\nBà Nà Hills\nCô Ba Sài Gòn\nÔng Ích Khiêm\nBà Lê Thị Chân\n");
    for (const auto& [row, name] : {std::pair{1, "Bà Nà Hills"}, {2, "Cô Ba Sài Gòn"}, {3, "Ông Ích Khiêm"}}) {
        EXPECT_EQ(read.row(row).customer.name(), name);
        EXPECT_EQ(read.row(row).customer.honorific(), v1::HONORIFIC_UNSPECIFIED);
    }
    EXPECT_EQ(read.row(4).customer.name(), "Lê Thị Chân");
    EXPECT_EQ(read.row(4).customer.honorific(), v1::HONORIFIC_BA);
}

TEST(ColumnMap, putsNamesOfSeveralColumnsTogetherAndFormsOfAddressApart)
{
    Read read("Họ đệm,Tên riêng\nNguyễn Thị,Lan\nChị Phan Thị,Lệ\n");
    EXPECT_EQ(read.row(1).customer.name(), "Nguyễn Thị Lan");
    EXPECT_EQ(read.row(2).customer.name(), "Phan Thị Lệ");
    EXPECT_EQ(read.row(2).customer.honorific(), v1::HONORIFIC_CHI);
    Read company("Tên công ty,Người liên hệ,Chức vụ\nCông ty TNHH Phù Sa,Anh Đặng Văn Cường,Kế toán\n");
    const v1::Customer made = company.row(1).customer;
    EXPECT_EQ(made.contacts(0).name(), "Đặng Văn Cường");
    EXPECT_EQ(made.contacts(0).honorific(), v1::HONORIFIC_ANH);
    EXPECT_EQ(made.contacts(0).position(), "Kế toán");
}

TEST(ColumnMap, takesAnAddressOfOneLineApart)
{
    Read read("Tên,Địa chỉ,Tỉnh\nLan,\"18 Duy Tân, P. Dịch Vọng Hậu, Q. Cầu Giấy, Hà Nội\",\nBa,5 Lê Lợi,Huế\n");
    const v1::Address one = read.row(1).customer.addresses(0);
    EXPECT_EQ(one.street(), "18 Duy Tân");
    EXPECT_EQ(one.ward(), "P. Dịch Vọng Hậu");
    EXPECT_EQ(one.district(), "Q. Cầu Giấy");
    EXPECT_EQ(one.province(), "Hà Nội");
    EXPECT_EQ(read.row(2).customer.addresses(0).street(), "5 Lê Lợi");
    EXPECT_EQ(read.row(2).customer.addresses(0).province(), "Huế");
}

TEST(ColumnMap, readsDaysInEveryDress)
{
    Read read("Tên,Ngày sinh\nA,5/3/1990\nB,32937\nC,15/06/1979 âm lịch nhuận\nD,31/02/1990\nE,1990-03-05 "
              "00:00:00\nF,5/3/1990 12:00:00 AM\n");
    EXPECT_EQ(read.row(1).customer.birthday().date().month(), 3);
    EXPECT_EQ(read.row(2).customer.birthday().date().day(), 5);
    EXPECT_EQ(read.checks[1].serials, 1);
    EXPECT_EQ(read.checks[1].example, "05/03/1990");
    EXPECT_TRUE(read.row(3).customer.birthday().lunar());
    EXPECT_TRUE(read.row(3).customer.birthday().leap_month());
    EXPECT_EQ(keyOf(read.row(4)), "sheet.day_unreadable");
    EXPECT_EQ(read.row(5).customer.birthday().date().year(), 1990);
    EXPECT_EQ(read.checks[1].invalid, 1);
}

TEST(ColumnMap, takesNoTypedDayForANumberOfASpreadsheet)
{
    Read read("Tên,Ngày sinh\nA,050785\nB,05071985\nC,32937.5\n");
    EXPECT_EQ(read.row(1).customer.birthday().date().year(), 1985);
    EXPECT_EQ(read.row(1).customer.birthday().date().month(), 7);
    EXPECT_EQ(read.row(2).customer.birthday().date().year(), 1985);
    EXPECT_EQ(read.row(3).customer.birthday().date().year(), 1990);
    EXPECT_EQ(read.checks[1].serials, 1);
}

TEST(ColumnMap, judgesLunarBirthdaysByTheirOwnCalendar)
{
    Read read("Tên,Ngày sinh\nA,30/2/1979 âm lịch\nB,30/2 âm\nC,15/8 lunar\nD,31/1/1979 âm lịch\nE,rằm tháng Giêng âm "
              "lịch\n");
    const v1::Birthday full = read.row(1).customer.birthday();
    EXPECT_TRUE(full.lunar());
    EXPECT_EQ(full.date().day(), 30);
    EXPECT_EQ(full.date().month(), 2);
    EXPECT_EQ(full.date().year(), 1979);
    EXPECT_EQ(read.row(2).customer.birthday().date().day(), 30);
    EXPECT_EQ(read.row(2).customer.birthday().date().year(), 0);
    EXPECT_TRUE(read.row(3).customer.birthday().lunar());
    EXPECT_EQ(keyOf(read.row(4)), "sheet.day_unreadable") << "no month of that calendar has 31 days";
    EXPECT_EQ(read.row(5).customer.birthday().date().day(), 15);
}

TEST(ColumnMap, putsTheWordsThatFindNoRoomBesideANumberIntoTheNote)
{
    std::string words;
    for (int i = 1; i <= 30; ++i)
        words += (i == 1 ? "" : " ") + std::string("lời") + std::string(static_cast<std::size_t>(i % 3), 'i');
    Read read("Tên,ĐT,Ghi chú\nA,\"0389333999, " + words + "\",khách quen\nB," + words + " 0389333999,\nC,\"" + words +
              " (02435550178) " + words + ", máy lẻ 12\",\nD,\"0389333999, gọi sau 17h\",\n");
    EXPECT_EQ(read.map.field(1), "phones");
    for (int row = 1; row <= 3; ++row) {
        const BuiltRow built = read.row(row);
        ASSERT_EQ(built.customer.phones_size(), 1) << row;
        const std::string& number = built.customer.phones(0).number();
        EXPECT_LE(vn::characterCount(number), 100U) << number;
        ASSERT_EQ(vn::parsePhones(number).size(), 1U) << number;
        EXPECT_EQ(vn::parsePhone(number).key, row == 3 ? "842435550178" : "84389333999") << number;
        EXPECT_EQ(keyOf(built), "sheet.phone_words");
        EXPECT_EQ(built.issues[0].severity(), v1::SEVERITY_WARNING);
    }
    const v1::Customer first = read.row(1).customer;
    const std::string inNumber = first.phones(0).number().substr(std::string("0389333999, ").size());
    EXPECT_EQ(first.note(), "Về số điện thoại: " + words.substr(inNumber.size() + 1) + "\nkhách quen");
    const v1::Customer second = read.row(2).customer;
    EXPECT_TRUE(second.phones(0).number().ends_with(" 0389333999"));
    EXPECT_TRUE(second.note().starts_with("Về số điện thoại: lời"));
    const v1::Customer third = read.row(3).customer;
    EXPECT_EQ(third.phones(0).number(), "024 3555 0178, máy lẻ 12");
    EXPECT_EQ(third.note(), "Về số điện thoại: " + words + " " + words);
    EXPECT_EQ(read.row(4).customer.phones_size(), 1) << "an hour is no number of its own";
}

TEST(ColumnMap, saysWhoseNumberTheWordsInTheNoteAreAbout)
{
    std::string words;
    for (int i = 0; i < 30; ++i)
        words += " lời";
    Read read("Tên,SĐT người liên hệ\nCông ty TNHH Hoa Mai,0389333999" + words + "\n");
    const BuiltRow built = read.row(1);
    EXPECT_TRUE(built.customer.note().starts_with("Về số điện thoại người liên hệ: lời")) << built.customer.note();
    ASSERT_EQ(built.issues.size(), 1U);
    EXPECT_EQ(built.issues[0].path(), "contacts[0].phones");
}

TEST(ColumnMap, keepsAYearOfBirthWhereBirthdaysAre)
{
    Read read("Tên,Năm sinh,Ghi chú\nA,1985,khách quen\nCty TNHH Thiên Ân,1990,\n");
    EXPECT_EQ(read.map.field(1), "birthday");
    const BuiltRow person = read.row(1);
    EXPECT_EQ(person.customer.birthday().date().year(), 1985);
    EXPECT_EQ(person.customer.birthday().date().month(), 0);
    EXPECT_EQ(person.customer.note(), "khách quen") << "which everybody reads";
    EXPECT_TRUE(person.issues.empty());
    const BuiltRow row = read.row(2);
    EXPECT_FALSE(row.customer.has_birthday());
    EXPECT_EQ(row.customer.note(), "Năm sinh: 1990");
    ASSERT_EQ(row.issues.size(), 1U);
    EXPECT_EQ(row.issues[0].key(), "sheet.birth_year_only");
    EXPECT_EQ(row.issues[0].severity(), v1::SEVERITY_WARNING);
    EXPECT_EQ(read.checks[1].invalid, 0);
}

TEST(ColumnMap, readsMonthsFirstWhereAColumnShowsIt)
{
    Read american("Tên,Ngày sinh\nA,11/18/1990\nB,3/5/1991\n");
    EXPECT_TRUE(american.map.isMonthFirst(1));
    EXPECT_EQ(american.row(1).customer.birthday().date().day(), 18);
    EXPECT_EQ(american.row(2).customer.birthday().date().month(), 3);
    Read mixed("Tên,Ngày sinh\nA,11/18/1990\nB,18/11/1990\n");
    EXPECT_FALSE(mixed.map.isMonthFirst(1));
}

TEST(ColumnMap, turnsLabelsAndNamesIntoKeys)
{
    Read read("Tên,Nguồn,Phụ trách\nA,trang web,Lan\nB,tờ rơi,Hùng\nC,website,lê văn hùng\nD,,Ai đó\n");
    EXPECT_EQ(read.row(1).customer.source_key(), "website");
    EXPECT_EQ(read.row(1).customer.owner_user_id(), 3);
    const BuiltRow unknown = read.row(2);
    EXPECT_EQ(unknown.customer.source_key(), "");
    ASSERT_EQ(unknown.issues.size(), 2U);
    EXPECT_EQ(unknown.issues[0].key(), "sheet.choice_unknown");
    EXPECT_EQ(unknown.issues[1].key(), "sheet.person_ambiguous");
    EXPECT_EQ(read.checks[2].ambiguousPeople, 2);
    EXPECT_EQ(read.row(3).customer.owner_user_id(), 1);
    EXPECT_EQ(keyOf(read.row(4)), "sheet.person_unknown");
}

TEST(DropFaultyValues, takesOutWhatIsWrongAndKeepsTheRest)
{
    v1::Customer customer;
    customer.set_name("Lan");
    for (const char* number : {"abc", "0912 555 204", "xyz"})
        customer.add_phones()->set_number(number);
    customer.mutable_birthday()->mutable_date()->set_day(31);
    customer.add_contacts()->add_emails()->set_address("sai");
    const auto error = [](const char* path) { return fieldIssue(v1::SEVERITY_ERROR, path, "x"); };
    EXPECT_TRUE(dropFaultyValues(customer, {error("phones[0].number"), error("phones[2].number"), error("birthday"),
                                            error("contacts[0].emails[0].address")}));
    ASSERT_EQ(customer.phones_size(), 1);
    EXPECT_EQ(customer.phones(0).number(), "0912 555 204");
    EXPECT_FALSE(customer.has_birthday());
    EXPECT_EQ(customer.contacts(0).emails_size(), 0);
    EXPECT_FALSE(dropFaultyValues(customer, {error("name")}));
    EXPECT_FALSE(dropFaultyValues(customer, {error("phones[7].number")}));
    EXPECT_TRUE(dropFaultyValues(customer, {fieldIssue(v1::SEVERITY_WARNING, "phones[0].number", "x")}));
    EXPECT_EQ(customer.phones_size(), 1);
}

} // namespace
} // namespace banhang::client
