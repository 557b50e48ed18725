// What the bytes of a file say of it; nothing is unpacked or interpreted.
#pragma once

#include <string>
#include <string_view>

namespace banhang::server {

/// As far as the first bytes tell.
enum class ContentKind {
    Empty,
    Pdf,
    Image,
    Media, ///< sound or video
    Zip,   ///< also the office documents of today
    Ole,   ///< office documents of 2003 and before, Outlook messages
    Rtf,
    Archive, ///< other archives
    Program, ///< for Windows, Linux, macOS, or a script with its interpreter in the first line
    Other,   ///< text too
};

/// Units: bytes; more are not looked at.
constexpr std::size_t kHeadBytes = 1024;

ContentKind contentKind(std::string_view head);

/// Finds the programs (macros) that an office document brings along, in pieces of any size as they come.
class MacroWatch
{
public:
    void see(std::string_view piece);
    bool hasMacros() const { return m_found; }

private:
    std::string m_tail; ///< of the piece before: a mark may lie across
    bool m_found = false;
};

} // namespace banhang::server
