#include "server/ops/certificates.h"

#include <algorithm>
#include <memory>
#include <stdexcept>

#include <arpa/inet.h>
#include <openssl/bn.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

namespace banhang::server {

namespace {

template <auto Free>
struct Freed
{
    template <typename T>
    void operator()(T* object) const
    {
        Free(object);
    }
};
using Key = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Freed<X509_free>>;
using Memory = std::unique_ptr<BIO, Freed<BIO_free>>;
using Number = std::unique_ptr<BIGNUM, Freed<BN_free>>;
using Extension = std::unique_ptr<X509_EXTENSION, Freed<X509_EXTENSION_free>>;
using Names = std::unique_ptr<GENERAL_NAMES, Freed<GENERAL_NAMES_free>>;

[[noreturn]] void fail(const std::string& what)
{
    char reason[256] = "no reason given";
    if (const unsigned long code = ERR_get_error(); code != 0)
        ERR_error_string_n(code, reason, sizeof reason);
    ERR_clear_error();
    throw std::runtime_error(what + ": " + reason);
}

void require(bool isDone, const char* what)
{
    if (!isDone)
        fail(what);
}

std::string textOf(const Memory& memory)
{
    char* data = nullptr;
    const long size = BIO_get_mem_data(memory.get(), &data);
    return {data, static_cast<std::size_t>(size)};
}

std::string toPem(X509* certificate)
{
    const Memory memory(BIO_new(BIO_s_mem()));
    require(PEM_write_bio_X509(memory.get(), certificate) == 1, "writing a certificate");
    return textOf(memory);
}

std::string toPem(EVP_PKEY* key)
{
    const Memory memory(BIO_new(BIO_s_mem()));
    require(PEM_write_bio_PKCS8PrivateKey(memory.get(), key, nullptr, nullptr, 0, nullptr, nullptr) == 1,
            "writing a key");
    return textOf(memory);
}

Certificate certificateFrom(const std::string& pem)
{
    const Memory memory(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
    Certificate certificate(PEM_read_bio_X509(memory.get(), nullptr, nullptr, nullptr));
    if (!certificate)
        fail("not a certificate");
    return certificate;
}

Key keyFrom(const std::string& pem)
{
    const Memory memory(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
    Key key(PEM_read_bio_PrivateKey(memory.get(), nullptr, nullptr, nullptr));
    if (!key)
        fail("not a private key");
    return key;
}

void setSerial(X509* certificate)
{
    // 127 random bits: RFC 5280 allows 20 octets and wants a positive number; CA/B baseline asks for 64 random bits or
    // more.
    const Number number(BN_new());
    require(BN_rand(number.get(), 127, BN_RAND_TOP_ANY, BN_RAND_BOTTOM_ANY) == 1, "drawing a serial number");
    require(BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate)) != nullptr, "setting a serial number");
}

void setCommonName(X509* certificate, const std::string& commonName)
{
    X509_NAME* name = X509_get_subject_name(certificate);
    const auto add = [&](const char* part, const std::string& value) {
        require(X509_NAME_add_entry_by_txt(name, part, MBSTRING_UTF8,
                                           reinterpret_cast<const unsigned char*>(value.data()),
                                           static_cast<int>(value.size()), -1, 0) == 1,
                "naming a certificate");
    };
    add("O", "banhang");
    add("CN", commonName);
}

void addExtension(X509* certificate, X509* issuer, int kind, const std::string& value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const Extension extension(X509V3_EXT_conf_nid(nullptr, &context, kind, value.c_str()));
    require(extension && X509_add_ext(certificate, extension.get(), -1) == 1, "adding an extension");
}

struct Draft
{
    Key key;
    Certificate certificate;
};

/// A certificate with a key of its own, still without issuer, extensions and signature.
Draft draft(const std::string& commonName, Days validity)
{
    Draft made{Key(EVP_EC_gen("P-256")), Certificate(X509_new())};
    require(made.key && made.certificate, "making a key");
    X509* certificate = made.certificate.get();
    X509_set_version(certificate, X509_VERSION_3);
    setSerial(certificate);
    setCommonName(certificate, commonName);
    // An hour back: the clock of a client may be behind.
    X509_gmtime_adj(X509_getm_notBefore(certificate), -3600);
    require(X509_time_adj_ex(X509_getm_notAfter(certificate), validity.count(), 0, nullptr) != nullptr,
            "dating a certificate");
    require(X509_set_pubkey(certificate, made.key.get()) == 1, "setting a key");
    return made;
}

KeyedCertificate signedBy(const Draft& leaf, EVP_PKEY* issuerKey)
{
    require(X509_sign(leaf.certificate.get(), issuerKey, EVP_sha256()) > 0, "signing a certificate");
    return {toPem(leaf.certificate.get()), toPem(leaf.key.get())};
}

KeyedCertificate makeLeaf(const KeyedCertificate& authority, const std::string& commonName, Days validity,
                          const char* usage, const std::string& alternativeNames)
{
    const Certificate issuer = certificateFrom(authority.certificate);
    const Key issuerKey = keyFrom(authority.key);
    const Draft leaf = draft(commonName, validity);
    X509* certificate = leaf.certificate.get();
    require(X509_set_issuer_name(certificate, X509_get_subject_name(issuer.get())) == 1, "naming the issuer");
    addExtension(certificate, issuer.get(), NID_basic_constraints, "critical,CA:FALSE");
    addExtension(certificate, issuer.get(), NID_key_usage, "critical,digitalSignature");
    addExtension(certificate, issuer.get(), NID_ext_key_usage, usage);
    addExtension(certificate, issuer.get(), NID_subject_key_identifier, "hash");
    addExtension(certificate, issuer.get(), NID_authority_key_identifier, "keyid");
    if (!alternativeNames.empty())
        addExtension(certificate, issuer.get(), NID_subject_alt_name, alternativeNames);
    return signedBy(leaf, issuerKey.get());
}

/// The names go into OpenSSL's own little language, where a comma begins another entry.
void checkPlain(const std::string& name)
{
    constexpr const char* kAllowed = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.:*";
    if (name.empty() || name.find_first_not_of(kAllowed) != std::string::npos)
        throw std::runtime_error("not a name for a certificate: " + name);
}

std::string alternativeNames(const SubjectNames& names)
{
    std::string text;
    const auto add = [&](const char* kind, const std::string& name) {
        checkPlain(name);
        text += (text.empty() ? "" : ",") + std::string(kind) + name;
    };
    for (const std::string& name : names.dns)
        add("DNS:", name);
    for (const std::string& address : names.addresses)
        add("IP:", address);
    return text;
}

std::string textOf(const ASN1_STRING* text)
{
    return {reinterpret_cast<const char*>(ASN1_STRING_get0_data(text)),
            static_cast<std::size_t>(ASN1_STRING_length(text))};
}

std::string addressOf(const ASN1_OCTET_STRING* bytes)
{
    char text[INET6_ADDRSTRLEN] = {};
    const int family = ASN1_STRING_length(bytes) == 4 ? AF_INET : AF_INET6;
    return ::inet_ntop(family, ASN1_STRING_get0_data(bytes), text, sizeof text) ? text : "";
}

} // namespace

KeyedCertificate makeAuthority(const std::string& commonName, Days validity)
{
    const Draft made = draft(commonName, validity);
    X509* certificate = made.certificate.get();
    require(X509_set_issuer_name(certificate, X509_get_subject_name(certificate)) == 1, "naming the issuer");
    addExtension(certificate, certificate, NID_basic_constraints, "critical,CA:TRUE,pathlen:0");
    addExtension(certificate, certificate, NID_key_usage, "critical,keyCertSign,cRLSign");
    addExtension(certificate, certificate, NID_subject_key_identifier, "hash");
    return signedBy(made, made.key.get());
}

KeyedCertificate makeServerCertificate(const KeyedCertificate& authority, const std::string& commonName,
                                       const SubjectNames& names, Days validity)
{
    return makeLeaf(authority, commonName, validity, "serverAuth", alternativeNames(names));
}

KeyedCertificate makeClientCertificate(const KeyedCertificate& authority, const std::string& commonName, Days validity)
{
    return makeLeaf(authority, commonName, validity, "clientAuth", "");
}

Days daysLeft(const std::string& certificate)
{
    const Certificate read = certificateFrom(certificate);
    int days = 0;
    int seconds = 0;
    require(ASN1_TIME_diff(&days, &seconds, nullptr, X509_get0_notAfter(read.get())) == 1, "reading a date");
    // Both parts carry the sign: an hour past the end is no day, but expired all the same.
    return Days(days == 0 && seconds < 0 ? -1 : days);
}

SubjectNames namesIn(const std::string& certificate)
{
    const Certificate read = certificateFrom(certificate);
    const Names names(
        static_cast<GENERAL_NAMES*>(X509_get_ext_d2i(read.get(), NID_subject_alt_name, nullptr, nullptr)));
    SubjectNames found;
    for (int i = 0; names && i < sk_GENERAL_NAME_num(names.get()); ++i) {
        const GENERAL_NAME* name = sk_GENERAL_NAME_value(names.get(), i);
        if (name->type == GEN_DNS)
            found.dns.push_back(textOf(name->d.dNSName));
        else if (name->type == GEN_IPADD)
            found.addresses.push_back(addressOf(name->d.iPAddress));
    }
    std::sort(found.dns.begin(), found.dns.end());
    std::sort(found.addresses.begin(), found.addresses.end());
    return found;
}

bool isSignedBy(const std::string& certificate, const std::string& authorityCertificate)
{
    const Certificate read = certificateFrom(certificate);
    const Certificate authority = certificateFrom(authorityCertificate);
    const bool isSigned = X509_verify(read.get(), X509_get0_pubkey(authority.get())) == 1;
    ERR_clear_error();
    return isSigned;
}

bool belongTogether(const KeyedCertificate& pair)
{
    const Certificate certificate = certificateFrom(pair.certificate);
    const Key key = keyFrom(pair.key);
    const bool isMatch = X509_check_private_key(certificate.get(), key.get()) == 1;
    ERR_clear_error();
    return isMatch;
}

} // namespace banhang::server
