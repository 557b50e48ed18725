#include "client/app/window/keys_page.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

#include "client/ui/parts/label.h"

namespace banhang::client {

namespace {

struct KeyLine
{
    const char* keys;
    const char* what;
};

constexpr KeyLine kEverywhere[] = {
    {"Ctrl+K", QT_TRANSLATE_NOOP("banhang::client::KeysPage", "find anything")},
    {"Ctrl+1…6", QT_TRANSLATE_NOOP("banhang::client::KeysPage", "the places at the left, from the top")},
    {"Ctrl+Shift+K", QT_TRANSLATE_NOOP("banhang::client::KeysPage", "add a customer")},
    {"Ctrl+Shift+N", QT_TRANSLATE_NOOP("banhang::client::KeysPage", "add work in one line")},
    {"F9", QT_TRANSLATE_NOOP("banhang::client::KeysPage", "log a call, with a clock")},
    {"F7", QT_TRANSLATE_NOOP("banhang::client::KeysPage", "the notifications")},
    {"F4  ←  →  Enter", QT_TRANSLATE_NOOP("banhang::client::KeysPage", "answer the reminder in the corner")},
    {"Ctrl+Z", QT_TRANSLATE_NOOP("banhang::client::KeysPage", "undo what the notice reports")},
    {"F6", QT_TRANSLATE_NOOP("banhang::client::KeysPage", "next pane")},
    {"F5", QT_TRANSLATE_NOOP("banhang::client::KeysPage", "refresh, sort anew")},
    {"Ctrl+R", QT_TRANSLATE_NOOP("banhang::client::KeysPage", "reconnect now")},
    {"Ctrl+=  Ctrl+-  Ctrl+0", QT_TRANSLATE_NOOP("banhang::client::KeysPage", "larger, smaller, normal text")},
    {"F11", QT_TRANSLATE_NOOP("banhang::client::KeysPage", "full screen")},
    {"F1  Ctrl+F1", QT_TRANSLATE_NOOP("banhang::client::KeysPage", "this page")},
    {"Esc", QT_TRANSLATE_NOOP("banhang::client::KeysPage", "close what is open; drafts stay")},
};

constexpr KeyLine kInTheList[] = {
    {"↑  ↓  PgUp  PgDn  Home  End", QT_TRANSLATE_NOOP("banhang::client::KeysPage", "move; the detail follows")},
    {"Enter", QT_TRANSLATE_NOOP("banhang::client::KeysPage", "into the customer")},
    {"Alt+←", QT_TRANSLATE_NOOP("banhang::client::KeysPage", "back to the list")},
    {"Ctrl+N", QT_TRANSLATE_NOOP("banhang::client::KeysPage", "add a customer")},
    {"Ctrl+Enter", QT_TRANSLATE_NOOP("banhang::client::KeysPage", "the customer in a separate window")},
    {"F2", QT_TRANSLATE_NOOP("banhang::client::KeysPage", "edit")},
    {"←  →  F2  Tab", QT_TRANSLATE_NOOP("banhang::client::KeysPage", "to a cell, edit it, save and go to the next")},
    {"Ctrl+C  Ctrl+V", QT_TRANSLATE_NOOP("banhang::client::KeysPage", "copy as a table, paste into the cells")},
    {"Ctrl+D",
     QT_TRANSLATE_NOOP("banhang::client::KeysPage", "copy from the cell above; into several rows, with a preview")},
    {"Delete", QT_TRANSLATE_NOOP("banhang::client::KeysPage", "to the bin, with undo")},
    {"Shift+↑  Shift+↓  Ctrl+A", QT_TRANSLATE_NOOP("banhang::client::KeysPage", "select more, all")},
    {"Ctrl+↑  Ctrl+↓  Space",
     QT_TRANSLATE_NOOP("banhang::client::KeysPage", "move without selecting, select this one too")},
    {"Ctrl+F", QT_TRANSLATE_NOOP("banhang::client::KeysPage", "filter this list")},
    {"Ctrl+Shift+F", QT_TRANSLATE_NOOP("banhang::client::KeysPage", "add a condition")},
    {"Alt+1…9", QT_TRANSLATE_NOOP("banhang::client::KeysPage", "saved lists, as you gave them keys")},
    {"Ctrl+PgUp  Ctrl+PgDn", QT_TRANSLATE_NOOP("banhang::client::KeysPage", "previous, next tab of the detail")},
    {"Ctrl+G  Ctrl+E  Ctrl+Shift+E", QT_TRANSLATE_NOOP("banhang::client::KeysPage", "call, email, Zalo")},
};

constexpr KeyLine kInTheDay[] = {
    {"Space", QT_TRANSLATE_NOOP("banhang::client::KeysPage", "done; once more opens it again")},
    {"Enter", QT_TRANSLATE_NOOP("banhang::client::KeysPage", "open it with its customer")},
    {"Ctrl+T", QT_TRANSLATE_NOOP("banhang::client::KeysPage", "log a talk, or the result of the chosen one")},
    {"Ctrl+L", QT_TRANSLATE_NOOP("banhang::client::KeysPage", "reschedule; for a customer, an appointment")},
    {"Ctrl+G  Ctrl+E  Ctrl+Shift+E", QT_TRANSLATE_NOOP("banhang::client::KeysPage", "call, email, Zalo")},
    {"Delete", QT_TRANSLATE_NOOP("banhang::client::KeysPage", "to the bin, with undo")},
    {"F6", QT_TRANSLATE_NOOP("banhang::client::KeysPage", "to the lists beside the day")},
};

constexpr KeyLine kInCare[] = {
    {"Ctrl+Shift+Y", QT_TRANSLATE_NOOP("banhang::client::KeysPage", "log what a customer asks for")},
    {"Ctrl+Shift+R", QT_TRANSLATE_NOOP("banhang::client::KeysPage", "answer the request")},
    {"Ctrl+Shift+G", QT_TRANSLATE_NOOP("banhang::client::KeysPage", "assign it to a colleague")},
    {"Ctrl+Shift+D", QT_TRANSLATE_NOOP("banhang::client::KeysPage", "answered: close it")},
};

constexpr KeyLine kInTheCalendar[] = {
    {"Ctrl+N", QT_TRANSLATE_NOOP("banhang::client::KeysPage", "add an appointment")},
    {"PgUp  PgDn  Ctrl+Home", QT_TRANSLATE_NOOP("banhang::client::KeysPage", "back, on, to today")},
    {"Ctrl+↑  ↓  ←  →", QT_TRANSLATE_NOOP("banhang::client::KeysPage", "move it: 15 minutes, a day")},
    {"Shift+↑  Shift+↓", QT_TRANSLATE_NOOP("banhang::client::KeysPage", "shorter, longer")},
};

constexpr KeyLine kInTheMerge[] = {
    {"1  2  3", QT_TRANSLATE_NOOP("banhang::client::KeysPage", "take left, right, both")},
    {"Ctrl+Enter", QT_TRANSLATE_NOOP("banhang::client::KeysPage", "merge; among the merged, undo")},
    {"Ctrl+Delete  Ctrl+PgDn", QT_TRANSLATE_NOOP("banhang::client::KeysPage", "not the same, later")},
};

constexpr KeyLine kInTheForm[] = {
    {"Ctrl+S  Ctrl+Enter", QT_TRANSLATE_NOOP("banhang::client::KeysPage", "save")},
    {"Ctrl+Shift+S", QT_TRANSLATE_NOOP("banhang::client::KeysPage", "save and add the next")},
    {"Enter", QT_TRANSLATE_NOOP("banhang::client::KeysPage", "next field")},
    {"F8  Shift+F8", QT_TRANSLATE_NOOP("banhang::client::KeysPage", "next, previous field to check")},
    {"Alt+Enter", QT_TRANSLATE_NOOP("banhang::client::KeysPage", "take the offered value")},
    {"Alt+↓", QT_TRANSLATE_NOOP("banhang::client::KeysPage", "what a phone or email is used for")},
    {"Alt+1…3", QT_TRANSLATE_NOOP("banhang::client::KeysPage", "to a customer that may be the same")},
    {"Alt+1  Alt+2", QT_TRANSLATE_NOOP("banhang::client::KeysPage", "after a conflict: take all theirs, all yours")},
};

} // namespace

KeysPage::KeysPage(QWidget* parent) : TitledPage(tr("All keys"), parent)
{
    const auto makeGroup = [](const QString& title, const auto& lines) {
        auto* pane = new Pane(Pane::Ground::Base);
        pane->setEdges(int(Pane::Edge::Box));
        auto* grid = new QGridLayout(pane);
        grid->setContentsMargins(14, 12, 14, 12);
        grid->setHorizontalSpacing(16);
        grid->setVerticalSpacing(6);
        grid->addWidget(new Label(title, TextSize::Body, TextWeight::Strong), 0, 0, 1, 2);
        int row = 0;
        for (const auto& line : lines) {
            auto* keys = new Label(QString::fromUtf8(line.keys), TextSize::Second, TextWeight::Medium);
            keys->setWordWrap(true);
            grid->addWidget(keys, ++row, 0, Qt::AlignTop);
            auto* what = new Label(tr(line.what), TextSize::Second, TextWeight::Regular, Tone::Quiet);
            what->setWordWrap(true);
            grid->addWidget(what, row, 1, Qt::AlignTop);
        }
        grid->setColumnStretch(0, 2);
        grid->setColumnStretch(1, 3);
        grid->setRowStretch(row + 1, 1);
        return pane;
    };
    auto* groups = new QWidget;
    auto* row = new QHBoxLayout(groups);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(10);
    auto* first = new QVBoxLayout;
    first->setSpacing(10);
    first->addWidget(makeGroup(tr("Everywhere"), kEverywhere));
    first->addWidget(makeGroup(tr("In the calendar"), kInTheCalendar));
    first->addStretch(1);
    row->addLayout(first, 1);
    auto* second = new QVBoxLayout;
    second->setSpacing(10);
    second->addWidget(makeGroup(tr("In the list"), kInTheList));
    second->addWidget(makeGroup(tr("Possible duplicates"), kInTheMerge));
    second->addStretch(1);
    row->addLayout(second, 1);
    auto* third = new QVBoxLayout;
    third->setSpacing(10);
    third->addWidget(makeGroup(tr("In the form"), kInTheForm));
    third->addWidget(makeGroup(tr("Today, and in the talks"), kInTheDay));
    third->addWidget(makeGroup(tr("Requests of customers"), kInCare));
    third->addStretch(1);
    row->addLayout(third, 1);
    auto* area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setAccessibleName(title());
    area->setWidget(groups);
    body()->addWidget(area, 1);
}

} // namespace banhang::client
