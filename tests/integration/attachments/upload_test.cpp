// Files on their way in: whole or not at all, once, and only what may come.
#include "server/attachments/content_store.h"
#include "tests/integration/attachments/upload_fixture.h"

namespace banhang::test {
namespace {

class Upload : public UploadFixture
{
protected:
    int tidy(int idleMinutes)
    {
        return parts().system.inTransaction({}, server::Tx::Mode::ReadWrite, [&](server::Tx& tx) {
            return server::dropUnfinishedContents(tx, idleMinutes, 100);
        });
    }
};

TEST_F(Upload, comesBackAsItWentIn)
{
    for (const std::size_t size : {std::size_t{0}, std::size_t{1}, kPiece, kPiece + 1, 3 * kPiece - 7}) {
        const std::string content = textOf(size);
        const v1::Attachment stored = upload(lanToken, ofMai("ghi chú " + std::to_string(size) + ".txt"), content);
        EXPECT_EQ(stored.size_bytes(), static_cast<std::int64_t>(size));
        EXPECT_EQ(stored.content_type(), "text/plain");
        EXPECT_EQ(stored.uploader_user_id(), lan.id);
        EXPECT_EQ(stored.customer_id(), mai.id());
        EXPECT_EQ(download(lanToken, stored.id()), content) << size;
    }
}

TEST_F(Upload, comesInPiecesOfAnySize)
{
    const std::string content = textOf(2 * kPiece + 100);
    const v1::Attachment stored = send(lanToken, announced(ofMai("a.txt"), content), content, 70'001);
    EXPECT_EQ(download(lanToken, stored.id()), content);
    EXPECT_EQ(count("attachment_chunk"), 3);
}

TEST_F(Upload, isGoneOnWithWhereADownloadWasCutOff)
{
    const std::string content = textOf(2 * kPiece + 100);
    const v1::Attachment stored = upload(lanToken, ofMai("a.txt"), content);
    for (const std::size_t offset : {std::size_t{1}, kPiece - 1, kPiece, 2 * kPiece + 99, content.size()})
        EXPECT_EQ(download(lanToken, stored.id(), static_cast<std::int64_t>(offset)), content.substr(offset)) << offset;
    EXPECT_EQ(keyOfDownload(lanToken, stored.id(), stored.size_bytes() + 1), "call.invalid");
    EXPECT_EQ(keyOfDownload(lanToken, stored.id(), -1), "call.invalid");
}

TEST_F(Upload, aRepeatIsAnsweredWithTheFirstAnswer)
{
    const std::string content = textOf(100);
    const auto first = announced(ofMai("a.txt"), content);
    const v1::Attachment stored = send(lanToken, first, content);
    EXPECT_EQ(send(lanToken, first, content).id(), stored.id());
    EXPECT_EQ(send(lanToken, first, "").id(), stored.id()) << "without a single byte";
    EXPECT_EQ(count("attachment"), 1);
    auto other = announced(ofMai("b.txt"), "khác");
    other.set_request_id(first.request_id());
    EXPECT_EQ(refusedSending(lanToken, other, "khác").key(), "call.request_id_reused");
}

TEST_F(Upload, cutOffLeavesNothingThatAnybodySees)
{
    const std::string content = textOf(4 * kPiece - 5);
    const auto first = announced(ofMai("a.txt"), content);
    cutOff(first, content.substr(0, 3 * kPiece));
    EXPECT_EQ(count("attachment"), 0);
    EXPECT_EQ(names(listFiles(lanToken, asking())), "");
    EXPECT_EQ(customerNow().version(), mai.version());

    EXPECT_EQ(tidy(60), 0) << "it may still go on";
    sql().run("UPDATE banhang.attachment_content SET touched_at = now() - interval '61 minutes'");
    EXPECT_EQ(tidy(60), 1);
    EXPECT_EQ(count("attachment_chunk"), 0);
    EXPECT_EQ(received(lanToken, first), 0);
    EXPECT_EQ(download(lanToken, send(lanToken, first, content).id()), content);
}

TEST_F(Upload, thatIsTidiedAwayWhileItComesIsToldToComeAgain)
{
    const std::string content = textOf(3 * kPiece);
    const auto clientContext = context(lanToken);
    v1::Attachment answer;
    const auto writer = attachments->UploadAttachment(clientContext.get(), &answer);
    ASSERT_TRUE(writer->Write(announced(ofMai("a.txt"), content)));
    waitFor("attachment_content", 1);
    sql().run("DELETE FROM banhang.attachment_content");
    v1::UploadAttachmentRequest next;
    next.set_data(content.substr(0, kPiece));
    writer->Write(next);
    writer->WritesDone();
    const AppError error = fromStatus(writer->Finish());
    EXPECT_EQ(error.code(), ErrorCode::Unavailable);
    EXPECT_EQ(error.key(), "attachment.upload_lost");
    EXPECT_EQ(count("attachment"), 0);
}

TEST_F(Upload, isComparedWithWhatWasAnnounced)
{
    const std::string content = textOf(1000);
    auto first = announced(ofMai("a.txt"), content);
    EXPECT_EQ(refusedSending(lanToken, first, content.substr(1)).key(), "attachment.damaged");
    EXPECT_EQ(refusedSending(lanToken, first, content + "x").key(), "attachment.damaged");
    std::string other = content;
    other[500] ^= 1;
    EXPECT_EQ(refusedSending(lanToken, first, other).key(), "attachment.damaged");
    EXPECT_EQ(count("attachment"), 0);
}

TEST_F(Upload, isRefusedBeforeItsFirstByteWhenItIsTooLarge)
{
    auto first = announced(ofMai("a.txt"), "");
    first.mutable_attachment()->set_size_bytes(1024 * 1024 + 1);
    const AppError error = refusedSending(lanToken, first, "");
    EXPECT_EQ(error.key(), "attachment.too_large");
    EXPECT_EQ(error.detail().args().at("max_bytes"), "1048576");
    EXPECT_EQ(count("attachment_content"), 0);
}

TEST_F(Upload, takesNoPrograms)
{
    const auto keyOf = [&](const std::string& name, const std::string& content) {
        const AppError error = refused(lanToken, ofMai(name), content);
        EXPECT_EQ(error.key(), "call.invalid");
        return error.detail().issues_size() == 1
                   ? error.detail().issues(0).path() + ":" + error.detail().issues(0).key()
                   : error.detail().ShortDebugString();
    };
    EXPECT_EQ(keyOf("a.exe", "chữ"), "name:attachment.kind_refused");
    EXPECT_EQ(keyOf("a.pdf", "#!/bin/sh\n"), "name:attachment.is_program");
    EXPECT_EQ(keyOf("a.pdf", "chữ"), "name:attachment.kind_differs");
    EXPECT_EQ(keyOf("../a.pdf", "%PDF-1.4"), "name:attachment.name_unsafe");
    EXPECT_EQ(count("attachment"), 0);
    EXPECT_EQ(count("attachment_content"), 0) << "what is refused for good is not kept";
}

TEST_F(Upload, marksDocumentsWithPrograms)
{
    EXPECT_TRUE(upload(lanToken, ofMai("a.docx"), "PK\3\4 word/vbaProject.bin").has_macros());
    EXPECT_FALSE(upload(lanToken, ofMai("b.docx"), "PK\3\4 word/document.xml").has_macros());
}

TEST_F(Upload, tellsOfAFileThatIsThereAlready)
{
    upload(lanToken, ofMai("một.txt"), "như nhau");
    const AppError error = refused(minhToken, ofMai("hai.txt"), "như nhau");
    EXPECT_EQ(error.code(), ErrorCode::AlreadyExists);
    EXPECT_EQ(error.key(), "attachment.known_content");
    EXPECT_EQ(error.detail().args().at("name"), "một.txt");
    const v1::Activity call = plan(lanToken, talk());
    EXPECT_EQ(upload(lanToken, of(call, "ba.txt"), "như nhau").activity_id(), call.id()) << "another parent";
}

TEST_F(Upload, needsExactlyOneParent)
{
    v1::Attachment orphan;
    orphan.set_name("a.txt");
    EXPECT_EQ(refused(lanToken, orphan, "x").key(), "call.invalid");
}

} // namespace
} // namespace banhang::test
