// What a person makes of the proposals, and what is sent of it.
#include "client/merging/merge_choices.h"

#include <gtest/gtest.h>

#include "tests/client/merging/thien_an.h"

namespace banhang::client {
namespace {

enum Row { Name, TaxCode, Phones, Contacts, Note, Ban, Website };

class MergeChoicesTest : public ::testing::Test
{
protected:
    void SetUp() override { choices.begin(thienAnTwice()); }
    QStringList sent() const
    {
        QStringList fields;
        const auto request = choices.request({});
        for (const auto& path : request.update_mask().paths())
            fields.append(QString::fromStdString(path));
        return fields;
    }

    MergeChoices choices;
};

TEST_F(MergeChoicesTest, sendWhatDiffersAndNothingElse)
{
    EXPECT_EQ(sent().join(' ').toStdString(), "name tax_code phones contacts note do_not_call");
    const auto request = choices.request(QStringLiteral("  Anh Minh xem giúp "));
    EXPECT_EQ(request.survivor_id(), 412);
    EXPECT_EQ(request.versions_size(), 2);
    EXPECT_EQ(request.versions(0).version(), 3);
    EXPECT_EQ(request.message(), "Anh Minh xem giúp");
}

TEST_F(MergeChoicesTest, takeTheOtherValue)
{
    choices.choose(Name, 436);
    EXPECT_EQ(choices.result().name(), "CTY TNHH TM THIEN AN");
    choices.choose(Name, 412);
    EXPECT_EQ(choices.result().name(), "Công ty TNHH Thương mại Thiên Ân");
}

TEST_F(MergeChoicesTest, leaveEntriesOutAndTakeThemInAgain)
{
    choices.choose(Phones, 436);
    ASSERT_EQ(choices.result().phones_size(), 1);
    EXPECT_EQ(choices.result().phones(0).number(), "0389 333 999");
    choices.chooseAll(Phones);
    EXPECT_EQ(choices.result().phones_size(), 2);
    choices.choose(Contacts, 412);
    ASSERT_EQ(choices.result().contacts_size(), 1);
    EXPECT_EQ(choices.result().contacts(0).id(), 2);
}

TEST_F(MergeChoicesTest, joinWordsOfThoseWhoAreTaken)
{
    choices.choose(Note, 412);
    EXPECT_EQ(choices.result().note(), "Hay đổi địa chỉ");
    choices.choose(Note, 412);
    EXPECT_EQ(choices.result().note(), "Chỉ nghe máy sau 14 giờ\nHay đổi địa chỉ");
}

TEST_F(MergeChoicesTest, stayWhenTheSameCustomersAreProposedOtherwise)
{
    EXPECT_FALSE(choices.isTouched());
    choices.choose(Phones, 436);
    choices.type(Name, QStringLiteral("Thiên Ân"));
    v1::MergePreview other = thienAnTwice();
    other.mutable_customers()->SwapElements(0, 1);
    other.mutable_customers(1)->mutable_phones(0)->set_number("0389.333.999");
    *other.mutable_proposed()->mutable_phones(0) = other.customers(1).phones(0);
    other.mutable_proposed()->set_note("Hay đổi địa chỉ");
    choices.goOn(other);
    EXPECT_TRUE(choices.isTouched());
    EXPECT_EQ(choices.survivorId(), 436);
    EXPECT_EQ(choices.result().name(), "Thiên Ân");
    ASSERT_EQ(choices.result().phones_size(), 1);
    EXPECT_EQ(choices.result().phones(0).number(), "0389.333.999") << "as it is by now";
    EXPECT_EQ(choices.result().note(), "Hay đổi địa chỉ") << "nobody chose it: as it is proposed";
}

TEST_F(MergeChoicesTest, canBeTypedOver)
{
    EXPECT_TRUE(choices.isTypeable(Name));
    EXPECT_FALSE(choices.isTypeable(Phones));
    choices.type(Name, QStringLiteral("Thiên Ân"));
    EXPECT_EQ(choices.request({}).result().name(), "Thiên Ân");
    choices.type(Website, QStringLiteral("thienan.example"));
    EXPECT_TRUE(sent().contains(QStringLiteral("website"))) << "equal, and typed over all the same";
    choices.choose(Name, 412);
    EXPECT_FALSE(choices.fields()[Name].isTyped);
}

} // namespace
} // namespace banhang::client
