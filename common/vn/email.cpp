#include "common/vn/email.h"

#include "common/vn/fold.h"
#include "common/vn/utf8.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace banhang::vn {

namespace {

constexpr std::size_t kMaxLocal = 64;
constexpr std::size_t kMaxAddress = 254;
constexpr std::size_t kMaxLabel = 63;

// Mailbox hosts that Vietnamese offices really meet; a domain within one slip of these is probably meant to be it.
constexpr std::array<std::string_view, 12> kHosts = {"gmail.com",   "yahoo.com",  "yahoo.com.vn",   "outlook.com",
                                                     "hotmail.com", "icloud.com", "vnpt.vn",        "viettel.com.vn",
                                                     "fpt.com.vn",  "live.com",   "outlook.com.vn", "vietnam.vn"};
// Of these, the hosts of one firm.
constexpr std::array<std::string_view, 4> kFirmHosts = {"vnpt.vn", "viettel.com.vn", "fpt.com.vn", "vietnam.vn"};
// One slip away from a host of the list, yet domains of their own.
constexpr std::array<std::string_view, 7> kRealHosts = {"mail.com", "email.com", "ymail.com",  "gmx.com",
                                                        "fpt.vn",   "love.com",  "fpts.com.vn"};

bool isHostByte(char c)
{
    return isAsciiDigit(c) || (c >= 'a' && c <= 'z') || c == '-' || static_cast<unsigned char>(c) >= 0x80;
}

bool isLocalByte(char c)
{
    constexpr std::string_view kSpecial = "!#$%&'*+/=?^_`{|}~-.";
    return isAsciiDigit(c) || (c >= 'a' && c <= 'z') || kSpecial.find(c) != std::string_view::npos ||
           static_cast<unsigned char>(c) >= 0x80;
}

bool isLabel(std::string_view label)
{
    return !label.empty() && label.size() <= kMaxLabel && label.front() != '-' && label.back() != '-' &&
           std::ranges::all_of(label, isHostByte);
}

bool isDomain(std::string_view domain)
{
    std::size_t labels = 0;
    while (true) {
        const auto dot = domain.find('.');
        const auto label = domain.substr(0, dot);
        if (!isLabel(label)) {
            return false;
        }
        ++labels;
        if (dot == std::string_view::npos) {
            const bool topLevel = label.size() >= 2 && !std::ranges::any_of(label, isAsciiDigit);
            return labels >= 2 && (topLevel || label.starts_with("xn--"));
        }
        domain.remove_prefix(dot + 1);
    }
}

bool isLocal(std::string_view local)
{
    return !local.empty() && local.size() <= kMaxLocal && local.front() != '.' && local.back() != '.' &&
           local.find("..") == std::string_view::npos && std::ranges::all_of(local, isLocalByte);
}

/// Insertions, deletions, replacements and swaps of neighbours between two short texts are at most one.
bool withinOneSlip(std::string_view a, std::string_view b)
{
    const auto mismatch = std::ranges::mismatch(a, b);
    std::string_view restA = a.substr(static_cast<std::size_t>(mismatch.in1 - a.begin()));
    std::string_view restB = b.substr(static_cast<std::size_t>(mismatch.in2 - b.begin()));
    if (restA.size() > restB.size()) {
        std::swap(restA, restB);
    }
    if (restA.size() == restB.size()) {
        if (restA.empty() || restA.substr(1) == restB.substr(1)) {
            return true;
        }
        return restA[0] == restB[1] && restA[1] == restB[0] && restA.substr(2) == restB.substr(2);
    }
    return restA == restB.substr(1);
}

std::string meantDomain(std::string_view domain)
{
    if (std::ranges::find(kHosts, domain) != kHosts.end() ||
        std::ranges::find(kRealHosts, domain) != kRealHosts.end()) {
        return {};
    }
    for (const std::string_view host : kHosts) {
        if (withinOneSlip(domain, host)) {
            return std::string(host);
        }
    }
    return domain == "gmail.com.vn" ? "gmail.com" : std::string();
}

bool isPlaceholder(std::string_view local, std::string_view domain)
{
    static const std::set<std::string, std::less<>> kLocals = {
        "khongco", "khong", "khongcoemail", "chuaco",   "chuacoemail", "khongcomail", "noemail",
        "nomail",  "none",  "no",           "na",       "test",        "abc",         "xxx",
        "aaa",     "email", "noreply",      "no-reply", "khachle",     "default"};
    static const std::set<std::string, std::less<>> kDomains = {
        "example.com", "example.org", "example.net", "test.com", "abc.com", "a.com", "email.com", "none.com"};
    const bool oneLetter = std::ranges::all_of(local, [local](char c) { return c == local.front(); });
    return kDomains.contains(domain) || kLocals.contains(local) || (oneLetter && local.size() != 2);
}

} // namespace

Email parseEmail(std::string_view text)
{
    Email email;
    email.typed = tidy(text);
    // A capital and its mark may be two characters where the small letter is one: "J\u030C" and "\u01F0".
    const std::string lower = toNfc(toLower(email.typed));
    const auto at = lower.rfind('@');
    const std::string_view local = std::string_view(lower).substr(0, at);
    const std::string_view domain =
        at == std::string::npos ? std::string_view() : std::string_view(lower).substr(at + 1);
    if (at == std::string::npos || lower.size() > kMaxAddress || !isLocal(local) || !isDomain(domain)) {
        email.issue = EmailIssue::Syntax;
        return email;
    }
    email.key = lower;
    if (isPlaceholder(local, domain)) {
        email.issue = EmailIssue::Placeholder;
    } else if (const std::string meant = meantDomain(domain); !meant.empty()) {
        email.issue = EmailIssue::Typo;
        email.suggestion = std::string(local) + "@" + meant;
        email.isSurelyMeant = std::ranges::find(kFirmHosts, meant) == kFirmHosts.end();
    }
    return email;
}

std::vector<Email> parseEmails(std::string_view text)
{
    std::string spaced = toNfc(text);
    std::ranges::replace_if(
        spaced, [](char c) { return c == ',' || c == ';' || c == ':' || c == '/' || c == '<' || c == '>'; }, ' ');
    std::vector<Email> emails;
    const auto words = splitSpaces(spaced);
    for (const std::string_view word : words) {
        // Words without an at sign are the name before "<...>", unless there is nothing else.
        if (word.find('@') != std::string_view::npos || words.size() == 1) {
            emails.push_back(parseEmail(word));
        }
    }
    return emails;
}

} // namespace banhang::vn
