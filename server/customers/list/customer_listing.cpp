#include "server/customers/list/customer_listing.h"

#include <algorithm>

#include <google/protobuf/util/time_util.h>
#include <nlohmann/json.hpp>

#include "common/error.h"
#include "server/core/call/page_filling.h"
#include "server/core/call/page_tokens.h"
#include "server/core/call/right_demand.h"
#include "server/core/change_log/export_recorder.h"
#include "server/customers/customer_access.h"
#include "server/customers/customer_store.h"
#include "server/customers/handling/share_store.h"
#include "server/customers/history_store.h"
#include "server/customers/list/customer_filter_store.h"
#include "server/customers/list/customer_group_store.h"
#include "server/customers/list/customer_list_store.h"
#include "server/customers/list/customer_search_store.h"
#include "server/customers/list/search_text.h"
#include "server/fields/issue_rules.h"
#include "server/fields/message_json.h"
#include "server/fields/text_rules.h"

namespace banhang::server {

using nlohmann::json;

namespace {

constexpr int kMaxRows = 500;
constexpr int kUsualRows = 100;
constexpr int kMaxHits = 200;
constexpr int kUsualHits = 50;
constexpr int kMaxCards = 50;
constexpr int kUsualCards = 20;
constexpr int kMaxEntries = 200;
constexpr int kUsualEntries = 50;
constexpr int kCountCap = 1001;
constexpr int kMaxCounts = 12;
/// Of several lists at once, which stand beside their names.
constexpr int kSmallCountCap = 501;
/// Rows that are read at once while an answer is filled.
constexpr std::size_t kSlice = 50;
constexpr std::size_t kMinCardLetters = 3;
constexpr std::size_t kMaxQueryLength = 200;

/// Refused before it is taken apart: a query of megabytes would keep a database thread busy with folding.
SearchQuery queryOf(const std::string& typed)
{
    if (characterCount(typed) > kMaxQueryLength)
        throwInvalidField("query", "text.too_long", {{"max", std::to_string(kMaxQueryLength)}});
    return searchQuery(typed);
}

/// Where a page starts, as its token says it.
struct Cursor
{
    ListPlace place;
    bool backwards = false;
};

/// What must stay the same from page to page. (The first one may be asked for around a customer.)
v1::ListCustomersRequest questionOf(const v1::ListCustomersRequest& wanted)
{
    v1::ListCustomersRequest question;
    *question.mutable_filter() = wanted.filter();
    question.set_sort(wanted.sort());
    question.set_descending(wanted.descending());
    question.set_page_token(wanted.page_token());
    // A list that was begun in the short form goes on in it: whole records are noted with their first page.
    if (wanted.view() == v1::CUSTOMER_VIEW_FULL)
        question.set_view(wanted.view());
    return question;
}

/// The customers of `ids` in that order, until the answer is full; at least one. Returns how many ids were read.
template <typename Reply>
std::size_t fill(Call& call, const std::vector<std::int64_t>& ids, v1::CustomerView view, bool binned, Reply& reply)
{
    return fillAnswer(ids, kSlice, *reply.mutable_customers(),
                      [&](const std::vector<std::int64_t>& slice) { return readCustomers(call, slice, view, binned); });
}

/// Pages of one list in one order, for one caller.
class Pager
{
public:
    Pager(Call& call, const TokenSigner& signer, const v1::ListCustomersRequest& wanted, const ListScope& scope)
        : m_call(call),
          m_tokens(signer, call.caller, questionOf(wanted)),
          m_query{wanted.filter(), scope, wanted.sort(), wanted.descending()}
    {
        if (const json token = m_tokens.open(); !token.is_null()) {
            m_cursor = Cursor{{token.at("key"), token.at("id")}, token.at("back")};
        } else if (wanted.around_customer_id() != 0) {
            const auto place = isGrouped(m_query.sort) ? groupedPlaceOf(call, m_query, wanted.around_customer_id())
                                                       : placeOf(call, m_query, wanted.around_customer_id());
            if (!place)
                throwCustomerNotFound();
            m_cursor = Cursor{beside(*place, !wanted.descending()), false};
        }
    }

    void read(int size, v1::CustomerView view, v1::ListCustomersResponse& reply)
    {
        const bool backwards = m_cursor && m_cursor->backwards;
        const auto from = m_cursor ? std::optional(m_cursor->place) : std::nullopt;
        std::vector<ListPlace> places = isGrouped(m_query.sort)
                                            ? groupedPlaces(m_call, m_query, from, backwards, size + 1)
                                            : listPlaces(m_call, m_query, from, backwards, size + 1);
        bool goesOn = static_cast<int>(places.size()) > size;
        if (goesOn)
            places.pop_back();
        // From the cursor on, so that what does not fit is what is furthest from it.
        std::vector<std::int64_t> ids;
        ids.reserve(places.size());
        for (const ListPlace& place : places)
            ids.push_back(place.id);
        const std::size_t taken = fill(m_call, ids, view, m_query.filter.deleted(), reply);
        goesOn = goesOn || taken < places.size();
        places.resize(taken);
        if (backwards) {
            std::ranges::reverse(places);
            std::reverse(reply.mutable_customers()->begin(), reply.mutable_customers()->end());
        }
        setTokens(places, goesOn, reply);
    }

