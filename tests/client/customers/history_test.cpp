// The timeline of a customer: what it offers to put back, by mouse and by keys, and what putting back does.
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include "client/customers/detail/customer_detail.h"
#include "client/customers/detail/field_restore.h"
#include "client/customers/detail/history_model.h"
#include "client/customers/detail/history_view.h"
#include "tests/client/customers/customers_fixture.h"

namespace banhang::client {
namespace {

using test::waitUntil;

constexpr qint64 kId = 7;

v1::Customer thienAn()
{
    v1::Customer customer;
    customer.set_id(kId);
    customer.set_version(5);
    customer.set_kind(v1::CUSTOMER_KIND_ORGANISATION);
    customer.set_name("Công ty TNHH Thiên Ân");
    customer.set_website("thienan.example");
    customer.add_phones()->set_number("0389333999");
    return customer;
}

void addChange(v1::HistoryEntry& entry, const char* field, const char* before, const char* now)
{
    auto* change = entry.add_changes();
    change->set_field(field);
    change->set_old_json(before);
    change->set_new_json(now);
}

/// Newest first: phone and note changed, website set to what it is now, then created.
v1::ListCustomerHistoryResponse threeEntries()
{
    v1::ListCustomerHistoryResponse history;
    auto* first = history.add_entries();
    first->set_operation("update");
    first->set_actor_user_id(2);
    first->set_machine_name("PC-KD-07");
    addChange(*first, "phones", R"([{"number":"0352 555 817"}])", R"([{"number":"0389333999"}])");
    addChange(*first, "note", R"("Gọi sau 14 giờ")", R"("")");
    auto* second = history.add_entries();
    second->set_operation("update");
    addChange(*second, "website", R"("thienan.example")", R"("thienan.example")");
    history.add_entries()->set_operation("create");
    return history;
}

struct HistoryTest : CustomersFixture
{
    HistoryTest()
    {
        server.setHistory(threeEntries());
        server.put(thienAn());
        view.resize(520, 400);
    }

    void load(bool mayRestore = true, const v1::Customer& current = thienAn())
    {
        QSignalSpy isLoaded(&model, &HistoryModel::loaded);
        model.setCurrent(current, mayRestore);
        model.load(kId);
        ASSERT_TRUE(waitUntil([&] { return !isLoaded.isEmpty(); }));
        view.show();
        view.doItemsLayout();
    }

    /// Middle of the link of a line; null where there is none.
    QPoint linkOf(int row, int line)
    {
        const auto index = model.index(row);
        const auto* delegate = qobject_cast<HistoryDelegate*>(view.itemDelegate());
        const QRect area = view.visualRect(index);
        QRect link;
        for (int y = area.top(); y < area.bottom(); ++y)
            for (int x = area.left(); x < area.right(); x += 2)
                if (delegate->restoreLineAt(area, index, {x, y}) == line)
                    link |= QRect(x, y, 1, 1);
        return link.isNull() ? QPoint() : link.center();
    }
    QMenu* menu()
    {
        for (auto* found : view.findChildren<QMenu*>())
            if (found->isVisible())
                return found;
        return nullptr;
    }

    HistoryModel model{workplace, api};
    HistoryView view{&model};
    QString field;
    std::string json;
    QMetaObject::Connection taking = QObject::connect(&view, &HistoryView::restoreRequested, &view,
                                                      [this](const QString& name, const std::string& old) {
                                                          field = name;
                                                          json = old;
                                                      });
};

TEST_F(HistoryTest, saysWhoWhenceAndWhatIntoWhat)
{
    server.addPerson(2, "Phạm Ngọc Diệp");
    directory.reload();
    ASSERT_TRUE(waitUntil([this] { return !directory.fullName(2).isEmpty(); }));
    load();
    const QString read = model.index(0).data(Qt::AccessibleTextRole).toString();
    for (const char* part : {"Phạm Ngọc Diệp", "PC-KD-07", "0352 555 817 → 0389 333 999", "Gọi sau 14 giờ → –"})
        EXPECT_TRUE(read.contains(QString::fromUtf8(part))) << part << " in " << read.toStdString();
    EXPECT_TRUE(model.item(2).lines.isEmpty()) << "what it was created with is the record itself";
}

TEST_F(HistoryTest, tellsInWordsWhatWasDoneBesideTheCustomer)
{
    v1::ListCustomerHistoryResponse history;
    auto* put = history.add_entries();
    put->set_operation("update");
    addChange(*put, "care_sequences", "", R"("Khách mới")");
    auto* filed = history.add_entries();
    filed->set_operation("update");
    addChange(*filed, "attachments", R"("a.txt")", R"("báo giá.txt")");
    server.setHistory(history);
    load();
    EXPECT_TRUE(model.index(0).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("– → Khách mới")));
    EXPECT_TRUE(model.index(1).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("a.txt → báo giá.txt")));
}

