// The parts that a workbook's archive holds, unpacked and read one at a time.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "client/sheets/xml_reader.h"

namespace banhang::client {

class WorkbookParts
{
public:
    /// `bytes` must outlive it. Throws: AppError Invalid "sheet.damaged".
    explicit WorkbookParts(std::string_view bytes);
    ~WorkbookParts();
    WorkbookParts(const WorkbookParts&) = delete;
    WorkbookParts& operator=(const WorkbookParts&) = delete;

    /// False if there is none of that name. Throws: what readXml does.
    bool read(const std::string& name, XmlListener& listener, const ReadingPart& part) const;

private:
    struct Archive;
    std::unique_ptr<Archive> m_archive;
};

} // namespace banhang::client
