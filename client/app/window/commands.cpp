#include "client/app/window/commands.h"

#include <QAction>
#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>
#include <QPointer>

#include <algorithm>

#include "client/customers/list/customer_list.h"
#include "client/customers/views/list_views.h"
#include "common/vn/fold.h"

namespace banhang::client {

namespace {

QString plain(QString text)
{
    text.remove(QLatin1Char('&'));
    return text.section(QLatin1Char('\t'), 0, 0);
}

/// The icon of an entry is drawn by the menu; commands are told apart by their kind.
constexpr const char* kCommandIcon = "corner-down-left";

void collect(QMenu* menu, const QStringList& place, QList<Command>& commands)
{
    emit menu->aboutToShow();
    for (auto* action : menu->actions()) {
        if (action->isSeparator() || !action->isEnabled() || !action->isVisible())
            continue;
        if (auto* inner = action->menu()) {
            collect(inner, place + QStringList(plain(action->text())), commands);
            continue;
        }
        const QPointer<QAction> target(action);
        commands.append({QString::fromLatin1(kCommandIcon), plain(action->text()), place.join(QStringLiteral(" › ")),
                         action->text().section(QLatin1Char('\t'), 1, 1), [target] {
                             if (target)
                                 target->trigger();
                         }});
    }
}

/// Each wanted word begins one of the words.
bool meets(const std::vector<std::string>& words, const std::vector<std::string>& wanted)
{
    return std::all_of(wanted.begin(), wanted.end(), [&words](const std::string& start) {
        return std::any_of(words.begin(), words.end(),
                           [&start](const std::string& word) { return word.rfind(start, 0) == 0; });
    });
}

} // namespace

QList<Command> commandsOf(QMenuBar* menus)
{
    QList<Command> commands;
    for (auto* action : menus->actions()) {
        if (auto* menu = action->menu())
            collect(menu, {plain(action->text())}, commands);
    }
    return commands;
}

bool beginsWith(const Command& command, const QString& typed)
{
    return vn::fold(command.text.toStdString()).rfind(vn::fold(typed.trimmed().toStdString()), 0) == 0;
}

QList<Command> listCommands(CustomerList& list, const std::function<void()>& showList)
{
    const QString place = QCoreApplication::translate("Commands", "List");
    QList<Command> commands;
    QMenu menu;
    list.views()->fillMenu(&menu);
    for (auto* action : menu.actions()) {
        if (action->isSeparator() || !action->isEnabled() || action->menu())
            continue;
        commands.append({QStringLiteral("users"), plain(action->text()), place,
                         action->text().section(QLatin1Char('\t'), 1, 1), [&list, showList, text = action->text()] {
                             showList();
                             QMenu now;
                             list.views()->fillMenu(&now);
                             for (auto* known : now.actions()) {
                                 if (known->text() == text)
                                     known->trigger();
                             }
                         }});
    }
    return commands;
}

QList<Command> matching(const QList<Command>& commands, const QString& typed)
{
    const auto wanted = vn::foldWords(typed.toStdString());
    QList<Command> own;
    QList<Command> others;
    if (wanted.empty())
        return own;
    for (const auto& command : commands) {
        if (meets(vn::foldWords(command.text.toStdString()), wanted))
            own.append(command);
        else if (meets(vn::foldWords((command.text + u' ' + command.place).toStdString()), wanted))
            others.append(command);
    }
    return own + others;
}

} // namespace banhang::client
