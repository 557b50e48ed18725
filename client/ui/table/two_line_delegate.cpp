#include "client/ui/table/two_line_delegate.h"

#include "client/ui/look/control_painter.h"
#include "client/ui/look/icon.h"
#include "client/ui/look/look.h"
#include "client/ui/look/text_style.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace banhang::client {

namespace {

constexpr int kMargin = 12;
constexpr int kPadding = 5;
constexpr int kGap = 10;
constexpr int kBar = 3;
constexpr int kIcon = 16;

QFont firstFont()
{
    return textFont(TextSize::Body, TextWeight::Medium);
}

/// Where the two lines stand, between the icon and the words at the right.
QRect roomOf(const QRect& row, const QModelIndex& index)
{
    QRect room = row.adjusted(scaled(kMargin), scaled(kPadding), -scaled(kMargin), -scaled(kPadding) - 1);
    if (!index.data(RowIconRole).toString().isEmpty())
        room.setLeft(room.left() + scaled(kIcon) + scaled(kGap));
    const QFontMetrics metrics(textFont(TextSize::Second));
    const int aside = std::max(metrics.horizontalAdvance(index.data(AsideRole).toString()),
                               metrics.horizontalAdvance(index.data(AsideSecondRole).toString()));
    room.setRight(room.right() - (aside > 0 ? aside + scaled(kGap) : 0));
    return room;
}

void paintGround(QPainter& painter, const QStyleOptionViewItem& option)
{
    const Theme& t = theme();
    const bool isChosen = option.state & QStyle::State_Selected;
    const bool hasFocus = option.widget && option.widget->hasFocus();
    const bool isHovered = option.state & QStyle::State_MouseOver;
    painter.fillRect(option.rect, isChosen ? (hasFocus ? t.sel : t.selInactive) : isHovered ? t.hover : t.base);
    if (isChosen)
        painter.fillRect(QRect(option.rect.left(), option.rect.top(), kBar, option.rect.height()), t.accent);
    paintHairline(painter, option.rect, Qt::BottomEdge, t.grid);
}

} // namespace

TwoLineDelegate::TwoLineDelegate(QAbstractItemView* view) : QStyledItemDelegate(view)
{
    view->setFrameShape(QFrame::NoFrame);
    view->setMouseTracking(true);
    view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    connect(&Look::instance(), &Look::changed, view, [this, view] {
        emit sizeHintChanged({});
        view->viewport()->update();
    });
}

QSize TwoLineDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    const int lines =
        QFontMetrics(textFont(TextSize::Body)).height() + QFontMetrics(textFont(TextSize::Second)).height();
    return {0, lines + 2 * scaled(kPadding) + 1};
}

void TwoLineDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Theme& t = theme();
    painter->save();
    paintGround(*painter, option);
    const QRect all = option.rect.adjusted(scaled(kMargin), scaled(kPadding), -scaled(kMargin), -scaled(kPadding) - 1);
    if (const QString icon = index.data(RowIconRole).toString(); !icon.isEmpty())
        Icon::paint(*painter, icon, t.text2, QRect(all.left(), all.top(), scaled(kIcon), all.height()), scaled(kIcon));
    const QFont second = textFont(TextSize::Second);
    const QString below = index.data(AsideSecondRole).toString();
    painter->setFont(second);
    painter->setPen(t.tone(static_cast<Tone>(index.data(AsideToneRole).toInt())));
    const int height = below.isEmpty() ? Qt::AlignVCenter : Qt::AlignTop;
    painter->drawText(all, Qt::AlignRight | height, index.data(AsideRole).toString());
    painter->drawText(all, Qt::AlignRight | Qt::AlignBottom, below);
    const QRect room = roomOf(option.rect, index);
    const auto write = [&](const QFont& font, const QColor& color, int edge, const QString& text) {
        painter->setFont(font);
        painter->setPen(color);
        painter->drawText(room, Qt::AlignLeft | edge,
                          painter->fontMetrics().elidedText(text, Qt::ElideRight, room.width()));
    };
    write(firstFont(), t.text, Qt::AlignTop, index.data(Qt::DisplayRole).toString());
    write(second, t.text2, Qt::AlignBottom, index.data(SecondLineRole).toString());
    painter->restore();
}

bool TwoLineDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                                const QModelIndex& index)
{
    if (event->type() != QEvent::ToolTip || index.data(Qt::ToolTipRole).isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const int room = roomOf(option.rect, index).width();
    const QString first = index.data(Qt::DisplayRole).toString();
    const QString second = index.data(SecondLineRole).toString();
    const bool isWhole = QFontMetrics(firstFont()).horizontalAdvance(first) <= room &&
                         QFontMetrics(textFont(TextSize::Second)).horizontalAdvance(second) <= room;
    QToolTip::showText(event->globalPos(), isWhole ? QString() : first + QLatin1Char('\n') + second, view);
    return true;
}

} // namespace banhang::client
