#include "client/ui/parts/tab_bar.h"

#include "client/ui/look/control_painter.h"
#include "client/ui/look/look.h"
#include "client/ui/look/text_style.h"

#include <QPainter>
#include <QVariant>

namespace banhang::client {

namespace {

constexpr int kPadding = 8;
constexpr int kGap = 5;
constexpr int kUnderline = 2;

int countWidth(int count)
{
    return count < 0 ? 0 : kGap + QFontMetrics(textFont(TextSize::Second)).horizontalAdvance(QString::number(count));
}

} // namespace

TabBar::TabBar(QWidget* parent) : QTabBar(parent)
{
    setDrawBase(false);
    setExpanding(false);
    setUsesScrollButtons(true);
    setElideMode(Qt::ElideNone);
    setMouseTracking(true);
    connect(&Look::instance(), &Look::changed, this, [this] { updateGeometry(); });
}

void TabBar::setCount(int tab, int count)
{
    setTabData(tab, count < 0 ? QVariant() : QVariant(count));
    setAccessibleTabName(tab, count < 0 ? tabText(tab) : QStringLiteral("%1, %2").arg(tabText(tab)).arg(count));
    updateGeometry();
    update();
}

int TabBar::count(int tab) const
{
    const QVariant stored = tabData(tab);
    return stored.isValid() ? stored.toInt() : -1;
}

QSize TabBar::tabSizeHint(int tab) const
{
    // As wide as when chosen, so that choosing moves nothing.
    const QFontMetrics metrics(textFont(TextSize::Body, TextWeight::Strong));
    return {metrics.horizontalAdvance(tabText(tab)) + countWidth(count(tab)) + 2 * kPadding,
            std::max(32, metrics.height() + 14)};
}

QSize TabBar::minimumTabSizeHint(int tab) const
{
    return tabSizeHint(tab);
}

void TabBar::paintEvent(QPaintEvent*)
{
    const Theme& t = theme();
    QPainter painter(this);
    paintHairline(painter, rect(), Qt::BottomEdge, t.border);
    for (int tab = 0; tab < QTabBar::count(); ++tab) {
        const QRect area = tabRect(tab);
        const bool isChosen = tab == currentIndex();
        const QFont font = textFont(TextSize::Body, isChosen ? TextWeight::Strong : TextWeight::Regular);
        QRect rest = area.adjusted(kPadding, 0, -kPadding, 0);
        painter.setFont(font);
        painter.setPen(isChosen ? t.text : t.text2);
        painter.drawText(rest, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, tabText(tab));
        rest.setLeft(rest.left() + QFontMetrics(font).horizontalAdvance(tabText(tab)) + kGap);
        if (count(tab) >= 0) {
            painter.setFont(textFont(TextSize::Second));
            painter.setPen(t.text3);
            painter.drawText(rest, Qt::AlignVCenter | Qt::AlignLeft, QString::number(count(tab)));
        }
        if (isChosen)
            painter.fillRect(
                snapped(painter, QRect(area.left(), area.bottom() + 1 - kUnderline, area.width(), kUnderline)),
                t.accent);
        if (isChosen && hasFocus())
            paintFocus(painter, area.adjusted(1, 2, -1, -4));
    }
}

} // namespace banhang::client
