// Rows of two lines for lists: what it is, and a grey line below; an icon at the left, words at the right.
#pragma once

#include <QStyledItemDelegate>

class QAbstractItemView;

namespace banhang::client {

/// Beside Qt::DisplayRole, which is the first line.
enum TwoLineRole : int {
    SecondLineRole = Qt::UserRole + 200, // QString
    RowIconRole,                         // QString, icon of the set
    AsideRole,                           // QString at the right, in the middle unless there is a second
    AsideSecondRole,                     // QString at the right, below
    AsideToneRole,                       // int(Tone) of both
};

class TwoLineDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    /// Owner: the view, which gets uniform rows without a frame.
    explicit TwoLineDelegate(QAbstractItemView* view);

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    /// What is elided is told whole.
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override;
};

} // namespace banhang::client
