#include "server/customers/history_store.h"

#include <array>
#include <limits>

#include <google/protobuf/util/time_util.h>

#include "server/customers/customer_access.h"

namespace banhang::server {

using nlohmann::json;

namespace {

constexpr Statement kHistory{
    "SELECT seq, operation, version, actor_id, machine_name, (extract(epoch FROM at) * 1000000)::bigint,"
    " fields, reason FROM banhang.change_log"
    " WHERE entity = 'customer' AND entity_id = $1 AND seq < $2 ORDER BY seq DESC LIMIT $3"};

constexpr Statement kSince{"SELECT fields, actor_id, (extract(epoch FROM at) * 1000000)::bigint FROM banhang.change_log"
                           " WHERE entity = 'customer' AND entity_id = $1 AND version > $2 ORDER BY version"};

struct HiddenPart
{
    v1::SensitiveField mask;
    const char* key;
};
constexpr std::array kHiddenParts{HiddenPart{v1::SENSITIVE_FIELD_PHONE, "phones"},
                                  HiddenPart{v1::SENSITIVE_FIELD_EMAIL, "emails"},
                                  HiddenPart{v1::SENSITIVE_FIELD_BIRTHDAY, "birthday"}};

std::string textOf(const json& value)
{
    return value.is_null() ? std::string() : value.dump();
}

void addChanges(const Caller& caller, const json& fields, v1::HistoryEntry& entry)
{
    for (const auto& [name, change] : fields.items()) {
        if (hidingMask(caller, name) != v1::SENSITIVE_FIELD_UNSPECIFIED)
            continue;
        v1::FieldChange& shown = *entry.add_changes();
        shown.set_field(name);
        shown.set_old_json(textOf(withoutHidden(caller, name, change.value("old", json()))));
        shown.set_new_json(textOf(withoutHidden(caller, name, change.value("new", json()))));
        // Nothing but what is hidden has changed: the caller is not told that it has.
        if (shown.old_json() == shown.new_json())
            entry.mutable_changes()->RemoveLast();
    }
}

} // namespace

std::vector<HistoryRow> readHistory(Call& call, std::int64_t customerId, std::int64_t beforeSequence, int limit)
{
    const std::int64_t before = beforeSequence == 0 ? std::numeric_limits<std::int64_t>::max() : beforeSequence;
    std::vector<HistoryRow> history;
    const Rows rows = call.tx.query(kHistory, customerId, before, limit);
    for (const Row row : rows) {
        HistoryRow& one = history.emplace_back();
        one.sequence = row.int64(0);
        one.entry.set_operation(row.string(1));
        one.entry.set_version(row.int64(2));
        one.entry.set_actor_user_id(row.int64(3));
        one.entry.set_machine_name(row.string(4));
        *one.entry.mutable_time() = google::protobuf::util::TimeUtil::MicrosecondsToTimestamp(*row.micros(5));
        addChanges(call.caller, json::parse(row.text(6)), one.entry);
        one.entry.set_reason(row.string(7));
    }
    return history;
}

ChangesSince changesSince(Call& call, std::int64_t customerId, std::int64_t version)
{
    ChangesSince changes;
    const Rows rows = call.tx.query(kSince, customerId, version);
    for (const Row row : rows) {
        const json fields = json::parse(row.text(0));
        for (const auto& [name, change] : fields.items())
            changes.originals.emplace(name, change.value("old", json()));
        changes.lastActorId = row.int64(1);
        changes.lastTimeMicros = row.int64(2);
    }
    return changes;
}

json withoutHidden(const Caller& caller, const std::string& field, json value)
{
    if (field != "contacts" || !value.is_array())
        return value;
    for (json& contact : value)
        for (const HiddenPart& part : kHiddenParts)
            if (caller.isMasked(part.mask))
                contact.erase(part.key);
    return value;
}

} // namespace banhang::server
