#include "server/attachments/content_rules.h"

#include <algorithm>
#include <array>

namespace banhang::server {

namespace {

using namespace std::string_view_literals;

struct Signature
{
    ContentKind kind;
    std::string_view bytes;
    std::size_t at = 0;
};

constexpr std::array kSignatures{
    Signature{ContentKind::Image, "\x89PNG\r\n\x1a\n"sv},
    Signature{ContentKind::Image, "\xff\xd8\xff"sv},
    Signature{ContentKind::Image, "GIF8"sv},
    Signature{ContentKind::Image, "II*\0"sv},
    Signature{ContentKind::Image, "MM\0*"sv},
    Signature{ContentKind::Image, "WEBP"sv, 8},
    Signature{ContentKind::Image, "ftyphei"sv, 4},
    Signature{ContentKind::Image, "ftypmif1"sv, 4},
    Signature{ContentKind::Image, "ftypavif"sv, 4},
    Signature{ContentKind::Media, "ftyp"sv, 4},
    Signature{ContentKind::Media, "RIFF"sv},
    Signature{ContentKind::Media, "ID3"sv},
    Signature{ContentKind::Media, "OggS"sv},
    Signature{ContentKind::Media, "\x1a\x45\xdf\xa3"sv},
    Signature{ContentKind::Zip, "PK\x03\x04"sv},
    Signature{ContentKind::Zip, "PK\x05\x06"sv},
    Signature{ContentKind::Ole, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"sv},
    Signature{ContentKind::Rtf, "{\\rtf"sv},
    Signature{ContentKind::Archive, "Rar!\x1a\x07"sv},
    Signature{ContentKind::Archive, "7z\xbc\xaf\x27\x1c"sv},
    Signature{ContentKind::Archive, "\x1f\x8b"sv},
    Signature{ContentKind::Archive, "BZh"sv},
    Signature{ContentKind::Archive, "\xfd"
                                    "7zXZ"sv},
    Signature{ContentKind::Program, "\x7f"
                                    "ELF"sv},
    Signature{ContentKind::Program, "#!"sv},
    Signature{ContentKind::Program, "\xef\xbb\xbf#!"sv},
    Signature{ContentKind::Program, "\xca\xfe\xba\xbe"sv}, // Java, and macOS for several processors
    Signature{ContentKind::Program, "\xce\xfa\xed\xfe"sv}, // macOS
    Signature{ContentKind::Program, "\xcf\xfa\xed\xfe"sv},
    Signature{ContentKind::Program, "L\0\0\0\x01\x14\x02\0"sv}, // shortcut of Windows
    Signature{ContentKind::Program, "\0asm"sv},
};

constexpr std::size_t kMinProgramBytes = 64;

/// "MZ" alone begins many a word: the field at 60 must lie behind the header, as it does in what Windows would run.
bool isWindowsProgram(std::string_view head)
{
    if (!head.starts_with("MZ") && !head.starts_with("ZM"))
        return false;
    const bool isText = std::ranges::none_of(head, [](char c) { return c == '\0'; });
    return head.size() >= kMinProgramBytes && !isText;
}

/// The folder of macros in today's documents, and in those of 2003 (names there are UTF-16).
constexpr std::array kMacroMarks{"vbaProject.bin"sv, "_\0V\0B\0A\0_\0P\0R\0O\0J\0E\0C\0T\0"sv};

} // namespace

ContentKind contentKind(std::string_view head)
{
    if (head.empty())
        return ContentKind::Empty;
    if (isWindowsProgram(head))
        return ContentKind::Program;
    for (const Signature& signature : kSignatures)
        if (head.size() > signature.at && head.substr(signature.at).starts_with(signature.bytes))
            return signature.kind;
    return head.find("%PDF-") != std::string_view::npos ? ContentKind::Pdf : ContentKind::Other;
}

void MacroWatch::see(std::string_view piece)
{
    if (m_found)
        return;
    std::size_t longest = 0;
    for (const std::string_view mark : kMacroMarks)
        longest = std::max(longest, mark.size());
    const std::string seam = m_tail + std::string(piece.substr(0, longest));
    for (const std::string_view mark : kMacroMarks)
        m_found |= piece.find(mark) != std::string_view::npos || seam.find(mark) != std::string::npos;
    m_tail += piece.substr(piece.size() - std::min(piece.size(), longest));
    m_tail.erase(0, m_tail.size() - std::min(m_tail.size(), longest));
}

} // namespace banhang::server
