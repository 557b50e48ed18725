#include "server/app/commands/advice.h"

#include <algorithm>
#include <iterator>

namespace banhang::server {

namespace {

struct Advice
{
    std::string_view key;
    std::string_view text;
};

constexpr Advice kAdvice[] = {
    {"user.name_form", "a user name has 2 to 64 characters: small letters a to z without marks, digits, dots, hyphens "
                       "and underscores; it begins with a letter or a digit"},
    {"user.not_found", "`banhangd user list` shows who there is"},
    {"unit.not_found", "`banhangd unit list` shows which there are"},
    {"group.not_found", "`banhangd group list` shows which there are"},
};

} // namespace

std::string adviceFor(std::string_view key)
{
    const auto* const advice = std::ranges::find(kAdvice, key, &Advice::key);
    return advice == std::end(kAdvice) ? std::string() : "  " + std::string(advice->text) + "\n";
}

} // namespace banhang::server
