#include "server/duplicates/duplicate_check.h"

#include <algorithm>
#include <map>
#include <set>

#include "common/error.h"
#include "common/vn/address.h"
#include "server/duplicates/customer_record.h"
#include "server/duplicates/duplicate_facts_store.h"
#include "server/duplicates/duplicate_index_store.h"
#include "server/duplicates/duplicate_model_store.h"
#include "server/duplicates/duplicate_search.h"

namespace banhang::server {

namespace {

constexpr Right kViewCustomer{v1::RESOURCE_CUSTOMER, v1::ACTION_VIEW};
constexpr std::size_t kMaxHits = 10;
/// Own numbers and addresses stay below it, so it takes contact persons to pass it.
constexpr std::size_t kMaxNumbers = 200;

/// A match, and how it may be told.
struct Found
{
    DuplicateMatch match;
    CustomerFacts facts;
    bool isHidden = false;
};

/// One customer in question, with the fields hidden from the caller and without them.
struct Question
{
    Question(const Caller& caller, const v1::Customer& customer)
        : id(customer.id()), whole(recordOf(customer)), open(whole)
    {
        hideFields(open, caller.masked);
    }

    std::int64_t id;
    match::Record whole;
    match::Record open; ///< what is looked for and compared
};

/// Of a customer out of sight only what would make two staff approach one customer: the same one, or the same number.
bool isWorthTelling(const Similarity& similarity, bool isHidden)
{
    return isHidden ? similarity.rank >= v1::DUPLICATE_RANK_LIKELY || similarity.hasValueInCommon
                    : similarity.rank != v1::DUPLICATE_RANK_UNSPECIFIED;
}

/// What a save must be answered for. All that is told of hidden ones: a difference would tell how alike they are.
bool isAlarming(const Found& found)
{
    return found.isHidden || found.match.similarity.rank >= v1::DUPLICATE_RANK_LIKELY;
}

std::set<std::int64_t> settledAsDifferent(Call& call, const Question& question,
                                          const std::vector<DuplicateMatch>& found)
{
    std::set<std::int64_t> settled;
    if (question.id == 0)
        return settled;
    std::vector<std::int64_t> ids;
    ids.reserve(found.size());
    for (const DuplicateMatch& match : found)
        ids.push_back(match.customerId);
    const std::string mine = match::digestOf(question.whole);
    for (const Decision& decision : decidedDifferent(call, question.id, ids)) {
        const auto other = std::ranges::find(found, decision.otherId, &DuplicateMatch::customerId);
        if (decision.mine == mine && decision.theirs == match::digestOf(other->record))
            settled.insert(decision.otherId);
    }
    return settled;
}

using Facts = std::map<std::int64_t, CustomerFacts>;

/// On all that matched any of a batch, which may be nobody: how long the answer takes must not tell of hidden ones, so
/// the same statements are sent whatever was found.
Facts factsOn(Call& call, const std::vector<Matches>& matches)
{
    std::set<std::int64_t> ids;
    for (const Matches& one : matches)
        for (const DuplicateMatch& match : one.found)
            ids.insert(match.customerId);
    return customerFacts(call, {ids.begin(), ids.end()});
}

/// The matches that the caller may learn of, visible ones first.
std::vector<Found> judge(Call& call, const Question& question, std::vector<DuplicateMatch> matches, const Facts& facts)
{
    const std::set<std::int64_t> settled = settledAsDifferent(call, question, matches);
    std::erase_if(matches, [&](const DuplicateMatch& match) { return settled.contains(match.customerId); });
    std::vector<Found> found;
    for (DuplicateMatch& match : matches) {
        const auto known = facts.find(match.customerId);
        if (known == facts.end())
            continue;
        const bool isSeen = known->second.isShared || call.caller.units(kViewCustomer).contains(known->second.unitId);
        if (isWorthTelling(match.similarity, !isSeen))
            found.push_back({std::move(match), known->second, !isSeen});
    }
    std::stable_partition(found.begin(), found.end(), [](const Found& one) { return !one.isHidden; });
    return found;
}

std::string placeOf(const match::Record& record)
{
    if (record.places.empty())
        return {};
    const match::Place& place = record.places.front();
    const vn::Unit* ward =
        place.wards.size() == 1 ? vn::Units::builtin().findCurrent(vn::UnitLevel::Ward, place.wards.front()) : nullptr;
    return ward != nullptr ? vn::formatUnits(*ward) : place.typed;
}

v1::VisibleDuplicate visibleHit(const match::Model& model, const Question& question, const Found& found)
{
    v1::VisibleDuplicate hit;
    hit.set_customer_id(found.match.customerId);
    hit.set_code(found.facts.code);
    hit.set_name(found.match.record.typedName);
    hit.set_place(placeOf(found.match.record));
    hit.set_owner_user_id(found.facts.ownerId);
    hit.set_rank(found.match.similarity.rank);
    for (v1::DuplicateReason& reason :
         reasonsOf(model, question.open, found.match.record, found.match.similarity.comparison))
        *hit.add_reasons() = std::move(reason);
    return hit;
}

std::vector<v1::DuplicateHit> hitsOf(const match::Model& model, const Question& question,
                                     const std::vector<Found>& found)
{
    std::vector<v1::DuplicateHit> hits;
    // Each owner once: how many of their customers match would be a hint too.
    std::set<std::int64_t> owners;
    for (const Found& one : found) {
        if (hits.size() >= kMaxHits)
            break;
        if (!one.isHidden) {
            *hits.emplace_back().mutable_visible() = visibleHit(model, question, one);
        } else if (owners.insert(one.facts.ownerId).second) {
            v1::HiddenDuplicate& hidden = *hits.emplace_back().mutable_hidden();
            hidden.set_owner_user_id(one.facts.ownerId);
            hidden.set_team_unit_id(one.facts.teamId);
        }
    }
    return hits;
}

void refuseTooMany(const match::Record& record)
{
    if (record.phones.size() + record.emails.size() <= kMaxNumbers)
        return;
    throwInvalidField("contacts", "contact.too_many_numbers", {{"max", std::to_string(kMaxNumbers)}});
}

/// An edit is asked about only for what it makes more alike than it was.
bool isNews(const match::Model& model, const match::Record& before, const Found& found,
            const match::ValueCounts& counts)
{
    const Similarity was = similarityOf(model, before, found.match.record, counts);
    return was.rank < found.match.similarity.rank || !isWorthTelling(was, found.isHidden);
}

} // namespace

std::vector<std::vector<v1::DuplicateHit>> findDuplicatesOfAll(Call& call, const std::vector<v1::Customer>& customers)
{
    std::vector<Question> questions;
    std::vector<Asked> asked;
    for (const v1::Customer& customer : customers) {
        const Question& question = questions.emplace_back(call.caller, customer);
        refuseTooMany(question.whole);
        asked.push_back({question.open, question.id});
    }
    const auto model = currentModel(call.tx);
    std::vector<Matches> matches = findMatches(call.tx, *model, asked);
    const Facts facts = factsOn(call, matches);
    std::vector<std::vector<v1::DuplicateHit>> hits;
    hits.reserve(questions.size());
    for (std::size_t i = 0; i < questions.size(); ++i)
        hits.push_back(hitsOf(*model, questions[i], judge(call, questions[i], std::move(matches[i].found), facts)));
    return hits;
}

std::vector<v1::DuplicateHit> findDuplicates(Call& call, const v1::Customer& customer)
{
    return std::move(findDuplicatesOfAll(call, {customer}).front());
}

std::string reasonForDuplicates(Call& call, const v1::Customer& customer, const v1::Customer* before,
                                const std::string& reason)
{
    const Question question(call.caller, customer);
    refuseTooMany(question.whole);
    lockDuplicateKeys(call.tx, match::identifyingKeys(question.whole));
    const auto model = currentModel(call.tx);
    std::vector<Matches> all = findMatches(call.tx, *model, {{question.open, question.id}});
    const Facts facts = factsOn(call, all);
    Matches& matches = all.front();
    match::Record was;
    if (before != nullptr) {
        was = recordOf(*before);
        hideFields(was, call.caller.masked);
    }
    for (const Found& found : judge(call, question, std::move(matches.found), facts)) {
        if (!isAlarming(found) || (before != nullptr && !isNews(*model, was, found, matches.counts)))
            continue;
        if (reason.empty())
            throw AppError(ErrorCode::Refused, "customer.duplicate_unconfirmed");
        return reason;
    }
    return {};
}

void lockKeysOf(Call& call, const std::vector<v1::Customer>& customers)
{
    std::set<match::Key> keys;
    for (const v1::Customer& customer : customers)
        for (const match::Key key : match::identifyingKeys(recordOf(customer)))
            keys.insert(key);
    lockDuplicateKeys(call.tx, {keys.begin(), keys.end()});
}

} // namespace banhang::server
