// Uploads that are cut off, gone on with and given up.
#pragma once

#include "tests/integration/attachments/attachments_fixture.h"
#include "tests/support/wait_until.h"

namespace banhang::test {

class UploadFixture : public AttachmentsFixture
{
protected:
    /// Sends what is missing from `offset` on.
    v1::Attachment goOn(const std::string& token, v1::UploadAttachmentRequest first, const std::string& content,
                        std::size_t offset)
    {
        first.set_offset_bytes(static_cast<std::int64_t>(offset));
        return send(token, first, content.substr(offset));
    }
    /// Announces a file, sends `sent`, which are whole pieces, and cancels once that is in the database.
    void cutOff(const v1::UploadAttachmentRequest& first, const std::string& sent)
    {
        const auto clientContext = context(lanToken);
        v1::Attachment answer;
        const auto writer = attachments->UploadAttachment(clientContext.get(), &answer);
        ASSERT_TRUE(writer->Write(first));
        for (std::size_t at = 0; at < sent.size(); at += kPiece) {
            v1::UploadAttachmentRequest next;
            next.set_data(sent.substr(at, kPiece));
            ASSERT_TRUE(writer->Write(next));
        }
        EXPECT_TRUE(waitUntil([&] { return received(lanToken, first) == static_cast<std::int64_t>(sent.size()); }));
        waitFor("attachment_content", 1);
        clientContext->TryCancel();
        EXPECT_FALSE(writer->Finish().ok());
    }
    std::int64_t received(const std::string& token, const v1::UploadAttachmentRequest& first)
    {
        v1::GetUploadRequest request;
        request.set_upload_request_id(first.request_id());
        return call(*attachments, &AttachmentsStub::GetUpload, request, token).received_bytes();
    }
    void cancelUpload(const std::string& token, const v1::UploadAttachmentRequest& first)
    {
        v1::CancelUploadRequest request;
        request.set_upload_request_id(first.request_id());
        request.set_request_id(newRequestId());
        call(*attachments, &AttachmentsStub::CancelUpload, request, token);
    }
    /// Until there are so many rows at least.
    void waitFor(const std::string& table, std::int64_t rows)
    {
        ASSERT_TRUE(waitUntil([&] { return count(table) >= rows; })) << table;
    }
};

} // namespace banhang::test
