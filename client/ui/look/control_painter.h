// The strokes of which the style and the painted parts are made; crisp at every scale.
#pragma once

#include <QColor>
#include <QRect>

class QPainter;
class QStyleOption;
class QStyleOptionButton;
class QStyleOptionHeader;
class QStyleOptionSlider;
class QWidget;

namespace banhang::client {

inline constexpr qreal kRadius = 4;    // fields, buttons, chips, frames
inline constexpr qreal kTagRadius = 3; // tags, calendar blocks

struct FrameLook
{
    QColor fill; // invalid: none
    QColor line; // invalid: none
    qreal lineWidth = 1;
    qreal radius = kRadius;
    bool isDashed = false;
};

/// The rectangle moved to whole device pixels, so that lines do not blur at 125 or 150 %.
QRectF snapped(const QPainter& painter, const QRectF& rect);
/// Frame whose line lies inside `rect`.
void paintFrame(QPainter& painter, const QRect& rect, const FrameLook& look);
/// Line of one device pixel along an edge of `rect`.
void paintHairline(QPainter& painter, const QRect& rect, Qt::Edge edge, const QColor& color);
/// Frame that shows the keyboard focus: accent, wider than the 2 px of a warning or an error.
void paintFocus(QPainter& painter, const QRect& rect, qreal radius = kRadius);

/// Ground and frame of an input field in its `FieldState`.
void paintField(QPainter& painter, const QStyleOption& option, const QWidget* widget, bool isReadOnly, bool hasFill);
void paintCheckMark(QPainter& painter, const QStyleOption& option);
void paintRadioMark(QPainter& painter, const QStyleOption& option);
void paintHeaderSection(QPainter& painter, const QStyleOptionHeader& option);
void paintScrollBar(QPainter& painter, const QStyleOptionSlider& option, const QRect& thumb);

/// A push button of any kind. The size holds icon, text, strong part and key hint.
void paintButton(QPainter& painter, const QStyleOptionButton& option, const QWidget* widget);
QSize buttonSize(const QStyleOptionButton& option, const QWidget* widget);

} // namespace banhang::client
