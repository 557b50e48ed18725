// Merging: what moves, what is chosen, who may, and what happens when somebody or something comes between.
#include <thread>

#include "tests/integration/merging/merging_fixture.h"

namespace banhang::test {
namespace {

using Merging = MergingFixture;

const v1::MergeField& fieldOf(const v1::MergePreview& preview, const std::string& name)
{
    for (const v1::MergeField& field : preview.fields())
        if (field.field() == name)
            return field;
    return v1::MergeField::default_instance();
}

TEST_F(Merging, proposesTheBestOfEachField)
{
    const v1::Customer first = thienAn(lanToken);
    const v1::Customer second = thienAnAgain(lanToken);
    const v1::MergePreview shown = preview(lanToken, {first, second});
    EXPECT_EQ(shown.proposed().name(), "Công ty TNHH Thương mại Thiên Ân");
    EXPECT_EQ(shown.proposed().tax_code(), "0106697817");
    EXPECT_EQ(fieldOf(shown, "tax_code").reason_key(), "merge.lost_zero");
    EXPECT_EQ(shown.proposed().phones_size(), 2);
    EXPECT_EQ(shown.proposed().emails_size(), 2);
    EXPECT_EQ(shown.proposed().contacts_size(), 2);
    EXPECT_EQ(shown.proposed().source_key(), "yellow_pages");
    EXPECT_EQ(shown.proposed().trade_key(), "trading");
    EXPECT_EQ(fieldOf(shown, "trade_key").reason_key(), "merge.only_value");
    EXPECT_TRUE(shown.proposed().do_not_call());
    EXPECT_TRUE(fieldOf(shown, "website").equal());
    EXPECT_EQ(shown.similarities(0).rank(), v1::DUPLICATE_RANK_CERTAIN);
    EXPECT_GT(shown.similarities(0).reasons_size(), 0);
}

TEST_F(Merging, movesEverythingToTheSurvivor)
{
    const v1::Customer first = thienAn(lanToken);
    const v1::Customer second = thienAnAgain(lanToken);
    v1::Customer branchOffice = organisation("Chi nhánh Công ty Thiên Ân tại Huế");
    branchOffice.set_parent_id(second.id());
    branchOffice.set_parent_relation(v1::PARENT_RELATION_BRANCH);
    branchOffice = create(lanToken, branchOffice);
    share(lanToken, second.id(), tuan);
    const v1::MergeCustomersResponse merged = merge(lanToken, {first, second});
    const v1::Customer now = get(lanToken, first.id());
    EXPECT_EQ(merged.customer().SerializeAsString(), now.SerializeAsString());
    EXPECT_EQ(now.phones_size(), 2);
    ASSERT_EQ(now.contacts_size(), 2);
    EXPECT_EQ(now.contacts(1).id(), second.contacts(0).id()) << "a person keeps its identity";
    EXPECT_TRUE(now.do_not_call());
    EXPECT_EQ(get(lanToken, branchOffice.id()).parent_id(), first.id());
    EXPECT_TRUE(sees(tuanToken, first.id()));
    EXPECT_FALSE(sees(tuanToken, second.id()));
}

TEST_F(Merging, findsTheSurvivorUnderOldCodesAndIds)
{
    const v1::Customer first = thienAn(lanToken);
    const v1::Customer second = thienAnAgain(lanToken);
    const v1::Customer third = create(lanToken, organisation("Thiên Ân Co., Ltd"));
    merge(lanToken, {second, third});
    merge(lanToken, {get(lanToken, first.id()), get(lanToken, second.id())});
    EXPECT_EQ(get(lanToken, second.id()).id(), first.id());
    EXPECT_EQ(get(lanToken, third.id()).id(), first.id());
    EXPECT_EQ(found(lanToken, second.code()), first.name());
    EXPECT_EQ(found(lanToken, third.code()), first.name());
    EXPECT_EQ(get(lanToken, first.id()).former_codes_size(), 2);
    EXPECT_EQ(refusal(*customers, &CustomersStub::GetCustomer, getting(second.id()), tuanToken).key(),
              "customer.not_found");
}

TEST_F(Merging, isInNoListAndNoBin)
{
    const v1::Customer first = thienAn(lanToken);
    const v1::Customer second = thienAnAgain(lanToken);
    merge(lanToken, {first, second});
    v1::ListCustomersRequest request;
    EXPECT_EQ(call(*customers, &CustomersStub::ListCustomers, request, lanToken).customers_size(), 1);
    request.mutable_filter()->set_deleted(true);
    EXPECT_EQ(call(*customers, &CustomersStub::ListCustomers, request, lanToken).customers_size(), 0);
    v1::UndeleteCustomerRequest back;
    back.set_customer_id(second.id());
    back.set_request_id(newRequestId());
    EXPECT_EQ(refusal(*customers, &CustomersStub::UndeleteCustomer, back, lanToken).key(), "customer.merged");
}

TEST_F(Merging, tellsWatchersOfBoth)
{
    const v1::Customer first = thienAn(lanToken);
    const v1::Customer second = thienAnAgain(lanToken);
    v1::MergeCustomersRequest request = agreeing(preview(lanToken, {first, second}));
    request.set_message("Anh Minh xem giúp");
    const v1::Customer now = merge(lanToken, request).customer();
    const auto told = [&](std::int64_t id) {
        return sql().text(
            "SELECT concat_ws(' ', operation, version, unit_before, coalesce(unit_after::text, '-'), reason)"
            " FROM banhang.change_log WHERE entity_id = $1::bigint ORDER BY seq DESC LIMIT 1",
            {std::to_string(id)});
    };
    const std::string unit = std::to_string(lan.unitId);
    EXPECT_EQ(told(first.id()),
              "merge " + std::to_string(now.version()) + " " + unit + " " + unit + " Anh Minh xem giúp");
    EXPECT_EQ(told(second.id()), "merged 2 " + unit + " - Anh Minh xem giúp");
    EXPECT_EQ(sql().number("SELECT count(*) FROM (SELECT entity_id, version FROM banhang.change_log"
                           " GROUP BY entity_id, version HAVING count(*) > 1) AS twice"),
              0);
}

/// Each by their own customer that ended; what it became is named only to those who see it.
TEST_F(Merging, tellsThoseWhoseCustomersEnd)
{
    const v1::Customer first = thienAn(lanToken);
    const v1::Customer second = thienAnAgain(tuanToken);
    const v1::Customer third = create(tuanToken, organisation("Thiên Ân Co., Ltd", "0106697817"));
    share(tuanToken, second.id(), hoa);
    const std::int64_t mergeId = merge(anToken, {first, second, third}).merge_id();
    const std::string survivor = first.code() + " " + first.name() + "\n";
    EXPECT_EQ(news(tuanToken), "notification.merged " + second.code() + "*2 |  \n") << "both, and neither is in sight";
    EXPECT_EQ(news(hoaToken), "notification.merged " + second.code() + "*1 | " + survivor) << "the share went along";
    EXPECT_EQ(news(lanToken), "notification.merged " + second.code() + "*2 | " + survivor) << "hers grew";
    EXPECT_EQ(news(anToken), "") << "who did it knows";
    EXPECT_EQ(sql().number("SELECT count(*) FROM banhang.change_log WHERE entity = 'notification'"), 3);
    undo(anToken, mergeId);
    const auto firstLine = [&](const std::string& token) { return news(token).substr(0, news(token).find('\n')); };
    const std::string back = second.code() + " " + second.name();
    EXPECT_EQ(firstLine(tuanToken), "notification.unmerged " + second.code() + "*2 | " + back);
    EXPECT_EQ(firstLine(hoaToken), "notification.unmerged " + second.code() + "*1 | " + back);
    EXPECT_EQ(firstLine(lanToken) + "\n", "notification.unmerged " + second.code() + "*2 | " + survivor);
}

TEST_F(Merging, newsLeadToWhereTheCustomerIsNow)
{
    const v1::Customer first = thienAn(lanToken);
    const v1::Customer second = thienAnAgain(lanToken);
    const v1::Customer third = create(lanToken, organisation("Thiên Ân Co., Ltd", "0106697817"));
    merge(anToken, {first, second});
    const v1::Customer last = merge(anToken, {third, first}).customer();
    const std::string now = " | " + last.code() + " " + last.name() + "\n";
    EXPECT_EQ(news(lanToken),
              "notification.merged " + first.code() + "*1" + now + "notification.merged " + second.code() + "*1" + now);
}

TEST_F(Merging, takesWhatThePersonChose)
{
    const v1::Customer first = thienAn(minhToken);
    const v1::Customer second = thienAnAgain(hoaToken);
    v1::MergeCustomersRequest request = agreeing(preview(minhToken, {first, second}));
    request.mutable_result()->set_name("Thiên Ân");
    request.mutable_result()->mutable_phones()->RemoveLast();
    request.mutable_result()->mutable_contacts()->DeleteSubrange(0, 1);
    request.mutable_result()->set_owner_user_id(hoa.id);
    const v1::Customer now = merge(minhToken, request).customer();
    EXPECT_EQ(now.name(), "Thiên Ân");
    EXPECT_EQ(now.phones_size(), 1);
    ASSERT_EQ(now.contacts_size(), 1);
    EXPECT_EQ(now.contacts(0).name(), "Vũ Đình Cường");
    EXPECT_EQ(now.owner_user_id(), hoa.id);
    EXPECT_EQ(now.unit_id(), hoa.unitId);
    EXPECT_TRUE(sees(hoaToken, first.id()));
}

TEST_F(Merging, checksTheResultAsAnEdit)
{
    const v1::Customer first = thienAn(lanToken);
    const v1::Customer second = thienAnAgain(lanToken);
    v1::MergeCustomersRequest request = agreeing(preview(lanToken, {first, second}));
    request.mutable_result()->set_name("");
    const AppError error = refusal(*merges, &MergesStub::MergeCustomers, request, lanToken);
    EXPECT_EQ(error.code(), ErrorCode::Invalid);
    EXPECT_EQ(error.detail().issues(0).path(), "name");
    request = agreeing(preview(lanToken, {first, second}));
    request.mutable_result()->mutable_contacts(0)->set_id(create(hoaToken, thienAn(hoaToken)).contacts(0).id());
    EXPECT_EQ(refusal(*merges, &MergesStub::MergeCustomers, request, lanToken).detail().issues(0).key(),
              "contact.not_found");
    request = agreeing(preview(lanToken, {first, second}));
    const v1::Contact person = request.result().contacts(0);
    *request.mutable_result()->add_contacts() = person;
    EXPECT_EQ(refusal(*merges, &MergesStub::MergeCustomers, request, lanToken).detail().issues(0).key(),
              "contact.not_found")
        << "each person is kept once";
}

TEST_F(Merging, keepsTheStricterBanWhoeverTicksWhat)
{
    const v1::Customer first = thienAn(lanToken);
    const v1::Customer second = thienAnAgain(lanToken);
    v1::MergeCustomersRequest request = agreeing(preview(lanToken, {first, second}));
    request.mutable_result()->set_do_not_call(false);
    EXPECT_TRUE(merge(lanToken, request).customer().do_not_call());
}

TEST_F(Merging, hangsNobodyOnThemselves)
{
    const v1::Customer head = thienAn(lanToken);
    v1::Customer below = organisation("Công ty Con Thiên Ân");
    below.set_parent_id(head.id());
    below.set_parent_relation(v1::PARENT_RELATION_DAUGHTER);
    below = create(lanToken, below);
    v1::Customer lowest = organisation("Công ty Cháu Thiên Ân");
    lowest.set_parent_id(below.id());
    lowest.set_parent_relation(v1::PARENT_RELATION_DAUGHTER);
    lowest = create(lanToken, lowest);
    const v1::MergePreview shown = preview(lanToken, {lowest, head});
    EXPECT_EQ(shown.proposed().parent_id(), 0) << "what it hangs on hangs on it";
    v1::MergeCustomersRequest request = agreeing(shown);
    request.mutable_result()->set_parent_id(below.id());
    request.mutable_result()->set_parent_relation(v1::PARENT_RELATION_DAUGHTER);
    EXPECT_EQ(refusal(*merges, &MergesStub::MergeCustomers, request, lanToken).code(), ErrorCode::Invalid);
    EXPECT_EQ(merge(lanToken, agreeing(shown)).customer().parent_id(), 0);
    EXPECT_EQ(get(lanToken, below.id()).parent_id(), lowest.id());
}

TEST_F(Merging, takesChildrenAlongThatNobodyHereSees)
{
    const v1::Customer first = thienAn(lanToken);
    const v1::Customer second = thienAnAgain(lanToken);
    v1::Customer foreign = organisation("Chi nhánh ở nhóm khác");
    foreign.set_parent_id(second.id());
    foreign.set_parent_relation(v1::PARENT_RELATION_BRANCH);
    foreign.set_owner_user_id(tuan.id);
    foreign = create(anToken, foreign);
    const std::int64_t mergeId = merge(lanToken, {first, second}).merge_id();
    EXPECT_EQ(get(tuanToken, foreign.id()).parent_id(), first.id());
    EXPECT_EQ(get(tuanToken, foreign.id()).version(), 2);
    undo(lanToken, mergeId);
    EXPECT_EQ(get(tuanToken, foreign.id()).parent_id(), second.id());
}

TEST_F(Merging, needsEveryRightOnEverySide)
{
    const v1::Customer mine = thienAn(lanToken);
    const v1::Customer theirs = thienAnAgain(tuanToken);
    EXPECT_EQ(refusal(*merges, &MergesStub::GetMergePreview, previewing({mine, theirs}), lanToken).key(),
              "customer.not_found");
    share(tuanToken, theirs.id(), lan, v1::SHARE_LEVEL_EDIT);
    EXPECT_EQ(refusal(*merges, &MergesStub::GetMergePreview, previewing({mine, theirs}), lanToken).key(), "call.denied")
        << "what was shared is not merged away";
    EXPECT_EQ(refusal(*merges, &MergesStub::GetMergePreview, previewing({theirs, mine}), lanToken).key(),
              "call.denied");
    const TestUser clerk = world().addUserWith("clerk", teamOne,
                                               {{v1::RESOURCE_CUSTOMER, v1::ACTION_VIEW, v1::SCOPE_ALL},
                                                {v1::RESOURCE_CUSTOMER, v1::ACTION_EDIT, v1::SCOPE_ALL},
                                                {v1::RESOURCE_CUSTOMER, v1::ACTION_DELETE, v1::SCOPE_OWN}});
    const std::string clerkToken = world().signIn(clerk);
    v1::MergeCustomersRequest request = agreeing(preview(anToken, {mine, theirs}));
    EXPECT_EQ(refusal(*merges, &MergesStub::MergeCustomers, request, clerkToken).key(), "call.denied");
    EXPECT_EQ(sql().number("SELECT count(*) FROM banhang.customer_merge"), 0);
    merge(anToken, request);
}

TEST_F(Merging, givesNobodyAnOwnerWithoutTheRight)
{
    const TestUser clerk = world().addUserWith("clerk", teamOne,
                                               {{v1::RESOURCE_CUSTOMER, v1::ACTION_VIEW, v1::SCOPE_ALL},
                                                {v1::RESOURCE_CUSTOMER, v1::ACTION_EDIT, v1::SCOPE_ALL},
                                                {v1::RESOURCE_CUSTOMER, v1::ACTION_DELETE, v1::SCOPE_ALL}});
    const std::string clerkToken = world().signIn(clerk);
    const v1::Customer first = thienAn(lanToken);
    const v1::Customer second = thienAnAgain(tuanToken);
    v1::MergeCustomersRequest request = agreeing(preview(clerkToken, {first, second}));
    request.mutable_result()->set_owner_user_id(tuan.id);
    EXPECT_EQ(refusal(*merges, &MergesStub::MergeCustomers, request, clerkToken).key(), "call.denied");
    request.mutable_result()->set_owner_user_id(lan.id);
    request.set_request_id(newRequestId());
    EXPECT_EQ(merge(clerkToken, request).customer().owner_user_id(), lan.id);
}

TEST_F(Merging, neitherShowsNorLosesHiddenFields)
{
    const TestUser masked =
        world().addUserWith("masked", teamOne, allActions(v1::SCOPE_TEAM),
                            {v1::SENSITIVE_FIELD_PHONE, v1::SENSITIVE_FIELD_EMAIL, v1::SENSITIVE_FIELD_TAX_CODE});
    const std::string maskedToken = world().signIn(masked);
    const v1::Customer first = thienAn(lanToken);
    const v1::Customer second = thienAnAgain(lanToken);
    const v1::MergePreview shown = preview(maskedToken, {first, second});
    const std::string bytes = shown.SerializeAsString();
    for (const char* secret : {"333", "3550126", "697817", "ketoan", "345678", "thienan.example"})
        EXPECT_EQ(bytes.find(secret), std::string::npos) << secret;
    EXPECT_EQ(fieldOf(shown, "phones").field(), "");
    EXPECT_EQ(fieldOf(shown, "tax_code").field(), "");
    v1::MergeCustomersRequest request = agreeing(shown);
    request.mutable_update_mask()->add_paths("phones");
    EXPECT_EQ(refusal(*merges, &MergesStub::MergeCustomers, request, maskedToken).key(), "field.masked");
    const v1::MergeCustomersResponse merged = merge(maskedToken, agreeing(shown));
    EXPECT_EQ(merged.SerializeAsString().find("333"), std::string::npos);
    const v1::Customer now = get(lanToken, first.id());
    EXPECT_EQ(now.phones_size(), 2);
    EXPECT_EQ(now.emails_size(), 2);
    EXPECT_EQ(now.tax_code(), "0106697817");
    EXPECT_EQ(now.contacts(0).phones(0).number(), "0912 345 678");
    const v1::UndoPreview back = undoPreview(maskedToken, merged.merge_id());
    EXPECT_EQ(back.SerializeAsString().find("333"), std::string::npos);
    EXPECT_EQ(back.SerializeAsString().find("ketoan"), std::string::npos);
}

TEST_F(Merging, refusesWhatIsNoPair)
{
    const v1::Customer first = thienAn(lanToken);
    const v1::Customer someone = create(lanToken, person("Lê Thị Hoa"));
    EXPECT_EQ(refusal(*merges, &MergesStub::GetMergePreview, previewing({first, someone}), lanToken).key(),
              "merge.kinds_differ");
    EXPECT_EQ(refusal(*merges, &MergesStub::GetMergePreview, previewing({first, first}), lanToken).code(),
              ErrorCode::Invalid);
    EXPECT_EQ(refusal(*merges, &MergesStub::GetMergePreview, previewing({first}), lanToken).code(), ErrorCode::Invalid);
    const v1::Customer second = thienAnAgain(lanToken);
    v1::DeleteCustomerRequest bin;
    bin.set_customer_id(second.id());
    bin.set_request_id(newRequestId());
    call(*customers, &CustomersStub::DeleteCustomer, bin, lanToken);
    EXPECT_EQ(refusal(*merges, &MergesStub::GetMergePreview, previewing({first, second}), lanToken).key(),
              "customer.in_bin");
}

TEST_F(Merging, stopsWhenAColleagueChangedOneMeanwhile)
{
    const v1::Customer first = thienAn(lanToken);
    v1::Customer second = thienAnAgain(lanToken);
    const v1::MergeCustomersRequest request = agreeing(preview(lanToken, {first, second}));
    second.set_note("vừa gọi lại");
    update(minhToken, second, {"note"});
    const AppError error = refusal(*merges, &MergesStub::MergeCustomers, request, lanToken);
    EXPECT_EQ(error.key(), "merge.stale");
    EXPECT_EQ(error.code(), ErrorCode::Conflict);
    EXPECT_EQ(error.detail().args().at("code"), second.code());
    EXPECT_FALSE(get(lanToken, second.id()).has_delete_time());
}

TEST_F(Merging, repeatedAnswersTheFirst)
{
    const v1::Customer first = thienAn(lanToken);
    const v1::Customer second = thienAnAgain(lanToken);
    const v1::MergeCustomersRequest request = agreeing(preview(lanToken, {first, second}));
    const v1::MergeCustomersResponse once = merge(lanToken, request);
    EXPECT_EQ(merge(lanToken, request).SerializeAsString(), once.SerializeAsString());
    EXPECT_EQ(sql().number("SELECT count(*) FROM banhang.customer_merge"), 1);
    const v1::UndoMergeRequest back = undoing(once.merge_id());
    const auto undone = call(*merges, &MergesStub::UndoMerge, back, lanToken);
    EXPECT_EQ(call(*merges, &MergesStub::UndoMerge, back, lanToken).SerializeAsString(), undone.SerializeAsString());
}

TEST_F(Merging, twoPeopleMergeOnlyOnce)
{
    const v1::Customer first = thienAn(lanToken);
    const v1::Customer second = thienAnAgain(lanToken);
    std::vector<v1::MergeCustomersRequest> requests{agreeing(preview(lanToken, {first, second})),
                                                    agreeing(preview(minhToken, {second, first}))};
    std::atomic<int> done = 0;
    std::vector<std::thread> people;
    for (int i = 0; i < 2; ++i)
        people.emplace_back([&, i] {
            try {
                const auto own = stub<v1::MergesService>();
                call(*own, &MergesStub::MergeCustomers, requests[static_cast<std::size_t>(i)],
                     i == 0 ? lanToken : minhToken);
                ++done;
            } catch (const AppError& error) {
                EXPECT_TRUE(error.key() == "merge.stale" || error.key() == "customer.in_bin") << error.key();
            }
        });
    for (std::thread& one : people)
        one.join();
    EXPECT_EQ(done, 1);
    EXPECT_EQ(sql().number("SELECT count(*) FROM banhang.customer WHERE merged_into_id IS NOT NULL"), 1);
}

TEST_F(Merging, leavesNoTraceWhenItIsCutOff)
{
    const v1::Customer first = thienAn(lanToken);
    const v1::Customer second = thienAnAgain(lanToken);
    const v1::MergeCustomersRequest request = agreeing(preview(lanToken, {first, second}));
    const std::string before = everyByte();
    // The merge has written all of it when its answer is to be kept, and waits there.
    SqlSession barrier(access("postgres"));
    barrier.run("BEGIN");
    barrier.run("LOCK TABLE banhang.request_seen IN EXCLUSIVE MODE");
    std::thread person([&] {
        const auto own = stub<v1::MergesService>();
        EXPECT_EQ(call(*own, &MergesStub::MergeCustomers, request, minhToken).customer().id(), first.id());
    });
    const auto waiting = [&](const std::string& but) {
        const std::string found =
            " FROM pg_stat_activity WHERE datname = current_database() AND usename = 'banhang_app'"
            " AND wait_event_type = 'Lock' AND pid <> $1::integer";
        while (sql().number("SELECT count(*)" + found, {but}) == 0)
            std::this_thread::yield();
        return sql().text("SELECT pid" + found, {but});
    };
    const std::string pid = waiting("0");
    sql().run("SELECT pg_terminate_backend($1::integer)", {pid});
    waiting(pid);
    EXPECT_EQ(everyByte(), before) << "the server tries once more, on top of nothing";
    EXPECT_EQ(sql().number("SELECT count(*) FROM banhang.notification"), 0) << "and nobody was told";
    barrier.run("ROLLBACK");
    person.join();
    EXPECT_EQ(sql().number("SELECT count(*) FROM banhang.customer_merge"), 1);
    EXPECT_EQ(merge(minhToken, request).customer().id(), first.id()) << "the same request, once more";
    EXPECT_EQ(sql().number("SELECT count(*) FROM banhang.customer_merge"), 1);
    EXPECT_EQ(sql().number("SELECT count(*) FROM banhang.notification"), 1) << "lan, once";
}

} // namespace
} // namespace banhang::test
