#include "server/findings/findings.h"

#include <algorithm>
#include <map>
#include <set>

#include <google/protobuf/util/time_util.h>
#include <nlohmann/json.hpp>

#include "common/error.h"
#include "server/core/call/page_tokens.h"
#include "server/core/change_log/change_recorder.h"
#include "server/customers/customer_access.h"
#include "server/customers/customer_store.h"
#include "server/duplicates/customer_record.h"
#include "server/duplicates/duplicate_index_store.h"
#include "server/duplicates/duplicate_model_store.h"
#include "server/duplicates/similarity.h"
#include "server/fields/issue_rules.h"
#include "server/merging/merge_access.h"

namespace banhang::server {

namespace {

constexpr int kMaxShown = 200;
constexpr int kUsual = 100;
constexpr int kCountCap = 1001;
constexpr int kMaxDecided = 50;
/// Of reading for one page, when the most of what is stored is none to the caller.
constexpr int kMaxRounds = 20;

v1::DuplicateRank rankOf(double probability)
{
    if (probability >= match::kCertain)
        return v1::DUPLICATE_RANK_CERTAIN;
    return probability >= match::kLikely ? v1::DUPLICATE_RANK_LIKELY : v1::DUPLICATE_RANK_POSSIBLE;
}

bool seesAllFields(const Caller& caller)
{
    return std::ranges::none_of(caller.masked, [](bool isMasked) { return isMasked; });
}

std::set<std::int64_t> endsOf(const std::vector<StoredLink>& links)
{
    std::set<std::int64_t> ids;
    for (const StoredLink& link : links)
        ids.insert({link.lowId, link.highId});
    return ids;
}

/// Without hidden fields two customers may be less alike, or not at all: then nothing tells of their similarity.
void weighAsSeen(Call& call, std::vector<StoredLink>& links)
{
    if (seesAllFields(call.caller) || links.empty())
        return;
    const std::set<std::int64_t> ids = endsOf(links);
    std::map<std::int64_t, match::Record> records;
    for (StoredRecord& stored : storedRecords(call.tx, {ids.begin(), ids.end()})) {
        hideFields(stored.record, call.caller.masked);
        records.emplace(stored.customerId, std::move(stored.record));
    }
    const auto model = currentModel(call.tx);
    std::erase_if(links, [&](StoredLink& link) {
        const auto low = records.find(link.lowId);
        const auto high = records.find(link.highId);
        if (low == records.end() || high == records.end())
            return true;
        link.probability = similarityOf(*model, low->second, high->second).probability;
        return link.probability < match::kPossible;
    });
}

/// The customers of all these links, in the order of their ids.
std::vector<v1::Customer> customersOf(Call& call, const std::vector<StoredLink>& links)
{
    const std::set<std::int64_t> ids = endsOf(links);
    return ids.empty() ? std::vector<v1::Customer>()
                       : readCustomers(call, {ids.begin(), ids.end()}, v1::CUSTOMER_VIEW_BASIC);
}

/// `customers` in the order of their ids.
void fill(const Caller& caller, const StoredFinding& stored, const std::vector<StoredLink>& links,
          const std::vector<v1::Customer>& customers, v1::Finding& finding)
{
    finding.set_id(stored.id);
    *finding.mutable_find_time() = google::protobuf::util::TimeUtil::MicrosecondsToTimestamp(stored.foundMicros);
    std::set<std::int64_t> ids;
    double weakest = 1;
    for (const StoredLink& link : links) {
        if (link.findingId != stored.id)
            continue;
        v1::FindingLink& shown = *finding.add_links();
        shown.set_customer_id(link.lowId);
        shown.set_other_customer_id(link.highId);
        shown.set_rank(rankOf(link.probability));
        ids.insert({link.lowId, link.highId});
        weakest = std::min(weakest, link.probability);
    }
    for (const std::int64_t id : ids) {
        const auto customer = std::ranges::lower_bound(customers, id, {}, &v1::Customer::id);
        if (customer != customers.end() && customer->id() == id)
            *finding.add_customers() = *customer;
    }
    // Links that the group does not need may be weaker than what holds it together.
    finding.set_rank(rankOf(seesAllFields(caller) ? stored.probability : weakest));
}

/// For the audit alone: what was decided is kept by pairs, who decided otherwise before is found here.
void recordDecision(Call& call, const std::set<std::int64_t>& ids, v1::FindingAnswer answer)
{
    recordChange(call, {.entity = "duplicate_decision", .entityId = *ids.begin(), .operation = "update"},
                 {{"customer_ids", {{"old", nullptr}, {"new", ids}}},
                  {"answer", {{"old", nullptr}, {"new", v1::FindingAnswer_Name(answer)}}}});
}

/// A finding as the caller sees it, and its place in the order of what is stored.
struct ShownFinding
{
    FindingPlace place;
    v1::Finding finding;
};

/// The findings behind `after` as far as they are any to the caller, `most` of them at least where there are as many.
/// `end` is where reading ended; id 0 at the end of all.
std::vector<ShownFinding> readShown(Call& call, bool postponed, const FindingPlace& after, int most, FindingPlace& end)
{
    std::vector<ShownFinding> shown;
    end = after;
    for (int round = 0; round < kMaxRounds && static_cast<int>(shown.size()) < most; ++round) {
        const std::vector<StoredFinding> findings = findFindings(call, postponed, end, most);
        std::vector<std::int64_t> ids;
        ids.reserve(findings.size());
        for (const StoredFinding& finding : findings)
            ids.push_back(finding.id);
        std::vector<StoredLink> links = linksOfFindings(call, postponed, ids);
        weighAsSeen(call, links);
        const std::vector<v1::Customer> customers = customersOf(call, links);
        for (const StoredFinding& stored : findings) {
            ShownFinding one{{stored.probability, stored.id}, {}};
            fill(call.caller, stored, links, customers, one.finding);
            if (one.finding.customers_size() >= 2)
                shown.push_back(std::move(one));
        }
        if (static_cast<int>(findings.size()) < most) {
            end = {};
            break;
        }
        end = {findings.back().probability, findings.back().id};
    }
    return shown;
}

} // namespace

void pageOfFindings(Call& call, const v1::ListFindingsRequest& wanted, const FindingPlace& after,
                    v1::ListFindingsResponse& reply, FindingPlace& next)
{
    const auto size = static_cast<std::size_t>(pageSize(wanted.page_size(), kUsual, kMaxShown));
    // One more than is shown, of those that are any to the caller: that there are further ones would tell of others.
    std::vector<ShownFinding> shown = readShown(call, wanted.postponed(), after, static_cast<int>(size) + 1, next);
    if (shown.size() > size) {
        shown.resize(size);
        next = shown.back().place;
    }
    for (ShownFinding& one : shown)
        *reply.add_findings() = std::move(one.finding);
    // Stored is what is alike by all fields: who does not see them all would learn of the hidden ones by its number.
    if (wanted.with_count())
        reply.set_capped_count(seesAllFields(call.caller)
                                   ? static_cast<int>(countFindings(call, wanted.postponed(), kCountCap))
                                   : reply.findings_size());
}

void decideFinding(Call& call, const v1::DecideFindingRequest& wanted)
{
    const std::set<std::int64_t> ids(wanted.customer_ids().begin(), wanted.customer_ids().end());
    if (ids.size() < 2)
        throwInvalidField("customer_ids", "merge.too_few");
    refuseTooMany("customer_ids", ids.size(), kMaxDecided);
    if (wanted.answer() < v1::FINDING_ANSWER_DIFFERENT || wanted.answer() > v1::FINDING_ANSWER_OPEN)
        throwInvalidField("answer", "field.unknown_value");
    const auto customers = readCustomers(call, {ids.begin(), ids.end()}, v1::CUSTOMER_VIEW_BASIC);
    if (customers.size() < ids.size())
        throwCustomerNotFound();
    for (const v1::Customer& customer : customers)
        demandMerge(call.caller, customer, true);
    const std::vector<StoredRecord> records = storedRecords(call.tx, {ids.begin(), ids.end()});
    std::vector<PairDecision> pairs;
    for (std::size_t low = 0; low < records.size(); ++low)
        for (std::size_t high = low + 1; high < records.size(); ++high)
            pairs.push_back({records[low].customerId, records[high].customerId, match::digestOf(records[low].record),
                             match::digestOf(records[high].record)});
    if (wanted.answer() == v1::FINDING_ANSWER_OPEN)
        dropDecisions(call, pairs);
    else
        writeDecisions(call, pairs, wanted.answer() == v1::FINDING_ANSWER_DIFFERENT ? 1 : 2);
    recordDecision(call, ids, wanted.answer());
}

} // namespace banhang::server
