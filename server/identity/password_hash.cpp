#include "server/identity/password_hash.h"

#include <array>
#include <charconv>
#include <stdexcept>

#include <argon2.h>
#include <openssl/crypto.h>
#include <openssl/rand.h>

#include "common/vn/utf8.h"

namespace banhang::server {

namespace {

constexpr std::size_t kSaltBytes = 16;
constexpr std::size_t kHashBytes = 32;

/// Reads "m=19456,t=2,p=1" behind "$argon2id$v=19$"; nothing read leaves zeros, which are cheaper than anything.
PasswordCost costOf(std::string_view hash)
{
    PasswordCost cost{0, 0, 0};
    constexpr std::string_view kPrefix = "$argon2id$v=19$";
    if (!hash.starts_with(kPrefix))
        return cost;
    hash.remove_prefix(kPrefix.size());
    hash = hash.substr(0, hash.find('$'));
    for (std::uint32_t* value : {&cost.memoryKib, &cost.passes, &cost.lanes}) {
        hash.remove_prefix(std::min(hash.size(), hash.find('=') + 1));
        std::from_chars(hash.data(), hash.data() + hash.size(), *value);
    }
    return cost;
}

} // namespace

std::string hashPassword(std::string_view password, const PasswordCost& cost)
{
    std::array<unsigned char, kSaltBytes> salt{};
    if (RAND_bytes(salt.data(), static_cast<int>(salt.size())) != 1)
        throw std::runtime_error("no random bytes for a salt");
    std::string composed = vn::toNfc(password);
    std::string hash(argon2_encodedlen(cost.passes, cost.memoryKib, cost.lanes, kSaltBytes, kHashBytes, Argon2_id),
                     '\0');
    const int failure = argon2id_hash_encoded(cost.passes, cost.memoryKib, cost.lanes, composed.data(), composed.size(),
                                              salt.data(), salt.size(), kHashBytes, hash.data(), hash.size());
    OPENSSL_cleanse(composed.data(), composed.size());
    if (failure != ARGON2_OK)
        throw std::runtime_error(std::string("argon2: ") + argon2_error_message(failure));
    hash.resize(hash.find('\0'));
    return hash;
}

bool verifyPassword(std::string_view password, const std::string& hash)
{
    std::string composed = vn::toNfc(password);
    const bool matches = argon2id_verify(hash.c_str(), composed.data(), composed.size()) == ARGON2_OK;
    OPENSSL_cleanse(composed.data(), composed.size());
    return matches;
}

bool needsRehash(std::string_view hash, const PasswordCost& cost)
{
    const PasswordCost stored = costOf(hash);
    return stored.memoryKib < cost.memoryKib || stored.passes < cost.passes || stored.lanes < cost.lanes;
}

PasswordHasher::PasswordHasher(const PasswordCost& cost) : m_cost(cost), m_nobodys(hashPassword("nobody", cost)) {}

std::string PasswordHasher::hash(std::string_view password)
{
    ++m_made;
    return hashPassword(password, m_cost);
}

bool PasswordHasher::verify(std::string_view password, const std::optional<std::string>& hash)
{
    ++m_made;
    return verifyPassword(password, hash.value_or(m_nobodys)) && hash.has_value();
}

bool PasswordHasher::isOutdated(std::string_view hash) const
{
    return needsRehash(hash, m_cost);
}

} // namespace banhang::server
