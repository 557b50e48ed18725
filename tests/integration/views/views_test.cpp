#include "tests/support/server_fixture.h"

#include "server/views/view_store.h"
#include "server/views/views_service.h"

namespace banhang::test {
namespace {

/// Minh leads team one, where lan is; tuan is of team two. An keeps views for the whole company.
class ViewsTest : public ServerFixture
{
protected:
    using Stub = v1::ViewsService::Stub;

    std::vector<std::unique_ptr<grpc::Service>> makeServices(ServerParts& serverParts) override
    {
        std::vector<std::unique_ptr<grpc::Service>> services;
        services.push_back(std::make_unique<server::ViewsService>(serverParts.calls, serverParts.signer));
        return services;
    }
    void addConstraints(server::ConstraintErrors& errors) override { server::registerViewsConstraints(errors); }

    void SetUp() override
    {
        m_stub = stub<v1::ViewsService>();
        const std::int64_t branch = world().addBranch("CN Hà Nội");
        m_teamOne = world().addTeam(branch, "Nhóm 1");
        m_teamTwo = world().addTeam(branch, "Nhóm 2");
        m_lan = world().signIn(world().addUser("lan", m_teamOne));
        m_tuan = world().signIn(world().addUser("tuan", m_teamTwo));
        m_minh = world().signIn(
            world().addUserWith("minh", m_teamOne, {{v1::RESOURCE_LIST_VIEW, v1::ACTION_EDIT, v1::SCOPE_TEAM}}));
        m_an = world().signIn(
            world().addUserWith("an", world().company(), {{v1::RESOURCE_LIST_VIEW, v1::ACTION_EDIT, v1::SCOPE_ALL}}));
    }

    static v1::CreateSavedViewRequest creation(const std::string& name, std::int64_t unitId = 0)
    {
        v1::CreateSavedViewRequest request;
        v1::SavedView& view = *request.mutable_view();
        view.set_list_key("customers");
        view.set_name(name);
        view.set_unit_id(unitId);
        view.set_sort(v1::CUSTOMER_SORT_LAST_CONTACT);
        view.set_descending(true);
        view.mutable_filter()->add_not_status_keys("stopped");
        view.mutable_filter()->mutable_last_contact()->set_kind(v1::PERIOD_KIND_OLDER_THAN_DAYS);
        view.mutable_filter()->mutable_last_contact()->set_days(30);
        v1::ViewColumn& column = *view.add_columns();
        column.set_key("phone");
        column.set_width(120);
        request.set_request_id(newRequestId());
        return request;
    }
    v1::SavedView create(const std::string& token, const std::string& name, std::int64_t unitId = 0)
    {
        return call(*m_stub, &Stub::CreateSavedView, creation(name, unitId), token);
    }
    static v1::UpdateSavedViewRequest changed(const v1::SavedView& view, std::initializer_list<const char*> fields)
    {
        v1::UpdateSavedViewRequest request;
        *request.mutable_view() = view;
        for (const char* field : fields)
            request.mutable_update_mask()->add_paths(field);
        request.set_request_id(newRequestId());
        return request;
    }
    static v1::DeleteSavedViewRequest deletion(std::int64_t id)
    {
        v1::DeleteSavedViewRequest request;
        request.set_view_id(id);
        request.set_request_id(newRequestId());
        return request;
    }
    v1::ListSavedViewsResponse list(const std::string& token, int size = 0, const std::string& page = {})
    {
        v1::ListSavedViewsRequest request;
        request.set_list_key("customers");
        request.set_page_size(size);
        request.set_page_token(page);
        return call(*m_stub, &Stub::ListSavedViews, request, token);
    }
    /// Names seen, those that may be changed with a star.
    std::string names(const std::string& token)
    {
        std::string text;
        const v1::ListSavedViewsResponse seen = list(token);
        for (const v1::SavedView& view : seen.views())
            text += (text.empty() ? "" : "|") + view.name() + (view.may_edit() ? "*" : "");
        return text;
    }

