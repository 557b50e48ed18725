// The office of the activity tests with its files, called through the real services.
#pragma once

#include "banhang/v1/attachments.grpc.pb.h"
#include "common/running_digest.h"
#include "server/attachments/attachments_service.h"
#include "tests/integration/activities/activities_fixture.h"

namespace banhang::test {

using AttachmentsStub = v1::AttachmentsService::Stub;

/// Files of 1 MB at most.
class AttachmentsFixture : public ActivitiesFixture
{
protected:
    static constexpr std::size_t kPiece = 256UL * 1024;

    std::vector<std::unique_ptr<grpc::Service>> makeServices(ServerParts& parts) override
    {
        auto services = ActivitiesFixture::makeServices(parts);
        services.push_back(std::make_unique<server::AttachmentsService>(
            parts.calls, parts.signer,
            server::AttachmentParts{parts.app, parts.callers, 1024L * 1024, [&parts] { parts.hub.wake(); }}));
        return services;
    }

    void SetUp() override
    {
        ActivitiesFixture::SetUp();
        attachments = stub<v1::AttachmentsService>();
    }

    /// Not repeating, so that a piece in the wrong place shows.
    static std::string textOf(std::size_t bytes)
    {
        std::string text;
        for (int i = 0; text.size() < bytes; ++i)
            text += "dòng " + std::to_string(i) + "\n";
        text.resize(bytes);
        return text;
    }
    static std::string sha256(const std::string& content)
    {
        RunningDigest digest;
        digest.add(content);
        return digest.finish();
    }

    static v1::UploadAttachmentRequest announced(const v1::Attachment& wanted, const std::string& content)
    {
        v1::UploadAttachmentRequest request;
        *request.mutable_attachment() = wanted;
        request.mutable_attachment()->set_size_bytes(static_cast<std::int64_t>(content.size()));
        request.mutable_attachment()->set_sha256(sha256(content));
        request.set_request_id(newRequestId());
        return request;
    }
    v1::Attachment ofMai(const std::string& name) const
    {
        v1::Attachment attachment;
        attachment.set_customer_id(mai.id());
        attachment.set_name(name);
        return attachment;
    }
    static v1::Attachment of(const v1::Activity& activity, const std::string& name)
    {
        v1::Attachment attachment;
        attachment.set_activity_id(activity.id());
        attachment.set_name(name);
        return attachment;
    }

    /// Sends what was announced and then `content` in pieces. Throws the AppError of the status.
    v1::Attachment send(const std::string& token, const v1::UploadAttachmentRequest& first, const std::string& content,
                        std::size_t piece = kPiece)
    {
        const auto clientContext = context(token);
        v1::Attachment answer;
        const auto writer = attachments->UploadAttachment(clientContext.get(), &answer);
        bool goesOn = writer->Write(first);
        for (std::size_t at = 0; goesOn && at < content.size(); at += piece) {
            v1::UploadAttachmentRequest next;
            next.set_data(content.substr(at, piece));
            goesOn = writer->Write(next);
        }
        writer->WritesDone();
        const grpc::Status status = writer->Finish();
        if (!status.ok())
            throw fromStatus(status);
        return answer;
    }
    v1::Attachment upload(const std::string& token, const v1::Attachment& wanted, const std::string& content)
    {
        return send(token, announced(wanted, content), content);
    }
    /// The error of an upload that must fail.
    AppError refused(const std::string& token, const v1::Attachment& wanted, const std::string& content)
    {
        return refusedSending(token, announced(wanted, content), content);
    }
    AppError refusedSending(const std::string& token, const v1::UploadAttachmentRequest& first,
                            const std::string& content)
    {
        try {
            send(token, first, content);
        } catch (const AppError& error) {
            return error;
        }
        ADD_FAILURE() << "the upload was not refused";
        return AppError(ErrorCode::Internal, "test.not_refused");
    }

    /// The bytes from `offset` on. Throws the AppError of the status.
    std::string download(const std::string& token, std::int64_t id, std::int64_t offset = 0)
    {
        v1::DownloadAttachmentRequest request;
        request.set_attachment_id(id);
        request.set_offset_bytes(offset);
        const auto clientContext = context(token);
        const auto reader = attachments->DownloadAttachment(clientContext.get(), request);
        std::string content;
        v1::DownloadAttachmentResponse piece;
        for (bool first = true; reader->Read(&piece); first = false) {
            EXPECT_EQ(piece.has_attachment(), first);
            EXPECT_LE(piece.data().size(), kPiece);
            content += piece.data();
        }
        const grpc::Status status = reader->Finish();
        if (!status.ok())
            throw fromStatus(status);
        return content;
    }
    std::string keyOfDownload(const std::string& token, std::int64_t id, std::int64_t offset = 0)
    {
        try {
            download(token, id, offset);
        } catch (const AppError& error) {
            return error.key();
        }
        return "OK";
    }

    v1::ListAttachmentsRequest asking(bool withActivities = false) const
    {
        v1::ListAttachmentsRequest request;
        request.set_customer_id(mai.id());
        request.set_with_activities(withActivities);
        return request;
    }
    v1::ListAttachmentsResponse listFiles(const std::string& token, const v1::ListAttachmentsRequest& request)
    {
        return call(*attachments, &AttachmentsStub::ListAttachments, request, token);
    }
    static std::string names(const v1::ListAttachmentsResponse& list)
    {
        std::string text;
        for (const v1::Attachment& attachment : list.attachments())
            text += (text.empty() ? "" : "|") + attachment.name();
        return text;
    }

    template <typename Request>
    static Request naming(std::int64_t id)
    {
        Request request;
        request.set_attachment_id(id);
        request.set_request_id(newRequestId());
        return request;
    }
    v1::Attachment binFile(const std::string& token, std::int64_t id)
    {
        return call(*attachments, &AttachmentsStub::DeleteAttachment, naming<v1::DeleteAttachmentRequest>(id), token);
    }
    v1::Attachment restoreFile(const std::string& token, std::int64_t id)
    {
        return call(*attachments, &AttachmentsStub::UndeleteAttachment, naming<v1::UndeleteAttachmentRequest>(id),
                    token);
    }
    static v1::UpdateAttachmentRequest renaming(v1::Attachment attachment, const std::string& name)
    {
        v1::UpdateAttachmentRequest request;
        attachment.set_name(name);
        *request.mutable_attachment() = attachment;
        request.mutable_update_mask()->add_paths("name");
        request.set_request_id(newRequestId());
        return request;
    }

    std::int64_t count(const std::string& table) { return sql().number("SELECT count(*) FROM banhang." + table); }

    std::unique_ptr<AttachmentsStub> attachments;
};

} // namespace banhang::test
