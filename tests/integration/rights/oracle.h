// What the server must answer, said a second time in the plainest way: loops over all rows in memory, no SQL, no code
// of the server.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "tests/integration/rights/office.h"

namespace banhang::test {

/// One user's view of an office.
class Oracle
{
public:
    Oracle(const Office& office, const OfficeUser& user) : m_office(office), m_user(user) {}

    bool may(v1::Action action) const { return scope(action) != v1::SCOPE_UNSPECIFIED; }
    bool reaches(v1::Action action, std::int64_t leaf) const;
    /// The share of a customer with the user; null if there is none.
    const OfficeShare* share(std::int64_t customerId) const;
    bool sees(const OfficeCustomer& customer) const;
    bool isMasked(v1::SensitiveField field) const;
    /// Names of fields that the masks hide.
    std::set<std::string> hidden() const;
    /// What remains of a customer under the masks.
    v1::Customer shown(const OfficeCustomer& customer) const;
    std::vector<std::int64_t> list(const v1::ListCustomersRequest& request) const;
    /// For one word of a name, or a whole phone number, e-mail address or tax code.
    std::vector<std::int64_t> search(const std::string& word) const;
    /// "OK", or how a write of this kind is refused.
    std::string write(v1::Action action, std::int64_t customerId, bool sharesCount) const;
    /// Fields that the history of a customer tells of.
    std::set<std::string> history(const OfficeCustomer& customer) const;

private:
    v1::Scope scope(v1::Action action) const;
    std::int64_t above(std::int64_t leaf, v1::UnitKind kind) const; ///< nearest; 0 if none
    bool isBelow(std::int64_t leaf, std::int64_t unitId) const;
    bool matches(const OfficeCustomer& customer, const v1::CustomerFilter& filter) const;

    const Office& m_office;
    const OfficeUser& m_user;
};

} // namespace banhang::test
