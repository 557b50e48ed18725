#include "client/app/window/window_head.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QMenu>
#include <QMenuBar>
#include <QToolButton>

#include "client/app/settings/settings.h"
#include "client/app/window/find_everything.h"
#include "client/ui/look/icon.h"
#include "client/ui/parts/avatar.h"
#include "client/ui/parts/tab_order.h"

namespace banhang::client {

namespace {

constexpr int kBeforeSearch = 5;
constexpr int kSearch = 40;
constexpr int kBehindSearch = 6;

QAction* addChoice(QMenu* menu, const QString& text, bool isChecked)
{
    auto* group = menu->findChild<QActionGroup*>(QString(), Qt::FindDirectChildrenOnly);
    if (!group)
        group = new QActionGroup(menu);
    auto* action = group->addAction(menu->addAction(text));
    action->setCheckable(true);
    action->setChecked(isChecked);
    return action;
}

} // namespace

QAction* WindowHead::addEntry(QMenu* menu, const QString& iconName, const QString& text, const QString& keyHint)
{
    const QString shown = keyHint.isEmpty() ? text : text + QLatin1Char('\t') + keyHint;
    return menu->addAction(Icon::named(iconName), shown);
}

WindowHead::WindowHead(FindEverything* find, QWidget* parent) : Pane(Pane::Ground::Window, parent)
{
    setEdges(int(Pane::Edge::Bottom));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 4, 12, 4);
    row->setSpacing(8);
    // The search stands in the middle of what menus and account leave, and gives way to both.
    row->addWidget(makeMenus());
    row->addStretch(kBeforeSearch);
    row->addWidget(find, kSearch);
    row->addStretch(kBehindSearch);
    row->addWidget(makeAccount());
}

QWidget* WindowHead::makeAccount()
{
    m_avatar = new Avatar({});
    m_account = new QToolButton;
    m_account->setAutoRaise(true);
    m_account->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_account->setPopupMode(QToolButton::InstantPopup);
    m_account->setAccessibleName(tr("Your account"));
    auto* menu = new QMenu(m_account);
    connect(addEntry(menu, QStringLiteral("key-round"), tr("Change password…")), &QAction::triggered, this,
            &WindowHead::passwordRequested);
    connect(addEntry(menu, QStringLiteral("settings"), tr("Settings and sessions")), &QAction::triggered, this,
            &WindowHead::settingsRequested);
    menu->addSeparator();
    connect(addEntry(menu, QStringLiteral("log-out"), tr("Sign out")), &QAction::triggered, this,
            &WindowHead::signOutRequested);
    m_account->setMenu(menu);
    // It is not told that the pointer has left when what was chosen hides it, and would be lit when it is shown again.
    connect(menu, &QMenu::aboutToHide, m_account, [button = m_account] {
        button->setAttribute(Qt::WA_UnderMouse, button->rect().contains(button->mapFromGlobal(QCursor::pos())));
        button->update();
    });
    auto* account = new QWidget;
    auto* row = new QHBoxLayout(account);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addStretch(1);
    row->addWidget(m_avatar);
    row->addWidget(m_account);
    m_accountRow = row;
    return account;
}

void WindowHead::addBesideAccount(QWidget* widget)
{
    m_accountRow->insertWidget(m_accountRow->indexOf(m_avatar), widget);
    tabThrough(*m_accountRow, m_account);
}

void WindowHead::setPerson(const Person& person)
{
    m_avatar->setPerson(person);
    m_account->setText(person.name);
}

QList<Command> WindowHead::commands() const
{
    return commandsOf(m_menus);
}

QMenuBar* WindowHead::makeMenus()
{
    auto* bar = new QMenuBar;
    m_menus = bar;
    bar->setNativeMenuBar(false);
    auto* file = bar->addMenu(tr("&File"));
    connect(addEntry(file, QStringLiteral("plus"), tr("Add customer"), QStringLiteral("Ctrl+N")), &QAction::triggered,
            this, &WindowHead::addRequested);
    connect(addEntry(file, QStringLiteral("save"), tr("Drafts and connection")), &QAction::triggered, this,
            &WindowHead::draftsRequested);
    file->addSeparator();
    connect(addEntry(file, QStringLiteral("log-out"), tr("Sign out")), &QAction::triggered, this,
            &WindowHead::signOutRequested);
    connect(addEntry(file, {}, tr("Quit")), &QAction::triggered, this, &WindowHead::quitRequested);
    m_edit = bar->addMenu(tr("&Edit"));
    auto* view = bar->addMenu(tr("&View"));
    connect(addEntry(view, QStringLiteral("refresh-cw"), tr("Refresh"), QStringLiteral("F5")), &QAction::triggered,
            this, &WindowHead::refreshRequested);
    connect(addEntry(view, QStringLiteral("plug"), tr("Reconnect now"), QStringLiteral("Ctrl+R")), &QAction::triggered,
            this, &WindowHead::reconnectRequested);
    view->addSeparator();
    fillLookMenu(view);
    m_record = bar->addMenu(tr("&Record"));
    m_tools = bar->addMenu(tr("&Tools"));
    connect(addEntry(m_tools, QStringLiteral("trash-2"), tr("Bin")), &QAction::triggered, this,
            &WindowHead::binRequested);
    connect(addEntry(m_tools, QStringLiteral("settings"), tr("Settings")), &QAction::triggered, this,
            &WindowHead::settingsRequested);
    m_tools->addSeparator();
    auto* help = bar->addMenu(tr("&Help"));
    connect(addEntry(help, QStringLiteral("keyboard"), tr("All keys"), QStringLiteral("F1")), &QAction::triggered, this,
            &WindowHead::keysRequested);
    return bar;
}

void WindowHead::fillLookMenu(QMenu* menu)
{
    auto* appearance = menu->addMenu(tr("Appearance"));
    connect(appearance, &QMenu::aboutToShow, this, [this, appearance] {
        appearance->clear();
        const std::pair<Appearance, QString> choices[] = {{Appearance::Light, tr("Light")},
                                                          {Appearance::Dark, tr("Dark")},
                                                          {Appearance::System, tr("Follow the system")}};
        for (const auto& [wanted, text] : choices) {
            auto* action = addChoice(appearance, text, settings::appearance() == wanted);
            connect(action, &QAction::triggered, this, [chosen = wanted] {
                settings::setAppearance(chosen);
                Look::instance().setAppearance(chosen);
            });
        }
    });
    auto* size = menu->addMenu(tr("Text size"));
    connect(size, &QMenu::aboutToShow, this, [this, size] {
        size->clear();
        for (const int percent : settings::kTextSizes) {
            auto* action = addChoice(size, tr("%1 %").arg(percent), percent == Look::instance().textPercent());
            connect(action, &QAction::triggered, this, [this, percent] { emit textSizeChosen(percent); });
        }
    });
    auto* languages = menu->addMenu(tr("Language"));
    const std::pair<Language, QString> known[] = {{Language::Vietnamese, QStringLiteral("Tiếng Việt")},
                                                  {Language::English, QStringLiteral("English")}};
    for (const auto& [wanted, text] : known) {
        connect(addChoice(languages, text, wanted == language()), &QAction::triggered, this, [this, chosen = wanted] {
            settings::setLanguage(chosen);
            setLanguage(chosen);
            emit languageChanged();
        });
    }
}

} // namespace banhang::client
