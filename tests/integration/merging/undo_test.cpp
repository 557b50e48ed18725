// Undoing: every byte where nothing came between, and what came between where it belongs.
#include <algorithm>

#include "server/merging/merge_upkeep_store.h"
#include "tests/integration/merging/merging_fixture.h"

namespace banhang::test {
namespace {

class Undoing : public MergingFixture
{
protected:
    void SetUp() override
    {
        MergingFixture::SetUp();
        first = thienAn(lanToken);
        second = thienAnAgain(lanToken);
    }

    v1::UndoOutcome outcome(const v1::UndoPreview& shown, const std::string& field)
    {
        for (const v1::UndoField& one : shown.fields())
            if (one.field() == field)
                return one.outcome();
        return v1::UNDO_OUTCOME_UNSPECIFIED;
    }
    static std::string numbers(const v1::Customer& customer)
    {
        std::string text;
        for (const v1::Phone& phone : customer.phones())
            text += (text.empty() ? "" : "|") + phone.number();
        return text;
    }

    v1::Customer first, second;
};

TEST_F(Undoing, atOnceRestoresEveryByte)
{
    v1::Customer child = organisation("Chi nhánh Thiên Ân tại Huế");
    child.set_parent_id(second.id());
    child.set_parent_relation(v1::PARENT_RELATION_BRANCH);
    create(lanToken, child);
    share(lanToken, first.id(), hoa);
    share(lanToken, second.id(), hoa, v1::SHARE_LEVEL_EDIT);
    share(lanToken, second.id(), tuan);
    const v1::Customer third = create(lanToken, organisation("Thiên Ân (Huế)"));
    addTalk(first, -9);
    addTalk(second, -3, v1::POTENTIAL_PROMISING);
    addTalk(third, 5);
    const std::string before = everyByte();
    const std::int64_t mergeId =
        merge(lanToken, {get(lanToken, first.id()), get(lanToken, second.id()), third}).merge_id();
    EXPECT_NE(everyByte(), before);
    const v1::UndoMergeResponse back = undo(lanToken, mergeId);
    EXPECT_EQ(everyByte(), before);
    EXPECT_EQ(back.restored_size(), 2);
    EXPECT_FALSE(sees(tuanToken, first.id()));
    EXPECT_TRUE(sees(tuanToken, second.id()));
}

TEST_F(Undoing, atOnceRestoresTheOwnerToo)
{
    v1::MergeCustomersRequest request = agreeing(preview(minhToken, {first, second}));
    request.mutable_result()->set_owner_user_id(hoa.id);
    request.mutable_update_mask()->add_paths("owner_user_id");
    request.mutable_result()->clear_contacts();
    const std::string before = everyByte();
    const std::int64_t mergeId = merge(minhToken, request).merge_id();
    EXPECT_TRUE(sees(hoaToken, first.id()));
    undo(minhToken, mergeId);
    EXPECT_EQ(everyByte(), before);
    EXPECT_FALSE(sees(hoaToken, first.id()));
}

TEST_F(Undoing, leavesWhatCameSinceWhereItBelongs)
{
    const std::int64_t mergeId = merge(lanToken, {first, second}).merge_id();
    v1::Customer edited = get(lanToken, first.id());
    edited.set_note("Đổi giờ: sau 16 giờ");
    edited.add_phones()->set_number("0987 654 321");
    edited.mutable_contacts(1)->set_position("Kế toán trưởng");
    edited.add_contacts()->set_name("Người mới sau khi gộp");
    update(lanToken, edited, {"note", "phones", "contacts"});
    const v1::UndoPreview shown = undoPreview(lanToken, mergeId);
    EXPECT_EQ(outcome(shown, "note"), v1::UNDO_OUTCOME_KEPT);
    EXPECT_EQ(outcome(shown, "phones"), v1::UNDO_OUTCOME_COMBINED);
    EXPECT_EQ(outcome(shown, "trade_key"), v1::UNDO_OUTCOME_RESTORED);
    std::map<std::int64_t, std::pair<std::int64_t, std::int64_t>> contacts;
    for (const v1::UndoLink& link : shown.links())
        if (link.link() == "contact")
            contacts[link.customer_id()] = {link.restored(), link.kept()};
    EXPECT_EQ(contacts[second.id()], (std::pair<std::int64_t, std::int64_t>(1, 0)));
    EXPECT_EQ(contacts[first.id()], (std::pair<std::int64_t, std::int64_t>(0, 1)));

    undo(lanToken, mergeId);
    const v1::Customer survivor = get(lanToken, first.id());
    EXPECT_EQ(survivor.note(), "Đổi giờ: sau 16 giờ");
    EXPECT_EQ(numbers(survivor), "0389 333 999|0987 654 321");
    EXPECT_EQ(survivor.trade_key(), "");
    ASSERT_EQ(survivor.contacts_size(), 2);
    EXPECT_EQ(survivor.contacts(1).name(), "Người mới sau khi gộp");
    const v1::Customer back = get(lanToken, second.id());
    EXPECT_EQ(back.id(), second.id());
    EXPECT_EQ(numbers(back), "0243 555 0126");
    ASSERT_EQ(back.contacts_size(), 1);
    EXPECT_EQ(back.contacts(0).position(), "Kế toán trưởng") << "what was learnt of the person stays with the person";
    EXPECT_EQ(found(lanToken, second.code()), second.name());
}

TEST_F(Undoing, givesNoWithdrawnShareBack)
{
    share(lanToken, second.id(), tuan);
    const std::int64_t mergeId = merge(lanToken, {first, get(lanToken, second.id())}).merge_id();
    unshare(lanToken, first.id(), tuan);
    undo(lanToken, mergeId);
    EXPECT_FALSE(sees(tuanToken, first.id()));
    EXPECT_FALSE(sees(tuanToken, second.id()));
}

TEST_F(Undoing, worksInAnyOrder)
{
    const v1::Customer third = create(lanToken, [] {
        v1::Customer customer = organisation("Thiên Ân (Huế)");
        customer.add_phones()->set_number("0234 382 2222");
        customer.set_website("thienan.example");
        return customer;
    }());
    const std::string before = everyByte();
    const std::int64_t one = merge(lanToken, {first, second}).merge_id();
    const std::int64_t two = merge(lanToken, {get(lanToken, first.id()), third}).merge_id();
    undo(lanToken, one);
    EXPECT_EQ(numbers(get(lanToken, first.id())), "0389 333 999|0234 382 2222");
    EXPECT_EQ(get(lanToken, first.id()).website(), "thienan.example");
    undo(lanToken, two);
    EXPECT_EQ(numbers(get(lanToken, first.id())), "0389 333 999");
    EXPECT_EQ(get(lanToken, first.id()).former_codes_size(), 0);
    // Two undos are changes, so the time of the last one stands.
    const auto timeless = [](std::string text) {
        for (std::size_t at = text.find("\"updated_at\""); at != std::string::npos;
             at = text.find("\"updated_at\"", at))
            text.erase(at, text.find(',', at) - at);
        return text;
    };
    EXPECT_EQ(timeless(everyByte()), timeless(before));
}

TEST_F(Undoing, bringsBackPersonsThatALaterMergeLeftOut)
{
    const v1::Customer third = create(lanToken, organisation("Thiên Ân (Huế)"));
    const std::int64_t person = second.contacts(0).id();
    const std::int64_t one = merge(lanToken, {first, second}).merge_id();
    auto request = agreeing(preview(lanToken, {get(lanToken, first.id()), third}));
    auto& kept = *request.mutable_result()->mutable_contacts();
    kept.erase(std::remove_if(kept.begin(), kept.end(), [&](const v1::Contact& each) { return each.id() == person; }),
               kept.end());
    const std::int64_t two = merge(lanToken, request).merge_id();
    undo(lanToken, one);
    ASSERT_EQ(get(lanToken, second.id()).contacts_size(), 1);
    EXPECT_EQ(get(lanToken, second.id()).contacts(0).id(), person);
    undo(lanToken, two);
    EXPECT_EQ(get(lanToken, second.id()).contacts_size(), 1);
    EXPECT_EQ(get(lanToken, first.id()).contacts_size(), 1);
}

TEST_F(Undoing, isRefusedWithAReason)
{
    const std::int64_t mergeId = merge(lanToken, {first, second}).merge_id();
    const auto key = [&](std::int64_t id, const std::string& token) {
        return refusal(*merges, &MergesStub::UndoMerge, undoing(id), token).key();
    };
    EXPECT_EQ(key(mergeId + 77, lanToken), "merge.not_found");
    EXPECT_EQ(key(mergeId, tuanToken), "merge.not_found");
    const v1::Customer third = create(lanToken, organisation("Thiên Ân khác"));
    const std::int64_t outer = merge(lanToken, {third, get(lanToken, first.id())}).merge_id();
    EXPECT_EQ(key(mergeId, lanToken), "merge.survivor_merged");
    undo(lanToken, outer);
    v1::DeleteCustomerRequest bin;
    bin.set_customer_id(first.id());
    bin.set_request_id(newRequestId());
    call(*customers, &CustomersStub::DeleteCustomer, bin, lanToken);
    EXPECT_EQ(key(mergeId, lanToken), "merge.survivor_in_bin");
    v1::UndeleteCustomerRequest back;
    back.set_customer_id(first.id());
    back.set_request_id(newRequestId());
    call(*customers, &CustomersStub::UndeleteCustomer, back, lanToken);
    sql().run("UPDATE banhang.customer_merge SET undo_until = now() WHERE id = $1::bigint", {std::to_string(mergeId)});
    EXPECT_EQ(key(mergeId, lanToken), "merge.expired");
    EXPECT_EQ(key(outer, lanToken), "merge.undone");
}

TEST_F(Undoing, leavesNothingOfWhoItWasOnceItsTimeIsOver)
{
    const std::int64_t over = merge(lanToken, {first, second}).merge_id();
    const std::int64_t open =
        merge(lanToken, {create(lanToken, organisation("Sao Mai")), create(lanToken, organisation("Sao Mai 2"))})
            .merge_id();
    sql().run("UPDATE banhang.customer_merge SET undo_until = now() WHERE id = $1::bigint", {std::to_string(over)});
    const auto kept = [this](std::int64_t mergeId) {
        const std::string id = std::to_string(mergeId);
        return sql().number("SELECT count(survivor_before) FROM banhang.customer_merge WHERE id = " + id) +
               sql().number("SELECT count(*) FROM banhang.customer_merge_row WHERE merge_id = " + id);
    };
    const auto before = kept(open);
    ASSERT_GT(kept(over), 0);
    system().inTransaction({}, server::Tx::Mode::ReadWrite, server::forgetOldMerges);
    EXPECT_EQ(kept(over), 0);
    EXPECT_EQ(kept(open), before);
    EXPECT_EQ(get(lanToken, first.id()).former_codes_size(), 1) << "the merge itself stays";
}

TEST_F(Undoing, needsTheRightsOfTheMerge)
{
    const std::int64_t mergeId = merge(lanToken, {first, second}).merge_id();
    share(lanToken, first.id(), tuan, v1::SHARE_LEVEL_EDIT);
    EXPECT_EQ(refusal(*merges, &MergesStub::UndoMerge, undoing(mergeId), tuanToken).key(), "call.denied");
    v1::ListMergesRequest request;
    EXPECT_EQ(call(*merges, &MergesStub::ListMerges, request, tuanToken).merges_size(), 1) << "who sees it may know";
    EXPECT_EQ(call(*merges, &MergesStub::ListMerges, request, hoaToken).merges_size(), 0);
    undo(minhToken, mergeId);
}

TEST_F(Undoing, isOfferedToWhoeverHasTheSurvivorNow)
{
    merge(lanToken, {first, second});
    const auto shown = [this](const std::string& token, std::int64_t ofCustomer = 0) {
        v1::ListMergesRequest request;
        request.set_customer_id(ofCustomer);
        return call(*merges, &MergesStub::ListMerges, request, token).merges_size();
    };
    EXPECT_EQ(shown(lanToken), 1);
    EXPECT_EQ(shown(tuanToken), 0);
    assign(anToken, {first}, tuan);
    EXPECT_EQ(shown(lanToken), 0);
    EXPECT_EQ(shown(minhToken), 0);
    EXPECT_EQ(shown(minhToken, first.id()), 0);
    EXPECT_EQ(shown(tuanToken), 1);
    EXPECT_EQ(shown(tuanToken, first.id()), 1);
    EXPECT_EQ(shown(anToken), 1);
}

TEST_F(Undoing, stopsWhenTheSurvivorChangedSinceThePreview)
{
    const std::int64_t mergeId = merge(lanToken, {first, second}).merge_id();
    v1::UndoMergeRequest request = undoing(mergeId);
    request.set_survivor_version(undoPreview(lanToken, mergeId).survivor_version());
    v1::Customer edited = get(minhToken, first.id());
    edited.set_note("mới");
    update(minhToken, edited, {"note"});
    EXPECT_EQ(refusal(*merges, &MergesStub::UndoMerge, request, lanToken).key(), "merge.stale");
    EXPECT_EQ(get(lanToken, second.id()).id(), first.id());
}

TEST_F(Undoing, listsMergesPageByPage)
{
    for (int i = 0; i < 3; ++i)
        merge(lanToken, {get(lanToken, first.id()), create(lanToken, organisation("Thiên Ân " + std::to_string(i)))});
    v1::ListMergesRequest request;
    request.set_page_size(2);
    request.set_undoable(true);
    const auto page = call(*merges, &MergesStub::ListMerges, request, lanToken);
    ASSERT_EQ(page.merges_size(), 2);
    EXPECT_EQ(page.merges(0).losers(0).name(), "Thiên Ân 2");
    EXPECT_EQ(page.merges(0).survivor().code(), first.code());
    request.set_page_token(page.next_page_token());
    EXPECT_EQ(refusal(*merges, &MergesStub::ListMerges, request, minhToken).key(), "call.page_token");
    const auto rest = call(*merges, &MergesStub::ListMerges, request, lanToken);
    EXPECT_EQ(rest.merges_size(), 1);
    EXPECT_EQ(rest.next_page_token(), "");
}

} // namespace
} // namespace banhang::test
