#include "client/calendar/block_painter.h"

#include <QPainter>

#include <algorithm>

#include "client/calendar/calendar_colors.h"
#include "client/calendar/calendar_item.h"
#include "client/ui/look/icon.h"
#include "client/ui/look/text_style.h"
#include "client/ui/look/theme.h"

namespace banhang::client {

namespace {

constexpr int kBar = 3;
constexpr int kPadding = 5;
constexpr int kTopPadding = 1;
constexpr int kRadius = 3;
constexpr int kIcon = 13;
constexpr int kIconGap = 4;

QFont timeFont()
{
    return textFont(TextSize::Second);
}

QFont titleFont(const CalendarItem& item)
{
    return textFont(TextSize::Second, item.isPlanned ? TextWeight::Strong : TextWeight::Regular);
}

QStringList iconsOf(const CalendarItem& item, bool isClash)
{
    QStringList icons;
    if (isClash)
        icons.append(QStringLiteral("triangle-alert"));
    if (item.isReminded && !isClash)
        icons.append(QStringLiteral("bell"));
    if (item.isRepeated)
        icons.append(QStringLiteral("repeat"));
    if (item.isDone)
        icons.append(QStringLiteral("check"));
    else if (!item.isPlanned)
        icons.append(QStringLiteral("x"));
    return icons;
}

QColor iconColor(const QString& icon, bool isOffline)
{
    if (isOffline)
        return theme().text2;
    if (icon == QLatin1String("triangle-alert"))
        return theme().warn;
    return icon == QLatin1String("check") ? theme().ok : theme().text2;
}

QColor groundOf(const CalendarItem& item, const BlockLook& look)
{
    if (look.isPeerChange)
        return theme().peerBg;
    if (look.isOnTint)
        return theme().base;
    return item.isPlanned && !look.isOffline ? CalendarColors::tint(look.color) : theme().alt;
}

void paintFrame(QPainter& painter, const BlockLook& look)
{
    if (!look.isClash && !look.isChosen)
        return;
    const qreal width = look.isChosen ? 2 : 1;
    painter.setPen(QPen(look.isChosen ? theme().accent : theme().warnBorder, width));
    painter.setBrush(Qt::NoBrush);
    const qreal inset = look.isChosen ? 0 : 0.5;
    painter.drawRoundedRect(QRectF(look.rect).adjusted(inset, inset, -inset, -inset), kRadius, kRadius);
}

void paintGround(QPainter& painter, const CalendarItem& item, const BlockLook& look)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    // What lies below a block of a cascade must not show through at its corners.
    painter.setBrush(groundOf(item, look));
    painter.drawRoundedRect(look.rect, kRadius, kRadius);
    const QRect bar(look.rect.left(), look.rect.top(), kBar, look.rect.height());
    painter.setBrush(look.isPeerChange ? theme().peer : look.isOffline ? theme().text3 : look.color);
    painter.drawRoundedRect(bar, 1.5, 1.5);
    painter.setRenderHint(QPainter::Antialiasing, false);
}

int paintIcons(QPainter& painter, const QStringList& icons, const QRect& line, int left, bool isOffline)
{
    const int size = scaled(kIcon);
    for (const QString& icon : icons) {
        if (left + size > line.right() + 1)
            break;
        Icon::paint(painter, icon, iconColor(icon, isOffline), QRect(left, line.top(), size, line.height()), size);
        left += size + kIconGap;
    }
    return left;
}

/// How it stands with it; the others may be looked up beside the calendar.
bool isState(const QString& icon)
{
    return icon != QLatin1String("bell") && icon != QLatin1String("repeat");
}

int iconsWidth(const QStringList& icons)
{
    return static_cast<int>(icons.size()) * (scaled(kIcon) + kIconGap);
}

} // namespace

int blockLineHeight()
{
    return QFontMetrics(timeFont()).height() - 2;
}

QStringList wrapped(const QString& text, const QFont& font, int width, int maxLines)
{
    const QFontMetrics metrics(font);
    QStringList lines;
    QString rest = text.simplified();
    while (!rest.isEmpty() && lines.size() < maxLines) {
        qsizetype end = rest.size();
        if (metrics.horizontalAdvance(rest) > width && lines.size() + 1 < maxLines) {
            end = rest.indexOf(QLatin1Char(' '));
            for (qsizetype next = end; next > 0; next = rest.indexOf(QLatin1Char(' '), next + 1)) {
                if (metrics.horizontalAdvance(rest.left(next)) > width)
                    break;
                end = next;
            }
            end = end < 0 ? rest.size() : end;
        }
        lines.append(metrics.elidedText(rest.left(end), Qt::ElideRight, width));
        rest = rest.mid(end + 1);
    }
    return lines;
}

