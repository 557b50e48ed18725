#include "client/sheets/xml_reader.h"

#include <orcus/sax_parser.hpp>

#include "common/error.h"

namespace banhang::client {

namespace {

/// Elements between two looks at the wish to stop: some milliseconds.
constexpr unsigned kTellEvery = 4096;

/// All that the parser tells of.
class Handler
{
public:
    Handler(XmlListener& listener, const ReadingPart& part, std::size_t size)
        : m_listener(listener), m_part(part), m_size(static_cast<double>(size))
    {
    }

    // NOLINTBEGIN(readability-identifier-naming): so the parser calls them
    [[noreturn]] void doctype(const orcus::sax::doctype_declaration& /*declaration*/)
    {
        throw AppError(ErrorCode::Invalid, "sheet.damaged");
    }
    // Attributes come before the element that they belong to; those of <?xml … ?> belong to none.
    void start_declaration(std::string_view /*name*/) {}
    void end_declaration(std::string_view /*name*/) { m_attributes.clear(); }
    void attribute(std::string_view /*name*/, std::string_view /*value*/) {}
    void attribute(const orcus::sax::parser_attribute& attribute) { m_attributes.add(attribute.name, attribute.value); }
    void start_element(const orcus::sax::parser_element& element)
    {
        if (++m_elements % kTellEvery == 0)
            m_part.tellShare(static_cast<double>(element.end_pos) / m_size);
        m_listener.onOpen(element.name, m_attributes);
        m_attributes.clear();
    }
    void end_element(const orcus::sax::parser_element& element) { m_listener.onClose(element.name); }
    void characters(std::string_view text, bool /*transient*/) { m_listener.onText(text); }
    // NOLINTEND(readability-identifier-naming)

private:
    XmlListener& m_listener;
    const ReadingPart& m_part;
    double m_size;
    unsigned m_elements = 0;
    XmlAttributes m_attributes;
};

} // namespace

void readXml(std::string_view xml, XmlListener& listener, const ReadingPart& part)
{
    Handler handler(listener, part, xml.size());
    try {
        orcus::sax_parser<Handler>(xml.data(), xml.size(), handler).parse();
    } catch (const AppError&) {
        throw;
    } catch (const std::exception&) {
        // The parser's reasons speak of bytes and brackets; nobody can mend those.
        throw AppError(ErrorCode::Invalid, "sheet.damaged");
    }
}

} // namespace banhang::client
