// Who gets past the handshake.
#include <arpa/inet.h>
#include <csignal>
#include <memory>
#include <sys/socket.h>

#include <gtest/gtest.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>

#include "banhang/v1/ops.grpc.pb.h"
#include "client/connection/call_setup.h"
#include "client/connection/channel.h"
#include "common/platform/private_file.h"
#include "server/ops/pki.h"
#include "tests/e2e/support/banhangd.h"
#include "tests/support/wait_until.h"

namespace banhang::test {
namespace {

using namespace std::chrono_literals;

/// A TLS client that speaks as little as it must, and shows a certificate only if it is given one.
class RawClient
{
public:
    explicit RawClient(int port, const server::KeyedCertificate& shown = {})
    {
        m_socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        if (m_socket < 0)
            throw std::runtime_error("no socket");
        sockaddr_in address = {};
        address.sin_family = AF_INET;
        address.sin_port = htons(static_cast<std::uint16_t>(port));
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        const timeval patience{20, 0};
        ::setsockopt(m_socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        if (::connect(m_socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
            throw std::runtime_error("nobody listens");
        m_context.reset(SSL_CTX_new(TLS_client_method()));
        show(shown);
        const unsigned char http2[] = {2, 'h', '2'};
        SSL_CTX_set_alpn_protos(m_context.get(), http2, sizeof http2);
        m_connection.reset(SSL_new(m_context.get()));
        SSL_set_fd(m_connection.get(), m_socket);
    }
    ~RawClient()
    {
        m_connection.reset();
        ::close(m_socket);
    }
    RawClient(const RawClient&) = delete;
    RawClient& operator=(const RawClient&) = delete;

    /// Whether the server answers a whole HTTP/2 opening with a frame of its own. In TLS 1.3 the client's side of the
    /// handshake ends before the server has looked at the certificate, so only an answer tells.
    bool isServed()
    {
        if (SSL_connect(m_connection.get()) != 1)
            return false;
        constexpr char kOpening[] = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0";
        SSL_write(m_connection.get(), kOpening, sizeof kOpening - 1);
        char answer[9];
        return SSL_read(m_connection.get(), answer, sizeof answer) > 0;
    }

    /// PEM of the certificate that the server showed.
    std::string serverCertificate()
    {
        if (SSL_connect(m_connection.get()) != 1)
            return {};
        const std::unique_ptr<X509, decltype(&X509_free)> certificate(SSL_get1_peer_certificate(m_connection.get()),
                                                                      &X509_free);
        const std::unique_ptr<BIO, decltype(&BIO_free)> memory(BIO_new(BIO_s_mem()), &BIO_free);
        PEM_write_bio_X509(memory.get(), certificate.get());
        char* text = nullptr;
        const long size = BIO_get_mem_data(memory.get(), &text);
        return {text, static_cast<std::size_t>(size)};
    }

private:
    void show(const server::KeyedCertificate& shown)
    {
        if (shown.certificate.empty())
            return;
        const std::unique_ptr<BIO, decltype(&BIO_free)> certificateText(
            BIO_new_mem_buf(shown.certificate.data(), static_cast<int>(shown.certificate.size())), &BIO_free);
        const std::unique_ptr<X509, decltype(&X509_free)> certificate(
            PEM_read_bio_X509(certificateText.get(), nullptr, nullptr, nullptr), &X509_free);
        const std::unique_ptr<BIO, decltype(&BIO_free)> keyText(
            BIO_new_mem_buf(shown.key.data(), static_cast<int>(shown.key.size())), &BIO_free);
        const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key(
            PEM_read_bio_PrivateKey(keyText.get(), nullptr, nullptr, nullptr), &EVP_PKEY_free);
        SSL_CTX_use_certificate(m_context.get(), certificate.get());
        SSL_CTX_use_PrivateKey(m_context.get(), key.get());
    }

    int m_socket = -1;
    std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> m_context{nullptr, &SSL_CTX_free};
    std::unique_ptr<SSL, decltype(&SSL_free)> m_connection{nullptr, &SSL_free};
};

class Strangers : public ::testing::Test
{
protected:
    static void SetUpTestSuite()
    {
        ::signal(SIGPIPE, SIG_IGN); // a server that hangs up is what is expected here
        suiteOffice = std::make_unique<Banhangd>();
        suiteOffice->serve();
    }
    static void TearDownTestSuite() { suiteOffice.reset(); }

    static grpc::StatusCode call(const ConnectionFile& file)
    {
        const auto stub = v1::OpsService::NewStub(client::makeChannel(file));
        grpc::ClientContext context;
        client::prepareCall(context, {"", "e2e", "test 1"}, 10s);
        v1::ServerInfo info;
        return stub->GetServerInfo(&context, {}, &info).error_code();
    }

    static server::Pki pki() { return server::Pki(suiteOffice->directory() / "pki"); }

    static inline std::unique_ptr<Banhangd> suiteOffice;
};

TEST_F(Strangers, aMachineOfTheOfficeGetsIn)
{
    EXPECT_EQ(call(suiteOffice->connectionFile()), grpc::StatusCode::OK);
    EXPECT_TRUE(RawClient(suiteOffice->port(), pki().clientCertificate()).isServed());
}

TEST_F(Strangers, withoutACertificateNoByteIsAnswered)
{
    EXPECT_FALSE(RawClient(suiteOffice->port()).isServed());
}

TEST_F(Strangers, aCertificateOfAnotherAuthorityDoesNotHelp)
{
    const auto foreign = server::makeAuthority("foreign", server::Days(10));
    const auto certificate = server::makeClientCertificate(foreign, "client", server::Days(10));
    EXPECT_FALSE(RawClient(suiteOffice->port(), certificate).isServed());

    ConnectionFile file = suiteOffice->connectionFile();
    file.clientCertificate = certificate.certificate;
    file.clientKey = certificate.key;
    EXPECT_EQ(call(file), grpc::StatusCode::UNAVAILABLE);
}

TEST_F(Strangers, anExpiredCertificateDoesNotHelp)
{
    const server::KeyedCertificate authority{pki().authorityCertificate(),
                                             platform::readFile(suiteOffice->directory() / "pki" / "ca.key")};
    EXPECT_FALSE(RawClient(suiteOffice->port(), server::makeClientCertificate(authority, "client", server::Days(-1)))
                     .isServed());
}

TEST_F(Strangers, aClientDoesNotTalkToAServerOfAnotherOffice)
{
    ConnectionFile file = suiteOffice->connectionFile();
    file.caCertificate = server::makeAuthority("elsewhere", server::Days(10)).certificate;
    EXPECT_EQ(call(file), grpc::StatusCode::UNAVAILABLE);

    file = suiteOffice->connectionFile();
    file.serverName = "another.server";
    EXPECT_EQ(call(file), grpc::StatusCode::UNAVAILABLE);
}

TEST_F(Strangers, aRenewedServerCertificateIsShownWithoutARestart)
{
    const std::string before = RawClient(suiteOffice->port()).serverCertificate();
    ASSERT_FALSE(before.empty());
    pki().prepare(server::Pki::namesOfThisMachine({"new.name.vn"}));
    const std::string wanted = platform::readFile(pki().serverCertificateFile());
    ASSERT_NE(before, wanted);

    EXPECT_TRUE(waitUntil([&] { return RawClient(suiteOffice->port()).serverCertificate() == wanted; }));
    EXPECT_EQ(call(suiteOffice->connectionFile()), grpc::StatusCode::OK);
}

} // namespace
} // namespace banhang::test
