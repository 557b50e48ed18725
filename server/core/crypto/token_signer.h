// Opaque tokens that only our servers can make: pages of lists and positions in the change feed.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace banhang::server {

/// A token made for one purpose is refused for another.
enum class TokenPurpose : char { Page = 'p', Feed = 'f' };

/// Thread: any.
class TokenSigner
{
public:
    /// `key` is company.token_key, so that every server of one database accepts the tokens of the others.
    explicit TokenSigner(std::string key) : m_key(std::move(key)) {}

    /// `binding` is what else must be the same when the token comes back (the caller, a digest of filter and sort); it
    /// is not in the token. `payload` is readable by whoever holds the token: put nothing in it that they may not see.
    std::string sign(TokenPurpose purpose, std::string_view binding, std::string_view payload) const;
    /// The payload; nothing for a token that was altered, made for another purpose or with another binding.
    std::optional<std::string> open(TokenPurpose purpose, std::string_view binding, std::string_view token) const;
    /// 32 secret bytes, always the same for one binding; no token tells anything about them.
    std::string keyFor(std::string_view binding) const;

private:
    std::string mac(TokenPurpose purpose, std::string_view binding, std::string_view payload) const;

    std::string m_key;
};

} // namespace banhang::server
