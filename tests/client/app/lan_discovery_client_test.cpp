#include "client/app/office/lan_discovery_client.h"

#include <QSignalSpy>

#include <gtest/gtest.h>

#include "common/platform/datagram_responder.h"
#include "tests/client/support/wait.h"

namespace banhang::client {
namespace {

using test::waitUntil;

ConnectionFile officeWith(const std::string& certificate)
{
    ConnectionFile file;
    file.caCertificate = "-----BEGIN CERTIFICATE-----\n" + certificate + "\n-----END CERTIFICATE-----\n";
    return file;
}

/// A server of that office, as far as the question goes.
std::optional<std::string> answerFor(const ConnectionFile& office, std::string_view datagram)
{
    const auto question = parseQuestion(datagram);
    if (!question || question->officeTags != officeTagsOf(office.caCertificate))
        return std::nullopt;
    return formatAnswer({question->nonce, question->officeTags.front(), 7443});
}

TEST(LanDiscoveryClient, learnsTheAddressFromWhoAnswers)
{
    auto office = officeWith("QUJD");
    const platform::DatagramResponder server("127.0.0.1", 0,
                                             [&](std::string_view datagram) { return answerFor(office, datagram); });
    office.discoveryPort = server.port();
    LanDiscoveryClient finder(office);
    QSignalSpy found(&finder, &LanDiscoveryClient::found);
    finder.look();
    ASSERT_TRUE(waitUntil([&] { return found.count() == 1; }));
    EXPECT_EQ(found[0][0].toString(), QStringLiteral("127.0.0.1:7443"));
    EXPECT_FALSE(finder.isLooking());
}

TEST(LanDiscoveryClient, ignoresOtherOfficesAndAnswersToOtherQuestions)
{
    auto office = officeWith("QUJD");
    const auto other = officeWith("REVG");
    const platform::DatagramResponder stranger(
        "127.0.0.1", 0, [&](std::string_view datagram) -> std::optional<std::string> {
            const auto question = parseQuestion(datagram);
            return question ? std::optional(formatAnswer({std::string(16, '0'), question->officeTags.front(), 7443}))
                            : std::nullopt;
        });
    office.discoveryPort = stranger.port();
    LanDiscoveryClient finder(office);
    QSignalSpy found(&finder, &LanDiscoveryClient::found);
    QSignalSpy nothing(&finder, &LanDiscoveryClient::foundNothing);
    finder.look();
    ASSERT_TRUE(waitUntil([&] { return nothing.count() == 1; }));
    EXPECT_EQ(found.count(), 0);

    const platform::DatagramResponder neighbour("127.0.0.1", 0,
                                                [&](std::string_view datagram) { return answerFor(other, datagram); });
    office.discoveryPort = neighbour.port();
    LanDiscoveryClient again(office);
    QSignalSpy silence(&again, &LanDiscoveryClient::foundNothing);
    again.look();
    EXPECT_TRUE(waitUntil([&] { return silence.count() == 1; }));
}

} // namespace
} // namespace banhang::client
