#include "tests/integration/plans/read_cases.h"

#include <cctype>
#include <ctime>
#include <optional>
#include <set>

#include <fmt/format.h>
#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

#include "server/core/rpc/method_table.h"

namespace banhang::test {

namespace {

using google::protobuf::Message;
using google::protobuf::MethodDescriptor;

constexpr std::time_t kDay = 86'400;

/// Writes that are harmless to repeat, and so have no request_id.
const std::set<std::string> kRepeatableWrites{"IdentityService.SignIn",
                                              "IdentityService.SignOut",
                                              "IdentityService.EndSession",
                                              "ChangesService.ReportPresence",
                                              "NotificationsService.MarkNotificationsRead",
                                              "ImportsService.DeleteImportTemplate"};

std::vector<ReadCase> workCases()
{
    const std::string list = "ActivitiesService.ListActivities";
    const std::string timeline = "ActivitiesService.ListTimeline";
    const std::string files = "AttachmentsService.ListAttachments";
    return {
        {"ActivitiesService.GetActivity", "", "activity_id: $activity"},
        {"ActivitiesService.BatchGetActivities", "", "activity_ids: [$activities]"},
        {list, "", ""},
        {list, "down", "descending: true"},
        {list, "planned", "filter { states: ACTIVITY_STATE_PLANNED }"},
        {list, "done talks", "filter { kinds: ACTIVITY_KIND_TALK states: ACTIVITY_STATE_DONE } descending: true"},
        {list, "channel", "filter { channel_keys: 'zalo' }"},
        {list, "callbacks", "filter { callbacks_only: true }"},
        {list, "of a customer", "filter { customer_id: $customer }"},
        {list, "own", "filter { user_ids: [$owner] owned_only: true }"},
        {list, "bin", "filter { deleted: true }"},
        {list, "calendar", "filter { user_ids: [$owners] from_time $time-4 to_time $time+3 } page_size: 1000"},
        {list, "a month", "filter { from_time $time-30 to_time $time-0 }"},
        {timeline, "", "customer_id: $customer"},
        {timeline, "kinds", "customer_id: $customer kinds: ACTIVITY_KIND_TALK channel_keys: 'call'"},
        {timeline, "of a colleague", "customer_id: $customer user_id: $owner"},
        {timeline, "words", "customer_id: $customer query: 'bao gia'"},
        {timeline, "words with marks", "customer_id: $customer query: 'Báo giá'"},
        {timeline, "no hit", "customer_id: $customer query: 'zzqxw'"},
        {"ActivitiesService.GetWorkday", "", ""},
        {"ActivitiesService.GetWorkday", "of a colleague", "user_id: $owner"},
        {"ActivitiesService.GetActivityReport", "a month", "user_ids: [$owners] first_day $day-30 last_day $day-0"},
        {"ActivitiesService.CheckActivity", "",
         "activity { kind: ACTIVITY_KIND_APPOINTMENT title: 'Gặp khách' customer_id: $customer owner_user_id: $me"
         " start_time $time+2 }"},
        {"SeriesService.GetSeries", "", "series_id: $series"},
        {"SeriesService.CheckSeries", "", "recurrence { frequency: FREQUENCY_WEEKLY } first_day $day-0"},
        {"CalendarEntriesService.ExportCalendarEntries", "", "activity_ids: [$activities]"},
        {"CalendarEntriesService.ExportCalendarEntries", "a week",
         "filter { user_ids: [$me] from_time $time-4 to_time $time+3 }"},
        {"CalendarEntriesService.FindCalendarEntries", "", "uids: 'hop@khach.vn'"},
        {"WorkListsService.GetWorkListSettings", "", ""},
        {"WorkListsService.CheckTalkPlan", "",
         "customer_ids: [$customers] first_day $day+3 day_count: 5 from_minute: 480 to_minute: 1020 minutes_each: 15"},
        {files, "", "customer_id: $customer"},
        {files, "with activities", "customer_id: $customer with_activities: true"},
        {files, "of an activity", "activity_id: $activity"},
        {files, "bin", "customer_id: $customer deleted: true"},
        {"AttachmentsService.GetUpload", "", "upload_request_id: '00000000-0000-4000-8000-000000000000'"},
    };
}

std::vector<ReadCase> careCases()
{
    const std::string list = "CareRequestsService.ListCareRequests";
    return {
        {"CareRequestsService.GetCareRequest", "", "care_request_id: $care"},
        {"CareRequestsService.BatchGetCareRequests", "", "care_request_ids: [$cares]"},
        {list, "", ""},
        {list, "created, down", "order: CARE_ORDER_CREATED descending: true"},
        {list, "open", "filter { open_only: true }"},
        {list, "overdue", "filter { overdue_only: true }"},
        {list, "urgent complaints", "filter { severities: CARE_SEVERITY_URGENT kind_keys: 'complaint' }"},
        {list, "closed", "filter { states: CARE_STATE_CLOSED } descending: true"},
        {list, "of owners", "filter { owner_user_ids: [$owners] }"},
        {list, "of a customer", "filter { customer_id: $customer }"},
        {list, "bin", "filter { deleted: true }"},
        {"CareRequestsService.GetCareCounts", "", ""},
        {"CareRequestsService.GetCareSettings", "", ""},
        {"SequencesService.ListSequences", "", ""},
        {"SequencesService.CheckSequence", "",
         "sequence { name: 'Sau bán hàng' steps { kind: CARE_STEP_KIND_CALL channel_key: 'call' title: 'Hỏi thăm'"
         " base: CARE_STEP_BASE_START offset_days: 3 } } start_day $day+1 customer_id: $customer"},
        {"SequencesService.GetCustomerEnrolments", "", "customer_id: $customer"},
    };
}

std::vector<ReadCase> newsCases()
{
    const std::string list = "NotificationsService.ListNotifications";
    const std::string subscription = "SubscriptionsService.CheckSubscription";
    return {
        {list, "", ""},
        {list, "unread", "unread_only: true"},
        {"NotificationsService.BatchGetNotifications", "", "notification_ids: [$notifications]"},
        {"NotificationsService.GetNotificationChanges", "", "notification_id: $notification"},
        {"NotificationsService.GetReminders", "", "coming: 20"},
        {"NotificationsService.GetNotificationSettings", "", ""},
        {"SubscriptionsService.ListSubscriptions", "", ""},
        {subscription, "customers", "subscription { entity: SUBSCRIBED_ENTITY_CUSTOMER on_create: true }"},
        {subscription, "activities", "subscription { entity: SUBSCRIBED_ENTITY_ACTIVITY on_change: true }"},
    };
}

std::vector<ReadCase> houseCases()
{
    const std::string row = "rows { number: 1 customer { kind: CUSTOMER_KIND_INDIVIDUAL name: '$name'"
                            " phones { number: '$phone' } } }";
    return {
        {"IdentityService.GetMe", "", ""},
        {"IdentityService.GetDirectory", "", ""},
        {"IdentityService.ListSessions", "", ""},
        {"PicklistsService.ListPickItems", "", ""},
        {"ViewsService.ListSavedViews", "", "list_key: 'customers'"},
        {"OpsService.GetServerInfo", "", ""},
        {"MergesService.GetMergePreview", "", "customer_ids: [$two_customers]"},
        {"MergesService.ListMerges", "", ""},
        {"MergesService.ListMerges", "of a customer", "customer_id: $merged"},
        {"MergesService.ListMerges", "undoable", "undoable: true"},
        {"MergesService.GetUndoPreview", "", "merge_id: $merge"},
        {"FindingsService.ListFindings", "", "with_count: true"},
        {"FindingsService.ListFindings", "postponed", "postponed: true with_count: true"},
        {"ScansService.GetScan", "", ""},
        {"ScansService.GetWeights", "", ""},
        {"ImportsService.GetImport", "", "import_id: $import"},
        {"ImportsService.ListImports", "", ""},
        {"ImportsService.ListImportRows", "", "import_id: $import"},
        {"ImportsService.ListImportRows", "created", "import_id: $import outcomes: ROW_OUTCOME_CREATED"},
        {"ImportsService.CheckImportRows", "", row},
        {"ImportsService.FindDuplicateRows", "", row},
        {"ImportsService.ListImportTemplates", "", ""},
    };
}

std::string momentOf(const std::string& kind, std::time_t days)
{
    const std::time_t moment = std::time(nullptr) + days * kDay;
    if (kind == "time")
        return fmt::format("{{ seconds: {} }}", moment);
    std::tm day{};
    gmtime_r(&moment, &day);
    return fmt::format("{{ year: {} month: {} day: {} }}", day.tm_year + 1900, day.tm_mon + 1, day.tm_mday);
}

/// With all its "$words" replaced.
std::optional<std::string> filledIn(const std::string& pattern, const Asker& asker)
{
    std::string text;
    for (std::size_t at = 0; at < pattern.size();) {
        if (pattern[at] != '$') {
            text += pattern[at++];
            continue;
        }
        std::size_t end = at + 1;
        while (end < pattern.size() && (std::isalpha(pattern[end]) != 0 || pattern[end] == '_'))
            ++end;
        const std::string word = pattern.substr(at + 1, end - at - 1);
        if (word == "day" || word == "time") {
            std::size_t used = 0;
            text += momentOf(word, std::stoi(pattern.substr(end), &used));
            end += used;
        } else if (asker.facts.at(word).empty()) {
            return std::nullopt;
        } else {
            text += asker.facts.at(word);
        }
        at = end;
    }
    return text;
}

std::unique_ptr<Message> make(const google::protobuf::Descriptor& type)
{
    return std::unique_ptr<Message>(google::protobuf::MessageFactory::generated_factory()->GetPrototype(&type)->New());
}

} // namespace

const std::vector<ReadCase>& readCases()
{
    static const std::vector<ReadCase> cases = [] {
        std::vector<ReadCase> all;
        for (const auto& part : {customerCases(), workCases(), careCases(), newsCases(), houseCases()})
            all.insert(all.end(), part.begin(), part.end());
        return all;
    }();
    return cases;
}

std::unique_ptr<Message> requestOf(const ReadCase& asked, const MethodDescriptor& method, const Asker& asker)
{
    const auto text = filledIn(asked.request, asker);
    if (!text)
        return nullptr;
    auto request = make(*method.input_type());
    EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(*text, request.get())) << asked.method << ": " << *text;
    return request;
}

std::unique_ptr<Message> nextPage(const MethodDescriptor& method, const Message& request, const std::string& answer)
{
    const auto* behind = method.output_type()->FindFieldByName("next_page_token");
    const auto* token = method.input_type()->FindFieldByName("page_token");
    if (behind == nullptr || token == nullptr)
        return nullptr;
    const auto page = make(*method.output_type());
    EXPECT_TRUE(page->ParseFromString(answer));
    const std::string place = page->GetReflection()->GetString(*page, behind);
    if (place.empty())
        return nullptr;
    auto next = make(*method.input_type());
    next->CopyFrom(request);
    next->GetReflection()->SetString(next.get(), token, place);
    return next;
}

std::map<std::string, const MethodDescriptor*> readMethods()
{
    std::map<std::string, const MethodDescriptor*> methods;
    for (const auto* service : server::allServices())
        for (int i = 0; i < service->method_count(); ++i) {
            const MethodDescriptor& method = *service->method(i);
            const std::string name = service->name() + "." + method.name();
            if (!method.client_streaming() && !method.server_streaming() &&
                method.input_type()->FindFieldByName("request_id") == nullptr && !kRepeatableWrites.contains(name))
                methods[name] = &method;
        }
    return methods;
}

} // namespace banhang::test
