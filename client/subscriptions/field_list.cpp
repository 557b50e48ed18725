#include "client/subscriptions/field_list.h"

#include <QResizeEvent>
#include <QStyle>

#include <algorithm>

#include "client/notifications/notifiable_fields.h"
#include "client/ui/look/look.h"
#include "client/ui/look/text_style.h"

namespace banhang::client {

namespace {

constexpr int kMaxLines = 12; // more are scrolled
constexpr int kLineGap = 6;
constexpr int kBoxAndGap = 44;
constexpr int kNameRole = Qt::UserRole + 1;

} // namespace

FieldList::FieldList(QWidget* parent) : QListWidget(parent)
{
    setFlow(QListView::LeftToRight);
    setWrapping(true);
    setResizeMode(QListView::Adjust);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    updateWithLook(this, [this] { fit(); });
    connect(this, &QListWidget::itemChanged, this, [this] {
        if (!m_isFilling)
            emit changed();
    });
}

void FieldList::setFields(v1::SubscribedEntity entity, const QStringList& ticked)
{
    m_isFilling = true;
    clear();
    for (const auto& field : notifiableFields(entity)) {
        auto* item = new QListWidgetItem(notifiableFieldLabel(entity, field), this);
        item->setData(kNameRole, field);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(ticked.contains(field) ? Qt::Checked : Qt::Unchecked);
    }
    setCurrentRow(0);
    fit();
    m_isFilling = false;
}

/// Columns as wide as the longest name, and as many lines as they need.
void FieldList::fit()
{
    int width = 0;
    for (int i = 0; i < count(); ++i)
        width = std::max(width, fontMetrics().horizontalAdvance(item(i)->text()));
    const int line = fontMetrics().lineSpacing() + scaled(kLineGap);
    setGridSize({width + scaled(kBoxAndGap), line});
    // The view keeps the room of its scroll bar free at all times.
    const int room = this->width() - 2 * frameWidth() - style()->pixelMetric(QStyle::PM_ScrollBarExtent);
    const int columns = std::max(1, room / gridSize().width());
    const int lines = std::clamp((count() + columns - 1) / columns, 1, kMaxLines);
    setFixedHeight(line * lines + 2 * frameWidth() + scaled(kLineGap));
}

void FieldList::resizeEvent(QResizeEvent* event)
{
    QListWidget::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        fit();
}

QStringList FieldList::ticked() const
{
    QStringList fields;
    for (int i = 0; i < count(); ++i)
        if (item(i)->checkState() == Qt::Checked)
            fields.append(item(i)->data(kNameRole).toString());
    return fields;
}

} // namespace banhang::client
