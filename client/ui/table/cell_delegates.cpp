#include "client/ui/table/cell_delegates.h"

#include "client/ui/look/control_painter.h"
#include "client/ui/look/icon.h"
#include "client/ui/parts/avatar.h"
#include "client/ui/parts/tag.h"
#include "client/ui/table/data_table.h"
#include "client/ui/table/row_glow.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace banhang::client {

namespace {

constexpr int kPadding = 6;
constexpr int kRightPadding = 4;
constexpr int kFirstPadding = 12; // of the leftmost column, where the bars stand
constexpr int kBarWidth = 3;
constexpr int kGap = 6;
constexpr int kKindIcon = 15;
constexpr int kAvatarSize = 20;
constexpr int kDot = 6;

QColor mixed(const QColor& from, const QColor& to, int part, int whole)
{
    const auto mix = [&](int a, int b) { return a + (b - a) * part / whole; };
    return {mix(from.red(), to.red()), mix(from.green(), to.green()), mix(from.blue(), to.blue())};
}

CellTone toneOf(const QModelIndex& index)
{
    return static_cast<CellTone>(index.data(CellToneRole).toInt());
}

bool isRightAligned(const QModelIndex& index)
{
    return index.data(Qt::TextAlignmentRole).toInt() & Qt::AlignRight;
}

/// In which weight the ordinary text of a cell stands.
TextWeight weightOf(const CellState& cell)
{
    return cell.isChangedCell && cell.glow > 0 ? TextWeight::Strong : TextWeight::Regular;
}

} // namespace

CellDelegate::CellDelegate(DataTable* table) : QStyledItemDelegate(table), m_table(table) {}

CellTextCache& CellDelegate::texts() const
{
    return m_table->texts();
}

CellState CellDelegate::stateOf(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    CellState cell;
    cell.isSelected = option.state & QStyle::State_Selected;
    cell.isActive = m_table->isActive();
    cell.isHovered = m_table->hoveredRow() == index.row();
    cell.isOffline = m_table->isOffline();
    cell.isGone = index.data(GoneReasonRole).isValid();
    cell.isLoading = index.data(LoadingRole).toBool();
    cell.isChangedCell = index.data(ChangedCellRole).toBool();
    cell.glow = glowLevel(index.data(ChangedAtRole).toLongLong(), m_table->now());
    return cell;
}

void CellDelegate::paintGround(QPainter& painter, const QStyleOptionViewItem& option, const CellState& cell) const
{
    const Theme& t = theme();
    QColor ground = t.base;
    if (cell.isSelected)
        ground = cell.isActive && !cell.isOffline ? t.sel : t.selInactive;
    else if (cell.glow > 0)
        ground = mixed(t.base, t.peerBg, cell.glow, kGlowFull);
    else if (cell.isHovered)
        ground = t.hover;
    painter.fillRect(option.rect, ground);
    paintHairline(painter, option.rect, Qt::BottomEdge, t.grid);
    // The bars stand at the left edge of what is visible, also when the table is scrolled sideways.
    const bool holdsLeftEdge = option.rect.left() <= 0 && option.rect.right() > 0;
    if (holdsLeftEdge && (cell.isSelected || cell.glow > 0)) {
        const QRect bar(0, option.rect.top(), kBarWidth, option.rect.height());
        painter.fillRect(snapped(painter, bar), cell.isSelected ? t.accent : t.peer);
    }
}

void CellDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const CellState cell = stateOf(option, index);
    if (cell.glow > 0)
        m_table->keepGlowing();
    paintGround(*painter, option, cell);
    const int left = option.rect.left() <= 0 ? kFirstPadding : kPadding;
    const int right = isRightAligned(index) ? kPadding : kRightPadding;
    const QRect content = option.rect.adjusted(left, 0, -right, -1);
    if (cell.isLoading) {
        const QRect bar(content.left(), content.center().y() - 3, content.width() * 3 / 5, 8);
        painter->fillRect(bar, theme().selInactive);
        return;
    }
    paintCell(*painter, content, index, cell);
    if (cell.isActive && m_table->hasCellCursor() && index == m_table->currentIndex())
        paintFocus(*painter, option.rect, 0);
}

void CellDelegate::paintCell(QPainter& painter, const QRect& rect, const QModelIndex& index,
                             const CellState& cell) const
{
    const QString text = index.data(Qt::DisplayRole).toString();
    QRect place = rect;
    if (isRightAligned(index)) {
        const int width = texts().line(text, TextSize::Body, weightOf(cell), rect.width()).width;
        place.setLeft(rect.right() + 1 - width);
    }
    texts().draw(painter, place, text, textColor(cell, toneOf(index)), TextSize::Body, weightOf(cell));
}

QColor CellDelegate::textColor(const CellState& cell, CellTone tone) const
{
    const Theme& t = theme();
    if (cell.isChangedCell && cell.glow > 0)
        return t.peer;
    if (cell.isOffline || cell.isGone)
        return t.text2;
    switch (tone) {
    case CellTone::Quiet:
        return cell.isSelected || cell.glow > 0 ? t.text2 : t.text3;
    case CellTone::Accent:
        return t.accent;
    case CellTone::Ok:
        return t.ok;
    case CellTone::Warn:
        return t.warn;
    case CellTone::Error:
        return t.err;
    case CellTone::Peer:
        return t.peer;
    default:
        return t.text;
    }
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QString text = index.data(Qt::DisplayRole).toString();
    const int width = QFontMetrics(textFont(TextSize::Body)).horizontalAdvance(text);
    return {width + 2 * kPadding + 2, rowHeight(option.fontMetrics)};
}

