// What the server must answer, said a second time in the plainest way: loops over all rows in memory, no SQL, no code
// of the server.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "tests/integration/rights/reach.h"

namespace banhang::test {

/// One user's view of an office.
class Oracle
{
public:
    Oracle(const Office& office, const OfficeUser& user) : m_office(office), m_user(user), m_reach(office, user) {}

    bool may(v1::Action action) const { return m_reach.may(v1::RESOURCE_CUSTOMER, action); }
    bool reaches(v1::Action action, std::int64_t leaf) const
    {
        return m_reach.reaches(v1::RESOURCE_CUSTOMER, action, leaf);
    }
    /// The share of a customer with the user; null if there is none.
    const OfficeShare* share(std::int64_t customerId) const { return m_reach.share(customerId); }
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
    bool matches(const OfficeCustomer& customer, const v1::CustomerFilter& filter) const;

    const Office& m_office;
    const OfficeUser& m_user;
    const Reach m_reach;
};

} // namespace banhang::test
