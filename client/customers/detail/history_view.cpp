#include "client/customers/detail/history_view.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QResizeEvent>
#include <QScrollBar>

#include <algorithm>

#include "client/core/moment_text.h"
#include "client/core/office_time.h"
#include "client/customers/customer_text.h"
#include "client/customers/detail/history_model.h"
#include "client/ui/look/icon.h"
#include "client/ui/look/look.h"
#include "client/ui/look/text_style.h"

namespace banhang::client {

namespace {

constexpr int kCircle = 26;
constexpr int kGap = 8;
constexpr int kBottom = 12;
constexpr int kTop = 12;
constexpr int kMargin = 14;
constexpr int kMaxLines = 12;
constexpr int kMenuWidth = 420;

const HistoryItem& itemOf(const QModelIndex& index)
{
    return static_cast<const HistoryModel*>(index.model())->item(index.row());
}

int labelColumn(const HistoryItem& item, const QFontMetrics& metrics)
{
    int widest = 0;
    for (const auto& line : item.lines)
        widest = std::max(widest, metrics.horizontalAdvance(line.label));
    return widest ? std::min(widest + 1, scaled(130)) + kGap : 0; // an advance is rounded
}

int headHeight()
{
    return std::max(scaled(kCircle), QFontMetrics(textFont(TextSize::Body)).height());
}

QString restoreText()
{
    return HistoryView::tr("Restore");
}

QRect wrapped(const QFontMetrics& metrics, const QRect& place, const QString& text)
{
    return metrics.boundingRect(place, Qt::TextWordWrap, text);
}

} // namespace

HistoryDelegate::HistoryDelegate(QListView* view) : QStyledItemDelegate(view), m_view(view)
{
    connect(&Look::instance(), &Look::changed, this, &HistoryDelegate::forgetSizes);
}

int HistoryDelegate::textLeft() const
{
    return kMargin + scaled(kCircle) + kGap;
}

QSize HistoryDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    const int width = m_view->viewport()->width();
    const QPair<int, int> key(index.row(), width);
    const auto found = m_heights.constFind(key);
    if (found != m_heights.constEnd())
        return {width, *found};
    const auto places = linePlaces(QRect(0, 0, width, 0), index);
    const int end = places.isEmpty() ? headHeight() : places.back().text.bottom() + 1;
    m_heights.insert(key, end + kBottom);
    return {width, end + kBottom};
}

QList<HistoryDelegate::LinePlace> HistoryDelegate::linePlaces(const QRect& area, const QModelIndex& index) const
{
    const auto& item = itemOf(index);
    const QFontMetrics body(textFont(TextSize::Body));
    const QFontMetrics second(textFont(TextSize::Second));
    const int left = area.left() + textLeft();
    const int right = area.right() - kMargin;
    const int label = labelColumn(item, second);
    const int link = second.horizontalAdvance(restoreText());
    QList<LinePlace> places;
    int top = area.top() + headHeight();
    for (qsizetype i = 0; i < std::min<qsizetype>(item.lines.size(), kMaxLines); ++i) {
        const auto& line = item.lines[i];
        const int indent = line.label.isEmpty() ? 0 : label;
        const int aside = line.field.isEmpty() ? 0 : link + kGap;
        LinePlace place;
        place.label = QRect(left, top, std::max(0, label - kGap), body.height());
        const QRect room(left + indent, top, std::max(60, right - left - indent - aside), 1000);
        place.text = QRect(room.topLeft(),
                           QSize(room.width(), std::max(body.height(), wrapped(body, room, line.text).height())));
        if (aside)
            place.restore = QRect(right - link, top, link, body.height());
        places.append(place);
        top = place.text.bottom() + 1;
    }
    return places;
}

int HistoryDelegate::restoreLineAt(const QRect& area, const QModelIndex& index, const QPoint& place) const
{
    const auto places = linePlaces(area, index);
    for (qsizetype i = 0; i < places.size(); ++i) {
        if (places[i].restore.adjusted(-kGap, 0, kGap, 0).contains(place) && !places[i].restore.isEmpty())
            return static_cast<int>(i);
    }
    return -1;
}

void HistoryDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto& item = itemOf(index);
    const auto& colors = theme();
    const QRect area = option.rect;
    painter->save();
    if (option.state & QStyle::State_HasFocus)
        painter->fillRect(area.adjusted(0, -kGap / 2, 0, -kGap / 2), colors.sel);
    painter->setRenderHint(QPainter::Antialiasing);

    const QRect circle(area.left() + kMargin, area.top(), scaled(kCircle), scaled(kCircle));
    painter->setPen(QPen(colors.border, 1));
    if (index.row() + 1 < index.model()->rowCount())
        painter->drawLine(circle.center().x(), circle.bottom() + 1, circle.center().x(), area.bottom() + 1);
    painter->setBrush(colors.alt);
    painter->drawEllipse(QRectF(circle).adjusted(0.5, 0.5, -0.5, -0.5));
    Icon::paint(*painter, item.iconName, colors.text2, circle, scaled(14));

    const QFont strong = textFont(TextSize::Body, TextWeight::Strong);
    const QFont second = textFont(TextSize::Second);
    const QFont bodyFont = textFont(TextSize::Body);
    const QFontMetrics strongMetrics(strong);
    const QFontMetrics secondMetrics(second);
    const int left = area.left() + textLeft();
    const int right = area.right() - kMargin;
    const QRect head(left, area.top(), right - left, headHeight());

    const QString when = longMoment(item.time, officeNow());
    const int whenWidth = secondMetrics.horizontalAdvance(when);
    const int whatWidth = std::min(strongMetrics.horizontalAdvance(item.what) + 1, head.width() - whenWidth - kGap);
    painter->setFont(strong);
    painter->setPen(colors.text);
    painter->drawText(QRect(left, head.top(), whatWidth, head.height()), Qt::AlignVCenter,
                      strongMetrics.elidedText(item.what, Qt::ElideRight, whatWidth));
    painter->setFont(second);
    painter->setPen(colors.text2);
    painter->drawText(head, Qt::AlignVCenter | Qt::AlignRight, when);
    const int whoLeft = left + whatWidth + kGap;
    const int whoWidth = right - whenWidth - kGap - whoLeft;
    if (whoWidth > 30)
        painter->drawText(QRect(whoLeft, head.top(), whoWidth, head.height()), Qt::AlignVCenter,
                          secondMetrics.elidedText(item.who, Qt::ElideRight, whoWidth));

    const auto places = linePlaces(area, index);
    for (qsizetype i = 0; i < places.size(); ++i) {
        const auto& line = item.lines[i];
        painter->setFont(second);
        painter->setPen(colors.text2);
        painter->drawText(places[i].label, Qt::AlignVCenter,
                          secondMetrics.elidedText(line.label, Qt::ElideRight, places[i].label.width()));
        if (!places[i].restore.isEmpty()) {
            painter->setPen(colors.accent);
            painter->drawText(places[i].restore, Qt::AlignVCenter | Qt::AlignRight, restoreText());
        }
        painter->setFont(bodyFont);
        painter->setPen(colors.text);
        painter->drawText(places[i].text, Qt::TextWordWrap, line.text);
    }
    painter->restore();
}

HistoryView::HistoryView(HistoryModel* model, QWidget* parent)
    : QListView(parent), m_delegate(new HistoryDelegate(this))
{
    setModel(model);
    setItemDelegate(m_delegate);
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(NoSelection);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setUniformItemSizes(false);
    setViewportMargins(0, kTop, 0, 0);
    setAccessibleName(tr("History"));
    viewport()->setMouseTracking(true);
    connect(model, &QAbstractItemModel::dataChanged, this, &HistoryView::onChanged);
    connect(model, &QAbstractItemModel::modelReset, this, &HistoryView::onChanged);
    connect(model, &QAbstractItemModel::rowsInserted, this, &HistoryView::onChanged);
    connect(&Look::instance(), &Look::changed, this, &HistoryView::onChanged);
}

void HistoryView::setFitted(int rows)
{
    m_fittedRows = rows;
    setViewportMargins(0, 0, 0, 0);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

int HistoryView::contentHeight() const
{
    int height = 0;
    for (int row = 0; row < std::min(model()->rowCount(), m_fittedRows); ++row)
        height += m_delegate->sizeHint({}, model()->index(row, 0)).height();
    return height;
}

QSize HistoryView::sizeHint() const
{
    return m_fittedRows ? QSize(300, contentHeight()) : QListView::sizeHint();
}

QSize HistoryView::minimumSizeHint() const
{
    return m_fittedRows ? QSize(100, contentHeight()) : QListView::minimumSizeHint();
}

void HistoryView::onChanged()
{
    m_delegate->forgetSizes();
    scheduleDelayedItemsLayout();
    updateGeometry();
}

int HistoryView::restoreLineAt(const QModelIndex& index, const QPoint& place) const
{
    return index.isValid() ? m_delegate->restoreLineAt(visualRect(index), index, place) : -1;
}

void HistoryView::mouseMoveEvent(QMouseEvent* event)
{
    QListView::mouseMoveEvent(event);
    const bool isLink = restoreLineAt(indexAt(event->pos()), event->pos()) >= 0;
    viewport()->setCursor(isLink ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void HistoryView::mouseReleaseEvent(QMouseEvent* event)
{
    QListView::mouseReleaseEvent(event);
    const auto index = indexAt(event->pos());
    const int found = restoreLineAt(index, event->pos());
    if (found < 0 || event->button() != Qt::LeftButton)
        return;
    const auto line = itemOf(index).lines[found];
    emit restoreRequested(line.field, line.oldJson);
}

void HistoryView::keyPressEvent(QKeyEvent* event)
{
    const auto index = currentIndex();
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && index.isValid())
        offer(index, viewport()->mapToGlobal(visualRect(index).center()));
    else
        QListView::keyPressEvent(event);
}

void HistoryView::contextMenuEvent(QContextMenuEvent* event)
{
    const bool isByKey = event->reason() == QContextMenuEvent::Keyboard;
    const auto index = isByKey ? currentIndex() : indexAt(event->pos());
    if (index.isValid())
        offer(index, isByKey ? viewport()->mapToGlobal(visualRect(index).center()) : event->globalPos());
}

void HistoryView::offer(const QModelIndex& index, const QPoint& globalPlace)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const auto& line : itemOf(index).lines) {
        if (line.field.isEmpty())
            continue;
        const QString text = tr("Restore %1: %2").arg(fieldLabel(line.field).toLower(), line.oldText);
        auto* action = menu->addAction(Icon::named(QStringLiteral("undo-2")),
                                       menu->fontMetrics().elidedText(text, Qt::ElideRight, kMenuWidth));
        connect(action, &QAction::triggered, this, [this, line] { emit restoreRequested(line.field, line.oldJson); });
    }
    if (menu->isEmpty())
        menu->addAction(tr("Nothing to restore: it is so now, or you may not change it"))->setEnabled(false);
    menu->popup(globalPlace);
}

void HistoryView::resizeEvent(QResizeEvent* event)
{
    QListView::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        onChanged();
}

} // namespace banhang::client
