#include "client/ui/form/suggest_list.h"

#include "client/ui/look/control_painter.h"
#include "client/ui/look/icon.h"
#include "client/ui/look/text_style.h"
#include "client/ui/look/theme.h"
#include "client/ui/parts/icon_label.h"
#include "client/ui/parts/key_cap.h"
#include "client/ui/parts/label.h"

#include <QHBoxLayout>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace banhang::client {

namespace {

enum SuggestRole { IconRole = Qt::UserRole + 1, RestRole, KeyRole, DataRole, GroupRole };

constexpr int kPadding = 10;
constexpr int kIconSize = 16;
constexpr int kMaxRows = 10;

class SuggestDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const override
    {
        return {0, smallHeight(option.fontMetrics) + 2};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Theme& t = theme();
        const bool isCurrent = option.state & QStyle::State_Selected;
        painter->fillRect(option.rect, isCurrent ? t.sel : t.base);
        if (index.data(GroupRole).toBool())
            paintHairline(*painter, option.rect, Qt::TopEdge, t.grid);
        QRect rest = option.rect.adjusted(kPadding, 0, -kPadding, 0);
        const bool isEnabled = index.flags() & Qt::ItemIsEnabled;
        const QString iconName = index.data(IconRole).toString();
        if (!iconName.isEmpty()) {
            const int icon = scaled(kIconSize);
            Icon::paint(*painter, iconName, t.text2, QRect(rest.left(), rest.top(), icon, rest.height()), icon);
            rest.setLeft(rest.left() + icon + 8);
        }
        rest.setRight(rest.right() - paintKey(*painter, rest, index.data(KeyRole).toString()));
        const QString strong = index.data(Qt::DisplayRole).toString();
        const QColor color = isEnabled ? t.text : t.text2;
        const TextWeight weight = isEnabled ? TextWeight::Strong : TextWeight::Regular;
        const int width = write(*painter, rest, strong, textFont(TextSize::Body, weight), color);
        rest.setLeft(rest.left() + width + 8);
        write(*painter, rest, index.data(RestRole).toString(), textFont(TextSize::Second), t.text2);
    }

private:
    static int write(QPainter& painter, const QRect& rect, const QString& text, const QFont& font, const QColor& color)
    {
        const QFontMetrics metrics(font);
        const QString shown = metrics.elidedText(text, Qt::ElideRight, std::max(0, rect.width()));
        painter.setFont(font);
        painter.setPen(color);
        painter.drawText(rect, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, shown);
        return metrics.horizontalAdvance(shown);
    }

    static int paintKey(QPainter& painter, const QRect& rect, const QString& key)
    {
        if (key.isEmpty())
            return 0;
        const QSize size = keyCapSize(key);
        const QRect place(rect.right() - size.width(), rect.top() + (rect.height() - size.height()) / 2, size.width(),
                          size.height());
        paintKeyCap(painter, place, key);
        return size.width() + 8;
    }
};

} // namespace

SuggestList::SuggestList(QLineEdit* field, QWidget* host)
    : QFrame(host),
      m_field(field),
      m_list(new QListView(this)),
      m_model(new QStandardItemModel(this)),
      m_footer(new QWidget(this)),
      m_footerText(new Label(QString(), TextSize::Second, TextWeight::Regular, Tone::Quiet, m_footer))
{
    m_list->setModel(m_model);
    m_list->setItemDelegate(new SuggestDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus); // typing goes on in the field
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(tr("Suggestions"));
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex& index) { choose(index.row()); });

    auto* footerRow = new QHBoxLayout(m_footer);
    footerRow->setContentsMargins(kPadding, 3, kPadding, 3);
    footerRow->setSpacing(6);
    footerRow->addWidget(new IconLabel(QStringLiteral("info"), Tone::Quiet, 15, m_footer));
    footerRow->addWidget(m_footerText, 1);
    m_footer->hide();

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(2, 2, 2, 2);
    column->setSpacing(0);
    column->addWidget(m_list);
    column->addWidget(m_footer);
    m_field->installEventFilter(this);
    host->installEventFilter(this);
    connect(m_field, &QObject::destroyed, this, &QObject::deleteLater);
    hide();
}

