#include "client/activities/timeline_view.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QResizeEvent>
#include <QScrollBar>

#include <algorithm>

#include "client/activities/activity_text.h"
#include "client/activities/timeline_model.h"
#include "client/core/directory_cache.h"
#include "client/core/moment_text.h"
#include "client/core/office_time.h"
#include "client/core/picklist_cache.h"
#include "client/ui/look/icon.h"
#include "client/ui/look/look.h"
#include "client/ui/look/text_style.h"
#include "client/ui/parts/tag.h"

namespace banhang::client {

namespace {

constexpr int kCircle = 26;
constexpr int kGap = 8;
constexpr int kBottom = 12;
constexpr int kMargin = 14;
constexpr int kMaxLines = 6;
constexpr int kMinWhoWidth = 30;

int textLeft()
{
    return scaled(kMargin + kCircle + kGap);
}

int headHeight()
{
    return std::max(scaled(kCircle), QFontMetrics(textFont(TextSize::Body, TextWeight::Strong)).height());
}

/// At most so many lines of a text; the whole stands in the editor.
QString shortened(const std::string& text)
{
    auto lines = QString::fromStdString(text).split(QLatin1Char('\n'));
    if (lines.size() <= kMaxLines)
        return lines.join(QLatin1Char('\n'));
    return lines.mid(0, kMaxLines).join(QLatin1Char('\n')) + QStringLiteral(" …");
}

QStringList lineLabels()
{
    return {TimelineDelegate::tr("Place"),      TimelineDelegate::tr("Preparation"),
            TimelineDelegate::tr("Discussion"), TimelineDelegate::tr("Result"),
            TimelineDelegate::tr("Goal"),       TimelineDelegate::tr("Callback reason")};
}

/// As wide for all entries, so that their texts stand below each other.
int labelColumn(const QFontMetrics& metrics)
{
    int widest = 0;
    for (const QString& label : lineLabels())
        widest = std::max(widest, metrics.horizontalAdvance(label));
    return widest + scaled(kGap);
}

QString momentOf(const v1::Activity& activity)
{
    const auto now = officeNow();
    const auto start = activityStart(activity);
    if (isClosed(activity) && start.isValid())
        return longMoment(start, now);
    return whenText(activity, now);
}

} // namespace

TimelineDelegate::TimelineDelegate(const Workplace& workplace, TimelineModel* model, QListView* view)
    : QStyledItemDelegate(view), m_workplace(workplace), m_model(model), m_view(view)
{
}

void TimelineDelegate::addWords(int row, Entry& entry) const
{
    const auto& activity = m_model->activity(row);
    const auto now = officeNow();
    entry.what = activityTitle(activity, m_workplace.picklists);
    const QString duration = durationText(activity.duration_seconds());
    if (!duration.isEmpty())
        entry.what = tr("%1, %2").arg(entry.what, duration);
    QStringList who{m_workplace.directory.fullName(activity.owner_user_id())};
    for (const qint64 other : activity.participant_user_ids())
        who.append(m_workplace.directory.givenName(other));
    if (!activity.contact_name().empty())
        who.append(tr("with %1").arg(QString::fromStdString(activity.contact_name())));
    entry.who = who.join(QStringLiteral(", "));
    entry.when = momentOf(activity);
    entry.fileCount = activity.attachment_count();
    const auto add = [&entry](const QString& label, const std::string& text) {
        if (!text.empty())
            entry.lines.append({label, shortened(text), {}, {}});
    };
    const QStringList labels = lineLabels();
    const std::string* texts[] = {&activity.place(),  &activity.preparation(), &activity.course(),
                                  &activity.result(), &activity.goal(),        &activity.callback_reason()};
    for (qsizetype i = 0; i < labels.size(); ++i)
        add(labels[i], *texts[i]);
    if (activity.state() == v1::ACTIVITY_STATE_MISSED || activity.state() == v1::ACTIVITY_STATE_CANCELLED)
        entry.tag = stateWord(activity.state());
    if (isPlanned(activity)) {
        const QString late = lateText(activity, now);
        entry.isTagOverdue = !late.isEmpty();
        entry.tag =
            late.isEmpty() ? (activity.is_callback() ? tr("Asked to be contacted again") : tr("Planned")) : late;
    } else if (const auto* next = m_model->stepAfter(activity.id()); next && isPlanned(*next)) {
        entry.tag = tr("%1 %2").arg(activityTitle(*next, m_workplace.picklists), whenText(*next, now));
    }
}

TimelineDelegate::Entry TimelineDelegate::layOut(int row, const QRect& area) const
{
    Entry entry;
    addWords(row, entry);
    const QFontMetrics body(textFont(TextSize::Body));
    const QFontMetrics second(textFont(TextSize::Second));
    const int left = area.left() + textLeft();
    const int right = area.right() - scaled(kMargin);
    const int label = labelColumn(second);
    int top = area.top() + headHeight();
    for (auto& line : entry.lines) {
        line.labelRect = QRect(left, top, label - scaled(kGap), body.height());
        const QRect room(left + label, top, std::max(scaled(60), right - left - label), 10'000);
        const QRect wrapped = body.boundingRect(room, Qt::TextWordWrap, line.text);
        line.textRect = QRect(room.topLeft(), QSize(room.width(), std::max(body.height(), wrapped.height())));
        top = line.textRect.bottom() + 1;
    }
    if (!entry.tag.isEmpty()) {
        const auto size =
            tagPixmap(entry.tag, CellTone::Accent, m_view->devicePixelRatioF()).deviceIndependentSize().toSize();
        entry.tagRect = QRect(QPoint(left, top + scaled(3)), size);
        top = entry.tagRect.bottom() + 1;
    }
    entry.height = top - area.top() + scaled(kBottom);
    return entry;
}

QSize TimelineDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    const int width = m_view->viewport()->width();
    const QPair<int, int> key(index.row(), width);
    const auto found = m_heights.constFind(key);
    if (found != m_heights.constEnd())
        return {width, *found};
    const int height = layOut(index.row(), QRect(0, 0, width, 0)).height;
    m_heights.insert(key, height);
    return {width, height};
}

void TimelineDelegate::paintCircle(QPainter* painter, const QRect& area, int row) const
{
    const auto& colors = theme();
    const auto& activity = m_model->activity(row);
    const QRect circle(area.left() + scaled(kMargin), area.top(), scaled(kCircle), scaled(kCircle));
    painter->setPen(QPen(colors.border, 1));
    if (row + 1 < m_model->rowCount())
        painter->drawLine(circle.center().x(), circle.bottom() + 1, circle.center().x(), area.bottom() + 1);
    painter->setBrush(isPlanned(activity) ? colors.accentBg : colors.alt);
    painter->drawEllipse(QRectF(circle).adjusted(0.5, 0.5, -0.5, -0.5));
    Icon::paint(*painter, activityIcon(activity), isPlanned(activity) ? colors.accent : colors.text2, circle,
                scaled(14));
}

void TimelineDelegate::paintHead(QPainter* painter, const QRect& area, const Entry& entry) const
{
    const auto& colors = theme();
    const QFont strong = textFont(TextSize::Body, TextWeight::Strong);
    const QFont second = textFont(TextSize::Second);
    const QFontMetrics strongMetrics(strong);
    const QFontMetrics secondMetrics(second);
    const int left = area.left() + textLeft();
    const QRect head(left, area.top(), area.right() - scaled(kMargin) - left, headHeight());
    const int whenWidth = secondMetrics.horizontalAdvance(entry.when);
    const int whatWidth =
        std::min(strongMetrics.horizontalAdvance(entry.what) + 1, head.width() - whenWidth - scaled(kGap));
    painter->setFont(strong);
    painter->setPen(colors.text);
    painter->drawText(QRect(head.topLeft(), QSize(whatWidth, head.height())), Qt::AlignVCenter,
                      strongMetrics.elidedText(entry.what, Qt::ElideRight, whatWidth));
    painter->setFont(second);
    painter->setPen(colors.text2);
    painter->drawText(head, Qt::AlignVCenter | Qt::AlignRight, entry.when);
    const int clipWidth = entry.fileCount > 0 ? paintClip(painter, head.adjusted(0, 0, -whenWidth, 0), entry) : 0;
    const int whoLeft = left + whatWidth + scaled(kGap);
    const int whoWidth = head.right() - whenWidth - clipWidth - scaled(kGap) - whoLeft;
    if (whoWidth > kMinWhoWidth)
        painter->drawText(QRect(whoLeft, head.top(), whoWidth, head.height()), Qt::AlignVCenter,
                          secondMetrics.elidedText(entry.who, Qt::ElideRight, whoWidth));
}

/// A paper clip with the number of files, right-aligned; answers its width.
int TimelineDelegate::paintClip(QPainter* painter, const QRect& area, const Entry& entry) const
{
    const QString count = QString::number(entry.fileCount);
    const int icon = scaled(14);
    const int width = icon + painter->fontMetrics().horizontalAdvance(count) + scaled(kGap) + scaled(2);
    const QRect clip(area.right() - width, area.top(), width - scaled(kGap), area.height());
    Icon::paint(*painter, QStringLiteral("paperclip"), theme().text2, QRect(clip.topLeft(), QSize(icon, clip.height())),
                icon);
    painter->drawText(clip, Qt::AlignVCenter | Qt::AlignRight, count);
    return width;
}

void TimelineDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto& colors = theme();
    const Entry entry = layOut(index.row(), option.rect);
    painter->save();
    if ((option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_Selected))
        painter->fillRect(option.rect.adjusted(0, -scaled(kGap) / 2, 0, -scaled(kGap) / 2), colors.sel);
    painter->setRenderHint(QPainter::Antialiasing);
    paintCircle(painter, option.rect, index.row());
    paintHead(painter, option.rect, entry);
    for (const auto& line : entry.lines) {
        painter->setFont(textFont(TextSize::Second));
        painter->setPen(colors.text2);
        painter->drawText(line.labelRect, Qt::AlignVCenter, line.label);
        painter->setFont(textFont(TextSize::Body));
        painter->setPen(colors.text);
        painter->drawText(line.textRect, Qt::TextWordWrap, line.text);
    }
    if (!entry.tag.isEmpty()) {
        const auto& activity = m_model->activity(index.row());
        const bool isQuiet = isClosed(activity) && activity.state() != v1::ACTIVITY_STATE_DONE;
        const auto tone = entry.isTagOverdue ? CellTone::Error : isQuiet ? CellTone::Plain : CellTone::Accent;
        painter->drawPixmap(entry.tagRect.topLeft(), tagPixmap(entry.tag, tone, m_view->devicePixelRatioF()));
    }
    painter->restore();
}

