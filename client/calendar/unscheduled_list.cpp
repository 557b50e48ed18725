#include "client/calendar/unscheduled_list.h"

#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

#include "client/activities/activity_text.h"
#include "client/calendar/time_grid.h"
#include "client/ui/look/icon.h"
#include "client/ui/look/text_style.h"
#include "client/ui/look/theme.h"

namespace banhang::client {

namespace {

constexpr int kMargin = 12;
constexpr int kGap = 8;
constexpr int kIcon = 15;
constexpr int kShownRows = 6;

class UntimedDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        return {0, rowHeight(QFontMetrics(textFont(TextSize::Body))) - 2};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const bool isSelected =
            option.state.testFlag(QStyle::State_Selected) && option.state.testFlag(QStyle::State_HasFocus);
        painter->fillRect(option.rect, isSelected                                       ? theme().sel
                                       : option.state.testFlag(QStyle::State_MouseOver) ? theme().hover
                                                                                        : theme().base);
        QRect line = option.rect.adjusted(kMargin, 0, -kMargin, 0);
        Icon::paint(*painter, QStringLiteral("grip-vertical"), theme().text2,
                    QRect(line.left(), line.top(), scaled(kIcon), line.height()), scaled(kIcon));
        line.setLeft(line.left() + scaled(kIcon) + kGap);
        painter->setFont(textFont(TextSize::Body));
        painter->setPen(theme().text);
        painter->drawText(
            line, Qt::AlignVCenter,
            QFontMetrics(painter->font()).elidedText(index.data().toString(), Qt::ElideRight, line.width()));
        painter->setPen(theme().grid);
        painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    }
};

} // namespace

UnscheduledModel::UnscheduledModel(const PicklistCache& picklists, QObject* parent)
    : QAbstractListModel(parent), m_picklists(picklists)
{
}

void UnscheduledModel::setActivities(std::vector<v1::Activity> activities)
{
    beginResetModel();
    m_activities = std::move(activities);
    endResetModel();
}

const v1::Activity* UnscheduledModel::find(qint64 id) const
{
    const auto found = std::find_if(m_activities.begin(), m_activities.end(),
                                    [id](const v1::Activity& each) { return each.id() == id; });
    return found == m_activities.end() ? nullptr : &*found;
}

int UnscheduledModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_activities.size());
}

QVariant UnscheduledModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const v1::Activity& activity = at(index.row());
    const QString title = activityTitle(activity, m_picklists);
    const QString whom = activityWhom(activity);
    const QString whole = whom.isEmpty() ? title : tr("%1 · %2", "title, whom").arg(title, whom);
    return role == Qt::DisplayRole || role == Qt::ToolTipRole ? whole : QVariant();
}

Qt::ItemFlags UnscheduledModel::flags(const QModelIndex& index) const
{
    return QAbstractListModel::flags(index) | (index.isValid() ? Qt::ItemIsDragEnabled : Qt::NoItemFlags);
}

QStringList UnscheduledModel::mimeTypes() const
{
    return {QLatin1String(TimeGrid::kTaskMime)};
}

QMimeData* UnscheduledModel::mimeData(const QModelIndexList& indexes) const
{
    auto* data = new QMimeData; // Qt takes it over
    data->setData(QLatin1String(TimeGrid::kTaskMime),
                  QByteArray::number(static_cast<qlonglong>(at(indexes.value(0).row()).id())));
    return data;
}

UnscheduledList::UnscheduledList(UnscheduledModel* model, QWidget* parent) : QListView(parent)
{
    setModel(model);
    setItemDelegate(new UntimedDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setDragEnabled(true);
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Without an hour"));
    connect(model, &QAbstractItemModel::modelReset, this, &QWidget::updateGeometry);
}

QSize UnscheduledList::sizeHint() const
{
    const int rows = std::clamp(model()->rowCount(), 1, kShownRows);
    return {0, rows * (rowHeight(QFontMetrics(textFont(TextSize::Body))) - 2)};
}

void UnscheduledList::keyPressEvent(QKeyEvent* event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && currentIndex().isValid())
        emit placeRequested(static_cast<UnscheduledModel*>(model())->at(currentIndex().row()).id());
    else
        QListView::keyPressEvent(event);
}

} // namespace banhang::client
