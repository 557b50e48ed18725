#include "tests/integration/rights/activity_office.h"

#include <algorithm>

namespace banhang::test {

namespace {

/// Wherever a date stands in a test, it must lie ahead of no clock.
constexpr const char* kFirstHour = "2026-01-05 00:00+00";

int below(std::mt19937& random, std::size_t end)
{
    return static_cast<int>(random() % static_cast<unsigned>(end));
}

std::string arrayOf(const std::vector<std::int64_t>& ids)
{
    std::string text = "{";
    for (const std::int64_t id : ids)
        text += (text.size() > 1 ? "," : "") + std::to_string(id);
    return text + "}";
}

} // namespace

ActivityOffice::ActivityOffice(std::mt19937& random, int worlds) : office(random, worlds)
{
    addGrants(random);
    for (std::size_t i = 0; i < office.users.size() * 2; ++i)
        addActivity(random, i % office.users.size());
}

void ActivityOffice::addGrants(std::mt19937& random)
{
    for (OfficeGroup& group : office.groups)
        for (const v1::Action action : {v1::ACTION_VIEW, v1::ACTION_EDIT, v1::ACTION_DELETE, v1::ACTION_ASSIGN})
            if (below(random, 100) < (action == v1::ACTION_VIEW ? 75 : 45))
                group.grants.push_back({v1::RESOURCE_ACTIVITY, action, static_cast<v1::Scope>(1 + below(random, 4))});
}

void ActivityOffice::addActivity(std::mt19937& random, std::size_t place)
{
    const OfficeUser& owner = office.users[place];
    OfficeActivity activity;
    activity.id = 1 + static_cast<std::int64_t>(activities.size());
    activity.ownerId = owner.id;
    activity.leaf = owner.leaf;
    // Neighbours in the list are mostly of one world.
    for (int i = below(random, 3); i > 0; --i) {
        const std::size_t near = std::min(office.users.size() - 1, place + static_cast<std::size_t>(below(random, 4)));
        const std::int64_t other = office.users[near].id;
        if (other != owner.id && std::ranges::find(activity.participants, other) == activity.participants.end())
            activity.participants.push_back(other);
    }
    if (below(random, 3) > 0) {
        const std::size_t near = place * office.customers.size() / office.users.size();
        activity.customerId =
            office.customers[std::min(office.customers.size() - 1, near + static_cast<std::size_t>(below(random, 5)))]
                .data.id();
    }
    activity.isOpen = below(random, 3) > 0;
    activity.binned = below(random, 10) == 0;
    activity.hour = below(random, 500);
    activity.revealsBirthday = below(random, 4) == 0;
    activities.push_back(std::move(activity));
}

void ActivityOffice::store(SqlSession& sql) const
{
    office.store(sql);
    for (const OfficeActivity& activity : activities)
        sql.run("INSERT INTO banhang.activity (id, kind, state, title, owner_id, unit_id, creator_id, participant_ids,"
                " customer_id, starts_at, closed_at, deleted_at, tells_birthday) OVERRIDING SYSTEM VALUE"
                " VALUES ($1::bigint, 2, $2::smallint, 'Hẹn ' || $1, $3::bigint, $4::bigint, $3::bigint, $5::bigint[],"
                " nullif($6::bigint, 0), $7::timestamptz + $8::int * interval '1 hour',"
                " CASE WHEN $2::smallint <> 1 THEN now() END, CASE WHEN $9::boolean THEN now() END,"
                " $10::boolean)",
                {std::to_string(activity.id), activity.isOpen ? "1" : "2", std::to_string(activity.ownerId),
                 std::to_string(activity.leaf), arrayOf(activity.participants), std::to_string(activity.customerId),
                 kFirstHour, std::to_string(activity.hour), activity.binned ? "true" : "false",
                 activity.revealsBirthday ? "true" : "false"});
}

bool ActivityOracle::isOf(const OfficeActivity& activity) const
{
    return activity.ownerId == m_user.id ||
           std::ranges::find(activity.participants, m_user.id) != activity.participants.end();
}

bool ActivityOracle::seesCustomer(std::int64_t customerId) const
{
    const OfficeCustomer* customer = m_office.office.customer(customerId);
    return customer != nullptr && !customer->binned && m_reach.seesCustomer(customerId);
}

bool ActivityOracle::sees(const OfficeActivity& activity) const
{
    return may(v1::RESOURCE_ACTIVITY, v1::ACTION_VIEW) &&
           (isOf(activity) ||
            ((!activity.revealsBirthday || knowsBirthdays()) &&
             (reaches(v1::RESOURCE_ACTIVITY, v1::ACTION_VIEW, activity.leaf) || seesCustomer(activity.customerId))));
}

bool ActivityOracle::knowsBirthdays() const
{
    return std::ranges::any_of(m_user.groups, [this](std::int64_t id) {
        const OfficeGroup& group = m_office.office.group(id);
        return std::ranges::count(group.masks, v1::SENSITIVE_FIELD_BIRTHDAY) == 0 &&
               std::ranges::any_of(group.grants, [](const TestGrant& grant) {
                   return grant.resource == v1::RESOURCE_CUSTOMER && grant.action == v1::ACTION_VIEW;
               });
    });
}

bool ActivityOracle::isWithinWall(const OfficeActivity& activity) const
{
    const OfficeCustomer* customer = m_office.office.customer(activity.customerId);
    const bool isOpen = customer != nullptr && !customer->binned && m_reach.share(activity.customerId) != nullptr;
    const bool isKnown = !activity.revealsBirthday || knowsBirthdays();
    return sees(activity) || (may(v1::RESOURCE_ACTIVITY, v1::ACTION_VIEW) && isOpen && isKnown);
}

} // namespace banhang::test