    std::unique_ptr<Stub> m_stub;
    std::int64_t m_teamOne = 0;
    std::int64_t m_teamTwo = 0;
    std::string m_lan, m_tuan, m_minh, m_an;
};

TEST_F(ViewsTest, givesBackWhatWasSaved)
{
    const v1::SavedView made = create(m_lan, "  Lâu chưa gặp ");
    const v1::SavedView stored = list(m_lan).views(0);
    EXPECT_EQ(stored.name(), "Lâu chưa gặp");
    EXPECT_EQ(stored.SerializeAsString(), made.SerializeAsString());
    EXPECT_EQ(stored.filter().last_contact().days(), 30);
    EXPECT_EQ(stored.columns(0).width(), 120);
    EXPECT_TRUE(stored.descending());
}

TEST_F(ViewsTest, ownOnesAreSeenByNobodyElse)
{
    const v1::SavedView mine = create(m_lan, "Của Lan");
    EXPECT_EQ(names(m_minh), "");
    EXPECT_EQ(names(m_an), "");
    for (const std::string& token : {m_minh, m_an}) {
        EXPECT_EQ(refusal(*m_stub, &Stub::UpdateSavedView, changed(mine, {"name"}), token).key(), "view.not_found");
        EXPECT_EQ(refusal(*m_stub, &Stub::DeleteSavedView, deletion(mine.id()), token).key(), "view.not_found");
        v1::ChooseSavedViewRequest choice;
        choice.set_view_id(mine.id());
        choice.set_request_id(newRequestId());
        EXPECT_EQ(refusal(*m_stub, &Stub::ChooseSavedView, choice, token).key(), "view.not_found");
    }
}

TEST_F(ViewsTest, aLeaderSharesWithTheWholeTeamAndNoFurther)
{
    create(m_minh, "Nhóm 1, cần gọi", m_teamOne);
    EXPECT_EQ(names(m_lan), "Nhóm 1, cần gọi");
    EXPECT_EQ(names(m_minh), "Nhóm 1, cần gọi*");
    EXPECT_EQ(names(m_tuan), "");
    EXPECT_EQ(refusal(*m_stub, &Stub::CreateSavedView, creation("Nhóm 2", m_teamTwo), m_minh).code(),
              ErrorCode::Denied);
    EXPECT_EQ(refusal(*m_stub, &Stub::CreateSavedView, creation("Công ty", world().company()), m_minh).code(),
              ErrorCode::Denied);
    create(m_an, "Cả công ty", world().company());
    EXPECT_EQ(names(m_tuan), "Cả công ty");
}

TEST_F(ViewsTest, whoMayOnlyLookChangesNothing)
{
    const v1::SavedView shared = create(m_minh, "Của nhóm", m_teamOne);
    EXPECT_EQ(refusal(*m_stub, &Stub::CreateSavedView, creation("Lan chia sẻ", m_teamOne), m_lan).code(),
              ErrorCode::Denied);
    EXPECT_EQ(refusal(*m_stub, &Stub::UpdateSavedView, changed(shared, {"name"}), m_lan).code(), ErrorCode::Denied);
    EXPECT_EQ(refusal(*m_stub, &Stub::DeleteSavedView, deletion(shared.id()), m_lan).code(), ErrorCode::Denied);
    v1::SavedView mine = create(m_lan, "Của Lan");
    mine.set_unit_id(m_teamOne);
    EXPECT_EQ(refusal(*m_stub, &Stub::UpdateSavedView, changed(mine, {"unit_id"}), m_lan).code(), ErrorCode::Denied);
}

TEST_F(ViewsTest, aSharedOneIsKeptByAnybodyWhoMayAndStaysWithItsOwner)
{
    v1::SavedView view = create(m_an, "Của công ty", world().company());
    const TestUser second =
        world().addUserWith("binh", world().company(), {{v1::RESOURCE_LIST_VIEW, v1::ACTION_EDIT, v1::SCOPE_ALL}});
    const std::string binh = world().signIn(second);
    view.set_name("Của công ty, mới");
    view = call(*m_stub, &Stub::UpdateSavedView, changed(view, {"name"}), binh);
    EXPECT_EQ(names(m_lan), "Của công ty, mới");
    view.set_unit_id(0);
    EXPECT_EQ(refusal(*m_stub, &Stub::UpdateSavedView, changed(view, {"unit_id"}), binh).code(), ErrorCode::Denied);
    call(*m_stub, &Stub::UpdateSavedView, changed(view, {"unit_id"}), m_an);
    EXPECT_EQ(names(m_lan), "");
    EXPECT_EQ(names(m_an), "Của công ty, mới*");
}

TEST_F(ViewsTest, theSecondWallHoldsWithoutTheFirst)
{
    create(m_minh, "Của nhóm", m_teamOne);
    create(m_lan, "Của Lan");
    const auto seenBy = [&](const std::string& name) {
        const std::int64_t id = sql().number("SELECT id FROM banhang.app_user WHERE user_name = $1", {name});
        return app().inTransaction({.userId = id, .timeoutMs = 5000}, server::Tx::Mode::ReadOnly, [](server::Tx& tx) {
            static constexpr server::Statement kCount{"SELECT count(*) FROM banhang.saved_view"};
            return tx.query(kCount).front().int64(0);
        });
    };
    EXPECT_EQ(seenBy("lan"), 2);
    EXPECT_EQ(seenBy("minh"), 1);
    EXPECT_EQ(seenBy("tuan"), 0);
}

TEST_F(ViewsTest, refusesTwoOfOneName)
{
    create(m_lan, "Gọi lại");
    EXPECT_EQ(refusal(*m_stub, &Stub::CreateSavedView, creation("gọi LẠI"), m_lan).key(), "view.name_taken");
    create(m_tuan, "Gọi lại");
}

TEST_F(ViewsTest, refusesWhatNoListCanShow)
{
    auto request = creation(std::string(81, 'x'));
    request.mutable_view()->set_list_key("orders");
    request.mutable_view()->mutable_columns(0)->set_key("DROP TABLE");
    const AppError error = refusal(*m_stub, &Stub::CreateSavedView, request, m_lan);
    EXPECT_EQ(error.code(), ErrorCode::Invalid);
    EXPECT_EQ(error.detail().issues_size(), 3);
}

TEST_F(ViewsTest, anOldVersionDoesNotOverwrite)
{
    v1::SavedView view = create(m_minh, "Của nhóm", m_teamOne);
    call(*m_stub, &Stub::UpdateSavedView, changed(view, {"columns"}), m_minh);
    const AppError error = refusal(*m_stub, &Stub::UpdateSavedView, changed(view, {"name"}), m_minh);
    EXPECT_EQ(error.key(), "view.edit_conflict");
    EXPECT_EQ(error.detail().current_version(), 2);
}

TEST_F(ViewsTest, changesOnlyWhatTheMaskNames)
{
    v1::SavedView view = create(m_lan, "Của Lan");
    v1::SavedView wanted = view;
    wanted.set_name("Khác");
    wanted.clear_columns();
    wanted.mutable_filter()->Clear();
    view = call(*m_stub, &Stub::UpdateSavedView, changed(wanted, {"filter"}), m_lan);
    EXPECT_EQ(view.name(), "Của Lan");
    EXPECT_EQ(view.columns_size(), 1);
    EXPECT_EQ(list(m_lan).views(0).filter().not_status_keys_size(), 0);
    EXPECT_EQ(refusal(*m_stub, &Stub::UpdateSavedView, changed(view, {"owner_user_id"}), m_lan).code(),
              ErrorCode::Invalid);
}

TEST_F(ViewsTest, whoMayNoLongerKeepThoseOfTheUnitPutsNoneBack)
{
    const v1::SavedView view = create(m_minh, "Của nhóm", m_teamOne);
    // As if lan had kept them once.
    sql().run("UPDATE banhang.saved_view SET owner_id = (SELECT id FROM banhang.app_user WHERE user_name = 'lan')");
    call(*m_stub, &Stub::DeleteSavedView, deletion(view.id()), m_lan);
    v1::UndeleteSavedViewRequest back;
    back.set_view_id(view.id());
    back.set_request_id(newRequestId());
    EXPECT_EQ(refusal(*m_stub, &Stub::UndeleteSavedView, back, m_lan).code(), ErrorCode::Denied);
    EXPECT_EQ(names(m_tuan) + names(m_lan), "");
    const v1::SavedView own = create(m_lan, "Của Lan");
    call(*m_stub, &Stub::DeleteSavedView, deletion(own.id()), m_lan);
    back.set_view_id(own.id());
    back.set_request_id(newRequestId());
    call(*m_stub, &Stub::UndeleteSavedView, back, m_lan);
    EXPECT_EQ(names(m_lan), "Của Lan*");
}

TEST_F(ViewsTest, deletedOnesComeBackForEverybody)
{
    const v1::SavedView view = create(m_minh, "Của nhóm", m_teamOne);
    call(*m_stub, &Stub::DeleteSavedView, deletion(view.id()), m_minh);
    call(*m_stub, &Stub::DeleteSavedView, deletion(view.id()), m_minh);
    EXPECT_EQ(names(m_lan), "");
    create(m_minh, "Của nhóm");
    v1::UndeleteSavedViewRequest back;
    back.set_view_id(view.id());
    back.set_request_id(newRequestId());
    EXPECT_EQ(refusal(*m_stub, &Stub::UndeleteSavedView, back, m_minh).key(), "view.name_taken");
    sql().run("DELETE FROM banhang.saved_view WHERE unit_id IS NULL");
    back.set_request_id(newRequestId());
    call(*m_stub, &Stub::UndeleteSavedView, back, m_minh);
    EXPECT_EQ(names(m_lan), "Của nhóm");
}

TEST_F(ViewsTest, eachPersonBeginsWithOneAndHasNineKeys)
{
    const v1::SavedView first = create(m_minh, "A", m_teamOne);
    const v1::SavedView second = create(m_minh, "B", m_teamOne);
    const auto choose = [](std::int64_t id, bool isDefault, int key) {
        v1::ChooseSavedViewRequest request;
        request.set_view_id(id);
        request.set_is_default(isDefault);
        request.set_quick_key(key);
        request.set_request_id(newRequestId());
        return request;
    };
    call(*m_stub, &Stub::ChooseSavedView, choose(first.id(), true, 1), m_lan);
    call(*m_stub, &Stub::ChooseSavedView, choose(second.id(), true, 1), m_lan);
    const auto seen = list(m_lan);
    EXPECT_FALSE(seen.views(0).is_default());
    EXPECT_EQ(seen.views(0).quick_key(), 0);
    EXPECT_TRUE(seen.views(1).is_default());
    EXPECT_EQ(seen.views(1).quick_key(), 1);
    EXPECT_FALSE(list(m_minh).views(1).is_default()) << "a colleague begins as before";
    EXPECT_EQ(refusal(*m_stub, &Stub::ChooseSavedView, choose(first.id(), false, 10), m_lan).code(),
              ErrorCode::Invalid);
}

TEST_F(ViewsTest, comeInPagesBoundToTheirReader)
{
    for (const char* name : {"a", "b", "c"})
        create(m_lan, name);
    const auto first = list(m_lan, 2);
    ASSERT_EQ(first.views_size(), 2);
    const auto rest = list(m_lan, 2, first.next_page_token());
    EXPECT_EQ(rest.views(0).name(), "c");
    EXPECT_EQ(rest.next_page_token(), "");
    v1::ListSavedViewsRequest stolen;
    stolen.set_list_key("customers");
    stolen.set_page_token(first.next_page_token());
    EXPECT_EQ(refusal(*m_stub, &Stub::ListSavedViews, stolen, m_minh).key(), "call.page_token");
}

TEST_F(ViewsTest, eachChangeIsToldToThoseWhoseMenusShowIt)
{
    create(m_minh, "Của nhóm", m_teamOne);
    create(m_lan, "Của Lan");
    EXPECT_EQ(sql().number("SELECT count(*) FROM banhang.change_log WHERE entity = 'saved_view' AND unit_after = 0"),
              1);
    EXPECT_EQ(sql().number("SELECT count(*) FROM banhang.change_log l JOIN banhang.app_user u ON u.unit_id = "
                           "l.unit_after WHERE l.entity = 'saved_view' AND u.user_name = 'lan'"),
              1);
}

} // namespace
} // namespace banhang::test
