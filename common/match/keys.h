// The keys under which customers that may be the same one meet in the index.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/match/record.h"

namespace banhang::match {

/// A key is a hash of what it is made of; two customers under one key are compared, never taken for the same.
using Key = std::int64_t;

Key phoneKey(std::string_view phone);
Key emailKey(std::string_view email);
/// Of the part behind "@": an office's own domain, or a mailbox host that says nothing because so many have it.
Key hostKey(std::string_view email);
Key taxKey(std::string_view taxCode);
Key nationalIdKey(std::string_view nationalId);
/// House number and street; 0 unless both are known.
Key houseKey(const Place& place);

/// Sorted, each once. Values that identify (phone, e-mail, codes, house); the name in whole and in parts; two weak
/// parts together (name and birthday, name and ward, name and half a phone number) for where each alone has too many;
/// of words that are no Vietnamese syllable the neighbours with one letter left out, so that a slip still meets.
std::vector<Key> indexKeys(const Record& record);

/// Those of indexKeys() that next to nobody else has: to hold against others who save the same customer at this moment.
std::vector<Key> identifyingKeys(const Record& record);

/// How many customers hold a value that was compared, by its key. Values that many share say little.
class ValueCounts
{
public:
    void set(Key key, int count) { m_counts[key] = count; }
    /// 2, the two that are compared, for a key that was never set.
    int of(Key key) const
    {
        const auto found = m_counts.find(key);
        return found != m_counts.end() ? found->second : 2;
    }

private:
    std::unordered_map<Key, int> m_counts;
};

} // namespace banhang::match
