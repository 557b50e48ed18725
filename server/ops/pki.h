// The office's own authority and what it signed, kept as files that the server's TLS watches.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "server/ops/certificates.h"

namespace banhang::server {

/// Files under `directory`; keys are readable by the server's account alone.
/// Several servers of one office share one authority: copy ca.pem, ca.key, client.pem and client.key to each.
class Pki
{
public:
    /// Name that each server certificate bears, so that a client checks the same name whatever address it used.
    static constexpr const char* kServerName = "banhang.server";
    /// Lives longer than the machines; replaced by handing out new connection files.
    static constexpr Days kAuthorityValidity{20 * 365};
    static constexpr Days kServerValidity{397};
    static constexpr Days kServerRenewal{30};
    /// In each client's connection file, so renewing it means handing out the file again: rarely, and with a year's
    /// overlap.
    static constexpr Days kClientValidity{5 * 365};
    static constexpr Days kClientRenewal{365};

    explicit Pki(std::filesystem::path directory);

    /// What `prepare` had to make.
    struct Prepared
    {
        bool hasNewAuthority = false;
        bool hasNewServerCertificate = false;
        bool hasNewClientCertificate = false;
    };
    /// Makes what is missing, and renews the server's certificate when it is about to expire, bears other names than
    /// `names`, or is not of this authority. Call it now and then: whoever watches the files takes the new ones up.
    /// Throws: std::system_error, std::runtime_error for a damaged file (never overwritten: clients depend on it).
    Prepared prepare(const SubjectNames& names) const;

    std::filesystem::path authorityCertificateFile() const { return m_directory / "ca.pem"; }
    std::filesystem::path serverCertificateFile() const { return m_directory / "server.pem"; }
    std::filesystem::path serverKeyFile() const { return m_directory / "server.key"; }

    std::string authorityCertificate() const;
    KeyedCertificate clientCertificate() const;

    /// Names and addresses of this machine, kServerName, and what the configuration adds.
    static SubjectNames namesOfThisMachine(const std::vector<std::string>& more);

private:
    KeyedCertificate read(const std::string& name) const;
    void write(const std::string& name, const KeyedCertificate& pair) const;
    bool has(const std::string& name) const;

    std::filesystem::path m_directory;
};

} // namespace banhang::server
