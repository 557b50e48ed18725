#include "client/merging/merge_cells.h"

#include <QAbstractItemView>
#include <QLineEdit>
#include <QPainter>

#include "client/merging/merging_text.h"
#include "client/ui/look/control_painter.h"
#include "client/ui/look/icon.h"
#include "client/ui/look/look.h"
#include "client/ui/look/text_style.h"
#include "client/ui/parts/avatar.h"

namespace banhang::client {

namespace {

constexpr int kMargin = 12;
constexpr int kMarkSide = 16;
const QString kBetween = QStringLiteral(" · ");

QVariant valueOf(const QModelIndex& index, MergeRole role)
{
    return index.data(static_cast<int>(role));
}

int paintMark(QPainter* painter, const QStyleOptionViewItem& option, MergeMark mark, bool isTaken, const QRect& room,
              bool isHead)
{
    QStyleOptionButton button;
    const int side = scaled(kMarkSide);
    const int top = isHead ? room.top() + scaled(8) : room.center().y() - side / 2;
    button.rect = QRect(room.left() - scaled(4), top, side, side);
    button.state = QStyle::State_Enabled | (isTaken ? QStyle::State_On : QStyle::State_Off);
    button.palette = option.palette;
    option.widget->style()->drawPrimitive(mark == MergeMark::Radio ? QStyle::PE_IndicatorRadioButton
                                                                   : QStyle::PE_IndicatorCheckBox,
                                          &button, painter, option.widget);
    return button.rect.right() + scaled(8);
}

/// A ground under what the other one writes differently, as far as it is shown.
void paintDifference(QPainter* painter, const QRect& room, const QString& text, const QString& other)
{
    const Stretch stretch = differingStretch(text, other);
    if (other.isEmpty() || text == other)
        return;
    const QFontMetrics metrics = painter->fontMetrics();
    // What is only missing here is marked by the place where it stands over there.
    const int left = room.left() + metrics.horizontalAdvance(text.left(stretch.from));
    const int width = std::max(metrics.horizontalAdvance(text.mid(stretch.from, stretch.length)), 2);
    const QRect ground(left, room.center().y() - metrics.height() / 2, width, metrics.height());
    if (stretch.from > 0 || stretch.length > 0)
        painter->fillRect(ground.intersected(room), theme().warnBg);
}

/// "KH000412 · Quang Minh", with the avatar before the name.
void paintOwner(QPainter* painter, const QModelIndex& index, const QRect& room, const QString& line)
{
    const QFontMetrics metrics = painter->fontMetrics();
    const QString code = line.left(line.indexOf(kBetween) + kBetween.size());
    const QString owner = line.mid(code.size());
    const int side = metrics.height();
    const QPixmap avatar =
        avatarPixmap(valueOf(index, MergeRole::OwnerId).toLongLong(),
                     valueOf(index, MergeRole::OwnerInitials).toString(), side, painter->device()->devicePixelRatioF());
    painter->drawText(room, Qt::AlignLeft, code);
    const int left = room.left() + metrics.horizontalAdvance(code);
    if (left + side > room.right())
        return;
    painter->drawPixmap(left, room.top(), avatar);
    const QRect rest = room.adjusted(left - room.left() + side + scaled(4), 0, 0, 0);
    painter->drawText(rest, Qt::AlignLeft, metrics.elidedText(owner, Qt::ElideRight, std::max(0, rest.width())));
}

void paintText(QPainter* painter, const QModelIndex& index, const QRect& room, bool isHead)
{
    const QStringList lines = index.data(Qt::DisplayRole).toString().split(QLatin1Char('\n'));
    if (!isHead) {
        painter->setFont(
            textFont(TextSize::Body, index.data(Qt::FontRole).toBool() ? TextWeight::Medium : TextWeight::Regular));
        painter->setPen(index.data(Qt::ForegroundRole).value<QColor>());
        const QString text = lines.join(QStringLiteral("; "));
        paintDifference(painter, room, text, valueOf(index, MergeRole::OtherValue).toString());
        painter->drawText(room, Qt::AlignVCenter | Qt::AlignLeft,
                          painter->fontMetrics().elidedText(text, Qt::ElideRight, room.width()));
        return;
    }
    int top = room.top() + scaled(8);
    for (int i = 0; i < lines.size(); ++i) {
        painter->setFont(i == 0 ? textFont(TextSize::Body, TextWeight::Strong) : textFont(TextSize::Second));
        painter->setPen(i == 0 ? theme().text : theme().text2);
        const QFontMetrics metrics = painter->fontMetrics();
        const QRect line(room.left(), top, room.width(), metrics.height());
        if (i == 1 && valueOf(index, MergeRole::OwnerId).toLongLong() != 0)
            paintOwner(painter, index, line, lines[i]);
        else
            painter->drawText(line, Qt::AlignLeft, metrics.elidedText(lines[i], Qt::ElideRight, room.width()));
        top += metrics.height() + scaled(2);
    }
}

/// The keys 1, 2, 3 speak of the row, so the row is framed.
void paintCurrentRow(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index)
{
    const auto* table = qobject_cast<const QAbstractItemView*>(option.widget);
    if (table == nullptr || !table->hasFocus() || table->currentIndex().row() != index.row())
        return;
    const int line = scaled(2);
    const QRect& rect = option.rect;
    painter->fillRect(QRect(rect.left(), rect.top(), rect.width(), line), theme().accent);
    painter->fillRect(QRect(rect.left(), rect.bottom() + 1 - line, rect.width(), line), theme().accent);
    if (index.column() == 0)
        painter->fillRect(QRect(rect.left(), rect.top(), line, rect.height()), theme().accent);
    if (index.column() == index.model()->columnCount() - 1)
        painter->fillRect(QRect(rect.right() + 1 - line, rect.top(), line, rect.height()), theme().accent);
}

} // namespace

void MergeCells::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    const bool isTaken = valueOf(index, MergeRole::Taken).toBool();
    const auto mark = static_cast<MergeMark>(valueOf(index, MergeRole::Mark).toInt());
    const bool isHead = valueOf(index, MergeRole::Head).toBool();
    painter->fillRect(option.rect, isTaken && mark != MergeMark::None ? theme().accentBg
                                   : isHead                           ? theme().alt
                                                                      : theme().base);
    painter->setPen(theme().grid);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    if (valueOf(index, MergeRole::Outcome).toBool()) {
        painter->drawLine(option.rect.topLeft(), option.rect.bottomLeft());
        painter->drawLine(option.rect.topRight(), option.rect.bottomRight());
    }
    if (isHead && isTaken)
        painter->fillRect(QRect(option.rect.topLeft(), QSize(option.rect.width(), scaled(3))), theme().accent);
    QRect room = option.rect.adjusted(scaled(kMargin), 0, -scaled(6), 0);
    if (mark != MergeMark::None)
        room.setLeft(paintMark(painter, option, mark, isTaken, room, isHead));
    if (const QString icon = valueOf(index, MergeRole::Icon).toString(); !icon.isEmpty()) {
        const QRect place(room.left(), room.center().y() - scaled(7), scaled(14), scaled(14));
        Icon::paint(*painter, icon, index.data(Qt::ForegroundRole).value<QColor>(), place, scaled(14));
        room.setLeft(place.right() + scaled(6));
    }
    paintText(painter, index, room, isHead);
    if (option.state & QStyle::State_HasFocus && mark != MergeMark::None)
        paintFrame(*painter, option.rect.adjusted(2, 3, -2, -4),
                   {.fill = {}, .line = theme().accent, .isDashed = true});
    paintCurrentRow(painter, option, index);
    painter->restore();
}

/// A field as everywhere; that of Qt has no frame and grows over the cells beside it.
QWidget* MergeCells::createEditor(QWidget* parent, const QStyleOptionViewItem&, const QModelIndex& index) const
{
    auto* editor = new QLineEdit(parent);
    editor->setAccessibleName(index.siblingAtColumn(0).data().toString());
    return editor;
}

void MergeCells::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option, const QModelIndex&) const
{
    editor->setGeometry(option.rect.adjusted(1, 1, -1, -1));
}

} // namespace banhang::client
