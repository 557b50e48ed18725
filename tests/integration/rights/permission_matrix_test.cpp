// Every method of every service, by its descriptor: without a session, without the right, with the right on a foreign
// row, with the right. A method that has no entry here fails the test.
// size-ok: one row for each method; half a matrix would be none.
#include "tests/support/server_fixture.h"

#include <ctime>
#include <functional>
#include <map>

#include <grpcpp/generic/generic_stub.h>

#include "banhang/v1/activities.grpc.pb.h"
#include "banhang/v1/attachments.grpc.pb.h"
#include "banhang/v1/care_requests.pb.h"
#include "banhang/v1/changes.grpc.pb.h"
#include "banhang/v1/customers.grpc.pb.h"
#include "banhang/v1/exports.grpc.pb.h"
#include "banhang/v1/imports.pb.h"
#include "banhang/v1/ops.pb.h"
#include "banhang/v1/sequences.pb.h"
#include "banhang/v1/series.pb.h"
#include "banhang/v1/work_lists.pb.h"
#include "server/activities/activities_service.h"
#include "server/attachments/attachments_service.h"
#include "server/care/care_requests_service.h"
#include "server/changes/change_hub.h"
#include "server/changes/changes_service.h"
#include "server/core/digest.h"
#include "server/core/method_table.h"
#include "server/customers/customers_service.h"
#include "server/exports/exports_service.h"
#include "server/findings/findings_service.h"
#include "server/findings/scans_service.h"
#include "server/identity/caller_loader.h"
#include "server/identity/identity_service.h"
#include "server/identity/password_hash.h"
#include "server/imports/imports_service.h"
#include "server/merging/merges_service.h"
#include "server/ops/ops_service.h"
#include "server/picklists/picklists_service.h"
#include "server/reminders/notifications_service.h"
#include "server/sequences/sequences_service.h"
#include "server/series/series_service.h"
#include "server/views/views_service.h"
#include "server/worklists/work_lists_service.h"

