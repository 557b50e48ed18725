#include "client/ctl/csv_table.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>

#include <fmt/format.h>
#include <openssl/sha.h>
#include <orcus/csv_parser.hpp>

#include "client/ctl/exit_code.h"
#include "common/vn/utf8.h"

namespace banhang::client {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

struct CellCollector
{
    std::vector<std::vector<std::string>> rows;

    void begin_parse() {}
    void end_parse() {}
    void begin_row() { rows.emplace_back(); }
    void end_row() {}
    void cell(const char* text, std::size_t length, bool /*transient*/) { rows.back().emplace_back(text, length); }
};

// The parser takes a carriage return for a part of the cell before it, and refuses one behind a closing quote.
std::string withUnixLines(std::string_view content)
{
    std::string text;
    text.reserve(content.size());
    for (std::size_t at = 0; at < content.size(); ++at) {
        if (content[at] != '\r' || content.substr(at + 1, 1) != "\n")
            text += content[at];
    }
    return text;
}

char separatorOf(std::string_view content)
{
    const std::string_view header = content.substr(0, content.find('\n'));
    char best = ',';
    for (const char candidate : {',', ';', '\t'}) {
        if (std::count(header.begin(), header.end(), candidate) > std::count(header.begin(), header.end(), best))
            best = candidate;
    }
    return best;
}

std::string sha256Hex(std::string_view content)
{
    std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
    SHA256(reinterpret_cast<const unsigned char*>(content.data()), content.size(), digest.data());
    std::string text;
    for (const unsigned char byte : digest)
        text += fmt::format("{:02x}", byte);
    return text;
}

bool isBlank(const std::vector<std::string>& row)
{
    return std::all_of(row.begin(), row.end(), [](const std::string& cell) { return vn::trim(cell).empty(); });
}

} // namespace

CsvTable parseCsv(std::string_view content, const std::string& name)
{
    CsvTable table;
    table.digest = sha256Hex(content);
    if (content.starts_with(kByteOrderMark))
        content.remove_prefix(kByteOrderMark.size());
    if (vn::toNfc(content).find(kReplacement) != std::string::npos && content.find(kReplacement) == content.npos)
        throw UsageError(fmt::format("{}: not UTF-8 text; save it as \"CSV UTF-8\" first", name));

    const std::string text = withUnixLines(content);
    orcus::csv::parser_config config;
    config.delimiters.push_back(separatorOf(text));
    config.text_qualifier = '"';
    CellCollector cells;
    try {
        orcus::csv_parser<CellCollector>(text.data(), text.size(), cells, config).parse();
    } catch (const std::exception& fault) {
        throw UsageError(fmt::format("{}: not CSV after line {}: {}", name, cells.rows.size(), fault.what()));
    }

    std::size_t line = 0;
    for (auto& row : cells.rows) {
        ++line;
        if (isBlank(row))
            continue;
        if (table.header.empty()) {
            for (const auto& title : row)
                table.header.push_back(vn::tidy(title));
            continue;
        }
        if (row.size() > table.header.size() &&
            !std::all_of(row.begin() + static_cast<std::ptrdiff_t>(table.header.size()), row.end(),
                         [](const std::string& cell) { return cell.empty(); }))
            throw UsageError(
                fmt::format("{}: row {} has {} cells, the header {}", name, line, row.size(), table.header.size()));
        row.resize(table.header.size());
        table.rows.push_back(std::move(row));
    }
    if (table.header.empty())
        throw UsageError(fmt::format("{}: the file is empty", name));
    return table;
}

CsvTable readCsv(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    if (!in)
        throw UsageError(fmt::format("{}: cannot be opened", file.string()));
    std::ostringstream content;
    content << in.rdbuf();
    return parseCsv(content.str(), file.string());
}

std::string csvLine(const std::vector<std::string>& cells)
{
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0)
            line += ',';
        const std::string& cell = cells[i];
        if (cell.find_first_of(",;\t\"\r\n") == std::string::npos) {
            line += cell;
            continue;
        }
        line += '"';
        for (const char c : cell)
            line.append(c == '"' ? 2 : 1, c);
        line += '"';
    }
    return line;
}

} // namespace banhang::client
