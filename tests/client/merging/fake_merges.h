// A server that knows merges, findings and a search through the stock by heart, in the same process.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>

#include <grpcpp/grpcpp.h>

#include "banhang/v1/findings.grpc.pb.h"
#include "banhang/v1/merges.grpc.pb.h"
#include "tests/client/merging/fake_scan.h"
#include "tests/client/merging/thien_an.h"
#include "tests/client/support/fake_calls.h"

namespace banhang::client {

/// Groups of two, each the story of thien_an.h. Thread: any.
class FakeMerges final : public v1::MergesService::Service, public v1::FindingsService::Service
{
public:
    static constexpr std::int64_t kStranger = 999; ///< like nobody

    /// `page`: so many groups come at once.
    explicit FakeMerges(int groups, int page = 50) : m_groups(groups), m_page(page)
    {
        grpc::ServerBuilder builder;
        builder.AddListeningPort("127.0.0.1:0", grpc::InsecureServerCredentials(), &m_port);
        builder.RegisterService(static_cast<v1::MergesService::Service*>(this));
        builder.RegisterService(static_cast<v1::FindingsService::Service*>(this));
        builder.RegisterService(&m_scan);
        m_server = builder.BuildAndStart();
    }
    ~FakeMerges() override
    {
        m_calls.setStopping(true);
        m_server->Shutdown();
    }

    /// Of decisions, previews and merges.
    test::FakeCalls& calls() { return m_calls; }

    std::shared_ptr<grpc::Channel> channel() const
    {
        return grpc::CreateChannel("127.0.0.1:" + std::to_string(m_port), grpc::InsecureChannelCredentials());
    }

    std::vector<v1::DecideFindingRequest> decisions() const { return copied(m_decisions); }
    std::vector<v1::MergeCustomersRequest> merges() const { return copied(m_merges); }
    std::vector<std::int64_t> undone() const { return copied(m_undone); }

    /// Every page but the first waits.
    void holdMore()
    {
        const std::lock_guard lock(m_mutex);
        m_isMoreHeld = true;
    }
    void releaseMore(bool isBroken)
    {
        const std::lock_guard lock(m_mutex);
        m_isMoreHeld = false;
        m_isMoreBroken = isBroken;
        m_released.notify_all();
    }
    /// Colleagues answer all but so many.
    void leave(int groups) { m_groups = groups; }
    /// They have answered all of the first page.
    void emptyFirst() { m_isFirstEmpty = true; }

    FakeScan& scan() { return m_scan; }

    /// As for customers that cannot be one.
    void setRefusing(bool isRefusing) { m_isRefusing = isRefusing; }
    /// Groups cannot be listed.
    void setBroken(bool isBroken) { m_isBroken = isBroken; }

