#include "client/notifications/tray.h"

#include <QApplication>
#include <QEvent>
#include <QMenu>
#include <QSystemTrayIcon>
#include <QWidget>

#include "client/core/local_settings.h"
#include "client/core/office_time.h"
#include "client/core/session.h"
#include "client/notifications/notice_model.h"
#include "client/notifications/notice_text.h"
#include "client/ui/look/icon.h"

namespace banhang::client {

namespace {

const QString kKeepsRunning = QStringLiteral("notices/keepsRunning");

} // namespace

bool Tray::isAvailable()
{
    return QSystemTrayIcon::isSystemTrayAvailable();
}

bool Tray::keepsRunning()
{
    const auto kept = localSetting(kKeepsRunning);
    return !kept.isValid() || kept.toBool();
}

void Tray::setKeepsRunning(bool keeps)
{
    setLocalSetting(kKeepsRunning, keeps);
}

Tray::Tray(const Workplace& workplace, NoticeModel* model, QWidget* window, QObject* parent)
    : QObject(parent), m_workplace(workplace), m_model(model), m_window(window)
{
    if (!isAvailable())
        return;
    m_icon = new QSystemTrayIcon(Icon::application(), this);
    auto* menu = new QMenu(window);
    connect(menu->addAction(Icon::named(QStringLiteral("external-link")), tr("Open banhang")), &QAction::triggered,
            this, &Tray::showWindow);
    connect(menu->addAction(Icon::named(QStringLiteral("log-out")), tr("Quit")), &QAction::triggered, this, [this] {
        allowQuit();
        showWindow(); // it may have to ask
        m_window->close();
    });
    m_icon->setContextMenu(menu);
    m_icon->show();
    QApplication::setQuitOnLastWindowClosed(false);
    window->installEventFilter(this);
    connect(m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason != QSystemTrayIcon::Context)
            showWindow();
    });
    connect(m_icon, &QSystemTrayIcon::messageClicked, this, [this] {
        showWindow();
        if (m_told.entity_id())
            emit openRequested(QString::fromStdString(m_told.entity()), m_told.entity_id(), m_told.customer_id());
    });
    connect(model, &NoticeModel::arrived, this, &Tray::tell);
    const auto updateTip = [this] {
        const int count = m_model->unreadCount();
        m_icon->setToolTip(count ? tr("banhang: %1 unread").arg(count) : QStringLiteral("banhang"));
    };
    connect(model, &NoticeModel::unreadChanged, this, updateTip);
    updateTip();
}

void Tray::allowQuit()
{
    m_mayQuit = true;
}

bool Tray::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_window || event->type() != QEvent::Close)
        return QObject::eventFilter(watched, event);
    if (m_mayQuit || !keepsRunning() || !m_workplace.session.isSignedIn()) {
        // Only then has the window had its say. quit() would close it once more, and be refused once more.
        QMetaObject::invokeMethod(
            this,
            [this] {
                if (!m_window->isVisible())
                    QCoreApplication::exit();
            },
            Qt::QueuedConnection);
        return false;
    }
    event->ignore();
    m_window->hide();
    if (!m_hasExplained)
        m_icon->showMessage(tr("banhang goes on beside the clock"),
                            tr("Reminders keep coming. To quit, use the menu of this icon."), Icon::application());
    m_hasExplained = true;
    return true;
}

void Tray::showWindow()
{
    m_window->show();
    m_window->setWindowState(m_window->windowState() & ~Qt::WindowMinimized);
    m_window->raise();
    m_window->activateWindow();
}

void Tray::tell(const v1::Notification& notification)
{
    if (m_window->isActiveWindow())
        return; // the bell and the toast say it
    m_told = notification;
    const bool isReminder = notification.reminder_id() != 0;
    const QString text = isReminder ? reminderSentence(notification, officeNow())
                                    : noticeSentence(notification, m_workplace, officeNow());
    m_icon->showMessage(isReminder ? tr("Reminder") : tr("Notifications"), text, Icon::application());
}

} // namespace banhang::client
