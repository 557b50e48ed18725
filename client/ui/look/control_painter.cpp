#include "client/ui/look/control_painter.h"

#include "client/ui/look/field_state.h"
#include "client/ui/look/icon.h"
#include "client/ui/look/text_style.h"
#include "client/ui/look/theme.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>
#include <QWidget>

#include <cmath>

namespace banhang::client {

namespace {

constexpr int kSortMarkSize = 12;
constexpr int kHeaderPadding = 6;
constexpr int kFirstHeaderPadding = 12;
constexpr int kFocusWidth = 3;
constexpr qreal kRadioRing = 0.3; // of the diameter

/// A line width in logical pixels that is a whole number of device pixels.
qreal deviceWidth(const QPainter& painter, qreal width)
{
    const qreal ratio = painter.device()->devicePixelRatio();
    return std::max(1.0, std::round(width * ratio)) / ratio;
}

FrameLook fieldLook(const Theme& t, FieldState state, bool hasFocus, bool isOff)
{
    FrameLook look{.fill = isOff ? t.alt : t.base, .line = isOff ? t.border : t.input};
    switch (state) {
    case FieldState::Warn:
        look.line = t.warnBorder, look.lineWidth = 2;
        break;
    case FieldState::Error:
        look.line = t.err, look.lineWidth = 2;
        break;
    case FieldState::Peer:
        look.line = t.peerBorder, look.fill = t.peerBg;
        break;
    case FieldState::Masked:
        look.isDashed = true, look.line = t.input;
        break;
    case FieldState::Normal:
        break;
    }
    if (hasFocus && state != FieldState::Warn && state != FieldState::Error)
        look.line = t.accent, look.lineWidth = kFocusWidth;
    return look;
}

} // namespace

QRectF snapped(const QPainter& painter, const QRectF& rect)
{
    const QTransform& toDevice = painter.deviceTransform();
    if (toDevice.type() > QTransform::TxScale)
        return rect;
    const QRectF device = toDevice.mapRect(rect);
    const QRectF whole(QPointF(std::round(device.left()), std::round(device.top())),
                       QPointF(std::round(device.right()), std::round(device.bottom())));
    return toDevice.inverted().mapRect(whole);
}

void paintFrame(QPainter& painter, const QRect& rect, const FrameLook& look)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QRectF area = snapped(painter, rect);
    if (look.line.isValid()) {
        const qreal width = deviceWidth(painter, look.lineWidth);
        area.adjust(width / 2, width / 2, -width / 2, -width / 2);
        QPen pen(look.line, width);
        if (look.isDashed)
            pen.setDashPattern({3, 2});
        painter.setPen(pen);
    } else {
        painter.setPen(Qt::NoPen);
    }
    painter.setBrush(look.fill.isValid() ? QBrush(look.fill) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(area, look.radius, look.radius);
    painter.restore();
}

void paintHairline(QPainter& painter, const QRect& rect, Qt::Edge edge, const QColor& color)
{
    const QRectF area = snapped(painter, rect);
    const qreal width = deviceWidth(painter, 1 / painter.device()->devicePixelRatio());
    QRectF line = area;
    switch (edge) {
    case Qt::TopEdge:
        line.setHeight(width);
        break;
    case Qt::BottomEdge:
        line.setTop(area.bottom() - width);
        break;
    case Qt::LeftEdge:
        line.setWidth(width);
        break;
    case Qt::RightEdge:
        line.setLeft(area.right() - width);
        break;
    }
    painter.fillRect(line, color);
}

void paintFocus(QPainter& painter, const QRect& rect, qreal radius)
{
    paintFrame(painter, rect, {.fill = {}, .line = theme().accent, .lineWidth = kFocusWidth, .radius = radius});
}

void paintField(QPainter& painter, const QStyleOption& option, const QWidget* widget, bool isReadOnly, bool hasFill)
{
    const bool isEnabled = option.state & QStyle::State_Enabled;
    const bool hasFocus = isEnabled && option.state & QStyle::State_HasFocus;
    const bool isOff = isReadOnly || !isEnabled;
    FrameLook look = fieldLook(theme(), fieldState(widget), hasFocus, isOff);
    if (!hasFill)
        look.fill = QColor();
    paintFrame(painter, option.rect, look);
}

void paintCheckMark(QPainter& painter, const QStyleOption& option)
{
    const Theme& t = theme();
    const bool isEnabled = option.state & QStyle::State_Enabled;
    const bool isOn = option.state & (QStyle::State_On | QStyle::State_NoChange);
    const QColor line = isEnabled ? t.input : t.border;
    const QColor chosen = isEnabled ? t.accent : t.disabled;
    paintFrame(painter, option.rect, {.fill = isOn ? chosen : t.base, .line = isOn ? chosen : line, .radius = 3});
    if (isOn) {
        const bool isPartly = option.state & QStyle::State_NoChange;
        Icon::paint(painter, isPartly ? QStringLiteral("minus") : QStringLiteral("check"), t.onAccent, option.rect,
                    scaled(12));
    }
    if (option.state & QStyle::State_HasFocus && option.state & QStyle::State_KeyboardFocusChange)
        paintFocus(painter, option.rect.adjusted(-2, -2, 2, 2));
}

void paintRadioMark(QPainter& painter, const QStyleOption& option)
{
    const Theme& t = theme();
    const bool isEnabled = option.state & QStyle::State_Enabled;
    const bool isOn = option.state & QStyle::State_On;
    const QColor line = isEnabled ? (isOn ? t.accent : t.input) : t.border;
    const qreal radius = option.rect.height() / 2.0;
    const qreal ring = isOn ? option.rect.height() * kRadioRing : 1.0;
    paintFrame(painter, option.rect, {.fill = t.base, .line = line, .lineWidth = ring, .radius = radius});
}

void paintHeaderSection(QPainter& painter, const QStyleOptionHeader& option)
{
    const Theme& t = theme();
    painter.fillRect(option.rect, t.alt);
    paintHairline(painter, option.rect, Qt::BottomEdge, t.border);
    if (option.position != QStyleOptionHeader::End && option.position != QStyleOptionHeader::OnlyOneSection)
        paintHairline(painter, option.rect, Qt::RightEdge, t.border);
    const bool isSorted = option.sortIndicator != QStyleOptionHeader::None;
    const QFont font = textFont(TextSize::Second);
    const QFontMetrics metrics(font);
    // The first one begins where the cells below it do.
    const bool isFirst = option.position == QStyleOptionHeader::Beginning;
    QRect area = option.rect.adjusted(isFirst ? kFirstHeaderPadding : kHeaderPadding, 0, -kHeaderPadding, 0);
    const int markSize = scaled(kSortMarkSize);
    const int markRoom = isSorted ? markSize + 4 : 0;
    const QString text = metrics.elidedText(option.text, Qt::ElideRight, area.width() - markRoom);
    const int textWidth = metrics.horizontalAdvance(text);
    const bool isRight = option.textAlignment & Qt::AlignRight;
    area.setLeft(isRight ? area.right() + 1 - textWidth - markRoom : area.left());
    painter.setFont(font);
    painter.setPen(t.text2);
    painter.drawText(area, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, text);
    if (isSorted) {
        // Qt's "down" is the ascending order; the mark points to where the small values are.
        const bool isAscending = option.sortIndicator == QStyleOptionHeader::SortDown;
        const QRect mark(area.left() + textWidth + 4, area.top(), markSize, area.height());
        const QString name = isAscending ? QStringLiteral("chevron-up") : QStringLiteral("chevron-down");
        Icon::paint(painter, name, t.text2, mark, markSize);
    }
}

void paintScrollBar(QPainter& painter, const QStyleOptionSlider& option, const QRect& thumb)
{
    const Theme& t = theme();
    painter.fillRect(option.rect, t.alt);
    const bool isVertical = option.orientation == Qt::Vertical;
    paintHairline(painter, option.rect, isVertical ? Qt::LeftEdge : Qt::TopEdge, t.grid);
    if (option.maximum <= option.minimum)
        return;
    const bool isLit = option.state & QStyle::State_MouseOver || option.activeSubControls & QStyle::SC_ScrollBarSlider;
    const QRect body = isVertical ? thumb.adjusted(3, 1, -2, -1) : thumb.adjusted(1, 3, -1, -2);
    paintFrame(painter, body, {.fill = isLit ? t.input : t.scrollThumb, .line = {}, .radius = 3});
}

} // namespace banhang::client
