// Small news about an event that passed, lower right, one at a time, with Undo. Never for errors.
#pragma once

#include <QFrame>
#include <QPointer>
#include <QTimer>

#include <functional>

class QHBoxLayout;

namespace banhang::client {

struct ToastAction
{
    QString text{};
    std::function<void()> run{};
};

/// Lives as a child of the main window and shows itself; takes no focus by itself.
class Toast final : public QFrame
{
    Q_OBJECT
public:
    /// Owner: `host`, the main window; keeps to its lower right corner.
    explicit Toast(QWidget* host);

    /// How long news stay, 6 s unless said; 0 = until they are closed.
    void setShownSeconds(int seconds);
    /// Replaces what is shown; goes after its time, later while hovered or focused.
    void showNews(const QString& text, const ToastAction& action = {});
    /// By key what the button of the news does; nothing when there is none to be seen.
    void runAction();
    /// Goes now, and what its actions hold with it.
    void dismiss();
    /// Stays until one of the actions or × is chosen: reminders.
    void showReminder(const QString& text, const QList<ToastAction>& actions);
    /// The first action of what is shown takes the keyboard: ← → choose, Enter does it, Esc closes.
    void takeFocus();
    /// Distance to keep from the lower edge of the host: the height of its status line.
    void setBottomMargin(int pixels);

signals:
    void closed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void clear();
    void fill(const QString& iconName, const QString& text, const QList<ToastAction>& actions);
    void place();
    void giveFocusBack();
    void focusNext(int step);

    QHBoxLayout* m_row;
    QTimer m_timer;
    int m_shownMs = 6000;
    std::function<void()> m_undo;
    QPointer<QWidget> m_focusBefore;
    int m_bottomMargin = 32;
};

} // namespace banhang::client
