// The icon beside the clock of the desktop: tells what comes while the window is away, and keeps the program at work.
#pragma once

#include <QObject>

#include "banhang/v1/notifications.pb.h"
#include "client/core/workplace.h"

class QSystemTrayIcon;
class QWidget;

namespace banhang::client {

class NoticeModel;

/// Where the desktop has no such place, nothing happens and closing the window ends the program. Thread: UI.
class Tray final : public QObject
{
    Q_OBJECT
public:
    /// `window` is hidden instead of closed while `keepsRunning`.
    Tray(const Workplace& workplace, NoticeModel* model, QWidget* window, QObject* parent = nullptr);

    static bool isAvailable();
    /// Kept on this machine.
    static bool keepsRunning();
    static void setKeepsRunning(bool keeps);
    /// The window may close from now on.
    void allowQuit();

signals:
    void openRequested(const QString& entity, qint64 entityId, qint64 customerId);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showWindow();
    void tell(const v1::Notification& notification);

    Workplace m_workplace;
    NoticeModel* m_model;
    QWidget* m_window;
    QSystemTrayIcon* m_icon = nullptr;
    v1::Notification m_told;
    bool m_mayQuit = false;
    bool m_hasExplained = false;
};

} // namespace banhang::client
