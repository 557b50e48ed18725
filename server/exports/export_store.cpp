#include "server/exports/export_store.h"

#include <google/protobuf/util/json_util.h>
#include <nlohmann/json.hpp>

#include "server/core/change_log/change_recorder.h"
#include "server/fields/text_rules.h"

namespace banhang::server {

namespace {

constexpr Statement kInsert{"INSERT INTO banhang.export_run (user_id) VALUES ($1) RETURNING id"};

} // namespace

void recordExport(Call& call, const v1::ExportCustomersRequest& request)
{
    using nlohmann::json;
    v1::ExportCustomersRequest told = request;
    told.clear_words();
    tidyTexts(told); // PostgreSQL's JSON takes no NUL
    google::protobuf::util::JsonPrintOptions options;
    options.preserve_proto_field_names = true;
    std::string text;
    if (!google::protobuf::util::MessageToJsonString(told, &text, options).ok())
        throw std::logic_error("an export request has no JSON");
    const std::int64_t id = call.tx.query(kInsert, call.caller.userId).front().int64(0);
    recordChange(call, {.entity = "export_run", .entityId = id, .version = 1, .operation = "create"},
                 {{"list", {{"old", nullptr}, {"new", json::parse(text)}}}});
}

} // namespace banhang::server
