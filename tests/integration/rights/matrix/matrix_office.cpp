#include "tests/integration/rights/matrix/matrix_office.h"

#include "banhang/v1/customers.grpc.pb.h"
#include "tests/integration/rights/matrix/all_services.h"

namespace banhang::test {

std::vector<std::unique_ptr<grpc::Service>> MatrixOffice::makeServices(ServerParts& parts)
{
    m_hub = std::make_unique<server::ChangeHub>(server::ChangeHubOptions{.connect = access("banhang_system")},
                                                parts.callers, parts.signer, parts.metrics);
    return makeAllServices(parts, m_hasher, *m_hub);
}

void MatrixOffice::addConstraints(server::ConstraintErrors& errors)
{
    addAllConstraints(errors);
}

void MatrixOffice::SetUp()
{
    channel();
    const std::int64_t team = world().addTeam(world().addBranch("CN Hà Nội"), "Nhóm 1");
    m_lan = world().addUserWith("lan", team, allRights(v1::SCOPE_OWN));
    m_hoa = world().addUserWith("hoa", team, allRights(v1::SCOPE_ALL));
    m_nobody = world().addUser("khach", team);
    addCustomers();
    addWork();
    addSeries();
    addFile();
}

void MatrixOffice::TearDown()
{
    if (m_hub)
        m_hub->goAway(std::chrono::milliseconds(1));
    stopServer();
    m_hub.reset();
}

void MatrixOffice::addCustomers()
{
    const std::string token = world().signIn(m_hoa);
    const auto customers = stub<v1::CustomersService>();
    v1::CreateCustomerRequest creation;
    creation.mutable_customer()->set_kind(v1::CUSTOMER_KIND_INDIVIDUAL);
    creation.mutable_customer()->set_name("Lê Ma Trận");
    creation.mutable_customer()->add_phones()->set_number("0912345678");
    creation.set_request_id(newRequestId());
    const v1::Customer customer =
        call(*customers, &v1::CustomersService::Stub::CreateCustomer, creation, token).customer();
    creation.mutable_customer()->set_name("Vũ Thị Khác");
    creation.mutable_customer()->clear_phones();
    creation.set_request_id(newRequestId());
    m_target.otherId = call(*customers, &v1::CustomersService::Stub::CreateCustomer, creation, token).customer().id();
    m_target.customerId = customer.id();
    m_target.ownerId = m_hoa.id;
    m_target.colleagueId = m_nobody.id;
}

void MatrixOffice::addWork()
{
    m_target.activityId =
        sql().number("INSERT INTO banhang.activity (kind, title, customer_id, owner_id, unit_id, creator_id)"
                     " VALUES (3, 'Việc của Trận', $1::bigint, $2::bigint, $3::bigint, $2::bigint) RETURNING id",
                     {std::to_string(m_target.customerId), std::to_string(m_hoa.id), std::to_string(m_hoa.unitId)});
    m_target.careId = sql().number(
        "INSERT INTO banhang.care_request (code, kind_key, severity, customer_id, channel_key, subject, owner_id,"
        " unit_id, creator_id, promised_at) VALUES ('YCMT', 'complaint', 2, $1::bigint, 'call', 'Máy của Trận',"
        " $2::bigint, $3::bigint, $2::bigint, now() + interval '1 day') RETURNING id",
        {std::to_string(m_target.customerId), std::to_string(m_hoa.id), std::to_string(m_hoa.unitId)});
}

/// Two days of a task, three days ahead; the first one is there.
void MatrixOffice::addSeries()
{
    const std::vector<std::string> owner{std::to_string(m_hoa.id), std::to_string(m_hoa.unitId)};
    m_target.seriesId =
        sql().number("INSERT INTO banhang.series (owner_id, unit_id, creator_id, rule, pattern, anchor_day, "
                     "first_day, made_until)"
                     " SELECT $1::bigint, $2::bigint, $1::bigint, '{\"frequency\": \"FREQUENCY_DAILY\", "
                     "\"interval\": 1, \"count\": 2}',"
                     " jsonb_build_object('kind', 'ACTIVITY_KIND_TASK', 'title', 'Lặp', 'day', jsonb_build_object("
                     " 'year', extract(year FROM d)::int, 'month', extract(month FROM d)::int, 'day', extract(day "
                     "FROM d)::int)),"
                     " d, d, d FROM (SELECT current_date + 3 AS d) AS first RETURNING id",
                     owner);
    m_target.occurrenceId = sql().number(
        "INSERT INTO banhang.activity (kind, title, owner_id, unit_id, creator_id, day, series_id, series_slot)"
        " VALUES (3, 'Lặp', $1::bigint, $2::bigint, $1::bigint, current_date + 3, $3::bigint, current_date + 3) "
        "RETURNING id",
        {owner[0], owner[1], std::to_string(m_target.seriesId)});
}

void MatrixOffice::addFile()
{
    m_target.attachmentId = sql().number(
        "WITH content AS (INSERT INTO banhang.attachment_content (uploader_id, request_id, size_bytes, "
        " received_bytes, sha256, is_whole)"
        " VALUES ($1::bigint, gen_random_uuid(), 5, 5, sha256('Tran.'), true) RETURNING id),"
        " chunk AS (INSERT INTO banhang.attachment_chunk (content_id, ordinal, data)"
        " SELECT id, 0, 'Tran.'::bytea FROM content)"
        " INSERT INTO banhang.attachment (customer_id, content_id, name, size_bytes, sha256, content_type,"
        " uploader_id, request_id) SELECT $2::bigint, id, 'Trận.txt', 5, sha256('Tran.'), 'text/plain', $1::bigint,"
        " gen_random_uuid() FROM content RETURNING id",
        {std::to_string(m_hoa.id), std::to_string(m_target.customerId)});
}

std::vector<TestGrant> MatrixOffice::allRights(v1::Scope scope)
{
    std::vector<TestGrant> grants;
    for (int resource = 1; resource < v1::Resource_ARRAYSIZE; ++resource)
        for (int action = 1; action < v1::Action_ARRAYSIZE; ++action)
            grants.push_back({static_cast<v1::Resource>(resource), static_cast<v1::Action>(action), scope});
    return grants;
}

Target MatrixOffice::target()
{
    const auto versionOf = [this](const char* table, std::int64_t id) {
        return sql().number(std::string("SELECT version FROM banhang.") + table + " WHERE id = $1::bigint",
                            {std::to_string(id)});
    };
    Target target = m_target;
    target.version = versionOf("customer", target.customerId);
    target.activityVersion = versionOf("activity", target.activityId);
    target.careVersion = versionOf("care_request", target.careId);
    target.itemId = sql().number("SELECT id FROM banhang.pick_item ORDER BY id LIMIT 1");
    target.requestId = newRequestId();
    return target;
}

} // namespace banhang::test
