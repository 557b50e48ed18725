#include "server/customers/saving/edit_conflicts.h"

#include "common/error.h"
#include "server/customers/history_store.h"

namespace banhang::server {

using nlohmann::json;

void refuseCollisions(Call& call, const EditedRecord& record, const json& changes, const ShownValue& shown)
{
    if (record.readVersion == record.version)
        return;
    const ChangesSince since = changesSince(call, record.entity, record.id, record.readVersion);
    v1::ErrorDetail detail;
    for (const auto& [field, change] : changes.items()) {
        const auto original = since.originals.find(field);
        if (original == since.originals.end())
            continue;
        v1::FieldConflict& conflict = *detail.add_conflicts();
        conflict.set_path(field);
        conflict.set_original_json(shown(field, original->second).dump());
        conflict.set_theirs_json(shown(field, change.at("old")).dump());
        conflict.set_mine_json(shown(field, change.at("new")).dump());
    }
    if (detail.conflicts().empty())
        return;
    detail.set_key(std::string(record.conflictKey));
    detail.set_current_version(record.version);
    detail.set_changed_by_user_id(since.lastActorId);
    detail.set_change_time_us(since.lastTimeMicros);
    throw AppError(ErrorCode::Conflict, detail);
}

} // namespace banhang::server
