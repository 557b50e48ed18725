// Who learns what of a change: pure decisions over what a subscriber sees and a record's newest state.
#pragma once

#include <cstdint>
#include <functional>
#include <list>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "banhang/v1/changes.pb.h"
#include "server/core/call/caller.h"
#include "server/core/change_log/feed_token.h"

namespace banhang::server {

struct RecordKey
{
    std::string entity;
    std::int64_t id = 0;

    friend bool operator==(const RecordKey&, const RecordKey&) = default;
};

struct RecordKeyHash
{
    std::size_t operator()(const RecordKey& key) const
    {
        return std::hash<std::string>()(key.entity) ^ (std::hash<std::int64_t>()(key.id) * 0x9e3779b97f4a7c15U);
    }
};

/// A row of the change log.
struct ChangeRow
{
    FeedPosition position;
    RecordKey record;
    std::int64_t version = 0;
    bool isShare = false; ///< share or unshare, of concern to `granteeId`
    std::optional<std::int64_t> unitBefore;
    std::optional<std::int64_t> unitAfter;
    std::int64_t granteeId = 0;
    std::int64_t actorId = 0;
    std::int64_t timeMicros = 0;
    std::vector<std::string> fields;
    std::vector<std::int64_t> people = {}; ///< whom it concerns whatever their scope, before and after
    bool revealsBirthday =
        false; ///< such an activity, or news of it: beside its people only for who may know birthdays
};

struct RecordState
{
    std::int64_t version = 0;
    std::optional<std::int64_t> unit;      ///< nothing: in the bin
    std::vector<std::int64_t> people = {}; ///< as in the row that made this state
};

/// What one subscriber may see.
struct FeedView
{
    std::shared_ptr<const Caller> caller;
    std::unordered_set<std::int64_t> sharedCustomers;

    /// A unit of 0 concerns everybody; without a unit there is nothing to see but what is personal (notifications, how
    /// somebody wants to be told), which concerns its person alone. An activity concerns its people too; who sees it
    /// through its customer learns by the customer's news.
    bool sees(const RecordKey& record, const std::optional<std::int64_t>& unit,
              const std::vector<std::int64_t>& people = {}) const;
};

/// The news of one row for one subscriber; nothing if it is none of their business. `newest` is the newest known state
/// of the record, at least that of the row: the reading order (xid, seq) is not the order of versions, so a row alone
/// would tell of the past.
std::optional<v1::Change> decide(const FeedView& view, const ChangeRow& row, const RecordState& newest);

/// Names of fields of a customer that the caller's masks hide, by `masked_by` of the field and of what is below it.
bool isHiddenField(const Caller& caller, const std::string& entity, const std::string& field);

/// Newest states of the records that changed last. Rows out of order are at most as far apart as transactions run, so a
/// bound suffices.
class NewestStates
{
public:
    explicit NewestStates(std::size_t capacity) : m_capacity(capacity) {}

    /// Null if forgotten or never seen.
    const RecordState* find(const RecordKey& record) const;
    /// Keeps the newer one; returns what holds.
    RecordState merge(const RecordKey& record, const RecordState& state);
    void clear();

private:
    struct Entry
    {
        RecordKey record;
        RecordState state;
    };
    std::size_t m_capacity;
    std::list<Entry> m_entries; ///< last changed first
    std::unordered_map<RecordKey, std::list<Entry>::iterator, RecordKeyHash> m_byRecord;
};

} // namespace banhang::server
