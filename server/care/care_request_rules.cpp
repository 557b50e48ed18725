#include "server/care/care_request_rules.h"

#include <algorithm>
#include <set>

#include "server/customers/rules/customer_rules.h"
#include "server/fields/text_rules.h"

namespace banhang::server {

namespace {

constexpr int kBestSatisfaction = 5;
/// 2000-01-01 and 2100-01-01, UTC: what lies outside was mistyped.
constexpr std::int64_t kFirstSecond = 946'684'800;
constexpr std::int64_t kLastSecond = 4'102'444'800;
constexpr int kMinPromiseMinutes = 5;
constexpr int kMaxPromiseMinutes = 90 * 24 * 60;

void demand(bool isThere, const char* path, const char* key, Issues& issues)
{
    if (!isThere)
        addError(issues, path, key);
}

void checkPromise(const v1::CarePromise& promise, int place, std::set<int>& seen, Issues& issues)
{
    const std::string path = element("promises", place);
    if (promise.severity() == v1::CARE_SEVERITY_UNSPECIFIED || !v1::CareSeverity_IsValid(promise.severity()))
        addError(issues, path + ".severity", "field.unknown_value");
    else if (!seen.insert(promise.severity()).second)
        addError(issues, path + ".severity", "care_settings.twice");
    if (promise.promise_minutes() < kMinPromiseMinutes || promise.promise_minutes() > kMaxPromiseMinutes)
        addError(issues, path + ".promise_minutes", "care_settings.promise_out_of_range",
                 {{"min", std::to_string(kMinPromiseMinutes)}, {"max", std::to_string(kMaxPromiseMinutes)}});
    else if (promise.remind_minutes() < 0 || promise.remind_minutes() >= promise.promise_minutes())
        addError(issues, path + ".remind_minutes", "care_settings.reminder_out_of_range");
}

} // namespace

const WritableFields& writableCareFields()
{
    static const WritableFields fields(*v1::CareRequest::descriptor(),
                                       {"id", "version", "code", "state", "customer_name", "contact_name",
                                        "owner_user_id", "unit_id", "creator_user_id", "is_overdue", "escalate_time",
                                        "resolve_time", "create_time", "update_time", "delete_time"});
    return fields;
}

void prepareCareRequest(v1::CareRequest& request)
{
    tidyTexts(request);
    if (request.severity() == v1::CARE_SEVERITY_UNSPECIFIED)
        request.set_severity(v1::CARE_SEVERITY_NORMAL);
}

Issues checkCareShape(const v1::CareRequest& request)
{
    Issues issues;
    checkValues(request, issues);
    demand(!request.kind_key().empty(), "kind_key", "care_request.kind_missing", issues);
    demand(request.customer_id() != 0, "customer_id", "care_request.customer_missing", issues);
    demand(!request.channel_key().empty(), "channel_key", "care_request.channel_missing", issues);
    demand(!request.subject().empty(), "subject", "care_request.subject_missing", issues);
    demand(!isResolved(request.state()) || !request.answer().empty(), "answer", "care_request.answer_missing", issues);
    if (request.satisfaction() < 0 || request.satisfaction() > kBestSatisfaction)
        addError(issues, "satisfaction", "care_request.satisfaction_out_of_range",
                 {{"max", std::to_string(kBestSatisfaction)}});
    const auto& promised = request.promised_time();
    if (promised.seconds() < kFirstSecond || promised.seconds() >= kLastSecond || promised.nanos() < 0 ||
        promised.nanos() > 999'999'999)
        addError(issues, "promised_time", "date.impossible");
    return issues;
}

Issues checkCareNames(const v1::CareRequest& request, const CareFacts& facts, const FieldNames& changed)
{
    Issues issues;
    const auto refuse = [&](const char* path, bool isKnown, const char* list, const std::string& key) {
        if (changed.contains(path) && !isKnown)
            addError(issues, path, "pick_item.unknown", {{"list", list}, {"key", key}});
    };
    refuse("kind_key", facts.isKindKnown, "care_kind", request.kind_key());
    refuse("channel_key", facts.isChannelKnown, "channel", request.channel_key());
    if (changed.contains("customer_id") && facts.customerId == 0)
        addError(issues, "customer_id", "customer.not_found");
    else if ((changed.contains("contact_id") || changed.contains("customer_id")) && request.contact_id() != 0 &&
             !facts.isContactOfCustomer)
        addError(issues, "contact_id", "contact.not_found");
    return issues;
}

bool isOpen(v1::CareState state)
{
    return state >= v1::CARE_STATE_NEW && state <= v1::CARE_STATE_WAITING;
}

bool isResolved(v1::CareState state)
{
    return state == v1::CARE_STATE_RESOLVED || state == v1::CARE_STATE_CLOSED;
}

bool isCareStep(v1::CareState from, v1::CareState to)
{
    if (from == to)
        return false;
    switch (to) {
    case v1::CARE_STATE_WORKING:
        return true;
    case v1::CARE_STATE_WAITING:
    case v1::CARE_STATE_RESOLVED:
    case v1::CARE_STATE_CANCELLED:
        return isOpen(from);
    case v1::CARE_STATE_CLOSED:
        return from == v1::CARE_STATE_RESOLVED;
    default:
        return false;
    }
}

Issues checkCareSettings(const v1::CareSettings& settings)
{
    Issues issues;
    std::set<int> seen;
    for (int place = 0; place < settings.promises_size(); ++place)
        checkPromise(settings.promises(place), place, seen, issues);
    if (!hasErrors(issues) && seen.size() < v1::CareSeverity_ARRAYSIZE - 1)
        addError(issues, "promises", "care_settings.incomplete");
    return issues;
}

} // namespace banhang::server