    int count() const { return countCustomers(m_call, m_query, kCountCap); }

private:
    /// A place just before (or behind) `place`, where no row can be: pages start behind their cursor, not at it.
    static ListPlace beside(ListPlace place, bool before)
    {
        place.id += before ? -1 : 1;
        return place;
    }

    std::string tokenOf(const ListPlace& place, bool backwards) const
    {
        return m_tokens.seal({{"key", place.key}, {"id", place.id}, {"back", backwards}});
    }

    void setTokens(const std::vector<ListPlace>& places, bool goesOn, v1::ListCustomersResponse& reply) const
    {
        const bool backwards = m_cursor && m_cursor->backwards;
        const bool hasBefore = backwards ? goesOn : m_cursor.has_value();
        const bool hasBehind = backwards || goesOn;
        if (places.empty()) {
            // All beyond the cursor has gone: the way back begins at the cursor itself.
            if (hasBefore)
                reply.set_previous_page_token(tokenOf(beside(m_cursor->place, m_query.descending), true));
            if (backwards)
                reply.set_next_page_token(tokenOf(beside(m_cursor->place, !m_query.descending), false));
            return;
        }
        if (hasBefore)
            reply.set_previous_page_token(tokenOf(places.front(), true));
        if (hasBehind)
            reply.set_next_page_token(tokenOf(places.back(), false));
    }

