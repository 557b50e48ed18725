// What the list is made of, without a window: conditions, setups, cells, what is pasted.
#include <QApplication>
#include <QMenu>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include "client/core/change_feed.h"
#include "client/core/directory_cache.h"
#include "client/core/draft_store.h"
#include "client/core/picklist_cache.h"
#include "client/core/presence.h"
#include "client/core/session.h"
#include "client/customers/batch/selection_bar.h"
#include "client/customers/filter/filter_conditions.h"
#include "client/customers/filter/filter_match.h"
#include "client/customers/form/contact_edit.h"
#include "client/customers/list/cell_values.h"
#include "client/customers/list/customer_model.h"
#include "client/customers/list/list_title.h"
#include "client/customers/views/list_setup.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/label.h"
#include "tests/client/customers/customers_fixture.h"
#include "tests/client/support/fake_server.h"
#include "tests/client/support/patience.h"
#include "tests/client/support/wait.h"

namespace banhang::client {
namespace {

TEST(FilterConditions, areWhatTheServerTakesAndBack)
{
    v1::CustomerFilter filter;
    filter.add_status_keys("new");
    filter.add_not_status_keys("stopped");
    filter.add_owner_user_ids(7);
    filter.add_not_unit_ids(9);
    filter.add_old_province_codes("24");
    filter.add_kinds(v1::CUSTOMER_KIND_INDIVIDUAL);
    filter.add_not_tag_keys("seminar");
    filter.mutable_last_contact()->set_kind(v1::PERIOD_KIND_OLDER_THAN_DAYS);
    filter.mutable_last_contact()->set_days(30);
    filter.mutable_not_created()->set_kind(v1::PERIOD_KIND_TODAY);
    const auto conditions = conditionsOf(filter);
    EXPECT_EQ(conditions.size(), 9);
    v1::CustomerFilter again;
    writeConditions(conditions, again);
    EXPECT_EQ(again.SerializeAsString(), filter.SerializeAsString());
}

TEST(FilterConditions, notTheOneKindIsTheOther)
{
    v1::CustomerFilter filter;
    filter.set_deleted(true);
    writeConditions({{ConditionField::Kind, true, {QString::number(v1::CUSTOMER_KIND_INDIVIDUAL)}}}, filter);
    ASSERT_EQ(filter.kinds_size(), 1);
    EXPECT_EQ(filter.kinds(0), v1::CUSTOMER_KIND_ORGANISATION);
    EXPECT_TRUE(filter.deleted());
}

TEST(FilterConditions, saysDaysInWords)
{
    v1::Period period;
    period.set_kind(v1::PERIOD_KIND_OLDER_THAN_DAYS);
    period.set_days(30);
    period.set_or_never(true);
    EXPECT_EQ(periodText(period), QStringLiteral("quá 30 ngày, hoặc chưa lần nào"));
}

TEST(FilterMatch, knowsTagsAndWhatIsLeftOut)
{
    v1::Customer customer;
    customer.set_status_key("new");
    customer.set_owner_user_id(3);
    customer.add_tag_keys("seminar");
    v1::CustomerFilter filter;
    filter.add_tag_keys("seminar");
    filter.add_not_owner_user_ids(4);
    EXPECT_TRUE(matches(filter, customer));
    filter.add_not_tag_keys("seminar");
    EXPECT_FALSE(matches(filter, customer));
    EXPECT_FALSE(isOwnerWanted(filter, 4));
}

TEST(ListSetup, goesThroughASavedViewUnchanged)
{
    ListSetup setup;
    setup.filter.add_not_status_keys("stopped");
    setup.sort = v1::CUSTOMER_SORT_CREATED;
    setup.isDescending = true;
    setup.columns = {{CustomerModel::Email, 210}, {CustomerModel::Name, 0}, {CustomerModel::Tier, 80}};
    v1::SavedView view;
    write(setup, view);
    EXPECT_TRUE(setupOf(view) == setup);
}

TEST(ListSetup, doesWithoutColumnsOfANewerProgramButNotWithoutTheName)
{
    v1::SavedView view;
    view.add_columns()->set_key("credit_score");
    view.add_columns()->set_key("phone");
    const auto columns = setupOf(view).columns;
    ASSERT_EQ(columns.size(), 3);
    EXPECT_EQ(columns[0].column, CustomerModel::Name);
    EXPECT_EQ(columns[1].column, CustomerModel::Tier);
    EXPECT_EQ(columns[2].column, CustomerModel::Phone);
}

TEST(ListSetup, remembersColumnsOfEachPersonAndViewButNoConditions)
{
    ListSetup setup;
    setup.columns = {{CustomerModel::Name, 0}, {CustomerModel::Tier, 0}, {CustomerModel::Code, 120}};
    setup.filter.add_status_keys("new");
    rememberSetup(5, QStringLiteral("mine"), setup);
    ListSetup usual;
    const auto seen = withRemembered(5, QStringLiteral("mine"), usual);
    EXPECT_EQ(seen.columns, setup.columns);
    EXPECT_EQ(seen.filter.status_keys_size(), 0);
    EXPECT_EQ(withRemembered(6, QStringLiteral("mine"), usual).columns, usual.columns);
    forgetSetup(5, QStringLiteral("mine"));
    EXPECT_EQ(withRemembered(5, QStringLiteral("mine"), usual).columns, usual.columns);
}

TEST(SelectionBar, whatHasNoRoomStandsInItsMenu)
{
    SelectionBar bar;
    auto* give = bar.addAct(QStringLiteral("user-check"), QStringLiteral("Give to a colleague"));
    auto* merge = bar.addAct(QStringLiteral("merge"), QStringLiteral("Merge into one customer"));
    auto* bin = bar.addRareAct(QStringLiteral("trash-2"), QStringLiteral("Delete"));
    bar.setCount(2);
    QSignalSpy merged(merge, &Button::clicked);
    const auto entries = [&bar] {
        auto* menu = bar.findChild<QMenu*>();
        emit menu->aboutToShow();
        QStringList texts;
        for (const auto* entry : menu->actions())
            texts.append(entry->text());
        return texts;
    };
    bar.resize(900, bar.sizeHint().height());
    bar.show();
    EXPECT_TRUE(merge->isVisible());
    EXPECT_EQ(entries(), QStringList{bin->text()});
    bar.resize(give->x() + give->width() + 150, bar.height());
    EXPECT_TRUE(give->isVisible()) << "the first one stays longest";
    EXPECT_FALSE(merge->isVisible());
    EXPECT_EQ(entries(), (QStringList{merge->text(), bin->text()}));
    bar.findChild<QMenu*>()->actions().first()->trigger();
    EXPECT_EQ(merged.size(), 1);
    bar.setWanted(merge, false);
    EXPECT_EQ(entries(), QStringList{bin->text()});
}

struct ListTitleTest : CustomersFixture
{
};

TEST_F(ListTitleTest, theCountLosesItsWordsBeforeItGoes)
{
    QWidget window; // of any width, as a pane is
    ListTitle bar(workplace, &window);
    bar.setTitle(QStringLiteral("Nhóm Kinh doanh 1"), true);
    bar.setCount(1000, true);
    bar.setAge(ListTitle::tr("as of %1").arg(QStringLiteral("09:38")));
    const auto* count = bar.findChild<Label*>();
    const auto widen = [&bar](int width) { bar.resize(width, bar.sizeHint().height()); };
    window.show();
    widen(2000);
    const QString words = count->text();
    EXPECT_EQ(words, ListTitle::tr("%1+ customers").arg(QLocale().toString(1000)));
    widen(bar.sizeHint().width() - 1);
    EXPECT_TRUE(count->isVisible());
    EXPECT_EQ(count->text(), QLocale().toString(1000) + QLatin1Char('+'));
    EXPECT_EQ(count->accessibleName(), words);
    widen(bar.sizeHint().width() - 1);
    EXPECT_FALSE(count->isVisible());
    widen(2000);
    EXPECT_EQ(count->text(), words);
}

TEST(ContactEdit, showsItsSignOnlyWhereItSaysSomethingOrCanBeUsed)
{
    QWidget form;
    auto* other = new QLineEdit(&form);
    auto* phone = new ContactEdit(ContactEdit::Kind::Phone, &form);
    phone->move(0, 60);
    form.show();
    QApplication::setActiveWindow(&form);
    const auto* sign = phone->actions().constFirst();
    other->setFocus();
    EXPECT_FALSE(sign->isVisible());
    phone->setFocus();
    EXPECT_TRUE(sign->isVisible());
    other->setFocus();
    EXPECT_FALSE(sign->isVisible());
    v1::Phone atWork;
    atWork.set_number("0389333999");
    atWork.set_use(v1::CONTACT_USE_WORK);
    phone->setPhone(atWork);
    EXPECT_TRUE(sign->isVisible());
}

TEST(CellValues, changeTheFirstEntryAndKeepTheOthers)
{
    v1::Customer customer;
    customer.add_phones()->set_number("0901");
    customer.mutable_phones(0)->set_key("84901");
    customer.add_phones()->set_number("0902");
    setCellText(CustomerModel::Phone, QStringLiteral("0389333999"), customer);
    ASSERT_EQ(customer.phones_size(), 2);
    EXPECT_EQ(customer.phones(0).number(), "0389333999");
    EXPECT_EQ(customer.phones(0).key(), "");
    setCellText(CustomerModel::Phone, {}, customer);
    ASSERT_EQ(customer.phones_size(), 1);
    EXPECT_EQ(customer.phones(0).number(), "0902");
    setCellText(CustomerModel::Email, QStringLiteral("a@b.vn"), customer);
    EXPECT_EQ(cellText(CustomerModel::Email, customer), QStringLiteral("a@b.vn"));
}

TEST(CellValues, readTheClipboardAsSpreadsheetsWriteIt)
{
    const auto rows = tableOf(QStringLiteral("a\tb\r\n\"c \"\"d\"\"\ne\"\t\r\n"));
    ASSERT_EQ(rows.size(), 2);
    EXPECT_EQ(rows[0], QStringList({QStringLiteral("a"), QStringLiteral("b")}));
    EXPECT_EQ(rows[1], QStringList({QStringLiteral("c \"d\"\ne"), QString()}));
    EXPECT_EQ(tableOf(QStringLiteral("x")).size(), 1);
    EXPECT_TRUE(tableOf({}).isEmpty());
}

TEST(CellValues, findChoicesByTheirWordsWithOrWithoutMarks)
{
    test::FakeServer server;
    server.addPick("source", "website", "Trang mạng");
    RpcClient rpc(server.channel(), QString(), nullptr, test::kPatient);
    PicklistCache picklists(rpc);
    picklists.reload();
    ASSERT_TRUE(test::waitUntil([&] { return !picklists.choices(QStringLiteral("source")).isEmpty(); }));
    EXPECT_EQ(pastedText(CustomerModel::Source, QStringLiteral(" trang mang "), picklists), QStringLiteral("website"));
    EXPECT_EQ(pastedText(CustomerModel::Source, QStringLiteral("–"), picklists), QString());
    EXPECT_FALSE(pastedText(CustomerModel::Source, QStringLiteral("báo"), picklists).has_value());
    EXPECT_EQ(pastedText(CustomerModel::Phone, QStringLiteral(" 0389 "), picklists), QStringLiteral("0389"));
}

} // namespace
} // namespace banhang::client
