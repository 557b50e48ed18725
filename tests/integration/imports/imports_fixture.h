// The small office of the customers' tests, with imports and exports.
#pragma once

#include "banhang/v1/exports.grpc.pb.h"
#include "banhang/v1/imports.grpc.pb.h"
#include "server/exports/exports_service.h"
#include "server/imports/imports_service.h"
#include "tests/integration/customers/customers_fixture.h"

namespace banhang::test {

using ImportsStub = v1::ImportsService::Stub;

class ImportsFixture : public CustomersFixture
{
protected:
    std::vector<std::unique_ptr<grpc::Service>> makeServices(ServerParts& parts) override
    {
        auto services = CustomersFixture::makeServices(parts);
        services.push_back(std::make_unique<server::ImportsService>(parts.calls, parts.signer));
        services.push_back(std::make_unique<server::ExportsService>(parts.app, parts.callers, parts.signer));
        return services;
    }

    void SetUp() override
    {
        CustomersFixture::SetUp();
        imports = stub<v1::ImportsService>();
    }

    v1::Import begin(const std::string& token, int rows, const std::string& repeatKey = {})
    {
        v1::CreateImportRequest request;
        request.mutable_import()->set_file_name("hội chợ.xlsx");
        request.mutable_import()->set_row_count(rows);
        request.mutable_import()->set_repeat_key(repeatKey);
        request.set_request_id(newRequestId());
        return call(*imports, &ImportsStub::CreateImport, request, token);
    }

    static void add(v1::SaveImportRowsRequest& request, int number, const v1::Customer& customer,
                    v1::RowDecision decision = v1::ROW_DECISION_UNSPECIFIED, std::int64_t target = 0)
    {
        v1::ImportRow& row = *request.add_rows();
        row.set_number(number);
        *row.mutable_customer() = customer;
        row.set_decision(decision);
        row.set_fill_customer_id(target);
    }
    static v1::SaveImportRowsRequest batch(const v1::Import& import)
    {
        v1::SaveImportRowsRequest request;
        request.set_import_id(import.id());
        request.set_request_id(newRequestId());
        return request;
    }
    v1::SaveImportRowsResponse save(const std::string& token, const v1::SaveImportRowsRequest& request)
    {
        return call(*imports, &ImportsStub::SaveImportRows, request, token);
    }

    v1::UndoImportResponse undo(const std::string& token, std::int64_t id, int limit = 0)
    {
        v1::UndoImportRequest request;
        request.set_import_id(id);
        request.set_row_limit(limit);
        request.set_request_id(newRequestId());
        return call(*imports, &ImportsStub::UndoImport, request, token);
    }

    std::int64_t living() { return sql().number("SELECT count(*) FROM banhang.customer WHERE deleted_at IS NULL"); }

    std::unique_ptr<ImportsStub> imports;
};

} // namespace banhang::test
