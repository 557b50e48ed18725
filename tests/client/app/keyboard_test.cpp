// The whole main job by keyboard alone: every key goes to whatever has the focus, as from a person's hands.
#include <QAbstractButton>
#include <QApplication>
#include <QLineEdit>
#include <QShortcut>
#include <QTest>

#include "client/customers/bin/bin_page.h"
#include "client/customers/form/customer_editor.h"
#include "client/customers/form/customer_form.h"
#include "client/identity/sign_in_page.h"
#include "client/ui/form/form_field.h"
#include "client/ui/form/suggest_list.h"
#include "client/ui/parts/tab_bar.h"
#include "client/ui/table/data_table.h"
#include "tests/client/app/window_fixture.h"
#include "tests/client/support/typing.h"

namespace banhang::client {
namespace {

using test::waitUntil;

struct KeyboardTest : WindowFixture
{
    KeyboardTest()
    {
        QApplication::setActiveWindow(window.get());
        QCoreApplication::processEvents();
    }

    static void press(int key, Qt::KeyboardModifiers modifiers = {})
    {
        QWidget* target = QApplication::activePopupWidget();
        if (!target)
            target = QApplication::focusWidget();
        ASSERT_NE(target, nullptr) << "nothing has the focus";
        QTest::keyClick(target, static_cast<Qt::Key>(key), modifiers);
        QCoreApplication::processEvents();
    }

    static void type(const QString& text)
    {
        ASSERT_NE(QApplication::focusWidget(), nullptr);
        test::typeInto(QApplication::focusWidget(), text);
    }

    void signInByKeys()
    {
        window->signInPage()->setUserName({}); // as on a new machine
        window->signInPage()->focusFirst();
        type(QStringLiteral("minh"));
        press(Qt::Key_Tab);
        type(QStringLiteral("right"));
        press(Qt::Key_Return);
        ASSERT_TRUE(waitUntil([this] { return list().model()->loadedCount() == 30; }));
        ASSERT_TRUE(waitUntil([this] { return window->client()->feed().isOnline(); }));
    }

    CustomerForm* form() { return window->customers()->form(); }
    QWidget* field(const char* path) { return form()->editor()->fieldAt(path)->editor(); }

    void tabTo(const QWidget* wanted)
    {
        for (int i = 0; i < 80 && QApplication::focusWidget() != wanted; ++i)
            press(Qt::Key_Tab);
        ASSERT_EQ(QApplication::focusWidget(), wanted) << "not reached by Tab";
    }

    /// Through the menu of tools, which has no key of its own.
    void restoreFromBin()
    {
        auto* bin = window->findChild<BinPage*>();
        press(Qt::Key_C, Qt::AltModifier);
        ASSERT_NE(QApplication::activePopupWidget(), nullptr);
        press(Qt::Key_Return);
        ASSERT_TRUE(bin->isVisible());
        ASSERT_TRUE(waitUntil([&] { return bin->model()->rowCount() == 1; }));
        press(Qt::Key_Return, Qt::ControlModifier);
        ASSERT_TRUE(waitUntil([&] { return bin->model()->rowCount() == 0; }));
        press(Qt::Key_Escape);
        ASSERT_TRUE(waitUntil([this] { return list().isVisible(); }));
    }

