// How far the rights of one user of a random office go, for any kind of record.
#pragma once

#include <cstdint>

#include "tests/integration/rights/office.h"

namespace banhang::test {

/// Said in the plainest way: loops over all that is in memory, no SQL, no code of the server.
class Reach
{
public:
    Reach(const Office& office, const OfficeUser& user) : m_office(office), m_user(user) {}

    bool may(v1::Resource resource, v1::Action action) const { return scope(resource, action) != 0; }
    /// Whether the right covers what belongs to this leaf.
    bool reaches(v1::Resource resource, v1::Action action, std::int64_t leaf) const;
    bool isBelow(std::int64_t leaf, std::int64_t unitId) const;
    /// The share of a customer with the user; null if there is none.
    const OfficeShare* share(std::int64_t customerId) const;
    /// In the bin or not; false for no customer.
    bool seesCustomer(std::int64_t customerId) const;
    bool editsCustomer(std::int64_t customerId) const;

private:
    v1::Scope scope(v1::Resource resource, v1::Action action) const;
    std::int64_t above(std::int64_t leaf, v1::UnitKind kind) const; ///< nearest; 0 if none

    const Office& m_office;
    const OfficeUser& m_user;
};

} // namespace banhang::test
