#include "tests/integration/rights/care/care_comparison.h"

#include <map>
#include <set>

#include "server/attachments/attachments_service.h"
#include "server/care/care_requests_service.h"
#include "server/reminders/notifications_service.h"
#include "server/sequences/sequences_service.h"

namespace banhang::test {

namespace {

using Care = v1::CareRequestsService::Stub;
using Sequences = v1::SequencesService::Stub;
using Files = v1::AttachmentsService::Stub;
using News = v1::NotificationsService::Stub;

/// Small, so that there are several pages; a faulty server must not keep the test paging for ever.
constexpr int kPage = 7;
constexpr int kMaxPages = 100;

std::string ownRows(const std::string& ids)
{
    return ids.empty() ? "nothing" : ids;
}

} // namespace

std::vector<std::unique_ptr<grpc::Service>> CareComparison::makeServices(ServerParts& parts)
{
    std::vector<std::unique_ptr<grpc::Service>> services;
    services.push_back(std::make_unique<server::CareRequestsService>(parts.calls, parts.signer));
    services.push_back(std::make_unique<server::SequencesService>(parts.calls, parts.signer));
    services.push_back(std::make_unique<server::AttachmentsService>(
        parts.calls, parts.signer, server::AttachmentParts{parts.app, parts.callers, 1024, [] {}}));
    services.push_back(std::make_unique<server::NotificationsService>(parts.calls, parts.signer));
    return services;
}

CareOffice CareComparison::makeOffice(int worlds)
{
    CareOffice office(m_random, worlds);
    office.store(sql());
    return office;
}

void CareComparison::compare(const CareOffice& office, int usersToAsk)
{
    if (!m_care) {
        m_care = stub<v1::CareRequestsService>();
        m_sequences = stub<v1::SequencesService>();
        m_files = stub<v1::AttachmentsService>();
        m_news = stub<v1::NotificationsService>();
    }
    for (int i = 0; i < usersToAsk; ++i)
        compareUser(office, any(office.office.users));
}

void CareComparison::compareUser(const CareOffice& office, const OfficeUser& user)
{
    m_token = user.token;
    const CareOracle oracle(office, user);
    compareReads(office, user, oracle);
    compareLists(office, user, oracle);
    compareWrites(office, user, oracle);
    compareSequences(office, user, oracle);
    compareFiles(office, user, oracle);
    compareNews(office, user, oracle);
    if (user.active)
        compareWall(office, user, oracle);
}

void CareComparison::check(const std::string& what, const OfficeUser& user, const std::string& expected,
                           const std::string& found, bool refused)
{
    const std::string wanted = user.active ? expected : "session.ended";
    ++m_comparisons;
    m_refusals += refused || !user.active ? 1 : 0;
    if (found != wanted)
        m_differences.push_back(what + " by " + std::to_string(user.id) + ": expected " + wanted + ", found " + found);
}

void CareComparison::compareReads(const CareOffice& office, const OfficeUser& user, const CareOracle& oracle)
{
    const bool mayView = oracle.reach().may(v1::RESOURCE_CARE_REQUEST, v1::ACTION_VIEW);
    v1::BatchGetCareRequestsRequest batch;
    std::set<std::int64_t> ids;
    std::string wantedOfBatch;
    for (int i = 0; i < 8; ++i) {
        const OfficeCareRequest& asked = any(office.requests);
        const bool sees = oracle.sees(asked);
        v1::GetCareRequestRequest request;
        request.set_care_request_id(asked.id);
        v1::CareRequest reply;
        std::string found = ask(*m_care, &Care::GetCareRequest, request, reply);
        if (found == "OK")
            found = reply.subject() + (reply.customer_name().empty() ? ", of nobody" : ", of a customer");
        const std::string wanted = "Hỏng " + std::to_string(asked.id) +
                                   (oracle.seesName(asked.customerId) ? ", of a customer" : ", of nobody");
        check("get " + std::to_string(asked.id), user,
              sees      ? wanted
              : mayView ? "care_request.not_found"
                        : "call.denied",
              found, !sees);
        if (!ids.insert(asked.id).second)
            continue;
        batch.add_care_request_ids(asked.id);
        if (sees && !asked.binned)
            wantedOfBatch += std::to_string(asked.id) + " ";
    }
    std::string foundOfBatch;
    v1::BatchGetCareRequestsResponse reply;
    const std::string key = ask(*m_care, &Care::BatchGetCareRequests, batch, reply);
    for (const v1::CareRequest& request : reply.care_requests())
        foundOfBatch += std::to_string(request.id()) + " ";
    check("batch", user, mayView ? wantedOfBatch : "call.denied", key == "OK" ? foundOfBatch : key,
          !mayView || wantedOfBatch.empty());
}

std::string CareComparison::listed(const v1::CareFilter& filter, bool descending)
{
    v1::ListCareRequestsRequest request;
    *request.mutable_filter() = filter;
    request.set_descending(descending);
    request.set_page_size(kPage);
    std::string ids;
    for (int pages = 0; pages < kMaxPages; ++pages) {
        v1::ListCareRequestsResponse page;
        if (const std::string key = ask(*m_care, &Care::ListCareRequests, request, page); key != "OK")
            return key;
        for (const v1::CareRequest& one : page.care_requests())
            ids += std::to_string(one.id()) + " ";
        if (page.next_page_token().empty())
            break;
        request.set_page_token(page.next_page_token());
    }
    return ids;
}

void CareComparison::compareLists(const CareOffice& office, const OfficeUser& user, const CareOracle& oracle)
{
    const bool mayView = oracle.reach().may(v1::RESOURCE_CARE_REQUEST, v1::ACTION_VIEW);
    v1::CareFilter ofCustomer;
    ofCustomer.set_customer_id(any(office.requests).customerId);
    v1::CareFilter ofOwner;
    ofOwner.add_owner_user_ids(any(office.office.users).id);
    v1::CareFilter binned;
    binned.set_deleted(true);
    v1::CareFilter open;
    open.set_open_only(true);
    v1::CareFilter overdue;
    overdue.set_overdue_only(true);
    for (const v1::CareFilter& filter : {v1::CareFilter(), ofCustomer, ofOwner, binned, open, overdue}) {
        const bool descending = below(2) == 0;
        const std::string wanted = mayView ? oracle.list(filter, descending) : "call.denied";
        check("list of " + filter.ShortDebugString(), user, wanted, listed(filter, descending),
              !mayView || wanted.empty());
    }
    v1::CareCounts counts;
    std::string found = ask(*m_care, &Care::GetCareCounts, v1::GetCareCountsRequest(), counts);
    if (found == "OK")
        found = std::to_string(counts.capped_own_open()) + " " + std::to_string(counts.capped_own_overdue()) + " " +
                std::to_string(counts.capped_all_open()) + " " + std::to_string(counts.capped_all_overdue()) + " ";
    check("counts", user, mayView ? oracle.counts() : "call.denied", found, !mayView);
}

/// Edits that change nothing where they are allowed, and all kinds where they are not.
void CareComparison::compareWrites(const CareOffice& office, const OfficeUser& user, const CareOracle& oracle)
{
    for (int i = 0; i < 5; ++i) {
        const OfficeCareRequest& asked = any(office.requests);
        const std::string which = " " + std::to_string(asked.id);
        v1::UpdateCareRequestRequest update;
        update.mutable_care_request()->set_id(asked.id);
        update.mutable_care_request()->set_version(1);
        update.mutable_care_request()->set_subject("Hỏng " + std::to_string(asked.id));
        update.mutable_update_mask()->add_paths("subject");
        update.set_request_id(newRequestId());
        v1::CareRequest reply;
        const std::string editing = oracle.write(v1::ACTION_EDIT, asked);
        check("update" + which, user, editing, ask(*m_care, &Care::UpdateCareRequest, update, reply), editing != "OK");
        v1::DeleteCareRequestRequest binning;
        binning.set_care_request_id(asked.id);
        binning.set_request_id(newRequestId());
        const std::string deleting = oracle.write(v1::ACTION_DELETE, asked);
        if (deleting != "OK" || asked.binned)
            check("delete" + which, user, deleting, ask(*m_care, &Care::DeleteCareRequest, binning, reply),
                  deleting != "OK");
        const OfficeUser& owner = any(office.office.users);
        v1::AssignCareRequestsRequest assigning;
        assigning.add_care_request_ids(asked.id);
        assigning.set_owner_user_id(owner.id);
        assigning.set_request_id(newRequestId());
        v1::AssignCareRequestsResponse assigned;
        if (const std::string refusal = oracle.assign(asked, owner); refusal != "OK")
            checkRefusal("assign" + which, user, refusal, ask(*m_care, &Care::AssignCareRequests, assigning, assigned));
    }
}

void CareComparison::compareSequences(const CareOffice& office, const OfficeUser& user, const CareOracle& oracle)
{
    const bool mayEdit = oracle.reach().may(v1::RESOURCE_CUSTOMER, v1::ACTION_EDIT);
    const bool mayStart = mayEdit && oracle.reach().may(v1::RESOURCE_ACTIVITY, v1::ACTION_CREATE);
    const std::int64_t sequence = 1 + below(CareOffice::kSequences);
    v1::StartSequenceRequest starting;
    v1::StopSequenceRequest stopping;
    std::map<std::int64_t, std::string> notStarted;
    std::map<std::int64_t, std::string> notStopped;
    for (int i = 0; i < 6; ++i) {
        const std::int64_t id = any(office.office.customers).data.id();
        v1::GetCustomerEnrolmentsRequest request;
        request.set_customer_id(id);
        v1::CustomerEnrolments care;
        std::string found = ask(*m_sequences, &Sequences::GetCustomerEnrolments, request, care);
        if (found == "OK") {
            found.clear();
            for (const v1::Enrolment& enrolment : care.enrolments())
                found += std::to_string(enrolment.id()) + " ";
        }
        check("care of " + std::to_string(id), user, oracle.enrolments(id), found, !oracle.reach().seesCustomer(id));
        if (const std::string refusal = oracle.start(id, sequence); !refusal.empty() && !notStarted.contains(id)) {
            notStarted[id] = refusal;
            starting.add_customer_ids(id);
        }
        if (const std::string refusal = oracle.stop(id, sequence); !refusal.empty() && !notStopped.contains(id)) {
            notStopped[id] = refusal;
            stopping.add_customer_ids(id);
        }
    }
    const auto refusals = [](const auto& refused) {
        std::string text;
        std::map<std::int64_t, std::string> sorted;
        if constexpr (std::is_same_v<std::decay_t<decltype(refused)>, std::map<std::int64_t, std::string>>)
            sorted = refused;
        else
            for (const auto& one : refused)
                sorted[one.customer_id()] = one.key();
        for (const auto& [id, key] : sorted)
            text += std::to_string(id) + " " + key + "; ";
        return text;
    };
    if (!notStarted.empty()) {
        starting.set_sequence_id(sequence);
        starting.set_request_id(newRequestId());
        v1::StartSequenceResponse started;
        const std::string key = ask(*m_sequences, &Sequences::StartSequence, starting, started);
        checkRefusal("start", user, mayStart ? refusals(notStarted) : "call.denied",
                     key == "OK" ? refusals(started.skipped()) : key);
    }
    if (!notStopped.empty()) {
        stopping.set_sequence_id(sequence);
        stopping.set_request_id(newRequestId());
        v1::StopSequenceResponse stopped;
        const std::string key = ask(*m_sequences, &Sequences::StopSequence, stopping, stopped);
        checkRefusal("stop", user, mayEdit ? refusals(notStopped) : "call.denied",
                     key == "OK" ? refusals(stopped.skipped()) : key);
    }
}

void CareComparison::compareFiles(const CareOffice& office, const OfficeUser& user, const CareOracle& oracle)
{
    for (int i = 0; i < 4 && !office.files.empty(); ++i) {
        const OfficeFile& file = any(office.files);
        v1::ListAttachmentsRequest request;
        request.set_customer_id(file.customerId);
        request.set_deleted(below(3) == 0);
        v1::ListAttachmentsResponse files;
        std::string found = ask(*m_files, &Files::ListAttachments, request, files);
        if (found == "OK") {
            found.clear();
            for (const v1::Attachment& one : files.attachments())
                found += std::to_string(one.id()) + " ";
        }
        const bool sees = oracle.reach().seesCustomer(file.customerId);
        check("files of " + std::to_string(file.customerId), user,
              ownRows(oracle.files(file.customerId, request.deleted())), ownRows(found), !sees);

        v1::DownloadAttachmentRequest download;
        download.set_attachment_id(file.id);
        const auto clientContext = context(m_token);
        const auto reader = m_files->DownloadAttachment(clientContext.get(), download);
        for (v1::DownloadAttachmentResponse piece; reader->Read(&piece);) {
        }
        const grpc::Status status = reader->Finish();
        check("download " + std::to_string(file.id), user, sees ? "OK" : "attachment.not_found",
              status.ok() ? "OK" : fromStatus(status).key(), !sees);

        v1::UpdateAttachmentRequest edit;
        edit.mutable_attachment()->set_id(file.id);
        edit.mutable_attachment()->set_version(99); // of no version: where it may be edited, that is what refuses it
        edit.mutable_attachment()->set_name("b.txt");
        edit.mutable_update_mask()->add_paths("name");
        edit.set_request_id(newRequestId());
        v1::Attachment edited;
        const std::string refusal = oracle.fileEdit(file);
        checkRefusal("rename " + std::to_string(file.id), user, refusal == "OK" ? "call.invalid" : refusal,
                     ask(*m_files, &Files::UpdateAttachment, edit, edited));
        v1::DeleteAttachmentRequest binning;
        binning.set_attachment_id(file.id);
        binning.set_request_id(newRequestId());
        if (refusal != "OK")
            checkRefusal("bin " + std::to_string(file.id), user, refusal,
                         ask(*m_files, &Files::DeleteAttachment, binning, edited));
    }
}

void CareComparison::compareNews(const CareOffice& office, const OfficeUser& user, const CareOracle& oracle)
{
    v1::ListNotificationsRequest list;
    list.set_page_size(3);
    v1::BatchGetNotificationsRequest batch;
    v1::MarkNotificationsReadRequest reading;
    v1::DismissRemindersRequest dismissing;
    for (const OfficeNews& one : office.news) {
        if (batch.notification_ids_size() < 400)
            batch.add_notification_ids(static_cast<std::int64_t>(office.news.size()) - batch.notification_ids_size());
        if (one.userId != user.id && reading.notification_ids_size() < 400) {
            reading.add_notification_ids(one.id);
            dismissing.add_reminder_ids(one.id);
        }
    }
    const auto told = [](const auto& notifications) {
        std::string text;
        for (const v1::Notification& one : notifications)
            text += std::to_string(one.id()) + (one.title().empty() ? "" : " " + one.title()) + "; ";
        return text;
    };
    std::string found;
    int unread = 0;
    for (int pages = 0; pages < kMaxPages; ++pages) {
        v1::ListNotificationsResponse page;
        if (const std::string key = ask(*m_news, &News::ListNotifications, list, page); key != "OK") {
            found = key;
            break;
        }
        found += told(page.notifications());
        unread = page.capped_unread_count();
        list.set_page_token(page.next_page_token());
        if (page.next_page_token().empty())
            break;
    }
    check("news", user, oracle.news(), found, false);
    v1::BatchGetNotificationsResponse fetched;
    const std::string key = ask(*m_news, &News::BatchGetNotifications, batch, fetched);
    checkRefusal("news by id", user, oracle.news(), key == "OK" ? told(fetched.notifications()) : key);
    if (user.active)
        check("number of news", user, std::to_string(oracle.unread()), std::to_string(unread), false);

    const OfficeNews& other = any(office.news);
    v1::SnoozeReminderRequest snoozing;
    snoozing.set_reminder_id(other.id);
    snoozing.set_request_id(newRequestId());
    v1::Reminder reminder;
    if (other.userId != user.id)
        checkRefusal("snooze " + std::to_string(other.id), user, "reminder.not_found",
                     ask(*m_news, &News::SnoozeReminder, snoozing, reminder));
    // What is not one's own is passed over; that nothing was changed, the tables tell.
    dismissing.set_request_id(newRequestId());
    v1::MarkNotificationsReadResponse read;
    v1::DismissRemindersResponse dismissed;
    checkRefusal("reading others' news", user, "OK", ask(*m_news, &News::MarkNotificationsRead, reading, read));
    checkRefusal("dismissing others' reminders", user, "OK",
                 ask(*m_news, &News::DismissReminders, dismissing, dismissed));
}

/// The same rows by the second wall alone: the app's role, no predicate, nothing but the identity.
void CareComparison::compareWall(const CareOffice& office, const OfficeUser& user, const CareOracle& oracle)
{
    if (!m_wall)
        m_wall = std::make_unique<SqlSession>(access("banhang_app"));
    m_wall->run("SELECT set_config('banhang.user_id', $1, false)", {std::to_string(user.id)});
    const auto compareTable = [&](const std::string& table, const auto& rows, auto idOf, auto isWithin) {
        std::vector<std::int64_t> ids;
        for (const auto& row : rows)
            if (isWithin(row))
                ids.push_back(idOf(row));
        std::ranges::sort(ids);
        std::string expected;
        for (const std::int64_t id : ids)
            expected += std::to_string(id) + " ";
        const std::string column = table == "care_step" ? "enrolment_id" : "id";
        check("wall of " + table, user, expected,
              m_wall->text("SELECT coalesce(string_agg(" + column + " || ' ', '' ORDER BY " + column +
                           "), '') FROM banhang." + table),
              false);
    };
    const auto id = [](const auto& row) { return row.id; };
    const auto ofCustomer = [&](const auto& row) { return oracle.isWithinWall(row.customerId); };
    const auto own = [&](const OfficeNews& one) { return one.userId == user.id; };
    compareTable("care_request", office.requests, id,
                 [&](const OfficeCareRequest& request) { return oracle.isWithinWall(request); });
    compareTable("care_enrolment", office.enrolments, id, ofCustomer);
    compareTable("care_step", office.enrolments, id, ofCustomer);
    compareTable("attachment", office.files, id, ofCustomer);
    compareTable("notification", office.news, id, own);
    compareTable("reminder", office.news, id, own);
}

} // namespace banhang::test
