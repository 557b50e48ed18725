// Files on their way in that were cut off: what the server has is not sent again, and nothing stays for good.
#include "tests/integration/attachments/upload_fixture.h"

namespace banhang::test {
namespace {

class ResumedUpload : public UploadFixture
{
protected:
    using Writer = std::unique_ptr<grpc::ClientWriter<v1::UploadAttachmentRequest>>;

    Writer begin(grpc::ClientContext& context, const v1::UploadAttachmentRequest& first)
    {
        Writer writer = attachments->UploadAttachment(&context, &m_answer);
        EXPECT_TRUE(writer->Write(first));
        return writer;
    }
    /// A stream that ended may refuse to take more: its status tells why.
    static AppError endOf(Writer& writer, const std::string& more)
    {
        v1::UploadAttachmentRequest next;
        next.set_data(more);
        writer->Write(next);
        writer->WritesDone();
        return fromStatus(writer->Finish());
    }

    v1::Attachment m_answer;
};

TEST_F(ResumedUpload, goesOnWhereItWasCutOff)
{
    const std::string content = textOf(4 * kPiece - 5);
    const auto first = announced(ofMai("a.txt"), content);
    EXPECT_EQ(received(lanToken, first), 0);
    cutOff(first, content.substr(0, 2 * kPiece));
    EXPECT_EQ(received(lanToken, first), 2 * kPiece);
    const v1::Attachment stored = goOn(lanToken, first, content, 2 * kPiece);
    EXPECT_EQ(download(lanToken, stored.id()), content);
    EXPECT_EQ(count("attachment_content"), 1);
    EXPECT_EQ(count("attachment_chunk"), 4);
    EXPECT_EQ(received(lanToken, first), 0) << "there is nothing more to go on with";
    EXPECT_EQ(send(lanToken, first, "").id(), stored.id());
}

TEST_F(ResumedUpload, needsNoByteWhenAllOfThemCame)
{
    const std::string content = textOf(3 * kPiece);
    const auto first = announced(ofMai("a.txt"), content);
    // The server may have made the file of them, or not: a cut at the end looks like the end.
    cutOff(first, content);
    EXPECT_EQ(download(lanToken, goOn(lanToken, first, content, content.size()).id()), content);
    EXPECT_EQ(count("attachment"), 1);
}

TEST_F(ResumedUpload, passesOverWhatTheServerHasAlready)
{
    for (const std::size_t offset : {std::size_t{0}, kPiece - 1, kPiece + 100}) {
        const std::string content = textOf(3 * kPiece + offset % 1000);
        const auto first = announced(ofMai(std::to_string(offset) + ".txt"), content);
        cutOff(first, content.substr(0, 2 * kPiece));
        EXPECT_EQ(download(lanToken, goOn(lanToken, first, content, offset).id()), content) << offset;
    }
}

TEST_F(ResumedUpload, isRefusedBehindWhatTheServerHas)
{
    const std::string content = textOf(3 * kPiece);
    auto first = announced(ofMai("a.txt"), content);
    cutOff(first, content.substr(0, kPiece));
    first.set_offset_bytes(kPiece + 1);
    const AppError error = refusedSending(lanToken, first, content.substr(kPiece + 1));
    EXPECT_EQ(error.code(), ErrorCode::Unavailable);
    EXPECT_EQ(error.key(), "attachment.upload_lost");
    EXPECT_EQ(received(lanToken, first), kPiece) << "to be asked for again";
    first.set_offset_bytes(-1);
    EXPECT_EQ(refusedSending(lanToken, first, "").key(), "call.invalid");
}

TEST_F(ResumedUpload, isOfTheSameFile)
{
    const std::string content = textOf(3 * kPiece);
    const auto first = announced(ofMai("a.txt"), content);
    cutOff(first, content.substr(0, kPiece));
    auto other = announced(ofMai("b.txt"), "khác");
    other.set_request_id(first.request_id());
    EXPECT_EQ(refusedSending(lanToken, other, "khác").key(), "call.request_id_reused");
    EXPECT_EQ(received(lanToken, first), kPiece);
}

TEST_F(ResumedUpload, isOfItsUploaderAlone)
{
    const std::string content = textOf(3 * kPiece);
    const auto first = announced(ofMai("a.txt"), content);
    cutOff(first, content.substr(0, 2 * kPiece));
    EXPECT_EQ(received(minhToken, first), 0);
    cancelUpload(minhToken, first);
    EXPECT_EQ(received(lanToken, first), 2 * kPiece);
    const v1::Attachment ofMinh = send(minhToken, first, content);
    EXPECT_EQ(ofMinh.uploader_user_id(), minh.id);
    EXPECT_EQ(received(lanToken, first), 2 * kPiece);
    auto beginning = first;
    beginning.set_offset_bytes(2 * kPiece);
    EXPECT_EQ(refusedSending(lanToken, beginning, content.substr(2 * kPiece)).key(), "attachment.known_content");
}

TEST_F(ResumedUpload, isLookedAtWithWhatCameBefore)
{
    std::string content = "PK\3\4 " + textOf(3 * kPiece);
    content.replace(kPiece - 5, 14, "vbaProject.bin");
    const auto macros = announced(ofMai("a.docx"), content);
    cutOff(macros, content.substr(0, kPiece));
    EXPECT_TRUE(goOn(lanToken, macros, content, kPiece).has_macros());
}

TEST_F(ResumedUpload, ofBytesThatWereDamagedBeginsAnew)
{
    const std::string content = textOf(3 * kPiece);
    const auto first = announced(ofMai("a.txt"), content);
    cutOff(first, content.substr(0, kPiece));
    sql().run("UPDATE banhang.attachment_chunk SET data = set_byte(data, 7, 0)");
    auto second = first;
    second.set_offset_bytes(kPiece);
    EXPECT_EQ(refusedSending(lanToken, second, content.substr(kPiece)).key(), "attachment.damaged");
    EXPECT_EQ(count("attachment_content"), 0);
    EXPECT_EQ(download(lanToken, send(lanToken, first, content).id()), content);
}

TEST_F(ResumedUpload, writesNoMoreOnceAnotherTryGoesOn)
{
    const std::string content = textOf(3 * kPiece);
    const auto first = announced(ofMai("a.txt"), content);
    const auto clientContext = context(lanToken);
    Writer hanging = begin(*clientContext, first);
    waitFor("attachment_content", 1);
    const v1::Attachment stored = send(lanToken, first, content);
    EXPECT_EQ(endOf(hanging, content.substr(0, kPiece)).key(), "attachment.upload_lost");
    EXPECT_EQ(download(lanToken, stored.id()), content);
    EXPECT_EQ(count("attachment_chunk"), 3);
}

TEST_F(ResumedUpload, leavesNothingWhenItIsGivenUp)
{
    const std::string content = textOf(3 * kPiece);
    const auto first = announced(ofMai("a.txt"), content);
    const auto clientContext = context(lanToken);
    Writer sending = begin(*clientContext, first);
    waitFor("attachment_content", 1);
    cancelUpload(lanToken, first);
    cancelUpload(lanToken, first);
    EXPECT_EQ(count("attachment_content"), 0);
    EXPECT_EQ(endOf(sending, content.substr(0, kPiece)).key(), "attachment.upload_lost");
    const v1::Attachment stored = send(lanToken, first, content);
    cancelUpload(lanToken, first);
    EXPECT_EQ(download(lanToken, stored.id()), content) << "what is stored stays";
}

TEST_F(ResumedUpload, leavesNothingWhenTheRightIsTakenAway)
{
    const std::string content = textOf(3 * kPiece);
    const auto first = announced(ofMai("a.txt"), content);
    cutOff(first, content.substr(0, kPiece));
    const auto clientContext = context(lanToken);
    auto second = first;
    second.set_offset_bytes(kPiece);
    Writer sending = begin(*clientContext, second);
    ASSERT_TRUE(waitUntil([&] { return sql().number("SELECT turn FROM banhang.attachment_content") == 2; }));
    sql().run("UPDATE banhang.customer SET owner_id = $1::bigint, unit_id = $2::bigint",
              {std::to_string(tuan.id), std::to_string(tuan.unitId)});
    v1::UploadAttachmentRequest next;
    next.set_data(content.substr(kPiece, kPiece));
    sending->Write(next);
    EXPECT_EQ(endOf(sending, content.substr(2 * kPiece)).key(), "customer.not_found");
    EXPECT_EQ(count("attachment"), 0);
    EXPECT_EQ(count("attachment_content"), 0);
}

TEST_F(ResumedUpload, ofTooManyTheOldestGiveWay)
{
    const std::string content = textOf(3 * kPiece);
    const auto first = announced(ofMai("a.txt"), content);
    cutOff(first, content.substr(0, kPiece));
    for (int i = 0; i < 9; ++i) {
        const auto other = announced(ofMai(std::to_string(i) + ".txt"), content + std::to_string(i));
        const auto clientContext = context(lanToken);
        Writer writer = begin(*clientContext, other);
        ASSERT_TRUE(waitUntil([&] {
            return sql().number("SELECT count(*) FROM banhang.attachment_content WHERE request_id = $1::uuid",
                                {other.request_id()}) == 1;
        }));
        clientContext->TryCancel();
        writer->Finish();
    }
    EXPECT_EQ(count("attachment_content"), 8);
    EXPECT_EQ(received(lanToken, first), 0);
    const auto ofAnother = announced(ofMai("b.txt"), content);
    EXPECT_EQ(download(minhToken, send(minhToken, ofAnother, content).id()), content);
    EXPECT_EQ(count("attachment_content"), 9) << "each person has room";
}

TEST_F(ResumedUpload, isNamedByAUuid)
{
    v1::GetUploadRequest request;
    request.set_upload_request_id("một");
    EXPECT_EQ(refusal(*attachments, &AttachmentsStub::GetUpload, request, lanToken).detail().issues(0).path(),
              "upload_request_id");
}

} // namespace
} // namespace banhang::test
