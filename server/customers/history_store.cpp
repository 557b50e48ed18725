#include "server/customers/history_store.h"

#include <algorithm>
#include <array>
#include <limits>

#include <google/protobuf/util/time_util.h>

#include "server/customers/customer_access.h"

namespace banhang::server {

using nlohmann::json;

namespace {

/// The first entry in any case, then as many as fit into $6 bytes.
constexpr Statement kHistory{
    "SELECT seq, operation, version, actor_id, machine_name, micros, fields, reason, total FROM ("
    "SELECT *, sum(octet_length(fields)) OVER (ORDER BY seq DESC) AS bytes, count(*) OVER () AS total,"
    " row_number() OVER (ORDER BY seq DESC) AS place FROM ("
    "SELECT seq, operation, version, actor_id, machine_name, (extract(epoch FROM at) * 1000000)::bigint AS micros,"
    " fields::text AS fields, reason FROM banhang.change_log"
    " WHERE entity = 'customer' AND entity_id = $1 AND seq < $2 AND operation <> 'activity'"
    " AND (NOT $4::boolean OR grantee_id IS NULL OR grantee_id = $5) ORDER BY seq DESC LIMIT $3) AS read) AS counted"
    " WHERE bytes <= $6::bigint OR place = 1 ORDER BY seq DESC"};

constexpr Statement kSince{"SELECT fields, actor_id, (extract(epoch FROM at) * 1000000)::bigint FROM banhang.change_log"
                           " WHERE entity = $3 AND entity_id = $1 AND version > $2 ORDER BY version"};

/// What the server keeps of a customer's activities: they have a timeline of their own.
constexpr std::array<std::string_view, 3> kKept{"activities", "last_contact_time", "next_contact_time"};

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
        if (hidingMask(caller, name) != v1::SENSITIVE_FIELD_UNSPECIFIED ||
            std::ranges::find(kKept, name) != kKept.end())
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

HistoryPage readHistory(Call& call, std::int64_t customerId, const HistoryRange& range)
{
    const std::int64_t before =
        range.beforeSequence == 0 ? std::numeric_limits<std::int64_t>::max() : range.beforeSequence;
    HistoryPage page;
    const Rows rows = call.tx.query(kHistory, customerId, before, range.limit + 1, range.ownSharesOnly,
                                    call.caller.userId, range.bytes);
    for (const Row row : rows) {
        if (static_cast<int>(page.entries.size()) == range.limit)
            break;
        v1::HistoryEntry& entry = page.entries.emplace_back();
        entry.set_operation(row.string(1));
        entry.set_version(row.int64(2));
        entry.set_actor_user_id(row.int64(3));
        entry.set_machine_name(row.string(4));
        *entry.mutable_time() = google::protobuf::util::TimeUtil::MicrosecondsToTimestamp(row.int64(5));
        addChanges(call.caller, json::parse(row.text(6)), entry);
        entry.set_reason(row.string(7));
        page.lastSequence = row.int64(0);
        page.goesOn = row.int64(8) > static_cast<std::int64_t>(page.entries.size());
    }
    return page;
}

ChangesSince changesSince(Call& call, std::string_view entity, std::int64_t id, std::int64_t version)
{
    ChangesSince changes;
    const Rows rows = call.tx.query(kSince, id, version, entity);
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
