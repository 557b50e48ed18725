#include "tests/client/attachments/fake_attachments.h"

#include <algorithm>

#include "common/error.h"
#include "common/status_codec.h"

namespace banhang::test {

namespace {

constexpr std::size_t kPiece = 64UL * 1024;

grpc::Status unreachable()
{
    return toStatus(AppError(ErrorCode::Unavailable, "connection.lost"));
}

} // namespace

class FakeFiles::Service final : public v1::AttachmentsService::Service
{
public:
    Service(FakeFiles& files, FakeCalls& calls) : m_files(files), m_calls(calls) {}

    grpc::Status UploadAttachment(grpc::ServerContext* context, grpc::ServerReader<v1::UploadAttachmentRequest>* reader,
                                  v1::Attachment* response) override
    {
        if (auto status = m_calls.enter("UploadAttachment", context); !status.ok())
            return status;
        v1::UploadAttachmentRequest message;
        if (!reader->Read(&message))
            return unreachable();
        const v1::UploadAttachmentRequest first = message;
        int left = begin(first);
        for (; reader->Read(&message); --left) {
            if (left == 0)
                return unreachable();
            const std::lock_guard lock(m_files.m_mutex);
            m_files.m_unfinished[first.request_id()] += message.data();
        }
        return finish(first, *response);
    }

    grpc::Status GetUpload(grpc::ServerContext* context, const v1::GetUploadRequest* request,
                           v1::Upload* response) override
    {
        if (auto status = m_calls.enter("GetUpload", context); !status.ok())
            return status;
        response->set_received_bytes(
            static_cast<std::int64_t>(m_files.unfinished(request->upload_request_id()).size()));
        return grpc::Status::OK;
    }

    grpc::Status CancelUpload(grpc::ServerContext* context, const v1::CancelUploadRequest* request,
                              v1::Upload* /*response*/) override
    {
        if (auto status = m_calls.enter("CancelUpload", context); !status.ok())
            return status;
        const std::lock_guard lock(m_files.m_mutex);
        m_files.m_unfinished.erase(request->upload_request_id());
        return grpc::Status::OK;
    }

    grpc::Status DownloadAttachment(grpc::ServerContext* context, const v1::DownloadAttachmentRequest* request,
                                    grpc::ServerWriter<v1::DownloadAttachmentResponse>* writer) override
    {
        if (auto status = m_calls.enter("DownloadAttachment", context); !status.ok())
            return status;
        Stored stored;
        std::int64_t cut = -1;
        {
            const std::lock_guard lock(m_files.m_mutex);
            stored = m_files.m_files.at(request->attachment_id());
            cut = std::exchange(m_files.m_cutDownloadAfter, -1);
            m_files.m_offsets.push_back(request->offset_bytes());
        }
        v1::DownloadAttachmentResponse piece;
        *piece.mutable_attachment() = stored.attachment;
        auto at = static_cast<std::size_t>(request->offset_bytes());
        const std::size_t end = cut < 0 ? stored.content.size() : static_cast<std::size_t>(cut);
        do {
            piece.set_data(stored.content.substr(at, std::min(kPiece, end - at)));
            at += piece.data().size();
            writer->Write(piece);
            piece.Clear();
        } while (at < end);
        return cut < 0 ? grpc::Status::OK : unreachable();
    }

    grpc::Status ListAttachments(grpc::ServerContext* context, const v1::ListAttachmentsRequest* request,
                                 v1::ListAttachmentsResponse* response) override
    {
        if (auto status = m_calls.enter("ListAttachments", context); !status.ok())
            return status;
        const std::lock_guard lock(m_files.m_mutex);
        for (auto one = m_files.m_files.rbegin(); one != m_files.m_files.rend(); ++one) {
            const v1::Attachment& attachment = one->second.attachment;
            const bool isOfParent = request->activity_id() != 0 ? attachment.activity_id() == request->activity_id()
                                                                : attachment.customer_id() == request->customer_id();
            if (isOfParent && attachment.has_delete_time() == request->deleted())
                *response->add_attachments() = attachment;
        }
        response->set_capped_count(response->attachments_size());
        response->set_max_size_bytes(m_files.m_maxBytes);
        return grpc::Status::OK;
    }

    grpc::Status UpdateAttachment(grpc::ServerContext* context, const v1::UpdateAttachmentRequest* request,
                                  v1::Attachment* response) override
    {
        if (auto status = m_calls.enter("UpdateAttachment", context); !status.ok())
            return status;
        const std::lock_guard lock(m_files.m_mutex);
        v1::Attachment& attachment = m_files.m_files.at(request->attachment().id()).attachment;
        attachment.set_name(request->attachment().name());
        attachment.set_version(attachment.version() + 1);
        *response = attachment;
        return grpc::Status::OK;
    }

