// Random activities of a random office, and what the oracle says of them.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "tests/integration/rights/reach.h"

namespace banhang::test {

struct OfficeActivity
{
    std::int64_t id = 0;
    std::int64_t ownerId = 0;
    std::int64_t leaf = 0;
    std::vector<std::int64_t> participants;
    std::int64_t customerId = 0; ///< 0 = none
    bool isOpen = true;
    bool binned = false;
    bool revealsBirthday = false;
    int hour = 0; ///< its time, from an hour in 2026 on
};

/// An office whose groups also grant rights on activities.
class ActivityOffice
{
public:
    ActivityOffice(std::mt19937& random, int worlds);

    void store(SqlSession& sql) const;

    Office office;
    std::vector<OfficeActivity> activities;

private:
    void addGrants(std::mt19937& random);
    void addActivity(std::mt19937& random, std::size_t place);
};

/// One user's view of the activities, said in the plainest way.
class ActivityOracle
{
public:
    ActivityOracle(const ActivityOffice& office, const OfficeUser& user)
        : m_office(office), m_user(user), m_reach(office.office, user)
    {
    }

    bool may(v1::Resource resource, v1::Action action) const { return m_reach.may(resource, action); }
    bool reaches(v1::Resource resource, v1::Action action, std::int64_t leaf) const
    {
        return m_reach.reaches(resource, action, leaf);
    }
    bool isOf(const OfficeActivity& activity) const;
    /// And it is not in the bin.
    bool seesCustomer(std::int64_t customerId) const;
    bool sees(const OfficeActivity& activity) const;
    /// Some group of the user that may view customers hides no birthdays.
    bool knowsBirthdays() const;
    /// By the second wall alone, which counts shares whatever rights there are on customers.
    bool isWithinWall(const OfficeActivity& activity) const;

private:
    const ActivityOffice& m_office;
    const OfficeUser& m_user;
    const Reach m_reach;
};

} // namespace banhang::test
