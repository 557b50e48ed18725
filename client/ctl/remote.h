// Blocking calls to the server, for a program that has nothing else to do meanwhile.
#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <tuple>

#include <grpcpp/channel.h>
#include <grpcpp/client_context.h>
#include <grpcpp/support/sync_stream.h>

#include "banhang/v1/activities.grpc.pb.h"
#include "banhang/v1/attachments.grpc.pb.h"
#include "banhang/v1/calendar_entries.grpc.pb.h"
#include "banhang/v1/care_requests.grpc.pb.h"
#include "banhang/v1/changes.grpc.pb.h"
#include "banhang/v1/customers.grpc.pb.h"
#include "banhang/v1/exports.grpc.pb.h"
#include "banhang/v1/identity.grpc.pb.h"
#include "banhang/v1/imports.grpc.pb.h"
#include "banhang/v1/ops.grpc.pb.h"
#include "banhang/v1/picklists.grpc.pb.h"
#include "banhang/v1/scans.grpc.pb.h"
#include "banhang/v1/sequences.grpc.pb.h"
#include "banhang/v1/series.grpc.pb.h"
#include "banhang/v1/subscriptions.grpc.pb.h"
#include "client/connection/call_setup.h"
#include "common/status_codec.h"

namespace banhang::client {

/// Stubs of all services over one channel, in one person's name.
/// Thread: `call` may be used from several threads at once.
class Remote
{
public:
    /// An empty `token` is good only for methods that need no sign-in.
    Remote(const std::shared_ptr<grpc::Channel>& channel, std::string token);

    /// Waits for the answer. Throws AppError for every status other than OK.
    template <typename Stub, typename Request, typename Response>
    Response call(grpc::Status (Stub::*method)(grpc::ClientContext*, const Request&, Response*), const Request& request)
    {
        grpc::ClientContext context;
        prepareCall(context, m_identity, kDeadline);
        Response response;
        const grpc::Status status =
            (std::get<std::unique_ptr<Stub>>(m_stubs).get()->*method)(&context, request, &response);
        if (!status.ok())
            throw fromStatus(status);
        return response;
    }

    /// Opens the feed. It has no deadline; `context` must outlive the reader.
    std::unique_ptr<grpc::ClientReader<v1::WatchEvent>> watch(grpc::ClientContext& context,
                                                              const v1::WatchRequest& request)
    {
        prepareStream(context, m_identity);
        return std::get<std::unique_ptr<v1::ChangesService::Stub>>(m_stubs)->Watch(&context, request);
    }

    /// Calls `take` with each piece of the file, in order; what it throws ends the call. Throws AppError for every
    /// status other than OK.
    template <typename Take>
    void exportCustomers(const v1::ExportCustomersRequest& request, Take&& take)
    {
        grpc::ClientContext context;
        prepareCall(context, m_identity, kMaxTransferTime);
        const auto reader =
            std::get<std::unique_ptr<v1::ExportsService::Stub>>(m_stubs)->ExportCustomers(&context, request);
        takeEach(context, *reader, take);
    }

    /// Calls `take` with each piece of the file, in order; what it throws ends the call. Throws AppError for every
    /// status other than OK.
    template <typename Take>
    void download(const v1::DownloadAttachmentRequest& request, Take&& take)
    {
        grpc::ClientContext context;
        prepareCall(context, m_identity, kMaxTransferTime);
        const auto reader =
            std::get<std::unique_ptr<v1::AttachmentsService::Stub>>(m_stubs)->DownloadAttachment(&context, request);
        takeEach(context, *reader, take);
    }

    /// Sends what `next` fills until it answers false. Throws AppError for every status other than OK.
    template <typename Next>
    v1::Attachment upload(Next&& next)
    {
        grpc::ClientContext context;
        prepareCall(context, m_identity, kMaxTransferTime);
        v1::Attachment answer;
        const auto writer =
            std::get<std::unique_ptr<v1::AttachmentsService::Stub>>(m_stubs)->UploadAttachment(&context, &answer);
        v1::UploadAttachmentRequest message;
        while (next(message) && writer->Write(message))
            message.Clear();
        writer->WritesDone();
        if (const grpc::Status status = writer->Finish(); !status.ok())
            throw fromStatus(status);
        return answer;
    }

private:
    /// A taker that throws ends the call in order, and its error is the one that is told.
    template <typename Response, typename Take>
    static void takeEach(grpc::ClientContext& context, grpc::ClientReader<Response>& reader, Take& take)
    {
        Response piece;
        try {
            while (reader.Read(&piece))
                take(piece);
        } catch (...) {
            context.TryCancel();
            reader.Finish();
            throw;
        }
        if (const grpc::Status status = reader.Finish(); !status.ok())
            throw fromStatus(status);
    }

    static constexpr std::chrono::seconds kDeadline{30};
    static constexpr std::chrono::hours kMaxTransferTime{1};

    ClientIdentity m_identity;
    std::tuple<std::unique_ptr<v1::ActivitiesService::Stub>, std::unique_ptr<v1::AttachmentsService::Stub>,
               std::unique_ptr<v1::ChangesService::Stub>, std::unique_ptr<v1::CustomersService::Stub>,
               std::unique_ptr<v1::ExportsService::Stub>, std::unique_ptr<v1::IdentityService::Stub>,
               std::unique_ptr<v1::ImportsService::Stub>, std::unique_ptr<v1::OpsService::Stub>,
               std::unique_ptr<v1::PicklistsService::Stub>, std::unique_ptr<v1::ScansService::Stub>,
               std::unique_ptr<v1::SequencesService::Stub>, std::unique_ptr<v1::CareRequestsService::Stub>,
               std::unique_ptr<v1::SubscriptionsService::Stub>, std::unique_ptr<v1::CalendarEntriesService::Stub>,
               std::unique_ptr<v1::SeriesService::Stub>>
        m_stubs;
};

} // namespace banhang::client
