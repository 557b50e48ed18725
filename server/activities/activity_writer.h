// The one way in which activities are written: rows, history, the customers' upkeep, and those who listen.
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <string_view>

#include "banhang/v1/activities.pb.h"
#include "server/activities/activity_listener.h"
#include "server/core/change_log/change_recorder.h"
#include "server/core/database/tx.h"
#include "server/fields/record_fields.h"

namespace banhang::server {

/// Of one transaction. Decides nothing: rights and rules are the business of whoever writes.
/// Owner: short-lived; `tx` and `listeners` must outlive it.
class ActivityWriter
{
public:
    ActivityWriter(Tx& tx, ChangeActor actor, const ActivityListeners& listeners)
        : m_tx(tx), m_actor(std::move(actor)), m_listeners(listeners)
    {
    }

    /// Owner, leaf, creator and series are the activity's; fills id, version and times. `seriesSlot`: the day of its
    /// series, "2026-11-18".
    void insert(v1::Activity& activity, const std::optional<std::string>& seriesSlot = {});
    /// Stores a locked row; `changed` are the fields that go into the history.
    void update(const v1::Activity& before, v1::Activity& after, std::string_view operation, const FieldNames& changed);
    void setBinned(const v1::Activity& before, v1::Activity& after, bool binned);
    /// Puts on record what was stored already.
    void assigned(const v1::Activity& before, const v1::Activity& after);
    /// As assigned, for what is no field of the activity: its files. `fields` is {"name": {"old": ..., "new": ...}}.
    void touched(const v1::Activity& before, const v1::Activity& after, const nlohmann::json& fields);

    /// Once, last: tells the history, brings customers up to date, and lets the listeners do their part. `others`:
    /// customers of whom something is news that no activity tells.
    void finish(const std::vector<std::int64_t>& others = {});

private:
    struct Saved
    {
        std::string_view operation;
        std::optional<v1::Activity> before;
        v1::Activity after;
    };

    void keep(std::string_view operation, const v1::Activity* before, const v1::Activity& after,
              const nlohmann::json& fields);

    Tx& m_tx;
    ChangeActor m_actor;
    const ActivityListeners& m_listeners;
    std::deque<Saved> m_saved;
};

} // namespace banhang::server