    /// Fifty at a time, as the server does. The token is the number of the next group.
    grpc::Status ListFindings(grpc::ServerContext* context, const v1::ListFindingsRequest* request,
                              v1::ListFindingsResponse* reply) override
    {
        if (m_isBroken)
            return {grpc::StatusCode::INTERNAL, "broken"};
        const int first = request->page_token().empty() ? 0 : std::stoi(request->page_token());
        if (first > 0) {
            std::unique_lock lock(m_mutex);
            while (m_isMoreHeld && !context->IsCancelled())
                m_released.wait_for(lock, std::chrono::milliseconds(20));
            if (m_isMoreBroken)
                return {grpc::StatusCode::INTERNAL, "broken"};
        }
        const int end = std::min<int>(m_groups, first + m_page);
        if (end < m_groups)
            reply->set_next_page_token(std::to_string(end));
        for (int i = first == 0 && m_isFirstEmpty ? end : first; i < end; ++i) {
            auto& finding = *reply->add_findings();
            finding.set_id(i + 1);
            finding.set_rank(i == 0 ? v1::DUPLICATE_RANK_CERTAIN : v1::DUPLICATE_RANK_LIKELY);
            const v1::MergePreview story = thienAnTwice();
            for (const auto& customer : story.customers()) {
                *finding.add_customers() = customer;
                finding.mutable_customers()->rbegin()->set_id(customer.id() + std::int64_t{1000} * i);
            }
        }
        reply->set_capped_count(m_groups);
        return grpc::Status::OK;
    }
    grpc::Status DecideFinding(grpc::ServerContext* context, const v1::DecideFindingRequest* request,
                               v1::DecideFindingResponse*) override
    {
        if (auto status = m_calls.enter("DecideFinding", context); !status.ok())
            return status;
        const std::lock_guard lock(m_mutex);
        m_decisions.push_back(*request);
        return grpc::Status::OK;
    }
    grpc::Status GetMergePreview(grpc::ServerContext* context, const v1::GetMergePreviewRequest* request,
                                 v1::MergePreview* reply) override
    {
        if (auto status = m_calls.enter("GetMergePreview", context); !status.ok())
            return status;
        if (m_isRefusing)
            return {grpc::StatusCode::FAILED_PRECONDITION, "refused"};
        *reply = thienAnTwice();
        for (int i = 0; i < 2; ++i)
            reply->mutable_customers(i)->set_id(request->customer_ids(i));
        for (int i = 2; i < request->customer_ids_size(); ++i) {
            auto& another = *reply->add_customers();
            another = reply->customers(1);
            another.set_id(request->customer_ids(i));
            another.set_code("KH000" + std::to_string(request->customer_ids(i)));
        }
        for (auto& field : *reply->mutable_fields())
            for (auto& id : *field.mutable_customer_ids())
                id = request->customer_ids(id == 412 ? 0 : 1);
        auto& link = *reply->add_links();
        link.set_link("contact");
        link.set_customer_id(request->customer_ids(0));
        link.set_count(1);
        auto& similarity = *reply->add_similarities();
        similarity.set_customer_id(request->customer_ids(1));
        similarity.set_rank(v1::DUPLICATE_RANK_CERTAIN);
        similarity.add_reasons()->set_agrees(request->customer_ids(1) != kStranger);
        reply->mutable_undo_end_time()->set_seconds(1'802'908'800);
        // The one that is to stay stands first.
        if (request->survivor_id() == request->customer_ids(1)) {
            reply->mutable_customers()->SwapElements(0, 1);
            reply->mutable_proposed()->set_code(reply->customers(0).code());
        }
        return grpc::Status::OK;
    }
    grpc::Status MergeCustomers(grpc::ServerContext* context, const v1::MergeCustomersRequest* request,
                                v1::MergeCustomersResponse* reply) override
    {
        if (auto status = m_calls.enter("MergeCustomers", context); !status.ok())
            return status;
        const std::lock_guard lock(m_mutex);
        m_merges.push_back(*request);
        reply->set_merge_id(static_cast<std::int64_t>(m_merges.size()));
        *reply->mutable_customer() = request->result();
        return grpc::Status::OK;
    }
    grpc::Status UndoMerge(grpc::ServerContext*, const v1::UndoMergeRequest* request,
                           v1::UndoMergeResponse* reply) override
    {
        const std::lock_guard lock(m_mutex);
        m_undone.push_back(request->merge_id());
        reply->add_restored();
        return grpc::Status::OK;
    }

private:
    template <typename List>
    List copied(const List& list) const
    {
        const std::lock_guard lock(m_mutex);
        return list;
    }

    std::atomic<int> m_groups;
    const int m_page;
    std::condition_variable m_released;
    bool m_isMoreHeld = false;
    bool m_isMoreBroken = false;
    int m_port = 0;
    mutable std::mutex m_mutex;
    std::vector<v1::DecideFindingRequest> m_decisions;
    std::vector<v1::MergeCustomersRequest> m_merges;
    std::vector<std::int64_t> m_undone;
    FakeScan m_scan;
    test::FakeCalls m_calls;
    std::atomic<bool> m_isBroken = false;
    std::atomic<bool> m_isFirstEmpty = false;
    std::atomic<bool> m_isRefusing = false;
    std::unique_ptr<grpc::Server> m_server;
};

} // namespace banhang::client
