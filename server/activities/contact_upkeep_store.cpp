#include "server/activities/contact_upkeep_store.h"

#include "banhang/v1/customer.pb.h"
#include "server/core/database/row_columns.h"
#include "server/fields/record_fields.h"

namespace banhang::server {

namespace {

constexpr Statement kFollow{
    "SELECT customer_id, version, unit_id, binned,"
    " (extract(epoch FROM last_before) * 1000000)::bigint, (extract(epoch FROM next_before) * 1000000)::bigint,"
    " potential_before, pursuit_before,"
    " (extract(epoch FROM last_after) * 1000000)::bigint, (extract(epoch FROM next_after) * 1000000)::bigint,"
    " potential_after, pursuit_after"
    " FROM banhang.follow_contacts($1::bigint[] || ARRAY("
    "SELECT mere.customer_id FROM unnest($2::bigint[], $3::bigint[]) AS mere (id, customer_id) WHERE mere.id NOT IN"
    " (SELECT g.activity_id FROM banhang.greetings_among($2) AS g)))"};

/// $2 actor, $3 machine, $4 call. The customer's version is the one that it had.
// sql-ok: what is looked at is shown to nobody here; the feed decides who is told, and keeps it from whom birthdays
// are hidden.
constexpr Statement kTellGreetings{
    "INSERT INTO banhang.change_log (entity, entity_id, version, operation, fields, unit_before, unit_after, people,"
    " actor_id, machine_name, call_id)"
    " SELECT 'customer', g.customer_id, g.customer_version, 'activity',"
    " '{\"activities\": {\"old\": null, \"new\": null}, \"tells_birthday\": {\"old\": null, \"new\": null}}',"
    " g.customer_unit_id, g.customer_unit_id,"
    " ARRAY(SELECT p.user_id FROM banhang.activity_person p WHERE p.activity_id = g.activity_id), $2, $3, $4"
    " FROM banhang.greetings_among($1::bigint[]) AS g WHERE g.customer_id IS NOT NULL AND NOT g.customer_binned"};

v1::Customer readFacts(RowColumns& columns)
{
    v1::Customer facts;
    columns.time([&] { return facts.mutable_last_contact_time(); });
    columns.time([&] { return facts.mutable_next_contact_time(); });
    facts.set_potential(columns.named<v1::Potential>());
    facts.set_pursuit(columns.named<v1::Pursuit>());
    return facts;
}

} // namespace

void followContacts(Tx& tx, const ChangeActor& actor, const std::vector<std::int64_t>& customerIds,
                    const std::map<std::int64_t, nlohmann::json>& told, const std::vector<MereActivity>& mere)
{
    if (customerIds.empty() && mere.empty())
        return;
    const FieldNames judged{"potential", "pursuit"};
    const FieldNames kept{"last_contact_time", "next_contact_time", "potential", "pursuit"};
    std::vector<std::int64_t> mereIds;
    std::vector<std::int64_t> mereCustomerIds;
    for (const MereActivity& one : mere) {
        mereIds.push_back(one.id);
        mereCustomerIds.push_back(one.customerId);
    }
    if (!mere.empty())
        tx.enqueue(kTellGreetings, mereIds, actor.userId, actor.machineName, actor.callId);
    const Rows rows = tx.query(kFollow, customerIds, mereIds, mereCustomerIds);
    for (const Row row : rows) {
        RowColumns columns(row);
        ChangeRecord change;
        change.entity = "customer";
        change.entityId = columns.id();
        change.version = columns.id();
        change.unitAfter = columns.id();
        if (columns.flag())
            change.unitAfter = std::nullopt;
        change.unitBefore = change.unitAfter;
        const v1::Customer before = readFacts(columns);
        const v1::Customer after = readFacts(columns);
        nlohmann::json fields = changedValues(before, after, differingFields(before, after, kept));
        const auto also = told.find(change.entityId);
        if (also != told.end())
            fields.update(also->second);
        // The history of a customer tells of judgements; talks have a timeline of their own.
        const bool isHistory = also != told.end() || !differingFields(before, after, judged).empty();
        change.operation = isHistory ? "update" : "activity";
        fields["activities"] = {{"old", nullptr}, {"new", nullptr}};
        recordChange(tx, actor, change, fields);
    }
}

} // namespace banhang::server
