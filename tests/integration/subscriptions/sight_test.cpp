// Who is told is who sees: compared with what the policies of the tables show each person, over random offices.
#include <random>

#include "subscriptions_fixture.h"

namespace banhang::test {

namespace {

class ToldSight : public SubscriptionsFixture
{
protected:
    /// How many of the records a person sees, by the policies alone.
    std::int64_t seen(const TestUser& user, const char* table)
    {
        const std::string text = std::string("SELECT count(*) FROM banhang.") + table + " WHERE deleted_at IS NULL";
        SqlSession session(access("banhang_app"));
        session.run("SELECT set_config('banhang.user_id', $1, false)", {std::to_string(user.id)});
        return session.number(text);
    }
};

TEST_F(ToldSight, isThatOfThePolicies)
{
    std::mt19937 dice(20);
    const auto roll = [&dice](int sides) { return std::uniform_int_distribution<int>(0, sides - 1)(dice); };
    std::vector<TestUser> people{lan, hoa, minh, tuan};
    for (int i = 0; i < 12; ++i) {
        std::vector<TestGrant> grants;
        for (const v1::Resource resource : {v1::RESOURCE_CUSTOMER, v1::RESOURCE_ACTIVITY, v1::RESOURCE_CARE_REQUEST})
            if (roll(4) > 0)
                grants.push_back({resource, v1::ACTION_VIEW, static_cast<v1::Scope>(1 + roll(4))});
        // A share shows a customer only to who may see any: what nobody without the right can read is told to nobody.
        grants.push_back({v1::RESOURCE_CUSTOMER, v1::ACTION_VIEW, v1::SCOPE_OWN});
        std::erase_if(grants, [&, known = std::set<int>{}](const TestGrant& grant) mutable {
            return !known.insert(grant.resource).second;
        });
        people.push_back(world().addUserWith("p" + std::to_string(i), roll(2) == 0 ? teamOne : teamTwo, grants));
    }
    sql().run("UPDATE banhang.user_group SET masked_fields = ARRAY[$1::smallint] WHERE id % 2 = 0",
              {std::to_string(static_cast<int>(v1::SENSITIVE_FIELD_BIRTHDAY))});
    for (const v1::SubscribedEntity entity :
         {v1::SUBSCRIBED_ENTITY_CUSTOMER, v1::SUBSCRIBED_ENTITY_CARE_REQUEST, v1::SUBSCRIBED_ENTITY_ACTIVITY}) {
        v1::Subscription wanted = ofCustomers("Tất cả", {}, world().company());
        wanted.set_entity(entity);
        wanted.set_on_create(true);
        subscribe(anToken, wanted);
    }
    for (int i = 0; i < 60; ++i) {
        const TestUser& owner = people[static_cast<std::size_t>(roll(static_cast<int>(people.size())))];
        const TestUser& other = people[static_cast<std::size_t>(roll(static_cast<int>(people.size())))];
        const std::vector<std::string> values{std::to_string(owner.id), std::to_string(owner.unitId),
                                              std::to_string(other.id), std::to_string(other.unitId),
                                              std::to_string(roll(3)),  std::to_string(roll(6))};
        sql().run("WITH customer AS (INSERT INTO banhang.customer"
                  "     (code, code_key, kind, name, sort_key, owner_id, unit_id, deleted_at)"
                  "   SELECT 'K' || nextval('banhang.customer_code_seq'), 'K', 1, 'Khách', 'k', $1::bigint, $2::bigint,"
                  "     CASE WHEN $6::int = 0 THEN now() END RETURNING id, unit_id),"
                  " shared AS (INSERT INTO banhang.customer_share (customer_id, user_id, level, shared_by_id)"
                  "   SELECT id, $3::bigint, 1, $1::bigint FROM customer WHERE $5::int = 0),"
                  " care AS (INSERT INTO banhang.care_request (code, kind_key, channel_key, severity, customer_id,"
                  "     subject, owner_id, unit_id, creator_id, promised_at)"
                  "   SELECT 'Y' || id, 'complaint', 'call', 2, id, 'Việc', $3::bigint, $4::bigint, $1::bigint, now()"
                  "   FROM customer RETURNING id, unit_id),"
                  " activity AS (INSERT INTO banhang.activity (kind, title, customer_id, owner_id, unit_id, creator_id,"
                  "     participant_ids, tells_birthday)"
                  "   SELECT 3, 'Việc', CASE WHEN $5::int < 2 THEN id END, $3::bigint, $4::bigint, $1::bigint,"
                  "     CASE WHEN $5::int = 2 THEN ARRAY[$1::bigint] ELSE '{}' END, $6::int < 3 FROM customer "
                  "RETURNING id, unit_id)"
                  " INSERT INTO banhang.change_log (entity, entity_id, version, operation, unit_after, actor_id)"
                  " SELECT 'customer', id, 1, 'create', unit_id, 0 FROM customer"
                  " UNION ALL SELECT 'care_request', id, 1, 'create', unit_id, 0 FROM care"
                  " UNION ALL SELECT 'activity', id, 1, 'create', unit_id, 0 FROM activity",
                  values);
    }
    tell();
    for (const TestUser& user : people) {
        const auto told = [&](int entity) {
            return sql().number("SELECT coalesce(sum((n.args ->> 'count')::bigint), 0) FROM banhang.notification n"
                                " JOIN banhang.subscription s ON s.id = n.subscription_id"
                                " WHERE n.user_id = $1::bigint AND s.entity = $2::smallint",
                                {std::to_string(user.id), std::to_string(entity)});
        };
        EXPECT_EQ(told(1), seen(user, "customer")) << user.id;
        EXPECT_EQ(told(2), seen(user, "care_request")) << user.id;
        EXPECT_EQ(told(3), seen(user, "activity")) << user.id;
    }
}

} // namespace

} // namespace banhang::test
