// The cells of one sheet as texts, held compactly: a hundred thousand rows must leave room for all else.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace banhang::client {

enum class SheetCellKind : std::uint8_t {
    Empty,
    Text,
    Number, ///< the shortest digits that mean it: "106697817", "1.5"
    Date,   ///< "18/11/2026"
    Bool,   ///< "1", "0"
};

struct SheetCell
{
    SheetCellKind kind = SheetCellKind::Empty;
    std::string_view text; ///< NFC; valid as long as the table
};

/// Rows may be filled in any order. Owner of all texts. Units: rows and columns from 0.
class SheetTable
{
public:
    int rowCount() const { return static_cast<int>(m_rows.size()); }
    /// Of the widest row.
    int columnCount() const { return m_columns; }
    /// Empty beyond the edges.
    SheetCell cell(int row, int column) const;
    bool isBlank(int row) const;

    /// Throws: AppError Invalid "sheet.too_many_cells" where the rows, as wide as each one is, would have too many
    /// places.
    void put(int row, int column, SheetCellKind kind, std::string_view text);
    /// Keeps a text that many cells will share.
    struct Kept
    {
        std::uint32_t offset = 0;
        std::uint32_t length = 0;
    };
    Kept keep(std::string_view text);
    void put(int row, int column, SheetCellKind kind, Kept text);
    /// Kind and text of a cell, to be put elsewhere too; beyond the edges Empty.
    std::pair<SheetCellKind, Kept> keptAt(int row, int column) const;
    std::string_view text(Kept kept) const { return std::string_view(m_pool).substr(kept.offset, kept.length); }
    /// Another text in the place of one.
    void replace(int row, int column, std::string_view text);
    /// Forgets the rows; texts that were kept stay.
    void clearRows();
    /// Drops rows at the end that are blank, and room that is not needed.
    void trim();

private:
    struct Place
    {
        std::uint32_t offset = 0;
        std::uint32_t length : 29 = 0;
        std::uint32_t kind : 3 = 0;
    };
    Place& placeOf(int row, int column);

    std::string m_pool;
    std::vector<std::vector<Place>> m_rows;
    int m_columns = 0;
    std::size_t m_places = 0; ///< of all rows
};

} // namespace banhang::client
