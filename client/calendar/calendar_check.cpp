#include "client/calendar/calendar_check.h"

#include <QPainter>

#include "client/ui/look/icon.h"
#include "client/ui/look/text_style.h"
#include "client/ui/look/theme.h"

namespace banhang::client {

namespace {

constexpr int kBox = 15;
constexpr int kMargin = 12;
constexpr int kGap = 8;
constexpr int kRadius = 3;

} // namespace

CalendarCheck::CalendarCheck(const QString& text, QWidget* parent) : QAbstractButton(parent)
{
    setText(text);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    tellName();
}

void CalendarCheck::setColor(const QColor& color)
{
    m_color = color;
    update();
}

void CalendarCheck::setCount(int count)
{
    m_count = count;
    tellName();
    update();
}

void CalendarCheck::tellName()
{
    setAccessibleName(tr("Calendar of %1, %Ln entries", nullptr, m_count).arg(text()));
    setToolTip(text());
}

QSize CalendarCheck::sizeHint() const
{
    const QFontMetrics metrics(textFont(TextSize::Body));
    return {2 * kMargin + scaled(kBox) + kGap + metrics.horizontalAdvance(text()),
            std::max(scaled(24), metrics.height() + 6)};
}

void CalendarCheck::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    if (underMouse())
        painter.fillRect(rect(), theme().hover);
    const int side = scaled(kBox);
    const QRect box(kMargin, (height() - side) / 2, side, side);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(isChecked() ? m_color : theme().input, 1));
    painter.setBrush(isChecked() ? QBrush(m_color) : QBrush(theme().base));
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
    if (isChecked())
        Icon::paint(painter, QStringLiteral("check"), theme().base, box, side - scaled(3));
    painter.setRenderHint(QPainter::Antialiasing, false);
    const QFont font = textFont(TextSize::Body);
    const QFontMetrics metrics(font);
    painter.setFont(font);
    painter.setPen(theme().text2);
    const QString count = QString::number(m_count);
    const int left = box.right() + kGap;
    const int right = width() - kMargin - metrics.horizontalAdvance(count);
    painter.drawText(QRect(right, 0, width() - kMargin - right, height()), Qt::AlignVCenter | Qt::AlignRight, count);
    painter.setPen(theme().text);
    painter.drawText(QRect(left, 0, right - kGap - left, height()), Qt::AlignVCenter | Qt::AlignLeft,
                     metrics.elidedText(text(), Qt::ElideRight, right - kGap - left));
    if (hasFocus()) {
        painter.setPen(QPen(theme().accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
}

} // namespace banhang::client