bool CellDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                             const QModelIndex& index)
{
    const bool hasOwnTip = index.data(Qt::ToolTipRole).isValid();
    if (event->type() != QEvent::ToolTip || hasOwnTip || sizeHint(option, index).width() <= option.rect.width())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QToolTip::showText(event->globalPos(), index.data(Qt::DisplayRole).toString(), view);
    return true;
}

void NameDelegate::paintCell(QPainter& painter, const QRect& rect, const QModelIndex& index,
                             const CellState& cell) const
{
    const Theme& t = theme();
    QRect rest = rect;
    const QString iconName = index.data(IconNameRole).toString();
    if (!iconName.isEmpty()) {
        const int icon = scaled(kKindIcon);
        const QRect place(rest.left(), rest.top(), icon, rest.height());
        Icon::paint(painter, iconName, cell.isGone ? t.text3 : t.text2, place, icon);
        rest.setLeft(rest.left() + icon + 7);
    }
    const bool isNews = cell.glow > 0 || index.data(UnseenRole).toBool();
    const bool isChosen = cell.isSelected && cell.isActive && !cell.isOffline;
    const TextWeight weight = isChosen ? TextWeight::Strong : isNews ? TextWeight::Medium : TextWeight::Regular;
    const QString name = index.data(Qt::DisplayRole).toString();
    const QColor color = cell.glow > 0 && cell.isChangedCell ? t.peer : textColor(cell);
    const int width = texts().draw(painter, rest, name, color, TextSize::Body, weight);
    if (cell.isGone) {
        const int middle = rest.center().y() + 1;
        painter.fillRect(QRect(rest.left(), middle, width, 1), color);
    }
    rest.setLeft(rest.left() + width + kGap - 1);
    if (cell.glow == 0 && index.data(UnseenRole).toBool()) {
        const QRect dot(rest.left(), rest.center().y() - kDot / 2 + 1, kDot, kDot);
        if (dot.right() <= rect.right())
            paintFrame(painter, dot, {.fill = t.peer, .line = {}, .radius = kDot / 2.0});
        rest.setLeft(dot.right() + kGap);
    }
    const QVariant suffix = cell.isGone ? index.data(GoneReasonRole) : index.data(SuffixRole);
    const QColor quiet = cell.isSelected || cell.isOffline || cell.isGone ? t.text2 : t.text3;
    // Whole or not at all: half a legal form says nothing.
    if (!texts().line(suffix.toString(), TextSize::Small, TextWeight::Regular, rest.width()).isElided)
        texts().draw(painter, rest.adjusted(0, 1, 0, 1), suffix.toString(), quiet, TextSize::Small);
}

void TagDelegate::paintCell(QPainter& painter, const QRect& rect, const QModelIndex& index, const CellState& cell) const
{
    const CellTone tone = toneOf(index);
    if (tone == CellTone::Quiet)
        return CellDelegate::paintCell(painter, rect, index, cell);
    const QString text = elidedTagText(index.data(Qt::DisplayRole).toString(), tone, rect.width());
    if (text.isEmpty())
        return;
    const bool isGrey = cell.isOffline || cell.isGone;
    const QPixmap tag = tagPixmap(text, tone, painter.device()->devicePixelRatio(), isGrey);
    const int height = tag.deviceIndependentSize().toSize().height();
    painter.drawPixmap(rect.left(), rect.top() + (rect.height() - height + 1) / 2, tag);
}

void PersonDelegate::paintCell(QPainter& painter, const QRect& rect, const QModelIndex& index,
                               const CellState& cell) const
{
    QRect rest = rect;
    const QString initials = index.data(InitialsRole).toString();
    if (!initials.isEmpty()) {
        const qlonglong person = index.data(PersonIdRole).toLongLong();
        const qreal ratio = painter.device()->devicePixelRatio();
        const int size = scaled(kAvatarSize);
        const QPixmap avatar = avatarPixmap(person, initials, size, ratio, cell.isOffline || cell.isGone);
        painter.drawPixmap(rest.left(), rest.top() + (rest.height() - size + 1) / 2, avatar);
        rest.setLeft(rest.left() + size + kGap);
    }
    const QString name = index.data(Qt::DisplayRole).toString();
    texts().draw(painter, rest, name, textColor(cell, toneOf(index)), TextSize::Body, weightOf(cell));
}

void FigureDelegate::paintCell(QPainter& painter, const QRect& rect, const QModelIndex& index,
                               const CellState& cell) const
{
    constexpr int kUnbounded = 10'000;
    const QString text = index.data(Qt::DisplayRole).toString();
    const int width = texts().line(text, TextSize::Body, weightOf(cell), kUnbounded).width;
    if (width > rect.width())
        widenColumn(index.column(), width - rect.width());
    QRect place = rect;
    if (isRightAligned(index))
        place.setLeft(rect.right() + 1 - width);
    place.setWidth(kUnbounded);
    painter.save();
    painter.setClipRect(rect, Qt::IntersectClip);
    texts().draw(painter, place, text, textColor(cell, toneOf(index)), TextSize::Body, weightOf(cell));
    painter.restore();
}

void CellDelegate::widenColumn(int column, int byPixels) const
{
    m_table->widenColumn(column, byPixels);
}

} // namespace banhang::client
