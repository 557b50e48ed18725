// How the list is set up: saved views, columns, conditions.
#include <QApplication>
#include <QCalendarWidget>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPointer>
#include <QTableView>
#include <QTest>

#include "client/customers/filter/condition_panel.h"
#include "client/customers/filter/filter_bar.h"
#include "client/customers/list/column_chooser.h"
#include "client/customers/views/list_views.h"
#include "client/customers/views/view_editor.h"
#include "client/ui/form/date_edit.h"
#include "tests/client/app/list_fixture.h"

namespace banhang::client {
namespace {

using test::waitUntil;

TEST_F(ListTest, beginsWithTheChosenView)
{
    server.putView(view(5, "Khách mới", true));
    signIn();
    EXPECT_EQ(list().views()->title(), QStringLiteral("Khách mới"));
    const auto asked = server.lastList();
    EXPECT_EQ(asked.sort(), v1::CUSTOMER_SORT_CREATED);
    EXPECT_TRUE(asked.descending());
    EXPECT_EQ(asked.filter().status_keys(0), "new");
    EXPECT_EQ(server.calls("ListCustomers"), 1) << "not loaded twice";
    EXPECT_FALSE(table().isColumnHidden(CustomerModel::Email));
    EXPECT_TRUE(table().isColumnHidden(CustomerModel::Phone));
    EXPECT_FALSE(list().views()->isChanged());
}

TEST_F(ListTest, savesTheListAsItStands)
{
    signIn();
    auto setup = list().views()->setup();
    setup.columns = {{CustomerModel::Name, 0}, {CustomerModel::Tier, 0}, {CustomerModel::TaxCode, 130}};
    list().views()->setSetup(setup);
    EXPECT_TRUE(list().views()->isChanged());
    auto* editor = list().findChild<ViewEditor*>();
    editor->open(true);
    auto* name = editor->findChild<QLineEdit*>();
    name->setText(QStringLiteral("Có mã số thuế"));
    QTest::keyClick(name, Qt::Key_Return);
    ASSERT_TRUE(waitUntil([&] { return list().views()->title() == QStringLiteral("Có mã số thuế"); }));
    const auto stored = server.storedView(1);
    EXPECT_EQ(stored.columns(2).key(), "tax_code");
    EXPECT_EQ(stored.columns(2).width(), 130);
    EXPECT_EQ(stored.filter().not_status_keys(0), "stopped");
    EXPECT_FALSE(list().views()->isChanged());
    EXPECT_FALSE(editor->isVisible());
}

TEST_F(ListTest, choosingAnotherListGivesUpTheNewName)
{
    server.putView(view(5, "Khách mới", true));
    server.putView(view(6, "Khách cũ"));
    signIn();
    auto* editor = list().findChild<ViewEditor*>();
    editor->open(false);
    auto* name = editor->findChild<QLineEdit*>();
    name->setText(QStringLiteral("Khách năm nay"));
    list().views()->resetToSaved();
    EXPECT_TRUE(editor->isVisible()) << "the same list";
    list().views()->choose(6);
    EXPECT_FALSE(editor->isVisible());
    EXPECT_EQ(server.calls("UpdateSavedView"), 0);
    list().views()->change(5, QStringLiteral("Khách năm nay"), 0); // whichever is shown
    EXPECT_TRUE(waitUntil([this] { return server.storedView(5).name() == "Khách năm nay"; }));
    EXPECT_EQ(server.storedView(6).name(), "Khách cũ");
}

TEST_F(ListTest, aMenuThatOutlivedItsListDoesNothing)
{
    server.putView(view(5, "Của nhóm", true));
    signIn();
    QMenu menu;
    list().views()->fillMore(&menu);
    list().views()->choose(ListViews::Builtin::Visible); // as when it is withdrawn
    for (auto* action : menu.actions())
        if (action->isCheckable())
            action->trigger();
    list().views()->remove();
    EXPECT_EQ(server.calls("ChooseSavedView"), 0);
    EXPECT_EQ(server.calls("DeleteSavedView"), 0);
}

TEST_F(ListTest, aTakenNameIsToldAtTheField)
{
    signIn();
    server.failNext("CreateSavedView", AppError(ErrorCode::AlreadyExists, "view.name_taken"));
    auto* editor = list().findChild<ViewEditor*>();
    editor->open(true);
    auto* name = editor->findChild<QLineEdit*>();
    name->setText(QStringLiteral("Trùng"));
    QTest::keyClick(name, Qt::Key_Return);
    ASSERT_TRUE(waitUntil([&] { return !name->accessibleDescription().isEmpty(); }));
    EXPECT_TRUE(editor->isVisible());
    EXPECT_EQ(name->text(), QStringLiteral("Trùng"));
}

TEST_F(ListTest, aDeletedViewComesBack)
{
    server.putView(view(5, "Khách mới", true));
    signIn();
    list().views()->remove();
    ASSERT_TRUE(waitUntil([this] { return undo != nullptr; }));
    EXPECT_EQ(list().views()->saved(), nullptr);
    undo();
    EXPECT_TRUE(waitUntil([this] { return list().views()->title() == QStringLiteral("Khách mới"); }));
}

TEST_F(ListTest, aColleaguesViewAppearsInTheMenu)
{
    signIn();
    auto shared = view(9, "Của nhóm");
    shared.set_unit_id(3);
    server.putView(shared);
    v1::WatchEvent event;
    auto* change = event.mutable_batch()->add_changes();
    change->set_entity("saved_view");
    change->set_id(9);
    change->set_kind(v1::CHANGE_KIND_CHANGED);
    server.sendEvent(event);
    EXPECT_TRUE(waitUntil([this] { return list().views()->cache().find(9) != nullptr; }));
    QMenu menu;
    list().views()->fillMenu(&menu);
    bool isThere = false;
    for (const auto* action : menu.actions())
        isThere = isThere || action->text() == QStringLiteral("Của nhóm");
    EXPECT_TRUE(isThere);
}

TEST_F(ListTest, aViewThatAColleagueChangesFollowsUnlessItWasTouched)
{
    server.putView(view(5, "Của nhóm", true));
    signIn();
    const auto tell = [this] {
        v1::WatchEvent event;
        auto* change = event.mutable_batch()->add_changes();
        change->set_entity("saved_view");
        change->set_id(5);
        change->set_kind(v1::CHANGE_KIND_CHANGED);
        server.sendEvent(event);
    };
    auto changed = view(5, "Của nhóm", true);
    changed.set_version(2);
    changed.add_columns()->set_key("phone");
    server.putView(changed);
    tell();
    EXPECT_TRUE(waitUntil([this] { return !table().isColumnHidden(CustomerModel::Phone); }));
    auto setup = list().views()->setup();
    setup.columns.append({CustomerModel::Code, 0});
    list().views()->setSetup(setup);
    changed.set_version(3);
    changed.add_columns()->set_key("source");
    server.putView(changed);
    tell();
    ASSERT_TRUE(waitUntil([this] { return list().views()->saved()->version() == 3; }));
    EXPECT_TRUE(list().views()->setup() == setup);
}

TEST_F(ListTest, columnsAreChosenAndMovedByKeys)
{
    signIn();
    QWidget below(window.get());
    below.show();
    ColumnChooser chooser({{CustomerModel::Name, 0}, {CustomerModel::Tier, 0}}, &below);
    chooser.setAttribute(Qt::WA_DeleteOnClose, false);
    QList<ShownColumn> shown;
    QObject::connect(&chooser, &ColumnChooser::changed, &chooser, [&](const QList<ShownColumn>& now) { shown = now; });
    auto* columns = chooser.findChild<QListWidget*>();
    columns->setFocus();
    columns->setCurrentRow(1);
    QTest::keyClick(columns, Qt::Key_Up, Qt::ControlModifier);
    ASSERT_EQ(shown.size(), 2);
    EXPECT_EQ(shown[0].column, CustomerModel::Tier);
    columns->setCurrentRow(2);
    QTest::keyClick(columns, Qt::Key_Space);
    ASSERT_EQ(shown.size(), 3);
    EXPECT_EQ(shown[2].column, CustomerModel::Code);
    columns->setCurrentRow(0);
    QTest::keyClick(columns, Qt::Key_Space);
    EXPECT_EQ(shown.size(), 3) << "the tier stands on every screen";
}

TEST_F(ListTest, aConditionIsPutTogetherByKeysAndTurnedRound)
{
    signIn();
    auto* bar = list().findChild<FilterBar*>();
    QWidget below(window.get());
    below.show();
    ConditionPanel panel(window->client()->workplace(), {ConditionField::Status}, &below);
    panel.setAttribute(Qt::WA_DeleteOnClose, false);
    Condition now;
    QObject::connect(&panel, &ConditionPanel::changed, &panel, [&](const Condition& condition) { now = condition; });
    auto* values = panel.findChild<QListWidget*>();
    values->setFocus();
    QTest::keyClick(values, Qt::Key_Space);
    EXPECT_EQ(now.keys, QStringList(QStringLiteral("new")));
    EXPECT_FALSE(now.isNot);
    v1::CustomerFilter filter;
    filter.add_not_status_keys("new");
    bar->setFilter(filter);
    EXPECT_EQ(bar->filter().not_status_keys(0), "new");
}

TEST_F(ListTest, aMonthThatIsOpenedKeepsThePanelOfItsDay)
{
    signIn();
    QApplication::setActiveWindow(window.get());
    QWidget below(window.get());
    below.show();
    v1::Period period;
    period.set_kind(v1::PERIOD_KIND_BETWEEN);
    auto* panel = new ConditionPanel(window->client()->workplace(),
                                     {.field = ConditionField::LastContact, .period = period}, &below);
    QPointer<ConditionPanel> watched(panel);
    auto* day = panel->findChild<DateEdit*>();
    ASSERT_TRUE(day->isVisible());
    day->setFocus();
    QTest::keyClick(day, Qt::Key_Down, Qt::AltModifier);
    auto* month = day->findChild<QCalendarWidget*>();
    ASSERT_NE(month, nullptr);
    auto* days = month->findChild<QTableView*>();
    emit qApp->focusChanged(day, days); // as where windows have the focus by turns
    ASSERT_FALSE(watched.isNull());
    EXPECT_TRUE(panel->isVisible());
    emit month->clicked(QDate(2026, 11, 2));
    EXPECT_EQ(day->date(), QDate(2026, 11, 2));
    QApplication::setActiveWindow(window.get());
    table().setFocus();
    EXPECT_TRUE(waitUntil([&] { return watched.isNull(); })) << "it still goes when it is left";
}

} // namespace
} // namespace banhang::client
