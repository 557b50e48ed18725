#include "client/ui/look/banhang_style.h"

#include "client/ui/look/box_painter.h"
#include "client/ui/look/choice_rows.h"
#include "client/ui/look/control_painter.h"
#include "client/ui/look/field_state.h"
#include "client/ui/look/icon.h"
#include "client/ui/look/text_style.h"
#include "client/ui/look/theme.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QSplitterHandle>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTextEdit>
#include <QToolButton>

#include <algorithm>

namespace banhang::client {

namespace {

constexpr int kScrollBar = 12;
constexpr int kScrollThumbMin = 24;
constexpr int kMark = 16;
constexpr int kFieldPadding = 7;
constexpr int kChevron = 14;
constexpr int kMenuMarkRoom = 16;
constexpr int kMenuSectionLeft = 10;
constexpr int kBarHeight = 8;
constexpr int kGripLength = 22;

bool isTextEdit(const QWidget* widget)
{
    return qobject_cast<const QPlainTextEdit*>(widget) || qobject_cast<const QTextEdit*>(widget);
}

void paintMenuBarItem(QPainter& painter, const QStyleOptionMenuItem& item)
{
    const Theme& t = theme();
    painter.fillRect(item.rect, t.window);
    if (item.state & (QStyle::State_Selected | QStyle::State_Sunken))
        paintFrame(painter, item.rect.adjusted(0, 3, 0, -3), {.fill = t.selInactive, .line = {}});
    painter.setPen(item.state & QStyle::State_Enabled ? t.text : t.disabled);
    painter.drawText(item.rect, Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextSingleLine, item.text);
}

/// The heading of some entries, above them.
void paintMenuSection(QPainter& painter, const QStyleOptionMenuItem& item)
{
    const Theme& t = theme();
    paintHairline(painter, item.rect, Qt::TopEdge, t.grid);
    painter.save(); // the entries below are drawn with the same painter
    painter.setFont(textFont(TextSize::Second, TextWeight::Strong));
    painter.setPen(t.text2);
    painter.drawText(item.rect.adjusted(kMenuSectionLeft, 0, -kMenuSectionLeft, 0), Qt::AlignVCenter | Qt::AlignLeft,
                     item.text);
    painter.restore();
}

void paintSplitter(QPainter& painter, const QStyleOption& option)
{
    const Theme& t = theme();
    const bool isVertical = option.state & QStyle::State_Horizontal; // panes side by side: an upright handle
    const bool isLit = option.state & QStyle::State_MouseOver;
    painter.fillRect(option.rect, isLit ? t.selInactive : t.window);
    paintHairline(painter, option.rect, isVertical ? Qt::LeftEdge : Qt::TopEdge, t.border);
    paintHairline(painter, option.rect, isVertical ? Qt::RightEdge : Qt::BottomEdge, t.border);
    QRect grip(QPoint(), isVertical ? QSize(2, kGripLength) : QSize(kGripLength, 2));
    grip.moveCenter(option.rect.center());
    painter.fillRect(grip, t.scrollThumb);
}

void paintProgressBar(QPainter& painter, const QStyleOptionProgressBar& bar)
{
    const Theme& t = theme();
    QRect groove = bar.rect;
    groove.setHeight(std::min(kBarHeight, groove.height()));
    groove.moveCenter(bar.rect.center());
    painter.fillRect(groove, t.selInactive);
    const qint64 span = qint64(bar.maximum) - bar.minimum;
    if (span <= 0)
        return; // unknown length: the numbers beside it tell what is going on
    const qint64 done = std::clamp<qint64>(qint64(bar.progress) - bar.minimum, 0, span);
    groove.setWidth(static_cast<int>(groove.width() * done / span));
    painter.fillRect(groove, t.accent);
}

QRect scrollThumb(const QStyleOptionSlider& bar)
{
    const bool isVertical = bar.orientation == Qt::Vertical;
    const int room = isVertical ? bar.rect.height() : bar.rect.width();
    const qint64 range = qint64(bar.maximum) - bar.minimum;
    if (range <= 0)
        return bar.rect;
    const qint64 whole = range + bar.pageStep;
    const int shortest = std::min(kScrollThumbMin, room);
    const int length = std::clamp(static_cast<int>(qint64(room) * bar.pageStep / whole), shortest, room);
    const int start =
        QStyle::sliderPositionFromValue(bar.minimum, bar.maximum, bar.sliderPosition, room - length, bar.upsideDown);
    return isVertical ? QRect(bar.rect.x(), bar.rect.y() + start, bar.rect.width(), length)
                      : QRect(bar.rect.x() + start, bar.rect.y(), length, bar.rect.height());
}

bool hasMenuMark(const QStyleOptionToolButton& button)
{
    return button.features & QStyleOptionToolButton::HasMenu && button.toolButtonStyle != Qt::ToolButtonIconOnly;
}

} // namespace

BanhangStyle::BanhangStyle() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
{
    setObjectName(QStringLiteral("banhang"));
}

void BanhangStyle::polish(QWidget* widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton*>(widget) || qobject_cast<QSplitterHandle*>(widget))
        widget->setAttribute(Qt::WA_Hover);
    if (auto* box = qobject_cast<QComboBox*>(widget))
        setChoiceRows(*box);
}

void BanhangStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                                 const QWidget* widget) const
{
    switch (element) {
    case PE_PanelLineEdit: {
        const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
        // A line edit without frame lies in another control (editable combo, search bar) that paints the ground.
        if (frame && frame->lineWidth > 0)
            paintField(*painter, *option, widget, frame->state & State_ReadOnly, true);
        return;
    }
    case PE_FrameLineEdit:
        return paintField(*painter, *option, widget, false, false);
    case PE_Frame:
        if (isTextEdit(widget))
            return paintField(*painter, *option, widget, isReadOnly(widget), true);
        return paintFrame(*painter, option->rect, {.fill = {}, .line = theme().border, .radius = 0});
    case PE_PanelMenu:
        return paintFrame(*painter, option->rect, {.fill = theme().base, .line = theme().input, .radius = 0});
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        return paintCheckMark(*painter, *option);
    case PE_IndicatorRadioButton:
        return paintRadioMark(*painter, *option);
    case PE_FrameFocusRect:
        if (!qobject_cast<const QAbstractItemView*>(widget))
            paintFocus(*painter, option->rect, kTagRadius);
        return;
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void BanhangStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                               const QWidget* widget) const
{
    switch (element) {
    case CE_PushButton:
        if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option))
            return paintButton(*painter, *button, widget);
        break;
    case CE_Header:
        if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option))
            return paintHeaderSection(*painter, *header);
        break;
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, theme().alt);
        return paintHairline(*painter, option->rect, Qt::BottomEdge, theme().border);
    case CE_Splitter:
        return paintSplitter(*painter, *option);
    case CE_MenuItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option);
            item && item->menuItemType == QStyleOptionMenuItem::Separator && !item->text.isEmpty())
            return paintMenuSection(*painter, *item);
        break;
    case CE_MenuBarItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option))
            return paintMenuBarItem(*painter, *item);
        break;
    case CE_MenuBarEmptyArea:
        return painter->fillRect(option->rect, theme().window);
    case CE_ComboBoxLabel:
        if (const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option))
            return paintComboLabel(*painter, *combo, widget);
        break;
    case CE_CheckBoxLabel:
        if (const auto* box = qstyleoption_cast<const QStyleOptionButton*>(option); box && isReadOnly(widget)) {
            QStyleOptionButton readable(*box);
            readable.state |= State_Enabled;
            readable.palette.setCurrentColorGroup(QPalette::Active);
            return QProxyStyle::drawControl(element, &readable, painter, widget);
        }
        break;
    case CE_ProgressBar:
        if (const auto* bar = qstyleoption_cast<const QStyleOptionProgressBar*>(option))
            return paintProgressBar(*painter, *bar);
        break;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void BanhangStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                                      const QWidget* widget) const
{
    switch (control) {
    case CC_ScrollBar:
        if (const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option))
            return paintScrollBar(*painter, *bar, scrollThumb(*bar));
        break;
    case CC_ComboBox:
        if (const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option))
            return paintComboBox(*painter, *combo, widget);
        break;
    case CC_SpinBox:
        if (const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option))
            return paintSpinBox(*painter, *spin, widget);
        break;
    case CC_ToolButton:
        if (const auto* button = qstyleoption_cast<const QStyleOptionToolButton*>(option)) {
            const bool isLit = option->state & (State_MouseOver | State_Sunken | State_On);
            if (isLit && option->state & State_Enabled)
                paintFrame(*painter, option->rect, {.fill = theme().selInactive, .line = {}});
            QStyleOptionToolButton label(*button);
            if (hasMenuMark(*button)) {
                const int room = scaled(kMenuMarkRoom);
                label.rect.setRight(label.rect.right() - room);
                const QRect mark(label.rect.right() - 2, label.rect.top(), room, label.rect.height());
                Icon::paint(*painter, QStringLiteral("chevron-down"), theme().text2, mark, scaled(kChevron));
            }
            proxy()->drawControl(CE_ToolButtonLabel, &label, painter, widget);
            if (option->state & State_HasFocus)
                paintFocus(*painter, option->rect);
            return;
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect BanhangStyle::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const
{
    if (element == SE_LineEditContents) {
        const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
        if (frame && frame->lineWidth > 0)
            return option->rect.adjusted(kFieldPadding, 2, -kFieldPadding, -2);
    }
    return QProxyStyle::subElementRect(element, option, widget);
}

QRect BanhangStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl subControl,
                                   const QWidget* widget) const
{
    if (control == CC_ScrollBar) {
        const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
        if (!bar)
            return {};
        const bool isVertical = bar->orientation == Qt::Vertical;
        const QRect thumb = scrollThumb(*bar);
        QRect part = bar->rect;
        switch (subControl) {
        case SC_ScrollBarGroove:
            return part;
        case SC_ScrollBarSlider:
            return thumb;
        case SC_ScrollBarSubPage:
            isVertical ? part.setBottom(thumb.top() - 1) : part.setRight(thumb.left() - 1);
            return part;
        case SC_ScrollBarAddPage:
            isVertical ? part.setTop(thumb.bottom() + 1) : part.setLeft(thumb.right() + 1);
            return part;
        default:
            return {}; // no buttons at the ends
        }
    }
    if (control == CC_ComboBox && subControl == SC_ComboBoxEditField)
        return boxContents(option->rect);
    if (control == CC_SpinBox)
        return spinPart(option->rect, subControl);
    return QProxyStyle::subControlRect(control, option, subControl, widget);
}

int BanhangStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent:
        return kScrollBar;
    case PM_ScrollBarSliderMin:
        return kScrollThumbMin;
    case PM_ScrollView_ScrollBarSpacing:
        return 0;
    case PM_SplitterWidth:
        return 6;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return scaled(kMark - 2);
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return 8;
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ToolBarIconSize:
    case PM_LineEditIconSize:
        return scaled(kMark);
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_MenuBarPanelWidth:
    case PM_MenuBarItemSpacing:
        return 0;
    case PM_MenuHMargin:
        return 1;
    case PM_MenuVMargin:
    case PM_MenuBarHMargin:
        return 4;
    case PM_DefaultFrameWidth:
        return isTextEdit(widget) ? 3 : 1;
    case PM_LayoutHorizontalSpacing:
        return 8;
    case PM_LayoutVerticalSpacing:
        return 7;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int BanhangStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                            QStyleHintReturn* returnData) const
{
    switch (hint) {
    case SH_Widget_Animation_Duration:
    case SH_Widget_Animate:
    case SH_ScrollBar_Transient:
    case SH_EtchDisabledText:
    case SH_ItemView_ActivateItemOnSingleClick:
    case SH_ComboBox_Popup:
        return 0;
    case SH_UnderlineShortcut:
        return 1;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

QSize BanhangStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                                     const QWidget* widget) const
{
    switch (type) {
    case CT_PushButton:
        if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option))
            return buttonSize(*button, widget);
        break;
    case CT_LineEdit:
        return {size.width() + 2 * kFieldPadding, fieldHeight(option->fontMetrics)};
    case CT_ComboBox:
    case CT_SpinBox:
        return boxSize(*option, size);
    case CT_CheckBox:
    case CT_RadioButton: {
        const QSize usual = QProxyStyle::sizeFromContents(type, option, size, widget);
        return {usual.width(), std::max(usual.height(), smallHeight(option->fontMetrics))};
    }
    case CT_ProgressBar:
        return {size.width(), kBarHeight};
    case CT_MenuItem: {
        const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option);
        const bool isSection = item && item->menuItemType == QStyleOptionMenuItem::Separator && !item->text.isEmpty();
        const QSize usual = QProxyStyle::sizeFromContents(type, option, size, widget);
        return isSection ? QSize(usual.width(), headerHeight(option->fontMetrics)) : usual;
    }
    case CT_MenuBarItem:
        return {size.width() + 16, std::max(32, option->fontMetrics.height() + 12)};
    case CT_ToolButton: {
        const auto* button = qstyleoption_cast<const QStyleOptionToolButton*>(option);
        const int side = fieldHeight(option->fontMetrics);
        const int mark = button && hasMenuMark(*button) ? scaled(kMenuMarkRoom) : 0;
        return {std::max(side, size.width() + 8 + mark), side};
    }
    case CT_HeaderSection: {
        const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option);
        const QFontMetrics metrics(textFont(TextSize::Second));
        return {header ? metrics.horizontalAdvance(header->text) + 28 : size.width(), headerHeight(metrics)};
    }
    default:
        break;
    }
    return QProxyStyle::sizeFromContents(type, option, size, widget);
}

QIcon BanhangStyle::standardIcon(StandardPixmap standardIcon, const QStyleOption* option, const QWidget* widget) const
{
    if (standardIcon == SP_LineEditClearButton)
        return Icon::named(QStringLiteral("x"), Tone::Hint);
    return QProxyStyle::standardIcon(standardIcon, option, widget);
}

} // namespace banhang::client