void SuggestList::setSuggestions(const QList<Suggestion>& suggestions)
{
    m_model->clear();
    for (const Suggestion& suggestion : suggestions) {
        auto* item = new QStandardItem(suggestion.strong);
        item->setData(suggestion.iconName, IconRole);
        item->setData(suggestion.rest, RestRole);
        item->setData(suggestion.keyHint, KeyRole);
        item->setData(suggestion.data, DataRole);
        item->setData(suggestion.startsGroup, GroupRole);
        item->setData(suggestion.strong + u' ' + suggestion.rest, Qt::AccessibleTextRole);
        item->setEnabled(suggestion.isEnabled);
        m_model->appendRow(item);
    }
    if (suggestions.isEmpty() || !m_field->hasFocus())
        return hide();
    m_list->setCurrentIndex(QModelIndex());
    moveBy(1);
    place();
    show();
    raise();
}

void SuggestList::setFooter(const QString& text)
{
    m_footerText->setText(text);
    m_footer->setVisible(!text.isEmpty());
    if (isVisible())
        place();
}

int SuggestList::currentRow() const
{
    return m_list->currentIndex().row();
}

void SuggestList::place()
{
    // The field may be moved by any of these, for instance when a message appears above it.
    for (QWidget* widget = m_field; widget && widget != parentWidget(); widget = widget->parentWidget())
        widget->installEventFilter(this);
    const QPoint below = m_field->mapTo(parentWidget(), QPoint(0, m_field->height() - 1));
    const int rowHeightPx = smallHeight(m_list->fontMetrics()) + 2;
    const int rows = std::min(m_model->rowCount(), kMaxRows);
    const int footer = m_footer->isVisibleTo(this) ? m_footer->sizeHint().height() : 0;
    const int wanted = rows * rowHeightPx + footer + 4;
    const int roomBelow = parentWidget()->height() - below.y();
    const int roomAbove = below.y() - m_field->height();
    // Below, unless it would be cut there and there is more room above.
    if (wanted <= roomBelow || roomBelow >= roomAbove)
        setGeometry(below.x(), below.y(), m_field->width(), std::min(wanted, roomBelow));
    else
        setGeometry(below.x(), std::max(0, roomAbove + 2 - wanted), m_field->width(), std::min(wanted, roomAbove));
}

bool SuggestList::eventFilter(QObject* watched, QEvent* event)
{
    if ((event->type() == QEvent::Move || event->type() == QEvent::Resize) && isVisible())
        place();
    if (watched != m_field)
        return QFrame::eventFilter(watched, event);
    switch (event->type()) {
    case QEvent::InputMethod:
        m_isComposing = !static_cast<QInputMethodEvent*>(event)->preeditString().isEmpty();
        break;
    case QEvent::FocusOut:
        hide();
        break;
    case QEvent::ShortcutOverride:
        // While the list is open, Esc closes it and nothing else.
        if (isVisible() && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape)
            event->accept();
        break;
    case QEvent::KeyPress:
        if (isVisible() && !m_isComposing && onKey(static_cast<QKeyEvent*>(event)))
            return true;
        break;
    default:
        break;
    }
    return QFrame::eventFilter(watched, event);
}

bool SuggestList::onKey(QKeyEvent* event)
{
    if (event->modifiers() & ~Qt::KeypadModifier)
        return false;
    switch (event->key()) {
    case Qt::Key_Down:
        moveBy(1);
        return true;
    case Qt::Key_Up:
        moveBy(-1);
        return true;
    case Qt::Key_PageDown:
        moveBy(kMaxRows - 1);
        return true;
    case Qt::Key_PageUp:
        moveBy(1 - kMaxRows);
        return true;
    case Qt::Key_Escape:
        hide();
        emit dismissed();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose(currentRow());
        return true;
    default:
        return false;
    }
}

void SuggestList::moveBy(int step)
{
    const int rows = m_model->rowCount();
    const int direction = step > 0 ? 1 : -1;
    int row = std::clamp(currentRow() + step, 0, std::max(0, rows - 1));
    while (row >= 0 && row < rows && !m_model->item(row)->isEnabled())
        row += direction;
    if (row >= 0 && row < rows)
        m_list->setCurrentIndex(m_model->index(row, 0));
}

void SuggestList::choose(int row)
{
    const QStandardItem* item = m_model->item(row);
    if (!item || !item->isEnabled())
        return;
    const QVariant payload = item->data(DataRole);
    hide();
    emit chosen(payload);
}

void SuggestList::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintFrame(painter, rect(), {.fill = theme().base, .line = theme().input, .radius = 2});
}

} // namespace banhang::client
