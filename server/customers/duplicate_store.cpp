#include "server/customers/duplicate_store.h"

#include <nlohmann/json.hpp>

#include "common/error.h"
#include "server/customers/message_json.h"

namespace banhang::server {

using nlohmann::json;

namespace {

/// More customers than this under one key, and the key says nothing (a switchboard, "Nguyễn Văn An" without a place).
constexpr int kKeyCap = 60;
/// More candidates than this are not compared; those with the most keys in common come first.
constexpr int kRowCap = 200;

constexpr Statement kCandidates{
    "SELECT (f.customer).id, (f.customer).code, (f.customer).kind, (f.customer).name, (f.customer).phones,"
    " (f.customer).emails, (f.customer).addresses, (f.customer).tax_code, (f.customer).birthday, (f.customer).owner_id,"
    " (f.customer).unit_id, f.common_keys, EXISTS (SELECT FROM banhang.customer_share s"
    " WHERE s.user_id = $5 AND s.customer_id = (f.customer).id)"
    " FROM banhang.duplicate_candidates($1::text[], $2::integer, $3::integer, $4) AS f"};

/// In one order for everybody, so that two savers never wait for each other. Stripes instead of keys, because all
/// callers share one table of locks, which holds a few thousand.
constexpr Statement kLockKeys{
    "SELECT pg_advisory_xact_lock(20250701, stripe) FROM (SELECT DISTINCT (hashtextextended(key, 0) & 1023)::integer"
    " AS stripe FROM unnest($1::text[]) AS key ORDER BY stripe) AS ordered"};

/// Own numbers and addresses stay below it, so it takes contact persons to pass it.
constexpr std::size_t kMostKeys = 500;

void refuseTooMany(const std::vector<std::string>& keys)
{
    if (keys.size() <= kMostKeys)
        return;
    v1::ErrorDetail detail;
    detail.set_key("call.invalid");
    *detail.add_issues() =
        fieldIssue(v1::SEVERITY_ERROR, "contacts", "contact.too_many_numbers", {{"max", std::to_string(kMostKeys)}});
    throw AppError(ErrorCode::Invalid, detail);
}

template <typename Message>
void readEntries(const Row& row, int column, google::protobuf::RepeatedPtrField<Message>& entries)
{
    for (const json& value : json::parse(row.text(column)))
        fromJson(value, *entries.Add());
}

DuplicateCandidate readCandidate(const Row& row)
{
    DuplicateCandidate candidate;
    v1::Customer& customer = candidate.customer;
    customer.set_id(row.int64(0));
    customer.set_code(row.string(1));
    customer.set_kind(static_cast<v1::CustomerKind>(row.int32(2)));
    customer.set_name(row.string(3));
    readEntries(row, 4, *customer.mutable_phones());
    readEntries(row, 5, *customer.mutable_emails());
    readEntries(row, 6, *customer.mutable_addresses());
    customer.set_tax_code(row.string(7));
    if (!row.isNull(8))
        fromJson(json::parse(row.text(8)), *customer.mutable_birthday());
    customer.set_owner_user_id(row.int64(9));
    customer.set_unit_id(row.int64(10));
    candidate.commonKeys = row.strings(11);
    candidate.isShared = row.boolean(12);
    return candidate;
}

} // namespace

std::vector<DuplicateCandidate> duplicateCandidates(Call& call, const std::vector<std::string>& keys,
                                                    std::int64_t withoutId)
{
    std::vector<DuplicateCandidate> candidates;
    if (keys.empty())
        return candidates;
    refuseTooMany(keys);
    const Rows rows = call.tx.query(kCandidates, keys, kKeyCap, kRowCap, withoutId, call.caller.userId);
    for (const Row row : rows)
        candidates.push_back(readCandidate(row));
    return candidates;
}

void lockDuplicateKeys(Call& call, const std::vector<std::string>& keys)
{
    refuseTooMany(keys);
    if (!keys.empty())
        call.tx.enqueue(kLockKeys, keys);
}

} // namespace banhang::server