    grpc::Status DeleteAttachment(grpc::ServerContext* context, const v1::DeleteAttachmentRequest* request,
                                  v1::Attachment* response) override
    {
        if (auto status = m_calls.enter("DeleteAttachment", context); !status.ok())
            return status;
        const std::lock_guard lock(m_files.m_mutex);
        v1::Attachment& attachment = m_files.m_files.at(request->attachment_id()).attachment;
        attachment.mutable_delete_time()->set_seconds(1);
        *response = attachment;
        return grpc::Status::OK;
    }

    grpc::Status UndeleteAttachment(grpc::ServerContext* context, const v1::UndeleteAttachmentRequest* request,
                                    v1::Attachment* response) override
    {
        if (auto status = m_calls.enter("UndeleteAttachment", context); !status.ok())
            return status;
        const std::lock_guard lock(m_files.m_mutex);
        v1::Attachment& attachment = m_files.m_files.at(request->attachment_id()).attachment;
        attachment.clear_delete_time();
        *response = attachment;
        return grpc::Status::OK;
    }

private:
    /// After how many messages it is cut off; negative for never.
    int begin(const v1::UploadAttachmentRequest& first)
    {
        const std::lock_guard lock(m_files.m_mutex);
        m_files.m_requestIds.push_back(first.request_id());
        m_files.m_uploadOffsets.push_back(first.offset_bytes());
        m_files.m_unfinished[first.request_id()].resize(static_cast<std::size_t>(first.offset_bytes()));
        return std::exchange(m_files.m_cutUploadAfter, -1);
    }
    grpc::Status finish(const v1::UploadAttachmentRequest& first, v1::Attachment& response)
    {
        std::string content;
        {
            const std::lock_guard lock(m_files.m_mutex);
            content = m_files.m_unfinished[first.request_id()];
            m_files.m_unfinished.erase(first.request_id());
            for (const auto& [id, file] : m_files.m_files)
                if (file.requestId == first.request_id()) {
                    response = file.attachment;
                    return grpc::Status::OK;
                }
        }
        if (static_cast<std::int64_t>(content.size()) != first.attachment().size_bytes())
            return toStatus(AppError(ErrorCode::Invalid, "attachment.damaged"));
        const std::int64_t id = m_files.put(first.attachment(), content);
        const std::lock_guard lock(m_files.m_mutex);
        Stored& stored = m_files.m_files.at(id);
        stored.requestId = first.request_id();
        response = stored.attachment;
        return grpc::Status::OK;
    }

    FakeFiles& m_files;
    FakeCalls& m_calls;
};

FakeServiceMaker FakeFiles::maker()
{
    return [this](FakeCalls& calls) { return std::make_unique<Service>(*this, calls); };
}

std::int64_t FakeFiles::put(v1::Attachment attachment, const std::string& content)
{
    const std::lock_guard lock(m_mutex);
    const std::int64_t id = static_cast<std::int64_t>(m_files.size()) + 1;
    attachment.set_id(id);
    attachment.set_version(1);
    attachment.set_size_bytes(static_cast<std::int64_t>(content.size()));
    if (attachment.content_type().empty())
        attachment.set_content_type("text/plain");
    m_files[id] = {attachment, content, {}};
    return id;
}

void FakeFiles::bin(std::int64_t id)
{
    const std::lock_guard lock(m_mutex);
    m_files.at(id).attachment.mutable_delete_time()->set_seconds(1);
}

std::vector<v1::Attachment> FakeFiles::all() const
{
    const std::lock_guard lock(m_mutex);
    std::vector<v1::Attachment> all;
    all.reserve(m_files.size());
    for (const auto& [id, file] : m_files)
        all.push_back(file.attachment);
    return all;
}

std::string FakeFiles::content(std::int64_t id) const
{
    const std::lock_guard lock(m_mutex);
    return m_files.at(id).content;
}

std::vector<std::string> FakeFiles::requestIds() const
{
    const std::lock_guard lock(m_mutex);
    return m_requestIds;
}

std::vector<std::int64_t> FakeFiles::uploadOffsets() const
{
    const std::lock_guard lock(m_mutex);
    return m_uploadOffsets;
}

std::string FakeFiles::unfinished(const std::string& requestId) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_unfinished.find(requestId);
    return found == m_unfinished.end() ? std::string() : found->second;
}

void FakeFiles::cutNextUpload(int afterMessages)
{
    const std::lock_guard lock(m_mutex);
    m_cutUploadAfter = afterMessages;
}

void FakeFiles::cutNextDownload(std::int64_t afterBytes)
{
    const std::lock_guard lock(m_mutex);
    m_cutDownloadAfter = afterBytes;
}

std::vector<std::int64_t> FakeFiles::offsets() const
{
    const std::lock_guard lock(m_mutex);
    return m_offsets;
}

void FakeFiles::setMostBytes(std::int64_t bytes)
{
    const std::lock_guard lock(m_mutex);
    m_maxBytes = bytes;
}

} // namespace banhang::test
