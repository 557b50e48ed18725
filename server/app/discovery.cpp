#include "server/app/discovery.h"

#include <algorithm>
#include <chrono>
#include <optional>

#include "common/connection_file.h"
#include "common/discovery.h"
#include "common/platform/datagram_responder.h"

namespace banhang::server {

namespace {

constexpr int kMaxAnswersPerSecond = 50;

/// Thread: the responder's.
class Answering
{
public:
    Answering(std::vector<std::string> tags, int port) : m_tags(std::move(tags)), m_port(port) {}

    std::optional<std::string> operator()(std::string_view datagram)
    {
        const auto question = parseQuestion(datagram);
        if (!question)
            return std::nullopt;
        const auto own =
            std::find_first_of(m_tags.begin(), m_tags.end(), question->officeTags.begin(), question->officeTags.end());
        if (own == m_tags.end() || !hasRoom())
            return std::nullopt;
        return formatAnswer({question->nonce, *own, m_port});
    }

private:
    bool hasRoom()
    {
        const auto now = std::chrono::steady_clock::now();
        if (now - m_second >= std::chrono::seconds(1)) {
            m_second = now;
            m_answers = 0;
        }
        return ++m_answers <= kMaxAnswersPerSecond;
    }

    std::vector<std::string> m_tags;
    int m_port;
    std::chrono::steady_clock::time_point m_second;
    int m_answers = 0;
};

} // namespace

Discovery::Discovery(const std::string& listen, std::string_view caCertificates, int port)
{
    const auto colon = listen.rfind(':');
    m_responder = std::make_unique<platform::DatagramResponder>(
        listen.substr(0, colon), std::stoi(listen.substr(colon + 1)), Answering(officeTagsOf(caCertificates), port));
}

Discovery::~Discovery() = default;

int Discovery::port() const
{
    return m_responder->port();
}

} // namespace banhang::server
