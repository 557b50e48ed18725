// Activities of random offices: what the server says to each user, put next to what the oracle says.
#include <algorithm>
#include <iostream>

#include "banhang/v1/activities.grpc.pb.h"
#include "banhang/v1/attachments.grpc.pb.h"
#include "server/activities/activities_service.h"
#include "server/attachments/attachments_service.h"
#include "tests/integration/rights/activity_office.h"
#include "tests/support/server_fixture.h"

namespace banhang::test {
namespace {

using Stub = v1::ActivitiesService::Stub;

constexpr int kOffices = 5;
constexpr int kWorlds = 12;
constexpr int kAsked = 40;

class ActivityOracleTest : public ServerFixture
{
protected:
    std::vector<std::unique_ptr<grpc::Service>> makeServices(ServerParts& parts) override
    {
        std::vector<std::unique_ptr<grpc::Service>> services;
        services.push_back(std::make_unique<server::ActivitiesService>(parts.calls, parts.signer));
        services.push_back(std::make_unique<server::AttachmentsService>(
            parts.calls, parts.signer, server::AttachmentParts{parts.app, parts.callers, 1024, [] {}}));
        return services;
    }

    template <typename Request, typename Response>
    std::string ask(grpc::Status (Stub::*method)(grpc::ClientContext*, const Request&, Response*),
                    const Request& request, const OfficeUser& user, Response& reply)
    {
        if (!m_stub)
            m_stub = stub<v1::ActivitiesService>();
        const auto clientContext = context(user.token);
        const grpc::Status status = (*m_stub.*method)(clientContext.get(), request, &reply);
        return status.ok() ? "OK" : fromStatus(status).key();
    }

    void expect(const std::string& what, const OfficeUser& user, const std::string& expected, const std::string& found)
    {
        ++m_comparisons;
        EXPECT_EQ(found, expected) << what << " by " << user.id;
    }

    void compare(const ActivityOffice& office, const OfficeUser& user);
    void compareReads(const ActivityOffice& office, const OfficeUser& user, const std::string& gate);
    void compareLists(const ActivityOffice& office, const OfficeUser& user, const std::string& gate);
    void compareWrites(const ActivityOffice& office, const OfficeUser& user);
    void compareWall(const ActivityOffice& office, const OfficeUser& user);
    void compareFiles(const ActivityOffice& office, const OfficeUser& user);
    void addFiles();

    std::string listed(const OfficeUser& user, const v1::ActivityFilter& filter);
    /// Ids by time, "gate" instead where the call is refused as a whole.
    static std::string inOrder(std::vector<const OfficeActivity*> rows);

