// The office that the permission matrix is asked in: all services, and rows of every kind in one colleague's place.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "server/changes/change_hub.h"
#include "server/identity/password_hash.h"
#include "tests/integration/rights/matrix/matrix.h"
#include "tests/support/server_fixture.h"

namespace banhang::test {

/// Hoa holds every right over the whole company, Lan every right over what is her own, Khách none. All rows are Hoa's.
class MatrixOffice : public ServerFixture
{
protected:
    std::vector<std::unique_ptr<grpc::Service>> makeServices(ServerParts& parts) override;
    void addConstraints(server::ConstraintErrors& errors) override;
    void SetUp() override;
    void TearDown() override;

    static std::vector<TestGrant> allRights(v1::Scope scope);
    /// With the versions of this moment, and a new request id.
    Target target();

    TestUser m_lan, m_hoa, m_nobody;

private:
    void addCustomers();
    void addWork();
    void addSeries();
    void addFile();

    Target m_target;
    server::PasswordHasher m_hasher{{64, 1, 1}};
    std::unique_ptr<server::ChangeHub> m_hub;
};

} // namespace banhang::test
