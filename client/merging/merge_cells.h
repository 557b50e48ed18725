// How a cell of the merge table looks: the value, the mark that takes it, and what the other side writes differently.
#pragma once

#include <QStyledItemDelegate>

namespace banhang::client {

/// What the cells of a merge say beside their text.
enum class MergeRole {
    Mark = Qt::UserRole + 1, ///< MergeMark
    Taken,
    Doubtful,
    Head,
    OtherValue,    ///< text of the customer to compare with
    Icon,          ///< before the text
    OwnerId,       ///< of the customer in the head; 0 = none
    OwnerInitials, ///< for the avatar
    Outcome,       ///< stands between two lines
};
enum class MergeMark { None, Radio, Check };

class MergeCells final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const override;
};

} // namespace banhang::client
