#include "client/worklists/list_paper.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPagedPaintDevice>
#include <QPainter>

#include <algorithm>

#include "client/ui/look/text_style.h"
#include "client/ui/look/theme.h"

namespace banhang::client {

namespace {

constexpr double kPointsPerInch = 72;
constexpr double kTitlePoints = 14;
constexpr double kBodyPoints = 8.5;
constexpr double kGapPoints = 4;
constexpr double kLinePoints = 0.5;

/// The pages of one list on one device.
class Paper
{
public:
    Paper(const PaperList& list, QPagedPaintDevice& device)
        : m_list(list),
          m_device(device),
          m_painter(&device),
          m_unit(device.logicalDpiY() / kPointsPerInch),
          m_title(font(kTitlePoints, QFont::DemiBold)),
          m_strong(font(kBodyPoints, QFont::DemiBold)),
          m_body(font(kBodyPoints, QFont::Normal)),
          m_lineHeight(QFontMetricsF(m_body, &device).height()),
          m_width(m_painter.viewport().width()),
          m_height(m_painter.viewport().height())
    {
        int shares = 0;
        for (const auto& column : list.columns)
            shares += column.share;
        for (const auto& column : list.columns)
            m_widths.append(m_width * column.share / std::max(1, shares));
    }

    int paintAll()
    {
        // Twice: the foot says how many pages there are.
        m_isCounting = true;
        m_pages = paintPages();
        m_isCounting = false;
        return paintPages();
    }

private:
    static QFont font(double points, QFont::Weight weight)
    {
        QFont font(fontFamily());
        font.setPointSizeF(points);
        font.setWeight(weight);
        return font;
    }

    double gap() const { return kGapPoints * m_unit; }
    double rowHeight() const { return m_lineHeight + gap(); }

    int paintPages()
    {
        m_page = 1;
        m_y = 0;
        paintTitle();
        paintHead();
        for (const auto& row : m_list.rows) {
            if (m_y + rowHeight() > m_height - 2 * rowHeight()) {
                paintFoot();
                if (!m_isCounting)
                    m_device.newPage();
                ++m_page;
                m_y = 0;
                paintHead();
            }
            paintRow(row, m_body);
        }
        if (!m_list.rest.isEmpty())
            paintLine(m_list.rest, m_strong);
        paintFoot();
        return m_page;
    }

    void draw(const QRectF& area, int flags, const QString& text, const QFont& font)
    {
        if (m_isCounting)
            return;
        m_painter.setFont(font);
        m_painter.setPen(Theme::light().text);
        m_painter.drawText(area, flags | Qt::AlignVCenter,
                           QFontMetricsF(font, &m_device).elidedText(text, Qt::ElideRight, area.width()));
    }

    void paintLine(const QString& text, const QFont& font)
    {
        const double height = QFontMetricsF(font, &m_device).height() + gap();
        draw({0, m_y, m_width, height}, Qt::AlignLeft, text, font);
        m_y += height;
    }

    void paintTitle()
    {
        paintLine(m_list.title, m_title);
        if (!m_list.conditions.isEmpty())
            paintLine(m_list.conditions, m_body);
        m_y += gap();
    }

    void paintRow(const QStringList& cells, const QFont& font)
    {
        double x = 0;
        for (int column = 0; column < m_widths.size(); ++column) {
            draw({x, m_y, m_widths[column] - gap(), rowHeight()},
                 m_list.columns[column].isFigure ? Qt::AlignRight : Qt::AlignLeft, cells.value(column), font);
            x += m_widths[column];
        }
        m_y += rowHeight();
        rule(m_y);
    }

    void paintHead()
    {
        QStringList titles;
        for (const auto& column : m_list.columns)
            titles.append(column.title);
        paintRow(titles, m_strong);
        rule(m_y - kLinePoints * m_unit); // twice as thick
    }

    void rule(double y)
    {
        if (m_isCounting)
            return;
        m_painter.setPen(QPen(Theme::light().border, kLinePoints * m_unit));
        m_painter.drawLine(QPointF(0, y), QPointF(m_width, y));
    }

    void paintFoot()
    {
        const QRectF area(0, m_height - rowHeight(), m_width, rowHeight());
        draw(area, Qt::AlignLeft, m_list.made, m_body);
        draw(area, Qt::AlignRight,
             QCoreApplication::translate("ListPaper", "Page %1 of %2").arg(m_page).arg(std::max(m_page, m_pages)),
             m_body);
    }

    const PaperList& m_list;
    QPagedPaintDevice& m_device;
    QPainter m_painter;
    double m_unit;
    QFont m_title;
    QFont m_strong;
    QFont m_body;
    double m_lineHeight;
    double m_width;
    double m_height;
    QList<double> m_widths;
    double m_y = 0;
    int m_page = 1;
    int m_pages = 0;
    bool m_isCounting = false;
};

} // namespace

int paint(const PaperList& list, QPagedPaintDevice& device)
{
    return Paper(list, device).paintAll();
}

} // namespace banhang::client
