// A mail as a talk needs it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace banhang::letters {

/// A file that came with a mail.
struct LetterFile
{
    std::string name; ///< safe for every system
    std::string content;
};

/// All texts are UTF-8.
struct Letter
{
    /// Addresses alone, in small letters.
    std::vector<std::string> from;
    std::vector<std::string> to; ///< also copies
    std::string subject;
    std::optional<std::int64_t> sentSeconds; ///< since 1970 UTC; nothing where the mail does not say
    std::string messageId;                   ///< without angle brackets; empty where the mail has none
    std::string body;                        ///< plain; made of the HTML where there is nothing else
    std::vector<LetterFile> files;
    bool isCut = false; ///< more text or files than are taken
};

/// Who began, as far as the addresses tell.
enum class LetterWay { Unknown, FromUs, FromThem };

/// `theirs`: the customer's addresses, in any case. One that is on both sides tells nothing.
LetterWay wayOf(const Letter& letter, const std::vector<std::string>& theirs);

} // namespace banhang::letters
