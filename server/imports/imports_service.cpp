#include "server/imports/imports_service.h"

#include <nlohmann/json.hpp>

#include "common/error.h"
#include "common/vn/utf8.h"
#include "server/core/call/page_tokens.h"
#include "server/imports/import_rules.h"
#include "server/imports/import_saving.h"
#include "server/imports/import_store.h"
#include "server/imports/import_undo.h"

namespace banhang::server {

using grpc::CallbackServerContext;
using grpc::ServerUnaryReactor;
using nlohmann::json;

namespace {

constexpr int kUsualImports = 50;
constexpr int kMaxImports = 200;
constexpr int kUsualRows = 1000;
constexpr int kMaxRows = 5000;
constexpr int kMaxTemplates = 200;

void createImport(Call& call, const v1::CreateImportRequest& wanted, v1::Import& reply)
{
    refuseIssues(importIssues(wanted.import()));
    v1::Import import = wanted.import();
    import.set_file_name(vn::tidy(import.file_name()));
    reply = beginImport(call, import);
}

void listImports(Call& call, const TokenSigner& signer, const v1::ListImportsRequest& wanted,
                 v1::ListImportsResponse& reply)
{
    const PageTokens pages(signer, call.caller, wanted);
    const json last = pages.open();
    const int size = pageSize(wanted.page_size(), kUsualImports, kMaxImports);
    const auto imports = readImports(call, last.is_null() ? 0 : last.get<std::int64_t>(), size + 1);
    for (const v1::Import& import : imports) {
        if (reply.imports_size() == size) {
            reply.set_next_page_token(pages.seal(reply.imports(size - 1).id()));
            break;
        }
        *reply.add_imports() = import;
    }
}

void listRows(Call& call, const TokenSigner& signer, const v1::ListImportRowsRequest& wanted,
              v1::ListImportRowsResponse& reply)
{
    const v1::Import import = readImport(call, wanted.import_id());
    const std::vector<std::int64_t> outcomes(wanted.outcomes().begin(), wanted.outcomes().end());
    const PageTokens pages(signer, call.caller, wanted);
    const json last = pages.open();
    const int size = pageSize(wanted.page_size(), kUsualRows, kMaxRows);
    for (const ImportRowState& row :
         readRows(call, import.id(), outcomes, last.is_null() ? 0 : last.get<int>(), size + 1)) {
        if (reply.rows_size() == size) {
            reply.set_next_page_token(pages.seal(reply.rows(size - 1).number()));
            break;
        }
        *reply.add_rows() = rememberedRow(row.number, row.outcome, row.customerId, row.keptReason);
    }
}

void listTemplates(Call& call, const TokenSigner& signer, const v1::ListImportTemplatesRequest& wanted,
                   v1::ListImportTemplatesResponse& reply)
{
    const PageTokens pages(signer, call.caller, wanted);
    const json last = pages.open();
    TemplatePlace after;
    if (!last.is_null())
        after = {last.at("name"), last.at("id")};
    const int size = pageSize(wanted.page_size(), kMaxTemplates, kMaxTemplates);
    for (v1::ImportTemplate& one : readTemplates(call, after, size + 1)) {
        if (reply.import_templates_size() == size) {
            const v1::ImportTemplate& shown = reply.import_templates(size - 1);
            reply.set_next_page_token(pages.seal({{"name", shown.name()}, {"id", shown.id()}}));
            break;
        }
        *reply.add_import_templates() = std::move(one);
    }
}

void saveTemplate(Call& call, const v1::CreateImportTemplateRequest& wanted, v1::ImportTemplate& reply)
{
    refuseIssues(templateIssues(wanted.import_template()));
    v1::ImportTemplate kept = wanted.import_template();
    kept.set_name(vn::tidy(kept.name()));
    reply = upsertTemplate(call, kept);
}

} // namespace

ImportsService::ImportsService(CallRunner& calls, const TokenSigner& signer) : m_calls(calls), m_signer(signer) {}

ImportsService::~ImportsService() = default;

ServerUnaryReactor* ImportsService::CreateImport(CallbackServerContext* context, const v1::CreateImportRequest* request,
                                                 v1::Import* response)
{
    return m_calls.write(context, "ImportsService.CreateImport", request, response, createImport);
}

ServerUnaryReactor* ImportsService::GetImport(CallbackServerContext* context, const v1::GetImportRequest* request,
                                              v1::Import* response)
{
    return m_calls.read(context, "ImportsService.GetImport", request, response,
                        [](Call& call, const v1::GetImportRequest& wanted, v1::Import& reply) {
                            reply = readImport(call, wanted.import_id());
                        });
}

ServerUnaryReactor* ImportsService::ListImports(CallbackServerContext* context, const v1::ListImportsRequest* request,
                                                v1::ListImportsResponse* response)
{
    return m_calls.read(
        context, "ImportsService.ListImports", request, response,
        [&signer = m_signer](Call& call, const v1::ListImportsRequest& wanted, v1::ListImportsResponse& reply) {
            listImports(call, signer, wanted, reply);
        });
}

ServerUnaryReactor* ImportsService::ListImportRows(CallbackServerContext* context,
                                                   const v1::ListImportRowsRequest* request,
                                                   v1::ListImportRowsResponse* response)
{
    return m_calls.read(
        context, "ImportsService.ListImportRows", request, response,
        [&signer = m_signer](Call& call, const v1::ListImportRowsRequest& wanted, v1::ListImportRowsResponse& reply) {
            listRows(call, signer, wanted, reply);
        });
}

ServerUnaryReactor* ImportsService::CheckImportRows(CallbackServerContext* context,
                                                    const v1::CheckImportRowsRequest* request,
                                                    v1::CheckImportRowsResponse* response)
{
    return m_calls.read(context, "ImportsService.CheckImportRows", request, response, checkRows);
}

ServerUnaryReactor* ImportsService::FindDuplicateRows(CallbackServerContext* context,
                                                      const v1::FindDuplicateRowsRequest* request,
                                                      v1::FindDuplicateRowsResponse* response)
{
    return m_calls.read(context, "ImportsService.FindDuplicateRows", request, response, findDuplicateRows);
}

ServerUnaryReactor* ImportsService::SaveImportRows(CallbackServerContext* context,
                                                   const v1::SaveImportRowsRequest* request,
                                                   v1::SaveImportRowsResponse* response)
{
    return m_calls.write(context, "ImportsService.SaveImportRows", request, response, saveRows);
}

ServerUnaryReactor* ImportsService::UndoImport(CallbackServerContext* context, const v1::UndoImportRequest* request,
                                               v1::UndoImportResponse* response)
{
    return m_calls.write(context, "ImportsService.UndoImport", request, response, undoRows);
}

ServerUnaryReactor* ImportsService::ListImportTemplates(CallbackServerContext* context,
                                                        const v1::ListImportTemplatesRequest* request,
                                                        v1::ListImportTemplatesResponse* response)
{
    return m_calls.read(
        context, "ImportsService.ListImportTemplates", request, response,
        [&signer = m_signer](Call& call, const v1::ListImportTemplatesRequest& wanted,
                             v1::ListImportTemplatesResponse& reply) { listTemplates(call, signer, wanted, reply); });
}

ServerUnaryReactor* ImportsService::CreateImportTemplate(CallbackServerContext* context,
                                                         const v1::CreateImportTemplateRequest* request,
                                                         v1::ImportTemplate* response)
{
    return m_calls.write(context, "ImportsService.CreateImportTemplate", request, response, saveTemplate);
}

ServerUnaryReactor* ImportsService::DeleteImportTemplate(CallbackServerContext* context,
                                                         const v1::DeleteImportTemplateRequest* request,
                                                         v1::ImportTemplate* response)
{
    return m_calls.write(context, "ImportsService.DeleteImportTemplate", request, response,
                         [](Call& call, const v1::DeleteImportTemplateRequest& wanted, v1::ImportTemplate& reply) {
                             if (auto dropped = dropTemplate(call, wanted.import_template_id()))
                                 reply = std::move(*dropped);
                         });
}

} // namespace banhang::server
