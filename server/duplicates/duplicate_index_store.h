// The forms that customers are compared in, and the keys under which they meet: kept by each save, read by each check.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "common/match/keys.h"
#include "common/match/record.h"
#include "server/core/database/tx.h"

namespace banhang::server {

/// In the transaction that changes the customer; sent without waiting. What has not changed is not written again.
void writeDuplicateForm(Tx& tx, std::int64_t customerId, const match::Record& record);

/// For a customer that goes to the bin.
void dropDuplicateForm(Tx& tx, std::int64_t customerId);

struct StoredRecord
{
    std::int64_t customerId = 0;
    match::Record record;
};

/// Of those that are not in the bin, in order of id. Scope: the whole company.
std::vector<StoredRecord> storedRecords(Tx& tx, const std::vector<std::int64_t>& customerIds);

/// Digests of their forms, by id, as whatever version wrote them.
std::map<std::int64_t, std::string> storedDigests(Tx& tx, const std::vector<std::int64_t>& customerIds);

/// The next ones after an id, in order of id; empty at the end.
std::vector<StoredRecord> storedRecordsAfter(Tx& tx, std::int64_t afterId, int most);

/// How many customers stand in the index.
std::int64_t storedCount(Tx& tx);

/// About as many as asked, up to twice as many, spread evenly over the stock.
std::vector<StoredRecord> sampleOfStored(Tx& tx, int most);

struct KeyHolders
{
    match::Key key = 0;
    std::vector<std::int64_t> customerIds; ///< ascending
};

/// Who stands under each key that somebody stands under; at most `most` for one key, and then there may be more.
std::vector<KeyHolders> holdersOf(Tx& tx, const std::vector<match::Key>& keys, int most);

/// Until the end of the transaction nobody else saves a customer under one of these keys: of two clerks who save the
/// same new customer at once, the second sees the first one's. For a batch call it once with the keys of all, else two
/// batches wait for each other in a ring. Sent without waiting; candidates must be read by a later statement.
void lockDuplicateKeys(Tx& tx, const std::vector<match::Key>& keys);

} // namespace banhang::server
