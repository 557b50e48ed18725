#include "client/sheets/text_reader.h"

#include <algorithm>
#include <array>
#include <vector>

#include <orcus/csv_parser.hpp>

#include "common/error.h"
#include "common/sheets/sheet_writer.h"
#include "common/vn/legacy_text.h"
#include "common/vn/utf8.h"

namespace banhang::client {

namespace {

constexpr std::size_t kMaxCells = 8'000'000;
constexpr int kMaxColumns = 512;
/// As many as a sheet has: what is longer is no list, and its blank lines would cost memory too.
constexpr int kMaxRows = 1'048'576;
constexpr std::size_t kSampleLines = 20;
/// Cells between two looks at the wish to stop.
constexpr std::size_t kTellEvery = 1024;
constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
constexpr std::string_view kUtf16Little = "\xFF\xFE";
constexpr std::string_view kUtf16Big = "\xFE\xFF";

/// Too many cells, told through a parser that knows only its own errors.
struct TooManyCells
{
};

struct CellCollector
{
    SheetTable& table;
    std::string_view text;
    SheetReading& reading;
    int row = -1;
    int column = 0;
    std::size_t cells = 0;

    // NOLINTBEGIN(readability-identifier-naming): so the parser calls them
    void begin_parse() {}
    void end_parse() {}
    void begin_row()
    {
        if (++row >= kMaxRows)
            throw TooManyCells{};
        column = 0;
    }
    void end_row() {}
    // NOLINTEND(readability-identifier-naming)
    void cell(const char* content, std::size_t length, bool isTransient)
    {
        if (++cells > kMaxCells)
            throw TooManyCells{};
        if (cells % kTellEvery == 0) {
            reading.tellRows(row);
            if (!isTransient)
                reading.tellShare(static_cast<double>(content - text.data()) / static_cast<double>(text.size()));
        }
        if (length > 0 && column < kMaxColumns)
            table.put(row, column, SheetCellKind::Text, sheets::fused(vn::toNfc({content, length})));
        ++column;
    }
};

/// The parser takes a carriage return for a part of the cell before it, and refuses one behind a closing quote.
std::string withUnixLines(std::string_view content)
{
    std::string text;
    text.reserve(content.size());
    for (std::size_t at = 0; at < content.size(); ++at) {
        if (content[at] != '\r')
            text += content[at];
        else if (content.substr(at + 1, 1) != "\n")
            text += '\n';
    }
    return text;
}

bool isUtf8(std::string_view bytes)
{
    constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t start = at;
        if (vn::nextCodePoint(bytes, at) == 0xFFFD && bytes.substr(start, kReplacement.size()) != kReplacement)
            return false;
    }
    return true;
}

/// Every second byte of Western text in UTF-16 is zero; no text of one byte a letter has any.
bool looksLikeUtf16(std::string_view bytes, bool bigEndian)
{
    const std::string_view sample = bytes.substr(0, 1000);
    std::size_t zeros = 0;
    for (std::size_t at = bigEndian ? 0 : 1; at < sample.size(); at += 2)
        zeros += sample[at] == '\0' ? 1 : 0;
    return sample.size() >= 4 && zeros * 4 > sample.size();
}

TextEncoding encodingOf(vn::LegacyEncoding encoding)
{
    switch (encoding) {
    case vn::LegacyEncoding::Tcvn3:
        return TextEncoding::Tcvn3;
    case vn::LegacyEncoding::Vni:
        return TextEncoding::Vni;
    case vn::LegacyEncoding::Windows1258:
        return TextEncoding::Windows1258;
    case vn::LegacyEncoding::None:
        break;
    }
    return TextEncoding::Windows1252;
}

std::string decoded(std::string_view bytes, TextEncoding& encoding)
{
    encoding = TextEncoding::Utf16;
    if (bytes.starts_with(kUtf16Little) || bytes.starts_with(kUtf16Big))
        return vn::fromUtf16(bytes.substr(2), bytes.starts_with(kUtf16Big));
    if (looksLikeUtf16(bytes, false) || looksLikeUtf16(bytes, true))
        return vn::fromUtf16(bytes, looksLikeUtf16(bytes, true));
    encoding = TextEncoding::Utf8;
    if (bytes.starts_with(kUtf8Mark))
        return std::string(bytes.substr(kUtf8Mark.size()));
    if (isUtf8(bytes))
        return std::string(bytes);
    const vn::LegacyEncoding legacy = vn::detectBytes(bytes);
    encoding = encodingOf(legacy);
    return vn::fromBytes(legacy, bytes);
}

constexpr std::string_view kSeparators = ",;\t|";

/// How often each separator stands outside of quotes, line by line.
std::vector<std::array<int, kSeparators.size()>> separatorsOfLines(std::string_view text)
{
    std::vector<std::array<int, kSeparators.size()>> lines(1);
    bool isQuoted = false;
    bool isBlank = true;
    for (const char c : text) {
        isQuoted = isQuoted != (c == '"');
        if (c == '\n' && !isQuoted) {
            if (lines.size() == kSampleLines)
                break;
            if (!isBlank)
                lines.emplace_back();
            isBlank = true;
            continue;
        }
        isBlank = false;
        if (const auto at = kSeparators.find(c); at != std::string_view::npos && !isQuoted)
            ++lines.back()[at];
    }
    if (isBlank && lines.size() > 1)
        lines.pop_back();
    return lines;
}

/// The one that most lines have, and as often as the others; the more often the better.
char separatorOf(std::string_view text)
{
    const auto lines = separatorsOfLines(text);
    char best = ',';
    double bestScore = 0;
    for (std::size_t i = 0; i < kSeparators.size(); ++i) {
        int lowest = lines.front()[i];
        int sum = 0;
        for (const auto& line : lines) {
            lowest = std::min(lowest, line[i]);
            sum += line[i];
        }
        const double score = lowest * 100.0 + static_cast<double>(sum) / static_cast<double>(lines.size());
        if (score > bestScore) {
            best = kSeparators[i];
            bestScore = score;
        }
    }
    return best;
}

[[noreturn]] void refuseFromLine(int line)
{
    throw AppError(ErrorCode::Invalid, "sheet.not_csv", {{"line", std::to_string(line)}});
}

/// A quotation mark at the start of a cell that none ends would make one cell of all that follows. Throws.
void checkQuotes(std::string_view text, char separator)
{
    int line = 1;
    int openedIn = 0; // line; 0 = not between quotation marks
    bool isCellStart = true;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        line += c == '\n' ? 1 : 0;
        if (openedIn == 0) {
            openedIn = isCellStart && c == '"' ? line : 0;
            isCellStart = c == separator || c == '\n' || c == '\r';
        } else if (c == '"') {
            if (text.substr(at + 1, 1) == "\"")
                ++at;
            else
                openedIn = 0;
        }
    }
    if (openedIn != 0)
        refuseFromLine(openedIn);
}

