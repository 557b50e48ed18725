#include "server/core/change_log/change_recorder.h"

#include <nlohmann/json.hpp>

#include "server/core/call/call.h"

namespace banhang::server {

namespace {

constexpr Statement kInsertChange{
    "INSERT INTO banhang.change_log (entity, entity_id, version, operation, fields, reason, unit_before, unit_after,"
    " grantee_id, people, actor_id, machine_name, call_id)"
    " VALUES ($1, $2, $3, $4, $5::jsonb, $6, $7, $8, $9, $10::bigint[], $11, $12, $13)"};

} // namespace

ChangeActor actorOf(const Call& call)
{
    return {call.caller.userId, call.session.machineName, call.id};
}

void recordChange(Tx& tx, const ChangeActor& actor, const ChangeRecord& change, const nlohmann::json& fields)
{
    tx.enqueue(kInsertChange, change.entity, change.entityId, change.version, change.operation,
               fields.is_null() ? std::string("{}") : fields.dump(), change.reason, change.unitBefore, change.unitAfter,
               change.granteeId, change.people, actor.userId, actor.machineName, actor.callId);
}

void recordChange(Call& call, const ChangeRecord& change, const nlohmann::json& fields)
{
    recordChange(call.tx, actorOf(call), change, fields);
}

} // namespace banhang::server
