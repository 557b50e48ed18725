// Files that are there: listed, renamed, binned; what the parent's history and news say of them.
#include <future>

#include "server/changes/changes_service.h"
#include "tests/integration/attachments/attachments_fixture.h"
#include "tests/integration/changes/watcher.h"

namespace banhang::test {
namespace {

class Files : public AttachmentsFixture
{
protected:
    ~Files() override { stopServer(); }

    std::vector<std::unique_ptr<grpc::Service>> makeServices(ServerParts& parts) override
    {
        auto services = AttachmentsFixture::makeServices(parts);
        services.push_back(std::make_unique<server::ChangesService>(parts.calls, parts.app, parts.callers, parts.hub));
        return services;
    }
};

TEST_F(Files, areListedNewestFirstInPages)
{
    for (int i = 1; i <= 5; ++i)
        upload(lanToken, ofMai(std::to_string(i) + ".txt"), std::to_string(i));
    v1::ListAttachmentsRequest request = asking();
    request.set_page_size(2);
    std::string all;
    int pages = 0;
    do {
        const v1::ListAttachmentsResponse page = listFiles(lanToken, request);
        EXPECT_EQ(page.capped_count(), pages++ == 0 ? 5 : 0);
        EXPECT_EQ(page.max_size_bytes(), 1024 * 1024);
        all += names(page) + " ";
        request.set_page_token(page.next_page_token());
    } while (!request.page_token().empty());
    EXPECT_EQ(all, "5.txt|4.txt 3.txt|2.txt 1.txt ");
}

TEST_F(Files, ofACustomerComeWithThoseOfItsTalks)
{
    const v1::Activity call = plan(lanToken, talk());
    upload(lanToken, ofMai("a.txt"), "a");
    const v1::Attachment ofTalk = upload(lanToken, of(call, "b.txt"), "b");
    upload(lanToken, ofMai("c.txt"), "c");
    EXPECT_EQ(names(listFiles(lanToken, asking())), "c.txt|a.txt");
    EXPECT_EQ(names(listFiles(lanToken, asking(true))), "c.txt|b.txt|a.txt");
    binFile(lanToken, ofTalk.id());
    EXPECT_EQ(names(listFiles(lanToken, asking(true))), "c.txt|a.txt");
    v1::ListAttachmentsRequest binned = asking(true);
    binned.set_deleted(true);
    EXPECT_EQ(names(listFiles(lanToken, binned)), "b.txt");
}

TEST_F(Files, areCountedOnTheirTalk)
{
    const v1::Activity call = plan(lanToken, talk());
    const v1::Attachment one = upload(lanToken, of(call, "a.txt"), "a");
    upload(lanToken, of(call, "b.txt"), "b");
    EXPECT_EQ(read(lanToken, call.id()).attachment_count(), 2);
    binFile(lanToken, one.id());
    EXPECT_EQ(read(lanToken, call.id()).attachment_count(), 1);
    binFile(lanToken, one.id());
    EXPECT_EQ(read(lanToken, call.id()).version(), call.version() + 3) << "a repeat is no change";
    restoreFile(lanToken, one.id());
    EXPECT_EQ(read(lanToken, call.id()).attachment_count(), 2);
}

TEST_F(Files, standInTheHistoryOfTheirParent)
{
    const v1::Attachment stored = upload(lanToken, ofMai("a.txt"), "a");
    call(*attachments, &AttachmentsStub::UpdateAttachment, renaming(stored, "báo giá.txt"), lanToken);
    binFile(lanToken, stored.id());
    EXPECT_EQ(sql().text("SELECT string_agg(concat(version - $2::bigint, ': ', fields -> 'attachments' ->> 'old', '>',"
                         " fields -> 'attachments' ->> 'new'), ', ' ORDER BY seq) FROM banhang.change_log"
                         " WHERE entity = 'customer' AND entity_id = $1::bigint AND fields ? 'attachments'",
                         {std::to_string(mai.id()), std::to_string(mai.version())}),
              "1: >a.txt, 2: a.txt>báo giá.txt, 3: báo giá.txt>");
}

TEST_F(Files, areTellingNewsToWhoSeesTheParentAlone)
{
    Watcher ofMinh(channel(), minhToken);
    Watcher ofTuan(channel(), tuanToken);
    ASSERT_TRUE(ofMinh.waitOpen());
    ASSERT_TRUE(ofTuan.waitOpen());
    upload(lanToken, ofMai("a.txt"), "a");
    EXPECT_TRUE(ofMinh.waitFor([&](const Watcher& watcher) {
        const auto heard = watcher.heard(mai.id());
        return heard && heard->fields == std::vector<std::string>{"attachments"};
    }));
    EXPECT_FALSE(ofTuan.heard(mai.id()));
}

TEST_F(Files, doNotDisturbAnEditOfTheirParent)
{
    v1::Customer edited = mai;
    upload(lanToken, ofMai("a.txt"), "a");
    edited.set_note("gõ từ trước");
    EXPECT_EQ(update(lanToken, edited, {"note"}).note(), "gõ từ trước");
}

TEST_F(Files, areRenamedByOneOfTwo)
{
    const v1::Attachment stored = upload(lanToken, ofMai("a.txt"), "a");
    const v1::Attachment renamed =
        call(*attachments, &AttachmentsStub::UpdateAttachment, renaming(stored, "b.txt"), lanToken);
    EXPECT_EQ(renamed.version(), 2);
    EXPECT_EQ(refusal(*attachments, &AttachmentsStub::UpdateAttachment, renaming(stored, "c.txt"), minhToken).key(),
              "attachment.edit_conflict");
    const AppError error =
        refusal(*attachments, &AttachmentsStub::UpdateAttachment, renaming(renamed, "b.exe"), lanToken);
    ASSERT_EQ(error.detail().issues_size(), 1);
    EXPECT_EQ(error.detail().issues(0).key(), "attachment.extension_fixed");
}

TEST_F(Files, thatTwoAddAtOnceAreBothThereAndBothCounted)
{
    const v1::Activity call = plan(lanToken, talk());
    const auto add = [&](const std::string& token, int number) {
        return std::async(std::launch::async, [this, &call, token, number] {
            return upload(token, of(call, std::to_string(number) + ".txt"), textOf(300'000 + number)).id();
        });
    };
    std::vector<std::future<std::int64_t>> all;
    for (int i = 0; i < 3; ++i) {
        all.push_back(add(lanToken, 2 * i));
        all.push_back(add(minhToken, 2 * i + 1));
    }
    for (auto& one : all)
        EXPECT_GT(one.get(), 0);
    EXPECT_EQ(read(lanToken, call.id()).attachment_count(), 6);
}

TEST_F(Files, thatTwoAddAtOnceAreOneWhenTheyAreTheSame)
{
    const auto add = [&](const std::string& token) {
        return std::async(std::launch::async, [this, token]() -> std::string {
            try {
                upload(token, ofMai("a.txt"), textOf(500'000));
                return "OK";
            } catch (const AppError& error) {
                return error.key();
            }
        });
    };
    auto one = add(lanToken);
    auto other = add(minhToken);
    const std::multiset<std::string> outcomes{one.get(), other.get()};
    EXPECT_EQ(outcomes, (std::multiset<std::string>{"OK", "attachment.known_content"}));
    EXPECT_EQ(count("attachment"), 1);
}

TEST_F(Files, standInTheAuditBeforeTheyLeave)
{
    const v1::Attachment stored = upload(lanToken, ofMai("a.txt"), textOf(kPiece + 5));
    download(minhToken, stored.id());
    EXPECT_EQ(sql().text("SELECT concat(actor_id, ' ', fields -> 'attachment' -> 'new' ->> 'name', ' ',"
                         " fields -> 'attachment' -> 'new' ->> 'customer_id') FROM banhang.change_log"
                         " WHERE entity = 'export_run'"),
              std::to_string(minh.id) + " a.txt " + std::to_string(mai.id()));
}

} // namespace
} // namespace banhang::test
