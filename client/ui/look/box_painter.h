// Combo and spin boxes: fields with marks to press at their end.
#pragma once

#include <QStyle>

class QPainter;
class QStyleOption;
class QStyleOptionComboBox;
class QStyleOptionSpinBox;
class QWidget;

namespace banhang::client {

/// Where the text stands: from the padding of a field to the marks.
QRect boxContents(const QRect& box);
/// The size around `contents`, which is the widest text.
QSize boxSize(const QStyleOption& option, const QSize& contents);

void paintComboBox(QPainter& painter, const QStyleOptionComboBox& combo, const QWidget* widget);
/// Icon and chosen text, which ends in "…" where it is too long.
void paintComboLabel(QPainter& painter, const QStyleOptionComboBox& combo, const QWidget* widget);

/// Text, upper and lower mark; empty for parts that there are not.
QRect spinPart(const QRect& box, QStyle::SubControl part);
void paintSpinBox(QPainter& painter, const QStyleOptionSpinBox& spin, const QWidget* widget);

} // namespace banhang::client
