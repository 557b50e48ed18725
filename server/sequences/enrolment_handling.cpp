#include "server/sequences/enrolment_handling.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "common/day_message.h"
#include "common/error.h"
#include "server/activities/activity_access.h"
#include "server/activities/contact_upkeep_store.h"
#include "server/core/call/right_demand.h"
#include "server/customers/customer_access.h"
#include "server/customers/customer_store.h"
#include "server/fields/issue_rules.h"
#include "server/sequences/enrolment_store.h"
#include "server/sequences/sequence_store.h"

namespace banhang::server {

namespace {

constexpr int kMaxBatchSize = 500;
constexpr int kMaxStartDays = 366;

template <typename Ids>
std::vector<std::int64_t> sorted(const Ids& wanted, const char* path)
{
    demandSome(path, wanted.size(), kMaxBatchSize);
    std::vector<std::int64_t> ids(wanted.begin(), wanted.end());
    std::ranges::sort(ids);
    ids.erase(std::ranges::unique(ids).begin(), ids.end());
    return ids;
}

/// Only what was decided about this one customer; what concerns the call as a whole goes on.
template <typename Reply, typename Act>
void each(std::int64_t customerId, Reply& reply, Act act)
{
    try {
        act();
    } catch (const AppError& error) {
        constexpr std::array kOfOne{ErrorCode::NotFound, ErrorCode::Denied, ErrorCode::Refused};
        if (std::ranges::find(kOfOne, error.code()) == kOfOne.end())
            throw;
        v1::SkippedCustomer& skipped = *reply.add_skipped();
        skipped.set_customer_id(customerId);
        skipped.set_key(error.key());
    }
}

/// A customer that the caller may edit.
v1::Customer demandCustomer(Call& call, std::int64_t id)
{
    auto stored = findCustomer(call, id);
    if (!stored)
        throwCustomerNotFound();
    demandEdit(call.caller, stored->customer.unit_id(), stored->share);
    return std::move(stored->customer);
}

/// What the histories of customers tell of their sequences: names, by customer.
using SequenceNames = std::map<std::int64_t, std::string>;

void addName(SequenceNames& names, std::int64_t customerId, const std::string& name)
{
    std::string& all = names[customerId];
    all += (all.empty() ? "" : ", ") + name;
}

/// Tells all who watch these customers, and their histories, which sequences they were put on or taken off.
void tellCustomers(Call& call, const SequenceNames& names, const char* side)
{
    std::vector<std::int64_t> ids;
    std::map<std::int64_t, nlohmann::json> told;
    for (const auto& [id, all] : names) {
        ids.push_back(id);
        told[id] = {{"care_sequences", {{"old", nullptr}, {"new", nullptr}}}};
        told[id]["care_sequences"][side] = all;
    }
    followContacts(call.tx, {call.caller.userId, call.session.machineName, call.id}, ids, told);
}

v1::Sequence demandOffered(Call& call, std::int64_t id)
{
    auto sequence = findSequence(call.tx, id);
    if (!sequence)
        throw AppError(ErrorCode::NotFound, "sequence.not_found");
    if (!sequence->active())
        throw AppError(ErrorCode::Refused, "sequence.inactive");
    return std::move(*sequence);
}

} // namespace

std::optional<StartDay> startDayOf(Tx& tx, const v1::Date& wanted)
{
    const vn::Date today = presentTime(tx).today;
    const vn::Date day{wanted.year(), wanted.month(), wanted.day()};
    if (day == vn::Date{})
        return StartDay{today, today};
    if (!vn::isValid(day) || day < today || day > vn::addDays(today, kMaxStartDays))
        return std::nullopt;
    return StartDay{today, day};
}

void startSequence(Call& call, const v1::StartSequenceRequest& wanted, v1::StartSequenceResponse& reply)
{
    const std::vector<std::int64_t> ids = sorted(wanted.customer_ids(), "customer_ids");
    const v1::Sequence sequence = demandOffered(call, wanted.sequence_id());
    if (!call.caller.may(kCreateActivity))
        throwDenied(kCreateActivity);
    const auto start = startDayOf(call.tx, wanted.start_day());
    if (!start)
        throwInvalidField("start_day", "sequence.start_day_wrong");
    SequenceNames started;
    lockMergeSurvivors(call.tx, ids);
    for (const std::int64_t id : ids)
        each(id, reply, [&] {
            const v1::Customer customer = demandCustomer(call, id);
            if (customer.has_delete_time())
                throw AppError(ErrorCode::Refused, "customer.in_bin");
            const auto enrolment = insertEnrolment(call, id, customer.unit_id(), sequence, start->day);
            if (!enrolment)
                throw AppError(ErrorCode::Refused, "sequence.already_on");
            v1::Enrolment& told = *reply.add_enrolments();
            told.set_id(enrolment->id);
            told.set_version(enrolment->version);
            told.set_sequence_id(sequence.id());
            told.set_sequence_name(sequence.name());
            told.set_state(v1::ENROLMENT_STATE_RUNNING);
            told.set_starter_user_id(call.caller.userId);
            setDate(start->day, *told.mutable_start_day());
            addName(started, id, sequence.name());
        });
    tellCustomers(call, started, "new");
}

void stopSequence(Call& call, const v1::StopSequenceRequest& wanted, v1::StopSequenceResponse& reply)
{
    const bool isByCustomer = wanted.enrolment_ids().empty();
    const std::vector<std::int64_t> ids =
        isByCustomer ? sorted(wanted.customer_ids(), "customer_ids") : sorted(wanted.enrolment_ids(), "enrolment_ids");
    const std::vector<StoredEnrolment> found =
        isByCustomer ? findEnrolments(call.tx, ids, wanted.sequence_id()) : findEnrolments(call.tx, ids);
    std::set<std::int64_t> left(ids.begin(), ids.end());
    std::map<std::int64_t, std::string> names; // of sequences
    SequenceNames stopped;
    for (const StoredEnrolment& enrolment : found) {
        // Of a customer out of sight nothing is told, not even that it is on a sequence.
        const auto stored = findCustomer(call, enrolment.customerId);
        if (!stored)
            continue;
        left.erase(isByCustomer ? enrolment.customerId : enrolment.id);
        each(enrolment.customerId, reply, [&] {
            const v1::Customer& customer = stored->customer;
            demandEdit(call.caller, customer.unit_id(), stored->share);
            if (!endEnrolment(call, enrolment, customer.unit_id()))
                throw AppError(ErrorCode::Refused, "sequence.not_on");
            reply.add_enrolment_ids(enrolment.id);
            std::string& name = names[enrolment.sequenceId];
            if (const auto sequence = name.empty() ? findSequence(call.tx, enrolment.sequenceId) : std::nullopt)
                name = sequence->name();
            addName(stopped, enrolment.customerId, name);
        });
    }
    for (const std::int64_t id : left) {
        v1::SkippedCustomer& skipped = *reply.add_skipped();
        skipped.set_customer_id(isByCustomer ? id : 0);
        skipped.set_key("sequence.not_on");
    }
    tellCustomers(call, stopped, "old");
}

} // namespace banhang::server