BlockText layOutBlock(const CalendarItem& item, const QSize& size, bool isClash)
{
    BlockText text;
    text.height = size.height();
    text.time = item.start.toString(QStringLiteral("HH:mm"));
    text.icons = iconsOf(item, isClash);
    const int width = size.width() - kBar - 2 * kPadding;
    const int lines = std::max(1, (size.height() - 2 * kTopPadding) / blockLineHeight());
    text.isOneLine = lines == 1;
    if (text.isOneLine) {
        const int room = width - QFontMetrics(timeFont()).horizontalAdvance(text.time) - kIconGap;
        if (QFontMetrics(titleFont(item)).horizontalAdvance(item.shortTitle) > room - iconsWidth(text.icons))
            text.icons.removeIf([](const QString& icon) { return !isState(icon); });
        text.title = wrapped(item.shortTitle, titleFont(item), room - iconsWidth(text.icons), 1);
        return text;
    }
    text.title = wrapped(item.title, titleFont(item), width, lines - 1);
    const int left = lines - 1 - static_cast<int>(text.title.size());
    if (left > 0)
        text.detail = wrapped(item.detail, timeFont(), width, left);
    return text;
}

void paintBlock(QPainter& painter, const CalendarItem& item, const BlockText& text, const BlockLook& look)
{
    paintGround(painter, item, look);
    const int height = blockLineHeight();
    QRect line(look.rect.left() + kBar + kPadding, look.rect.top() + kTopPadding,
               look.rect.width() - kBar - 2 * kPadding, height);
    if (text.isOneLine)
        line.moveTop(look.rect.top() + (text.height - height) / 2);
    const QFont small = timeFont();
    painter.setFont(small);
    painter.setPen(theme().text2);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, text.time);
    const int afterTime = line.left() + QFontMetrics(small).horizontalAdvance(text.time) + kIconGap;
    const QColor titleColor = item.isPlanned && !look.isOffline ? theme().text : theme().text2;
    if (text.isOneLine) {
        const int icons = line.right() + 1 - iconsWidth(text.icons) + kIconGap;
        painter.setFont(titleFont(item));
        painter.setPen(titleColor);
        painter.drawText(QRect(afterTime, line.top(), icons - afterTime, height), Qt::AlignLeft | Qt::AlignVCenter,
                         text.title.value(0));
        paintIcons(painter, text.icons, line, icons, look.isOffline);
        return paintFrame(painter, look);
    }
    paintIcons(painter, text.icons, line, afterTime, look.isOffline);
    painter.setFont(titleFont(item));
    painter.setPen(titleColor);
    for (const QString& each : text.title) {
        line.translate(0, height);
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, each);
    }
    painter.setFont(small);
    painter.setPen(theme().text2);
    for (const QString& each : text.detail) {
        line.translate(0, height);
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, each);
    }
    paintFrame(painter, look);
}

void paintChip(QPainter& painter, const CalendarItem& item, const QString& time, const BlockLook& look)
{
    paintGround(painter, item, look);
    QRect line = look.rect.adjusted(kBar + kPadding, 0, -kPadding, 0);
    painter.setFont(timeFont());
    const QFontMetrics metrics(timeFont());
    if (!time.isEmpty()) {
        painter.setPen(theme().text2);
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, time);
        line.setLeft(line.left() + metrics.horizontalAdvance(time) + kIconGap);
    } else if (!item.iconName.isEmpty()) {
        Icon::paint(painter, item.iconName, theme().text2, QRect(line.left(), line.top(), scaled(kIcon), line.height()),
                    scaled(kIcon));
        line.setLeft(line.left() + scaled(kIcon) + kIconGap);
    }
    const QStringList icons = iconsOf(item, look.isClash);
    const int right = line.right() + 1 - iconsWidth(icons);
    painter.setPen(item.isPlanned && !look.isOffline ? theme().text : theme().text2);
    painter.drawText(QRect(line.left(), line.top(), right - line.left(), line.height()),
                     Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(item.shortTitle, Qt::ElideRight, right - line.left()));
    paintIcons(painter, icons, line, right, look.isOffline);
    paintFrame(painter, look);
}

} // namespace banhang::client
