// The services of the whole contract, for tests that ask each of its methods.
#pragma once

#include <memory>
#include <vector>

#include "server/changes/change_hub.h"
#include "server/identity/password_hash.h"
#include "tests/support/server_fixture.h"

namespace banhang::test {

/// Owner: what is handed in outlives the services.
std::vector<std::unique_ptr<grpc::Service>> makeAllServices(ServerParts& parts, server::PasswordHasher& hasher,
                                                            server::ChangeHub& hub);
void addAllConstraints(server::ConstraintErrors& errors);

} // namespace banhang::test
