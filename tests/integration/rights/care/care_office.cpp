#include "tests/integration/rights/care/care_office.h"

#include <algorithm>

namespace banhang::test {

namespace {

int below(std::mt19937& random, std::size_t end)
{
    return static_cast<int>(random() % static_cast<unsigned>(end));
}

bool chance(std::mt19937& random, int percent)
{
    return below(random, 100) < percent;
}

std::string flag(bool value)
{
    return value ? "true" : "false";
}

/// Neighbours in a list are mostly of one world.
template <typename List>
const auto& near(std::mt19937& random, const List& list, std::size_t place, std::size_t places)
{
    const std::size_t at = place * list.size() / places + static_cast<std::size_t>(below(random, 5));
    return list[std::min(at, list.size() - 1)];
}

} // namespace

CareOffice::CareOffice(std::mt19937& random, int worlds) : office(random, worlds)
{
    addGrants(random);
    for (std::size_t i = 0; i < office.users.size() * 2; ++i)
        addRequest(random, i % office.users.size());
    for (const OfficeCustomer& customer : office.customers)
        addWorkOf(random, customer.data.id());
    for (std::size_t i = 0; i < office.users.size() * 2; ++i)
        addNews(random, i % office.users.size());
}

void CareOffice::addGrants(std::mt19937& random)
{
    for (OfficeGroup& group : office.groups) {
        for (const v1::Action action : {v1::ACTION_VIEW, v1::ACTION_EDIT, v1::ACTION_DELETE, v1::ACTION_ASSIGN})
            if (chance(random, action == v1::ACTION_VIEW ? 75 : 45))
                group.grants.push_back(
                    {v1::RESOURCE_CARE_REQUEST, action, static_cast<v1::Scope>(1 + below(random, 4))});
        if (chance(random, 70))
            group.grants.push_back({v1::RESOURCE_ACTIVITY, v1::ACTION_CREATE, v1::SCOPE_OWN});
    }
}

void CareOffice::addRequest(std::mt19937& random, std::size_t place)
{
    const OfficeUser& owner = office.users[place];
    OfficeCareRequest request;
    request.id = 1 + static_cast<std::int64_t>(requests.size());
    request.ownerId = owner.id;
    request.leaf = owner.leaf;
    request.customerId = near(random, office.customers, place, office.users.size()).data.id();
    request.isOpen = chance(random, 70);
    request.isLate = chance(random, 50);
    request.binned = chance(random, 10);
    request.hour = below(random, 500);
    requests.push_back(request);
}

void CareOffice::addWorkOf(std::mt19937& random, std::int64_t customerId)
{
    for (std::int64_t sequence = 1; sequence <= kSequences; ++sequence)
        if (chance(random, 50))
            enrolments.push_back(
                {1 + static_cast<std::int64_t>(enrolments.size()), customerId, sequence, chance(random, 70)});
    for (int i = below(random, 3); i > 0; --i)
        files.push_back({1 + static_cast<std::int64_t>(files.size()), customerId, chance(random, 20)});
}

void CareOffice::addNews(std::mt19937& random, std::size_t place)
{
    const OfficeCareRequest& request = near(random, requests, place, office.users.size());
    news.push_back(
        {1 + static_cast<std::int64_t>(news.size()), office.users[place].id, request.id, chance(random, 50)});
}

void CareOffice::store(SqlSession& sql) const
{
    sql.run("TRUNCATE banhang.notification, banhang.reminder, banhang.care_sequence CASCADE");
    office.store(sql);
    const std::string someone = std::to_string(office.users.front().id);
    for (const OfficeCareRequest& request : requests)
        sql.run("INSERT INTO banhang.care_request (id, code, state, kind_key, severity, customer_id, channel_key,"
                " subject, owner_id, unit_id, creator_id, promised_at, deleted_at) OVERRIDING SYSTEM VALUE"
                " VALUES ($1::bigint, 'YC' || $1, CASE WHEN $2::boolean THEN 1 ELSE 6 END, 'complaint', 2, $3::bigint,"
                " 'call', 'Hỏng ' || $1, $4::bigint, $5::bigint, $4::bigint, CASE WHEN $6::boolean THEN"
                " timestamptz '2020-01-05 00:00+00' ELSE '2090-01-05 00:00+00' END + $7::int * interval '1 hour',"
                " CASE WHEN $8::boolean THEN now() END)",
                {std::to_string(request.id), flag(request.isOpen), std::to_string(request.customerId),
                 std::to_string(request.ownerId), std::to_string(request.leaf), flag(request.isLate),
                 std::to_string(request.hour), flag(request.binned)});
    for (std::int64_t id = 1; id <= kSequences; ++id)
        sql.run("WITH laid AS (INSERT INTO banhang.care_sequence (id, name) OVERRIDING SYSTEM VALUE"
                " VALUES ($1::bigint, 'Chăm sóc ' || $1) RETURNING id)"
                " INSERT INTO banhang.care_edition (sequence_id, edition, steps) SELECT id, 1, '[]' FROM laid",
                {std::to_string(id)});
    for (const OfficeEnrolment& enrolment : enrolments)
        sql.run("WITH put AS (INSERT INTO banhang.care_enrolment (id, customer_id, sequence_id, edition, state,"
                " starter_id, start_day, ended_at) OVERRIDING SYSTEM VALUE"
                " VALUES ($1::bigint, $2::bigint, $3::bigint, 1, CASE WHEN $4::boolean THEN 1 ELSE 4 END, $5::bigint,"
                " date '2026-01-05', CASE WHEN NOT $4::boolean THEN now() END) RETURNING id)"
                " INSERT INTO banhang.care_step (enrolment_id, number, turn, day)"
                " SELECT id, 1, 0, date '2026-01-05' FROM put",
                {std::to_string(enrolment.id), std::to_string(enrolment.customerId),
                 std::to_string(enrolment.sequenceId), flag(enrolment.isLive), someone});
    for (const OfficeFile& file : files)
        sql.run("WITH content AS (INSERT INTO banhang.attachment_content"
                " (uploader_id, request_id, size_bytes, sha256, is_whole)"
                " VALUES ($3::bigint, gen_random_uuid(), 0, sha256(''), true) RETURNING id)"
                " INSERT INTO banhang.attachment (id, customer_id, content_id, name, size_bytes, sha256, content_type,"
                " uploader_id, request_id, deleted_at) OVERRIDING SYSTEM VALUE SELECT $1::bigint, $2::bigint, id,"
                " 'a.txt', 0, sha256(''), 'text/plain', $3::bigint, gen_random_uuid(),"
                " CASE WHEN $4::boolean THEN now() END FROM content",
                {std::to_string(file.id), std::to_string(file.customerId), someone, flag(file.binned)});
    for (const OfficeNews& one : news)
        sql.run(
            "WITH fired AS (INSERT INTO banhang.reminder (id, entity, entity_id, user_id, lead_minutes, event_at,"
            " due_at, state, fire_count, fired_at) OVERRIDING SYSTEM VALUE VALUES ($1::bigint, 'care_request',"
            " $2::bigint, $3::bigint, $1::int, now(), now(), 2, 1, now()) RETURNING id)"
            " INSERT INTO banhang.notification (id, user_id, key, entity, entity_id, reminder_id, fire_count,"
            " read_at) OVERRIDING SYSTEM VALUE SELECT id, $3::bigint, 'notification.reminder', 'care_request',"
            " $2::bigint, id, 1, CASE WHEN $4::boolean THEN now() END FROM fired",
            {std::to_string(one.id), std::to_string(one.careRequestId), std::to_string(one.userId), flag(one.isRead)});
}

std::string CareOffice::digest(SqlSession& sql)
{
    std::string all;
    for (const char* table : {"care_request", "care_enrolment", "care_step", "attachment", "notification", "reminder"})
        all +=
            sql.text(std::string("SELECT coalesce(md5(string_agg(t::text, '' ORDER BY t::text)), '') FROM banhang.") +
                     table + " t");
    return all;
}

} // namespace banhang::test
