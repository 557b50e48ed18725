#include "server/core/change_log/export_recorder.h"

#include <string>

#include <nlohmann/json.hpp>

#include "server/core/call/call.h"
#include "server/core/change_log/change_recorder.h"

namespace banhang::server {

namespace {

constexpr Statement kInsert{"INSERT INTO banhang.export_run (user_id) VALUES ($1) RETURNING id"};

} // namespace

void recordExport(Call& call, std::string_view kind, const nlohmann::json& asked)
{
    const std::int64_t id = call.tx.query(kInsert, call.caller.userId).front().int64(0);
    recordChange(call, {.entity = "export_run", .entityId = id, .version = 1, .operation = "create"},
                 {{std::string(kind), {{"old", nullptr}, {"new", asked}}}});
}

} // namespace banhang::server
