// The rows of the permission matrix that are about the work with customers: activities, series, work lists, files.
#include <ctime>

#include "banhang/v1/activities.pb.h"
#include "banhang/v1/attachments.pb.h"
#include "banhang/v1/calendar_entries.pb.h"
#include "banhang/v1/series.pb.h"
#include "banhang/v1/work_lists.pb.h"
#include "server/core/crypto/digest.h"
#include "tests/integration/rights/matrix/matrix.h"

namespace banhang::test {

namespace {

const std::string kHidden = "customer.not_found";
const std::string kHiddenActivity = "activity.not_found";
const std::string kHiddenFile = "attachment.not_found";
const std::string kHiddenSeries = "series.not_found";

} // namespace

Entries workEntries()
{
    using namespace v1;
    return {
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
        {"SeriesService.ReplaceSeries",
         {with<ReplaceSeriesRequest>([](auto& r, const Target& t) {
              r.mutable_series()->set_id(t.seriesId);
              r.mutable_series()->mutable_recurrence()->set_frequency(FREQUENCY_DAILY);
              r.mutable_series()->mutable_pattern()->set_title("Ma trận");
              r.mutable_series()->mutable_pattern()->mutable_start_time()->set_seconds(std::time(nullptr));
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
        {"CalendarEntriesService.ExportCalendarEntries",
         {with<ExportCalendarEntriesRequest>([](auto& r, const Target& t) { r.add_activity_ids(t.activityId); }), ""}},
        {"CalendarEntriesService.FindCalendarEntries",
         {with<FindCalendarEntriesRequest>([](auto& r, const Target&) { r.add_uids("ma-tran@khach.vn"); }), ""}},
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
        {"WorkListsService.UndoPlannedTalks",
         {with<UndoPlannedTalksRequest>([](auto& r, const Target& t) {
              r.add_talks()->set_activity_id(t.activityId);
              r.set_request_id(t.requestId);
          }),
          ""}},
        {"AttachmentsService.UploadAttachment",
         {with<UploadAttachmentRequest>([](auto& r, const Target& t) {
              r.mutable_attachment()->set_customer_id(t.customerId);
              r.mutable_attachment()->set_name("Ma trận.txt");
              r.mutable_attachment()->set_sha256(server::sha256(""));
              r.set_request_id(t.requestId);
          }),
          kHidden, "OK", kHidden}},
        {"AttachmentsService.GetUpload",
         {with<GetUploadRequest>([](auto& r, const Target& t) { r.set_upload_request_id(t.requestId); }), {}}},
        {"AttachmentsService.CancelUpload",
         {with<CancelUploadRequest>([](auto& r, const Target& t) {
              r.set_upload_request_id(t.requestId);
              r.set_request_id(t.requestId);
          }),
          {}}},
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
    };
}

} // namespace banhang::test
