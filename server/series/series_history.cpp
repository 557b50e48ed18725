#include "server/series/series_history.h"

#include <nlohmann/json.hpp>

#include "server/fields/message_json.h"

namespace banhang::server {

namespace {

using nlohmann::json;

json valuesOf(const StoredSeries& series)
{
    return {{"recurrence", toJson(series.repetition.rule)},
            {"pattern", toJson(series.pattern)},
            {"first_day", vn::formatIsoDate(series.repetition.begin)},
            {"ended_day", series.endedDay ? json(vn::formatIsoDate(*series.endedDay)) : json(nullptr)}};
}

} // namespace

void recordSeries(Tx& tx, const ChangeActor& actor, std::string_view operation, const StoredSeries* before,
                  const StoredSeries& after)
{
    const json now = valuesOf(after);
    const json old = before != nullptr ? valuesOf(*before) : json::object();
    json fields = json::object();
    for (const auto& [field, value] : now.items())
        if (const json was = old.value(field, json(nullptr)); was != value)
            fields[field] = {{"old", was}, {"new", value}};
    recordChange(tx, actor,
                 {.entity = "series",
                  .entityId = after.id,
                  .version = after.version,
                  .operation = operation,
                  .unitBefore = before != nullptr ? std::optional(before->unitId) : std::nullopt,
                  .unitAfter = after.unitId},
                 fields);
}

void recordSeries(Call& call, std::string_view operation, const StoredSeries* before, const StoredSeries& after)
{
    recordSeries(call.tx, actorOf(call), operation, before, after);
}

} // namespace banhang::server
