#include "client/app/window/head_menus.h"

#include <QApplication>
#include <QCoreApplication>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>

#include "client/app/window/window_head.h"
#include "client/customers/customers_page.h"
#include "client/customers/list/customer_list.h"
#include "client/ui/table/data_table.h"

namespace banhang::client {

namespace {

QString say(const char* text)
{
    return QCoreApplication::translate("HeadMenus", text);
}

/// Editors of Qt have these as slots; what has none is not meant.
void ask(const char* slot)
{
    if (auto* focused = QApplication::focusWidget())
        QMetaObject::invokeMethod(focused, slot);
}

bool isTyping()
{
    const auto* focused = QApplication::focusWidget();
    return qobject_cast<const QLineEdit*>(focused) || qobject_cast<const QPlainTextEdit*>(focused);
}

void add(QMenu* menu, const QString& iconName, const QString& text, const QKeySequence& key,
         const std::function<void()>& work)
{
    auto* action = WindowHead::addEntry(menu, iconName, text, key.toString(QKeySequence::NativeText));
    QObject::connect(action, &QAction::triggered, menu, work);
}

void fillEditMenu(QMenu* menu, CustomerList& list, const std::function<void()>& undo)
{
    const auto onListOr = [&list](auto&& forList, const char* slot) {
        return [&list, forList, slot] { list.table()->hasFocus() ? forList(list) : ask(slot); };
    };
    add(menu, QStringLiteral("undo-2"), say(QT_TRANSLATE_NOOP("HeadMenus", "Undo")), QKeySequence(Qt::CTRL | Qt::Key_Z),
        [undo] {
            // In a field it is the typing that is meant, as with the key.
            isTyping() ? ask("undo") : undo();
        });
    menu->addSeparator();
    add(menu, {}, say(QT_TRANSLATE_NOOP("HeadMenus", "Cut")), QKeySequence::Cut, [] { ask("cut"); });
    add(menu, QStringLiteral("copy"), say(QT_TRANSLATE_NOOP("HeadMenus", "Copy")), QKeySequence::Copy,
        onListOr([](CustomerList& target) { target.copyRows(); }, "copy"));
    add(menu, {}, say(QT_TRANSLATE_NOOP("HeadMenus", "Paste")), QKeySequence::Paste,
        onListOr([](CustomerList& target) { target.paste(); }, "paste"));
    menu->addSeparator();
    add(menu, {}, say(QT_TRANSLATE_NOOP("HeadMenus", "Select all")), QKeySequence::SelectAll,
        onListOr([](CustomerList& target) { target.selectAll(); }, "selectAll"));
}

} // namespace

void setUpMenus(WindowHead& head, CustomersPage& customers, const std::function<void()>& undo)
{
    auto* edit = head.editMenu();
    QObject::connect(edit, &QMenu::aboutToShow, &customers, [edit, &customers, undo] {
        edit->clear();
        fillEditMenu(edit, *customers.list(), undo);
    });
    auto* record = head.recordMenu();
    QObject::connect(record, &QMenu::aboutToShow, &customers, [record, &head, &customers] {
        record->clear();
        add(record, QStringLiteral("plus"), say(QT_TRANSLATE_NOOP("HeadMenus", "Add customer")),
            QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_K), [&head] { emit head.addRequested(); });
        if (!customers.isVisible() || !customers.isListShown())
            return;
        record->addSeparator();
        customers.list()->fillRowMenu(record);
    });
}

} // namespace banhang::client
