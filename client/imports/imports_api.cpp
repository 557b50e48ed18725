#include "client/imports/imports_api.h"

namespace banhang::client {

namespace {

constexpr const char* kService = "banhang.v1.ImportsService.";
/// A batch waits for others who save the same names, and then takes its time.
constexpr CallOptions kPatient{60'000, 2};

template <typename Request, typename Reply>
Method<Request, Reply> named(const char* name)
{
    return Method<Request, Reply>((std::string(kService) + name).c_str());
}

} // namespace

CallHandle ImportsApi::create(const v1::CreateImportRequest& request, QObject* receiver, Handler<v1::Import> handler)
{
    static const auto method = named<v1::CreateImportRequest, v1::Import>("CreateImport");
    return m_rpc.call(method, request, receiver, std::move(handler));
}

CallHandle ImportsApi::list(QObject* receiver, Handler<v1::ListImportsResponse> handler)
{
    static const auto method = named<v1::ListImportsRequest, v1::ListImportsResponse>("ListImports");
    return m_rpc.call(method, v1::ListImportsRequest(), receiver, std::move(handler));
}

CallHandle ImportsApi::check(const v1::CheckImportRowsRequest& request, QObject* receiver,
                             Handler<v1::CheckImportRowsResponse> handler)
{
    static const auto method = named<v1::CheckImportRowsRequest, v1::CheckImportRowsResponse>("CheckImportRows");
    return m_rpc.call(method, request, receiver, std::move(handler), kPatient);
}

CallHandle ImportsApi::findTwins(const v1::FindTwinRowsRequest& request, QObject* receiver,
                                 Handler<v1::FindTwinRowsResponse> handler)
{
    static const auto method = named<v1::FindTwinRowsRequest, v1::FindTwinRowsResponse>("FindTwinRows");
    return m_rpc.call(method, request, receiver, std::move(handler), kPatient);
}

CallHandle ImportsApi::save(const v1::SaveImportRowsRequest& request, QObject* receiver,
                            Handler<v1::SaveImportRowsResponse> handler)
{
    static const auto method = named<v1::SaveImportRowsRequest, v1::SaveImportRowsResponse>("SaveImportRows");
    return m_rpc.call(method, request, receiver, std::move(handler), kPatient);
}

CallHandle ImportsApi::undo(const v1::UndoImportRequest& request, QObject* receiver,
                            Handler<v1::UndoImportResponse> handler)
{
    static const auto method = named<v1::UndoImportRequest, v1::UndoImportResponse>("UndoImport");
    return m_rpc.call(method, request, receiver, std::move(handler), kPatient);
}

CallHandle ImportsApi::listTemplates(QObject* receiver, Handler<v1::ListImportTemplatesResponse> handler)
{
    static const auto method =
        named<v1::ListImportTemplatesRequest, v1::ListImportTemplatesResponse>("ListImportTemplates");
    return m_rpc.call(method, v1::ListImportTemplatesRequest(), receiver, std::move(handler));
}

CallHandle ImportsApi::keepTemplate(const v1::ImportTemplate& wanted, QObject* receiver,
                                    Handler<v1::ImportTemplate> handler)
{
    static const auto method = named<v1::CreateImportTemplateRequest, v1::ImportTemplate>("CreateImportTemplate");
    v1::CreateImportTemplateRequest request;
    *request.mutable_import_template() = wanted;
    return m_rpc.call(method, request, receiver, std::move(handler));
}

} // namespace banhang::client
