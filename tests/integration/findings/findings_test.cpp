// The scan finds what clerks overlooked, stops and goes on, and asks nobody twice.
#include <thread>

#include "banhang/v1/findings.grpc.pb.h"
#include "banhang/v1/scans.grpc.pb.h"
#include "server/customers/saving/reading_renewal_store.h"
#include "server/findings/findings_service.h"
#include "server/findings/scan_job.h"
#include "server/findings/scans_service.h"
#include "tests/integration/merging/merging_fixture.h"
#include "tests/support/wait_until.h"

namespace banhang::test {
namespace {

using namespace std::chrono_literals;
using FindingsStub = v1::FindingsService::Stub;
using ScansStub = v1::ScansService::Stub;

class Findings : public MergingFixture
{
protected:
    std::vector<std::unique_ptr<grpc::Service>> makeServices(ServerParts& parts) override
    {
        auto services = MergingFixture::makeServices(parts);
        services.push_back(std::make_unique<server::FindingsService>(parts.calls, parts.signer));
        services.push_back(std::make_unique<server::ScansService>(parts.calls, false));
        return services;
    }
    void addConstraints(server::ConstraintErrors& errors) override
    {
        MergingFixture::addConstraints(errors);
        server::registerScanConstraints(errors);
    }

    void SetUp() override
    {
        MergingFixture::SetUp();
        findings = stub<v1::FindingsService>();
        scans = stub<v1::ScansService>();
        const TestUser it = world().addUserWith("it", world().company(),
                                                {{v1::RESOURCE_SERVER, v1::ACTION_VIEW, v1::SCOPE_ALL},
                                                 {v1::RESOURCE_SERVER, v1::ACTION_EDIT, v1::SCOPE_ALL}});
        itToken = world().signIn(it);
    }

    /// A worker as a server has one, quick and untiring.
    std::unique_ptr<server::ScanJob> worker(int step = 3)
    {
        server::ScanJobOptions options;
        options.weekly = false;
        options.look = 5ms;
        options.step = step;
        return std::make_unique<server::ScanJob>(system(), options);
    }

    v1::StartScanRequest starting()
    {
        v1::StartScanRequest request;
        request.set_load_percent(100);
        request.set_request_id(newRequestId());
        return request;
    }
    v1::Scan scan() { return call(*scans, &ScansStub::GetScan, v1::GetScanRequest(), itToken); }
    template <typename Request>
    static Request newRequest()
    {
        Request request;
        request.set_request_id(newRequestId());
        return request;
    }
    v1::Scan waitFor(v1::ScanState state)
    {
        v1::Scan now;
        EXPECT_TRUE(waitUntil([&] {
            now = scan();
            return now.state() == state;
        })) << now.state();
        return now;
    }
    v1::Scan runScan()
    {
        const auto job = worker();
        call(*scans, &ScansStub::StartScan, starting(), itToken);
        return waitFor(v1::SCAN_STATE_DONE);
    }

    v1::ListFindingsResponse list(const std::string& token, bool postponed = false)
    {
        v1::ListFindingsRequest request;
        request.set_postponed(postponed);
        request.set_with_count(true);
        return call(*findings, &FindingsStub::ListFindings, request, token);
    }
    static v1::DecideFindingRequest deciding(const std::vector<v1::Customer>& some, v1::FindingAnswer answer)
    {
        v1::DecideFindingRequest request;
        for (const v1::Customer& customer : some)
            request.add_customer_ids(customer.id());
        request.set_answer(answer);
        request.set_request_id(newRequestId());
        return request;
    }
    void decide(const std::string& token, const std::vector<v1::Customer>& some, v1::FindingAnswer answer)
    {
        call(*findings, &FindingsStub::DecideFinding, deciding(some, answer), token);
    }

    /// Twice the same person, and others who are not.
    void fillStock()
    {
        first = create(lanToken, person("Nguyễn Thị Minh Nguyệt", "0912 345 678"));
        int number = 0;
        for (const char* name : {"Trần Đức Thắng", "Phạm Quỳnh Hoa", "Vũ Bá Khoa", "Đặng Kim Oanh", "Bùi Xuân Phái",
                                 "Hồ Ngọc Tuyết", "Đỗ Gia Bảo"})
            create(lanToken, person(name, "0987 " + std::to_string(213'407 + 91'731 * ++number)));
        second = create(lanToken, person("Nguyen Thi Minh Nguyet", "0912.345.678"));
    }

