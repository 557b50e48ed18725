#include "server/app/mail_settings.h"

namespace banhang::server {

namespace {

MailServer::Security securityOf(const std::string& word)
{
    if (word == "tls")
        return MailServer::Security::Tls;
    return word == "none" ? MailServer::Security::None : MailServer::Security::StartTls;
}

} // namespace

MailJobOptions mailOptions(const Config::Mail& mail)
{
    MailJobOptions options;
    options.server = {.host = mail.host,
                      .port = mail.port,
                      .security = securityOf(mail.security),
                      .user = mail.user,
                      .password = mail.password,
                      .authorities = mail.authorities,
                      .timeout = std::chrono::seconds(mail.timeoutSeconds)};
    options.from = mail.from;
    options.fromName = mail.fromName;
    options.language = mail.language == "en" ? MailLanguage::English : MailLanguage::Vietnamese;
    options.digestMinute = std::stoi(mail.digestTime.substr(0, 2)) * 60 + std::stoi(mail.digestTime.substr(3));
    return options;
}

} // namespace banhang::server
