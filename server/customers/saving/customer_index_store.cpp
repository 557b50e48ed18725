#include "server/customers/saving/customer_index_store.h"

#include "common/vn/sort_key.h"
#include "server/customers/list/search_text.h"
#include "server/duplicates/customer_record.h"
#include "server/duplicates/duplicate_index_store.h"

namespace banhang::server {

namespace {

/// Rewriting a row that stays as it is would cost six index entries, so only a change is written.
constexpr Statement kPutSearch{
    "INSERT INTO banhang.customer_search AS s (customer_id, unit_id, sort_key, marked_name, head_text, lead_text,"
    " name_text, phone_text, email_text, tax_text, all_text)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)"
    " ON CONFLICT (customer_id) DO UPDATE SET unit_id = excluded.unit_id, sort_key = excluded.sort_key,"
    " marked_name = excluded.marked_name, head_text = excluded.head_text, lead_text = excluded.lead_text,"
    " name_text = excluded.name_text, phone_text = excluded.phone_text, email_text = excluded.email_text,"
    " tax_text = excluded.tax_text, all_text = excluded.all_text"
    " WHERE (s.unit_id, s.sort_key, s.marked_name, s.head_text, s.all_text, s.lead_text) IS DISTINCT FROM"
    " (excluded.unit_id, excluded.sort_key, excluded.marked_name, excluded.head_text, excluded.all_text,"
    " excluded.lead_text)"};

constexpr Statement kPutTags{
    "WITH gone AS (DELETE FROM banhang.customer_tag WHERE customer_id = $1 AND NOT tag_key = ANY ($2::text[]))"
    " INSERT INTO banhang.customer_tag (tag_key, customer_id) SELECT DISTINCT k, $1 FROM unnest($2::text[]) AS k"
    " ON CONFLICT DO NOTHING"};

constexpr Statement kDropSearch{"DELETE FROM banhang.customer_search WHERE customer_id = $1"};
constexpr Statement kDropTags{"DELETE FROM banhang.customer_tag WHERE customer_id = $1"};

} // namespace

void writeReadings(Tx& tx, const v1::Customer& customer)
{
    const SearchText text = searchText(customer);
    const bool person = customer.kind() == v1::CUSTOMER_KIND_INDIVIDUAL;
    const std::string order = person ? vn::personSortKey(customer.name()) : vn::companySortKey(customer.name());
    tx.enqueue(kPutSearch, customer.id(), customer.unit_id(), order, text.markedName, text.head, text.lead, text.name,
               text.phone, text.email, text.tax, text.all());
    writeDuplicateForm(tx, customer.id(), recordOf(customer));
}

void writeIndexes(Call& call, const v1::Customer& customer)
{
    writeReadings(call.tx, customer);
    writeTags(call, customer);
}

void writeTags(Call& call, const v1::Customer& customer)
{
    const std::vector<std::string> keys(customer.tag_keys().begin(), customer.tag_keys().end());
    call.tx.enqueue(kPutTags, customer.id(), keys);
}

void dropIndexes(Call& call, std::int64_t customerId)
{
    call.tx.enqueue(kDropSearch, customerId);
    dropDuplicateForm(call.tx, customerId);
    call.tx.enqueue(kDropTags, customerId);
}

} // namespace banhang::server
