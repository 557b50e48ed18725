// Random organisations, users, grants, shares and customers: in memory for the oracle, and the same put into the
// tables.
#pragma once

#include <cstdint>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "banhang/v1/customers.pb.h"
#include "banhang/v1/identity.pb.h"
#include "tests/support/sql_session.h"
#include "tests/support/world.h"

namespace banhang::test {

struct OfficeUnit
{
    std::int64_t id = 0;
    std::int64_t parentId = 0;
    v1::UnitKind kind = v1::UNIT_KIND_UNSPECIFIED;
};

struct OfficeGroup
{
    std::int64_t id = 0;
    std::vector<TestGrant> grants;
    std::vector<v1::SensitiveField> masks;
};

struct OfficeUser
{
    std::int64_t id = 0;
    std::int64_t leaf = 0;
    bool active = true;
    std::vector<std::int64_t> groups;
    std::string token;
};

struct OfficeCustomer
{
    v1::Customer data; ///< whole, as somebody sees it from whom nothing is hidden
    std::string order; ///< sort key of the name
    std::string text;  ///< folded words of the name, each behind a space
    std::int64_t createdMicros = 0;
    std::int64_t contactMicros = 0; ///< 0 = never
    bool binned = false;
    std::set<std::string> told;        ///< fields that its history tells of beside those of its first entry
    std::set<std::int64_t> toldShares; ///< with whom its history says it was shared, or no longer
};

struct OfficeShare
{
    std::int64_t customerId = 0;
    std::int64_t userId = 0;
    v1::ShareLevel level = v1::SHARE_LEVEL_VIEW;
};

/// Several random worlds side by side: each is a subtree with people, groups and customers of its own, and whoever
/// reaches the whole company reaches them all. Ids go on from office to office, so that nothing remembered of an
/// earlier one fits a later one.
class Office
{
public:
    Office(std::mt19937& random, int worlds);

    /// Empties the tables of a former office and fills them with this one. `sql` is the superuser's.
    void store(SqlSession& sql) const;
    /// Of everything that a refused call must leave as it is; not of the notes of exports, which are allowed reads.
    static std::string digest(SqlSession& sql);

    const OfficeUnit& unit(std::int64_t id) const;
    const OfficeGroup& group(std::int64_t id) const;
    const OfficeCustomer* customer(std::int64_t id) const;
    /// Whether there was such a share.
    bool unshare(std::int64_t customerId, std::int64_t userId);

    std::vector<OfficeUnit> units;
    std::vector<OfficeGroup> groups;
    std::vector<OfficeUser> users;
    std::vector<OfficeCustomer> customers;
    std::vector<OfficeShare> shares;

private:
    void storeUnits(SqlSession& sql) const;
    void storeGroups(SqlSession& sql) const;
    void storeUsers(SqlSession& sql) const;
    void storeCustomers(SqlSession& sql) const;
    void addWorld();
    std::int64_t addUnit(std::int64_t parentId, v1::UnitKind kind);
    void addGroups();
    void addUser(std::int64_t parentId, std::size_t firstGroup);
    void addCustomer(const OfficeUser& owner);
    void addContact(v1::Customer& customer);
    void addShare(std::size_t firstUser, std::size_t firstCustomer);
    int below(int end) { return static_cast<int>(m_random() % static_cast<unsigned>(end)); }
    bool chance(int percent) { return below(100) < percent; }

    std::mt19937& m_random;
};

} // namespace banhang::test
