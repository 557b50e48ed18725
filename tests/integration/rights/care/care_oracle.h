// What the server must answer about care requests, sequences, files of customers and news, said a second time in the
// plainest way: loops over all rows in memory, no SQL, no code of the server.
#pragma once

#include <string>
#include <vector>

#include "banhang/v1/care_requests.pb.h"
#include "tests/integration/rights/care/care_office.h"
#include "tests/integration/rights/reach.h"

namespace banhang::test {

/// One user's view of an office. Answers are "OK", a key of an error, or ids in their order.
class CareOracle
{
public:
    CareOracle(const CareOffice& office, const OfficeUser& user)
        : m_office(office), m_user(user), m_reach(office.office, user)
    {
    }

    const Reach& reach() const { return m_reach; }
    bool sees(const OfficeCareRequest& request) const;
    /// Name and subject may be told: the customer is in sight and not in the bin.
    bool seesName(std::int64_t customerId) const;
    std::string list(const v1::CareFilter& filter, bool descending) const;
    /// Own open and overdue, all open and overdue.
    std::string counts() const;
    std::string write(v1::Action action, const OfficeCareRequest& request) const;
    std::string assign(const OfficeCareRequest& request, const OfficeUser& owner) const;

    std::string enrolments(std::int64_t customerId) const;
    /// Of one customer; "" = it would be started, or stopped.
    std::string start(std::int64_t customerId, std::int64_t sequenceId) const;
    std::string stop(std::int64_t customerId, std::int64_t sequenceId) const;

    std::string files(std::int64_t customerId, bool binned) const;
    std::string fileEdit(const OfficeFile& file) const;

    /// Newest first, each with the subject of what it tells of.
    std::string news() const;
    int unread() const;

    // By the second wall alone, which counts shares whatever rights there are on customers.
    bool isWithinWall(std::int64_t customerId) const;
    bool isWithinWall(const OfficeCareRequest& request) const;

private:
    bool isBinned(std::int64_t customerId) const { return m_office.office.customer(customerId)->binned; }
    bool isOn(std::int64_t customerId, std::int64_t sequenceId) const;
    bool matches(const OfficeCareRequest& request, const v1::CareFilter& filter) const;

    const CareOffice& m_office;
    const OfficeUser& m_user;
    const Reach m_reach;
};

} // namespace banhang::test
