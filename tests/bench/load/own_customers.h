// The customers of one person, to read and to save.
#pragma once

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <string>
#include <vector>

#include "tests/bench/call_times.h"

namespace banhang::bench {

/// Thread: any.
class OwnCustomers
{
public:
    /// Reads up to 500 of them.
    explicit OwnCustomers(Person& person);

    std::int64_t id(std::size_t number) const { return m_entries[number % m_entries.size()].id; }
    /// A serialised save of another note, for the next customer in turn; those under way are left out, so that no save
    /// meets another of the same customer.
    std::string updateRequest(std::size_t number);
    /// To be told of its end.
    void updated(std::size_t number, bool ok);

private:
    struct Entry
    {
        std::int64_t id = 0;
        std::int64_t version = 0;
        std::size_t savedBy = 0;
        bool isUnderWay = false;
    };

    std::mutex m_mutex;
    std::size_t m_next = 0;
    std::vector<Entry> m_entries;
};

/// A serialised CreateCustomer of a person nobody has heard of.
std::string newCustomerRequest(std::size_t number);

/// `count` people whose customers this person sees, by their ids. Throws when there are fewer.
std::vector<std::int64_t> colleaguesOf(Person& person, int count);

} // namespace banhang::bench
