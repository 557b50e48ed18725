// Texts from before Unicode: TCVN3 (ABC) and VNI fonts, Windows-1258, and how to tell them apart.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace banhang::vn {

/// How letters with marks were written.
enum class LegacyEncoding {
    None,        ///< Unicode, or no marks at all
    Tcvn3,       ///< TCVN 5712:1993 VN3, fonts named .Vn…: one character for each letter, capitals with marks by font
    Vni,         ///< fonts named VNI-…: a plain letter, and behind it a character for its marks
    Windows1258, ///< Microsoft's code page: letters with composed tone marks
};

/// A text as the old font's characters stand in Unicode today (which is how Excel hands them over: "C«ng ty",
/// "Coâng ty") into the text that people saw, in NFC. Characters that the encoding does not use stay. Small and capital
/// letters stay as the characters say: capitals that came from a capital font (.VnTimeH) are small here.
/// Source: TCVN 5712:1993 table VN3 as in glibc's TCVN5712-1; VNI as in xvnkb's vni.h.
/// `encoding`: Tcvn3 or Vni; None and Windows1258 return NFC of the text.
std::string fromLegacyFont(LegacyEncoding encoding, std::string_view text);

/// The encoding in which these texts were written by font: the one that turns the words with characters beyond ASCII
/// into Vietnamese syllables. None when too few words would tell, or when they are Vietnamese as they stand.
LegacyEncoding detectLegacyFont(const std::vector<std::string_view>& texts);

/// Bytes of a code page as UTF-8 (NFC). Windows-1252 for None.
std::string fromBytes(LegacyEncoding encoding, std::string_view bytes);

/// In which of these a text file was written that is not UTF-8. `bytes`: some hundred lines will do.
LegacyEncoding detectBytes(std::string_view bytes);

/// UTF-16 as UTF-8 (NFC); lone surrogates and half characters become U+FFFD.
std::string fromUtf16(std::string_view bytes, bool bigEndian);

} // namespace banhang::vn
