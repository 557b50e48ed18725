// A list as an export writes it: everything in it that a spreadsheet likes to spoil.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "client/sheets/sheet_table.h"
#include "common/sheets/sheet_writer.h"

namespace banhang::test {

inline const std::vector<std::string>& exportTitles()
{
    static const std::vector<std::string> kTitles{"Tên khách hàng", "Mã số thuế",     "Điện thoại", "Email",
                                                  "Ngày sinh",      "Ngày thành lập", "Địa chỉ",    "Ghi chú"};
    return kTitles;
}

inline const std::vector<std::vector<sheets::SheetValue>>& exportRows()
{
    using vn::Date;
    static const std::vector<std::vector<sheets::SheetValue>> kRows{
        {"Công ty TNHH Thương mại Thiên Ân", "0106697817", "0389 333 999 / 024 3555 0178", "lan.pt@thienan.example", "",
         Date{2019, 2, 28}, "18 Duy Tân, Phường Cầu Giấy, Hà Nội", "=HYPERLINK(\"http://x.example\";\"bấm\")"},
        {"Nguyễn Thị Lệ", "0106697817-001", "0912345678", "", Date{1984, 2, 29}, "", "", "hai\ndòng & <thẻ> \"nháy\""},
        {"Trần Văn Ẩm", "", "84912555001", "am@nha.example", Date{1890, 1, 2}, "", "", "1234567890123456789"},
        {"Đỗ Ký", "012345678901", "0205 355 5120", "", Date{2000, 1, 31}, Date{1900, 1, 1}, "3-4", "007; 1/2; +84; -5"},
        {"0", "00", "1E5", "TRUE", Date{1900, 3, 1}, Date{9999, 12, 31}, "#N/A", "'nháy đơn"}};
    return kRows;
}

inline void writeExport(const std::filesystem::path& file)
{
    sheets::SheetWriter writer(file, sheets::SheetFormat::Xlsx, exportTitles());
    for (const auto& row : exportRows())
        writer.add(row);
    writer.close();
}

/// Kind and text of each cell, by rows; "-" for an empty one.
inline std::vector<std::vector<std::string>> cellsOf(const client::SheetTable& table)
{
    using client::SheetCellKind;
    std::vector<std::vector<std::string>> rows;
    for (int row = 0; row < table.rowCount(); ++row) {
        auto& cells = rows.emplace_back();
        for (int column = 0; column < table.columnCount(); ++column) {
            const client::SheetCell cell = table.cell(row, column);
            const char* kind = cell.kind == SheetCellKind::Text     ? "text "
                               : cell.kind == SheetCellKind::Number ? "number "
                               : cell.kind == SheetCellKind::Date   ? "day "
                               : cell.kind == SheetCellKind::Bool   ? "yes/no "
                                                                    : "-";
            cells.push_back(kind + std::string(cell.text));
        }
    }
    return rows;
}

/// What exportRows() must come back as: texts as texts, days as days; those that sheets do not count alike as texts.
inline std::vector<std::vector<std::string>> exportCells()
{
    std::vector<std::vector<std::string>> rows(1);
    for (const std::string& title : exportTitles())
        rows.front().push_back("text " + title);
    for (const auto& values : exportRows()) {
        auto& cells = rows.emplace_back();
        for (const sheets::SheetValue& value : values) {
            const bool isDay = value.day != vn::Date{};
            const std::string text = isDay ? vn::formatDate(value.day) : value.text;
            const bool isCounted = isDay && value.day >= vn::Date{1900, 3, 1};
            cells.push_back(text.empty() ? "-" : (isCounted ? "day " : "text ") + text);
        }
    }
    return rows;
}

} // namespace banhang::test
