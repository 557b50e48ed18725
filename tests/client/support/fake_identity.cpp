// Who is signed in at the server of the tests, and what it says of itself.
#include "tests/client/support/fake_memory.h"

#include "common/status_codec.h"

namespace banhang::test {

namespace {

class FakeIdentity final : public v1::IdentityService::Service
{
public:
    explicit FakeIdentity(FakeMemory& memory) : m_memory(memory) {}

    grpc::Status SignIn(grpc::ServerContext* context, const v1::SignInRequest* request,
                        v1::SignInResponse* reply) override
    {
        if (auto status = m_memory.calls.enter("SignIn", context); !status.ok())
            return status;
        if (request->password() != "right")
            return toStatus(AppError(ErrorCode::SignedOut, "identity.sign_in_refused"));
        const std::lock_guard lock(m_memory.mutex);
        reply->set_session_token("token-" + std::to_string(++m_memory.sessions));
        *reply->mutable_me() = m_memory.me;
        reply->set_feed_token(std::to_string(m_memory.events.size()));
        return grpc::Status::OK;
    }

    grpc::Status GetMe(grpc::ServerContext* context, const v1::GetMeRequest*, v1::Me* reply) override
    {
        if (auto status = m_memory.calls.enter("GetMe", context); !status.ok())
            return status;
        const std::lock_guard lock(m_memory.mutex);
        *reply = m_memory.me;
        return grpc::Status::OK;
    }

    grpc::Status ChangePassword(grpc::ServerContext* context, const v1::ChangePasswordRequest*,
                                v1::ChangePasswordResponse*) override
    {
        return m_memory.calls.enter("ChangePassword", context);
    }

    grpc::Status SignOut(grpc::ServerContext* context, const v1::SignOutRequest*, v1::SignOutResponse*) override
    {
        return m_memory.calls.enter("SignOut", context);
    }

    grpc::Status GetDirectory(grpc::ServerContext* context, const v1::GetDirectoryRequest*,
                              v1::Directory* reply) override
    {
        if (auto status = m_memory.calls.enter("GetDirectory", context); !status.ok())
            return status;
        const std::lock_guard lock(m_memory.mutex);
        *reply = m_memory.directory;
        return grpc::Status::OK;
    }

private:
    FakeMemory& m_memory;
};

class FakeOps final : public v1::OpsService::Service
{
public:
    explicit FakeOps(FakeMemory& memory) : m_memory(memory) {}

    grpc::Status GetServerInfo(grpc::ServerContext* context, const v1::GetServerInfoRequest*,
                               v1::ServerInfo* reply) override
    {
        if (auto status = m_memory.calls.enter("GetServerInfo", context); !status.ok())
            return status;
        const std::lock_guard lock(m_memory.mutex);
        reply->set_version(m_memory.version);
        reply->set_oldest_client_version(m_memory.oldestClient);
        reply->set_company_name("Công ty Thử");
        return grpc::Status::OK;
    }

private:
    FakeMemory& m_memory;
};

} // namespace

std::unique_ptr<grpc::Service> makeFakeIdentity(FakeMemory& memory)
{
    return std::make_unique<FakeIdentity>(memory);
}

std::unique_ptr<grpc::Service> makeFakeOps(FakeMemory& memory)
{
    return std::make_unique<FakeOps>(memory);
}

} // namespace banhang::test
