// A real mail server on a free port, that behaves as a test says.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "common/platform/process.h"
#include "server/mail/smtp_client.h"
#include "tests/support/temp_directory.h"

namespace banhang::test {

class MailSink
{
public:
    /// With TLS it has a certificate for "localhost" of its own making.
    explicit MailSink(server::MailServer::Security security = server::MailServer::Security::None);
    ~MailSink();
    MailSink(const MailSink&) = delete;
    MailSink& operator=(const MailSink&) = delete;

    int port() const { return m_port; }
    /// How to reach it, as IT would set it.
    server::MailServer server() const;
    /// See mail_sink.py.
    void behave(const std::string& manner) const;
    /// Mails that it took, in order.
    std::vector<nlohmann::json> taken() const;

private:
    void makeCertificate() const;

    TempDirectory m_directory;
    server::MailServer::Security m_security;
    std::optional<platform::ChildProcess> m_process;
    int m_port = 0;
};

} // namespace banhang::test