namespace banhang::test {
namespace {

using google::protobuf::Message;
using google::protobuf::MethodDescriptor;

/// What a request may need to name.
struct Target
{
    std::int64_t customerId = 0;
    std::int64_t version = 0;
    std::int64_t ownerId = 0;     ///< out of the scope of whoever may not see the customer
    std::int64_t colleagueId = 0; ///< whom to share with
    std::int64_t otherId = 0;     ///< a second customer, of the same owner
    std::int64_t activityId = 0;  ///< of the owner, with the customer
    std::int64_t activityVersion = 0;
    std::int64_t seriesId = 0;     ///< of the owner
    std::int64_t occurrenceId = 0; ///< of that series
    std::int64_t careId = 0;       ///< of the owner, with the customer
    std::int64_t careVersion = 0;
    std::int64_t itemId = 0;
    std::int64_t attachmentId = 0; ///< of the customer
    std::string requestId;
};

struct Entry
{
    std::function<std::unique_ptr<Message>(const Target&)> request;
    /// The key that a row out of the caller's scope is answered with; "" = the row is left out of an answer that is
    /// otherwise fine; nothing = the method is about no customer.
    std::optional<std::string> foreign;
    /// What the method answers whoever holds the right; "OK" unless its state stands in the way.
    std::string allowed = "OK";
    /// What a method for everybody signed in answers who holds no right at all; "" = as `allowed`.
    std::string rightless = {};
};

template <typename Request>
std::function<std::unique_ptr<Message>(const Target&)> with(void (*fill)(Request&, const Target&))
{
    return [fill](const Target& target) {
        auto request = std::make_unique<Request>();
        fill(*request, target);
        return request;
    };
}
template <typename Request>
std::function<std::unique_ptr<Message>(const Target&)> plain()
{
    return [](const Target&) { return std::make_unique<Request>(); };
}

const std::string kHidden = "customer.not_found";
const std::string kHiddenActivity = "activity.not_found";
const std::string kHiddenCare = "care_request.not_found";
const std::string kHiddenFile = "attachment.not_found";
const std::string kHiddenSeries = "series.not_found";

const std::map<std::string, Entry>& matrix()
{
    using namespace v1;
    static const std::map<std::string, Entry> entries{
        {"IdentityService.SignIn", {plain<SignInRequest>(), {}, "identity.sign_in_refused"}},
        {"IdentityService.SignOut", {plain<SignOutRequest>(), {}}},
        {"IdentityService.ChangePassword",
         {with<ChangePasswordRequest>([](auto& r, const Target& t) {
              r.set_old_password("không phải");
              r.set_new_password("một mật khẩu khác");
              r.set_request_id(t.requestId);
          }),
          {},
          "call.invalid"}},
        {"IdentityService.GetMe", {plain<GetMeRequest>(), {}}},
        {"IdentityService.GetDirectory", {plain<GetDirectoryRequest>(), {}}},
        {"IdentityService.ListSessions", {plain<ListSessionsRequest>(), {}}},
        {"IdentityService.EndSession", {plain<EndSessionRequest>(), {}}},
        {"PicklistsService.ListPickItems", {plain<ListPickItemsRequest>(), {}}},
        {"PicklistsService.CreatePickItem",
         {with<CreatePickItemRequest>([](auto& r, const Target& t) {
              r.mutable_item()->set_list_key("source");
              r.mutable_item()->set_key("matrix");
              r.mutable_item()->set_label_vi("Ma trận");
              r.set_request_id(t.requestId);
          }),
          {}}},
        {"PicklistsService.UpdatePickItem",
         {with<UpdatePickItemRequest>([](auto& r, const Target& t) {
              r.mutable_item()->set_id(t.itemId);
              r.mutable_item()->set_version(1);
              r.mutable_item()->set_label_vi("Ma trận");
              r.mutable_update_mask()->add_paths("label_vi");
              r.set_request_id(t.requestId);
          }),
          {}}},
        {"ViewsService.ListSavedViews",
         {with<ListSavedViewsRequest>([](auto& r, const Target&) { r.set_list_key("customers"); }), {}}},
        {"ViewsService.CreateSavedView",
         {with<CreateSavedViewRequest>([](auto& r, const Target& t) {
              r.mutable_view()->set_list_key("customers");
              r.mutable_view()->set_name(t.requestId);
              r.set_request_id(t.requestId);
          }),
          {}}},
        // Nobody has made one that these could be about.
        {"ViewsService.UpdateSavedView",
         {with<UpdateSavedViewRequest>([](auto& r, const Target& t) {
              r.mutable_view()->set_id(0);
              r.mutable_view()->set_name("Ma trận");
              r.mutable_update_mask()->add_paths("name");
              r.set_request_id(t.requestId);
          }),
          {},
          "view.not_found"}},
        {"ViewsService.DeleteSavedView",
         {with<DeleteSavedViewRequest>([](auto& r, const Target& t) { r.set_request_id(t.requestId); }),
          {},
          "view.not_found"}},
        {"ViewsService.UndeleteSavedView",
         {with<UndeleteSavedViewRequest>([](auto& r, const Target& t) { r.set_request_id(t.requestId); }),
          {},
          "view.not_found"}},
        {"ViewsService.ChooseSavedView",
         {with<ChooseSavedViewRequest>([](auto& r, const Target& t) { r.set_request_id(t.requestId); }),
          {},
          "view.not_found"}},
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
        {"ImportsService.FindTwinRows", {plain<FindTwinRowsRequest>(), {}}},
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
        {"ActivitiesService.GetActivity",
         {with<GetActivityRequest>([](auto& r, const Target& t) { r.set_activity_id(t.activityId); }),
          kHiddenActivity}},
        {"ActivitiesService.BatchGetActivities",
         {with<BatchGetActivitiesRequest>([](auto& r, const Target& t) { r.add_activity_ids(t.activityId); }), ""}},
        {"ActivitiesService.ListActivities", {plain<ListActivitiesRequest>(), ""}},
        {"ActivitiesService.ListTimeline",
         {with<ListTimelineRequest>([](auto& r, const Target& t) { r.set_customer_id(t.customerId); }), kHidden}},
        {"ActivitiesService.GetWorkday",
         {with<GetWorkdayRequest>([](auto& r, const Target& t) { r.set_user_id(t.ownerId); }), "call.denied"}},
        {"ActivitiesService.GetActivityReport",
         {with<GetActivityReportRequest>([](auto& r, const Target& t) {
              r.add_user_ids(t.ownerId);
              for (Date* day : {r.mutable_first_day(), r.mutable_last_day()}) {
                  day->set_year(2026);
                  day->set_month(11);
                  day->set_day(23);
              }
          }),
          "call.denied"}},
        {"ActivitiesService.CheckActivity",
         {with<CheckActivityRequest>([](auto& r, const Target& t) { r.mutable_activity()->set_id(t.activityId); }),
          kHiddenActivity}},
        {"ActivitiesService.CreateActivity",
         {with<CreateActivityRequest>([](auto& r, const Target& t) {
              r.mutable_activity()->set_kind(ACTIVITY_KIND_TASK);
              r.mutable_activity()->set_title("Ma trận");
              r.mutable_activity()->set_customer_id(t.customerId);
              r.set_request_id(t.requestId);
          }),
          "call.invalid"}},
        {"ActivitiesService.UpdateActivity",
         {with<UpdateActivityRequest>([](auto& r, const Target& t) {
              r.mutable_activity()->set_id(t.activityId);
              r.mutable_activity()->set_version(t.activityVersion);
              r.mutable_activity()->set_title("Ma trận");
              r.mutable_update_mask()->add_paths("title");
              r.set_request_id(t.requestId);
          }),
          kHiddenActivity}},
        {"ActivitiesService.CloseActivity",
         {with<CloseActivityRequest>([](auto& r, const Target& t) {
              r.mutable_activity()->set_id(t.activityId);
              r.mutable_activity()->set_version(t.activityVersion);
              r.set_state(ACTIVITY_STATE_DONE);
              r.set_request_id(t.requestId);
          }),
          kHiddenActivity}},
        {"ActivitiesService.ReopenActivity",
         {with<ReopenActivityRequest>([](auto& r, const Target& t) {
              r.set_activity_id(t.activityId);
              r.set_request_id(t.requestId);
          }),
          kHiddenActivity}},
        {"ActivitiesService.AssignActivities",
         {with<AssignActivitiesRequest>([](auto& r, const Target& t) {
              r.add_activity_ids(t.activityId);
              r.set_owner_user_id(t.ownerId);
              r.set_request_id(t.requestId);
          }),
          "call.denied"}},
        {"ActivitiesService.DeleteActivity",
         {with<DeleteActivityRequest>([](auto& r, const Target& t) {
              r.set_activity_id(t.activityId);
              r.set_request_id(t.requestId);
          }),
          kHiddenActivity}},
        {"ActivitiesService.UndeleteActivity",
         {with<UndeleteActivityRequest>([](auto& r, const Target& t) {
              r.set_activity_id(t.activityId);
              r.set_request_id(t.requestId);
          }),
          kHiddenActivity}},
        {"WorkListsService.GetWorkListSettings", {plain<GetWorkListSettingsRequest>(), {}}},
        {"WorkListsService.UpdateWorkListSettings",
         {with<UpdateWorkListSettingsRequest>([](auto& r, const Target& t) {
              r.mutable_settings()->set_silent_days(60);
              r.mutable_update_mask()->add_paths("silent_days");
              r.set_request_id(t.requestId);
          }),
          {}}},
        {"WorkListsService.CheckTalkPlan",
         {with<CheckTalkPlanRequest>([](auto& r, const Target& t) {
              r.add_customer_ids(t.customerId);
              r.mutable_first_day()->set_year(2099);
              r.mutable_first_day()->set_month(11);
              r.mutable_first_day()->set_day(23);
              r.set_day_count(1);
              r.set_to_minute(600);
              r.set_minutes_each(15);
          }),
          ""}},
        {"WorkListsService.PlanTalks",
         {with<PlanTalksRequest>([](auto& r, const Target& t) {
              r.add_talk_slots()->set_customer_id(t.customerId);
              r.mutable_talk_slots(0)->mutable_start_time()->set_seconds(4'100'000'000);
              r.set_channel_key("call");
              r.set_minutes_each(15);
              r.set_request_id(t.requestId);
          }),
          ""}},
        {"WorkListsService.TakeBackTalks",
         {with<TakeBackTalksRequest>([](auto& r, const Target& t) {
              r.add_talks()->set_activity_id(t.activityId);
              r.set_request_id(t.requestId);
          }),
          ""}},
        {"SeriesService.GetSeries",
         {with<GetSeriesRequest>([](auto& r, const Target& t) { r.set_series_id(t.seriesId); }), kHiddenSeries}},
        {"SeriesService.CheckSeries",
         {with<CheckSeriesRequest>([](auto& r, const Target&) {
              r.mutable_recurrence()->set_frequency(FREQUENCY_DAILY);
              r.mutable_first_day()->set_year(2026);
              r.mutable_first_day()->set_month(11);
              r.mutable_first_day()->set_day(23);
          }),
          {}}},
        {"SeriesService.CreateSeries",
         {with<CreateSeriesRequest>([](auto& r, const Target& t) {
              r.mutable_series()->mutable_recurrence()->set_frequency(FREQUENCY_DAILY);
              r.mutable_series()->mutable_recurrence()->set_count(1);
              r.mutable_series()->mutable_pattern()->set_kind(ACTIVITY_KIND_TASK);
              r.mutable_series()->mutable_pattern()->set_title("Ma trận");
              r.mutable_series()->mutable_pattern()->set_customer_id(t.customerId);
              r.mutable_series()->mutable_pattern()->mutable_start_time()->set_seconds(std::time(nullptr));
              r.set_request_id(t.requestId);
          }),
          "call.invalid"}},
        {"SeriesService.UpdateSeries",
         {with<UpdateSeriesRequest>([](auto& r, const Target& t) {
              r.mutable_series()->set_id(t.seriesId);
              r.mutable_series()->mutable_pattern()->set_title("Ma trận");
              r.set_scope(SERIES_SCOPE_ALL);
              r.set_activity_id(t.occurrenceId);
              r.mutable_update_mask()->add_paths("title");
              r.set_request_id(t.requestId);
          }),
          kHiddenSeries}},
        {"SeriesService.DeleteSeries",
         {with<DeleteSeriesRequest>([](auto& r, const Target& t) {
              r.set_series_id(t.seriesId);
              r.set_scope(SERIES_SCOPE_ALL);
              r.set_request_id(t.requestId);
          }),
          kHiddenSeries}},
        {"SeriesService.UndeleteSeries",
         {with<UndeleteSeriesRequest>([](auto& r, const Target& t) {
              r.set_series_id(t.seriesId);
              r.set_request_id(t.requestId);
          }),
          kHiddenSeries}},
        {"CareRequestsService.GetCareRequest",
         {with<GetCareRequestRequest>([](auto& r, const Target& t) { r.set_care_request_id(t.careId); }), kHiddenCare}},
        {"CareRequestsService.BatchGetCareRequests",
         {with<BatchGetCareRequestsRequest>([](auto& r, const Target& t) { r.add_care_request_ids(t.careId); }), ""}},
        {"CareRequestsService.ListCareRequests", {plain<ListCareRequestsRequest>(), ""}},
        {"CareRequestsService.GetCareCounts", {plain<GetCareCountsRequest>(), ""}},
        {"CareRequestsService.CreateCareRequest",
         {with<CreateCareRequestRequest>([](auto& r, const Target& t) {
              r.mutable_care_request()->set_kind_key("complaint");
              r.mutable_care_request()->set_channel_key("call");
              r.mutable_care_request()->set_customer_id(t.customerId);
              r.mutable_care_request()->set_subject("Ma trận");
              r.set_request_id(t.requestId);
          }),
          "call.invalid"}},
        {"CareRequestsService.UpdateCareRequest",
         {with<UpdateCareRequestRequest>([](auto& r, const Target& t) {
              r.mutable_care_request()->set_id(t.careId);
              r.mutable_care_request()->set_version(t.careVersion);
              r.mutable_care_request()->set_subject("Ma trận");
              r.mutable_update_mask()->add_paths("subject");
              r.set_request_id(t.requestId);
          }),
          kHiddenCare}},
        {"CareRequestsService.MoveCareRequest",
         {with<MoveCareRequestRequest>([](auto& r, const Target& t) {
              r.mutable_care_request()->set_id(t.careId);
              r.mutable_care_request()->set_version(t.careVersion);
              r.set_state(CARE_STATE_WORKING);
              r.set_request_id(t.requestId);
          }),
          kHiddenCare}},
        {"CareRequestsService.AssignCareRequests",
         {with<AssignCareRequestsRequest>([](auto& r, const Target& t) {
              r.add_care_request_ids(t.careId);
              r.set_owner_user_id(t.ownerId);
              r.set_request_id(t.requestId);
          }),
          "call.denied"}},
        {"CareRequestsService.DeleteCareRequest",
         {with<DeleteCareRequestRequest>([](auto& r, const Target& t) {
              r.set_care_request_id(t.careId);
              r.set_request_id(t.requestId);
          }),
          kHiddenCare}},
        {"CareRequestsService.UndeleteCareRequest",
         {with<UndeleteCareRequestRequest>([](auto& r, const Target& t) {
              r.set_care_request_id(t.careId);
              r.set_request_id(t.requestId);
          }),
          kHiddenCare}},
        {"CareRequestsService.GetCareSettings", {plain<GetCareSettingsRequest>(), {}}},
        {"CareRequestsService.UpdateCareSettings",
         {with<UpdateCareSettingsRequest>([](auto& r, const Target& t) {
              for (int severity = CARE_SEVERITY_LOW; severity <= CARE_SEVERITY_URGENT; ++severity) {
                  CarePromise& promise = *r.mutable_care_settings()->add_promises();
                  promise.set_severity(static_cast<CareSeverity>(severity));
                  promise.set_promise_minutes(600);
              }
              r.mutable_update_mask()->add_paths("promises");
              r.set_request_id(t.requestId);
          }),
          {}}},
        {"SequencesService.ListSequences", {plain<ListSequencesRequest>(), {}}},
        {"SequencesService.CheckSequence", {plain<CheckSequenceRequest>(), {}}},
        {"SequencesService.CreateSequence",
         {with<CreateSequenceRequest>([](auto& r, const Target& t) {
              r.mutable_sequence()->set_name("Ma trận " + t.requestId);
              r.mutable_sequence()->add_steps()->set_kind(CARE_STEP_KIND_CALL);
              r.mutable_sequence()->mutable_steps(0)->set_base(CARE_STEP_BASE_START);
              r.set_request_id(t.requestId);
          }),
          {}}},
        {"SequencesService.UpdateSequence",
         {with<UpdateSequenceRequest>([](auto& r, const Target& t) { r.set_request_id(t.requestId); }),
          {},
          "sequence.not_found"}},
        {"SequencesService.GetCustomerCare",
         {with<GetCustomerCareRequest>([](auto& r, const Target& t) { r.set_customer_id(t.customerId); }), kHidden}},
        // Nobody has laid one down.
        {"SequencesService.StartSequence",
         {with<StartSequenceRequest>([](auto& r, const Target& t) {
              r.add_customer_ids(t.customerId);
              r.set_request_id(t.requestId);
          }),
          {},
          "sequence.not_found"}},
        {"SequencesService.StopSequence",
         {with<StopSequenceRequest>([](auto& r, const Target& t) {
              r.add_customer_ids(t.customerId);
              r.set_request_id(t.requestId);
          }),
          ""}},
        {"NotificationsService.ListNotifications", {plain<ListNotificationsRequest>(), {}}},
        {"NotificationsService.BatchGetNotifications", {plain<BatchGetNotificationsRequest>(), {}}},
        {"NotificationsService.MarkNotificationsRead", {plain<MarkNotificationsReadRequest>(), {}}},
        {"NotificationsService.GetReminders", {plain<GetRemindersRequest>(), {}}},
        // Nobody has one.
        {"NotificationsService.SnoozeReminder",
         {with<SnoozeReminderRequest>([](auto& r, const Target& t) { r.set_request_id(t.requestId); }),
          {},
          "reminder.not_found"}},
        {"NotificationsService.DismissReminders",
         {with<DismissRemindersRequest>([](auto& r, const Target& t) { r.set_request_id(t.requestId); }), {}}},
        {"NotificationsService.GetNotificationSettings", {plain<GetNotificationSettingsRequest>(), {}}},
        {"NotificationsService.UpdateNotificationSettings",
         {with<UpdateNotificationSettingsRequest>([](auto& r, const Target& t) {
              r.mutable_update_mask()->add_paths("email");
              r.set_request_id(t.requestId);
          }),
          {}}},
        {"AttachmentsService.UploadAttachment",
         {with<UploadAttachmentRequest>([](auto& r, const Target& t) {
              r.mutable_attachment()->set_customer_id(t.customerId);
              r.mutable_attachment()->set_name("Ma trận.txt");
              r.mutable_attachment()->set_sha256(server::sha256(""));
              r.set_request_id(t.requestId);
          }),
          kHidden, "OK", kHidden}},
        {"AttachmentsService.DownloadAttachment",
         {with<DownloadAttachmentRequest>([](auto& r, const Target& t) { r.set_attachment_id(t.attachmentId); }),
          kHiddenFile, "OK", kHiddenFile}},
        {"AttachmentsService.ListAttachments",
         {with<ListAttachmentsRequest>([](auto& r, const Target& t) { r.set_customer_id(t.customerId); }), kHidden,
          "OK", kHidden}},
        {"AttachmentsService.UpdateAttachment",
         {with<UpdateAttachmentRequest>([](auto& r, const Target& t) {
              r.mutable_attachment()->set_id(t.attachmentId);
              r.mutable_attachment()->set_version(1);
              r.mutable_attachment()->set_description("Ma trận");
              r.mutable_update_mask()->add_paths("description");
              r.set_request_id(t.requestId);
          }),
          kHiddenFile, "OK", kHiddenFile}},
        {"AttachmentsService.DeleteAttachment",
         {with<DeleteAttachmentRequest>([](auto& r, const Target& t) {
              r.set_attachment_id(t.attachmentId);
              r.set_request_id(t.requestId);
          }),
          kHiddenFile, "OK", kHiddenFile}},
        {"AttachmentsService.UndeleteAttachment",
         {with<UndeleteAttachmentRequest>([](auto& r, const Target& t) {
              r.set_attachment_id(t.attachmentId);
              r.set_request_id(t.requestId);
          }),
          kHiddenFile, "OK", kHiddenFile}},
        {"ChangesService.Watch", {plain<WatchRequest>(), {}}},
        {"ChangesService.TellPresence",
         {with<TellPresenceRequest>([](auto& r, const Target& t) { r.set_customer_id(t.customerId); }), kHidden}},
        {"OpsService.GetServerInfo", {plain<GetServerInfoRequest>(), {}}},
    };
    return entries;
}

class PermissionMatrix : public ServerFixture
{
protected:
    std::vector<std::unique_ptr<grpc::Service>> makeServices(ServerParts& serverParts) override
    {
        m_hub = std::make_unique<server::ChangeHub>(server::ChangeHubOptions{.connect = access("banhang_system")},
                                                    serverParts.callers, serverParts.signer, serverParts.metrics);
        auto& callers = dynamic_cast<server::CallerLoader&>(serverParts.callers);
        std::vector<std::unique_ptr<grpc::Service>> services;
        services.push_back(std::make_unique<server::IdentityService>(
            serverParts.calls, server::SignInParts{m_hasher, callers, serverParts.signer}));
        services.push_back(std::make_unique<server::PicklistsService>(serverParts.calls, serverParts.signer));
        services.push_back(std::make_unique<server::ViewsService>(serverParts.calls, serverParts.signer));
        services.push_back(std::make_unique<server::CustomersService>(serverParts.calls, serverParts.signer));
        services.push_back(std::make_unique<server::ActivitiesService>(serverParts.calls, serverParts.signer));
        services.push_back(std::make_unique<server::AttachmentsService>(
            serverParts.calls, serverParts.signer,
            server::AttachmentParts{serverParts.app, serverParts.callers, 1024, [] {}}));
        services.push_back(std::make_unique<server::SeriesService>(serverParts.calls, server::ActivityListeners{}));
        services.push_back(std::make_unique<server::SequencesService>(serverParts.calls, serverParts.signer));
        services.push_back(std::make_unique<server::WorkListsService>(serverParts.calls, server::ActivityListeners{}));
        services.push_back(std::make_unique<server::CareRequestsService>(serverParts.calls, serverParts.signer));
        services.push_back(std::make_unique<server::NotificationsService>(serverParts.calls, serverParts.signer));
        services.push_back(std::make_unique<server::ImportsService>(serverParts.calls, serverParts.signer));
        services.push_back(
            std::make_unique<server::ExportsService>(serverParts.app, serverParts.callers, serverParts.signer));
        services.push_back(std::make_unique<server::MergesService>(serverParts.calls, serverParts.signer));
        services.push_back(std::make_unique<server::FindingsService>(serverParts.calls, serverParts.signer));
        services.push_back(std::make_unique<server::ScansService>(serverParts.calls, true));
        services.push_back(
            std::make_unique<server::ChangesService>(serverParts.calls, serverParts.app, serverParts.callers, *m_hub));
        services.push_back(std::make_unique<server::OpsService>(serverParts.calls));
        return services;
    }

    void SetUp() override
    {
        channel();
        const std::int64_t team = world().addTeam(world().addBranch("CN Hà Nội"), "Nhóm 1");
        m_lan = world().addUserWith("lan", team, allRights(v1::SCOPE_OWN));
        m_hoa = world().addUserWith("hoa", team, allRights(v1::SCOPE_ALL));
        m_nobody = world().addUser("khach", team);
        const std::string token = world().signIn(m_hoa);
        const auto customers = stub<v1::CustomersService>();
        v1::CreateCustomerRequest creation;
        creation.mutable_customer()->set_kind(v1::CUSTOMER_KIND_INDIVIDUAL);
        creation.mutable_customer()->set_name("Lê Ma Trận");
        creation.mutable_customer()->add_phones()->set_number("0912345678");
        creation.set_request_id(newRequestId());
        m_customer = call(*customers, &v1::CustomersService::Stub::CreateCustomer, creation, token).customer();
        creation.mutable_customer()->set_name("Vũ Thị Khác");
        creation.mutable_customer()->clear_phones();
        creation.set_request_id(newRequestId());
        m_otherId = call(*customers, &v1::CustomersService::Stub::CreateCustomer, creation, token).customer().id();
        m_activityId =
            sql().number("INSERT INTO banhang.activity (kind, title, customer_id, owner_id, unit_id, creator_id)"
                         " VALUES (3, 'Việc của Trận', $1::bigint, $2::bigint, $3::bigint, $2::bigint) RETURNING id",
                         {std::to_string(m_customer.id()), std::to_string(m_hoa.id), std::to_string(m_hoa.unitId)});
        m_careId = sql().number(
            "INSERT INTO banhang.care_request (code, kind_key, severity, customer_id, channel_key, subject, owner_id,"
            " unit_id, creator_id, promised_at) VALUES ('YCMT', 'complaint', 2, $1::bigint, 'call', 'Máy của Trận',"
            " $2::bigint, $3::bigint, $2::bigint, now() + interval '1 day') RETURNING id",
            {std::to_string(m_customer.id()), std::to_string(m_hoa.id), std::to_string(m_hoa.unitId)});
        addSeries();
        addFile();
    }
    void addFile()
    {
        m_attachmentId = sql().number(
            "WITH content AS (INSERT INTO banhang.attachment_content (uploader_id, size_bytes, received_bytes, "
            "is_whole)"
            " VALUES ($1::bigint, 5, 5, true) RETURNING id),"
            " chunk AS (INSERT INTO banhang.attachment_chunk (content_id, ordinal, data)"
            " SELECT id, 0, 'Tran.'::bytea FROM content)"
            " INSERT INTO banhang.attachment (customer_id, content_id, name, size_bytes, sha256, content_type,"
            " uploader_id, request_id) SELECT $2::bigint, id, 'Trận.txt', 5, sha256('Tran.'), 'text/plain', $1::bigint,"
            " gen_random_uuid() FROM content RETURNING id",
            {std::to_string(m_hoa.id), std::to_string(m_customer.id())});
    }
    /// Two days of a task, three days ahead; the first one is there.
    void addSeries()
    {
        const std::vector<std::string> owner{std::to_string(m_hoa.id), std::to_string(m_hoa.unitId)};
        m_seriesId =
            sql().number("INSERT INTO banhang.series (owner_id, unit_id, creator_id, rule, pattern, anchor_day, "
                         "first_day, made_until)"
                         " SELECT $1::bigint, $2::bigint, $1::bigint, '{\"frequency\": \"FREQUENCY_DAILY\", "
                         "\"interval\": 1, \"count\": 2}',"
                         " jsonb_build_object('kind', 'ACTIVITY_KIND_TASK', 'title', 'Lặp', 'day', jsonb_build_object("
                         " 'year', extract(year FROM d)::int, 'month', extract(month FROM d)::int, 'day', extract(day "
                         "FROM d)::int)),"
                         " d, d, d FROM (SELECT current_date + 3 AS d) AS first RETURNING id",
                         owner);
        m_occurrenceId = sql().number(
            "INSERT INTO banhang.activity (kind, title, owner_id, unit_id, creator_id, day, series_id, series_slot)"
            " VALUES (3, 'Lặp', $1::bigint, $2::bigint, $1::bigint, current_date + 3, $3::bigint, current_date + 3) "
            "RETURNING id",
            {owner[0], owner[1], std::to_string(m_seriesId)});
    }
    void TearDown() override
    {
        if (m_hub)
            m_hub->goAway(std::chrono::milliseconds(1));
        stopServer();
        m_hub.reset();
    }

    static std::vector<TestGrant> allRights(v1::Scope scope)
    {
        std::vector<TestGrant> grants;
        for (int resource = 1; resource < v1::Resource_ARRAYSIZE; ++resource)
            for (int action = 1; action < v1::Action_ARRAYSIZE; ++action)
                grants.push_back({static_cast<v1::Resource>(resource), static_cast<v1::Action>(action), scope});
        return grants;
    }
    Target target()
    {
        return {.customerId = m_customer.id(),
                .version = sql().number("SELECT version FROM banhang.customer WHERE id = $1::bigint",
                                        {std::to_string(m_customer.id())}),
                .ownerId = m_hoa.id,
                .colleagueId = m_nobody.id,
                .otherId = m_otherId,
                .activityId = m_activityId,
                .activityVersion = sql().number("SELECT version FROM banhang.activity WHERE id = $1::bigint",
                                                {std::to_string(m_activityId)}),
                .seriesId = m_seriesId,
                .occurrenceId = m_occurrenceId,
                .careId = m_careId,
                .careVersion = sql().number("SELECT version FROM banhang.care_request WHERE id = $1::bigint",
                                            {std::to_string(m_careId)}),
                .itemId = sql().number("SELECT id FROM banhang.pick_item ORDER BY id LIMIT 1"),
                .attachmentId = m_attachmentId,
                .requestId = newRequestId()};
    }

    /// "OK" or the key of the error; the bytes of the answer in `m_reply`.
    std::string ask(const MethodDescriptor& method, const std::string& token)
    {
        const std::string path = "/" + method.service()->full_name() + "/" + method.name();
        const std::unique_ptr<Message> request = matrix().at(nameOf(method)).request(target());
        const auto clientContext = context(token);
        m_reply.clear();
        if (method.server_streaming() && method.service()->name() == "ExportsService")
            return read(stub<v1::ExportsService>()->ExportCustomers(
                clientContext.get(), static_cast<const v1::ExportCustomersRequest&>(*request)));
        if (method.server_streaming() && method.service()->name() == "AttachmentsService")
            return read(stub<v1::AttachmentsService>()->DownloadAttachment(
                clientContext.get(), static_cast<const v1::DownloadAttachmentRequest&>(*request)));
        if (method.client_streaming())
            return upload(*clientContext, static_cast<const v1::UploadAttachmentRequest&>(*request));
        if (method.server_streaming())
            return watch(*clientContext, static_cast<const v1::WatchRequest&>(*request));
        const grpc::Slice slice(request->SerializeAsString());
        const grpc::ByteBuffer buffer(&slice, 1);
        grpc::CompletionQueue queue;
        grpc::GenericStub generic(channel());
        const auto rpc = generic.PrepareUnaryCall(clientContext.get(), path, buffer, &queue);
        grpc::ByteBuffer reply;
        grpc::Status status;
        rpc->StartCall();
        rpc->Finish(&reply, &status, this);
        void* tag = nullptr;
        bool ok = false;
        queue.Next(&tag, &ok);
        std::vector<grpc::Slice> slices;
        if (status.ok() && reply.Dump(&slices).ok())
            for (const grpc::Slice& part : slices)
                m_reply.append(reinterpret_cast<const char*>(part.begin()), part.size());
        return status.ok() ? "OK" : fromStatus(status).key();
    }
    std::string watch(grpc::ClientContext& clientContext, const v1::WatchRequest& request)
    {
        const auto changes = stub<v1::ChangesService>();
        const auto reader = changes->Watch(&clientContext, request);
        v1::WatchEvent event;
        const bool lives = reader->Read(&event);
        if (lives)
            clientContext.TryCancel();
        const grpc::Status status = reader->Finish();
        return lives ? "OK" : fromStatus(status).key();
    }

    /// All data of a stream.
    template <typename Piece>
    std::string read(const std::unique_ptr<grpc::ClientReader<Piece>>& reader)
    {
        Piece piece;
        while (reader->Read(&piece))
            m_reply += piece.data();
        const grpc::Status status = reader->Finish();
        return status.ok() ? "OK" : fromStatus(status).key();
    }
    std::string upload(grpc::ClientContext& clientContext, const v1::UploadAttachmentRequest& request)
    {
        v1::Attachment answer;
        const auto attachments = stub<v1::AttachmentsService>();
        const auto writer = attachments->UploadAttachment(&clientContext, &answer);
        writer->Write(request);
        writer->WritesDone();
        const grpc::Status status = writer->Finish();
        return status.ok() ? "OK" : fromStatus(status).key();
    }

    static std::string nameOf(const MethodDescriptor& method) { return method.service()->name() + "." + method.name(); }
    template <typename Visit>
    void forEachMethod(Visit&& visit)
    {
        for (const auto* service : server::allServices())
            for (int i = 0; i < service->method_count(); ++i) {
                const MethodDescriptor& method = *service->method(i);
                ASSERT_TRUE(matrix().count(nameOf(method)) == 1)
                    << nameOf(method) << " has no entry in the permission matrix";
                visit(method, *server::methodAccess(method), matrix().at(nameOf(method)));
            }
    }

    TestUser m_lan, m_hoa, m_nobody;
    v1::Customer m_customer;
    std::int64_t m_otherId = 0;
    std::int64_t m_careId = 0;
    std::int64_t m_activityId = 0;
    std::int64_t m_seriesId = 0;
    std::int64_t m_occurrenceId = 0;
    std::int64_t m_attachmentId = 0;
    std::string m_reply;
    server::PasswordHasher m_hasher{{64, 1, 1}};
    std::unique_ptr<server::ChangeHub> m_hub;
};

TEST_F(PermissionMatrix, namesNoMethodThatIsGone)
{
    std::size_t methods = 0;
    for (const auto* service : server::allServices())
        methods += static_cast<std::size_t>(service->method_count());
    EXPECT_EQ(matrix().size(), methods);
}

TEST_F(PermissionMatrix, withoutASessionOnlyOpenMethodsAnswer)
{
    forEachMethod([&](const MethodDescriptor& method, const MethodAccess& access, const Entry& entry) {
        const bool isOpen = access.kind == MethodAccess::Kind::Open;
        EXPECT_EQ(ask(method, ""), isOpen ? entry.allowed : "session.missing") << nameOf(method);
        EXPECT_EQ(ask(method, "forged"), isOpen ? entry.allowed : "session.ended") << nameOf(method);
    });
}

TEST_F(PermissionMatrix, withoutTheRightGrantedMethodsAreDenied)
{
    forEachMethod([&](const MethodDescriptor& method, const MethodAccess& access, const Entry& entry) {
        const std::string token = world().signIn(m_nobody);
        const bool isGranted = access.kind == MethodAccess::Kind::Granted;
        EXPECT_EQ(ask(method, token), isGranted                 ? "call.denied"
                                      : entry.rightless.empty() ? entry.allowed
                                                                : entry.rightless)
            << nameOf(method);
    });
    // What anybody signed in may store, a view or settings of their own, is no refusal.
    EXPECT_EQ(
        sql().number("SELECT count(*) FROM banhang.request_seen WHERE method NOT IN ('ViewsService.CreateSavedView',"
                     " 'NotificationsService.DismissReminders', 'NotificationsService.UpdateNotificationSettings')"),
        2)
        << "refused calls are not remembered";
}

TEST_F(PermissionMatrix, everyRightButTheRequiredOneIsNotEnough)
{
    int user = 0;
    forEachMethod([&](const MethodDescriptor& method, const MethodAccess& access, const Entry&) {
        if (access.kind != MethodAccess::Kind::Granted)
            return;
        std::vector<TestGrant> others;
        for (const TestGrant& grant : allRights(v1::SCOPE_ALL))
            if (!(Right{grant.resource, grant.action} == access.right))
                others.push_back(grant);
        const TestUser almost = world().addUserWith("gan" + std::to_string(user++), world().company(), others);
        EXPECT_EQ(ask(method, world().signIn(almost)), "call.denied") << nameOf(method);
    });
}

TEST_F(PermissionMatrix, aForeignRowLooksAbsent)
{
    const std::string before = sql().text("SELECT md5(string_agg(c::text, '')) FROM banhang.customer c");
    forEachMethod([&](const MethodDescriptor& method, const MethodAccess&, const Entry& entry) {
        if (!entry.foreign)
            return;
        EXPECT_EQ(ask(method, world().signIn(m_lan)), entry.foreign->empty() ? "OK" : *entry.foreign) << nameOf(method);
        EXPECT_EQ(m_reply.find("Trận"), std::string::npos) << nameOf(method) << " shows the foreign customer";
        EXPECT_EQ(m_reply.find("912345678"), std::string::npos) << nameOf(method) << " shows the foreign number";
    });
    EXPECT_EQ(sql().text("SELECT md5(string_agg(c::text, '')) FROM banhang.customer c"), before);
}

TEST_F(PermissionMatrix, withTheRightEveryMethodAnswers)
{
    forEachMethod([&](const MethodDescriptor& method, const MethodAccess&, const Entry& entry) {
        EXPECT_EQ(ask(method, world().signIn(m_hoa)), entry.allowed) << nameOf(method);
    });
}

} // namespace
} // namespace banhang::test
