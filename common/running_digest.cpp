#include "common/running_digest.h"

#include <stdexcept>

#include <openssl/evp.h>

namespace banhang {

struct RunningDigest::State
{
    EVP_MD_CTX* context = EVP_MD_CTX_new();
    ~State() { EVP_MD_CTX_free(context); }
};

RunningDigest::RunningDigest() : m_state(std::make_unique<State>())
{
    if (EVP_DigestInit_ex(m_state->context, EVP_sha256(), nullptr) != 1)
        throw std::runtime_error("no SHA-256");
}

RunningDigest::~RunningDigest() = default;

void RunningDigest::add(std::string_view piece)
{
    if (EVP_DigestUpdate(m_state->context, piece.data(), piece.size()) != 1)
        throw std::runtime_error("SHA-256 failed");
}

std::string RunningDigest::finish()
{
    std::string digest(EVP_MAX_MD_SIZE, '\0');
    unsigned length = 0;
    if (EVP_DigestFinal_ex(m_state->context, reinterpret_cast<unsigned char*>(digest.data()), &length) != 1)
        throw std::runtime_error("SHA-256 failed");
    digest.resize(length);
    return digest;
}

} // namespace banhang
