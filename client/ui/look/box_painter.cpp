#include "client/ui/look/box_painter.h"

#include "client/ui/look/control_painter.h"
#include "client/ui/look/field_state.h"
#include "client/ui/look/icon.h"
#include "client/ui/look/text_style.h"
#include "client/ui/look/theme.h"

#include <QPainter>
#include <QStyleOption>

namespace banhang::client {

namespace {

constexpr int kPadding = 7;
constexpr int kMarkRoom = 24;
constexpr int kChevron = 14;
constexpr int kStep = 12;
constexpr int kIconGap = 6;
constexpr int kIconGapOfQt = 4; // what QComboBox counts in its size

QRect markPlace(const QRect& box)
{
    return {box.right() - scaled(kMarkRoom), box.top(), scaled(kMarkRoom), box.height()};
}

} // namespace

QRect boxContents(const QRect& box)
{
    return box.adjusted(kPadding, 2, -scaled(kMarkRoom), -2);
}

QSize boxSize(const QStyleOption& option, const QSize& contents)
{
    const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(&option);
    const int icon = combo && !combo->currentIcon.isNull() ? kIconGap - kIconGapOfQt : 0;
    return {contents.width() + kPadding + icon + scaled(kMarkRoom), fieldHeight(option.fontMetrics)};
}

void paintComboBox(QPainter& painter, const QStyleOptionComboBox& combo, const QWidget* widget)
{
    if (combo.frame)
        paintField(painter, combo, widget, false, true);
    if (isReadOnly(widget))
        return; // nothing to choose from
    const bool isEnabled = combo.state & QStyle::State_Enabled;
    Icon::paint(painter, QStringLiteral("chevron-down"), isEnabled ? theme().text2 : theme().disabled,
                markPlace(combo.rect), scaled(kChevron));
}

void paintComboLabel(QPainter& painter, const QStyleOptionComboBox& combo, const QWidget* widget)
{
    QRect room = boxContents(combo.rect);
    if (!combo.currentIcon.isNull()) {
        QRect place(room.topLeft(), combo.iconSize);
        place.moveTop(room.center().y() - place.height() / 2);
        const bool isEnabled = combo.state & QStyle::State_Enabled || isReadOnly(widget);
        combo.currentIcon.paint(&painter, place, Qt::AlignCenter, isEnabled ? QIcon::Normal : QIcon::Disabled);
        room.setLeft(place.right() + 1 + kIconGap);
    }
    if (combo.editable)
        return; // the line edit writes
    if (isReadOnly(widget))
        painter.setPen(theme().text);
    const QString text = combo.fontMetrics.elidedText(combo.currentText, Qt::ElideRight, room.width() - 1);
    painter.drawText(room.adjusted(1, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, text);
}

QRect spinPart(const QRect& box, QStyle::SubControl part)
{
    const QRect marks = markPlace(box).adjusted(0, 1, 0, -1);
    const int half = marks.height() / 2;
    switch (part) {
    case QStyle::SC_SpinBoxEditField:
        return boxContents(box);
    case QStyle::SC_SpinBoxUp:
        return {marks.topLeft(), QSize(marks.width(), half)};
    case QStyle::SC_SpinBoxDown:
        return {marks.left(), marks.top() + half, marks.width(), marks.height() - half};
    case QStyle::SC_SpinBoxFrame:
        return box;
    default:
        return {};
    }
}

void paintSpinBox(QPainter& painter, const QStyleOptionSpinBox& spin, const QWidget* widget)
{
    paintField(painter, spin, widget, isReadOnly(widget), true);
    if (isReadOnly(widget))
        return;
    const bool isEnabled = spin.state & QStyle::State_Enabled;
    const auto paintStep = [&](QStyle::SubControl part, QAbstractSpinBox::StepEnabledFlag step, const QString& icon) {
        const bool isDoable = isEnabled && spin.stepEnabled & step;
        const bool isLit = isDoable && spin.activeSubControls & part && spin.state & QStyle::State_MouseOver;
        const QRect place = spinPart(spin.rect, part);
        if (isLit)
            painter.fillRect(place.adjusted(2, 1, -2, -1), theme().hover);
        Icon::paint(painter, icon, isDoable ? theme().text2 : theme().disabled, place, scaled(kStep));
    };
    paintStep(QStyle::SC_SpinBoxUp, QAbstractSpinBox::StepUpEnabled, QStringLiteral("chevron-up"));
    paintStep(QStyle::SC_SpinBoxDown, QAbstractSpinBox::StepDownEnabled, QStringLiteral("chevron-down"));
}

} // namespace banhang::client
