// An office of many customers, served to people of each reach, whose plans are looked at.
#pragma once

#include <map>
#include <string>
#include <vector>

#include <google/protobuf/descriptor.h>

#include "server/core/database/connection.h"
#include "server/identity/password_hash.h"
#include "tests/integration/plans/plan_faults.h"
#include "tests/integration/plans/plan_log.h"
#include "tests/support/server_fixture.h"

namespace banhang::test {

/// Somebody who asks.
struct Asker
{
    std::string scope; ///< "own", "team", "branch", "company"
    std::string token;
    /// What requests may name, by the words of read_cases.h: "customer" = the id of a customer that they see.
    std::map<std::string, std::string> facts;
};

struct Answer
{
    std::string key; ///< "OK", or that of the error
    std::string bytes;
};

/// One for the process: 50,000 customers, a million in the long run. It has a single connection to the database, with
/// the settings of a private cluster; no job works in it. Thread: belongs to one.
class ServedOffice : public ServerFixture
{
public:
    static ServedOffice& shared();

    const std::vector<Asker>& askers() const { return m_askers; }
    PlanJudge judge();
    SqlSession& database() { return sql(); }

    Answer ask(const google::protobuf::MethodDescriptor& method, const Asker& asker,
               const google::protobuf::Message& request);
    /// The plans of all that was asked since the last call, in its order.
    std::vector<LoggedPlan> takePlans();
    /// Any statement, on the connection of the calls and on behalf of the asker.
    void run(const server::Statement& statement, const Asker& asker);
    /// What a method has asked of the database so far.
    server::QueryStats queryStatsOf(const std::string& method);

private:
    ServedOffice();
    ~ServedOffice() override;
    std::vector<std::unique_ptr<grpc::Service>> makeServices(ServerParts& parts) override;
    void addConstraints(server::ConstraintErrors& errors) override;
    void TestBody() override {}
    void fill();
    void logPlans();
    Asker signIn(const std::string& scope, const std::string& userName);

    server::PasswordHasher m_hasher{{64, 1, 1}};
    std::vector<Asker> m_askers;
    std::unique_ptr<PlanLog> m_log;
};

} // namespace banhang::test