void parse(std::string_view text, char separator, SheetTable& table, SheetReading& reading)
{
    checkQuotes(text, separator);

    orcus::csv::parser_config config;
    config.delimiters.push_back(separator);
    config.text_qualifier = '"';
    CellCollector cells{table, text, reading};
    try {
        orcus::csv_parser<CellCollector>(text.data(), text.size(), cells, config).parse();
    } catch (const AppError&) {
        throw;
    } catch (const TooManyCells&) {
        throw AppError(ErrorCode::Invalid, "sheet.too_many_cells");
    } catch (const std::exception&) {
        refuseFromLine(cells.row + 1);
    }
    table.trim();
}

} // namespace

TextSheet readTextSheet(std::string_view bytes, SheetReading& reading)
{
    TextSheet sheet;
    const std::string text = withUnixLines(decoded(bytes, sheet.encoding));
    std::string_view rest = text;
    if (rest.starts_with("sep=") && rest.size() > 5 && rest[5] == '\n') {
        sheet.separator = rest[4];
        rest.remove_prefix(6);
    } else {
        sheet.separator = separatorOf(rest);
    }
    parse(rest, sheet.separator, sheet.table, reading);
    return sheet;
}

SheetTable readPastedCells(std::string_view utf8, SheetReading& reading)
{
    SheetTable table;
    parse(withUnixLines(utf8), '\t', table, reading);
    return table;
}

std::string_view encodingName(TextEncoding encoding)
{
    constexpr std::array<std::string_view, 6> kNames{"utf8", "utf16", "windows1258", "tcvn3", "vni", "windows1252"};
    return kNames[static_cast<std::size_t>(encoding)];
}

} // namespace banhang::client
