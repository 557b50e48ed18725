// Telex and VNI: an input method composes in a field (preedit), or takes letters back and types others (backspaces).
// Nothing that comes meanwhile - answers, lists, keys of the program - may break a syllable.
#include <QApplication>
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

#include "client/app/window/find_everything.h"
#include "client/customers/form/customer_editor.h"
#include "client/customers/form/customer_form.h"
#include "client/ui/form/edit_debouncer.h"
#include "client/ui/form/form_field.h"
#include "client/ui/form/search_box.h"
#include "client/ui/form/suggest_list.h"
#include "tests/client/app/window_fixture.h"
#include "tests/client/support/typing.h"

namespace banhang::client {
namespace {

using test::waitUntil;

/// Where the caret is drawn: it moves with what is being composed, which no text of the field tells.
int caretOf(const QLineEdit* edit)
{
    return edit->inputMethodQuery(Qt::ImCursorRectangle).toRect().x();
}

void compose(QLineEdit* edit, const QString& preedit)
{
    QInputMethodEvent event(preedit, {});
    QApplication::sendEvent(edit, &event);
}

void commit(QLineEdit* edit, const QString& text)
{
    QInputMethodEvent event;
    event.setCommitString(text);
    QApplication::sendEvent(edit, &event);
}

/// Telex: "t h i e e n" grows as "t", "th", "thi", "thie", "thiê", "thiên", then the word is committed.
void composeWord(QLineEdit* edit, const QStringList& steps, const QString& word)
{
    for (const auto& step : steps) {
        compose(edit, step);
        QCoreApplication::processEvents();
        ASSERT_TRUE(edit->hasFocus()) << "lost while composing " << step.toStdString();
    }
    commit(edit, word);
}

struct CompositionTest : WindowFixture
{
    CompositionTest()
    {
        QApplication::setActiveWindow(window.get());
        signIn();
    }

