#include "server/changes/feed_decision.h"

#include <algorithm>
#include <array>
#include <map>

#include "banhang/v1/customer.pb.h"
#include "server/core/call/masking.h"

namespace banhang::server {

namespace {

using Masks = std::vector<v1::SensitiveField>;

constexpr const char* kCustomer = "customer";
/// Those that are not shared concern their owner alone.
constexpr const char* kSavedView = "saved_view";
constexpr const char* kSubscription = "subscription";
constexpr const char* kActivity = "activity";
constexpr const char* kCareRequest = "care_request";
/// What concerns one person, on all their machines.
constexpr std::array<std::string_view, 3> kPersonal{"notification", "notification_setting", "subscription_mute"};
constexpr Right kViewCustomers{v1::RESOURCE_CUSTOMER, v1::ACTION_VIEW};
constexpr Right kViewActivities{v1::RESOURCE_ACTIVITY, v1::ACTION_VIEW};
constexpr Right kViewCareRequests{v1::RESOURCE_CARE_REQUEST, v1::ACTION_VIEW};

void collectMasks(const google::protobuf::FieldDescriptor& field, Masks& masks)
{
    if (const auto mask = maskOf(field))
        masks.push_back(*mask);
    if (field.message_type() == nullptr)
        return;
    for (int i = 0; i < field.message_type()->field_count(); ++i)
        collectMasks(*field.message_type()->field(i), masks);
}

std::map<std::string, Masks> customerMasks()
{
    std::map<std::string, Masks> all;
    const auto* type = v1::Customer::descriptor();
    for (int i = 0; i < type->field_count(); ++i)
        collectMasks(*type->field(i), all[type->field(i)->name()]);
    return all;
}

v1::Change gone(const RecordKey& record)
{
    v1::Change change;
    change.set_entity(record.entity);
    change.set_id(record.id);
    change.set_kind(v1::CHANGE_KIND_GONE);
    return change;
}

v1::Change changed(const FeedView& view, const ChangeRow& row, std::int64_t version)
{
    v1::Change change;
    change.set_entity(row.record.entity);
    change.set_id(row.record.id);
    change.set_version(version);
    change.set_kind(v1::CHANGE_KIND_CHANGED);
    change.set_actor_user_id(row.actorId);
    for (const std::string& field : row.fields) {
        if (!isHiddenField(*view.caller, row.record.entity, field))
            change.add_fields(field);
    }
    return change;
}

bool isAmong(const std::vector<std::int64_t>& people, std::int64_t userId)
{
    return std::ranges::find(people, userId) != people.end();
}

} // namespace

bool isHiddenField(const Caller& caller, const std::string& entity, const std::string& field)
{
    static const std::map<std::string, Masks> masks = customerMasks();
    if (entity != kCustomer)
        return false;
    const auto found = masks.find(field);
    if (found == masks.end())
        return false;
    for (const v1::SensitiveField mask : found->second) {
        if (caller.isMasked(mask))
            return true;
    }
    return false;
}

bool FeedView::sees(const RecordKey& record, const std::optional<std::int64_t>& unit,
                    const std::vector<std::int64_t>& people) const
{
    const bool isOfPeople = isAmong(people, caller->userId);
    if (std::ranges::find(kPersonal, record.entity) != kPersonal.end())
        return isOfPeople;
    if (!unit)
        return false;
    if (*unit == 0)
        return true;
    if (record.entity == kSavedView || record.entity == kSubscription)
        return *unit == caller->unitId;
    if (record.entity == kActivity)
        return caller->units(kViewActivities).contains(*unit) || (isOfPeople && caller->may(kViewActivities));
    if (record.entity == kCareRequest)
        return caller->units(kViewCareRequests).contains(*unit) || (isOfPeople && caller->may(kViewCareRequests));
    if (record.entity != kCustomer)
        return false;
    return caller->units(kViewCustomers).contains(*unit) ||
           (caller->may(kViewCustomers) && sharedCustomers.contains(record.id));
}

std::optional<v1::Change> decide(const FeedView& view, const ChangeRow& row, const RecordState& newest)
{
    const bool isHidden = row.revealsBirthday && view.caller->isMasked(v1::SENSITIVE_FIELD_BIRTHDAY);
    const auto sees = [&](const std::optional<std::int64_t>& unit, const std::vector<std::int64_t>& people) {
        return (!isHidden || isAmong(people, view.caller->userId)) && view.sees(row.record, unit, people);
    };
    if (sees(newest.unit, newest.people))
        return changed(view, row, newest.version);
    const bool lostShare = row.isShare && row.granteeId == view.caller->userId;
    if (lostShare || sees(row.unitBefore, row.people) || sees(row.unitAfter, row.people))
        return gone(row.record);
    return std::nullopt;
}

const RecordState* NewestStates::find(const RecordKey& record) const
{
    const auto found = m_byRecord.find(record);
    return found == m_byRecord.end() ? nullptr : &found->second->state;
}

RecordState NewestStates::merge(const RecordKey& record, const RecordState& state)
{
    if (const auto found = m_byRecord.find(record); found != m_byRecord.end()) {
        m_entries.splice(m_entries.begin(), m_entries, found->second);
        // Equal versions: shares and their withdrawal leave the owner as it was.
        if (state.version > found->second->state.version)
            found->second->state = state;
        return found->second->state;
    }
    m_entries.push_front({record, state});
    m_byRecord.emplace(record, m_entries.begin());
    if (m_entries.size() > m_capacity) {
        m_byRecord.erase(m_entries.back().record);
        m_entries.pop_back();
    }
    return state;
}

void NewestStates::clear()
{
    m_entries.clear();
    m_byRecord.clear();
}

} // namespace banhang::server
