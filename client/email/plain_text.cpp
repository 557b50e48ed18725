#include "client/email/plain_text.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <utility>

#include "common/vn/utf8.h"

namespace banhang::email {

namespace {

constexpr std::array<std::string_view, 4> kUnseen{"style", "script", "head", "title"};
constexpr std::array<std::string_view, 15> kBlocks{"p",  "div", "br", "tr", "li", "ul",         "ol", "table",
                                                   "h1", "h2",  "h3", "h4", "hr", "blockquote", "pre"};
constexpr std::array<std::pair<std::string_view, std::string_view>, 11> kEntities{{{"amp", "&"},
                                                                                   {"lt", "<"},
                                                                                   {"gt", ">"},
                                                                                   {"quot", "\""},
                                                                                   {"apos", "'"},
                                                                                   {"nbsp", " "},
                                                                                   {"ndash", "–"},
                                                                                   {"mdash", "—"},
                                                                                   {"hellip", "…"},
                                                                                   {"bull", "•"},
                                                                                   {"copy", "©"}}};
constexpr std::size_t kMaxEntityLength = 12;

std::string lowerAscii(std::string_view text)
{
    std::string lower(text);
    std::ranges::transform(lower, lower.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return lower;
}

/// "/div" of "</DIV class=…"
std::string nameOfTag(std::string_view inside)
{
    const auto end = inside.find_first_of(" \t\r\n/", inside.starts_with('/') ? 1 : 0);
    return lowerAscii(inside.substr(0, end));
}

class Stripper
{
public:
    explicit Stripper(std::string_view html) : m_html(html) {}

    std::string run()
    {
        while (m_at < m_html.size()) {
            const char c = m_html[m_at];
            if (c == '<')
                skipTag();
            else if (c == '&')
                takeEntity();
            else
                takeLetter(c);
        }
        while (!m_text.empty() && (m_text.back() == '\n' || m_text.back() == ' '))
            m_text.pop_back();
        return std::move(m_text);
    }

private:
    void skipTag()
    {
        if (m_html.substr(m_at).starts_with("<!--"))
            return skipTo("-->", m_at);
        const auto end = m_html.find('>', m_at);
        const bool isTag =
            m_at + 1 < m_html.size() && (std::isalpha(static_cast<unsigned char>(m_html[m_at + 1])) != 0 ||
                                         m_html[m_at + 1] == '/' || m_html[m_at + 1] == '!');
        if (!isTag || end == std::string_view::npos)
            return takeLetter('<');
        const std::string name = nameOfTag(m_html.substr(m_at + 1, end - m_at - 1));
        m_at = end + 1;
        const std::string_view bare = std::string_view(name).substr(name.starts_with('/') ? 1 : 0);
        if (std::ranges::find(kUnseen, name) != kUnseen.end())
            skipUnseen(name);
        else if (std::ranges::find(kBlocks, bare) != kBlocks.end())
            breakLine(bare == "p" || name == "/table" ? 2 : 1, bare == "br");
        else if (bare == "td" || bare == "th")
            takeSpace();
    }
    void skipUnseen(const std::string& name)
    {
        const std::string closing = "</" + name;
        for (std::size_t at = m_at; (at = m_html.find("</", at)) != std::string_view::npos; at += 2)
            if (lowerAscii(m_html.substr(at, closing.size())) == closing) {
                m_at = at;
                return skipTo(">", at);
            }
        m_at = m_html.size();
    }
    void skipTo(std::string_view mark, std::size_t from)
    {
        const auto end = m_html.find(mark, from);
        m_at = end == std::string_view::npos ? m_html.size() : end + mark.size();
    }
    void takeEntity()
    {
        const auto end = m_html.find(';', m_at);
        if (end == std::string_view::npos || end - m_at > kMaxEntityLength)
            return takeLetter('&');
        const std::string_view name = m_html.substr(m_at + 1, end - m_at - 1);
        std::string letters;
        if (name.starts_with('#')) {
            const bool isHex = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
            unsigned code = 0;
            const char* from = name.data() + (isHex ? 2 : 1);
            const char* const to = name.data() + name.size();
            if (std::from_chars(from, to, code, isHex ? 16 : 10).ptr != to || code < 0x20 || code > 0x10ffff ||
                (code >= 0xd800 && code < 0xe000))
                return takeLetter('&');
            vn::appendUtf8(letters, code == 0xa0 ? U' ' : static_cast<char32_t>(code));
        } else {
            const auto* const known = std::ranges::find(kEntities, name, [](const auto& one) { return one.first; });
            if (known == kEntities.end())
                return takeLetter('&');
            letters = known->second;
        }
        m_at = end + 1;
        if (letters == " ")
            takeSpace();
        else
            m_text += letters;
    }
    void takeLetter(char c)
    {
        ++m_at;
        if (c == ' ' || c == '\n' || c == '\r' || c == '\t')
            takeSpace();
        else
            m_text += c;
    }
    void takeSpace()
    {
        if (!m_text.empty() && m_text.back() != ' ' && m_text.back() != '\n')
            m_text += ' ';
    }
    /// At least so many line ends stand behind the text; never more than two. A <br> adds one.
    void breakLine(int wanted, bool adds)
    {
        while (!m_text.empty() && m_text.back() == ' ')
            m_text.pop_back();
        if (m_text.empty())
            return;
        int there = 0;
        while (there < 2 && m_text.size() > static_cast<std::size_t>(there) &&
               m_text[m_text.size() - 1 - there] == '\n')
            ++there;
        for (int target = adds ? std::min(2, there + 1) : wanted; there < target; ++there)
            m_text += '\n';
    }

    std::string_view m_html;
    std::size_t m_at = 0;
    std::string m_text;
};

} // namespace

std::string plainText(std::string_view html)
{
    return Stripper(html).run();
}

} // namespace banhang::email
