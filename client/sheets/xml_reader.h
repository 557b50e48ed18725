// The XML of a workbook's parts, element by element, without building a tree.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace banhang::client {

/// Attributes of one element; names without prefix.
class XmlAttributes
{
public:
    void clear() { m_list.clear(); }
    void add(std::string_view name, std::string_view value) { m_list.emplace_back(name, value); }
    /// Empty if there is none of that name.
    std::string_view operator[](std::string_view name) const
    {
        for (const auto& [key, value] : m_list)
            if (key == name)
                return value;
        return {};
    }

private:
    std::vector<std::pair<std::string, std::string>> m_list;
};

/// Told of elements in the order of the text; names without prefix.
class XmlListener
{
public:
    virtual ~XmlListener() = default;
    virtual void onOpen(std::string_view name, const XmlAttributes& attributes) = 0;
    virtual void onClose(std::string_view name) = 0;
    virtual void onText(std::string_view text) = 0;
};

/// Throws: AppError Invalid "sheet.damaged" for what is no XML, and for a document type: a workbook has none, and
/// entities are how XML makes bombs. What the listener throws passes.
void readXml(std::string_view xml, XmlListener& listener);

} // namespace banhang::client