    std::unique_ptr<FindingsStub> findings;
    std::unique_ptr<ScansStub> scans;
    std::string itToken;
    v1::Customer first, second;
};

TEST_F(Findings, followWhatTheProgramReadsNowOfCustomersOfBefore)
{
    fillStock();
    const std::string readings =
        "SELECT string_agg(concat_ws(' ', f.customer_id, f.form, f.keys, s.all_text, s.lead_text, s.head_text, "
        "s.sort_key,"
        " (SELECT array_agg(k.key ORDER BY k.key) FROM banhang.duplicate_key k WHERE k.customer_id = f.customer_id)),"
        " '|' ORDER BY f.customer_id)"
        " FROM banhang.duplicate_form f JOIN banhang.customer_search s ON s.customer_id = f.customer_id";
    const std::string now = sql().text(readings);
    const auto rows = sql().text("SELECT string_agg(version::text, ' ' ORDER BY id) FROM banhang.customer");
    const auto news = sql().number("SELECT count(*) FROM banhang.change_log");
    const auto asIsNow = [&] { return sql().text(readings) == now; };
    const auto readAs = [&](const std::string& form) {
        sql().run("UPDATE banhang.duplicate_form SET form = $1, keys = ARRAY[7]", {form});
        sql().run("DELETE FROM banhang.duplicate_key");
        sql().run("UPDATE banhang.customer_search SET all_text = 'cu', lead_text = 'cu'");
    };
    // What stands there is of version 0, and half of it was walked for another one.
    readAs(sql().text("SELECT form FROM banhang.duplicate_form WHERE customer_id = $1::bigint",
                      {std::to_string(first.id())}));
    sql().run("UPDATE banhang.customer_reading SET version = 0, walked = -1, after_id = $1::bigint",
              {std::to_string(second.id())});
    const auto renew = [this](int version) {
        return system().inTransaction(server::TxIdentity(), server::Tx::Mode::ReadWrite,
                                      [&](server::Tx& tx) { return server::renewReadings(tx, version, 4); });
    };
    EXPECT_EQ(renew(1), 4);
    EXPECT_FALSE(asIsNow());
    EXPECT_EQ(renew(1), 4);
    EXPECT_EQ(renew(1), 1);
    EXPECT_TRUE(asIsNow());
    EXPECT_EQ(renew(1), 0);
    EXPECT_EQ(renew(1), std::nullopt);
    // Also where only what lists begin with and are sorted by is read otherwise.
    sql().run("UPDATE banhang.customer_search SET sort_key = 'cu' WHERE customer_id % 2 = 0");
    sql().run("UPDATE banhang.customer_search SET head_text = 'cu' WHERE customer_id % 2 = 1");
    EXPECT_EQ(renew(2), 4);
    EXPECT_EQ(renew(2), 4);
    EXPECT_EQ(renew(2), 1);
    EXPECT_TRUE(asIsNow());
    // A server does it by itself.
    readAs(sql().text("SELECT form FROM banhang.duplicate_form WHERE customer_id = $1::bigint",
                      {std::to_string(second.id())}));
    sql().run("UPDATE banhang.customer_reading SET version = 0, walked = 0");
    {
        const auto job = worker();
        EXPECT_TRUE(waitUntil([this] {
            return sql().number("SELECT version FROM banhang.customer_reading") == server::kReadingVersion;
        }));
    }
    EXPECT_TRUE(asIsNow());
    EXPECT_EQ(sql().text("SELECT string_agg(version::text, ' ' ORDER BY id) FROM banhang.customer"), rows);
    EXPECT_EQ(sql().number("SELECT count(*) FROM banhang.change_log"), news);
}

TEST_F(Findings, stayDecidedWhenTheProgramReadsTheSameCustomersOtherwise)
{
    fillStock();
    runScan();
    const auto formOf = [this](std::int64_t id) {
        return sql().text("SELECT form FROM banhang.duplicate_form WHERE customer_id = $1::bigint",
                          {std::to_string(id)});
    };
    // As a program of before had read them.
    for (const std::int64_t id : {first.id(), second.id()})
        sql().run("UPDATE banhang.duplicate_form SET form = $1 WHERE customer_id = $2::bigint",
                  {formOf(second.id() - 1), std::to_string(id)});
    decide(lanToken, {first, second}, v1::FINDING_ANSWER_DIFFERENT);
    sql().run("UPDATE banhang.customer_reading SET version = 0, walked = 0, after_id = 0");
    while (system().inTransaction(server::TxIdentity(), server::Tx::Mode::ReadWrite, [&](server::Tx& tx) {
        return server::renewReadings(tx, server::kReadingVersion, 4);
    })) {
    }
    EXPECT_NE(formOf(second.id()), formOf(second.id() - 1));
    runScan();
    EXPECT_EQ(list(lanToken).findings_size(), 0);
    EXPECT_EQ(sql().number("SELECT count(*) FROM banhang.duplicate_link"), 1) << "they are still alike";
}

TEST_F(Findings, areWhatClerksOverlooked)
{
    fillStock();
    EXPECT_EQ(scan().state(), v1::SCAN_STATE_UNSPECIFIED);
    const v1::Scan done = runScan();
    EXPECT_EQ(done.done(), 9);
    EXPECT_EQ(done.total(), 9);
    EXPECT_GT(done.compared(), 0);
    EXPECT_EQ(done.new_findings(), 1);
    const auto found = list(lanToken);
    ASSERT_EQ(found.findings_size(), 1);
    EXPECT_EQ(found.capped_count(), 1);
    const v1::Finding& one = found.findings(0);
    ASSERT_EQ(one.customers_size(), 2);
    EXPECT_EQ(one.customers(0).id(), first.id());
    EXPECT_EQ(one.customers(1).id(), second.id());
    EXPECT_GE(one.rank(), v1::DUPLICATE_RANK_LIKELY);
    ASSERT_EQ(one.links_size(), 1);
}

TEST_F(Findings, areAskedOnceAndNotAgainUnlessSomethingChanged)
{
    fillStock();
    runScan();
    decide(lanToken, {first, second}, v1::FINDING_ANSWER_DIFFERENT);
    EXPECT_EQ(list(lanToken).findings_size(), 0);
    EXPECT_EQ(runScan().new_findings(), 0);
    EXPECT_EQ(list(lanToken).findings_size(), 0);
    v1::CheckCustomerRequest typing;
    *typing.mutable_customer() = get(lanToken, second.id());
    EXPECT_EQ(call(*customers, &CustomersStub::CheckCustomer, typing, lanToken).duplicates_size(), 0);
    v1::Customer changed = get(lanToken, second.id());
    changed.add_phones()->set_number("0903 118 472");
    update(lanToken, changed, {"phones"});
    runScan();
    EXPECT_EQ(list(lanToken).findings_size(), 1) << "one of them is another by now";
}

TEST_F(Findings, canWaitForAnotherDay)
{
    fillStock();
    runScan();
    decide(lanToken, {first, second}, v1::FINDING_ANSWER_LATER);
    EXPECT_EQ(list(lanToken).findings_size(), 0);
    EXPECT_EQ(list(lanToken, true).findings_size(), 1);
    EXPECT_EQ(runScan().new_findings(), 0);
    EXPECT_EQ(list(lanToken).findings_size(), 0);
    decide(lanToken, {first, second}, v1::FINDING_ANSWER_OPEN);
    EXPECT_EQ(list(lanToken).findings_size(), 1);
    EXPECT_EQ(sql().number("SELECT count(*) FROM banhang.change_log WHERE entity = 'duplicate_decision'"
                           " AND actor_id = $1::bigint AND fields #> '{customer_ids,new}' ="
                           " jsonb_build_array($2::bigint, $3::bigint)",
                           {std::to_string(lan.id), std::to_string(first.id()), std::to_string(second.id())}),
              2)
        << "both are in the audit, the one that is taken back too";
}

TEST_F(Findings, areGoneWithTheMergeAndBackWithItsUndo)
{
    fillStock();
    runScan();
    const std::int64_t mergeId = merge(lanToken, {first, second}).merge_id();
    EXPECT_EQ(list(lanToken).findings_size(), 0);
    undo(lanToken, mergeId);
    EXPECT_EQ(list(lanToken).findings_size(), 1);
}

TEST_F(Findings, showOnlyWhatTheCallerMayMerge)
{
    first = create(lanToken, person("Nguyễn Thị Minh Nguyệt", "0912 345 678"));
    second = create(tuanToken, person("Nguyen Thi Minh Nguyet", "0912.345.678"));
    runScan();
    EXPECT_EQ(list(lanToken).findings_size(), 0);
    EXPECT_EQ(list(lanToken).capped_count(), 0);
    EXPECT_EQ(list(tuanToken).findings_size(), 0);
    EXPECT_EQ(list(anToken).findings_size(), 1);
    share(tuanToken, second.id(), lan, v1::SHARE_LEVEL_EDIT);
    EXPECT_EQ(list(lanToken).findings_size(), 0) << "what is shared is not merged away";
    EXPECT_EQ(refusal(*findings, &FindingsStub::DecideFinding, deciding({first, second}, v1::FINDING_ANSWER_DIFFERENT),
                      lanToken)
                  .key(),
              "call.denied");
    EXPECT_EQ(refusal(*findings, &FindingsStub::DecideFinding, deciding({first, second}, v1::FINDING_ANSWER_DIFFERENT),
                      hoaToken)
                  .key(),
              "customer.not_found");
}

TEST_F(Findings, followTheirCustomersToOtherPeople)
{
    fillStock();
    runScan();
    ASSERT_EQ(list(lanToken).findings_size(), 1);
    assign(anToken, {second}, hoa);
    EXPECT_EQ(list(lanToken).findings_size(), 0);
    EXPECT_EQ(list(hoaToken).findings_size(), 0);
    EXPECT_EQ(list(minhToken).findings_size(), 1) << "both in the team";
    assign(anToken, {first}, tuan);
    EXPECT_EQ(list(minhToken).findings_size(), 0);
    assign(anToken, {second}, tuan);
    EXPECT_EQ(list(tuanToken).findings_size(), 1);
    EXPECT_EQ(list(minhToken).capped_count(), 0);
}

/// Gives one customer away and stores a link of it, in transactions that overlap: whichever ends first, the link ends
/// where the customer is.
TEST_F(Findings, areFoundWhereACustomerWasGivenMeanwhile)
{
    for (const bool linkFirst : {true, false}) {
        first = create(lanToken, person("Nguyễn Thị Minh Nguyệt", "0912 345 678"));
        second = create(lanToken, person("Nguyen Thi Minh Nguyet", "0912.345.678"));
        const auto give = [&](SqlSession& session) {
            session.run("UPDATE banhang.customer SET owner_id = $2::bigint, unit_id = (SELECT unit_id FROM"
                        " banhang.app_user WHERE id = $2::bigint) WHERE id = $1::bigint",
                        {std::to_string(second.id()), std::to_string(tuan.id)});
        };
        const auto link = [&](SqlSession& session) {
            session.run("INSERT INTO banhang.duplicate_link (low_id, high_id, probability, low_digest, high_digest,"
                        " scan_id) VALUES ($1::bigint, $2::bigint, 0.9, '', '', 1)",
                        {std::to_string(first.id()), std::to_string(second.id())});
        };
        SqlSession one(access("postgres"));
        one.run("BEGIN");
        linkFirst ? link(one) : give(one);
        std::thread later([&] {
            SqlSession other(access("postgres"));
            linkFirst ? give(other) : link(other);
        });
        EXPECT_TRUE(waitUntil([this] {
            return sql().number("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                                " AND wait_event_type = 'Lock'") > 0;
        }));
        one.run("COMMIT");
        later.join();
        EXPECT_EQ(
            sql().number("SELECT count(*) FROM banhang.duplicate_link l JOIN banhang.customer c ON c.id = l.high_id"
                         " WHERE l.high_id = $1::bigint AND l.high_unit_id = c.unit_id AND c.owner_id = $2::bigint",
                         {std::to_string(second.id()), std::to_string(tuan.id)}),
            1)
            << (linkFirst ? "the link first" : "the gift first");
    }
}

TEST_F(Findings, tellNothingByHiddenFields)
{
    const TestUser masked = world().addUserWith("masked", teamOne, allActions(v1::SCOPE_TEAM),
                                                {v1::SENSITIVE_FIELD_PHONE, v1::SENSITIVE_FIELD_EMAIL});
    v1::Customer one = person("Lê Văn Tám", "0912 345 678");
    v1::Customer other = person("Tám Lê", "0912 345 678");
    one.add_emails()->set_address("levantam.rieng@example.com");
    other.add_emails()->set_address("levantam.rieng@example.com");
    create(lanToken, one);
    create(lanToken, other);
    for (v1::Customer* alike : {&one, &other}) {
        alike->set_name(alike == &one ? "Phạm Quỳnh Hoa" : "Hoa Phạm");
        alike->mutable_phones(0)->set_number("0987 213 407");
        alike->mutable_emails(0)->set_address("phamquynhhoa.rieng@example.com");
        create(lanToken, *alike);
    }
    runScan();
    const std::string maskedToken = world().signIn(masked);
    EXPECT_EQ(list(lanToken).findings_size(), 2);
    EXPECT_EQ(list(maskedToken).findings_size(), 0) << "alike by what is hidden, and by little else";
    EXPECT_EQ(list(lanToken).capped_count(), 2);
    EXPECT_EQ(list(maskedToken).capped_count(), 0) << "nor does a number tell of it";
    v1::ListFindingsRequest page;
    page.set_page_size(1);
    EXPECT_NE(call(*findings, &FindingsStub::ListFindings, page, lanToken).next_page_token(), "");
    EXPECT_EQ(call(*findings, &FindingsStub::ListFindings, page, maskedToken).next_page_token(), "")
        << "nor that there is something further on";
}

TEST_F(Findings, repeatedAnswersDoNoHarm)
{
    fillStock();
    runScan();
    const auto request = deciding({first, second}, v1::FINDING_ANSWER_DIFFERENT);
    call(*findings, &FindingsStub::DecideFinding, request, lanToken);
    call(*findings, &FindingsStub::DecideFinding, request, lanToken);
    EXPECT_EQ(sql().number("SELECT count(*) FROM banhang.duplicate_decision"), 1);
    EXPECT_EQ(
        refusal(*findings, &FindingsStub::DecideFinding, deciding({first}, v1::FINDING_ANSWER_LATER), lanToken).code(),
        ErrorCode::Invalid);
}

TEST_F(Findings, ofAScanThatPausesAndGoesOnElsewhere)
{
    create(lanToken, person("Lý Thu Thảo", "0903 111 222"));
    create(lanToken, person("Mai Xuân Cường", "0903 333 444"));
    fillStock();
    call(*scans, &ScansStub::StartScan, starting(), itToken);
    EXPECT_EQ(refusal(*scans, &ScansStub::StartScan, starting(), itToken).key(), "scan.running");
    call(*scans, &ScansStub::PauseScan, newRequest<v1::PauseScanRequest>(), itToken);
    EXPECT_EQ(refusal(*scans, &ScansStub::PauseScan, newRequest<v1::PauseScanRequest>(), itToken).key(),
              "scan.not_running");
    // A server that died after its first step: its lease runs out, and another takes up where it stood.
    sql().run("UPDATE banhang.duplicate_scan SET after_id = $1::bigint, done = 2, lease_holder = gen_random_uuid(),"
              " lease_until = now() + interval '1 hour'",
              {std::to_string(first.id() - 1)});
    const auto job = worker();
    call(*scans, &ScansStub::ResumeScan, newRequest<v1::ResumeScanRequest>(), itToken);
    EXPECT_EQ(refusal(*scans, &ScansStub::ResumeScan, newRequest<v1::ResumeScanRequest>(), itToken).key(),
              "scan.not_paused");
    EXPECT_EQ(scan().done(), 2) << "the other server may still be at it";
    sql().run("UPDATE banhang.duplicate_scan SET lease_until = now()");
    const v1::Scan done = waitFor(v1::SCAN_STATE_DONE);
    EXPECT_EQ(done.done(), 2 + 9) << "what the first one had looked at is not looked at again";
    EXPECT_EQ(done.new_findings(), 1);
}

TEST_F(Findings, ofACancelledScanAreNone)
{
    fillStock();
    call(*scans, &ScansStub::StartScan, starting(), itToken);
    EXPECT_EQ(call(*scans, &ScansStub::CancelScan, newRequest<v1::CancelScanRequest>(), itToken).state(),
              v1::SCAN_STATE_CANCELLED);
    EXPECT_EQ(list(lanToken).findings_size(), 0);
    EXPECT_EQ(runScan().new_findings(), 1);
}

TEST_F(Findings, ofTwoServersCountOnce)
{
    fillStock();
    const auto one = worker(1);
    const auto other = worker(1);
    call(*scans, &ScansStub::StartScan, starting(), itToken);
    EXPECT_EQ(waitFor(v1::SCAN_STATE_DONE).done(), 9);
    EXPECT_EQ(list(lanToken).findings_size(), 1);
}

TEST_F(Findings, comeByThemselvesOnceAWeek)
{
    fillStock();
    const auto startWeekly = [&] {
        return system().inTransaction({}, server::Tx::Mode::ReadWrite,
                                      [](server::Tx& tx) { return server::startWeeklyScan(tx, 50); });
    };
    EXPECT_TRUE(startWeekly());
    EXPECT_FALSE(startWeekly()) << "it runs";
    sql().run("UPDATE banhang.duplicate_scan SET state = 3");
    EXPECT_FALSE(startWeekly()) << "it ran";
    sql().run("UPDATE banhang.duplicate_scan SET started_at = now() - interval '8 days'");
    EXPECT_TRUE(startWeekly());
}

TEST_F(Findings, aScanThatFailsAgainAndAgainEnds)
{
    fillStock();
    call(*scans, &ScansStub::StartScan, starting(), itToken);
    for (int i = 0; i < 5; ++i)
        system().inTransaction({}, server::Tx::Mode::ReadWrite, [&](server::Tx& tx) { server::noteFailure(tx, 1); });
    EXPECT_EQ(scan().state(), v1::SCAN_STATE_FAILED);
}

} // namespace
} // namespace banhang::test
