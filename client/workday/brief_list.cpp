#include "client/workday/brief_list.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QVBoxLayout>

#include "client/ui/look/look.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/icon_label.h"
#include "client/ui/parts/label.h"
#include "client/ui/parts/tab_order.h"
#include "client/ui/table/two_line_delegate.h"
#include "client/workday/section_bar.h"

namespace banhang::client {

namespace {

constexpr int kMaxCounted = 100;
constexpr int kIdRole = Qt::UserRole + 1;

} // namespace

BriefRows::BriefRows(QWidget* parent) : QListWidget(parent)
{
    setItemDelegate(new TwoLineDelegate(this));
    setUniformItemSizes(true);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(this, &QListWidget::itemClicked, this,
            [this](QListWidgetItem* item) { emit opened(item->data(kIdRole).toLongLong()); });
    connect(&Look::instance(), &Look::changed, this, [this] {
        scheduleDelayedItemsLayout();
        updateGeometry();
    });
}

QSize BriefRows::sizeHint() const
{
    const int row = count() ? itemDelegate()->sizeHint({}, {}).height() : 0;
    return {200, row * count()};
}

void BriefRows::keyPressEvent(QKeyEvent* event)
{
    const auto* item = currentItem();
    if (item && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) &&
        event->modifiers() == Qt::NoModifier)
        emit opened(item->data(kIdRole).toLongLong());
    else if (item && event->key() == Qt::Key_Space)
        emit ticked(item->data(kIdRole).toLongLong());
    else
        QListWidget::keyPressEvent(event);
}

BriefList::BriefList(const QString& iconName, const QString& title, QWidget* parent)
    : QWidget(parent),
      m_icon(new IconLabel(iconName, Tone::Quiet, 16)),
      m_count(new Label({}, TextSize::Body, TextWeight::Regular, Tone::Quiet)),
      m_rows(new BriefRows),
      m_nothing(new Label({}, TextSize::Second, TextWeight::Regular, Tone::Quiet))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_head = addSectionBar(column);
    m_head->addWidget(m_icon);
    auto* words = new Label(title, TextSize::Body, TextWeight::Strong);
    words->setElided(true); // else the list would reach below the scroll bar of a narrow page
    m_head->addWidget(words);
    m_head->addWidget(m_count);
    m_head->addStretch(1);
    column->addWidget(m_rows);
    m_nothing->setContentsMargins(12, 8, 12, 8);
    m_nothing->setWordWrap(true);
    m_nothing->hide();
    column->addWidget(m_nothing);
    m_rows->setAccessibleName(title);
}

void BriefList::setRows(const QList<BriefRow>& rows, int capped)
{
    const qint64 before = currentId();
    m_rows->clear();
    for (const auto& row : rows) {
        auto* item = new QListWidgetItem(row.strong, m_rows);
        item->setData(kIdRole, row.id);
        item->setData(SecondLineRole, row.second);
        item->setData(AsideRole, row.aside);
        item->setData(AsideSecondRole, row.asideSecond);
        item->setData(AsideToneRole, static_cast<int>(row.asideTone));
        QStringList spoken{row.strong, row.second, row.aside, row.asideSecond};
        spoken.removeAll(QString());
        item->setData(Qt::AccessibleTextRole, spoken.join(QStringLiteral(", ")));
        if (row.id == before)
            m_rows->setCurrentItem(item);
    }
    const auto count = capped < 0 ? rows.size() : static_cast<qsizetype>(capped);
    m_count->setText(count > kMaxCounted ? tr("%1+").arg(kMaxCounted) : count ? QString::number(count) : QString());
    m_rows->setVisible(!rows.isEmpty());
    m_nothing->setVisible(rows.isEmpty());
    m_rows->updateGeometry();
}

void BriefList::setFirstRows(const QList<BriefRow>& rows)
{
    setRows(rows);
    m_count->setText(tr("%1+").arg(rows.size()));
}

void BriefList::setNothing(const QString& text)
{
    m_nothing->setText(text);
}

Button* BriefList::setLink(const QString& text, const std::function<void()>& run)
{
    auto* link = new Button(ButtonKind::Link, {}, text);
    m_head->addWidget(link);
    tabThrough(*layout(), m_rows);
    connect(link, &Button::clicked, this, run);
    return link;
}

qint64 BriefList::currentId() const
{
    return m_rows->currentItem() ? m_rows->currentItem()->data(kIdRole).toLongLong() : 0;
}

} // namespace banhang::client
