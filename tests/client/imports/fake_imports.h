// A server that takes rows in and remembers them by number, as far as the import page can tell.
#pragma once

#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include <grpcpp/grpcpp.h>

#include "banhang/v1/imports.grpc.pb.h"
#include "common/status_codec.h"

namespace banhang::test {

class FakeImports final : public v1::ImportsService::Service
{
    mutable std::mutex m_mutex;

    template <typename Work>
    auto locked(Work&& work) const
    {
        const std::lock_guard lock(m_mutex);
        return work();
    }

public:
    FakeImports()
    {
        grpc::ServerBuilder builder;
        builder.RegisterService(this);
        m_server = builder.BuildAndStart();
    }
    ~FakeImports() override
    {
        setHeld(false);
        m_server->Shutdown(std::chrono::system_clock::now());
    }

    std::shared_ptr<grpc::Channel> channel() { return m_server->InProcessChannel({}); }

    /// The next saves are carried out, but their answers get lost.
    void loseAnswers(int count)
    {
        locked([&] { m_lost = count; });
    }
    /// Saves wait until they are let go.
    void setHeld(bool isHeld)
    {
        locked([&] { m_isHeld = isHeld; });
        m_letGo.notify_all();
    }
    int savedRows() const
    {
        return locked([&] { return static_cast<int>(m_rows.size()); });
    }
    int saveCalls() const
    {
        return locked([&] { return m_saves; });
    }
    int undoneRows() const
    {
        return locked([&] { return m_undone; });
    }

    grpc::Status CreateImport(grpc::ServerContext*, const v1::CreateImportRequest* request, v1::Import* reply) override
    {
        *reply = request->import();
        reply->set_id(7);
        return grpc::Status::OK;
    }
    grpc::Status ListImports(grpc::ServerContext*, const v1::ListImportsRequest*, v1::ListImportsResponse*) override
    {
        return grpc::Status::OK;
    }
    grpc::Status ListImportTemplates(grpc::ServerContext*, const v1::ListImportTemplatesRequest*,
                                     v1::ListImportTemplatesResponse* reply) override
    {
        return locked([&] {
            for (const auto& [id, one] : m_templates)
                *reply->add_import_templates() = one;
            return grpc::Status::OK;
        });
    }
    grpc::Status CreateImportTemplate(grpc::ServerContext*, const v1::CreateImportTemplateRequest* request,
                                      v1::ImportTemplate* reply) override
    {
        *reply = request->import_template();
        reply->set_id(kTemplateId);
        putTemplate(*reply);
        return grpc::Status::OK;
    }
    grpc::Status DeleteImportTemplate(grpc::ServerContext*, const v1::DeleteImportTemplateRequest* request,
                                      v1::ImportTemplate* reply) override
    {
        return locked([&] {
            *reply = m_templates[request->import_template_id()];
            m_templates.erase(request->import_template_id());
            return grpc::Status::OK;
        });
    }
    void putTemplate(const v1::ImportTemplate& one)
    {
        locked([&] { m_templates[one.id()] = one; });
    }
    std::map<std::int64_t, v1::ImportTemplate> templates() const
    {
        return locked([&] { return m_templates; });
    }
    /// Every tenth customer is in the book, and one without a name is an error.
    grpc::Status CheckImportRows(grpc::ServerContext*, const v1::CheckImportRowsRequest* request,
                                 v1::CheckImportRowsResponse* reply) override
    {
        for (const v1::ImportRow& row : request->rows()) {
            v1::CheckedRow& checked = *reply->add_rows();
            checked.set_number(row.number());
            checked.add_match_keys(static_cast<std::uint64_t>(row.number()));
            if (row.number() % 10 == 0) {
                v1::VisibleDuplicate& hit = *checked.add_duplicates()->mutable_visible();
                hit.set_customer_id(row.number());
                hit.set_code("KH000" + std::to_string(row.number()));
                hit.set_rank(v1::DUPLICATE_RANK_CERTAIN);
            }
            if (row.customer().name().empty())
                *checked.add_issues() = fieldIssue(v1::SEVERITY_ERROR, "name", "customer.name.missing");
        }
        return grpc::Status::OK;
    }
    grpc::Status FindDuplicateRows(grpc::ServerContext*, const v1::FindDuplicateRowsRequest*,
                                   v1::FindDuplicateRowsResponse*) override
    {
        return grpc::Status::OK;
    }
    grpc::Status SaveImportRows(grpc::ServerContext*, const v1::SaveImportRowsRequest* request,
                                v1::SaveImportRowsResponse* reply) override
    {
        std::unique_lock lock(m_mutex);
        m_letGo.wait(lock, [this] { return !m_isHeld; });
        ++m_saves;
        for (const v1::ImportRow& row : request->rows()) {
            v1::SavedRow& saved = *reply->add_rows();
            saved.set_number(row.number());
            saved.set_outcome(row.decision() == v1::ROW_DECISION_SKIP   ? v1::ROW_OUTCOME_SKIPPED
                              : row.decision() == v1::ROW_DECISION_FILL ? v1::ROW_OUTCOME_FILLED
                                                                        : v1::ROW_OUTCOME_CREATED);
            if (row.decision() != v1::ROW_DECISION_SKIP)
                m_rows[row.number()] = row.customer().name();
        }
        reply->mutable_import()->set_id(request->import_id());
        if (m_lost > 0) {
            --m_lost;
            return toStatus(AppError(ErrorCode::Unavailable, "database.unavailable"));
        }
        return grpc::Status::OK;
    }
    grpc::Status UndoImport(grpc::ServerContext*, const v1::UndoImportRequest* request,
                            v1::UndoImportResponse* reply) override
    {
        const std::lock_guard lock(m_mutex);
        reply->mutable_import()->set_id(request->import_id());
        m_undone = static_cast<int>(m_rows.size());
        return grpc::Status::OK;
    }

private:
    std::unique_ptr<grpc::Server> m_server;
    static constexpr std::int64_t kTemplateId = 3; ///< of one that is kept
    std::map<std::int64_t, v1::ImportTemplate> m_templates;
    std::map<int, std::string> m_rows;
    bool m_isHeld = false;
    std::condition_variable m_letGo;
    int m_lost = 0;
    int m_saves = 0;
    int m_undone = 0;
};

} // namespace banhang::test
