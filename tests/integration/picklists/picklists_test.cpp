#include "tests/support/server_fixture.h"

#include "server/picklists/pick_item_store.h"
#include "server/picklists/picklists_service.h"

namespace banhang::test {
namespace {

class PicklistsTest : public ServerFixture
{
protected:
    using Stub = v1::PicklistsService::Stub;

    std::vector<std::unique_ptr<grpc::Service>> makeServices(ServerParts& serverParts) override
    {
        std::vector<std::unique_ptr<grpc::Service>> services;
        services.push_back(std::make_unique<server::PicklistsService>(serverParts.calls, serverParts.signer));
        return services;
    }
    void addConstraints(server::ConstraintErrors& errors) override { server::registerPicklistsConstraints(errors); }

    void SetUp() override
    {
        m_stub = stub<v1::PicklistsService>();
        m_editor = world().signIn(world().addUserWith("quan.tri", world().company(),
                                                      {{v1::RESOURCE_PICKLIST, v1::ACTION_EDIT, v1::SCOPE_ALL}}));
        m_reader = world().signIn(world().addUser("lan.nt", world().company()));
    }
    v1::ListPickItemsResponse list(int size = 0, const std::string& page = {})
    {
        v1::ListPickItemsRequest request;
        request.set_page_size(size);
        request.set_page_token(page);
        return call(*m_stub, &Stub::ListPickItems, request, m_reader);
    }
    static v1::CreatePickItemRequest newItem(const std::string& key, const std::string& label)
    {
        v1::CreatePickItemRequest request;
        request.mutable_item()->set_list_key("source");
        request.mutable_item()->set_key(key);
        request.mutable_item()->set_label_vi(label);
        request.mutable_item()->set_active(true);
        request.set_request_id(newRequestId());
        return request;
    }
    static v1::UpdatePickItemRequest changed(const v1::PickItem& item, std::initializer_list<const char*> fields)
    {
        v1::UpdatePickItemRequest request;
        *request.mutable_item() = item;
        for (const char* field : fields)
            request.mutable_update_mask()->add_paths(field);
        request.set_request_id(newRequestId());
        return request;
    }
    static v1::MovePickItemRequest moved(const v1::PickItem& item, std::int64_t behindId)
    {
        v1::MovePickItemRequest request;
        request.set_id(item.id());
        request.set_version(item.version());
        request.set_behind_id(behindId);
        request.set_request_id(newRequestId());
        return request;
    }
    /// As a colleague reads it.
    std::vector<v1::PickItem> source()
    {
        std::vector<v1::PickItem> items;
        const v1::ListPickItemsResponse all = list();
        for (const v1::PickItem& item : all.items())
            if (item.list_key() == "source")
                items.push_back(item);
        return items;
    }
    std::vector<std::int64_t> sourceIds()
    {
        std::vector<std::int64_t> ids;
        for (const v1::PickItem& item : source())
            ids.push_back(item.id());
        return ids;
    }
    std::int64_t changes()
    {
        return sql().number("SELECT count(*) FROM banhang.change_log WHERE entity = 'pick_item'");
    }

