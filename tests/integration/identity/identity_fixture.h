// A server of the identity service, and people with passwords.
#pragma once

#include <string>

#include "server/identity/caller_loader.h"
#include "server/identity/identity_service.h"
#include "server/identity/password_hash.h"
#include "server/identity/user_store.h"
#include "tests/support/server_fixture.h"

namespace banhang::test {

class IdentityFixture : public ServerFixture
{
protected:
    using Stub = v1::IdentityService::Stub;
    static constexpr server::PasswordCost kCheap{256, 2, 1};
    static constexpr const char* kPassword = "cà phê sữa đá";

    std::vector<std::unique_ptr<grpc::Service>> makeServices(ServerParts& serverParts) override
    {
        std::vector<std::unique_ptr<grpc::Service>> services;
        auto& callers = dynamic_cast<server::CallerLoader&>(serverParts.callers);
        services.push_back(std::make_unique<server::IdentityService>(
            serverParts.calls, server::SignInParts{m_hasher, callers, serverParts.signer}));
        return services;
    }
    void addConstraints(server::ConstraintErrors& errors) override { server::registerIdentityConstraints(errors); }

    /// As IT would: through the stores, in one transaction of the owner's role.
    template <typename Body>
    auto change(Body&& body)
    {
        return owner().inTransaction({}, server::Tx::Mode::ReadWrite, std::forward<Body>(body));
    }

    void setPassword(const TestUser& user, const std::string& password, bool mustChange = false)
    {
        const std::string hash = server::hashPassword(password, kCheap);
        sql().run(
            "UPDATE banhang.app_user SET password_hash = $2, must_change_password = $3::boolean WHERE id = $1::bigint",
            {std::to_string(user.id), hash, mustChange ? "true" : "false"});
    }
    v1::SignInResponse signIn(const std::string& userName, const std::string& password = kPassword)
    {
        return call(*identity(), &Stub::SignIn, request(userName, password));
    }
    AppError refusedSignIn(const std::string& userName, const std::string& password)
    {
        return refusal(*identity(), &Stub::SignIn, request(userName, password));
    }
    static v1::SignInRequest request(const std::string& userName, const std::string& password)
    {
        v1::SignInRequest request;
        request.set_user_name(userName);
        request.set_password(password);
        request.set_machine_name("PC-KD-07");
        return request;
    }
    v1::Me getMe(const std::string& token) { return call(*identity(), &Stub::GetMe, v1::GetMeRequest(), token); }

    Stub* identity()
    {
        if (!m_identity)
            m_identity = stub<v1::IdentityService>();
        return m_identity.get();
    }

    server::PasswordHasher m_hasher{kCheap};
    const server::ChangeActor m_it{0, "máy chủ", "command"};

private:
    std::unique_ptr<Stub> m_identity;
};

} // namespace banhang::test
