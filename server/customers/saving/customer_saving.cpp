#include "server/customers/saving/customer_saving.h"

#include <algorithm>

#include <google/protobuf/util/time_util.h>

#include "common/error.h"
#include "common/vn/utf8.h"
#include "server/core/call/right_demand.h"
#include "server/core/change_log/change_recorder.h"
#include "server/core/change_log/record_version.h"
#include "server/core/database/database_clock.h"
#include "server/customers/contact_store.h"
#include "server/customers/customer_access.h"
#include "server/customers/customer_store.h"
#include "server/customers/history_store.h"
#include "server/customers/rules/customer_rules.h"
#include "server/customers/rules/edit_mask.h"
#include "server/customers/saving/customer_facts_store.h"
#include "server/customers/saving/customer_index_store.h"
#include "server/customers/saving/edit_conflicts.h"
#include "server/customers/saving/hidden_parts.h"
#include "server/duplicates/duplicate_check.h"
#include "server/fields/record_fields.h"
#include "server/fields/text_rules.h"
#include "server/identity/org_store.h"

namespace banhang::server {

using google::protobuf::util::TimeUtil;

namespace {

constexpr std::size_t kMaxReasonLength = 500;

[[noreturn]] void throwInvalid(const Issues& issues, ErrorCode code = ErrorCode::Invalid,
                               const char* key = "call.invalid")
{
    v1::ErrorDetail detail;
    detail.set_key(key);
    for (const v1::FieldIssue& issue : issues)
        if (issue.severity() == v1::SEVERITY_ERROR)
            *detail.add_issues() = issue;
    throw AppError(code, detail);
}

} // namespace

Issues excess(v1::Customer typed)
{
    Issues issues;
    tidyTexts(typed);
    checkValues(typed, issues);
    return issues;
}

void refuseErrors(const Issues& issues)
{
    if (hasErrors(issues))
        throwInvalid(issues);
}

std::string checkedReason(const std::string& typed, Issues& issues)
{
    const std::string reason = vn::tidy(typed);
    if (characterCount(reason) > kMaxReasonLength)
        addError(issues, "duplicate_reason", "text.too_long", {{"max", std::to_string(kMaxReasonLength)}});
    return reason;
}

void refuseHiddenFields(const Caller& caller, const FieldNames& fields, const v1::Customer& wanted)
{
    Issues issues;
    for (const std::string& field : fields)
        if (hidingMask(caller, field) != v1::SENSITIVE_FIELD_UNSPECIFIED)
            addError(issues, field, "field.masked");
    if (fields.contains("contacts"))
        checkHiddenParts(caller, wanted, issues);
    if (!issues.empty())
        throwInvalid(issues, ErrorCode::Denied, "field.masked");
}

namespace {

void assignOwner(Call& call, v1::Customer& customer)
{
    if (customer.owner_user_id() == 0)
        customer.set_owner_user_id(call.caller.userId);
    const std::int64_t unitId = unitOfOwner(call, customer.owner_user_id(), kCreateCustomer);
    demandRight(call.caller, kCreateCustomer, unitId);
    demandRight(call.caller, kViewCustomer, unitId);
    customer.set_unit_id(unitId);
}

/// Author and time of a point to watch are those of its last wording: nobody's name stands under the words of another.
void stampWatchPoints(Call& call, const v1::Customer& before, v1::Customer& after)
{
    std::int64_t team = 0;
    for (v1::WatchPoint& point : *after.mutable_watch_points()) {
        const bool isKept = std::ranges::any_of(before.watch_points(), [&](const v1::WatchPoint& stored) {
            return stored.author_user_id() == point.author_user_id() &&
                   stored.create_time().seconds() == point.create_time().seconds() &&
                   stored.create_time().nanos() == point.create_time().nanos() && stored.text() == point.text() &&
                   stored.unit_id() == point.unit_id();
        });
        if (isKept)
            continue;
        point.set_author_user_id(call.caller.userId);
        *point.mutable_create_time() = TimeUtil::MicrosecondsToTimestamp(presentMicros(call.tx));
        if (point.unit_id() == 0 && team == 0)
            team = OrgStore::teamsAbove(call.tx, {call.caller.unitId}).front();
        if (point.unit_id() == 0)
            point.set_unit_id(team);
    }
}

/// As the caller sees the customer: warnings quote values, and hidden ones are neither told nor in the way of an edit.
Issues checked(Call& call, const v1::Customer& customer)
{
    const v1::Customer seen = asSeenBy(call.caller, customer);
    return checkCustomer(seen, ruleContext(call, seen));
}

/// Ids of contact persons are those of this customer, each once: another customer's person must not be drawn over.
Issues foreignContacts(const v1::Customer& stored, const v1::Customer& wanted)
{
    Issues issues;
    for (int i = 0; i < wanted.contacts_size(); ++i) {
        const std::int64_t id = wanted.contacts(i).id();
        const auto has = [id](const v1::Contact& contact) { return contact.id() == id; };
        const bool isTwice = std::ranges::count_if(wanted.contacts(), has) > 1;
        if (id != 0 && (isTwice || std::ranges::none_of(stored.contacts(), has)))
            addError(issues, element("contacts", i), "contact.not_found");
    }
    return issues;
}

/// Others may have edited since; what they did to the same fields is not overwritten unseen.
void refuseLost(Call& call, const v1::Customer& stored, std::int64_t readVersion, const nlohmann::json& changes)
{
    const EditedRecord record{"customer", stored.id(), stored.version(), readVersion, "customer.edit_conflict"};
    refuseCollisions(call, record, changes, [&call](const std::string& field, const nlohmann::json& value) {
        return withoutHidden(call.caller, field, value);
    });
}

void answer(const v1::Customer& customer, const Issues& issues, v1::CustomerChangeResponse& reply)
{
    *reply.mutable_customer() = customer;
    for (const v1::FieldIssue& issue : issues)
        if (issue.severity() == v1::SEVERITY_WARNING)
            *reply.add_warnings() = issue;
}

/// The stored customer, allowed to be edited with this request.
v1::Customer admitEdit(Call& call, const v1::UpdateCustomerRequest& wanted, const FieldNames& fields)
{
    auto stored = lockCustomer(call, wanted.customer().id());
    if (!stored)
        throwCustomerNotFound();
    demandEdit(call.caller, stored->customer.unit_id(), stored->share);
    refuseErrors(checkEditMask(wanted.update_mask()));
    refuseErrors(issuesOfEdit(excess(wanted.customer()), fields));
    refuseHiddenFields(call.caller, fields, wanted.customer());
    if (stored->customer.has_delete_time())
        throw AppError(ErrorCode::Refused, "customer.in_bin");
    demandKnownVersion(stored->customer.version(), wanted.customer().version(), "customer.version_unknown");
    if (fields.contains("contacts"))
        refuseErrors(foreignContacts(stored->customer, wanted.customer()));
    return std::move(stored->customer);
}

/// The stored customer with the named fields as wanted, which are not too much.
v1::Customer merged(Call& call, const v1::Customer& stored, const v1::Customer& wanted, const FieldNames& fields)
{
    v1::Customer typed = wanted;
    prepareCustomer(typed);
    if (fields.contains("contacts"))
        restoreHiddenParts(call.caller, stored, typed);
    if (fields.contains("watch_points"))
        stampWatchPoints(call, stored, typed);
    v1::Customer result = stored;
    copyFields(typed, fields, result);
    return result;
}

/// As editedForm, for what is not too much.
v1::Customer checkedForm(Call& call, const v1::Customer& stored, const v1::Customer& wanted, const FieldNames& fields,
                         Issues& issues)
{
    v1::Customer after = merged(call, stored, wanted, fields);
    if (fields.contains("parent_id"))
        lockParents(call);
    issues = issuesOfEdit(checked(call, after), fields);
    return after;
}

void store(Call& call, const v1::Customer& before, const FieldNames& changed, v1::Customer& after,
           const std::string& reason)
{
    updateCustomer(call, after);
    if (changed.contains("contacts"))
        writeContacts(call, before.contacts(), after);
    writeIndexes(call, after);
    recordChange(call,
                 {.entity = "customer",
                  .entityId = after.id(),
                  .version = after.version(),
                  .operation = "update",
                  .unitBefore = after.unit_id(),
                  .unitAfter = after.unit_id(),
                  .granteeId = std::nullopt,
                  .reason = reason},
                 changedValues(before, after, changed));
}

} // namespace

void saveNewCustomer(Call& call, const v1::CreateCustomerRequest& wanted, v1::CustomerChangeResponse& reply)
{
    const FieldNames fields = fieldsSet(wanted.customer());
    v1::Customer customer;
    copyFields(wanted.customer(), fields, customer);
    customer.set_kind(wanted.customer().kind());
    customer.set_owner_user_id(wanted.customer().owner_user_id());
    for (v1::Contact& contact : *customer.mutable_contacts())
        contact.clear_id();
    assignOwner(call, customer);
    refuseHiddenFields(call.caller, fields, customer);
    refuseErrors(excess(customer));
    prepareCustomer(customer);
    Issues issues = checked(call, customer);
    std::string reason = checkedReason(wanted.duplicate_reason(), issues);
    refuseErrors(issues);
    dropEmptyEntries(customer);
    stampWatchPoints(call, {}, customer);
    reason = reasonForDuplicates(call, customer, nullptr, reason);
    insertCustomer(call, customer);
    writeContacts(call, {}, customer);
    writeIndexes(call, customer);
    recordChange(call,
                 {.entity = "customer",
                  .entityId = customer.id(),
                  .version = customer.version(),
                  .operation = "create",
                  .unitBefore = std::nullopt,
                  .unitAfter = customer.unit_id(),
                  .granteeId = std::nullopt,
                  .reason = reason},
                 initialValues(customer, fieldsSet(customer)));
    answer(customer, issues, reply);
}

void saveChanges(Call& call, const v1::UpdateCustomerRequest& wanted, v1::CustomerChangeResponse& reply)
{
    const FieldNames fields = namesOf(wanted.update_mask());
    const v1::Customer before = admitEdit(call, wanted, fields);
    Issues issues;
    v1::Customer after = checkedForm(call, before, wanted.customer(), fields, issues);
    std::string reason = checkedReason(wanted.duplicate_reason(), issues);
    refuseErrors(issues);
    dropEmptyEntries(after);
    const FieldNames changed = differingFields(before, after, fields);
    if (!changed.empty()) {
        refuseLost(call, before, wanted.customer().version(), changedValues(before, after, changed));
        reason = reasonForDuplicates(call, after, &before, reason);
        store(call, before, changed, after, reason);
    }
    answer(after, issues, reply);
}

v1::Customer editedForm(Call& call, const v1::Customer& stored, const v1::Customer& wanted, const FieldNames& fields,
                        Issues& issues)
{
    refuseErrors(issuesOfEdit(excess(wanted), fields));
    return checkedForm(call, stored, wanted, fields, issues);
}

void checkTyped(Call& call, const v1::CheckCustomerRequest& wanted, v1::CheckCustomerResponse& reply)
{
    if (wanted.customer().id() != 0 && !findCustomer(call, wanted.customer().id()))
        throwCustomerNotFound();
    reply = std::move(checkTypedOfAll(call, {wanted.customer()}).front());
}

std::vector<v1::CheckCustomerResponse> checkTypedOfAll(Call& call, const std::vector<v1::Customer>& typed)
{
    std::vector<v1::CheckCustomerResponse> replies(typed.size());
    std::vector<v1::CheckCustomerResponse*> open;
    std::vector<v1::Customer> prepared;
    std::vector<v1::Customer> seen;
    for (std::size_t i = 0; i < typed.size(); ++i) {
        if (const Issues tooMuch = excess(typed[i]); !tooMuch.empty()) {
            replies[i].mutable_issues()->Add(tooMuch.begin(), tooMuch.end());
            continue;
        }
        open.push_back(&replies[i]);
        prepareCustomer(prepared.emplace_back(typed[i]));
        seen.push_back(asSeenBy(call.caller, prepared.back()));
    }
    const RuleContext common = ruleContextOfAll(call, seen);
    const auto hits = findDuplicatesOfAll(call, prepared);
    for (std::size_t i = 0; i < open.size(); ++i) {
        const bool hasParent = seen[i].parent_id() != 0;
        const Issues issues = checkCustomer(seen[i], hasParent ? ruleContext(call, seen[i]) : common);
        open[i]->mutable_issues()->Add(issues.begin(), issues.end());
        open[i]->mutable_duplicates()->Add(hits[i].begin(), hits[i].end());
    }
    return replies;
}

} // namespace banhang::server