    std::unique_ptr<Stub> m_stub;
    std::string m_editor;
    std::string m_reader;
};

TEST_F(PicklistsTest, everybodySignedInReadsAllItemsInOrder)
{
    const v1::ListPickItemsResponse all = list();
    EXPECT_TRUE(all.next_page_token().empty());
    EXPECT_EQ(all.items_size(), sql().number("SELECT count(*) FROM banhang.pick_item"));
    for (int i = 1; i < all.items_size(); ++i)
        EXPECT_LT(std::pair(all.items(i - 1).list_key(), all.items(i - 1).position()),
                  std::pair(all.items(i).list_key(), all.items(i).position()));
}

TEST_F(PicklistsTest, pagesMeetWithoutGapOrOverlap)
{
    const v1::ListPickItemsResponse all = list();
    v1::ListPickItemsResponse paged;
    std::string page;
    do {
        const v1::ListPickItemsResponse part = list(7, page);
        paged.mutable_items()->MergeFrom(part.items());
        page = part.next_page_token();
    } while (!page.empty());
    EXPECT_EQ(paged.SerializeAsString(), all.SerializeAsString());
    v1::ListPickItemsRequest forged;
    forged.set_page_token("x");
    EXPECT_EQ(refusal(*m_stub, &Stub::ListPickItems, forged, m_reader).key(), "call.page_token");
}

TEST_F(PicklistsTest, aNewItemComesLastInItsListAndIsToldToEverybody)
{
    const v1::PickItem item = call(*m_stub, &Stub::CreatePickItem, newItem("zalo_oa", "  Zalo   OA "), m_editor);
    EXPECT_EQ(item.label_vi(), "Zalo OA");
    EXPECT_EQ(item.version(), 1);
    EXPECT_EQ(item.position(), sql().number("SELECT max(position) FROM banhang.pick_item WHERE list_key = 'source'"));
    EXPECT_EQ(sql().number("SELECT count(*) FROM banhang.change_log WHERE entity = 'pick_item' AND operation = 'create'"
                           " AND entity_id = $1::bigint AND unit_before = 0 AND unit_after = 0",
                           {std::to_string(item.id())}),
              1);
}

TEST_F(PicklistsTest, aRepeatedCreateAnswersAsTheFirst)
{
    const v1::CreatePickItemRequest request = newItem("zalo_oa", "Zalo OA");
    const v1::PickItem first = call(*m_stub, &Stub::CreatePickItem, request, m_editor);
    EXPECT_EQ(call(*m_stub, &Stub::CreatePickItem, request, m_editor).SerializeAsString(), first.SerializeAsString());
    EXPECT_EQ(changes(), 1);
}

TEST_F(PicklistsTest, aTakenKeyIsRefused)
{
    const AppError error = refusal(*m_stub, &Stub::CreatePickItem, newItem("website", "Trang mạng"), m_editor);
    EXPECT_EQ(error.code(), ErrorCode::AlreadyExists);
    EXPECT_EQ(error.key(), "pick_item.key_taken");
    EXPECT_EQ(changes(), 0);
}

TEST_F(PicklistsTest, allIssuesComeAtOnce)
{
    v1::CreatePickItemRequest request = newItem("Không Phải", " ");
    request.mutable_item()->set_list_key("nothing");
    const AppError error = refusal(*m_stub, &Stub::CreatePickItem, request, m_editor);
    EXPECT_EQ(error.code(), ErrorCode::Invalid);
    ASSERT_EQ(error.detail().issues_size(), 3);
    EXPECT_EQ(error.detail().issues(0).path(), "list_key");
    EXPECT_EQ(error.detail().issues(1).path(), "key");
    EXPECT_EQ(error.detail().issues(2).path(), "label_vi");
}

TEST_F(PicklistsTest, onlyNamedFieldsChange)
{
    v1::PickItem item = list().items(0);
    const v1::PickItem before = item;
    item.set_label_vi("Nhãn mới");
    item.set_label_en("New label");
    const v1::PickItem after = call(*m_stub, &Stub::UpdatePickItem, changed(item, {"label_vi"}), m_editor);
    EXPECT_EQ(after.label_vi(), "Nhãn mới");
    EXPECT_EQ(after.label_en(), before.label_en());
    EXPECT_EQ(after.version(), before.version() + 1);
    EXPECT_EQ(sql().text("SELECT fields::text FROM banhang.change_log WHERE entity = 'pick_item'"),
              R"({"label_vi": {"new": "Nhãn mới", "old": ")" + before.label_vi() + R"("}})");
}

TEST_F(PicklistsTest, anItemCanBeSwitchedOff)
{
    v1::PickItem item = list().items(0);
    item.set_active(false);
    EXPECT_FALSE(call(*m_stub, &Stub::UpdatePickItem, changed(item, {"active"}), m_editor).active());
}

TEST_F(PicklistsTest, keysNeverChange)
{
    v1::PickItem item = list().items(0);
    item.set_key("other");
    const AppError error = refusal(*m_stub, &Stub::UpdatePickItem, changed(item, {"key"}), m_editor);
    EXPECT_EQ(error.detail().issues(0).key(), "field.not_changeable");
}

TEST_F(PicklistsTest, aStaleEditIsRefused)
{
    v1::PickItem item = list().items(0);
    item.set_label_vi("Một");
    call(*m_stub, &Stub::UpdatePickItem, changed(item, {"label_vi"}), m_editor);
    item.set_label_vi("Hai");
    const AppError error = refusal(*m_stub, &Stub::UpdatePickItem, changed(item, {"label_vi"}), m_editor);
    EXPECT_EQ(error.code(), ErrorCode::Conflict);
    EXPECT_EQ(error.detail().current_version(), item.version() + 1);
    EXPECT_EQ(list().items(0).label_vi(), "Một");
}

TEST_F(PicklistsTest, anUnknownItemIsNotFound)
{
    v1::PickItem item;
    item.set_id(999999);
    item.set_label_vi("Gì đó");
    EXPECT_EQ(refusal(*m_stub, &Stub::UpdatePickItem, changed(item, {"label_vi"}), m_editor).key(),
              "pick_item.not_found");
}

TEST_F(PicklistsTest, writingNeedsTheRight)
{
    EXPECT_EQ(refusal(*m_stub, &Stub::CreatePickItem, newItem("zalo_oa", "Zalo OA"), m_reader).code(),
              ErrorCode::Denied);
    EXPECT_EQ(refusal(*m_stub, &Stub::UpdatePickItem, changed(list().items(0), {"label_vi"}), m_reader).code(),
              ErrorCode::Denied);
    const auto before = source();
    EXPECT_EQ(refusal(*m_stub, &Stub::MovePickItem, moved(before[0], before[1].id()), m_reader).code(),
              ErrorCode::Denied);
    EXPECT_EQ(sourceIds()[0], before[0].id());
    EXPECT_EQ(changes(), 0);
}

TEST_F(PicklistsTest, aMovedItemChangesPlacesInOneWriteThatAColleagueSees)
{
    const auto before = source();
    const v1::PickItem answer = call(*m_stub, &Stub::MovePickItem, moved(before[0], before[2].id()), m_editor);
    EXPECT_EQ(answer.id(), before[0].id());
    EXPECT_EQ(answer.version(), before[0].version() + 1);
    EXPECT_EQ(answer.position(), before[2].position());

    const auto after = source();
    ASSERT_EQ(after.size(), before.size());
    EXPECT_EQ(after[0].id(), before[1].id());
    EXPECT_EQ(after[1].id(), before[2].id());
    EXPECT_EQ(after[2].SerializeAsString(), answer.SerializeAsString());
    for (std::size_t i = 0; i < after.size(); ++i) {
        EXPECT_EQ(after[i].position(), before[i].position()) << "the places stay";
        EXPECT_EQ(after[i].version(), i > 2 ? before[i].version() : 2) << "who does not move does not change";
    }
    EXPECT_EQ(changes(), 3) << "a row for each version";
    EXPECT_EQ(sql().number("SELECT count(DISTINCT xid) FROM banhang.change_log WHERE entity = 'pick_item'"), 1);
    EXPECT_EQ(
        sql().text("SELECT fields::text FROM banhang.change_log WHERE entity = 'pick_item' AND entity_id = $1::bigint",
                   {std::to_string(answer.id())}),
        R"({"position": {"new": 3, "old": 1}})");
}

TEST_F(PicklistsTest, anItemMovesToTheFrontAndWhereItStandsNothingChanges)
{
    const auto before = source();
    call(*m_stub, &Stub::MovePickItem, moved(before.back(), 0), m_editor);
    EXPECT_EQ(sourceIds().front(), before.back().id());
    const std::int64_t changed = changes();
    const v1::PickItem first = source().front();
    EXPECT_EQ(call(*m_stub, &Stub::MovePickItem, moved(first, 0), m_editor).version(), first.version());
    EXPECT_EQ(changes(), changed);
}

TEST_F(PicklistsTest, aRepeatedMoveIsDoneOnce)
{
    const auto before = source();
    const v1::MovePickItemRequest request = moved(before[0], before[1].id());
    const v1::PickItem first = call(*m_stub, &Stub::MovePickItem, request, m_editor);
    EXPECT_EQ(call(*m_stub, &Stub::MovePickItem, request, m_editor).SerializeAsString(), first.SerializeAsString());
    EXPECT_EQ(changes(), 2);
    EXPECT_EQ(sourceIds()[1], before[0].id());
}

TEST_F(PicklistsTest, aRefusedMoveLeavesEveryoneInPlace)
{
    auto items = source();
    const auto ids = sourceIds();
    v1::PickItem renamed = items[0];
    renamed.set_label_vi("Mạng");
    call(*m_stub, &Stub::UpdatePickItem, changed(renamed, {"label_vi"}), m_editor);
    const AppError stale = refusal(*m_stub, &Stub::MovePickItem, moved(items[0], items[1].id()), m_editor);
    EXPECT_EQ(stale.code(), ErrorCode::Conflict);
    EXPECT_EQ(stale.key(), "pick_item.edit_conflict");
    EXPECT_EQ(stale.detail().current_version(), items[0].version() + 1);

    v1::PickItem gone;
    gone.set_id(999999);
    EXPECT_EQ(refusal(*m_stub, &Stub::MovePickItem, moved(gone, items[1].id()), m_editor).key(), "pick_item.not_found");
    const std::int64_t ofAnotherList =
        sql().number("SELECT id FROM banhang.pick_item WHERE list_key = 'trade' LIMIT 1");
    for (const std::int64_t behindId : {items[2].id(), ofAnotherList, std::int64_t{999999}, std::int64_t{-1}}) {
        const AppError error = refusal(*m_stub, &Stub::MovePickItem, moved(items[2], behindId), m_editor);
        ASSERT_EQ(error.detail().issues_size(), 1) << behindId;
        EXPECT_EQ(error.detail().issues(0).path(), "behind_id");
        EXPECT_EQ(error.detail().issues(0).key(), "pick_item.unknown");
    }
    EXPECT_EQ(sourceIds(), ids);
    EXPECT_EQ(changes(), 1) << "the new name alone";
}

TEST_F(PicklistsTest, twoMovesOfOneListBothHold)
{
    const auto before = source();
    call(*m_stub, &Stub::MovePickItem, moved(before[0], before[1].id()), m_editor);
    // Read before the first move, which has given it another version, but it is not the one that is moved.
    call(*m_stub, &Stub::MovePickItem, moved(before[4], before[1].id()), m_editor);
    EXPECT_EQ(sourceIds()[0], before[1].id());
    EXPECT_EQ(sourceIds()[1], before[4].id());
    EXPECT_EQ(sourceIds()[2], before[0].id());
}

} // namespace
} // namespace banhang::test
