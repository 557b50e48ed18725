#include "client/sheets/sheet_table.h"

#include <algorithm>
#include <limits>
#include <stdexcept>

#include "common/error.h"
#include "common/vn/utf8.h"

namespace banhang::client {

namespace {

/// Twice the cells that a sheet may hold. A place takes memory though nothing stands there: a row that is repeated to
/// the end of its sheet, with one cell far to the right, would fill gigabytes from a file of a few lines.
constexpr std::size_t kMaxPlaces = 16'000'000;

} // namespace

SheetCell SheetTable::cell(int row, int column) const
{
    if (row < 0 || row >= rowCount() || column < 0)
        return {};
    const auto& places = m_rows[static_cast<std::size_t>(row)];
    if (static_cast<std::size_t>(column) >= places.size())
        return {};
    const Place& place = places[static_cast<std::size_t>(column)];
    return {static_cast<SheetCellKind>(place.kind), std::string_view(m_pool).substr(place.offset, place.length)};
}

std::pair<SheetCellKind, SheetTable::Kept> SheetTable::keptAt(int row, int column) const
{
    if (cell(row, column).kind == SheetCellKind::Empty)
        return {};
    const Place& place = m_rows[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)];
    return {static_cast<SheetCellKind>(place.kind), {place.offset, place.length}};
}

bool SheetTable::isBlank(int row) const
{
    for (int column = 0; column < m_columns; ++column)
        if (!vn::trim(cell(row, column).text).empty())
            return false;
    return true;
}

void SheetTable::put(int row, int column, SheetCellKind kind, std::string_view text)
{
    put(row, column, kind, keep(text));
}

SheetTable::Kept SheetTable::keep(std::string_view text)
{
    if (m_pool.size() + text.size() > std::numeric_limits<std::uint32_t>::max())
        throw std::length_error("a sheet of more than four gigabytes");
    const auto offset = static_cast<std::uint32_t>(m_pool.size());
    m_pool += text;
    return {offset, static_cast<std::uint32_t>(text.size())};
}

void SheetTable::put(int row, int column, SheetCellKind kind, Kept text)
{
    Place& place = placeOf(row, column);
    place.offset = text.offset;
    place.length = text.length & 0x1FFFFFFFU;
    place.kind = static_cast<std::uint32_t>(kind) & 7U;
}

void SheetTable::replace(int row, int column, std::string_view text)
{
    put(row, column, cell(row, column).kind, text);
}

void SheetTable::clearRows()
{
    m_rows.clear();
    m_columns = 0;
    m_places = 0;
}

void SheetTable::trim()
{
    while (!m_rows.empty() && isBlank(rowCount() - 1))
        m_rows.pop_back();
    for (auto& row : m_rows)
        row.shrink_to_fit();
    m_rows.shrink_to_fit();
    m_pool.shrink_to_fit();
}

SheetTable::Place& SheetTable::placeOf(int row, int column)
{
    if (row >= rowCount())
        m_rows.resize(static_cast<std::size_t>(row) + 1);
    auto& places = m_rows[static_cast<std::size_t>(row)];
    const std::size_t wanted = static_cast<std::size_t>(column) + 1;
    if (wanted > places.size()) {
        m_places += wanted - places.size();
        if (m_places > kMaxPlaces)
            throw AppError(ErrorCode::Invalid, "sheet.too_many_cells");
        places.resize(wanted);
    }
    m_columns = std::max(m_columns, column + 1);
    return places[static_cast<std::size_t>(column)];
}

} // namespace banhang::client
