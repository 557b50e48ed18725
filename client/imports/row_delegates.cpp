#include "client/imports/row_delegates.h"

#include <QPainter>

#include "client/imports/import_rows_model.h"
#include "client/ui/look/control_painter.h"
#include "client/ui/look/icon.h"
#include "client/ui/look/text_style.h"
#include "client/ui/table/cell_text.h"

namespace banhang::client {

namespace {

constexpr int kMargin = 2;
constexpr int kPadding = 8;
constexpr int kArrow = 14;
constexpr int kIcon = 15;
constexpr int kGap = 6;

} // namespace

void ProblemDelegate::paintCell(QPainter& painter, const QRect& rect, const QModelIndex& index,
                                const CellState& cell) const
{
    QRect words = rect;
    if (const QString icon = index.data(IconNameRole).toString(); !icon.isEmpty()) {
        const QRect place(rect.left(), rect.top(), scaled(kIcon), rect.height());
        const auto tone = static_cast<CellTone>(index.data(CellToneRole).toInt());
        Icon::paint(painter, icon, textColor(cell, tone), place, scaled(kIcon));
        words.setLeft(place.right() + kGap);
    }
    texts().draw(painter, words, index.data(Qt::DisplayRole).toString(), textColor(cell), TextSize::Body);
}

void ActionDelegate::paintCell(QPainter& painter, const QRect& rect, const QModelIndex& index,
                               const CellState& cell) const
{
    if (!index.data(ImportRowsModel::HasChoiceRole).toBool()) {
        CellDelegate::paintCell(painter, rect, index, cell);
        return;
    }
    const Theme& t = theme();
    const bool isOpen = static_cast<CellTone>(index.data(CellToneRole).toInt()) == CellTone::Warn;
    const QRect box = rect.adjusted(0, kMargin, 0, -kMargin);
    paintFrame(painter, box,
               {.fill = t.base, .line = isOpen ? t.warnBorder : t.input, .lineWidth = isOpen ? 2.0 : 1.0});
    const int arrow = scaled(kArrow);
    const QRect place(box.right() - kPadding - arrow, box.top(), arrow, box.height());
    Icon::paint(painter, QStringLiteral("chevron-down"), t.text2, place, arrow);
    QRect words = box.adjusted(kPadding, 0, 0, 0);
    words.setRight(place.left() - kPadding / 2);
    texts().draw(painter, words, index.data(Qt::DisplayRole).toString(), t.text, TextSize::Body);
}

} // namespace banhang::client
