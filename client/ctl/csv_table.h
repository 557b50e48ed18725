// A CSV file as a table of texts.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace banhang::client {

/// Rows below the header. Each row has as many cells as the header.
struct CsvTable
{
    std::vector<std::string> header;
    std::vector<std::vector<std::string>> rows;
    /// SHA-256 of the file's bytes in hex; names the file in derived request ids.
    std::string digest;
};

/// Reads UTF-8 text (with or without byte order mark) separated by comma, semicolon or tab, whichever the header has
/// most of. Throws UsageError for a file that is missing, empty or not UTF-8 (old TCVN3 and VNI files are not), and
/// names the line of a row with more cells than the header; short rows are filled up.
CsvTable readCsv(const std::filesystem::path& file);

/// The same from memory. `name` is for messages.
CsvTable parseCsv(std::string_view content, const std::string& name);

/// One line of CSV, quoted where it must be, without line end.
std::string csvLine(const std::vector<std::string>& cells);

} // namespace banhang::client