TEST_F(HistoryTest, theLinkAtTheEndOfALineGivesItsValue)
{
    load();
    ASSERT_FALSE(linkOf(0, 1).isNull());
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, linkOf(0, 1));
    EXPECT_EQ(field, QStringLiteral("note"));
    EXPECT_EQ(json, R"("Gọi sau 14 giờ")");
    field.clear();
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, linkOf(0, 1) - QPoint(200, 0));
    EXPECT_TRUE(field.isEmpty()) << "beside the link nothing happens";
}

TEST_F(HistoryTest, enterOffersTheSameByKey)
{
    load();
    view.setFocus();
    view.setCurrentIndex(model.index(0));
    QTest::keyClick(&view, Qt::Key_Return);
    ASSERT_NE(menu(), nullptr);
    const auto actions = menu()->actions();
    ASSERT_EQ(actions.size(), 2);
    EXPECT_TRUE(actions[0]->text().contains(QStringLiteral("0352 555 817"))) << actions[0]->text().toStdString();
    actions[0]->trigger();
    EXPECT_EQ(field, QStringLiteral("phones"));
}

TEST_F(HistoryTest, offersNothingThatIsSoNow)
{
    load();
    EXPECT_TRUE(linkOf(1, 0).isNull()) << "the website is that already";
    auto back = thienAn();
    back.mutable_phones(0)->set_number("0352555817");
    model.setCurrent(back, true);
    EXPECT_TRUE(linkOf(0, 0).isNull());
    EXPECT_FALSE(linkOf(0, 1).isNull());
    view.setCurrentIndex(model.index(1));
    QTest::keyClick(&view, Qt::Key_Return);
    ASSERT_NE(menu(), nullptr);
    EXPECT_FALSE(menu()->actions().first()->isEnabled()) << "and says so";
}

TEST_F(HistoryTest, offersNothingWithoutTheRightOrOfWhatIsHidden)
{
    load(false);
    EXPECT_TRUE(linkOf(0, 0).isNull());
    auto masked = thienAn();
    masked.add_masked_fields("phones");
    model.setCurrent(masked, true);
    EXPECT_TRUE(linkOf(0, 0).isNull());
    EXPECT_FALSE(linkOf(0, 1).isNull());
}

TEST_F(HistoryTest, isAsHighAsItsEntriesAndFollowsItsWidth)
{
    view.setFitted(20);
    load();
    int height = 0;
    for (int row = 0; row < model.rowCount(); ++row)
        height += view.sizeHintForIndex(model.index(row)).height();
    EXPECT_EQ(view.sizeHint().height(), height);
    auto lengthy = threeEntries();
    lengthy.mutable_entries(0)->mutable_changes(1)->set_old_json(
        "\"" + std::string("một lời dặn rất dài về giờ giấc và người nghe máy ").append(300, 'x') + "\"");
    server.setHistory(lengthy);
    load();
    EXPECT_GT(view.sizeHint().height(), height) << "long values are not cut off";
}

TEST_F(HistoryTest, theNextPageFollowsTheFirst)
{
    view.setModel(nullptr); // a view with room to spare fetches by itself
    auto first = threeEntries();
    first.set_next_page_token("more");
    server.setHistory(first);
    load();
    ASSERT_TRUE(model.canFetchMore({}));
    server.setHistory(threeEntries());
    model.fetchMore({});
    ASSERT_TRUE(waitUntil([this] { return model.rowCount() == 6; }));
    EXPECT_FALSE(model.canFetchMore({}));
}

struct RestoreTest : CustomersFixture
{
    RestoreTest()
    {
        server.put(thienAn());
        QObject::connect(&restoring, &FieldRestore::restored, &restoring,
                         [this](const v1::Customer& stored, const QString&, const std::function<void()>& offered) {
                             now = stored;
                             undo = offered;
                         });
    }

