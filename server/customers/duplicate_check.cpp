#include "server/customers/duplicate_check.h"

#include <algorithm>
#include <optional>
#include <set>

#include "common/error.h"
#include "common/vn/address.h"
#include "server/customers/customer_access.h"
#include "server/customers/customer_facts_store.h"
#include "server/customers/duplicate_keys.h"
#include "server/customers/duplicate_store.h"

namespace banhang::server {

namespace {

constexpr std::size_t kMostHits = 10;

/// A match, and how it may be told.
struct Found
{
    DuplicateCandidate candidate;
    DuplicateScore score;
    bool isHidden = false;
};

/// Keys in common speak for contact persons too, whose numbers a candidate's row does not hold.
ComparedCustomer formOf(const DuplicateCandidate& candidate)
{
    ComparedCustomer form = comparedForm(candidate.customer);
    for (const std::string& key : candidate.commonKeys) {
        if (key.starts_with("p:"))
            form.phones.insert(key.substr(2));
        else if (key.starts_with("e:"))
            form.emails.insert(key.substr(2));
    }
    return form;
}

bool isAlarming(const DuplicateScore& score)
{
    return score.rank >= v1::DUPLICATE_RANK_LIKELY;
}

std::optional<Found> judge(const Caller& caller, const ComparedCustomer& mine, DuplicateCandidate candidate)
{
    const ComparedCustomer theirs = formOf(candidate);
    const bool isSeen = candidate.isShared || caller.units(kViewCustomer).contains(candidate.customer.unit_id());
    if (isSeen) {
        DuplicateScore open = scoreDuplicate(mine, theirs, caller.masked);
        if (open.rank != v1::DUPLICATE_RANK_UNSPECIFIED)
            return Found{std::move(candidate), std::move(open), false};
    }
    DuplicateScore whole = scoreDuplicate(mine, theirs);
    if (!isAlarming(whole))
        return std::nullopt;
    return Found{std::move(candidate), std::move(whole), true};
}

std::vector<Found> judgeAll(const Caller& caller, const ComparedCustomer& mine,
                            std::vector<DuplicateCandidate> candidates)
{
    std::vector<Found> found;
    for (DuplicateCandidate& candidate : candidates)
        if (auto one = judge(caller, mine, std::move(candidate)))
            found.push_back(std::move(*one));
    std::ranges::stable_sort(found, [](const Found& a, const Found& b) {
        return a.isHidden != b.isHidden ? b.isHidden : a.score.bits > b.score.bits;
    });
    return found;
}

std::string placeOf(const v1::Customer& customer)
{
    if (customer.addresses().empty())
        return {};
    const v1::Address& address = customer.addresses(0);
    const vn::Unit* ward = vn::Units::builtin().findCurrent(vn::UnitLevel::Ward, address.ward_code());
    return ward != nullptr ? vn::formatUnits(*ward)
                           : vn::formatAddress({}, address.ward(), address.district(), address.province());
}

v1::VisibleDuplicate visibleHit(const Found& found)
{
    const v1::Customer& customer = found.candidate.customer;
    v1::VisibleDuplicate hit;
    hit.set_customer_id(customer.id());
    hit.set_code(customer.code());
    hit.set_name(customer.name());
    hit.set_place(placeOf(customer));
    hit.set_owner_user_id(customer.owner_user_id());
    hit.set_rank(found.score.rank);
    for (const v1::DuplicateReason& reason : found.score.reasons)
        *hit.add_reasons() = reason;
    return hit;
}

/// Each owner once: how many of their customers match would be a hint too.
void addHidden(Call& call, const std::vector<Found>& found, std::vector<v1::DuplicateHit>& hits)
{
    std::vector<std::int64_t> leaves;
    std::vector<v1::HiddenDuplicate> hidden;
    std::set<std::int64_t> owners;
    for (const Found& one : found) {
        const v1::Customer& customer = one.candidate.customer;
        if (!one.isHidden || hits.size() + hidden.size() >= kMostHits ||
            !owners.insert(customer.owner_user_id()).second)
            continue;
        hidden.emplace_back().set_owner_user_id(customer.owner_user_id());
        leaves.push_back(customer.unit_id());
    }
    if (hidden.empty())
        return;
    const std::vector<std::int64_t> teams = teamsAbove(call, leaves);
    for (std::size_t i = 0; i < hidden.size(); ++i) {
        hidden[i].set_team_unit_id(teams[i]);
        *hits.emplace_back().mutable_hidden() = std::move(hidden[i]);
    }
}

} // namespace

std::vector<v1::DuplicateHit> findDuplicates(Call& call, const v1::Customer& customer)
{
    const ComparedCustomer mine = comparedForm(customer);
    const auto found = judgeAll(call.caller, mine, duplicateCandidates(call, duplicateKeys(mine), customer.id()));
    std::vector<v1::DuplicateHit> hits;
    for (const Found& one : found)
        if (!one.isHidden && hits.size() < kMostHits)
            *hits.emplace_back().mutable_visible() = visibleHit(one);
    addHidden(call, found, hits);
    return hits;
}

std::string reasonForDuplicates(Call& call, const v1::Customer& customer, const v1::Customer* before,
                                const std::string& reason)
{
    const ComparedCustomer mine = comparedForm(customer);
    const std::vector<std::string> keys = duplicateKeys(mine);
    lockDuplicateKeys(call, keys);
    const std::optional<ComparedCustomer> was = before != nullptr ? std::optional(comparedForm(*before)) : std::nullopt;
    for (const Found& found : judgeAll(call.caller, mine, duplicateCandidates(call, keys, customer.id()))) {
        if (!isAlarming(found.score))
            continue;
        const HiddenFields& mask = found.isHidden ? HiddenFields{} : call.caller.masked;
        if (was && scoreDuplicate(*was, formOf(found.candidate), mask).rank >= found.score.rank)
            continue;
        if (reason.empty())
            throw AppError(ErrorCode::Refused, "customer.duplicate_unconfirmed");
        return reason;
    }
    return {};
}

} // namespace banhang::server