TimelineView::TimelineView(const Workplace& workplace, TimelineModel* model, QWidget* parent)
    : QListView(parent), m_timeline(model), m_delegate(new TimelineDelegate(workplace, model, this))
{
    setModel(model);
    setItemDelegate(m_delegate);
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(SingleSelection);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setUniformItemSizes(false);
    setAccessibleName(tr("Work so far"));
    connect(model, &QAbstractItemModel::dataChanged, this, &TimelineView::onChanged);
    connect(model, &QAbstractItemModel::modelReset, this, &TimelineView::onChanged);
    connect(model, &QAbstractItemModel::rowsInserted, this, &TimelineView::onChanged);
    connect(&Look::instance(), &Look::changed, this, &TimelineView::onChanged);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &TimelineView::onScrolled);
    connect(this, &QListView::doubleClicked, this, [this] { emit openRequested(currentId()); });
}

void TimelineView::setFitted(int rows)
{
    m_fittedRows = rows;
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

int TimelineView::contentHeight() const
{
    int height = 0;
    for (int row = 0; row < std::min(model()->rowCount(), m_fittedRows); ++row)
        height += m_delegate->sizeHint({}, model()->index(row, 0)).height();
    return height;
}

QSize TimelineView::sizeHint() const
{
    return m_fittedRows ? QSize(300, contentHeight()) : QListView::sizeHint();
}

QSize TimelineView::minimumSizeHint() const
{
    return m_fittedRows ? QSize(100, contentHeight()) : QListView::minimumSizeHint();
}

void TimelineView::onChanged()
{
    m_delegate->forgetSizes();
    scheduleDelayedItemsLayout();
    updateGeometry();
}

void TimelineView::onScrolled()
{
    if (!m_fittedRows && verticalScrollBar()->value() == verticalScrollBar()->minimum())
        m_timeline->fetchNewer();
}

qint64 TimelineView::currentId() const
{
    return currentIndex().isValid() ? m_timeline->activity(currentIndex().row()).id() : 0;
}

void TimelineView::keyPressEvent(QKeyEvent* event)
{
    const qint64 id = currentId();
    if (id && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && event->modifiers() == Qt::NoModifier)
        emit openRequested(id);
    else if (id && event->key() == Qt::Key_Space)
        emit outcomeRequested(id);
    else if (id && event->key() == Qt::Key_Delete)
        emit binRequested(id);
    else if (id && event->key() == Qt::Key_Insert)
        emit filesRequested(id);
    else
        QListView::keyPressEvent(event);
}

void TimelineView::contextMenuEvent(QContextMenuEvent* event)
{
    const bool isByKey = event->reason() == QContextMenuEvent::Keyboard;
    const auto index = isByKey ? currentIndex() : indexAt(event->pos());
    if (!index.isValid())
        return;
    setCurrentIndex(index);
    const qint64 id = currentId();
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [menu, this](const QString& icon, const QString& text, const QString& key, auto work) {
        connect(menu->addAction(Icon::named(icon), text + QLatin1Char('\t') + key), &QAction::triggered, this, work);
    };
    add(QStringLiteral("pencil"), tr("Open"), QStringLiteral("Enter"), [this, id] { emit openRequested(id); });
    if (isPlanned(m_timeline->activity(index.row())))
        add(QStringLiteral("check"), tr("Log the result"), tr("Space"), [this, id] { emit outcomeRequested(id); });
    add(QStringLiteral("paperclip"), tr("Files"), QStringLiteral("Ins"), [this, id] { emit filesRequested(id); });
    menu->addSeparator();
    add(QStringLiteral("trash-2"), tr("Delete"), QStringLiteral("Del"), [this, id] { emit binRequested(id); });
    menu->popup(isByKey ? viewport()->mapToGlobal(visualRect(index).center()) : event->globalPos());
}

void TimelineView::resizeEvent(QResizeEvent* event)
{
    QListView::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        onChanged();
}

} // namespace banhang::client