    FieldRestore restoring{api, nullptr};
    v1::Customer now;
    std::function<void()> undo;
};

TEST_F(RestoreTest, changesThatOneFieldAndTakesItBack)
{
    restoring.restore(thienAn(), QStringLiteral("phones"), R"([{"number":"0352 555 817"}])");
    ASSERT_TRUE(waitUntil([this] { return now.id() == kId; }));
    EXPECT_EQ(server.stored(kId).phones(0).number(), "0352 555 817");
    ASSERT_EQ(server.lastUpdate().update_mask().paths_size(), 1);
    EXPECT_EQ(server.lastUpdate().update_mask().paths(0), "phones");
    EXPECT_EQ(server.lastUpdate().customer().version(), 5) << "checked against what was shown";
    undo();
    ASSERT_TRUE(waitUntil([this] { return server.stored(kId).phones(0).number() == "0389333999"; }));
    EXPECT_EQ(server.lastUpdate().customer().version(), 6);
}

TEST_F(RestoreTest, nothingBeforeMeansNothingAgain)
{
    restoring.restore(thienAn(), QStringLiteral("website"), "");
    ASSERT_TRUE(waitUntil([this] { return now.id() == kId; }));
    EXPECT_EQ(server.stored(kId).website(), "");
}

TEST_F(RestoreTest, contactPersonsThatAreGoneComeBackAsNewOnes)
{
    auto customer = thienAn();
    customer.add_contacts()->set_id(3);
    customer.mutable_contacts(0)->set_name("Phan Thị Lan");
    restoring.restore(customer, QStringLiteral("contacts"),
                      R"([{"id":"3","name":"Phan Thị Lan"},{"id":"4","name":"Đỗ Văn Huy"}])");
    ASSERT_TRUE(waitUntil([this] { return now.id() == kId; }));
    const auto sent = server.lastUpdate().customer();
    ASSERT_EQ(sent.contacts_size(), 2);
    EXPECT_EQ(sent.contacts(0).id(), 3);
    EXPECT_EQ(sent.contacts(1).id(), 0);
}

TEST_F(RestoreTest, tellsWhatWasNotPutBack)
{
    QString strong;
    ErrorCode code{};
    QObject::connect(&restoring, &FieldRestore::failed, &restoring, [&](const QString& text, const AppError& error) {
        strong = text;
        code = error.code();
    });
    server.failNext("UpdateCustomer", AppError(ErrorCode::Conflict, "customer.edit_conflict"));
    restoring.restore(thienAn(), QStringLiteral("website"), R"("moi.example")");
    ASSERT_TRUE(waitUntil([&] { return !strong.isEmpty(); }));
    EXPECT_EQ(code, ErrorCode::Conflict);
    EXPECT_EQ(server.stored(kId).website(), "thienan.example");
}

TEST_F(RestoreTest, whatCannotBeReadIsLeftAlone)
{
    restoring.restore(thienAn(), QStringLiteral("phones"), "no json");
    QCoreApplication::processEvents();
    EXPECT_EQ(server.calls("UpdateCustomer"), 0);
}

TEST_F(HistoryTest, fromTheDetailTheValueIsPutBackAndUndone)
{
    signIn();
    CustomerDetail detail(workplace, api);
    detail.resize(560, 700);
    detail.applyRights();
    std::function<void()> undo;
    QObject::connect(&detail, &CustomerDetail::undoOffered, &detail,
                     [&](const QString&, const std::function<void()>& offered) { undo = offered; });
    detail.show();
    detail.showCustomer(kId);
    auto* timeline = detail.findChild<HistoryView*>();
    ASSERT_TRUE(waitUntil([&] { return detail.customer().id() == kId && timeline->model()->rowCount() == 3; }));
    timeline->setCurrentIndex(timeline->model()->index(0, 0));
    QTest::keyClick(timeline, Qt::Key_Return);
    auto* offered = timeline->findChild<QMenu*>();
    ASSERT_NE(offered, nullptr);
    offered->actions().first()->trigger();
    ASSERT_TRUE(waitUntil([&] { return undo != nullptr; }));
    EXPECT_EQ(detail.customer().phones(0).number(), "0352 555 817");
    undo();
    EXPECT_TRUE(waitUntil([&] { return detail.customer().phones(0).number() == "0389333999"; }));
}

} // namespace
} // namespace banhang::client
