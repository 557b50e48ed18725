// Which texts of an .ods are in a font from before Unicode.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "client/sheets/workbook_styles.h"
#include "client/sheets/xml_reader.h"

namespace banhang::client {

/// Collects faces and cell styles as they come by in styles.xml and content.xml.
class OdsFonts
{
public:
    void onOpen(std::string_view name, const XmlAttributes& attributes);
    void onClose(std::string_view name);

    /// Of a cell style, or of the one that it is derived from, down to that of the whole book.
    FontReading ofStyle(const std::string& style) const;

private:
    struct Style
    {
        std::string parent;
        std::string font; ///< empty = that of the parent
    };

    std::map<std::string, std::string, std::less<>> m_families; ///< face -> font family
    std::map<std::string, Style, std::less<>> m_styles;
    std::string m_open; ///< style that is being read
    bool m_isOpen = false;
};

} // namespace banhang::client
