// The widget style: Fusion with flat, dense drawing from the theme tokens. The same on every system.
#pragma once

#include <QProxyStyle>

namespace banhang::client {

/// Reads these dynamic properties: "kind" (`ButtonKind` as int), "keyHint" (QString) on buttons,
/// "fieldState" (`FieldState` as int) on fields, "count" lists on `TabBar`. Use the setters of the parts, not the
/// names.
class BanhangStyle final : public QProxyStyle
{
    Q_OBJECT
public:
    BanhangStyle();

    void polish(QWidget* widget) override;
    using QProxyStyle::polish;
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                            const QWidget* widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl subControl,
                         const QWidget* widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* returnData) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                           const QWidget* widget) const override;
    QIcon standardIcon(StandardPixmap standardIcon, const QStyleOption* option, const QWidget* widget) const override;
};

} // namespace banhang::client
