// Days and minutes to pixels of the week grid, and back.
#pragma once

#include <QDate>
#include <QDateTime>
#include <QList>
#include <QRect>

namespace banhang::client {

/// One column: a day, or one person's day where people stand side by side.
struct GridColumn
{
    QDate day{};
    qint64 person = 0; ///< 0 = all who are shown

    friend bool operator==(const GridColumn&, const GridColumn&) = default;
};

/// Units: logical pixels of the viewport. Lengths follow the text size at the time of `setSize`.
class GridGeometry
{
public:
    static constexpr int kMinutesOfDay = 24 * 60;
    static constexpr int kSnap = 15;

    void setColumns(const QList<GridColumn>& columns) { m_columns = columns; }
    void setSize(const QSize& size, int wholeDayRows);
    void setScroll(int pixels) { m_scroll = pixels; }

    const QList<GridColumn>& columns() const { return m_columns; }
    int gutter() const { return m_gutter; }
    int headHeight() const { return m_headHeight; }
    int rowHeight() const { return m_rowHeight; }
    int wholeDayHeight() const { return m_wholeDayHeight; }
    /// Where the hours begin.
    int bodyTop() const { return m_headHeight + m_wholeDayHeight; }
    int hourHeight() const { return m_hourHeight; }
    /// Of all hours together.
    int contentHeight() const { return 24 * m_hourHeight; }
    /// From top to bottom of the viewport.
    QRect column(int index) const;
    /// Between two columns of the same day, in the strip of whole days.
    QRect wholeDayRect(int first, int last, int row) const;
    int yOf(int minute) const { return bodyTop() - m_scroll + minute * m_hourHeight / 60; }
    QRect blockRect(int column, int startMinute, int endMinute, int depth) const;

    /// -1 in the gutter.
    int columnAt(int x) const;
    /// Of the day, cut at its ends.
    int minuteAt(int y) const;
    /// The quarter of an hour at that point; invalid left of the columns.
    QDateTime momentAt(const QPoint& point) const;
    /// -1 when there is none.
    int columnOf(const QDate& day, qint64 person = 0) const;

private:
    static double weight(const GridColumn& column);

    QList<GridColumn> m_columns;
    QList<int> m_edges; ///< of the columns, one more than they are
    QSize m_size;
    int m_gutter = 0;
    int m_headHeight = 0;
    int m_rowHeight = 0;
    int m_wholeDayHeight = 0;
    int m_hourHeight = 1;
    int m_scroll = 0;
};

} // namespace banhang::client
