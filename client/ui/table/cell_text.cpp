#include "client/ui/table/cell_text.h"

#include <QPainter>

namespace banhang::client {

namespace {
// Some screens full; beyond, the whole cache goes, which costs one slow paint.
constexpr qsizetype kMaxLines = 8000;

int styleKey(TextSize size, TextWeight weight)
{
    return static_cast<int>(size) * 1000 + static_cast<int>(weight);
}
} // namespace

const CellTextCache::Line& CellTextCache::line(const QString& text, TextSize size, TextWeight weight, int maxWidth)
{
    const Key key{text, styleKey(size, weight), maxWidth};
    if (auto found = m_lines.constFind(key); found != m_lines.constEnd())
        return *found;
    if (m_lines.size() >= kMaxLines)
        m_lines.clear();
    const QFont& font = fontFor(size, weight);
    const QFontMetrics metrics(font);
    const QString shown = metrics.elidedText(text, Qt::ElideRight, maxWidth);
    Line line{QStaticText(shown), metrics.horizontalAdvance(shown), shown.size() != text.size() || shown != text};
    line.text.setTextFormat(Qt::PlainText);
    line.text.prepare(QTransform(), font);
    return *m_lines.insert(key, line);
}

int CellTextCache::draw(QPainter& painter, const QRect& rect, const QString& text, const QColor& color, TextSize size,
                        TextWeight weight)
{
    if (text.isEmpty() || rect.width() <= 0)
        return 0;
    const Line& shown = line(text, size, weight, rect.width());
    painter.setFont(fontFor(size, weight));
    painter.setPen(color);
    const qreal height = shown.text.size().height();
    painter.drawStaticText(QPointF(rect.left(), rect.top() + (rect.height() - height) / 2), shown.text);
    return shown.width;
}

const QFont& CellTextCache::fontFor(TextSize size, TextWeight weight)
{
    auto found = m_fonts.constFind(styleKey(size, weight));
    if (found == m_fonts.constEnd())
        found = m_fonts.insert(styleKey(size, weight), textFont(size, weight));
    return *found;
}

void CellTextCache::clear()
{
    m_lines.clear();
    m_fonts.clear();
}

} // namespace banhang::client
