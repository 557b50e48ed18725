// Finding customers: with or without marks, by pieces of numbers, in any order of words, best first.
#include "tests/integration/customers/customers_fixture.h"

namespace banhang::test {
namespace {

class CustomerSearch : public CustomersFixture
{
};

TEST_F(CustomerSearch, findsNamesHoweverTheyAreTyped)
{
    create(lanToken, person("Nguyễn Văn Đức"));
    create(lanToken, person("Trần Thị Hòa"));
    const char* decomposed = "Nguye\xCC\x82\xCC\x83n Va\xCC\x86n \xC4\x90\xC6\xB0\xCC\x81"
                             "c";
    for (const char* words : {"nguyen van duc", "Nguyễn Văn Đức", "NGUYỄN VĂN ĐỨC", "duc nguyen", "đức", "nguy duc",
                              "nvd", "van d", decomposed})
        EXPECT_EQ(found(lanToken, words), "Nguyễn Văn Đức") << words;
    for (const char* words : {"hòa", "hoà", "hoa", "HÒA", "tran hoa"})
        EXPECT_EQ(found(lanToken, words), "Trần Thị Hòa") << words;
    EXPECT_EQ(found(lanToken, "nguyen hoa"), "");
}

TEST_F(CustomerSearch, findsOneAndTwoLettersByTheStart)
{
    create(lanToken, person("Nguyễn Văn An"));
    create(lanToken, person("Anh Tú"));
    create(lanToken, person("Lê Thị Bình"));
    EXPECT_EQ(found(lanToken, "an"), "Nguyễn Văn An|Anh Tú");
    EXPECT_EQ(found(lanToken, "l"), "Lê Thị Bình");
    EXPECT_EQ(found(lanToken, "b"), "Lê Thị Bình");
    EXPECT_EQ(found(lanToken, "zz"), "");
    EXPECT_EQ(found(lanToken, ""), "");
    EXPECT_EQ(found(lanToken, " %_ "), "");
}

TEST_F(CustomerSearch, findsPiecesOfNumbers)
{
    create(lanToken, person("Nguyễn Văn Đức", "038 933 3999"));
    create(lanToken, person("Lê Thị Hoa", "024 3555 0178"));
    create(lanToken, person("Trần Thị Cúc", "0236 3822 822"));
    create(lanToken, organisation("Công ty Thiên Ân", "0106697817"));
    for (const char* digits : {"0389333999", "01689333999", "0168 933 3999", "+84 389 333 999", "+84 389 333",
                               "(+84) 389", "038933", "0168933", "999", "389333"})
        EXPECT_EQ(found(lanToken, digits), "Nguyễn Văn Đức") << digits;
    for (const char* digits : {"02435550178", "0178", "3555 0178"})
        EXPECT_EQ(found(lanToken, digits), "Lê Thị Hoa") << digits;
    for (const char* digits : {"0511 3822 822", "02363822822"})
        EXPECT_EQ(found(lanToken, digits), "Trần Thị Cúc") << digits;
    for (const char* digits : {"0106697817", "669781", "010 669 7817"})
        EXPECT_EQ(found(lanToken, digits), "Công ty Thiên Ân") << digits;
}

TEST_F(CustomerSearch, findsCodeEmailAndContactPersons)
{
    v1::Customer customer = organisation("Công ty Thiên Ân");
    customer.add_emails()->set_address("Lan.Pham_1@ThienAn.vn");
    customer.add_contacts()->set_name("Phạm Thị Quỳnh");
    customer.mutable_contacts(0)->add_phones()->set_number("0977 111 222");
    create(lanToken, customer);
    for (const char* words : {"lan.pham_1@thienan.vn", "pham_1@", "KH000001", "kh000001", "quynh", "phạm quỳnh",
                              "0977111", "thien an quynh"})
        EXPECT_EQ(found(lanToken, words), "Công ty Thiên Ân") << words;
    EXPECT_EQ(found(lanToken, "phamx1@"), "") << "an underscore is no wildcard";
}

TEST_F(CustomerSearch, putsTheMarksThatWereTypedFirst)
{
    create(lanToken, person("Trần Thị Hoa"));
    create(lanToken, person("Hoàng Văn Bình"));
    create(lanToken, person("Lê Thị Hòa"));
    create(lanToken, person("Phạm Thị Hoà"));
    EXPECT_EQ(found(lanToken, "hòa"), "Lê Thị Hòa|Phạm Thị Hoà|Hoàng Văn Bình|Trần Thị Hoa");
    EXPECT_EQ(found(lanToken, "hoa"), "Hoàng Văn Bình|Trần Thị Hoa|Lê Thị Hòa|Phạm Thị Hoà")
        << "the start of the name, then the order";
}

TEST_F(CustomerSearch, putsWordsSideBySideBeforeScatteredOnes)
{
    create(lanToken, person("Hoàng Ân Thiện"));
    create(lanToken, organisation("Công ty TNHH Thương mại Thiên Ân"));
    create(lanToken, organisation("Thiên Ân Phát"));
    create(lanToken, person("Trần Thiện Ân"));
    for (const std::string& token : {lanToken, minhToken, anToken}) {
        EXPECT_EQ(found(token, "thien an"),
                  "Thiên Ân Phát|Trần Thiện Ân|Công ty TNHH Thương mại Thiên Ân|Hoàng Ân Thiện");
        EXPECT_EQ(found(token, "an thien"),
                  "Hoàng Ân Thiện|Trần Thiện Ân|Thiên Ân Phát|Công ty TNHH Thương mại Thiên Ân");
        EXPECT_EQ(found(token, "thiên ân"),
                  "Thiên Ân Phát|Công ty TNHH Thương mại Thiên Ân|Trần Thiện Ân|Hoàng Ân Thiện")
            << "the marks that were typed before all else";
    }
}

TEST_F(CustomerSearch, passesOverWhatHoldsNoLetters)
{
    v1::Customer customer = person("Đỗ Văn An");
    customer.add_emails()->set_address("an@b.vn");
    create(lanToken, customer);
    EXPECT_EQ(found(lanToken, "@@@@"), "");
    EXPECT_EQ(found(lanToken, "@@@@ an"), "Đỗ Văn An");
    EXPECT_EQ(found(lanToken, "an@b.vn"), "Đỗ Văn An");
    EXPECT_EQ(found(lanToken, "đ"), "Đỗ Văn An");
    EXPECT_EQ(found(lanToken, "中"), "");
}

TEST_F(CustomerSearch, refusesAWholeLetterAsAQuery)
{
    v1::SearchCustomersRequest request;
    request.set_query(std::string(201, 'x'));
    const AppError error = refusal(*customers, &CustomersStub::SearchCustomers, request, lanToken);
    EXPECT_EQ(error.code(), ErrorCode::Invalid);
    ASSERT_EQ(error.detail().issues_size(), 1);
    EXPECT_EQ(error.detail().issues(0).path(), "query");
    EXPECT_EQ(error.detail().issues(0).key(), "text.too_long");
}

/// More customers than the search looks at before it asks an index: what it meets there and what it looks up must make
/// one answer.
TEST_F(CustomerSearch, findsAmongManyWhatItFindsAmongFew)
{
    for (const char* name : {"Bùi Văn An", "Nguyễn Thị Yến", "Trần Đức Yên", "Yên Bình"})
        create(lanToken, person(name));
    create(tuanToken, person("Yên Hòa"));
    const auto answers = [&] {
        std::string text;
        for (const char* words : {"bui", "yen", "yên", "yến", "tran yen", "yen binh", "nguyen", "y", "ye", "y h"})
            for (const std::string& token : {lanToken, minhToken, anToken})
                text += found(token, words) + "\n";
        return text;
    };
    const std::string amongFew = answers();
    sql().run("CREATE TEMP TABLE many AS SELECT c.*, i AS number FROM banhang.customer c, generate_series(1, 5000) AS i"
              " WHERE c.name = 'Bùi Văn An'");
    sql().run("UPDATE many SET id = 1000000 + number, code = 'X' || number, name = 'Lê Văn Khoa',"
              " sort_key = overlay(sort_key PLACING 'm' FROM 1 FOR 0) || number, unit_id = $1::bigint",
              {std::to_string(hoa.unitId)});
    // Generated columns are not given values; they are the last ones of the table.
    sql().run("ALTER TABLE many DROP COLUMN number, DROP COLUMN birthday_key, DROP COLUMN founded_key");
    sql().run("INSERT INTO banhang.customer OVERRIDING SYSTEM VALUE SELECT * FROM many");
    sql().run("INSERT INTO banhang.customer_search SELECT id, unit_id, sort_key, ' lê văn khoa', ' le van khoa',"
              " ' khoa le van', ' le van khoa', '', '', '', ' le van khoa' FROM many");
    EXPECT_EQ(answers(), amongFew);
}

/// Far behind what the search looks at first, and more than a page.
TEST_F(CustomerSearch, findsTheFirstOfManyThatBeginWithTheWordsOrBearTheMark)
{
    create(lanToken, person("Bùi Văn An"));
    sql().run(
        "CREATE TEMP TABLE many AS SELECT c.*, i AS number FROM banhang.customer c, generate_series(1, 4000) AS i");
    sql().run("UPDATE many SET id = 1000000 + number, code = 'X' || number, unit_id = $1::bigint,"
              " name = CASE WHEN number <= 3900 THEN 'Lê Văn Khoa' ELSE 'Đỗ Minh Tuấn ' || number END,"
              " sort_key = CASE WHEN number <= 3900 THEN 'm' ELSE 'z' END || lpad(number::text, 4, '0')",
              {std::to_string(hoa.unitId)});
    sql().run("ALTER TABLE many DROP COLUMN birthday_key, DROP COLUMN founded_key");
    sql().run("CREATE TEMP TABLE many_rows AS SELECT * FROM many");
    sql().run("ALTER TABLE many_rows DROP COLUMN number");
    sql().run("INSERT INTO banhang.customer OVERRIDING SYSTEM VALUE SELECT * FROM many_rows");
    sql().run(
        "INSERT INTO banhang.customer_search SELECT id, unit_id, sort_key, ' ' || lower(name), f.head, f.head, f.head,"
        " '', '', '', f.head FROM many CROSS JOIN LATERAL (SELECT CASE WHEN number <= 3900 THEN ' le van khoa'"
        " ELSE ' do minh tuan ' || number END AS head) AS f");
    std::string page;
    for (int number = 3901; number <= 3950; ++number)
        page += (page.empty() ? "Đỗ Minh Tuấn " : "|Đỗ Minh Tuấn ") + std::to_string(number);
    for (const char* words : {"do minh", "đỗ minh", "tuấn", "minh tuan"})
        for (const std::string& token : {anToken, minhToken, hoaToken})
            EXPECT_EQ(found(token, words), page) << words;
}

/// The indexes hold whole names, and a row of an index has less than 2,704 bytes.
TEST_F(CustomerSearch, findsANameOfTheRarestLetters)
{
    std::string name;
    for (int i = 0; i < 199; ++i)
        for (const unsigned char byte : {0xF0, 0xA0, 0x80 + i * 37 % 64, 0x80 + i * 11 % 64})
            name += static_cast<char>(byte);
    create(lanToken, person(name));
    EXPECT_EQ(found(lanToken, name.substr(0, 40)), name);
}

TEST_F(CustomerSearch, narrowsByFilterAndScope)
{
    v1::Customer vip = person("Nguyễn Văn An");
    vip.set_tier_key("vip");
    create(lanToken, vip);
    create(hoaToken, person("Nguyễn Văn Bình"));
    create(tuanToken, person("Nguyễn Văn Cường"));
    EXPECT_EQ(found(lanToken, "nguyen"), "Nguyễn Văn An");
    EXPECT_EQ(found(minhToken, "nguyen"), "Nguyễn Văn An|Nguyễn Văn Bình");
    EXPECT_EQ(found(anToken, "nguyen"), "Nguyễn Văn An|Nguyễn Văn Bình|Nguyễn Văn Cường");
    v1::SearchCustomersRequest request;
    request.set_query("nguyen");
    request.mutable_filter()->add_tier_keys("vip");
    EXPECT_EQ(names(call(*customers, &CustomersStub::SearchCustomers, request, anToken).customers()), "Nguyễn Văn An");
    request.mutable_filter()->clear_tier_keys();
    request.mutable_filter()->add_owner_user_ids(hoa.id);
    EXPECT_EQ(names(call(*customers, &CustomersStub::SearchCustomers, request, anToken).customers()),
              "Nguyễn Văn Bình");
    EXPECT_EQ(names(call(*customers, &CustomersStub::SearchCustomers, request, lanToken).customers()), "");
    request.mutable_filter()->clear_owner_user_ids();
    request.mutable_filter()->add_unit_ids(teamTwo);
    EXPECT_EQ(names(call(*customers, &CustomersStub::SearchCustomers, request, anToken).customers()),
              "Nguyễn Văn Cường");
    request.mutable_filter()->clear_unit_ids();
    request.set_limit(2);
    const auto cut = call(*customers, &CustomersStub::SearchCustomers, request, anToken);
    EXPECT_EQ(cut.customers_size(), 2);
    EXPECT_TRUE(cut.truncated());
}

TEST_F(CustomerSearch, followsEveryChangeOfTheRecord)
{
    v1::Customer customer = create(lanToken, person("Nguyễn Văn An", "0912345678"));
    customer.set_name("Nguyễn Văn Bình");
    customer.mutable_phones(0)->set_number("0987654321");
    update(lanToken, customer, {"name", "phones"});
    EXPECT_EQ(found(lanToken, "an nguyen"), "");
    EXPECT_EQ(found(lanToken, "binh"), "Nguyễn Văn Bình");
    EXPECT_EQ(found(lanToken, "0912345678"), "");
    EXPECT_EQ(found(lanToken, "0987654321"), "Nguyễn Văn Bình");
}

TEST_F(CustomerSearch, showsPublicCardsOnlyWhereTheCompanyWantsIt)
{
    v1::Customer customer = person("Nguyễn Văn An", "0912345678");
    customer.set_group_key("loyal");
    create(lanToken, customer);
    v1::FindPublicCardsRequest request;
    request.set_query("van an");
    EXPECT_EQ(refusal(*customers, &CustomersStub::FindPublicCards, request, tuanToken).key(),
              "customer.public_card_disabled");
    sql().run("UPDATE banhang.company SET public_card_enabled = true");
    const auto cards = call(*customers, &CustomersStub::FindPublicCards, request, tuanToken);
    ASSERT_EQ(cards.cards_size(), 1);
    EXPECT_EQ(cards.cards(0).name(), "Nguyễn Văn An");
    EXPECT_EQ(cards.cards(0).owner_user_id(), lan.id);
    EXPECT_EQ(cards.cards(0).group_key(), "loyal");
    request.set_query("0912345678");
    EXPECT_EQ(call(*customers, &CustomersStub::FindPublicCards, request, tuanToken).cards_size(), 0);
    request.set_query("cong ty thien an");
    v1::Customer company = organisation("Công ty Thiên Ân");
    company.add_contacts()->set_name("Phạm Xuân");
    const std::string code = create(lanToken, company).code();
    EXPECT_EQ(call(*customers, &CustomersStub::FindPublicCards, request, tuanToken).cards_size(), 1);
    request.set_query("pham xuan");
    EXPECT_EQ(call(*customers, &CustomersStub::FindPublicCards, request, tuanToken).cards_size(), 0)
        << "a card does not tell who works where";
    request.set_query(code);
    EXPECT_EQ(call(*customers, &CustomersStub::FindPublicCards, request, tuanToken).cards_size(), 0);
    request.set_query("a");
    EXPECT_EQ(refusal(*customers, &CustomersStub::FindPublicCards, request, tuanToken).code(), ErrorCode::Invalid);
}

} // namespace
} // namespace banhang::test