    std::mt19937 m_random{20261123};
    int m_comparisons = 0;
    std::unique_ptr<Stub> m_stub;
    std::unique_ptr<v1::AttachmentsService::Stub> m_files;
    std::unique_ptr<SqlSession> m_wall;
};

std::string ActivityOracleTest::inOrder(std::vector<const OfficeActivity*> rows)
{
    std::ranges::sort(rows, {}, [](const OfficeActivity* row) { return std::pair(row->hour, row->id); });
    std::string text;
    for (const OfficeActivity* row : rows)
        text += std::to_string(row->id) + " ";
    return text;
}

std::string ActivityOracleTest::listed(const OfficeUser& user, const v1::ActivityFilter& filter)
{
    v1::ListActivitiesRequest request;
    *request.mutable_filter() = filter;
    request.set_page_size(7);
    std::string text;
    do {
        v1::ListActivitiesResponse page;
        if (const std::string key = ask(&Stub::ListActivities, request, user, page); key != "OK")
            return key;
        for (const v1::Activity& activity : page.activities())
            text += std::to_string(activity.id()) + " ";
        request.set_page_token(page.next_page_token());
    } while (!request.page_token().empty());
    return text;
}

void ActivityOracleTest::compare(const ActivityOffice& office, const OfficeUser& user)
{
    const ActivityOracle oracle(office, user);
    const std::string gate = !user.active                                         ? "session.ended"
                             : oracle.may(v1::RESOURCE_ACTIVITY, v1::ACTION_VIEW) ? "OK"
                                                                                  : "call.denied";
    compareReads(office, user, gate);
    compareLists(office, user, gate);
    compareFiles(office, user);
    if (user.active)
        compareWrites(office, user);
    if (user.active)
        compareWall(office, user);
}

void ActivityOracleTest::compareReads(const ActivityOffice& office, const OfficeUser& user, const std::string& gate)
{
    const ActivityOracle oracle(office, user);
    for (int i = 0; i < 10; ++i) {
        const OfficeActivity& activity = office.activities[m_random() % office.activities.size()];
        v1::GetActivityRequest request;
        request.set_activity_id(activity.id);
        v1::Activity reply;
        const std::string found = ask(&Stub::GetActivity, request, user, reply);
        expect("get", user, gate != "OK" ? gate : oracle.sees(activity) ? "OK" : "activity.not_found", found);
        if (found == "OK")
            expect("name", user, oracle.seesCustomer(activity.customerId) ? "named" : "nameless",
                   reply.customer_name().empty() ? "nameless" : "named");
    }
    v1::BatchGetActivitiesRequest batch;
    std::string expected;
    for (const OfficeActivity& activity : office.activities)
        if (batch.activity_ids_size() < 500) {
            batch.add_activity_ids(activity.id);
            if (oracle.sees(activity) && !activity.binned)
                expected += std::to_string(activity.id) + " ";
        }
    v1::BatchGetActivitiesResponse reply;
    const std::string key = ask(&Stub::BatchGetActivities, batch, user, reply);
    std::string found;
    for (const v1::Activity& activity : reply.activities())
        found += std::to_string(activity.id()) + " ";
    expect("batch", user, gate == "OK" ? expected : gate, key == "OK" ? found : key);
}

void ActivityOracleTest::compareLists(const ActivityOffice& office, const OfficeUser& user, const std::string& gate)
{
    const ActivityOracle oracle(office, user);
    const OfficeUser& other = office.office.users[m_random() % office.office.users.size()];
    const ActivityOracle others(office, other);
    for (const bool binned : {false, true}) {
        std::vector<const OfficeActivity*> own;
        std::vector<const OfficeActivity*> ofOther;
        std::vector<const OfficeActivity*> open;
        for (const OfficeActivity& activity : office.activities) {
            if (activity.binned != binned || !oracle.sees(activity))
                continue;
            const bool isWithin =
                oracle.reaches(v1::RESOURCE_ACTIVITY, v1::ACTION_VIEW, activity.leaf) || oracle.isOf(activity);
            if (isWithin)
                own.push_back(&activity);
            if (isWithin && activity.isOpen)
                open.push_back(&activity);
            if (others.isOf(activity))
                ofOther.push_back(&activity);
        }
        v1::ActivityFilter filter;
        filter.set_deleted(binned);
        expect("list", user, gate == "OK" ? inOrder(own) : gate, listed(user, filter));
        filter.add_states(v1::ACTIVITY_STATE_PLANNED);
        expect("open list", user, gate == "OK" ? inOrder(open) : gate, listed(user, filter));
        filter.clear_states();
        filter.add_user_ids(other.id);
        expect("list of a colleague", user, gate == "OK" ? inOrder(ofOther) : gate, listed(user, filter));
    }
}

/// Edits that change nothing where they are allowed, and all kinds where they are not.
void ActivityOracleTest::compareWrites(const ActivityOffice& office, const OfficeUser& user)
{
    const ActivityOracle oracle(office, user);
    for (int i = 0; i < 6; ++i) {
        const OfficeActivity& activity = office.activities[m_random() % office.activities.size()];
        const auto expected = [&](v1::Action action) -> std::string {
            if (!oracle.may(v1::RESOURCE_ACTIVITY, action))
                return "call.denied";
            if (!oracle.sees(activity))
                return "activity.not_found";
            if (!oracle.reaches(v1::RESOURCE_ACTIVITY, action, activity.leaf))
                return "call.denied";
            return activity.binned && action == v1::ACTION_EDIT ? "activity.in_bin" : "OK";
        };
        v1::UpdateActivityRequest update;
        update.mutable_activity()->set_id(activity.id);
        update.mutable_activity()->set_version(1);
        update.mutable_activity()->set_title("Hẹn " + std::to_string(activity.id));
        update.mutable_update_mask()->add_paths("title");
        update.set_request_id(newRequestId());
        v1::ActivityChangeResponse changed;
        expect("update", user, expected(v1::ACTION_EDIT), ask(&Stub::UpdateActivity, update, user, changed));
        v1::DeleteActivityRequest deletion;
        deletion.set_activity_id(activity.id);
        deletion.set_request_id(newRequestId());
        v1::Activity deleted;
        if (expected(v1::ACTION_DELETE) != "OK" || activity.binned)
            expect("delete", user, expected(v1::ACTION_DELETE), ask(&Stub::DeleteActivity, deletion, user, deleted));
    }
}

void ActivityOracleTest::compareWall(const ActivityOffice& office, const OfficeUser& user)
{
    if (!m_wall)
        m_wall = std::make_unique<SqlSession>(access("banhang_app"));
    const ActivityOracle oracle(office, user);
    std::string expected;
    for (const OfficeActivity& activity : office.activities)
        if (oracle.isWithinWall(activity))
            expected += std::to_string(activity.id) + " ";
    m_wall->run("SELECT set_config('banhang.user_id', $1, false)", {std::to_string(user.id)});
    expect("wall", user, expected,
           m_wall->text("SELECT coalesce(string_agg(id || ' ', '' ORDER BY id), '') FROM banhang.activity"));
    expect("wall of files", user, expected,
           m_wall->text("SELECT coalesce(string_agg(activity_id || ' ', '' ORDER BY activity_id), '')"
                        " FROM banhang.attachment"));
}

/// A file has the sight of its activity.
void ActivityOracleTest::compareFiles(const ActivityOffice& office, const OfficeUser& user)
{
    if (!m_files)
        m_files = stub<v1::AttachmentsService>();
    const ActivityOracle oracle(office, user);
    const bool mayLook = oracle.may(v1::RESOURCE_ACTIVITY, v1::ACTION_VIEW);
    for (int i = 0; i < 5; ++i) {
        const OfficeActivity& activity = office.activities[m_random() % office.activities.size()];
        v1::ListAttachmentsRequest request;
        request.set_activity_id(activity.id);
        v1::ListAttachmentsResponse reply;
        const auto clientContext = context(user.token);
        const grpc::Status status = m_files->ListAttachments(clientContext.get(), request, &reply);
        const std::string expected = !user.active                       ? "session.ended"
                                     : mayLook && oracle.sees(activity) ? "1 file"
                                                                        : "activity.not_found";
        expect("files", user, expected,
               status.ok() ? std::to_string(reply.attachments_size()) + " file" : fromStatus(status).key());
    }
}

/// One for each activity.
void ActivityOracleTest::addFiles()
{
    sql().run("DO $$ DECLARE a record; c bigint; BEGIN"
              " FOR a IN SELECT id, owner_id FROM banhang.activity f"
              " WHERE NOT EXISTS (SELECT FROM banhang.attachment t WHERE t.activity_id = f.id) LOOP"
              " INSERT INTO banhang.attachment_content (uploader_id, request_id, size_bytes, sha256, is_whole)"
              " VALUES (a.owner_id, gen_random_uuid(), 0, sha256(''), true)"
              " RETURNING id INTO c;"
              " INSERT INTO banhang.attachment (activity_id, content_id, name, size_bytes, sha256, content_type,"
              " uploader_id, request_id) VALUES (a.id, c, 'a.txt', 0, sha256(''), 'text/plain', a.owner_id,"
              " gen_random_uuid()); END LOOP; END $$");
}

TEST_F(ActivityOracleTest, theServerAnswersAsTheOracle)
{
    for (int i = 0; i < kOffices && !HasFailure(); ++i) {
        const ActivityOffice office(m_random, kWorlds);
        office.store(sql());
        addFiles();
        const std::string before =
            sql().text("SELECT md5(string_agg(a::text, '' ORDER BY id)) FROM banhang.activity a");
        for (int asked = 0; asked < kAsked && !HasFailure(); ++asked)
            compare(office, office.office.users[m_random() % office.office.users.size()]);
        EXPECT_EQ(sql().text("SELECT md5(string_agg(a::text, '' ORDER BY id)) FROM banhang.activity a"), before);
    }
    std::cout << m_comparisons << " comparisons\n";
}

} // namespace
} // namespace banhang::test
