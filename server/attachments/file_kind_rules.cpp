#include "server/attachments/file_kind_rules.h"

#include <algorithm>
#include <array>

#include "common/file_name.h"

namespace banhang::server {

namespace {

/// What Windows, macOS or Linux run, install or mount when somebody opens it; as mail programs refuse it.
constexpr auto kRefused = std::to_array<std::string_view>({"ade",       "adp",      "apk",
                                                           "app",       "appimage", "application",
                                                           "appref-ms", "bash",     "bat",
                                                           "cmd",       "chm",      "com",
                                                           "command",   "cpl",      "deb",
                                                           "desktop",   "dll",      "dmg",
                                                           "drv",       "exe",      "gadget",
                                                           "hlp",       "hta",      "ins",
                                                           "img",       "inf",      "iso",
                                                           "isp",       "jar",      "jnlp",
                                                           "js",        "jse",      "lnk",
                                                           "mde",       "msc",      "msh",
                                                           "msi",       "msix",     "msp",
                                                           "mst",       "ocx",      "pif",
                                                           "pl",        "ps1",      "ps1xml",
                                                           "psc1",      "psm1",     "py",
                                                           "pyc",       "pyw",      "reg",
                                                           "rpm",       "run",      "scf",
                                                           "scr",       "sct",      "settingcontent-ms",
                                                           "sh",        "shb",      "sys",
                                                           "url",       "vb",       "vbe",
                                                           "vbs",       "vhd",      "vhdx",
                                                           "vxd",       "website",  "wsc",
                                                           "wsf",       "wsh",      "xbap",
                                                           "xll"});

constexpr auto kMacroNames = std::to_array<std::string_view>(
    {"docm", "dotm", "potm", "ppam", "ppsm", "pptm", "sldm", "xlam", "xlsb", "xlsm", "xltm"});

/// Contents that a name may have, as bits of ContentKind.
using Contents = unsigned;

constexpr Contents bit(ContentKind kind)
{
    return 1U << static_cast<unsigned>(kind);
}
constexpr Contents kPdf = bit(ContentKind::Pdf);
constexpr Contents kImage = bit(ContentKind::Image);
constexpr Contents kZip = bit(ContentKind::Zip);
constexpr Contents kMedia = bit(ContentKind::Media) | bit(ContentKind::Other);
constexpr Contents kArchive = bit(ContentKind::Archive) | bit(ContentKind::Zip);
constexpr Contents kText = bit(ContentKind::Other) | bit(ContentKind::Empty);
/// Programs of old write pages of text or newer documents under these names.
constexpr Contents kOldOffice = bit(ContentKind::Ole) | bit(ContentKind::Zip) | bit(ContentKind::Rtf) | kText;
/// Protected by a password, today's documents lie in a container of old.
constexpr Contents kOffice = kZip | bit(ContentKind::Ole);

struct Kind
{
    std::string_view extension;
    std::string_view type;
    Contents contents;
};

constexpr auto kKinds = std::to_array<Kind>({
    {"pdf", "application/pdf", kPdf},
    {"png", "image/png", kImage},
    {"jpg", "image/jpeg", kImage},
    {"jpeg", "image/jpeg", kImage},
    {"gif", "image/gif", kImage},
    {"bmp", "image/bmp", kImage | kText},
    {"webp", "image/webp", kImage},
    {"tif", "image/tiff", kImage},
    {"tiff", "image/tiff", kImage},
    {"heic", "image/heic", kImage},
    {"svg", "image/svg+xml", kText},
    {"docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", kOffice},
    {"docm", "application/vnd.ms-word.document.macroEnabled.12", kOffice},
    {"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", kOffice},
    {"xlsm", "application/vnd.ms-excel.sheet.macroEnabled.12", kOffice},
    {"xlsb", "application/vnd.ms-excel.sheet.binary.macroEnabled.12", kOffice},
    {"pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation", kOffice},
    {"pptm", "application/vnd.ms-powerpoint.presentation.macroEnabled.12", kOffice},
    {"odt", "application/vnd.oasis.opendocument.text", kZip},
    {"ods", "application/vnd.oasis.opendocument.spreadsheet", kZip},
    {"odp", "application/vnd.oasis.opendocument.presentation", kZip},
    {"doc", "application/msword", kOldOffice},
    {"xls", "application/vnd.ms-excel", kOldOffice},
    {"ppt", "application/vnd.ms-powerpoint", kOldOffice},
    {"msg", "application/vnd.ms-outlook", bit(ContentKind::Ole)},
    {"rtf", "application/rtf", bit(ContentKind::Rtf)},
    {"txt", "text/plain", kText},
    {"csv", "text/csv", kText},
    {"xml", "application/xml", kText},
    {"json", "application/json", kText},
    {"htm", "text/html", kText},
    {"html", "text/html", kText},
    {"eml", "message/rfc822", kText},
    {"ics", "text/calendar", kText},
    {"vcf", "text/vcard", kText},
    {"zip", "application/zip", kZip},
    {"rar", "application/vnd.rar", kArchive},
    {"7z", "application/x-7z-compressed", kArchive},
    {"gz", "application/gzip", kArchive},
    {"mp3", "audio/mpeg", kMedia},
    {"m4a", "audio/mp4", kMedia},
    {"wav", "audio/wav", kMedia},
    {"ogg", "audio/ogg", kMedia},
    {"mp4", "video/mp4", kMedia},
    {"mov", "video/quicktime", kMedia},
});

const Kind* kindOf(std::string_view name)
{
    const std::string extension = fileExtension(name);
    const auto* found = std::ranges::find(kKinds, extension, &Kind::extension);
    return found == kKinds.end() ? nullptr : found;
}

} // namespace

std::string_view refusalOfName(std::string_view name)
{
    const std::string extension = fileExtension(name);
    return std::ranges::find(kRefused, extension) != kRefused.end() ? "attachment.kind_refused" : "";
}

std::string_view refusalOfContent(std::string_view name, ContentKind content)
{
    if (content == ContentKind::Program)
        return "attachment.is_program";
    const Kind* kind = kindOf(name);
    return kind == nullptr || (kind->contents & bit(content)) != 0 ? "" : "attachment.kind_differs";
}

std::string contentType(std::string_view name)
{
    const Kind* kind = kindOf(name);
    return std::string(kind == nullptr ? "application/octet-stream" : kind->type);
}

bool isMacroName(std::string_view name)
{
    const std::string extension = fileExtension(name);
    return std::ranges::find(kMacroNames, extension) != kMacroNames.end();
}

} // namespace banhang::server
