#include "client/ui/parts/rail.h"

#include "client/ui/look/control_painter.h"
#include "client/ui/look/icon.h"
#include "client/ui/look/look.h"
#include "client/ui/look/text_style.h"

#include <QButtonGroup>
#include <QPainter>
#include <QVBoxLayout>

#include <utility>

namespace banhang::client {

namespace {

constexpr int kWide = 76;
constexpr int kNarrow = 48;
constexpr int kIconSize = 20;
constexpr int kBarWidth = 3;
constexpr int kMaxBadge = 99;
constexpr int kKeys = 9;

} // namespace

RailButton::RailButton(const QString& iconName, const QString& text, QWidget* parent)
    : QAbstractButton(parent), m_iconName(iconName)
{
    setText(text);
    setCheckable(true);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&Look::instance(), &Look::changed, this, [this] { updateGeometry(); });
    updateName();
}

void RailButton::setBadge(int count, bool isOverdue)
{
    m_badge = count;
    m_isOverdue = isOverdue;
    updateName();
    update();
}

void RailButton::setNarrow(bool isNarrow)
{
    m_isNarrow = isNarrow;
    updateName();
    updateGeometry();
}

void RailButton::updateName()
{
    setAccessibleName(m_badge > 0 ? tr("%1, %2 open").arg(text()).arg(m_badge) : text());
    const QString key = shortcut().toString(QKeySequence::NativeText);
    setToolTip(key.isEmpty() ? text() : QStringLiteral("%1  %2").arg(text(), key));
}

QSize RailButton::sizeHint() const
{
    const int icon = scaled(kIconSize);
    if (m_isNarrow)
        return {std::max(kNarrow, icon + 24), std::max(44, icon + 24)};
    return {std::max(kWide, scaled(kWide)), icon + 14 + QFontMetrics(textFont(TextSize::Small)).height() + 3};
}

void RailButton::paintEvent(QPaintEvent*)
{
    const Theme& t = theme();
    QPainter painter(this);
    if (isChecked()) {
        painter.fillRect(rect(), t.base);
        painter.fillRect(snapped(painter, QRect(0, 0, kBarWidth, height())), t.accent);
    } else if (underMouse()) {
        painter.fillRect(rect(), t.selInactive);
    }
    const QColor color = isChecked() ? t.accent : t.text2;
    const QFontMetrics metrics(textFont(TextSize::Small));
    const int icon = scaled(kIconSize);
    const int top = m_isNarrow ? (height() - icon) / 2 : (height() - icon - metrics.height() - 2) / 2;
    const QRect iconRect((width() - icon) / 2, top, icon, icon);
    Icon::paint(painter, m_iconName, color, iconRect, icon);
    if (!m_isNarrow) {
        painter.setFont(textFont(TextSize::Small, isChecked() ? TextWeight::Strong : TextWeight::Regular));
        painter.setPen(color);
        const QRect word(0, iconRect.bottom() + 3, width(), metrics.height());
        painter.drawText(word, Qt::AlignCenter | Qt::TextSingleLine, text());
    }
    if (m_badge > 0)
        paintBadge(painter, iconRect);
    if (hasFocus())
        paintFocus(painter, rect().adjusted(2, 2, -2, -2));
}

void RailButton::paintBadge(QPainter& painter, const QRect& iconRect) const
{
    const Theme& t = theme();
    const QString count = m_badge > kMaxBadge ? QStringLiteral("99+") : QString::number(m_badge);
    const QFont font = textFont(TextSize::Tiny, TextWeight::Strong);
    const QFontMetrics metrics(font);
    const int height = metrics.height();
    const int width = std::max(height, metrics.horizontalAdvance(count) + 6);
    const int left = std::min(iconRect.right() - 4, this->width() - width - 1); // whole, also in the narrow rail
    const QRect badge(left, iconRect.top() - 4, width, height);
    const QColor ground = m_isOverdue ? t.err : t.accent;
    paintFrame(painter, badge, {.fill = ground, .line = {}, .radius = height / 2.0});
    painter.setFont(font);
    painter.setPen(t.onAccent);
    painter.drawText(badge, Qt::AlignCenter, count);
}

Rail::Rail(QWidget* parent)
    : QWidget(parent), m_group(new QButtonGroup(this)), m_top(new QVBoxLayout), m_bottom(new QVBoxLayout)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 6, 1, 6);
    column->setSpacing(0);
    m_top->setSpacing(0);
    m_bottom->setSpacing(0);
    column->addLayout(m_top);
    column->addStretch();
    column->addLayout(m_bottom);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    setAccessibleName(tr("Main entries"));
    connect(m_group, &QButtonGroup::idToggled, this, &Rail::onToggled);
    connect(m_group, &QButtonGroup::idClicked, this, &Rail::onClicked);
}

RailButton* Rail::addEntry(int id, const QString& iconName, const QString& text, bool atBottom)
{
    auto* button = new RailButton(iconName, text, this);
    const auto number = static_cast<int>(m_group->buttons().size()) + 1;
    if (number <= kKeys)
        button->setShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_0 + number)));
    button->setBadge(0);
    m_group->addButton(button, id);
    (atBottom ? m_bottom : m_top)->addWidget(button);
    return button;
}

void Rail::setCurrent(int id)
{
    m_isSetting = true;
    if (QAbstractButton* button = m_group->button(id))
        button->setChecked(true);
    m_isSetting = false;
}

/// Screen readers toggle an entry instead of clicking it.
void Rail::onToggled(int id, bool isOn)
{
    if (!isOn || m_isSetting)
        return;
    m_toldId = id;
    emit chosen(id);
    QMetaObject::invokeMethod(
        this, [this] { m_toldId = -1; }, Qt::QueuedConnection);
}

/// A click on another entry has toggled it already; one on the present entry is told here.
void Rail::onClicked(int id)
{
    if (std::exchange(m_toldId, -1) != id)
        emit chosen(id);
}

int Rail::current() const
{
    return m_group->checkedId();
}

void Rail::setNarrow(bool isNarrow)
{
    for (QAbstractButton* button : m_group->buttons())
        static_cast<RailButton*>(button)->setNarrow(isNarrow);
}

void Rail::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().window);
    paintHairline(painter, rect(), Qt::RightEdge, theme().border);
}

} // namespace banhang::client
