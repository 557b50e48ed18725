// The real server over a random office, and what it says to one user of care requests, sequences, files and news, put
// next to what the oracle says.
#pragma once

#include <memory>
#include <random>
#include <string>
#include <vector>

#include "banhang/v1/attachments.grpc.pb.h"
#include "banhang/v1/care_requests.grpc.pb.h"
#include "banhang/v1/notifications.grpc.pb.h"
#include "banhang/v1/sequences.grpc.pb.h"
#include "tests/integration/rights/care/care_oracle.h"
#include "tests/support/server_fixture.h"

namespace banhang::test {

class CareComparison : public ServerFixture
{
protected:
    std::vector<std::unique_ptr<grpc::Service>> makeServices(ServerParts& parts) override;

    CareOffice makeOffice(int worlds);
    void compare(const CareOffice& office, int usersToAsk);

    std::mt19937 m_random{20261122};
    int m_comparisons = 0;
    int m_refusals = 0;
    std::vector<std::string> m_differences;

private:
    template <typename Stub, typename Request, typename Response>
    std::string ask(Stub& stub, grpc::Status (Stub::*method)(grpc::ClientContext*, const Request&, Response*),
                    const Request& request, Response& reply)
    {
        const auto clientContext = context(m_token);
        const grpc::Status status = (stub.*method)(clientContext.get(), request, &reply);
        return status.ok() ? "OK" : fromStatus(status).key();
    }
    /// `expected` is what the oracle says to somebody whose session lives; `refused` when it withholds something.
    void check(const std::string& what, const OfficeUser& user, const std::string& expected, const std::string& found,
               bool refused);
    void checkRefusal(const std::string& what, const OfficeUser& user, const std::string& expected,
                      const std::string& found)
    {
        check(what, user, expected, found, true);
    }

    void compareUser(const CareOffice& office, const OfficeUser& user);
    void compareReads(const CareOffice& office, const OfficeUser& user, const CareOracle& oracle);
    void compareLists(const CareOffice& office, const OfficeUser& user, const CareOracle& oracle);
    void compareWrites(const CareOffice& office, const OfficeUser& user, const CareOracle& oracle);
    void compareSequences(const CareOffice& office, const OfficeUser& user, const CareOracle& oracle);
    void compareFiles(const CareOffice& office, const OfficeUser& user, const CareOracle& oracle);
    void compareNews(const CareOffice& office, const OfficeUser& user, const CareOracle& oracle);
    void compareWall(const CareOffice& office, const OfficeUser& user, const CareOracle& oracle);

    std::string listed(const v1::CareFilter& filter, bool descending);
    int below(std::size_t end) { return static_cast<int>(m_random() % static_cast<unsigned>(end)); }
    template <typename Row>
    const Row& any(const std::vector<Row>& rows)
    {
        return rows[static_cast<std::size_t>(below(rows.size()))];
    }

    std::string m_token;
    std::unique_ptr<v1::CareRequestsService::Stub> m_care;
    std::unique_ptr<v1::SequencesService::Stub> m_sequences;
    std::unique_ptr<v1::AttachmentsService::Stub> m_files;
    std::unique_ptr<v1::NotificationsService::Stub> m_news;
    std::unique_ptr<SqlSession> m_wall;
};

} // namespace banhang::test
