// Argon2id in PHC form.
#pragma once

#include <atomic>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace banhang::server {

/// What one hash costs. The defaults are OWASP's first choice for interactive sign-in, about 40 ms on the machine we
/// build on.
struct PasswordCost
{
    std::uint32_t memoryKib = 19 * 1024;
    std::uint32_t passes = 2;
    std::uint32_t lanes = 1;

    friend bool operator==(const PasswordCost&, const PasswordCost&) = default;
};

/// Hashes with 16 fresh bytes of salt. Typed marks count alike however the keyboard composed them (NFC).
/// Throws: std::runtime_error when memory is short.
/// Thread: any; takes the caller's thread for the whole cost, so calls hash on the slow executor, two at a time.
std::string hashPassword(std::string_view password, const PasswordCost& cost = {});

/// False also for a hash that cannot be read.
bool verifyPassword(std::string_view password, const std::string& hash);

/// Whether `hash` was made cheaper than `cost`, or cannot be read.
bool needsRehash(std::string_view hash, const PasswordCost& cost);

/// Hashes at the server's cost and counts what it did.
/// Thread: any; each hash takes the calling thread.
class PasswordHasher
{
public:
    explicit PasswordHasher(const PasswordCost& cost = {});

    std::string hash(std::string_view password);
    /// Without a stored hash (nobody bears the name) does the same work on a dummy one, and says no.
    bool verify(std::string_view password, const std::optional<std::string>& hash);
    bool isOutdated(std::string_view hash) const;
    /// Hashes made since the start, verifications included.
    std::uint64_t made() const { return m_made; }

private:
    PasswordCost m_cost;
    std::string m_nobodys;
    std::atomic<std::uint64_t> m_made = 0;
};

} // namespace banhang::server
