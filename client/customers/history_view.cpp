#include "client/customers/history_view.h"

#include <QPainter>
#include <QResizeEvent>
#include <QScrollBar>

#include <algorithm>

#include "client/core/moment_text.h"
#include "client/customers/history_model.h"
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

const HistoryItem& itemOf(const QModelIndex& index)
{
    return static_cast<const HistoryModel*>(index.model())->item(index.row());
}

int labelColumn(const HistoryItem& item, const QFontMetrics& metrics)
{
    int widest = 0;
    for (const auto& line : item.lines)
        widest = std::max(widest, metrics.horizontalAdvance(line.first));
    return widest ? std::min(widest, 130) + kGap : 0;
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
    return kMargin + kCircle + kGap;
}

QSize HistoryDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    const int width = m_view->viewport()->width();
    const QPair<int, int> key(index.row(), width);
    const auto found = m_heights.constFind(key);
    if (found != m_heights.constEnd())
        return {width, *found};
    const auto& item = itemOf(index);
    const QFontMetrics body(textFont(TextSize::Body));
    const int label = labelColumn(item, QFontMetrics(textFont(TextSize::Second)));
    int height = std::max(kCircle, body.height());
    for (qsizetype i = 0; i < std::min<qsizetype>(item.lines.size(), kMaxLines); ++i) {
        const auto& [name, text] = item.lines[i];
        const int indent = name.isEmpty() ? 0 : label;
        const QRect place(0, 0, std::max(60, width - textLeft() - indent - kMargin), 1000);
        height += std::max(body.height(), wrapped(body, place, text).height());
    }
    m_heights.insert(key, height + kBottom);
    return {width, height + kBottom};
}

void HistoryDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto& item = itemOf(index);
    const auto& colors = theme();
    const QRect area = option.rect;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);

    const QRect circle(area.left() + kMargin, area.top(), kCircle, kCircle);
    painter->setPen(QPen(colors.border, 1));
    if (index.row() + 1 < index.model()->rowCount())
        painter->drawLine(circle.center().x(), circle.bottom() + 1, circle.center().x(), area.bottom() + 1);
    painter->setBrush(colors.alt);
    painter->drawEllipse(QRectF(circle).adjusted(0.5, 0.5, -0.5, -0.5));
    Icon::paint(*painter, item.iconName, colors.text2, circle, 14);

    const QFont strong = textFont(TextSize::Body, TextWeight::Strong);
    const QFont second = textFont(TextSize::Second);
    const QFont bodyFont = textFont(TextSize::Body);
    const QFontMetrics strongMetrics(strong);
    const QFontMetrics secondMetrics(second);
    const QFontMetrics bodyMetrics(bodyFont);
    const int left = area.left() + textLeft();
    const int right = area.right() - kMargin;
    const QRect head(left, area.top(), right - left, std::max(kCircle, bodyMetrics.height()));

    const QString when = longMoment(item.time, QDateTime::currentDateTime());
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

    const int label = labelColumn(item, secondMetrics);
    int top = head.bottom() + 1;
    for (qsizetype i = 0; i < std::min<qsizetype>(item.lines.size(), kMaxLines); ++i) {
        const auto& [name, text] = item.lines[i];
        const int indent = name.isEmpty() ? 0 : label;
        const QRect place(left + indent, top, right - left - indent, 1000);
        const int height = std::max(bodyMetrics.height(), wrapped(bodyMetrics, place, text).height());
        painter->setFont(second);
        painter->setPen(colors.text2);
        painter->drawText(QRect(left, top, label - kGap, bodyMetrics.height()), Qt::AlignVCenter,
                          secondMetrics.elidedText(name, Qt::ElideRight, std::max(0, label - kGap)));
        painter->setFont(bodyFont);
        painter->setPen(colors.text);
        painter->drawText(QRect(place.left(), top, place.width(), height), Qt::TextWordWrap, text);
        top += height;
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

void HistoryView::resizeEvent(QResizeEvent* event)
{
    QListView::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        onChanged();
}

} // namespace banhang::client
