// Cells of the rows of an import that are more than text.
#pragma once

#include "client/ui/table/cell_delegates.h"

namespace banhang::client {

/// What was found, with the icon of its kind; only the icon has the colour.
class ProblemDelegate final : public CellDelegate
{
public:
    using CellDelegate::CellDelegate;

protected:
    void paintCell(QPainter& painter, const QRect& rect, const QModelIndex& index,
                   const CellState& cell) const override;
};

/// What will be done, painted as the choice box that it opens.
class ActionDelegate final : public CellDelegate
{
public:
    using CellDelegate::CellDelegate;

protected:
    void paintCell(QPainter& painter, const QRect& rect, const QModelIndex& index,
                   const CellState& cell) const override;
};

} // namespace banhang::client