    /// A warning that can be saved, as the server gives for a tax code.
    void warnOfTaxCode()
    {
        v1::CheckCustomerResponse check;
        auto* issue = check.add_issues();
        issue->set_path("tax_code");
        issue->set_severity(v1::SEVERITY_WARNING);
        issue->set_key("tax_code.checksum");
        server.setCheck(check);
    }
};

TEST_F(KeyboardTest, findsACustomerFromAnywhere)
{
    signInByKeys();
    press(Qt::Key_K, Qt::ControlModifier);
    type(QStringLiteral("Số 17"));
    auto* box = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    ASSERT_NE(box, nullptr);
    EXPECT_EQ(box->text(), QStringLiteral("Số 17"));
    auto* found = window->findChild<SuggestList*>(QString(), Qt::FindDirectChildrenOnly);
    ASSERT_TRUE(waitUntil([&] { return found->isOpen(); }));
    press(Qt::Key_Return);
    EXPECT_TRUE(waitUntil([this] { return detail().customer().id() == 17; }));
}

TEST_F(KeyboardTest, doesTheWholeMainJob)
{
    signInByKeys();
    warnOfTaxCode();
    // Adds one, past a warning.
    press(Qt::Key_N, Qt::ControlModifier);
    ASSERT_TRUE(waitUntil([this] { return form() != nullptr; }));
    tabTo(field("name"));
    type(QStringLiteral("Công ty TNHH Thử Phím"));
    tabTo(field("tax_code"));
    type(QStringLiteral("0106697871"));
    tabTo(field("phones[0]"));
    type(QStringLiteral("0913555204"));
    ASSERT_TRUE(waitUntil([this] { return form()->editor()->fieldAt("tax_code")->state() == FieldState::Warn; }));
    press(Qt::Key_F8);
    EXPECT_EQ(QApplication::focusWidget(), field("tax_code"));
    press(Qt::Key_S, Qt::ControlModifier);
    ASSERT_TRUE(waitUntil([this] { return form() == nullptr; }));
    EXPECT_EQ(server.lastCreate().customer().name(), "Công ty TNHH Thử Phím");
    ASSERT_TRUE(waitUntil([this] { return detail().customer().id() == 31; }));
    EXPECT_TRUE(list().isAncestorOf(QApplication::focusWidget())) << "the focus is back in the list";
    // Edits it.
    press(Qt::Key_F2);
    ASSERT_TRUE(waitUntil([this] { return form() != nullptr; }));
    tabTo(field("phones[0]"));
    press(Qt::Key_A, Qt::ControlModifier);
    type(QStringLiteral("0389333999"));
    press(Qt::Key_Return, Qt::ControlModifier);
    ASSERT_TRUE(waitUntil([this] { return form() == nullptr; }));
    EXPECT_EQ(server.stored(31).version(), 2);
    EXPECT_EQ(server.stored(31).phones(0).number(), "0389333999");
    // The same from its detail.
    press(Qt::Key_Return);
    ASSERT_TRUE(detail().isAncestorOf(QApplication::focusWidget()));
    press(Qt::Key_F2);
    ASSERT_TRUE(waitUntil([this] { return form() != nullptr; }));
    press(Qt::Key_Escape);
    ASSERT_TRUE(waitUntil([this] { return form() == nullptr; }));
    list().focusTable();
    // Reads what happened to it.
    auto* tabs = detail().findChild<TabBar*>();
    press(Qt::Key_PageDown, Qt::ControlModifier);
    EXPECT_EQ(tabs->currentIndex(), 1);
    EXPECT_TRUE(waitUntil([this] { return server.calls("ListCustomerHistory") > 0; }));
    press(Qt::Key_PageUp, Qt::ControlModifier);
    EXPECT_EQ(tabs->currentIndex(), 0);
    // Puts it into the bin, and takes it out again.
    press(Qt::Key_Delete);
    ASSERT_TRUE(waitUntil([this] { return server.stored(31).has_delete_time(); }));
    restoreFromBin();
    EXPECT_FALSE(server.stored(31).has_delete_time());
}

TEST_F(KeyboardTest, aKeyRightAfterASaveMeansWhatWasSaved)
{
    signInByKeys();
    press(Qt::Key_N, Qt::ControlModifier);
    ASSERT_TRUE(waitUntil([this] { return form() != nullptr; }));
    tabTo(field("name"));
    type(QStringLiteral("Công ty TNHH Thử Phím"));
    server.hold("ListCustomers"); // the list with the new one is on its way
    press(Qt::Key_S, Qt::ControlModifier);
    ASSERT_TRUE(waitUntil([this] { return form() == nullptr; }));
    press(Qt::Key_Delete);
    ASSERT_TRUE(waitUntil([this] { return server.stored(31).has_delete_time(); }));
    EXPECT_FALSE(server.stored(1).has_delete_time()) << "which is still marked in the list";
    server.release("ListCustomers");
}

TEST_F(KeyboardTest, anotherCustomerIsBegunWhereTheDetailStandsAlone)
{
    signIn();
    window->showCustomers();
    list().focusTable();
    window->resize(1000, 700);
    press(Qt::Key_Return);
    ASSERT_FALSE(list().isVisible());
    press(Qt::Key_N, Qt::ControlModifier);
    EXPECT_NE(form(), nullptr);
}

TEST_F(KeyboardTest, undoesADeletionByKey)
{
    signInByKeys();
    ASSERT_TRUE(waitUntil([this] { return detail().customer().id() == 1; }));
    press(Qt::Key_Delete);
    ASSERT_TRUE(waitUntil([this] { return server.stored(1).has_delete_time(); }));
    ASSERT_TRUE(waitUntil([this] {
        press(Qt::Key_Z, Qt::ControlModifier);
        return !server.stored(1).has_delete_time();
    }));
}

TEST_F(KeyboardTest, goesRoundThePanesBothWays)
{
    signInByKeys();
    ASSERT_TRUE(waitUntil([this] { return detail().customer().id() == 1; }));
    EXPECT_TRUE(list().isAncestorOf(QApplication::focusWidget()));
    press(Qt::Key_F6);
    EXPECT_TRUE(detail().isAncestorOf(QApplication::focusWidget()));
    press(Qt::Key_F6);
    EXPECT_TRUE(list().isAncestorOf(QApplication::focusWidget()));
    press(Qt::Key_F6, Qt::ShiftModifier);
    EXPECT_TRUE(detail().isAncestorOf(QApplication::focusWidget()));
}

TEST_F(KeyboardTest, everyPlaceOfTheFormIsReachedInReadingOrder)
{
    signInByKeys();
    press(Qt::Key_N, Qt::ControlModifier);
    ASSERT_TRUE(waitUntil([this] { return form() != nullptr; }));
    const char* order[] = {"name", "tax_code", "phones[0]", "founded_date", "emails[0]"};
    for (const char* path : order)
        tabTo(field(path));
}

TEST_F(KeyboardTest, noKeyIsOneThatPeopleTypeOrThatInputMethodsTake)
{
    signInByKeys();
    press(Qt::Key_N, Qt::ControlModifier);
    QList<QKeySequence> keys;
    for (const auto* shortcut : window->findChildren<QShortcut*>())
        keys.append(shortcut->key());
    for (const auto* button : window->findChildren<QAbstractButton*>())
        keys.append(button->shortcut());
    keys.removeAll(QKeySequence());
    EXPECT_GT(keys.size(), 20);
    for (const auto& key : std::as_const(keys)) {
        const auto combination = key[0];
        const bool isFunction = combination.key() >= Qt::Key_Escape;
        const auto held = combination.keyboardModifiers();
        EXPECT_TRUE(isFunction || (held & (Qt::ControlModifier | Qt::AltModifier)))
            << key.toString().toStdString() << " is a letter";
        EXPECT_FALSE(combination.key() == Qt::Key_Z && held == Qt::AltModifier) << "switches the input method";
    }
}

} // namespace
} // namespace banhang::client
