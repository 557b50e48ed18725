#include "client/sheets/workbook_styles.h"

#include "client/sheets/number_format.h"
#include "common/vn/utf8.h"

namespace banhang::client {

FontReading readingOfFont(std::string_view name)
{
    const std::string folded = vn::toLower(vn::trim(name));
    if (folded.starts_with(".vn"))
        return {vn::LegacyEncoding::Tcvn3, folded.ends_with('h') && folded.size() > 4};
    if (folded.starts_with("vni-") || folded.starts_with("vni "))
        return {vn::LegacyEncoding::Vni, false};
    return {};
}

void WorkbookStyles::addNumberFormat(std::size_t id, std::string_view code)
{
    m_dayFormats[id] = isDayFormat(code);
}

bool WorkbookStyles::isDay(std::size_t cellFormat) const
{
    if (cellFormat >= m_cellFormats.size())
        return false;
    const std::size_t id = m_cellFormats[cellFormat].numberFormat;
    const auto own = m_dayFormats.find(id);
    return own != m_dayFormats.end() ? own->second : isBuiltInDayFormat(id);
}

FontReading WorkbookStyles::fontOf(std::size_t cellFormat) const
{
    if (cellFormat >= m_cellFormats.size())
        return {};
    const std::size_t font = m_cellFormats[cellFormat].font;
    return font < m_fonts.size() ? m_fonts[font] : FontReading{};
}

} // namespace banhang::client
