// Which of those who share keys with a customer are worth a comparison.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "common/match/keys.h"

namespace banhang::server {

/// Keys under which more customers stand than this do not lead to a comparison alone, only two of them together.
constexpr std::size_t kFewHolders = 100;
/// Keys under which so many stand are not followed at all. What they mean (a name like Nguyễn Văn An, a mailbox host,
/// a switchboard) is also part of keys that are made of two things: name and ward, name and half a phone number.
constexpr std::size_t kMaxHolders = 600;
/// More candidates than this are not compared; those under the rarest keys come first.
constexpr std::size_t kMaxCompared = 150;

using HoldersByKey = std::unordered_map<match::Key, std::vector<std::int64_t>>;

/// Ids to compare, most promising first; `withoutId` is not among them, and with `onlyLater` nobody below it.
/// `holders` are cut at kMaxHolders.
std::vector<std::int64_t> candidatesOf(const std::vector<match::Key>& keys, const HoldersByKey& holders,
                                       std::int64_t withoutId, bool onlyLater = false);

/// How many customers hold each of the keys, the one in question included.
match::ValueCounts countsOf(const std::vector<match::Key>& keys, const HoldersByKey& holders, std::int64_t withoutId);

} // namespace banhang::server
