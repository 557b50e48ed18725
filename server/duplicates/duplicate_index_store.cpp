#include "server/duplicates/duplicate_index_store.h"

namespace banhang::server {

namespace {

constexpr Statement kPut{
    "WITH before AS (SELECT keys FROM banhang.duplicate_form WHERE customer_id = $1),"
    " gone AS (DELETE FROM banhang.duplicate_key WHERE customer_id = $1 AND key IN"
    "  (SELECT unnest(keys) FROM before EXCEPT SELECT unnest($2::bigint[]))),"
    " kept AS (INSERT INTO banhang.duplicate_form AS f (customer_id, keys, form) VALUES ($1, $2::bigint[], $3)"
    "  ON CONFLICT (customer_id) DO UPDATE SET keys = excluded.keys, form = excluded.form"
    "  WHERE f.form <> excluded.form OR f.keys <> excluded.keys)"
    " INSERT INTO banhang.duplicate_key (key, customer_id)"
    " SELECT wanted.key, $1 FROM unnest($2::bigint[]) AS wanted (key)"
    " WHERE NOT EXISTS (SELECT FROM before WHERE wanted.key = ANY (before.keys))"};
constexpr Statement kDrop{"DELETE FROM banhang.duplicate_form WHERE customer_id = $1"};

constexpr Statement kForms{
    "SELECT customer_id, form FROM banhang.duplicate_form WHERE customer_id = ANY ($1::bigint[]) ORDER BY customer_id"};
constexpr Statement kFormsAfter{"SELECT customer_id, form FROM banhang.duplicate_form WHERE customer_id > $1 ORDER BY "
                                "customer_id LIMIT $2::integer"};
constexpr Statement kCount{"SELECT count(*) FROM banhang.duplicate_form"};
/// Ids are given in order, so every n-th of them is spread over all times.
constexpr Statement kSample{
    "SELECT customer_id, form FROM banhang.duplicate_form"
    " WHERE mod(customer_id, greatest(1, (SELECT count(*) FROM banhang.duplicate_form) / $1::bigint)) = 0"
    " ORDER BY customer_id"};

constexpr Statement kHolders{"SELECT wanted.key, held.ids FROM unnest($1::bigint[]) AS wanted (key)"
                             " CROSS JOIN LATERAL (SELECT array_agg(k.customer_id) AS ids"
                             "  FROM (SELECT customer_id FROM banhang.duplicate_key WHERE key = wanted.key ORDER BY "
                             "customer_id LIMIT $2::integer) k) held"
                             " WHERE held.ids IS NOT NULL"};

/// In one order for everybody, so that two savers never wait for each other in a ring. Stripes instead of keys, because
/// all callers share one table of locks, which holds a few thousand.
constexpr Statement kLock{"SELECT pg_advisory_xact_lock(20250701, stripe)"
                          " FROM (SELECT DISTINCT (key & 1023)::integer AS stripe FROM unnest($1::bigint[]) AS key "
                          "ORDER BY stripe) AS ordered"};

std::vector<StoredRecord> readRecords(const Rows& rows)
{
    std::vector<StoredRecord> records;
    records.reserve(static_cast<std::size_t>(rows.size()));
    for (const Row row : rows)
        records.push_back({row.int64(0), match::decode(row.text(1))});
    return records;
}

} // namespace

void writeDuplicateForm(Tx& tx, std::int64_t customerId, const match::Record& record)
{
    tx.enqueue(kPut, customerId, match::indexKeys(record), match::encode(record));
}

void dropDuplicateForm(Tx& tx, std::int64_t customerId)
{
    tx.enqueue(kDrop, customerId);
}

std::vector<StoredRecord> storedRecords(Tx& tx, const std::vector<std::int64_t>& customerIds)
{
    return readRecords(tx.query(kForms, customerIds));
}

std::map<std::int64_t, std::string> storedDigests(Tx& tx, const std::vector<std::int64_t>& customerIds)
{
    std::map<std::int64_t, std::string> digests;
    const Rows rows = tx.query(kForms, customerIds);
    for (const Row row : rows)
        digests.emplace(row.int64(0), match::digestOfForm(row.text(1)));
    return digests;
}

std::vector<StoredRecord> storedRecordsAfter(Tx& tx, std::int64_t afterId, int most)
{
    return readRecords(tx.query(kFormsAfter, afterId, most));
}

std::int64_t storedCount(Tx& tx)
{
    return tx.query(kCount).front().int64(0);
}

std::vector<StoredRecord> sampleOfStored(Tx& tx, int most)
{
    return readRecords(tx.query(kSample, most));
}

std::vector<KeyHolders> holdersOf(Tx& tx, const std::vector<match::Key>& keys, int most)
{
    std::vector<KeyHolders> holders;
    if (keys.empty())
        return holders;
    const Rows rows = tx.query(kHolders, keys, most);
    for (const Row row : rows)
        holders.push_back({row.int64(0), row.int64s(1)});
    return holders;
}

void lockDuplicateKeys(Tx& tx, const std::vector<match::Key>& keys)
{
    if (!keys.empty())
        tx.enqueue(kLock, keys);
}

} // namespace banhang::server
