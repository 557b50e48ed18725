#include "server/ops/pki.h"

#include <algorithm>
#include <stdexcept>
#include <thread>

#include "common/platform/host.h"
#include "common/platform/lock_file.h"
#include "common/platform/private_file.h"

namespace banhang::server {

namespace {

constexpr const char* kAuthority = "ca";
constexpr const char* kServer = "server";
constexpr const char* kClient = "client";

void sortOnce(std::vector<std::string>& texts)
{
    std::sort(texts.begin(), texts.end());
    texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
}

/// A machine that lost an address since keeps its certificate; only a name that is missing asks for another.
bool covers(const SubjectNames& held, const SubjectNames& wanted)
{
    return std::includes(held.dns.begin(), held.dns.end(), wanted.dns.begin(), wanted.dns.end()) &&
           std::includes(held.addresses.begin(), held.addresses.end(), wanted.addresses.begin(),
                         wanted.addresses.end());
}

bool isGood(const KeyedCertificate& pair, const std::string& authority, Days renewal)
{
    return belongTogether(pair) && isSignedBy(pair.certificate, authority) && daysLeft(pair.certificate) > renewal;
}

/// A server and a command may both find that something must be made.
platform::LockFile waitForLock(const std::filesystem::path& file)
{
    using namespace std::chrono_literals;
    const auto until = std::chrono::steady_clock::now() + 30s;
    for (;;) {
        if (auto lock = platform::LockFile::tryLock(file))
            return std::move(*lock);
        if (std::chrono::steady_clock::now() > until)
            throw std::runtime_error(file.string() + " is held by another process");
        std::this_thread::sleep_for(20ms);
    }
}

} // namespace

Pki::Pki(std::filesystem::path directory) : m_directory(std::move(directory)) {}

bool Pki::has(const std::string& name) const
{
    return std::filesystem::exists(m_directory / (name + ".pem"));
}

KeyedCertificate Pki::read(const std::string& name) const
{
    return {platform::readFile(m_directory / (name + ".pem")), platform::readFile(m_directory / (name + ".key"))};
}

void Pki::write(const std::string& name, const KeyedCertificate& pair) const
{
    // The key first: a crash in between leaves a pair that does not belong together, and the next start makes a new
    // one.
    platform::writePrivateFile(m_directory / (name + ".key"), pair.key);
    platform::writePrivateFile(m_directory / (name + ".pem"), pair.certificate);
}

Pki::Prepared Pki::prepare(const SubjectNames& names) const
{
    platform::ensurePrivateDirectory(m_directory);
    const platform::LockFile lock = waitForLock(m_directory / "lock");
    Prepared prepared;
    if (!has(kAuthority)) {
        write(kAuthority, makeAuthority("banhang office authority", kAuthorityValidity));
        prepared.hasNewAuthority = true;
    }
    const KeyedCertificate authority = read(kAuthority);
    if (!belongTogether(authority))
        throw std::runtime_error("ca.pem and ca.key in " + m_directory.string() + " do not belong together");

    if (!has(kServer) || !isGood(read(kServer), authority.certificate, kServerRenewal) ||
        !covers(namesIn(read(kServer).certificate), names)) {
        write(kServer, makeServerCertificate(authority, kServerName, names, kServerValidity));
        prepared.hasNewServerCertificate = true;
    }
    // The one before stays valid to its own end: the authority vouches for both.
    if (!has(kClient) || !isGood(read(kClient), authority.certificate, kClientRenewal)) {
        write(kClient, makeClientCertificate(authority, "banhang office client", kClientValidity));
        prepared.hasNewClientCertificate = true;
    }
    return prepared;
}

std::string Pki::authorityCertificate() const
{
    return platform::readFile(authorityCertificateFile());
}

KeyedCertificate Pki::clientCertificate() const
{
    return read(kClient);
}

SubjectNames Pki::namesOfThisMachine(const std::vector<std::string>& more)
{
    SubjectNames names{platform::hostNames(), platform::hostAddresses()};
    names.dns.emplace_back(kServerName);
    names.dns.emplace_back("localhost");
    for (const std::string& name : more)
        if (const auto address = platform::normalAddress(name))
            names.addresses.push_back(*address);
        else
            names.dns.push_back(name);
    sortOnce(names.dns);
    sortOnce(names.addresses);
    return names;
}

} // namespace banhang::server
