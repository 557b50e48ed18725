#include "server/identity/password_rules.h"

#include <algorithm>
#include <string>

#include "common/error.h"
#include "common/vn/utf8.h"
#include "server/identity/common_passwords.h"

namespace banhang::server {

namespace {

constexpr const char* kPath = "new_password";

/// Without the digits and signs that people hang on to a word to make it pass.
std::string_view bareWord(std::string_view text)
{
    const auto isPadding = [](char c) { return static_cast<unsigned char>(c) < 0x80 && (c < 'a' || c > 'z'); };
    while (!text.empty() && isPadding(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isPadding(text.back()))
        text.remove_suffix(1);
    return text;
}

bool isUserName(const std::string& lowered, std::string_view userName)
{
    const std::string name = vn::toLower(userName);
    return lowered == name || (!bareWord(name).empty() && bareWord(lowered) == bareWord(name));
}

bool isOneCharacter(std::string_view text)
{
    std::size_t at = 0;
    vn::nextCodePoint(text, at);
    const std::string_view first = text.substr(0, at);
    while (text.substr(0, first.size()) == first && !text.empty())
        text.remove_prefix(first.size());
    return text.empty();
}

} // namespace

std::vector<v1::FieldIssue> passwordIssues(std::string_view password, std::string_view userName)
{
    const std::string composed = vn::toNfc(password);
    const std::string lowered = vn::toLower(composed);
    const int length = static_cast<int>(vn::characterCount(composed));
    std::vector<v1::FieldIssue> issues;
    const auto add = [&issues](std::string_view key, ErrorArgs args = {}) {
        issues.push_back(fieldIssue(v1::SEVERITY_ERROR, kPath, key, args));
    };
    if (length < kMinPasswordLength)
        add("password.too_short", {{"min", std::to_string(kMinPasswordLength)}});
    else if (length > kMaxPasswordLength)
        add("password.too_long", {{"max", std::to_string(kMaxPasswordLength)}});
    if (!userName.empty() && isUserName(lowered, userName))
        add("password.like_user_name");
    else if (length >= kMinPasswordLength && (isCommonPassword(lowered) || isOneCharacter(lowered)))
        add("password.common");
    return issues;
}

int delayAfter(int failures, const DelayRule& rule)
{
    const int slowed = failures - rule.free;
    if (slowed <= 0)
        return 0;
    return slowed > 16 ? rule.most : std::min(rule.most, 1 << (slowed - 1));
}

} // namespace banhang::server
