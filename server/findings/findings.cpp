#include "server/findings/findings.h"

#include <algorithm>
#include <map>
#include <set>

#include <google/protobuf/util/time_util.h>

#include "common/error.h"
#include "server/customers/customer_access.h"
#include "server/customers/customer_store.h"
#include "server/duplicates/customer_record.h"
#include "server/duplicates/duplicate_index_store.h"
#include "server/duplicates/duplicate_model_store.h"
#include "server/duplicates/likeness.h"
#include "server/merging/merge_access.h"

namespace banhang::server {

namespace {

constexpr int kMostShown = 200;
constexpr int kUsual = 100;
constexpr int kCountCap = 1001;
constexpr int kMostDecided = 50;

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

/// Without hidden fields two customers may be less alike, or not at all: then nothing tells of their likeness.
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
        link.probability = likenessOf(*model, low->second, high->second).probability;
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

} // namespace

void pageOfFindings(Call& call, const v1::ListFindingsRequest& wanted, const FindingPlace& after,
                    v1::ListFindingsResponse& reply, FindingPlace& next)
{
    const int size = wanted.page_size() <= 0 ? kUsual : std::min(wanted.page_size(), kMostShown);
    std::vector<StoredFinding> findings = findFindings(call, wanted.postponed(), after, size + 1);
    next = {};
    if (static_cast<int>(findings.size()) > size) {
        findings.pop_back();
        next = {findings.back().probability, findings.back().id};
    }
    std::vector<std::int64_t> ids;
    ids.reserve(findings.size());
    for (const StoredFinding& finding : findings)
        ids.push_back(finding.id);
    std::vector<StoredLink> links = linksOfFindings(call, wanted.postponed(), ids);
    weighAsSeen(call, links);
    const std::vector<v1::Customer> customers = customersOf(call, links);
    for (const StoredFinding& stored : findings) {
        v1::Finding& finding = *reply.add_findings();
        fill(call.caller, stored, links, customers, finding);
        if (finding.customers_size() < 2)
            reply.mutable_findings()->RemoveLast();
    }
    // Stored is what is alike by all fields: who does not see them all would learn of the hidden ones by its number.
    if (wanted.with_count())
        reply.set_capped_count(seesAllFields(call.caller)
                                   ? static_cast<int>(countFindings(call, wanted.postponed(), kCountCap))
                                   : reply.findings_size());
}

void decideFinding(Call& call, const v1::DecideFindingRequest& wanted)
{
    const std::set<std::int64_t> ids(wanted.customer_ids().begin(), wanted.customer_ids().end());
    if (ids.size() < 2 || static_cast<int>(ids.size()) > kMostDecided)
        throwInvalidField("customer_ids", "merge.too_few");
    if (wanted.answer() < v1::FINDING_ANSWER_DIFFERENT || wanted.answer() > v1::FINDING_ANSWER_OPEN)
        throwInvalidField("answer", "field.unknown_value");
    const auto customers = readCustomers(call, {ids.begin(), ids.end()}, v1::CUSTOMER_VIEW_BASIC);
    if (customers.size() < ids.size())
        throwNotFound();
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
}

} // namespace banhang::server
