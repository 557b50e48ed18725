#include "server/attachments/attachment_parent.h"

#include <nlohmann/json.hpp>

#include "common/error.h"
#include "server/activities/activity_access.h"
#include "server/activities/activity_store.h"
#include "server/activities/activity_writer.h"
#include "server/attachments/parent_store.h"
#include "server/core/call/right_demand.h"
#include "server/core/change_log/change_recorder.h"
#include "server/customers/customer_access.h"

namespace banhang::server {

namespace {

StoredCustomer visibleCustomer(Call& call, std::int64_t id, bool locked)
{
    if (!call.caller.may(kViewCustomer))
        throwCustomerNotFound();
    auto stored = locked ? lockCustomer(call, id) : findCustomer(call, id);
    if (!stored || stored->customer.merged_into_id() != 0) {
        stored = findSurvivor(call, id);
        if (stored && locked)
            stored = lockCustomer(call, stored->customer.id());
    }
    if (!stored)
        throwCustomerNotFound();
    return std::move(*stored);
}

v1::Activity visibleActivity(Call& call, std::int64_t id, bool locked)
{
    std::optional<v1::Activity> stored;
    if (call.caller.may(kViewActivity))
        stored = locked ? lockActivity(call, id) : findActivity(call, id);
    if (!stored)
        throwNoActivity();
    return std::move(*stored);
}

nlohmann::json valueOf(const std::optional<std::string>& name)
{
    return name ? nlohmann::json(*name) : nlohmann::json();
}

} // namespace

AttachmentParent AttachmentParent::take(Call& call, std::int64_t customerId, std::int64_t activityId, bool locked)
{
    if ((customerId == 0) == (activityId == 0))
        throwInvalidField("customer_id", "attachment.parent_missing");
    if (customerId != 0)
        return AttachmentParent(visibleCustomer(call, customerId, locked));
    return AttachmentParent(visibleActivity(call, activityId, locked));
}

AttachmentParent AttachmentParent::find(Call& call, std::int64_t customerId, std::int64_t activityId)
{
    return take(call, customerId, activityId, false);
}

AttachmentParent AttachmentParent::edit(Call& call, std::int64_t customerId, std::int64_t activityId)
{
    AttachmentParent parent = take(call, customerId, activityId, true);
    parent.demandEditing(call.caller);
    if (const auto* activity = parent.activity())
        refuseBinned(*activity);
    else if (std::get<StoredCustomer>(parent.m_record).customer.has_delete_time())
        throw AppError(ErrorCode::Refused, "customer.in_bin");
    return parent;
}

void AttachmentParent::demandEditing(const Caller& caller) const
{
    const auto* stored = customer();
    const Right right = stored != nullptr ? kEditCustomer : kEditActivity;
    if (!caller.may(right))
        throwDenied(right);
    if (stored != nullptr)
        demandEdit(caller, stored->customer.unit_id(), stored->share);
    else
        demandRight(caller, right, std::get<v1::Activity>(m_record).unit_id());
}

void AttachmentParent::adopt(v1::Attachment& attachment) const
{
    if (customer() != nullptr)
        attachment.set_customer_id(customerId());
    else
        attachment.set_activity_id(activityId());
}

void AttachmentParent::recordFile(Call& call, const std::optional<std::string>& before,
                                  const std::optional<std::string>& after)
{
    const nlohmann::json fields{{"attachments", {{"old", valueOf(before)}, {"new", valueOf(after)}}}};
    if (auto* activity = std::get_if<v1::Activity>(&m_record)) {
        static const ActivityListeners nobody;
        const v1::Activity old = *activity;
        countFiles(call, *activity);
        ActivityWriter writer(call.tx, actorOf(call), nobody);
        writer.touched(old, *activity, fields);
        writer.finish();
        return;
    }
    v1::Customer& customer = std::get<StoredCustomer>(m_record).customer;
    bumpVersion(call, customer);
    recordChange(call,
                 {.entity = "customer",
                  .entityId = customer.id(),
                  .version = customer.version(),
                  .operation = "update",
                  .unitBefore = customer.unit_id(),
                  .unitAfter = customer.unit_id()},
                 fields);
}

} // namespace banhang::server
