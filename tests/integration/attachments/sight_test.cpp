// Who sees and changes files: who sees and edits their parent, by both walls.
#include "banhang/v1/merges.grpc.pb.h"
#include "server/merging/merges_service.h"
#include "tests/integration/attachments/attachments_fixture.h"

namespace banhang::test {
namespace {

class Sight : public AttachmentsFixture
{
protected:
    std::vector<std::unique_ptr<grpc::Service>> makeServices(ServerParts& parts) override
    {
        auto services = AttachmentsFixture::makeServices(parts);
        services.push_back(std::make_unique<server::MergesService>(parts.calls, parts.signer));
        return services;
    }

    std::string keyOfList(const std::string& token, const v1::ListAttachmentsRequest& request)
    {
        try {
            return "OK " + names(listFiles(token, request));
        } catch (const AppError& error) {
            return error.key();
        }
    }
    template <typename Request>
    std::string keyOf(grpc::Status (AttachmentsStub::*method)(grpc::ClientContext*, const Request&, v1::Attachment*),
                      const Request& request, const std::string& token)
    {
        try {
            call(*attachments, method, request, token);
        } catch (const AppError& error) {
            return error.key();
        }
        return "OK";
    }
    void share(const TestUser& user, int level)
    {
        sql().run("INSERT INTO banhang.customer_share (customer_id, user_id, level, shared_by_id)"
                  " VALUES ($1::bigint, $2::bigint, $3::smallint, $2::bigint)",
                  {std::to_string(mai.id()), std::to_string(user.id), std::to_string(level)});
        world().refreshRights({user.id});
    }
};

TEST_F(Sight, isThatOfTheCustomer)
{
    const v1::Attachment stored = upload(lanToken, ofMai("a.txt"), "a");
    EXPECT_EQ(keyOfList(minhToken, asking()), "OK a.txt");
    EXPECT_EQ(keyOfDownload(minhToken, stored.id()), "OK");
    EXPECT_EQ(keyOfList(hoaToken, asking()), "customer.not_found");
    EXPECT_EQ(keyOfDownload(hoaToken, stored.id()), "attachment.not_found");
    EXPECT_EQ(refused(hoaToken, ofMai("b.txt"), "b").key(), "customer.not_found");
    EXPECT_EQ(keyOf(&AttachmentsStub::UpdateAttachment, renaming(stored, "b.txt"), hoaToken), "attachment.not_found");
    EXPECT_EQ(keyOf(&AttachmentsStub::DeleteAttachment, naming<v1::DeleteAttachmentRequest>(stored.id()), hoaToken),
              "attachment.not_found");
    EXPECT_EQ(keyOf(&AttachmentsStub::UndeleteAttachment, naming<v1::UndeleteAttachmentRequest>(stored.id()), hoaToken),
              "attachment.not_found");
    EXPECT_EQ(keyOfDownload(lanToken, stored.id() + 1000), "attachment.not_found");
}

TEST_F(Sight, throughAShareIsAsItsLevelSays)
{
    const v1::Attachment stored = upload(lanToken, ofMai("a.txt"), "a");
    share(hoa, 1);
    EXPECT_EQ(keyOfDownload(hoaToken, stored.id()), "OK");
    EXPECT_EQ(refused(hoaToken, ofMai("b.txt"), "b").key(), "call.denied");
    EXPECT_EQ(keyOf(&AttachmentsStub::DeleteAttachment, naming<v1::DeleteAttachmentRequest>(stored.id()), hoaToken),
              "call.denied");
    share(tuan, 2);
    EXPECT_EQ(upload(tuanToken, ofMai("c.txt"), "c").uploader_user_id(), tuan.id);
    EXPECT_EQ(keyOf(&AttachmentsStub::DeleteAttachment, naming<v1::DeleteAttachmentRequest>(stored.id()), tuanToken),
              "OK");
}

TEST_F(Sight, isThatOfTheActivity)
{
    v1::Activity meeting = appointment("Họp", 1, 2);
    meeting.add_participant_user_ids(tuan.id);
    meeting = plan(lanToken, meeting);
    const v1::Attachment stored = upload(lanToken, of(meeting, "a.txt"), "a");
    v1::ListAttachmentsRequest request;
    request.set_activity_id(meeting.id());
    EXPECT_EQ(keyOfList(tuanToken, request), "OK a.txt");
    EXPECT_EQ(keyOfDownload(tuanToken, stored.id()), "OK");
    EXPECT_EQ(refused(tuanToken, of(meeting, "b.txt"), "b").key(), "call.denied") << "who takes part does not edit";
    EXPECT_EQ(keyOfList(hoaToken, request), "activity.not_found");
    EXPECT_EQ(keyOfDownload(hoaToken, stored.id()), "attachment.not_found");
    EXPECT_EQ(refused(hoaToken, of(meeting, "b.txt"), "b").key(), "activity.not_found");
}

TEST_F(Sight, withoutAnyRightIsNone)
{
    const v1::Attachment stored = upload(lanToken, ofMai("a.txt"), "a");
    const std::string token = world().signIn(world().addUser("khach", teamOne));
    EXPECT_EQ(keyOfList(token, asking()), "customer.not_found");
    EXPECT_EQ(keyOfDownload(token, stored.id()), "attachment.not_found");
    EXPECT_EQ(refused(token, ofMai("b.txt"), "b").key(), "customer.not_found");
    EXPECT_EQ(keyOfDownload("", stored.id()), "session.missing");
    EXPECT_EQ(keyOfDownload("forged", stored.id()), "session.ended");
}

TEST_F(Sight, theSecondWallHidesRowsAndBytesToo)
{
    upload(lanToken, ofMai("a.txt"), textOf(kPiece + 1));
    const auto seen = [&](const TestUser& user) {
        return app().inTransaction(
            {.userId = user.id, .timeoutMs = 5000}, server::Tx::Mode::ReadOnly, [](server::Tx& tx) {
                static constexpr server::Statement kCount{"SELECT (SELECT count(*) FROM banhang.attachment),"
                                                          " (SELECT count(*) FROM banhang.attachment_content),"
                                                          " (SELECT count(*) FROM banhang.attachment_chunk)"};
                const server::Rows rows = tx.query(kCount);
                return std::to_string(rows.front().int64(0)) + " " + std::to_string(rows.front().int64(1)) + " " +
                       std::to_string(rows.front().int64(2));
            });
    };
    EXPECT_EQ(seen(lan), "1 1 2");
    EXPECT_EQ(seen(minh), "1 1 2");
    EXPECT_EQ(seen(hoa), "0 0 0");
    EXPECT_EQ(seen({}), "0 0 0");
    sql().run("UPDATE banhang.attachment_content SET is_whole = false");
    EXPECT_EQ(seen(hoa), "0 0 0") << "an upload on its way is its uploader's alone";
}

TEST_F(Sight, aRightThatIsTakenAwayEndsADownload)
{
    const v1::Attachment stored = upload(lanToken, ofMai("a.txt"), textOf(4 * kPiece - 1));
    v1::DownloadAttachmentRequest request;
    request.set_attachment_id(stored.id());
    const std::string token = world().signIn(minh);
    const auto clientContext = context(token);
    const auto reader = attachments->DownloadAttachment(clientContext.get(), request);
    v1::DownloadAttachmentResponse piece;
    ASSERT_TRUE(reader->Read(&piece));
    world().endSession(token);
    std::size_t received = piece.data().size();
    while (reader->Read(&piece))
        received += piece.data().size();
    const grpc::Status status = reader->Finish();
    // A piece or two may have been on its way.
    EXPECT_TRUE(status.ok() ? received == 4 * kPiece - 1 : fromStatus(status).key() == "session.ended");
}

TEST_F(Sight, nothingIsAddedToWhatLiesInTheBin)
{
    const v1::Activity call = plan(lanToken, talk());
    bin(lanToken, call.id());
    EXPECT_EQ(refused(lanToken, of(call, "a.txt"), "a").key(), "activity.in_bin");
    sql().run("UPDATE banhang.customer SET deleted_at = now() WHERE id = $1::bigint", {std::to_string(mai.id())});
    EXPECT_EQ(refused(lanToken, ofMai("a.txt"), "a").key(), "customer.in_bin");
}

TEST_F(Sight, filesGoAlongIntoAMergeAndComeBack)
{
    const v1::Customer other = get(lanToken, addCustomer(lan, "Nguyễn Thị Mai (trùng)"));
    v1::Attachment ofOther = ofMai("b.txt");
    ofOther.set_customer_id(other.id());
    upload(lanToken, ofMai("a.txt"), "a");
    upload(lanToken, ofOther, "b");
    const auto merges = stub<v1::MergesService>();
    v1::MergeCustomersRequest request;
    request.set_survivor_id(mai.id());
    for (const v1::Customer& one : {customerNow(), get(lanToken, other.id())}) {
        v1::CustomerVersion& version = *request.add_versions();
        version.set_customer_id(one.id());
        version.set_version(one.version());
    }
    request.set_request_id(newRequestId());
    const auto merged = call(*merges, &v1::MergesService::Stub::MergeCustomers, request, lanToken);
    EXPECT_EQ(names(listFiles(lanToken, asking())), "b.txt|a.txt");
    v1::ListAttachmentsRequest ofLoser;
    ofLoser.set_customer_id(other.id());
    EXPECT_EQ(names(listFiles(lanToken, ofLoser)), "b.txt|a.txt") << "one that was merged away leads to the survivor";
    v1::UndoMergeRequest undo;
    undo.set_merge_id(merged.merge_id());
    undo.set_request_id(newRequestId());
    call(*merges, &v1::MergesService::Stub::UndoMerge, undo, lanToken);
    EXPECT_EQ(names(listFiles(lanToken, asking())), "a.txt");
    EXPECT_EQ(names(listFiles(lanToken, ofLoser)), "b.txt");
}

} // namespace
} // namespace banhang::test
