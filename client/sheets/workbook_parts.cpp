#include "client/sheets/workbook_parts.h"

#include <vector>

#include <orcus/zip_archive.hpp>
#include <orcus/zip_archive_stream.hpp>

#include "common/error.h"

namespace banhang::client {

namespace {

constexpr std::size_t kBehindTheEnd = 16;

} // namespace

struct WorkbookParts::Archive
{
    explicit Archive(std::string_view bytes)
        : stream(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()), zip(&stream)
    {
    }

    orcus::zip_archive_stream_blob stream;
    orcus::zip_archive zip;
};

WorkbookParts::WorkbookParts(std::string_view bytes) : m_archive(std::make_unique<Archive>(bytes))
{
    try {
        m_archive->zip.load();
    } catch (const std::exception&) {
        throw AppError(ErrorCode::Invalid, "sheet.damaged");
    }
}

WorkbookParts::~WorkbookParts() = default;

bool WorkbookParts::read(const std::string& name, XmlListener& listener, const ReadingPart& part) const
{
    std::vector<unsigned char> content;
    try {
        if (!m_archive->zip.read_file_entry(name, content))
            return false;
    } catch (const std::exception&) {
        throw AppError(ErrorCode::Invalid, "sheet.damaged");
    }
    // The parser looks at the letter behind the end of what breaks off in the middle of a mark.
    const std::size_t size = content.size();
    content.resize(size + kBehindTheEnd, 0);
    readXml({reinterpret_cast<const char*>(content.data()), size}, listener, part);
    return true;
}

} // namespace banhang::client
