// Hands one mail to the office's mail server.
#pragma once

#include <chrono>
#include <filesystem>
#include <string>

namespace banhang::server {

struct MailServer
{
    enum class Security {
        None,     ///< in the clear; for a mail server on the same machine
        StartTls, ///< TLS is demanded after the greeting
        Tls,      ///< TLS from the first byte
    };

    std::string host;
    int port = 587;
    Security security = Security::StartTls;
    std::string user; ///< empty = no sign-in
    std::string password;
    /// Who vouches for its certificate; empty = whom this machine trusts.
    std::filesystem::path authorities;
    /// For the connection, and for the whole mail.
    std::chrono::seconds timeout{30};
};

struct MailAnswer
{
    enum class Outcome {
        Taken,
        Refused, ///< for good: no such mailbox, not allowed
        Later,   ///< not reached, busy, or lost on the way: it may even have been taken
    };

    Outcome outcome = Outcome::Later;
    /// For the log, without addresses: "smtp 550", "timeout was reached".
    std::string text;
};

/// Blocks for at most twice the timeout. `message` as RFC 5322 wants it. Thread: any.
MailAnswer sendMail(const MailServer& server, const std::string& from, const std::string& to,
                    const std::string& message);

} // namespace banhang::server
