// Keys and certificates as files hold them: PEM in, PEM out, OpenSSL nowhere else.
#pragma once

#include <chrono>
#include <string>
#include <vector>

namespace banhang::server {

/// A certificate with the private key that belongs to it, both PEM.
struct KeyedCertificate
{
    std::string certificate;
    std::string key;

    friend bool operator==(const KeyedCertificate&, const KeyedCertificate&) = default;
};

/// Names by which a server is reached.
struct SubjectNames
{
    std::vector<std::string> dns;
    std::vector<std::string> addresses; ///< numeric

    friend bool operator==(const SubjectNames&, const SubjectNames&) = default;
};

using Days = std::chrono::duration<int, std::ratio<86'400>>;

/// A self-signed authority on P-256 that may sign leaves only. Throws: std::runtime_error, as all of these.
KeyedCertificate makeAuthority(const std::string& commonName, Days validity);

/// A leaf that proves a server, good for `names`.
KeyedCertificate makeServerCertificate(const KeyedCertificate& authority, const std::string& commonName,
                                       const SubjectNames& names, Days validity);

/// A leaf that lets clients in and proves nothing else.
KeyedCertificate makeClientCertificate(const KeyedCertificate& authority, const std::string& commonName, Days validity);

/// Negative once it has expired.
Days daysLeft(const std::string& certificate);

/// As makeServerCertificate was given them, sorted.
SubjectNames namesIn(const std::string& certificate);

bool isSignedBy(const std::string& certificate, const std::string& authorityCertificate);
bool belongTogether(const KeyedCertificate& pair);

} // namespace banhang::server
