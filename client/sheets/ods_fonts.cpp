#include "client/sheets/ods_fonts.h"

#include <algorithm>

namespace banhang::client {

namespace {

/// Styles are derived from one another a few times over; more is a ring.
constexpr int kDeepest = 10;
constexpr std::string_view kDefaultStyle = "Default";

std::string unquoted(std::string_view family)
{
    std::string name(family);
    std::erase(name, '\'');
    return name;
}

} // namespace

void OdsFonts::onOpen(std::string_view name, const XmlAttributes& attributes)
{
    if (name == "font-face") {
        m_families[std::string(attributes["name"])] = unquoted(attributes["font-family"]);
    } else if (name == "style" || name == "default-style") {
        m_isOpen = attributes["family"] == "table-cell";
        if (!m_isOpen)
            return;
        // The default style, which has no name, is beneath all others.
        m_open = attributes["name"];
        m_styles[m_open].parent = attributes["parent-style-name"];
    } else if (name == "text-properties" && m_isOpen) {
        const std::string_view face = attributes["font-name"];
        const auto known = m_families.find(face);
        m_styles[m_open].font = known != m_families.end() ? known->second : std::string(face);
    }
}

void OdsFonts::onClose(std::string_view name)
{
    if (name == "style" || name == "default-style")
        m_isOpen = false;
}

FontReading OdsFonts::ofStyle(const std::string& style) const
{
    std::string name = style.empty() ? std::string(kDefaultStyle) : style;
    for (int depth = 0; depth < kDeepest; ++depth) {
        const auto found = m_styles.find(name);
        if (found == m_styles.end() || !found->second.font.empty() || name.empty())
            return found == m_styles.end() ? FontReading() : readingOfFont(found->second.font);
        name = found->second.parent;
    }
    return {};
}

} // namespace banhang::client
