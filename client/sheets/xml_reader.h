// The XML of a workbook's parts, element by element, without building a tree.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "client/sheets/sheet_reading.h"

namespace banhang::client {

/// Attributes of one element; names without prefix.
class XmlAttributes
{
public:
    void clear() { m_list.clear(); }
    void add(std::string_view name, std::string_view value) { m_list.emplace_back(name, value); }
    /// Of several that differ in their prefix the first. Empty if there is none of that name.
    std::string_view operator[](std::string_view name) const
    {
        const auto* found = find(name);
        return found != nullptr ? std::string_view(*found) : std::string_view();
    }
    bool has(std::string_view name) const { return find(name) != nullptr; }

private:
    const std::string* find(std::string_view name) const
    {
        for (const auto& [key, value] : m_list)
            if (key == name)
                return &value;
        return nullptr;
    }

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

/// Behind the end of `xml` must be zeros that may be read.
/// Throws: AppError Invalid "sheet.damaged" for what is no XML, and for a document type: a workbook has none, and
/// entities are how XML makes bombs. What the listener and the reading throw passes.
void readXml(std::string_view xml, XmlListener& listener, const ReadingPart& part);

} // namespace banhang::client
