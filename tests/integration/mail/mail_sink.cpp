#include "mail_sink.h"

#include <fstream>
#include <stdexcept>

namespace banhang::test {

namespace {

using Security = server::MailServer::Security;

const char* wordFor(Security security)
{
    return security == Security::None ? "plain" : security == Security::Tls ? "tls" : "starttls";
}

} // namespace

MailSink::MailSink(Security security) : m_security(security)
{
    if (security != Security::None)
        makeCertificate();
    behave("take");
    m_process =
        platform::ChildProcess::start({.arguments = {PYTHON, MAIL_SINK, m_directory.path().string(), wordFor(security)},
                                       .user = {},
                                       .environment = {{"PYTHONDONTWRITEBYTECODE", "1"}, {"PYTHONWARNINGS", "ignore"}},
                                       .input = {},
                                       .outputFile = m_directory / "log"});
    for (int tries = 0; tries < 600 && m_port == 0; ++tries) {
        std::ifstream(m_directory / "port") >> m_port;
        if (m_port == 0 && m_process->waitFor(std::chrono::milliseconds(50)))
            break;
    }
    if (m_port == 0) {
        std::ifstream log(m_directory / "log");
        throw std::runtime_error("the mail server did not start: " +
                                 std::string(std::istreambuf_iterator<char>(log), {}));
    }
}

MailSink::~MailSink()
{
    if (m_process)
        m_process->kill();
}

void MailSink::makeCertificate() const
{
    const auto made = platform::run(
        {.arguments = {OPENSSL, "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
                       "-days", "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout",
                       (m_directory / "key.pem").string(), "-out", (m_directory / "cert.pem").string()},
         .user = {},
         .environment = {},
         .input = {},
         .outputFile = {}});
    if (made.exitCode != 0)
        throw std::runtime_error("no certificate: " + made.errors);
}

server::MailServer MailSink::server() const
{
    server::MailServer server;
    server.host = m_security == Security::None ? "127.0.0.1" : "localhost";
    server.port = m_port;
    server.security = m_security;
    server.timeout = std::chrono::seconds(10);
    if (m_security != Security::None) {
        server.user = "banhang";
        server.password = "bí mật";
        server.authorities = m_directory / "cert.pem";
    }
    return server;
}

void MailSink::behave(const std::string& manner) const
{
    // Replaced at once: who reads meanwhile sees one or the other.
    std::ofstream(m_directory / "manner.fresh") << manner;
    std::filesystem::rename(m_directory / "manner.fresh", m_directory / "manner");
}

std::vector<nlohmann::json> MailSink::taken() const
{
    std::vector<nlohmann::json> mails;
    std::ifstream lines(m_directory / "taken");
    for (std::string line; std::getline(lines, line);)
        mails.push_back(nlohmann::json::parse(line));
    return mails;
}

} // namespace banhang::test
