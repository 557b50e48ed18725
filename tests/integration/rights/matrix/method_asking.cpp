#include "tests/integration/rights/matrix/method_asking.h"

#include <grpcpp/generic/generic_stub.h>

#include "banhang/v1/attachments.grpc.pb.h"
#include "banhang/v1/changes.grpc.pb.h"
#include "banhang/v1/exports.grpc.pb.h"
#include "common/status_codec.h"

namespace banhang::test {

namespace {

MethodAnswer refusalOf(const grpc::Status& status)
{
    if (status.ok())
        return {"OK", {}};
    const AppError error = fromStatus(status);
    const auto& issues = error.detail().issues();
    return {error.key(), {}, issues.empty() ? v1::FieldIssue() : issues[0]};
}

/// All data of a stream.
template <typename Piece>
MethodAnswer read(const std::unique_ptr<grpc::ClientReader<Piece>>& reader)
{
    std::string bytes;
    Piece piece;
    while (reader->Read(&piece))
        bytes += piece.data();
    MethodAnswer answer = refusalOf(reader->Finish());
    answer.bytes = std::move(bytes);
    return answer;
}

MethodAnswer watch(grpc::ClientContext& context, const std::unique_ptr<grpc::ClientReader<v1::WatchEvent>>& reader)
{
    v1::WatchEvent event;
    const bool lives = reader->Read(&event);
    if (lives)
        context.TryCancel();
    const grpc::Status status = reader->Finish();
    return lives ? MethodAnswer{"OK", {}} : refusalOf(status);
}

MethodAnswer upload(v1::AttachmentsService::Stub& files, grpc::ClientContext& context,
                    const v1::UploadAttachmentRequest& request)
{
    v1::Attachment answer;
    const auto writer = files.UploadAttachment(&context, &answer);
    writer->Write(request);
    writer->WritesDone();
    return refusalOf(writer->Finish());
}

MethodAnswer askUnary(const std::shared_ptr<grpc::Channel>& channel, grpc::ClientContext& context,
                      const google::protobuf::MethodDescriptor& method, const google::protobuf::Message& request)
{
    const grpc::Slice slice(request.SerializeAsString());
    const grpc::ByteBuffer buffer(&slice, 1);
    grpc::CompletionQueue queue;
    grpc::GenericStub generic(channel);
    const auto rpc =
        generic.PrepareUnaryCall(&context, "/" + method.service()->full_name() + "/" + method.name(), buffer, &queue);
    grpc::ByteBuffer reply;
    grpc::Status status;
    rpc->StartCall();
    rpc->Finish(&reply, &status, &status);
    void* tag = nullptr;
    bool ok = false;
    queue.Next(&tag, &ok);
    MethodAnswer answer = refusalOf(status);
    std::vector<grpc::Slice> slices;
    if (status.ok() && reply.Dump(&slices).ok())
        for (const grpc::Slice& part : slices)
            answer.bytes.append(reinterpret_cast<const char*>(part.begin()), part.size());
    return answer;
}

} // namespace

MethodAnswer askMethod(const std::shared_ptr<grpc::Channel>& channel, grpc::ClientContext& context,
                       const google::protobuf::MethodDescriptor& method, const google::protobuf::Message& request)
{
    const auto files = v1::AttachmentsService::NewStub(channel);
    if (method.name() == "ExportCustomers")
        return read(v1::ExportsService::NewStub(channel)->ExportCustomers(
            &context, static_cast<const v1::ExportCustomersRequest&>(request)));
    if (method.name() == "DownloadAttachment")
        return read(files->DownloadAttachment(&context, static_cast<const v1::DownloadAttachmentRequest&>(request)));
    if (method.name() == "UploadAttachment")
        return upload(*files, context, static_cast<const v1::UploadAttachmentRequest&>(request));
    if (method.name() == "Watch")
        return watch(context, v1::ChangesService::NewStub(channel)->Watch(
                                  &context, static_cast<const v1::WatchRequest&>(request)));
    return askUnary(channel, context, method, request);
}

} // namespace banhang::test
