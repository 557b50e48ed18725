// E-mail addresses: syntax, key to compare with, and the slips that typing brings.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace banhang::vn {

enum class EmailIssue {
    None,
    Syntax,      ///< nothing can be delivered to it; `key` is empty
    Placeholder, ///< typed to get past a required field: "khongco@gmail.com", "a@a.com"; must not join duplicates
    Typo,        ///< valid, but the domain looks like a slip of a well-known one: see `suggestion`
};

struct Email
{
    std::string typed; ///< trimmed
    std::string key;   ///< small letters; non-ASCII parts only composed and lowered, not converted
    EmailIssue issue = EmailIssue::None;
    std::string suggestion; ///< the whole address with the domain that was probably meant
    /// The suggestion may stand for the address in comparisons: its host gives boxes to anybody. That of one firm may
    /// be one letter away from that of another.
    bool isSurelyMeant = false;

    bool isValid() const { return !key.empty(); }
};

/// Syntax by RFC 5321 as people use it: no quoted local parts, no address literals, a domain with at least one dot.
Email parseEmail(std::string_view text);

/// All addresses of one cell, separated by white space, comma, semicolon, colon or slash; "Lan <lan@x.vn>" and
/// "mailto:lan@x.vn" give the address.
std::vector<Email> parseEmails(std::string_view text);

} // namespace banhang::vn