    Call& m_call;
    PageTokens m_tokens;
    ListQuery m_query;
    std::optional<Cursor> m_cursor;
};

/// Cuts a scope down to what the caller may take out as a file.
void narrowToExport(const Caller& caller, ListScope& scope)
{
    const UnitSet& reach = caller.units(kExportCustomer);
    if (reach.all)
        return;
    const auto cut = [&](std::vector<std::int64_t>& leaves) {
        std::erase_if(leaves, [&](std::int64_t leaf) { return !reach.contains(leaf); });
    };
    if (scope.wanted)
        cut(*scope.wanted);
    else
        scope.wanted = reach.leaves;
    if (scope.all)
        scope.units = reach.leaves;
    else
        cut(scope.units);
    scope.all = false;
}

void demandExport(const Caller& caller, v1::CustomerView view)
{
    if (view == v1::CUSTOMER_VIEW_FULL && !caller.may(kExportCustomer))
        throwDenied(kExportCustomer);
}

template <typename Request>
void recordWholeRecords(Call& call, const Request& wanted)
{
    Request told = wanted;
    tidyTexts(told); // PostgreSQL's JSON takes no NUL
    recordExport(call, "list", toJson(told));
}

void refuseUnknownChoices(const google::protobuf::Message& request)
{
    Issues issues;
    checkEnums(request, issues);
    if (!issues.empty())
        throwInvalidField(issues.front().path(), "field.unknown_value");
}

/// Who sees a customer only because it was shared with them is not told with whom else.
bool mayListShares(const Caller& caller, const v1::Customer& customer)
{
    return caller.units(kViewCustomer).contains(customer.unit_id());
}

v1::Customer findVisible(Call& call, std::int64_t id)
{
    auto stored = findCustomer(call, id);
    if (!stored)
        throwCustomerNotFound();
    return std::move(stored->customer);
}

} // namespace

void listCustomers(Call& call, const TokenSigner& signer, const v1::ListCustomersRequest& wanted,
                   v1::ListCustomersResponse& reply)
{
    refuseUnknownChoices(wanted);
    refuseIssues(filterIssues(wanted.filter()));
    demandExport(call.caller, wanted.view());
    const int size = pageSize(wanted.page_size(), kUsualRows, kMaxRows);
    ListScope scope = listScope(call, wanted.filter());
    if (wanted.view() == v1::CUSTOMER_VIEW_FULL)
        narrowToExport(call.caller, scope);
    Pager pager(call, signer, wanted, scope);
    pager.read(size, wanted.view(), reply);
    if (wanted.with_count())
        reply.set_capped_count(pager.count());
}

void exportList(Call& call, const TokenSigner& signer, const v1::ListCustomersRequest& wanted,
                v1::ListCustomersResponse& reply)
{
    listCustomers(call, signer, wanted, reply);
    if (wanted.page_token().empty())
        recordWholeRecords(call, wanted);
}

void countLists(Call& call, const v1::BatchGetCustomerCountsRequest& wanted, v1::BatchGetCustomerCountsResponse& reply)
{
    refuseTooMany("filters", wanted.filters_size(), kMaxCounts);
    for (const v1::CustomerFilter& filter : wanted.filters()) {
        refuseIssues(filterIssues(filter));
        const ListScope scope = listScope(call, filter);
        reply.add_capped_counts(countCustomers(call, {filter, scope}, kSmallCountCap));
    }
}

void batchGetCustomers(Call& call, const v1::BatchGetCustomersRequest& wanted, v1::BatchGetCustomersResponse& reply)
{
    refuseUnknownChoices(wanted);
    demandExport(call.caller, wanted.view());
    const std::vector<std::int64_t> ids(wanted.customer_ids().begin(), wanted.customer_ids().end());
    refuseTooMany("customer_ids", ids.size(), kMaxRows);
    // Whole records may be so long that fewer of them go into one answer.
    refuseTooMany("customer_ids", ids.size(), fill(call, ids, wanted.view(), false, reply));
    if (wanted.view() == v1::CUSTOMER_VIEW_FULL)
        reply.mutable_customers()->erase(
            std::remove_if(reply.mutable_customers()->begin(), reply.mutable_customers()->end(),
                           [&](const v1::Customer& customer) {
                               return !call.caller.units(kExportCustomer).contains(customer.unit_id());
                           }),
            reply.mutable_customers()->end());
}

void exportBatch(Call& call, const v1::BatchGetCustomersRequest& wanted, v1::BatchGetCustomersResponse& reply)
{
    batchGetCustomers(call, wanted, reply);
    recordWholeRecords(call, wanted);
}

void findByWords(Call& call, const v1::SearchCustomersRequest& wanted, v1::SearchCustomersResponse& reply)
{
    refuseIssues(filterIssues(wanted.filter()));
    const int limit = pageSize(wanted.limit(), kUsualHits, kMaxHits, "limit");
    // The bin is not in the search table: it is short, and is looked through in its list.
    if (wanted.filter().deleted())
        throwInvalidField("filter.deleted", "search.bin_not_searched");
    const SearchQuery query = queryOf(wanted.query());
    auto ids = searchCustomers(call, query, wanted.filter(), listScope(call, wanted.filter()), limit + 1);
    const bool isMore = static_cast<int>(ids.size()) > limit;
    if (isMore)
        ids.pop_back();
    reply.set_truncated(fill(call, ids, v1::CUSTOMER_VIEW_BASIC, false, reply) < ids.size() || isMore);
}

void findPublicCards(Call& call, const v1::FindPublicCardsRequest& wanted, v1::FindPublicCardsResponse& reply)
{
    if (!arePublicCardsEnabled(call))
        throw AppError(ErrorCode::Refused, "customer.public_card_disabled");
    const int limit = pageSize(wanted.limit(), kUsualCards, kMaxCards, "limit");
    const SearchQuery query = queryOf(wanted.query());
    std::size_t letters = 0;
    for (const SearchTerm& term : query.terms)
        letters += term.pattern.size() - std::string_view("%%").size();
    if (query.isShort || letters < kMinCardLetters)
        throwInvalidField("query", "search.too_short");
    for (v1::PublicCard& card : readPublicCards(call, searchAllNames(call, query, limit)))
        *reply.add_cards() = std::move(card);
}

void listHistory(Call& call, const TokenSigner& signer, const v1::ListCustomerHistoryRequest& wanted,
                 v1::ListCustomerHistoryResponse& reply)
{
    const v1::Customer customer = findVisible(call, wanted.customer_id());
    const int size = pageSize(wanted.page_size(), kUsualEntries, kMaxEntries);
    const PageTokens tokens(signer, call.caller, wanted);
    const json last = tokens.open();
    const std::int64_t before = last.is_null() ? 0 : last.at("before").get<std::int64_t>();
    HistoryPage page =
        readHistory(call, customer.id(), {before, size, kMaxAnswerBytes, !mayListShares(call.caller, customer)});
    for (v1::HistoryEntry& entry : page.entries)
        *reply.add_entries() = std::move(entry);
    if (page.goesOn)
        reply.set_next_page_token(tokens.seal({{"before", page.lastSequence}}));
}

void listSharesOf(Call& call, const TokenSigner& signer, const v1::ListCustomerSharesRequest& wanted,
                  v1::ListCustomerSharesResponse& reply)
{
    const v1::Customer customer = findVisible(call, wanted.customer_id());
    const int size = pageSize(wanted.page_size(), kMaxEntries, kMaxEntries);
    const PageTokens tokens(signer, call.caller, wanted);
    std::int64_t afterMicros = 0;
    std::int64_t afterUserId = 0;
    if (const json token = tokens.open(); !token.is_null()) {
        afterMicros = token.at("micros");
        afterUserId = token.at("user");
    }
    const bool ownOnly = !mayListShares(call.caller, customer);
    std::vector<v1::CustomerShare> shares =
        listShares(call, customer.id(), afterMicros, afterUserId, ownOnly, size + 1);
    const bool goesOn = static_cast<int>(shares.size()) > size;
    if (goesOn)
        shares.pop_back();
    for (const v1::CustomerShare& share : shares)
        *reply.add_shares() = share;
    if (goesOn) {
        using google::protobuf::util::TimeUtil;
        const v1::CustomerShare& last = shares.back();
        reply.set_next_page_token(
            tokens.seal({{"micros", TimeUtil::TimestampToMicroseconds(last.create_time())}, {"user", last.user_id()}}));
    }
}

} // namespace banhang::server
