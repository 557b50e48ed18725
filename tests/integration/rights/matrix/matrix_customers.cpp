// The rows of the permission matrix that are about customers: the records, merges, imports and exports.
#include "banhang/v1/customers.pb.h"
#include "banhang/v1/exports.pb.h"
#include "banhang/v1/findings.pb.h"
#include "banhang/v1/imports.pb.h"
#include "banhang/v1/merges.pb.h"
#include "banhang/v1/scans.pb.h"
#include "tests/integration/rights/matrix/matrix.h"

namespace banhang::test {

namespace {

const std::string kHidden = "customer.not_found";

} // namespace

Entries customersEntries()
{
    using namespace v1;
    return {
        {"CustomersService.GetCustomer",
         {with<GetCustomerRequest>([](auto& r, const Target& t) { r.set_customer_id(t.customerId); }), kHidden}},
        {"CustomersService.BatchGetCustomers",
         {with<BatchGetCustomersRequest>([](auto& r, const Target& t) { r.add_customer_ids(t.customerId); }), ""}},
        {"CustomersService.ListCustomers", {plain<ListCustomersRequest>(), ""}},
        {"CustomersService.BatchGetCustomerCounts",
         {with<BatchGetCustomerCountsRequest>([](auto& r, const Target&) { r.add_filters(); }), ""}},
        {"CustomersService.SearchCustomers",
         {with<SearchCustomersRequest>([](auto& r, const Target&) { r.set_query("ma tran"); }), ""}},
        {"CustomersService.FindPublicCards",
         {with<FindPublicCardsRequest>([](auto& r, const Target&) { r.set_query("ma tran"); }),
          "customer.public_card_disabled", "customer.public_card_disabled"}},
        {"CustomersService.CheckCustomer",
         {with<CheckCustomerRequest>([](auto& r, const Target&) {
              r.mutable_customer()->set_kind(CUSTOMER_KIND_INDIVIDUAL);
              r.mutable_customer()->set_name("Lê Ma Trận");
              r.mutable_customer()->add_phones()->set_number("0912345678");
          }),
          ""}},
        {"CustomersService.CreateCustomer",
         {with<CreateCustomerRequest>([](auto& r, const Target& t) {
              r.mutable_customer()->set_kind(CUSTOMER_KIND_INDIVIDUAL);
              r.mutable_customer()->set_name("Vũ Thị Mới");
              // For a foreign row: in a colleague's name.
              r.mutable_customer()->set_owner_user_id(t.ownerId);
              r.set_request_id(t.requestId);
          }),
          "call.denied"}},
        {"CustomersService.UpdateCustomer",
         {with<UpdateCustomerRequest>([](auto& r, const Target& t) {
              r.mutable_customer()->set_id(t.customerId);
              r.mutable_customer()->set_version(t.version);
              r.mutable_customer()->set_note("đã sửa");
              r.mutable_update_mask()->add_paths("note");
              r.set_request_id(t.requestId);
          }),
          kHidden}},
        {"CustomersService.DeleteCustomer",
         {with<DeleteCustomerRequest>([](auto& r, const Target& t) {
              r.set_customer_id(t.customerId);
              r.set_request_id(t.requestId);
          }),
          kHidden}},
        {"CustomersService.UndeleteCustomer",
         {with<UndeleteCustomerRequest>([](auto& r, const Target& t) {
              r.set_customer_id(t.customerId);
              r.set_request_id(t.requestId);
          }),
          kHidden}},
        {"CustomersService.AssignCustomers",
         {with<AssignCustomersRequest>([](auto& r, const Target& t) {
              r.add_customer_ids(t.customerId);
              r.set_owner_user_id(t.ownerId);
              r.set_request_id(t.requestId);
          }),
          kHidden}},
        {"CustomersService.CheckCustomerBatch",
         {with<CheckCustomerBatchRequest>([](auto& r, const Target& t) {
              r.add_customer_ids(t.customerId);
              r.set_act(BATCH_ACT_EDIT);
          }),
          ""}},
        {"CustomersService.TagCustomers",
         {with<TagCustomersRequest>([](auto& r, const Target& t) {
              r.add_customer_ids(t.customerId);
              r.add_add_tag_keys("seminar");
              r.set_request_id(t.requestId);
          }),
          ""}},
        {"CustomersService.BatchDeleteCustomers",
         {with<BatchDeleteCustomersRequest>([](auto& r, const Target& t) {
              r.add_customers()->set_customer_id(t.customerId);
              r.set_request_id(t.requestId);
          }),
          ""}},
        {"CustomersService.BatchUndeleteCustomers",
         {with<BatchUndeleteCustomersRequest>([](auto& r, const Target& t) {
              r.add_customer_ids(t.customerId);
              r.set_request_id(t.requestId);
          }),
          ""}},
        {"CustomersService.ShareCustomer",
         {with<ShareCustomerRequest>([](auto& r, const Target& t) {
              r.mutable_share()->set_customer_id(t.customerId);
              r.mutable_share()->set_user_id(t.colleagueId);
              r.mutable_share()->set_level(SHARE_LEVEL_VIEW);
              r.set_request_id(t.requestId);
          }),
          kHidden}},
        {"CustomersService.UnshareCustomer",
         {with<UnshareCustomerRequest>([](auto& r, const Target& t) {
              r.set_customer_id(t.customerId);
              r.set_user_id(t.colleagueId);
              r.set_request_id(t.requestId);
          }),
          kHidden}},
        {"CustomersService.ListCustomerShares",
         {with<ListCustomerSharesRequest>([](auto& r, const Target& t) { r.set_customer_id(t.customerId); }), kHidden}},
        {"CustomersService.ListCustomerHistory",
         {with<ListCustomerHistoryRequest>([](auto& r, const Target& t) { r.set_customer_id(t.customerId); }),
          kHidden}},
        {"MergesService.GetMergePreview",
         {with<GetMergePreviewRequest>([](auto& r, const Target& t) {
              r.add_customer_ids(t.customerId);
              r.add_customer_ids(t.otherId);
          }),
          kHidden}},
        {"MergesService.MergeCustomers",
         {with<MergeCustomersRequest>([](auto& r, const Target& t) {
              r.set_survivor_id(t.customerId);
              r.add_versions()->set_customer_id(t.customerId);
              r.mutable_versions(0)->set_version(t.version);
              r.add_versions()->set_customer_id(t.otherId);
              r.mutable_versions(1)->set_version(1);
              r.set_request_id(t.requestId);
          }),
          kHidden}},
        {"MergesService.ListMerges", {plain<ListMergesRequest>(), ""}},
        {"MergesService.GetUndoPreview",
         {with<GetUndoPreviewRequest>([](auto& r, const Target&) { r.set_merge_id(1); }), "merge.not_found"}},
        {"MergesService.UndoMerge",
         {with<UndoMergeRequest>([](auto& r, const Target& t) {
              r.set_merge_id(1);
              r.set_request_id(t.requestId);
          }),
          "merge.not_found"}},
        {"FindingsService.ListFindings", {plain<ListFindingsRequest>(), ""}},
        {"FindingsService.DecideFinding",
         {with<DecideFindingRequest>([](auto& r, const Target& t) {
              r.add_customer_ids(t.customerId);
              r.add_customer_ids(t.otherId);
              r.set_answer(FINDING_ANSWER_LATER);
              r.set_request_id(t.requestId);
          }),
          kHidden}},
        {"ScansService.GetScan", {plain<GetScanRequest>(), {}}},
        {"ScansService.StartScan",
         {with<StartScanRequest>([](auto& r, const Target& t) { r.set_request_id(t.requestId); }), {}}},
        {"ScansService.PauseScan",
         {with<PauseScanRequest>([](auto& r, const Target& t) { r.set_request_id(t.requestId); }), {}}},
        {"ScansService.ResumeScan",
         {with<ResumeScanRequest>([](auto& r, const Target& t) { r.set_request_id(t.requestId); }), {}}},
        {"ScansService.CancelScan",
         {with<CancelScanRequest>([](auto& r, const Target& t) { r.set_request_id(t.requestId); }), {}}},
        {"ScansService.GetWeights", {plain<GetWeightsRequest>(), {}}},
        {"ScansService.LearnWeights",
         {with<LearnWeightsRequest>([](auto& r, const Target& t) { r.set_request_id(t.requestId); }), {}}},
        {"ImportsService.CreateImport",
         {with<CreateImportRequest>([](auto& r, const Target& t) {
              r.mutable_import()->set_file_name("ma-tran.xlsx");
              r.mutable_import()->set_row_count(1);
              r.set_request_id(t.requestId);
          }),
          {}}},
        {"ImportsService.GetImport", {plain<GetImportRequest>(), {}, "import.not_found"}},
        {"ImportsService.ListImports", {plain<ListImportsRequest>(), {}}},
        {"ImportsService.ListImportRows", {plain<ListImportRowsRequest>(), {}, "import.not_found"}},
        {"ImportsService.CheckImportRows",
         {with<CheckImportRowsRequest>([](auto& r, const Target&) {
              r.add_rows()->set_number(1);
              r.mutable_rows(0)->mutable_customer()->set_kind(CUSTOMER_KIND_INDIVIDUAL);
              r.mutable_rows(0)->mutable_customer()->set_name("Lê Ma Trận");
              r.mutable_rows(0)->mutable_customer()->add_phones()->set_number("0912345678");
          }),
          ""}},
        {"ImportsService.FindDuplicateRows", {plain<FindDuplicateRowsRequest>(), {}}},
        {"ImportsService.SaveImportRows",
         {with<SaveImportRowsRequest>([](auto& r, const Target& t) { r.set_request_id(t.requestId); }),
          {},
          "import.not_found"}},
        {"ImportsService.UndoImport",
         {with<UndoImportRequest>([](auto& r, const Target& t) { r.set_request_id(t.requestId); }),
          {},
          "import.not_found"}},
        {"ImportsService.ListImportTemplates", {plain<ListImportTemplatesRequest>(), {}}},
        {"ImportsService.CreateImportTemplate",
         {with<CreateImportTemplateRequest>([](auto& r, const Target& t) {
              r.mutable_import_template()->set_name("Ma trận");
              r.mutable_import_template()->add_columns()->set_title("Tên");
              r.set_request_id(t.requestId);
          }),
          {}}},
        {"ImportsService.DeleteImportTemplate", {plain<DeleteImportTemplateRequest>(), {}}},
        {"ExportsService.ExportCustomers",
         {with<ExportCustomersRequest>([](auto& r, const Target&) {
              r.set_format(EXPORT_FORMAT_CSV);
              r.add_columns()->set_field("name");
              r.add_columns()->set_field("phones");
          }),
          ""}},
    };
}

} // namespace banhang::test
