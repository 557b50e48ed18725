#include "client/ui/parts/chip.h"

#include "client/ui/look/control_painter.h"
#include "client/ui/look/icon.h"
#include "client/ui/look/look.h"
#include "client/ui/look/text_style.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace banhang::client {

namespace {

constexpr int kPadding = 9;
constexpr int kCross = 14;
constexpr int kAddIcon = 16;
constexpr int kGap = 5;

int textWidth(const QString& text, TextWeight weight)
{
    return text.isEmpty() ? 0 : QFontMetrics(textFont(TextSize::Second, weight)).horizontalAdvance(text);
}

} // namespace

Chip::Chip(Kind kind, const QString& label, const QString& value, QWidget* parent)
    : QAbstractButton(parent), m_kind(kind), m_label(label), m_value(value)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setCheckable(kind == Kind::Choice);
    connect(&Look::instance(), &Look::changed, this, [this] { updateGeometry(); });
    updateName();
}

void Chip::setValue(const QString& value)
{
    m_value = value;
    updateName();
    updateGeometry();
    update();
}

void Chip::updateName()
{
    setAccessibleName(m_value.isEmpty() ? m_label : QStringLiteral("%1: %2").arg(m_label, m_value));
    if (m_kind == Kind::Filter)
        setAccessibleDescription(tr("Backspace removes this condition"));
}

QSize Chip::sizeHint() const
{
    int width = 2 * kPadding;
    switch (m_kind) {
    case Kind::Filter:
        width += textWidth(m_label + u':', TextWeight::Regular) + kGap + textWidth(m_value, TextWeight::Medium);
        width += kGap + scaled(kCross);
        break;
    case Kind::Choice:
        // As wide chosen as not, so that its neighbours stay where they are.
        width += textWidth(m_label, TextWeight::Medium);
        width += m_value.isEmpty() ? 0 : kGap + textWidth(m_value, TextWeight::Medium);
        break;
    case Kind::Add:
        width += scaled(kAddIcon) + kGap + textWidth(m_label, TextWeight::Regular);
        break;
    }
    return {width, smallHeight(QFontMetrics(textFont(TextSize::Second)))};
}

QRect Chip::crossRect() const
{
    const int cross = scaled(kCross);
    return {width() - kPadding - cross, 0, cross + kPadding, height()};
}

void Chip::paintEvent(QPaintEvent*)
{
    const Theme& t = theme();
    QPainter painter(this);
    const bool isActive = m_kind == Kind::Filter || (m_kind == Kind::Choice && isChecked());
    const QColor ground = isActive ? t.accentBg : underMouse() ? t.buttonHover : t.button;
    if (m_kind == Kind::Add)
        paintFrame(painter, rect(), {.fill = underMouse() ? t.hover : QColor(), .line = t.input, .isDashed = true});
    else
        paintFrame(painter, rect(), {.fill = ground, .line = isActive ? QColor() : t.border});
    QRect rest = rect().adjusted(kPadding, 0, -kPadding, 0);
    const auto write = [&](const QString& text, TextWeight weight, const QColor& color) {
        painter.setFont(textFont(TextSize::Second, weight));
        painter.setPen(color);
        painter.drawText(rest, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, text);
        rest.setLeft(rest.left() + textWidth(text, weight) + kGap);
    };
    switch (m_kind) {
    case Kind::Filter:
        write(m_label + u':', TextWeight::Regular, t.text);
        write(m_value, TextWeight::Medium, t.text);
        Icon::paint(painter, QStringLiteral("x"), t.text, QRect(rest.left(), 0, scaled(kCross), height()),
                    scaled(kCross));
        break;
    case Kind::Choice:
        write(m_label, isChecked() ? TextWeight::Medium : TextWeight::Regular, isChecked() ? t.accent : t.text);
        write(m_value, isChecked() ? TextWeight::Medium : TextWeight::Regular, isChecked() ? t.accent : t.text2);
        break;
    case Kind::Add:
        Icon::paint(painter, QStringLiteral("list-filter"), t.text2, QRect(rest.left(), 0, scaled(kAddIcon), height()),
                    scaled(kAddIcon));
        rest.setLeft(rest.left() + scaled(kAddIcon) + kGap);
        write(m_label, TextWeight::Regular, t.text2);
        break;
    }
    if (hasFocus())
        paintFocus(painter, rect());
}

void Chip::keyPressEvent(QKeyEvent* event)
{
    if (m_kind == Kind::Filter && (event->key() == Qt::Key_Backspace || event->key() == Qt::Key_Delete))
        emit removeRequested();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void Chip::mouseReleaseEvent(QMouseEvent* event)
{
    const bool isOnCross = m_kind == Kind::Filter && crossRect().contains(event->position().toPoint());
    if (isOnCross && event->button() == Qt::LeftButton) {
        setDown(false);
        emit removeRequested();
        return;
    }
    QAbstractButton::mouseReleaseEvent(event);
}

} // namespace banhang::client
