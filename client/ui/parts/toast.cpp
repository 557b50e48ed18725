#include "client/ui/parts/toast.h"

#include "client/ui/look/control_painter.h"
#include "client/ui/look/icon.h"
#include "client/ui/look/text_style.h"
#include "client/ui/look/theme.h"
#include "client/ui/parts/button.h"

#include <algorithm>

#include <QAccessible>
#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QToolButton>

namespace banhang::client {

namespace {

constexpr int kMargin = 12;

/// The toast is dark in both appearances, so its icon and words take colours of their own.
QLabel* makeLabel(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    QPalette colors = label->palette();
    colors.setColor(QPalette::WindowText, theme().tipText);
    label->setPalette(colors);
    return label;
}

QLabel* makeIcon(const QString& name, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setPixmap(Icon::pixmap(name, Theme::dark().ok, scaled(16), parent->devicePixelRatioF()));
    return label;
}

/// Where the person writes, which must stay in sight: a reminder may stand for long. Empty where they do not write.
QRect writtenIn(const QWidget& window)
{
    const QWidget* focus = QApplication::focusWidget();
    const bool isField = qobject_cast<const QLineEdit*>(focus) || qobject_cast<const QPlainTextEdit*>(focus);
    return isField && window.isAncestorOf(focus) ? QRect(focus->mapTo(&window, QPoint()), focus->size()) : QRect();
}

} // namespace

Toast::Toast(QWidget* host) : QFrame(host), m_row(new QHBoxLayout(this))
{
    setAttribute(Qt::WA_ShowWithoutActivating);
    setAttribute(Qt::WA_Hover);
    m_row->setContentsMargins(12, 4, 8, 4);
    m_row->setSpacing(10);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        const QWidget* focus = QApplication::focusWidget();
        if (underMouse() || (focus && isAncestorOf(focus)))
            m_timer.start(m_shownMs / 2);
        else
            dismiss();
    });
    host->installEventFilter(this);
    connect(qApp, &QApplication::focusChanged, this, [this](const QWidget*, const QWidget* now) {
        if (!now || !isAncestorOf(now)) // else it would go from under the pointer that presses its button
            place();
    });
    hide();
}

void Toast::setShownSeconds(int seconds)
{
    m_shownMs = seconds * 1000;
}

void Toast::showNews(const QString& text, const ToastAction& action)
{
    fill(QStringLiteral("circle-check"), text, action.run ? QList{action} : QList<ToastAction>{});
    m_undo = action.run;
    if (m_shownMs > 0)
        m_timer.start(m_shownMs);
    else
        m_timer.stop();
}

void Toast::showReminder(const QString& text, const QList<ToastAction>& actions)
{
    m_timer.stop();
    m_undo = {};
    fill(QStringLiteral("bell"), text, actions);
}

void Toast::runAction()
{
    if (!isVisible() || !m_undo)
        return;
    const auto run = m_undo;
    dismiss();
    run();
}

void Toast::setBottomMargin(int pixels)
{
    m_bottomMargin = pixels;
    place();
}

void Toast::fill(const QString& iconName, const QString& text, const QList<ToastAction>& actions)
{
    clear();
    m_row->addWidget(makeIcon(iconName, this));
    m_row->addWidget(makeLabel(text, this), 1);
    m_row->addSpacing(12);
    for (const ToastAction& action : actions) {
        auto* button = new Button(ButtonKind::Link, QString(), action.text, this);
        button->setProperty(kOnTipProperty, true);
        connect(button, &Button::clicked, this, [this, run = action.run] {
            dismiss();
            run();
        });
        m_row->addWidget(button);
    }
    auto* close = new QToolButton(this);
    close->setIcon(QIcon(Icon::pixmap(QStringLiteral("x"), theme().tipText, scaled(16), devicePixelRatioF())));
    close->setAutoRaise(true);
    close->setAccessibleName(tr("Close"));
    close->setToolTip(tr("Close"));
    connect(close, &QToolButton::clicked, this, &Toast::dismiss);
    m_row->addWidget(close);
    setAccessibleName(text);
    setMinimumHeight(fieldHeight(fontMetrics()) + 8);
    // In a window that is visible already the layout would show them later, and reckon without them now.
    for (auto* child : findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly)) {
        if (m_row->indexOf(child) >= 0)
            child->show();
    }
    m_row->activate();
    place();
    show();
    raise();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void Toast::place()
{
    const QWidget* host = parentWidget();
    QRect place(QPoint(), sizeHint().boundedTo(host->size() - QSize(2 * kMargin, 0)));
    place.moveBottomRight(host->rect().bottomRight() - QPoint(kMargin, m_bottomMargin));
    const QRect written = writtenIn(*host);
    const int above = written.top() - kMargin - place.height();
    if (place.intersects(written) && above >= 0)
        place.moveTop(above);
    setGeometry(place);
}

void Toast::takeFocus()
{
    if (!isVisible())
        return;
    if (QWidget* focus = QApplication::focusWidget(); !focus || !isAncestorOf(focus))
        m_focusBefore = focus;
    focusNext(0);
}

/// Before it hides: the keyboard would go on to whatever comes next.
void Toast::giveFocusBack()
{
    const QWidget* focus = QApplication::focusWidget();
    if (m_focusBefore && focus && isAncestorOf(focus))
        m_focusBefore->setFocus();
    m_focusBefore = nullptr;
}

void Toast::focusNext(int step)
{
    QList<QAbstractButton*> buttons;
    for (int i = 0; i < m_row->count(); ++i) {
        if (auto* button = qobject_cast<QAbstractButton*>(m_row->itemAt(i)->widget()))
            buttons.append(button);
    }
    const auto current = step ? buttons.indexOf(qobject_cast<QAbstractButton*>(QApplication::focusWidget())) : 0;
    buttons[std::clamp<qsizetype>(current + step, 0, buttons.size() - 1)]->setFocus(Qt::ShortcutFocusReason);
}

/// What an action holds goes with it.
void Toast::clear()
{
    while (QLayoutItem* item = m_row->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater(); // one of its buttons may have led here
        }
        delete item;
    }
}

void Toast::dismiss()
{
    m_timer.stop();
    giveFocusBack();
    hide();
    m_undo = {};
    clear();
    emit closed();
}

bool Toast::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        place();
    return QFrame::eventFilter(watched, event);
}

void Toast::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        dismiss();
    else if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right)
        focusNext(event->key() == Qt::Key_Left ? -1 : 1);
    else
        QFrame::keyPressEvent(event);
}

void Toast::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Theme& t = theme();
    paintFrame(painter, rect(), {.fill = t.tip, .line = t.isDark ? t.input : QColor()});
}

} // namespace banhang::client
