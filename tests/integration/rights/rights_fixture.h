// The real server over a random office, and what it says to one user, put next to what the oracle says.
#pragma once

#include <functional>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "banhang/v1/customers.grpc.pb.h"
#include "server/changes/change_hub.h"
#include "tests/integration/rights/office.h"
#include "tests/integration/rights/oracle.h"
#include "tests/support/server_fixture.h"

namespace banhang::test {

/// What the comparisons found; a difference is kept as a sentence.
struct Verdict
{
    int comparisons = 0;
    int refusals = 0;
    std::vector<std::string> differences;
};

/// Names of fields that the history of a customer tells of; its first entry names all of them.
std::set<std::string> openFields(const Oracle& oracle);

class RightsFixture : public ServerFixture
{
protected:
    std::vector<std::unique_ptr<grpc::Service>> makeServices(ServerParts& serverParts) override;

    void TearDown() override;

    /// Stores a new office of this many worlds.
    Office makeOffice(int worlds);
    /// Every read and refusable write of every service of customers, for some users of the office.
    void compare(const Office& office, int usersToAsk);
    void compareUser(const Office& office, const OfficeUser& user);
    /// Random writes, each compared with what the oracle allows and then noted in the office, to be read back by
    /// `compare`.
    void compareDeeds(Office& office, int deeds);
    /// Stores an office and compares what some of its users' streams bring, from just before it was stored.
    void compareStreams(int worlds, int usersToAsk);

    /// The key of the error, or "OK" and the answer in `reply`.
    template <typename Request, typename Response>
    std::string ask(grpc::Status (v1::CustomersService::Stub::*method)(grpc::ClientContext*, const Request&, Response*),
                    const Request& request, const std::string& token, Response& reply)
    {
        const auto clientContext = context(token);
        const grpc::Status status = (customers().*method)(clientContext.get(), request, &reply);
        return status.ok() ? "OK" : fromStatus(status).key();
    }
    v1::CustomersService::Stub& customers();

    std::mt19937 m_random{20260101};
    Verdict m_verdict;
    /// Off where a test breaks the second wall to look at the first alone.
    bool m_looksAtWall = true;

private:
    void check(const std::string& what, const std::string& expected, const std::string& found, bool isRefusal);
    void compareGets(const Office& office, const OfficeUser& user, const Oracle& oracle);
    void compareBatch(const Office& office, const OfficeUser& user, const Oracle& oracle);
    void compareList(const Office& office, const OfficeUser& user, const Oracle& oracle);
    void compareSearch(const Office& office, const OfficeUser& user, const Oracle& oracle);
    void compareDuplicates(const Office& office, const OfficeUser& user, const Oracle& oracle);
    void compareWrites(const Office& office, const OfficeUser& user, const Oracle& oracle);
    void compareWall(const Office& office, const OfficeUser& user, const Oracle& oracle);
    void compareStream(const Office& office, const OfficeUser& user, const std::string& feedToken);
    using Deed = std::function<void(const char* what, const std::string& expected, const std::string& found)>;
    void editNote(const Oracle& oracle, const OfficeUser& user, OfficeCustomer& customer, const Deed& deed);
    void bin(const Oracle& oracle, const OfficeUser& user, OfficeCustomer& customer, const Deed& deed);
    void giveAway(const Oracle& oracle, const OfficeUser& user, OfficeCustomer& customer, const OfficeUser& colleague,
                  const Deed& deed);
    void share(Office& office, const OfficeUser& user, OfficeCustomer& customer, const OfficeUser& colleague,
               const Deed& deed);
    void unshare(Office& office, const OfficeUser& user, OfficeCustomer& customer, const OfficeUser& colleague,
                 const Deed& deed);
    v1::ListCustomersRequest anyList(const Office& office, const OfficeUser& user);
    const OfficeCustomer& anyCustomer(const Office& office, const OfficeUser& user);
    int below(std::size_t end) { return static_cast<int>(m_random() % static_cast<unsigned>(end)); }

    std::unique_ptr<server::ChangeHub> m_hub;
    std::unique_ptr<v1::CustomersService::Stub> m_customers;
    std::unique_ptr<SqlSession> m_wall;
};

} // namespace banhang::test
