// The head of the window: menus, the box that finds everything, the account.
#pragma once

#include "client/app/window/commands.h"
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
    /// What all menus can do now.
    QList<Command> commands() const;
    /// Left of the account: what must be seen from everywhere.
    void addBesideAccount(QWidget* widget);
    /// Where features put what is done now and then.
    QMenu* toolsMenu() const { return m_tools; }
    /// Filled when they are opened.
    QMenu* editMenu() const { return m_edit; }
    QMenu* recordMenu() const { return m_record; }
    /// An entry of a menu; the key belongs to the window or a page, here it is only told.
    static QAction* addEntry(QMenu* menu, const QString& iconName, const QString& text, const QString& keyHint = {});

signals:
    void addRequested();
    void draftsRequested();
    void refreshRequested();
    void reconnectRequested();
    void passwordRequested();
    void settingsRequested();
    void binRequested();
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
    QHBoxLayout* m_accountRow = nullptr;
    QMenu* m_edit = nullptr;
    QMenu* m_record = nullptr;
    QMenu* m_tools = nullptr;
    QMenuBar* m_menus = nullptr;
};

} // namespace banhang::client
