// What a workbook's styles tell about its cells: which numbers are days, and which texts are in a font from before
// Unicode.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/vn/legacy_text.h"

namespace banhang::client {

/// How texts of one font are to be read.
struct FontReading
{
    vn::LegacyEncoding encoding = vn::LegacyEncoding::None;
    bool capitals = false; ///< a font whose small letters look like capitals (.VnTimeH)
};

/// Fonts named .Vn… are TCVN3, those with H at their end are capitals; VNI-… and VNI … are VNI.
FontReading readingOfFont(std::string_view name);

/// Fonts, number formats and cell formats, in the order of xl/styles.xml.
class WorkbookStyles
{
public:
    void addFont(std::string_view name) { m_fonts.push_back(readingOfFont(name)); }
    void addNumberFormat(std::size_t id, std::string_view code);
    void addCellFormat(std::size_t font, std::size_t numberFormat) { m_cellFormats.push_back({font, numberFormat}); }

    bool isDay(std::size_t cellFormat) const;
    FontReading fontOf(std::size_t cellFormat) const;

private:
    struct CellFormat
    {
        std::size_t font = 0;
        std::size_t numberFormat = 0;
    };

    std::vector<FontReading> m_fonts;
    std::unordered_map<std::size_t, bool> m_dayFormats; ///< own ones, by id
    std::vector<CellFormat> m_cellFormats;
};

} // namespace banhang::client
