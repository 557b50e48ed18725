#include "client/ui/look/choice_rows.h"

#include "client/ui/look/text_style.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QStyledItemDelegate>

#include <algorithm>

namespace banhang::client {

namespace {

class ChoiceRows final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const QSize usual = QStyledItemDelegate::sizeHint(option, index);
        return {usual.width(), std::max(usual.height(), smallHeight(option.fontMetrics))};
    }
};

} // namespace

void setChoiceRows(QComboBox& box)
{
    // Qt's own delegate of boxes asks no style how high a row is.
    box.setItemDelegate(new ChoiceRows(box.view()));
}

} // namespace banhang::client