    QLineEdit* findBox() { return window->find()->box(); }
    /// Once it can be typed into.
    QLineEdit* fieldAt(const char* path)
    {
        EXPECT_TRUE(waitUntil([&] { return window->customers()->form() && fieldOf(path)->isVisible(); })) << path;
        return fieldOf(path);
    }
    QLineEdit* fieldOf(const char* path)
    {
        return qobject_cast<QLineEdit*>(window->customers()->form()->editor()->fieldAt(path)->editor());
    }
};

TEST_F(CompositionTest, telexInTheSearchIsNotBrokenByWhatIsFound)
{
    auto* box = findBox();
    box->setFocus();
    test::typeInto(box, QStringLiteral("Số 1"));
    auto* list = window->findChild<SuggestList*>(QString(), Qt::FindDirectChildrenOnly);
    ASSERT_TRUE(waitUntil([&] { return list->isOpen(); }));
    server.hold("SearchCustomers");
    box->clear();
    test::typeInto(box, QStringLiteral("Số "));
    const int asked = server.calls("SearchCustomers");
    ASSERT_TRUE(waitUntil([&] { return server.calls("SearchCustomers") > asked; }));
    const int before = caretOf(box);
    compose(box, QStringLiteral("t"));
    compose(box, QStringLiteral("ti"));
    const int composed = caretOf(box);
    EXPECT_GT(composed, before);
    server.release("SearchCustomers"); // the answer comes in the middle of the syllable
    ASSERT_TRUE(waitUntil([&] { return list->isOpen(); }));
    EXPECT_TRUE(box->hasFocus());
    EXPECT_EQ(caretOf(box), composed) << "the syllable is gone";
    compose(box, QStringLiteral("tiê"));
    commit(box, QStringLiteral("tiên"));
    EXPECT_EQ(box->text(), QStringLiteral("Số tiên"));
}

TEST_F(CompositionTest, keysOfTheListBelongToTheInputMethodWhileItComposes)
{
    auto* box = findBox();
    box->setFocus();
    test::typeInto(box, QStringLiteral("Số 1"));
    auto* list = window->findChild<SuggestList*>(QString(), Qt::FindDirectChildrenOnly);
    ASSERT_TRUE(waitUntil([&] { return list->isOpen(); }));
    const int row = list->currentRow();
    compose(box, QStringLiteral("a"));
    QTest::keyClick(box, Qt::Key_Down);
    EXPECT_EQ(list->currentRow(), row);
    QTest::keyClick(box, Qt::Key_Return);
    EXPECT_TRUE(box->hasFocus());
    commit(box, QStringLiteral("â"));
    EXPECT_EQ(box->text(), QStringLiteral("Số 1â"));
}

TEST_F(CompositionTest, vniInEveryFieldOfTheFormKeepsItsSyllable)
{
    window->customers()->addCustomer();
    for (const char* path : {"name", "contacts[0].name", "addresses[0].street", "addresses[0].ward"}) {
        auto* edit = fieldAt(path);
        ASSERT_NE(edit, nullptr) << path;
        edit->setFocus();
        // VNI: "Tra6n2" grows by digits that never stay.
        composeWord(edit, {"T", "Tr", "Tra", "Trâ", "Trân", "Trần"}, QStringLiteral("Trần"));
        EXPECT_EQ(edit->text(), QStringLiteral("Trần")) << path;
        edit->clear();
    }
}

TEST_F(CompositionTest, noCheckRunsInTheMiddleOfAWord)
{
    window->customers()->addCustomer();
    auto* name = fieldAt("name");
    name->setFocus();
    test::typeInto(name, QStringLiteral("Công ty "));
    auto* editor = window->customers()->form()->editor();
    QSignalSpy checks(editor->fieldAt("name")->debouncer(), &EditDebouncer::settled);
    QSignalSpy laterChecks(editor->fieldAt("addresses[0].street")->debouncer(), &EditDebouncer::settled);
    compose(name, QStringLiteral("Thi"));
    test::typeInto(fieldAt("addresses[0].street"), QStringLiteral("5")); // though the keyboard is with the other
    ASSERT_TRUE(waitUntil([&] { return laterChecks.size() == 1; }));
    EXPECT_EQ(checks.size(), 0) << "it was due before the later one";
    commit(name, QStringLiteral("Thiên"));
    EXPECT_EQ(name->text(), QStringLiteral("Công ty Thiên"));
    EXPECT_TRUE(waitUntil([&] { return checks.size() == 1; }));
}

TEST_F(CompositionTest, aColleaguesChangeLeavesTheSyllableAlone)
{
    emit list().editRequested(3);
    ASSERT_TRUE(waitUntil([this] { return window->customers()->form() != nullptr; }));
    auto* name = fieldAt("name");
    name->setFocus();
    name->end(false);
    compose(name, QStringLiteral(" Ti"));
    const int composed = caretOf(name);
    auto changed = server.stored(3);
    changed.set_version(2);
    changed.set_website("https://so3.example");
    server.put(changed);
    server.sendChange(3, 2, 2, {"website"});
    const int asked = server.calls("GetCustomer");
    ASSERT_TRUE(waitUntil([&] { return server.calls("GetCustomer") > asked; }));
    ASSERT_EQ(fieldAt("name"), name) << "the form was made anew under the hands";
    EXPECT_TRUE(name->hasFocus());
    EXPECT_EQ(caretOf(name), composed);
    commit(name, QStringLiteral(" Tiến"));
    EXPECT_EQ(name->text(), QStringLiteral("Công ty TNHH Số 3 Tiến"));
}

TEST_F(CompositionTest, backspacesOfASimplerInputMethodRemoveNothingElse)
{
    // Such methods take letters back by Backspace and type the marked ones: an empty box may lose no condition by it.
    list().openFilter();
    auto* box = list().findChild<SearchBox*>();
    test::typeInto(box, QStringLiteral("a"));
    QTest::keyClick(box, Qt::Key_Backspace);
    test::typeInto(box, QStringLiteral("â"));
    EXPECT_EQ(box->text(), QStringLiteral("â"));
    EXPECT_TRUE(box->hasFocus());
    QTest::keyClick(box, Qt::Key_Backspace);
    QTest::keyClick(box, Qt::Key_Backspace);
    EXPECT_TRUE(box->hasFocus());
    EXPECT_TRUE(list().isVisible());
}

} // namespace
} // namespace banhang::client
