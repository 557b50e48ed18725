#include "client/imports/imports_api.h"

namespace banhang::client {

namespace {

/// A batch waits for others who save the same names, and then takes its time.
constexpr CallOptions kPatient{60'000, 2};

} // namespace

CallHandle ImportsApi::create(const v1::CreateImportRequest& request, QObject* receiver, Handler<v1::Import> handler)
{
    return ask(request, receiver, std::move(handler));
}

CallHandle ImportsApi::list(QObject* receiver, Handler<v1::ListImportsResponse> handler)
{
    return ask(v1::ListImportsRequest(), receiver, std::move(handler));
}

CallHandle ImportsApi::check(const v1::CheckImportRowsRequest& request, QObject* receiver,
                             Handler<v1::CheckImportRowsResponse> handler)
{
    return ask(request, receiver, std::move(handler), kPatient);
}

CallHandle ImportsApi::findDuplicateRows(const v1::FindDuplicateRowsRequest& request, QObject* receiver,
                                         Handler<v1::FindDuplicateRowsResponse> handler)
{
    return ask(request, receiver, std::move(handler), kPatient);
}

CallHandle ImportsApi::save(const v1::SaveImportRowsRequest& request, QObject* receiver,
                            Handler<v1::SaveImportRowsResponse> handler)
{
    return ask(request, receiver, std::move(handler), kPatient);
}

CallHandle ImportsApi::undo(const v1::UndoImportRequest& request, QObject* receiver,
                            Handler<v1::UndoImportResponse> handler)
{
    return ask(request, receiver, std::move(handler), kPatient);
}

CallHandle ImportsApi::listTemplates(QObject* receiver, Handler<v1::ListImportTemplatesResponse> handler)
{
    return ask(v1::ListImportTemplatesRequest(), receiver, std::move(handler));
}

CallHandle ImportsApi::saveTemplate(const v1::ImportTemplate& wanted, QObject* receiver,
                                    Handler<v1::ImportTemplate> handler)
{
    v1::CreateImportTemplateRequest request;
    *request.mutable_import_template() = wanted;
    return ask(request, receiver, std::move(handler));
}

CallHandle ImportsApi::forgetTemplate(qint64 templateId, QObject* receiver, Handler<v1::ImportTemplate> handler)
{
    v1::DeleteImportTemplateRequest request;
    request.set_import_template_id(templateId);
    return ask(request, receiver, std::move(handler));
}

} // namespace banhang::client
