#include "server/mail/smtp_client.h"

#include <algorithm>
#include <cstring>
#include <memory>
#include <string_view>

#include <curl/curl.h>

namespace banhang::server {

namespace {

constexpr long kFirstPermanent = 500;

/// Once for the program, before the first handle.
void initialise()
{
    static const CURLcode done = curl_global_init(CURL_GLOBAL_DEFAULT);
    (void)done;
}

struct Unread
{
    std::string_view rest;
};

std::size_t readOn(char* buffer, std::size_t size, std::size_t count, void* source)
{
    std::string_view& rest = static_cast<Unread*>(source)->rest;
    const std::size_t length = std::min(size * count, rest.size());
    std::memcpy(buffer, rest.data(), length);
    rest.remove_prefix(length);
    return length;
}

using Handle = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;
using List = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

void setServer(CURL* curl, const MailServer& server)
{
    const bool isTls = server.security == MailServer::Security::Tls;
    const std::string url = (isTls ? "smtps://" : "smtp://") + server.host + ":" + std::to_string(server.port);
    curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
    // Mail goes in the clear only where the operator said so: a server that offers no TLS is no reason.
    const bool isClear = server.security == MailServer::Security::None;
    curl_easy_setopt(curl, CURLOPT_USE_SSL, static_cast<long>(isClear ? CURLUSESSL_NONE : CURLUSESSL_ALL));
    curl_easy_setopt(curl, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    if (!server.authorities.empty())
        curl_easy_setopt(curl, CURLOPT_CAINFO, server.authorities.c_str());
    if (!server.user.empty()) {
        curl_easy_setopt(curl, CURLOPT_USERNAME, server.user.c_str());
        curl_easy_setopt(curl, CURLOPT_PASSWORD, server.password.c_str());
    }
    const auto seconds = static_cast<long>(server.timeout.count());
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, seconds);
    curl_easy_setopt(curl, CURLOPT_SERVER_RESPONSE_TIMEOUT, seconds);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, seconds * 2);
    // Signals are for the main thread.
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    // Proxies of the environment are for the web.
    curl_easy_setopt(curl, CURLOPT_PROXY, "");
}

MailAnswer answerOf(CURL* curl, CURLcode code)
{
    if (code == CURLE_OK)
        return {MailAnswer::Outcome::Taken, "taken"};
    long reply = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &reply);
    // Sign-in and certificates are settled by the operator, for all mail alike: none of it is lost for that.
    const bool isOfThisMail = code == CURLE_SEND_ERROR || code == CURLE_WEIRD_SERVER_REPLY ||
                              code == CURLE_RECV_ERROR || code == CURLE_UPLOAD_FAILED;
    if (isOfThisMail && reply >= kFirstPermanent)
        return {MailAnswer::Outcome::Refused, "smtp " + std::to_string(reply)};
    std::string text = reply > 0 ? "smtp " + std::to_string(reply) + ", " : "";
    return {MailAnswer::Outcome::Later, text + curl_easy_strerror(code)};
}

} // namespace

MailAnswer sendMail(const MailServer& server, const std::string& from, const std::string& to,
                    const std::string& message)
{
    initialise();
    const Handle curl(curl_easy_init(), curl_easy_cleanup);
    if (!curl)
        return {MailAnswer::Outcome::Later, "no handle"};
    setServer(curl.get(), server);
    const std::string sender = "<" + from + ">";
    const std::string recipient = "<" + to + ">";
    const List recipients(curl_slist_append(nullptr, recipient.c_str()), curl_slist_free_all);
    Unread unread{message};
    curl_easy_setopt(curl.get(), CURLOPT_MAIL_FROM, sender.c_str());
    curl_easy_setopt(curl.get(), CURLOPT_MAIL_RCPT, recipients.get());
    curl_easy_setopt(curl.get(), CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(curl.get(), CURLOPT_READFUNCTION, readOn);
    curl_easy_setopt(curl.get(), CURLOPT_READDATA, &unread);
    return answerOf(curl.get(), curl_easy_perform(curl.get()));
}

} // namespace banhang::server
