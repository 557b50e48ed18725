#include "server/activities/activity_writer.h"

#include <algorithm>
#include <array>
#include <set>

#include "server/activities/activity_rules.h"
#include "server/activities/activity_store.h"
#include "server/activities/contact_upkeep_store.h"

namespace banhang::server {

namespace {

constexpr std::array kSearched{"title", "preparation",     "course", "result",
                               "goal",  "callback_reason", "place",  "customer_id"};

std::optional<std::int64_t> placeOf(const v1::Activity* activity)
{
    if (activity == nullptr || activity->has_delete_time())
        return std::nullopt;
    return activity->unit_id();
}

/// All whose day it is or was part of.
std::vector<std::int64_t> peopleOfBoth(const v1::Activity* before, const v1::Activity& after)
{
    std::vector<std::int64_t> people = peopleOf(after);
    if (before != nullptr)
        for (const std::int64_t person : peopleOf(*before))
            people.push_back(person);
    std::ranges::sort(people);
    people.erase(std::ranges::unique(people).begin(), people.end());
    return people;
}

/// There is nothing that a customer takes from it but its time.
bool isMere(const v1::Activity& activity)
{
    return activity.potential() == v1::POTENTIAL_UNSPECIFIED && activity.pursuit() == v1::PURSUIT_UNSPECIFIED &&
           !activity.is_callback();
}

} // namespace

void ActivityWriter::insert(v1::Activity& activity, const std::optional<std::string>& seriesSlot)
{
    insertActivity(m_tx, activity, seriesSlot);
    if (activity.customer_id() != 0)
        writeSearchText(m_tx, activity);
    FieldNames fields = writableActivityFields().setIn(activity);
    if (activity.state() != v1::ACTIVITY_STATE_PLANNED)
        fields.insert("state");
    keep("create", nullptr, activity, initialValues(activity, fields));
}

void ActivityWriter::update(const v1::Activity& before, v1::Activity& after, std::string_view operation,
                            const FieldNames& changed)
{
    updateActivity(m_tx, after);
    if (after.customer_id() != 0 &&
        std::ranges::any_of(kSearched, [&](const char* field) { return changed.contains(field); }))
        writeSearchText(m_tx, after);
    keep(operation, &before, after, changedValues(before, after, changed));
}

void ActivityWriter::setBinned(const v1::Activity& before, v1::Activity& after, bool binned)
{
    setActivityBinned(m_tx, after, binned);
    if (!binned && after.customer_id() != 0)
        writeSearchText(m_tx, after);
    keep(binned ? "delete" : "undelete", &before, after, nlohmann::json::object());
}

void ActivityWriter::assigned(const v1::Activity& before, const v1::Activity& after)
{
    keep("assign", &before, after,
         changedValues(before, after, differingFields(before, after, {"owner_user_id", "participant_user_ids"})));
}

void ActivityWriter::touched(const v1::Activity& before, const v1::Activity& after, const nlohmann::json& fields)
{
    keep("update", &before, after, fields);
}

void ActivityWriter::keep(std::string_view operation, const v1::Activity* before, const v1::Activity& after,
                          const nlohmann::json& fields)
{
    recordChange(m_tx, m_actor,
                 {.entity = "activity",
                  .entityId = after.id(),
                  .version = after.version(),
                  .operation = operation,
                  .unitBefore = placeOf(before),
                  .unitAfter = placeOf(&after),
                  .people = peopleOfBoth(before, after)},
                 fields);
    m_saved.push_back({operation, before == nullptr ? std::nullopt : std::optional(*before), after});
}

void ActivityWriter::finish(const std::vector<std::int64_t>& others)
{
    std::set<std::int64_t> customers(others.begin(), others.end());
    std::vector<MereActivity> mere;
    std::vector<SavedActivity> saved;
    for (const Saved& one : m_saved) {
        const v1::Activity& before = one.before ? *one.before : one.after;
        if (isMere(before) && isMere(one.after) && before.customer_id() == one.after.customer_id())
            mere.push_back({one.after.id(), one.after.customer_id()});
        else
            customers.insert({before.customer_id(), one.after.customer_id()});
        saved.push_back({one.operation, one.before ? &*one.before : nullptr, &one.after});
    }
    customers.erase(0);
    if (!saved.empty())
        for (ActivityListener* listener : m_listeners)
            listener->activitiesSaved(m_tx, m_actor, saved);
    followContacts(m_tx, m_actor, {customers.begin(), customers.end()}, {}, mere);
}

} // namespace banhang::server
