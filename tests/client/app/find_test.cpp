// The box that finds everything (Ctrl+K): commands, customers, and whom others look after.
#include <QListView>
#include <QMenu>
#include <QTest>

#include "client/app/window/find_everything.h"
#include "client/customers/form/customer_editor.h"
#include "client/customers/form/customer_form.h"
#include "client/customers/views/list_views.h"
#include "client/ui/form/search_box.h"
#include "client/ui/form/suggest_list.h"
#include "tests/client/app/list_fixture.h"
#include "tests/client/support/typing.h"

namespace banhang::client {
namespace {

using test::waitUntil;

struct FindTest : ListTest
{
};

TEST_F(FindTest, findsCommandsByTheirWordsWithoutMarks)
{
    signIn();
    auto* box = window->find()->box();
    box->setFocus();
    int searches = server.calls("SearchCustomers");
    test::typeInto(box, QStringLiteral("c"));
    test::typeInto(box, QStringLiteral("ai dat"));
    ASSERT_TRUE(
        waitUntil([&] { return server.calls("SearchCustomers") > searches && window->find()->list()->isOpen(); }));
    QTest::keyClick(box, Qt::Key_Return);
    EXPECT_TRUE(waitUntil([this] { return window->windowTitle().contains(QStringLiteral("Cài đặt")); }));
}

TEST_F(FindTest, commandsMeanTheListOrFieldWhereOneWas)
{
    signIn();
    const auto run = [this](const QString& words) {
        auto* box = window->find()->box();
        box->begin();
        test::typeInto(box, words);
        ASSERT_TRUE(waitUntil([this] { return window->find()->list()->isOpen(); }));
        QTest::keyClick(box, Qt::Key_Return);
    };
    table().setFocus();
    ASSERT_NO_FATAL_FAILURE(run(QStringLiteral("chọn hết")));
    EXPECT_TRUE(waitUntil([this] { return list().selectedIds().size() == 30; }));
    EXPECT_TRUE(table().hasFocus());
    list().openFilter();
    auto* field = list().findChild<SearchBox*>();
    field->setFocus();
    test::typeInto(field, QStringLiteral("Số 2"));
    ASSERT_NO_FATAL_FAILURE(run(QStringLiteral("chọn hết")));
    EXPECT_TRUE(field->hasFocus());
    EXPECT_EQ(field->selectedText(), QStringLiteral("Số 2"));
}

TEST_F(FindTest, onlyTheOpenMenuOfListsCountsThem)
{
    signIn();
    const int before = server.calls("BatchGetCustomerCounts");
    window->find()->box()->setFocus();
    test::typeInto(window->find()->box(), QStringLiteral("xuất danh sách"));
    ASSERT_TRUE(waitUntil([this] { return window->find()->list()->isOpen(); }));
    ASSERT_TRUE(waitUntil([this] { return isAnswered(); }));
    EXPECT_EQ(server.calls("BatchGetCustomerCounts"), before);
    QMenu menu;
    list().views()->count(list().views()->fillMenu(&menu));
    EXPECT_TRUE(waitUntil([&] { return server.calls("BatchGetCustomerCounts") == before + 1; }));
}

TEST_F(FindTest, oneLetterOrThreeDigitsAskNothing)
{
    signIn();
    auto* box = window->find()->box();
    box->setFocus();
    box->setText(QStringLiteral("038"));
    emit box->searchRequested(box->text());
    box->setText(QStringLiteral("a"));
    emit box->searchRequested(box->text());
    EXPECT_EQ(server.calls("SearchCustomers"), 0);
    box->setText(QStringLiteral("0389"));
    emit box->searchRequested(box->text());
    EXPECT_TRUE(waitUntil([this] { return server.calls("SearchCustomers") >= 1; }));
}

TEST_F(FindTest, customersOpenedLastComeFirst)
{
    signIn();
    window->customers()->openCustomer(7);
    ASSERT_TRUE(waitUntil([this] { return detail().customer().id() == 7; }));
    qint64 chosen = 0;
    QObject::connect(window->find(), &FindEverything::customerChosen, window.get(), [&](qint64 id) { chosen = id; });
    auto* box = window->find()->box();
    box->setFocus();
    ASSERT_TRUE(waitUntil([this] { return window->find()->list()->isOpen(); }));
    QTest::keyClick(box, Qt::Key_Return);
    EXPECT_EQ(chosen, 7);
}

TEST_F(FindTest, escapeTwiceLeadsBackToWhereOneWas)
{
    signIn();
    table().setFocus();
    auto* box = window->find()->box();
    box->begin();
    test::typeInto(box, QStringLiteral("cài đặt"));
    ASSERT_TRUE(waitUntil([this] { return window->find()->list()->isOpen(); }));
    QTest::keyClick(box, Qt::Key_Escape);
    EXPECT_EQ(box->text(), QString());
    EXPECT_FALSE(window->find()->list()->isOpen());
    QTest::keyClick(box, Qt::Key_Escape);
    EXPECT_TRUE(table().hasFocus());
}

TEST_F(FindTest, escapeAfterAClickIntoTheBoxLeadsBackToo)
{
    signIn();
    table().setFocus();
    auto* box = window->find()->box();
    box->setFocus(Qt::MouseFocusReason);
    test::typeInto(box, QStringLiteral("cài đặt"));
    QTest::keyClick(box, Qt::Key_Escape);
    QTest::keyClick(box, Qt::Key_Escape);
    EXPECT_TRUE(table().hasFocus());
}

TEST_F(FindTest, aNumberThatNobodyHasBeginsACustomerWithThatNumber)
{
    signIn();
    auto* box = window->find()->box();
    box->setFocus();
    const auto last = [this] {
        const auto* entries = window->find()->list()->findChild<QListView*>()->model();
        return entries->rowCount() > 0 ? entries->index(entries->rowCount() - 1, 0).data().toString() : QString();
    };
    test::typeInto(box, QStringLiteral("0912 000 111"));
    ASSERT_TRUE(waitUntil([&] { return last().contains(QStringLiteral("có số điện thoại 0912 000 111")); }));
    QTest::keyClick(box, Qt::Key_Return);
    auto* page = window->customers();
    ASSERT_TRUE(waitUntil([page] { return page->form() != nullptr; }));
    const v1::Customer begun = page->form()->editor()->collect();
    EXPECT_EQ(begun.name(), "");
    ASSERT_EQ(begun.phones_size(), 1);
    EXPECT_EQ(begun.phones(0).number(), "0912 000 111");
}

TEST_F(FindTest, aPieceOfANumberBeginsNobody)
{
    signIn();
    auto* box = window->find()->box();
    box->setFocus();
    const int searches = server.calls("SearchCustomers");
    test::typeInto(box, QStringLiteral("00991"));
    ASSERT_TRUE(waitUntil([&] { return server.calls("SearchCustomers") > searches && isAnswered(); }));
    const auto* entries = window->find()->list()->findChild<QListView*>()->model();
    for (int row = 0; row < entries->rowCount(); ++row)
        EXPECT_FALSE(entries->index(row, 0).data().toString().contains(QStringLiteral("Thêm khách hàng")));
}

TEST_F(FindTest, namesWhoLooksAfterTheCustomersOfOthersWhereTheCompanyTellsIt)
{
    v1::Me me;
    me.set_user_id(1);
    me.mutable_company()->set_public_card_enabled(true);
    server.setMe(me);
    signIn();
    auto* box = window->find()->box();
    box->setFocus();
    test::typeInto(box, QStringLiteral("Phương Xa"));
    const auto shown = [this] {
        const auto* entries = window->find()->list()->findChild<QListView*>()->model();
        return entries->rowCount() > 0 ? entries->index(0, 0) : QModelIndex();
    };
    const QString name = QStringLiteral("Công ty TNHH Phương Xa");
    ASSERT_TRUE(waitUntil([&] { return shown().data().toString().contains(name); }));
    EXPECT_FALSE(shown().flags().testFlag(Qt::ItemIsEnabled)) << "it is not to be opened";
    test::typeInto(box, QStringLiteral("!"));
    EXPECT_FALSE(shown().data().toString().contains(name)) << "that was another text";
}

TEST_F(FindTest, asksForNobodysCustomersWhereTheCompanyDoesNotTell)
{
    signIn();
    auto* box = window->find()->box();
    box->setFocus();
    int searches = server.calls("SearchCustomers");
    test::typeInto(box, QStringLiteral("Phương Xa"));
    ASSERT_TRUE(waitUntil([&] { return server.calls("SearchCustomers") > searches; }));
    searches = server.calls("SearchCustomers");
    test::typeInto(box, QStringLiteral("!"));
    ASSERT_TRUE(waitUntil([&] { return server.calls("SearchCustomers") > searches; }));
    EXPECT_EQ(server.calls("FindPublicCards"), 0);
}

} // namespace
} // namespace banhang::client
