// What the menus can do, as commands that are found by their words.
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <functional>

class QMenuBar;

namespace banhang::client {

class CustomerList;

struct Command
{
    QString icon{};
    QString text{};
    QString place{}; ///< "View › Appearance"
    QString key{};
    std::function<void()> run{};
};

/// Every entry of every menu that can be chosen now; menus that fill themselves when they open are asked to.
QList<Command> commandsOf(QMenuBar* menus);

/// The saved views, and what is done with the list. `showList` brings it to the front first.
QList<Command> listCommands(CustomerList& list, const std::function<void()>& showList);

/// Those of which each typed word begins a word, with or without marks; those whose own words begin so before others.
QList<Command> matching(const QList<Command>& commands, const QString& typed);
/// The text itself begins with what was typed.
bool beginsWith(const Command& command, const QString& typed);

} // namespace banhang::client
