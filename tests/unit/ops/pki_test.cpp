#include "server/ops/pki.h"

#include <gtest/gtest.h>

#include "common/platform/private_file.h"
#include "tests/support/temp_directory.h"

namespace banhang::server {
namespace {

using test::TempDirectory;

const SubjectNames kNames{{"banhang.server", "may-chu"}, {"192.168.1.7", "::1"}};

KeyedCertificate serverOf(const Pki& pki)
{
    return {platform::readFile(pki.serverCertificateFile()), platform::readFile(pki.serverKeyFile())};
}

TEST(Pki, makesAuthorityServerAndClientAtFirst)
{
    const TempDirectory directory;
    const Pki pki(directory / "pki");
    const auto prepared = pki.prepare(kNames);

    EXPECT_TRUE(prepared.hasNewAuthority && prepared.hasNewServerCertificate && prepared.hasNewClientCertificate);
    for (const KeyedCertificate& pair : {serverOf(pki), pki.clientCertificate()}) {
        EXPECT_TRUE(belongTogether(pair));
        EXPECT_TRUE(isSignedBy(pair.certificate, pki.authorityCertificate()));
    }
    EXPECT_EQ(namesIn(serverOf(pki).certificate), kNames);
    EXPECT_NEAR(daysLeft(serverOf(pki).certificate).count(), Pki::kServerValidity.count(), 1);
}

TEST(Pki, keepsKeysToItsOwner)
{
    const TempDirectory directory;
    Pki(directory / "pki").prepare(kNames);

    for (const char* name : {"ca.key", "server.key", "client.key"})
        EXPECT_FALSE(platform::isReadableByOthers(directory / "pki" / name)) << name;
}

TEST(Pki, changesNothingWhenAllIsGood)
{
    const TempDirectory directory;
    const Pki pki(directory / "pki");
    pki.prepare(kNames);
    const KeyedCertificate before = serverOf(pki);
    const auto again = pki.prepare(kNames);

    EXPECT_FALSE(again.hasNewAuthority || again.hasNewServerCertificate || again.hasNewClientCertificate);
    EXPECT_EQ(serverOf(pki), before);
}

TEST(Pki, renewsTheServerBeforeItExpires)
{
    const TempDirectory directory;
    const Pki pki(directory / "pki");
    pki.prepare(kNames);
    const KeyedCertificate authority{pki.authorityCertificate(), platform::readFile(directory / "pki" / "ca.key")};
    const auto old = makeServerCertificate(authority, Pki::kServerName, kNames, Pki::kServerRenewal);
    platform::writePrivateFile(pki.serverCertificateFile(), old.certificate);
    platform::writePrivateFile(pki.serverKeyFile(), old.key);
    const auto client = pki.clientCertificate();
    const auto prepared = pki.prepare(kNames);

    EXPECT_TRUE(prepared.hasNewServerCertificate);
    EXPECT_FALSE(prepared.hasNewAuthority) << "clients trust it";
    EXPECT_EQ(pki.clientCertificate(), client) << "handed out";
    EXPECT_GT(daysLeft(serverOf(pki).certificate), Pki::kServerRenewal);
}

TEST(Pki, renewsTheServerForANewNameAndNotForALostOne)
{
    const TempDirectory directory;
    const Pki pki(directory / "pki");
    pki.prepare(kNames);
    auto more = kNames;
    more.addresses = {"10.0.0.9", "192.168.1.7", "::1"};

    EXPECT_TRUE(pki.prepare(more).hasNewServerCertificate);
    EXPECT_EQ(namesIn(serverOf(pki).certificate), more);
    EXPECT_FALSE(pki.prepare(kNames).hasNewServerCertificate);
}

TEST(Pki, mendsACrashBetweenKeyAndCertificate)
{
    const TempDirectory directory;
    const Pki pki(directory / "pki");
    pki.prepare(kNames);
    platform::writePrivateFile(pki.serverKeyFile(), pki.clientCertificate().key);

    EXPECT_TRUE(pki.prepare(kNames).hasNewServerCertificate);
    EXPECT_TRUE(belongTogether(serverOf(pki)));
}

TEST(Pki, neverReplacesAnAuthorityThatClientsTrust)
{
    const TempDirectory directory;
    const Pki pki(directory / "pki");
    pki.prepare(kNames);
    platform::writePrivateFile(directory / "pki" / "ca.key", pki.clientCertificate().key);
    const std::string authority = pki.authorityCertificate();

    EXPECT_THROW(pki.prepare(kNames), std::runtime_error);
    EXPECT_EQ(pki.authorityCertificate(), authority);
}

TEST(Pki, doesNotVouchForForeignCertificates)
{
    const auto ours = makeAuthority("ours", Days(10));
    const auto theirs = makeAuthority("theirs", Days(10));

    EXPECT_FALSE(isSignedBy(makeClientCertificate(theirs, "client", Days(10)).certificate, ours.certificate));
}

TEST(Pki, tellsExpiredFromGood)
{
    const auto authority = makeAuthority("authority", Days(10));

    EXPECT_LT(daysLeft(makeClientCertificate(authority, "client", Days(-1)).certificate), Days(0));
    EXPECT_GE(daysLeft(makeClientCertificate(authority, "client", Days(2)).certificate), Days(1));
}

TEST(Pki, refusesNamesThatWouldBeSeveral)
{
    const auto authority = makeAuthority("authority", Days(10));

    EXPECT_THROW(makeServerCertificate(authority, "server", {{"a,DNS:bank.example"}, {}}, Days(10)),
                 std::runtime_error);
}

TEST(Pki, knowsThisMachine)
{
    const SubjectNames names = Pki::namesOfThisMachine({"crm.office.vn", "0:0::7"});

    for (const char* name : {"banhang.server", "crm.office.vn", "localhost"})
        EXPECT_NE(std::find(names.dns.begin(), names.dns.end(), name), names.dns.end()) << name;
    EXPECT_NE(std::find(names.addresses.begin(), names.addresses.end(), "::7"), names.addresses.end());
}

} // namespace
} // namespace banhang::server
