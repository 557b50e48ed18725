// Which value a merge proposes, and why.
#include "server/merging/merge_rules.h"

#include <gtest/gtest.h>

namespace banhang::server {
namespace {

v1::Customer customer(std::int64_t id, const std::string& name)
{
    v1::Customer one;
    one.set_id(id);
    one.set_kind(v1::CUSTOMER_KIND_ORGANISATION);
    one.set_name(name);
    one.mutable_create_time()->set_seconds(1'700'000'000 + id);
    return one;
}

const v1::MergeField& fieldOf(const MergeProposal& proposal, const std::string& name)
{
    for (const v1::MergeField& field : proposal.fields)
        if (field.field() == name)
            return field;
    return v1::MergeField::default_instance();
}

MergeProposal propose(const v1::Customer& one, const v1::Customer& other)
{
    return proposeMerge({one, other}, {});
}

TEST(MergeRules, preferTheNameWithMarks)
{
    const MergeProposal proposal = propose(customer(1, "CTY TNHH THIEN AN"), customer(2, "Công ty TNHH Thiên Ân"));
    EXPECT_EQ(proposal.proposed.name(), "Công ty TNHH Thiên Ân");
    EXPECT_EQ(proposal.proposed.id(), 1);
    EXPECT_EQ(fieldOf(proposal, "name").reason_key(), "merge.fuller_name");
    EXPECT_TRUE(fieldOf(proposal, "name").doubtful()) << "other words are another name, perhaps";
    EXPECT_FALSE(fieldOf(propose(customer(1, "THIEN AN"), customer(2, "Thiên Ân")), "name").doubtful());
}

TEST(MergeRules, preferTheTaxCodeThatIsRight)
{
    v1::Customer one = customer(1, "A");
    v1::Customer other = customer(2, "A");
    one.set_tax_code("106697817");
    other.set_tax_code("0106697817");
    EXPECT_EQ(propose(one, other).proposed.tax_code(), "0106697817");
    EXPECT_EQ(fieldOf(propose(one, other), "tax_code").reason_key(), "merge.lost_zero");
    one.set_tax_code("0106697818");
    EXPECT_EQ(propose(one, other).proposed.tax_code(), "0106697817");
    EXPECT_EQ(fieldOf(propose(one, other), "tax_code").reason_key(), "merge.valid_code");
}

TEST(MergeRules, keepEachNumberOnce)
{
    v1::Customer one = customer(1, "A");
    v1::Customer other = customer(2, "A");
    one.add_phones()->set_number("0389 333 999");
    one.mutable_phones(0)->set_key("84389333999");
    other.add_phones()->set_number("0389333999");
    other.mutable_phones(0)->set_key("84389333999");
    other.mutable_phones(0)->set_zalo(true);
    other.add_phones()->set_number("0243 555 0126");
    const MergeProposal proposal = propose(one, other);
    ASSERT_EQ(proposal.proposed.phones_size(), 2);
    EXPECT_TRUE(proposal.proposed.phones(0).zalo()) << "the entry that says more";
    EXPECT_TRUE(fieldOf(proposal, "phones").adds_up());
}

TEST(MergeRules, takePersonsForOneByNameAndNumber)
{
    v1::Customer one = customer(1, "A");
    v1::Customer other = customer(2, "A");
    one.add_contacts()->set_id(11);
    one.mutable_contacts(0)->set_name("Phan Thị Lan");
    one.mutable_contacts(0)->add_phones()->set_number("0912345678");
    *other.add_contacts() = one.contacts(0);
    other.mutable_contacts(0)->set_id(12);
    other.mutable_contacts(0)->set_name("PHAN THI LAN");
    other.add_contacts()->set_id(13);
    other.mutable_contacts(1)->set_name("Phan Thị Lan");
    const MergeProposal proposal = propose(one, other);
    ASSERT_EQ(proposal.proposed.contacts_size(), 2);
    EXPECT_EQ(proposal.proposed.contacts(1).id(), 13) << "a namesake without a number is somebody else";
}

TEST(MergeRules, addUpWordsAndChoices)
{
    v1::Customer one = customer(1, "A");
    v1::Customer other = customer(2, "A");
    one.set_note("Nghe máy sau 14 giờ");
    other.set_note("Hay đổi địa chỉ");
    one.add_need_keys("price");
    other.add_need_keys("quality");
    other.add_need_keys("price");
    const MergeProposal proposal = propose(one, other);
    EXPECT_EQ(proposal.proposed.note(), "Nghe máy sau 14 giờ\nHay đổi địa chỉ");
    EXPECT_EQ(proposal.proposed.need_keys_size(), 2);
    one.set_note(std::string(3'990, 'x'));
    EXPECT_EQ(fieldOf(propose(one, other), "note").reason_key(), "merge.too_long_together");
    EXPECT_EQ(propose(one, other).proposed.note(), one.note());
}

TEST(MergeRules, takeTheOnlyValueThereIs)
{
    v1::Customer one = customer(1, "A");
    v1::Customer other = customer(2, "A");
    other.set_trade_key("trading");
    one.set_source_key("website");
    other.set_source_key("event");
    one.mutable_create_time()->set_seconds(1'800'000'000);
    const MergeProposal proposal = propose(one, other);
    EXPECT_EQ(proposal.proposed.trade_key(), "trading");
    EXPECT_EQ(fieldOf(proposal, "trade_key").customer_ids(0), 2);
    EXPECT_EQ(proposal.proposed.source_key(), "event") << "where they came from first";
    EXPECT_TRUE(fieldOf(proposal, "website").equal());
    EXPECT_TRUE(fieldOf(proposal, "website").customer_ids().empty());
}

TEST(MergeRules, proposeTheOldest)
{
    v1::Customer one = customer(1, "A");
    one.mutable_create_time()->set_seconds(1'800'000'000);
    EXPECT_EQ(proposeSurvivor({one, customer(2, "A"), customer(3, "A")}), 2);
}

TEST(MergeRules, seeRings)
{
    const std::vector<v1::Customer> both{customer(1, "A"), customer(2, "A")};
    EXPECT_TRUE(wouldMakeRing(2, both, {}));
    EXPECT_TRUE(wouldMakeRing(5, both, {{5, {5, 4, 2}}}));
    EXPECT_FALSE(wouldMakeRing(5, both, {{5, {5, 4}}}));
}

} // namespace
} // namespace banhang::server
