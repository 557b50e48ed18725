#include "client/ui/parts/label.h"

#include "client/ui/look/control_painter.h"
#include "client/ui/look/look.h"

#include <QPainter>

namespace banhang::client {

Label::Label(const QString& text, TextSize size, TextWeight weight, Tone tone, QWidget* parent)
    : QLabel(text, parent), m_size(size), m_weight(weight), m_tone(tone)
{
    setTextFormat(Qt::PlainText);
    setForegroundRole(QPalette::WindowText); // over the rows of a table it would take theirs, and with it their colour
    connect(&Look::instance(), &Look::changed, this, &Label::applyLook);
    applyLook();
}

Label::Label(QWidget* parent) : Label(QString(), TextSize::Body, TextWeight::Regular, Tone::Normal, parent) {}

void Label::setTone(Tone tone)
{
    m_tone = tone;
    applyLook();
}

void Label::setWeight(TextWeight weight)
{
    m_weight = weight;
    applyLook();
}

void Label::setElided(bool isElided)
{
    m_isElided = isElided;
    updateGeometry();
    update();
}

void Label::applyLook()
{
    setFont(textFont(m_size, m_weight));
    QPalette colors = palette();
    colors.setColor(foregroundRole(), theme().tone(m_tone));
    colors.setColor(QPalette::Link, theme().accent);
    setPalette(colors);
    if (textFormat() == Qt::RichText) {
        // Links took their colour when the text was set.
        const QString html = text();
        setText({});
        setText(html);
    }
}

QSize Label::minimumSizeHint() const
{
    const QSize size = QLabel::minimumSizeHint();
    return m_isElided ? QSize(std::min(size.width(), fontMetrics().averageCharWidth() * 6), size.height()) : size;
}

void Label::paintEvent(QPaintEvent* event)
{
    if (!m_isElided)
        return QLabel::paintEvent(event);
    const QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, contentsRect().width());
    setToolTip(shown == text() ? QString() : text());
    QPainter painter(this);
    painter.setPen(theme().tone(m_tone));
    painter.drawText(contentsRect(), int(alignment()) | Qt::TextSingleLine, shown);
}

Pane::Pane(Ground ground, QWidget* parent) : QFrame(parent), m_ground(ground) {}

void Pane::setEdges(int edges)
{
    m_edges = edges;
    update();
}

void Pane::paintEvent(QPaintEvent*)
{
    const Theme& t = theme();
    const QColor grounds[] = {t.window, t.base, t.alt, t.accentBg};
    const QColor ground = grounds[static_cast<size_t>(m_ground)];
    QPainter painter(this);
    if (m_edges == static_cast<int>(Edge::Box))
        return paintFrame(painter, rect(), {.fill = ground, .line = t.border, .radius = 3});
    painter.fillRect(rect(), ground);
    if (m_ground == Ground::Chosen)
        painter.fillRect(snapped(painter, QRect(0, 0, 3, height())), t.accent);
    constexpr std::pair<Edge, Qt::Edge> kEdges[] = {{Edge::Top, Qt::TopEdge},
                                                    {Edge::Right, Qt::RightEdge},
                                                    {Edge::Bottom, Qt::BottomEdge},
                                                    {Edge::Left, Qt::LeftEdge}};
    for (const auto& [mine, theirs] : kEdges) {
        if (m_edges & static_cast<int>(mine))
            paintHairline(painter, rect(), theirs, t.border);
    }
}

} // namespace banhang::client
