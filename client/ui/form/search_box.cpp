#include "client/ui/form/search_box.h"

#include "client/ui/form/edit_debouncer.h"
#include "client/ui/look/icon.h"
#include "client/ui/parts/key_cap.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QShortcut>

namespace banhang::client {

namespace {
constexpr int kPauseMs = 50; // each key may ask: what an earlier one asked for is given up
constexpr int kHintMargin = 8;
} // namespace

SearchBox::SearchBox(const QString& placeholder, const QKeySequence& key, QWidget* parent)
    : QLineEdit(parent), m_key(key), m_watch(new EditDebouncer(this))
{
    setPlaceholderText(placeholder);
    setAccessibleName(placeholder);
    addAction(Icon::named(QStringLiteral("search"), Tone::Quiet), QLineEdit::LeadingPosition);
    m_watch->setDelay(kPauseMs);
    connect(m_watch, &EditDebouncer::settled, this, [this] { emit searchRequested(text()); });
    connect(this, &QLineEdit::textChanged, this, &SearchBox::makeRoomForHint);
    makeRoomForHint();
    if (!key.isEmpty()) {
        auto* shortcut = new QShortcut(key, this);
        shortcut->setContext(Qt::WindowShortcut);
        connect(shortcut, &QShortcut::activated, this, &SearchBox::begin);
    }
}

void SearchBox::begin()
{
    m_before = QApplication::focusWidget();
    setFocus(Qt::ShortcutFocusReason);
    selectAll();
}

QSize SearchBox::hintSize() const
{
    return keyCapSize(m_key.toString(QKeySequence::NativeText));
}

void SearchBox::makeRoomForHint()
{
    const bool hasHint = text().isEmpty() && !m_key.isEmpty();
    setTextMargins(0, 0, hasHint ? hintSize().width() + kHintMargin : 0, 0);
}

void SearchBox::changeEvent(QEvent* event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        makeRoomForHint();
}

void SearchBox::paintEvent(QPaintEvent* event)
{
    QLineEdit::paintEvent(event);
    if (!text().isEmpty() || m_key.isEmpty())
        return;
    QPainter painter(this);
    const QSize size = hintSize();
    const QRect place(width() - size.width() - kHintMargin, (height() - size.height()) / 2, size.width(),
                      size.height());
    paintKeyCap(painter, place, m_key.toString(QKeySequence::NativeText));
}

void SearchBox::keyPressEvent(QKeyEvent* event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && !m_watch->isComposing()) {
        emit searchRequested(text());
    } else if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        clear();
        emit searchRequested(QString());
    } else if (event->key() == Qt::Key_Escape && m_before) {
        m_before->setFocus(Qt::OtherFocusReason);
    } else {
        QLineEdit::keyPressEvent(event);
    }
}

} // namespace banhang::client
