// Delegates of data tables: one paints the ground of the row, the others the kinds of cells on it.
#pragma once

#include "client/ui/look/theme.h"
#include "client/ui/table/table_roles.h"

#include <QStyledItemDelegate>

namespace banhang::client {

class CellTextCache;
class DataTable;

/// What a cell needs to know about its row while it is painted.
struct CellState
{
    bool isSelected = false;
    bool isActive = false; // the table has the focus
    bool isHovered = false;
    bool isOffline = false;
    bool isGone = false;
    bool isLoading = false;
    bool isChangedCell = false;
    int glow = 0; // see `glowLevel`
};

/// Plain text cell, and base of all others. Owner: the table that it was made for.
class CellDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit CellDelegate(DataTable* table);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override;

protected:
    /// Content between the paddings; the ground is there already.
    virtual void paintCell(QPainter& painter, const QRect& rect, const QModelIndex& index, const CellState& cell) const;
    /// Colour of ordinary text in this state (quiet when offline, hint colours never on a selection).
    QColor textColor(const CellState& cell, CellTone tone = CellTone::Plain) const;
    CellTextCache& texts() const;
    /// Asks the table for more room, later: a figure must never be cut.
    void widenColumn(int column, int byPixels) const;

private:
    CellState stateOf(const QStyleOptionViewItem& option, const QModelIndex& index) const;
    void paintGround(QPainter& painter, const QStyleOptionViewItem& option, const CellState& cell) const;

    DataTable* m_table;
};

/// Icon of the kind, the distinctive part, the legal form small and grey, violet dot until opened.
class NameDelegate final : public CellDelegate
{
public:
    using CellDelegate::CellDelegate;

protected:
    void paintCell(QPainter& painter, const QRect& rect, const QModelIndex& index,
                   const CellState& cell) const override;
};

/// The text as a tag with the ground of `CellToneRole`; tone `Quiet` paints it as plain grey text.
class TagDelegate final : public CellDelegate
{
public:
    using CellDelegate::CellDelegate;

protected:
    void paintCell(QPainter& painter, const QRect& rect, const QModelIndex& index,
                   const CellState& cell) const override;
};

/// Avatar (`PersonIdRole`, `InitialsRole`) and name.
class PersonDelegate final : public CellDelegate
{
public:
    using CellDelegate::CellDelegate;

protected:
    void paintCell(QPainter& painter, const QRect& rect, const QModelIndex& index,
                   const CellState& cell) const override;
};

/// Phone, code, money, date: never elided, the column is at least as wide as its widest visible cell.
class FigureDelegate final : public CellDelegate
{
public:
    using CellDelegate::CellDelegate;

protected:
    void paintCell(QPainter& painter, const QRect& rect, const QModelIndex& index,
                   const CellState& cell) const override;
};

} // namespace banhang::client
