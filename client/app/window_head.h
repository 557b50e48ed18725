// The head of the window: menus, the box that finds everything, the account.
#pragma once

#include "client/ui/parts/label.h"

class QHBoxLayout;
class QMenu;
class QMenuBar;
class QToolButton;

namespace banhang::client {

class Avatar;
class FindEverything;
struct Person;

class WindowHead final : public Pane
{
    Q_OBJECT
public:
    /// Takes `find` into its middle.
    explicit WindowHead(FindEverything* find, QWidget* parent = nullptr);

    void setPerson(const Person& person);

signals:
    void addRequested();
    void draftsRequested();
    void refreshRequested();
    void reconnectRequested();
    void passwordRequested();
    void sessionsRequested();
    void keysRequested();
    void signOutRequested();
    void quitRequested();
    /// Pages are to be made anew; the language is in force already.
    void languageChanged();
    void textSizeChosen(int percent);

private:
    QMenuBar* makeMenus();
    void fillLookMenu(QMenu* menu);
    QWidget* makeAccount();

    Avatar* m_avatar = nullptr;
    QToolButton* m_account = nullptr;
};

} // namespace banhang::client
