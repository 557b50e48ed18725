#include "client/imports/step_bar.h"

#include <QPainter>

#include "client/ui/look/control_painter.h"
#include "client/ui/look/icon.h"
#include "client/ui/look/look.h"
#include "client/ui/look/text_style.h"
#include "client/ui/look/theme.h"

namespace banhang::client {

namespace {

constexpr int kCircle = 20;
constexpr int kGap = 7;
constexpr int kArrow = 14;
constexpr int kArrowGap = 10;
constexpr int kTail = 28; // what follows is no step

QFont wordFont(bool isCurrent)
{
    return textFont(TextSize::Body, isCurrent ? TextWeight::Strong : TextWeight::Regular);
}

/// As wide as when it is the present one, so that nothing moves.
int wordWidth(const QString& step)
{
    return QFontMetrics(wordFont(true)).horizontalAdvance(step);
}

} // namespace

StepBar::StepBar(const QStringList& steps, QWidget* parent) : QWidget(parent), m_steps(steps)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setCurrent(0);
    connect(&Look::instance(), &Look::changed, this, [this] { updateGeometry(); });
}

void StepBar::setCurrent(int step)
{
    m_current = step;
    setAccessibleName(
        tr("Step %1 of %2: %3").arg(QString::number(step + 1), QString::number(m_steps.size()), m_steps[step]));
    update();
}

int StepBar::widthOf(bool hasWords) const
{
    int width = kTail;
    for (int i = 0; i < m_steps.size(); ++i) {
        width += scaled(kCircle);
        if (hasWords || i == m_current)
            width += kGap + wordWidth(m_steps[i]);
        if (i + 1 < m_steps.size())
            width += 2 * kArrowGap + scaled(kArrow);
    }
    return width;
}

QSize StepBar::sizeHint() const
{
    return {widthOf(true), std::max(scaled(kCircle), QFontMetrics(wordFont(true)).height()) + 2};
}

QSize StepBar::minimumSizeHint() const
{
    return {widthOf(false), sizeHint().height()};
}

void StepBar::paintEvent(QPaintEvent*)
{
    const Theme& t = theme();
    QPainter painter(this);
    const bool hasWords = width() >= widthOf(true);
    const int circle = scaled(kCircle);
    int x = 0;
    for (int i = 0; i < m_steps.size(); ++i) {
        const bool isDone = i < m_current;
        const bool isCurrent = i == m_current;
        const QRect mark(x, (height() - circle) / 2, circle, circle);
        paintFrame(painter, mark,
                   {.fill = isCurrent ? t.accent
                            : isDone  ? t.okBg
                                      : QColor(),
                    .line = isCurrent || isDone ? QColor() : t.input,
                    .radius = circle / 2.0});
        if (isDone) {
            Icon::paint(painter, QStringLiteral("check"), t.ok, mark, scaled(13));
        } else {
            painter.setFont(textFont(TextSize::Small, TextWeight::Strong));
            painter.setPen(isCurrent ? t.onAccent : t.text2);
            painter.drawText(mark, Qt::AlignCenter, QString::number(i + 1));
        }
        x += circle;
        if (hasWords || isCurrent) {
            const QRect words(x + kGap, 0, wordWidth(m_steps[i]), height());
            painter.setFont(wordFont(isCurrent));
            painter.setPen(isCurrent || isDone ? t.text : t.text2);
            painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft, m_steps[i]);
            x = words.right() + 1;
        }
        if (i + 1 < m_steps.size()) {
            const QRect arrow(x + kArrowGap, 0, scaled(kArrow), height());
            Icon::paint(painter, QStringLiteral("chevron-right"), t.text3, arrow, scaled(kArrow));
            x = arrow.right() + 1 + kArrowGap;
        }
    }
}

} // namespace banhang::client
