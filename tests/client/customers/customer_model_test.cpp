#include "client/customers/list/customer_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include <gtest/gtest.h>

#include "client/core/directory_cache.h"
#include "client/core/picklist_cache.h"
#include "client/customers/customers_api.h"
#include "tests/client/support/fake_server.h"
#include "tests/client/support/patience.h"
#include "tests/client/support/wait.h"

namespace banhang::client {
namespace {

using test::FakeServer;
using test::waitUntil;

v1::Customer customer(qint64 id, const std::string& name, qint64 version = 1)
{
    v1::Customer out;
    out.set_id(id);
    out.set_version(version);
    out.set_name(name);
    out.set_kind(v1::CUSTOMER_KIND_ORGANISATION);
    out.add_phones()->set_number("0389333999");
    return out;
}

RecordChange news(qint64 id, qint64 version, qint64 actor, const QStringList& fields = {})
{
    return {QStringLiteral("customer"), id, version, false, actor, fields};
}

struct CustomerModelTest : testing::Test
{
    static constexpr qint64 kMe = 1;
    static constexpr qint64 kColleague = 2;

    CustomerModelTest() { model.setOwnUserId(kMe); }

    void load(int count)
    {
        for (int i = 1; i <= count; ++i)
            server.put(customer(i, "Công ty TNHH Số " + std::to_string(i)));
        bool isLoaded = false;
        QObject::connect(
            &model, &LiveListModel::reloaded, &model, [&] { isLoaded = true; }, Qt::SingleShotConnection);
        model.reload(false);
        ASSERT_TRUE(waitUntil([&] { return isLoaded; }));
    }

    FakeServer server;
    RpcClient rpc{server.channel(), QString(), nullptr, test::kPatient};
    CustomersApi api{rpc};
    DirectoryCache directory{rpc};
    PicklistCache picklists{rpc};
    CustomerModel model{api, directory, picklists};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};
};

TEST_F(CustomerModelTest, standsForAllRowsAndLoadsWhatComesIntoView)
{
    load(450);
    EXPECT_EQ(model.rowCount(), 450);
    EXPECT_EQ(model.loadedCount(), 200);
    EXPECT_TRUE(model.index(300, 0).data(LoadingRole).toBool());
    model.ensureLoaded(390, 420);
    ASSERT_TRUE(waitUntil([this] { return model.loadedCount() == 450; }));
    EXPECT_EQ(model.rowCount(), 450);
    EXPECT_FALSE(model.index(300, 0).data(LoadingRole).toBool());
    EXPECT_EQ(model.rowOf(301), 300);
}

TEST_F(CustomerModelTest, loadsFurtherAheadOfWhoFlicksThroughIt)
{
    load(450);
    for (int row = 0; row < 100; row += 10)
        model.ensureLoaded(row, row + 20);
    EXPECT_FALSE(model.isLoading()) << "who reads has time";
    model.ensureLoaded(10, 30);
    EXPECT_TRUE(model.isLoading());
    ASSERT_TRUE(waitUntil([this] { return model.loadedCount() == 400; }));
}

TEST_F(CustomerModelTest, opensInTheMiddleAndGrowsUpwards)
{
    for (int i = 1; i <= 900; ++i)
        server.put(customer(i, "Số " + std::to_string(i)));
    model.reload(false, 500);
    ASSERT_TRUE(waitUntil([this] { return model.rowOf(500) >= 0; }));
    EXPECT_TRUE(model.hasPrevious());
    const int row = model.rowOf(500);
    QSignalSpy shifted(&model, &LiveListModel::rowsShiftedAbove);
    model.ensureLoaded(0, 20);
    ASSERT_TRUE(waitUntil([&] { return !shifted.isEmpty(); }));
    EXPECT_EQ(model.rowOf(500), row + shifted[0][0].toInt());
}

TEST_F(CustomerModelTest, neverHoldsMoreThanItsWindow)
{
    load(LiveListModel::kMaxRows + 500);
    for (int guard = 0; model.hasNext() && guard < 40; ++guard) {
        const qint64 before = model.index(0, 0).data(RowIdRole).toLongLong();
        const qint64 last = model.rowAt(model.loadedCount() - 1)->id;
        model.ensureLoaded(model.loadedCount() - 30, model.loadedCount() - 1);
        ASSERT_TRUE(waitUntil([&] {
            return model.rowAt(model.loadedCount() - 1)->id != last ||
                   model.index(0, 0).data(RowIdRole).toLongLong() != before;
        }));
    }
    EXPECT_LE(model.loadedCount(), LiveListModel::kMaxRows);
    EXPECT_EQ(model.rowAt(model.loadedCount() - 1)->id, LiveListModel::kMaxRows + 500);
    EXPECT_TRUE(model.hasPrevious());
    EXPECT_EQ(model.rowOf(1), -1);
}

TEST_F(CustomerModelTest, takesNewsOfManyRowsInOneCall)
{
    load(20);
    for (int i = 1; i <= 10; ++i) {
        server.put(customer(i, "Đổi tên " + std::to_string(i), 2));
        model.onChanges({news(i, 2, kColleague, {QStringLiteral("name")})});
    }
    ASSERT_TRUE(waitUntil([this] { return model.rowAt(9)->version == 2; }));
    EXPECT_EQ(server.batchSizes(), std::vector<int>{10});
}

TEST_F(CustomerModelTest, aColleaguesChangeGlowsUntilItIsOpened)
{
    load(3);
    auto changed = customer(2, "Công ty TNHH Số 2", 2);
    changed.mutable_phones(0)->set_number("0352555817");
    server.put(changed);
    model.onChanges({news(2, 2, kColleague, {QStringLiteral("phones")})});
    ASSERT_TRUE(waitUntil([this] { return model.rowAt(1)->version == 2; }));
    const auto phone = model.index(1, CustomerModel::Phone);
    EXPECT_GT(phone.data(ChangedAtRole).toLongLong(), 0);
    EXPECT_EQ(phone.data(LiveListModel::ChangedByRole).toLongLong(), kColleague);
    EXPECT_TRUE(phone.data(ChangedCellRole).toBool());
    EXPECT_FALSE(model.index(1, CustomerModel::Name).data(ChangedCellRole).toBool());
    EXPECT_EQ(phone.data().toString(), QStringLiteral("0352 555 817"));
    EXPECT_TRUE(phone.data(UnseenRole).toBool());
    model.markSeen(2);
    EXPECT_FALSE(phone.data(UnseenRole).toBool());
}

TEST_F(CustomerModelTest, theOwnChangeDoesNotGlow)
{
    load(3);
    server.put(customer(2, "Công ty TNHH Số 2", 2));
    model.onChanges({news(2, 2, kMe)});
    ASSERT_TRUE(waitUntil([this] { return model.rowAt(1)->version == 2; }));
    EXPECT_EQ(model.index(1, 0).data(ChangedAtRole).toLongLong(), 0);
}

TEST_F(CustomerModelTest, neverGoesBackToAnOlderVersion)
{
    load(1);
    model.applyRecord(std::make_shared<v1::Customer>(customer(1, "Mới hơn", 5)));
    model.applyRecord(std::make_shared<v1::Customer>(customer(1, "Cũ hơn", 4)));
    EXPECT_EQ(model.customerAt(0)->name(), "Mới hơn");
}

TEST_F(CustomerModelTest, rowsThatLeaveStayStruckThroughUntilRefreshed)
{
    load(3);
    model.onChanges({{QStringLiteral("customer"), 2, 0, true, 0, {}}});
    EXPECT_EQ(model.rowCount(), 3);
    EXPECT_FALSE(model.index(1, 0).data(GoneReasonRole).toString().isEmpty());
    EXPECT_FALSE(model.index(0, 0).data(GoneReasonRole).isValid());
}

TEST_F(CustomerModelTest, tellsOfNewRowsAndOfAnotherOrderInsteadOfMovingAnything)
{
    load(3);
    server.put(customer(4, "Khách mới"));
    server.put(customer(1, "Zalo Việt", 2));
    model.onChanges({news(4, 1, kColleague), news(1, 2, kColleague, {QStringLiteral("name")})});
    ASSERT_TRUE(waitUntil([this] { return model.newRowCount() == 1 && model.isOrderStale(); }));
    EXPECT_EQ(model.rowCount(), 3);
    EXPECT_EQ(model.rowOf(1), 0);
}

TEST_F(CustomerModelTest, fetchesLaterWhatItCouldNotFetchOffline)
{
    load(3);
    server.put(customer(2, "Đổi", 2));
    server.failNext("BatchGetCustomers", AppError(ErrorCode::Unavailable, "database.unavailable"), 3);
    model.onChanges({news(2, 2, kColleague)});
    ASSERT_TRUE(waitUntil([this] { return server.calls("BatchGetCustomers") == 3; }));
    ASSERT_TRUE(waitUntil([this] {
        model.retryPending();
        return model.rowAt(1)->version == 2;
    }));
}

TEST_F(CustomerModelTest, aNewQueryDropsTheAnswerOfTheOldOne)
{
    load(3);
    server.hold("ListCustomers");
    model.reload(true);
    ASSERT_TRUE(waitUntil([this] { return server.calls("ListCustomers") == 2; }));
    CustomerQuery query;
    query.text = QStringLiteral("Số 2");
    model.setQuery(query);
    ASSERT_TRUE(waitUntil([this] { return model.loadedCount() == 1; }));
    server.release("ListCustomers");
    ASSERT_TRUE(waitUntil([this] { return !model.isLoading(); }));
    EXPECT_EQ(model.loadedCount(), 1);
    EXPECT_EQ(model.rowAt(0)->id, 2);
}

TEST_F(CustomerModelTest, keepsWhatIsNewerThanAListThatWasReadBefore)
{
    load(3);
    server.hold("ListCustomers");
    model.reload(false);
    ASSERT_TRUE(waitUntil([this] { return server.calls("ListCustomers") == 2; }));
    model.applyRecord(std::make_shared<v1::Customer>(customer(2, "Vừa lưu", 2)));
    QSignalSpy reloaded(&model, &LiveListModel::reloaded);
    server.release("ListCustomers");
    ASSERT_TRUE(waitUntil([&] { return reloaded.size() == 1; }));
    EXPECT_EQ(model.rowAt(1)->version, 2);
    EXPECT_EQ(model.index(1, CustomerModel::Name).data().toString(), QStringLiteral("Vừa lưu"));
}

TEST_F(CustomerModelTest, fetchesAgainWhatChangedWhileItsPageWasOnItsWay)
{
    load(450);
    server.hold("ListCustomers");
    model.ensureLoaded(180, 199);
    ASSERT_TRUE(waitUntil([this] { return server.calls("ListCustomers") == 2; }));
    server.put(customer(301, "Đổi", 2));
    model.onChanges({news(301, 2, kColleague)});
    ASSERT_TRUE(waitUntil([this] { return server.calls("BatchGetCustomers") == 1 && rpc.openCalls() == 1; }))
        << "asked for, and not there yet";
    server.release("ListCustomers");
    ASSERT_TRUE(waitUntil([this] { return model.rowOf(301) >= 0; }));
    EXPECT_TRUE(waitUntil([this] { return model.rowAt(model.rowOf(301))->version == 2; }));
}

TEST_F(CustomerModelTest, putsTheDistinctivePartFirst)
{
    load(1);
    EXPECT_EQ(model.index(0, CustomerModel::Name).data().toString(), QStringLiteral("Số 1"));
    EXPECT_EQ(model.index(0, CustomerModel::Name).data(SuffixRole).toString(), QStringLiteral("TNHH"));
}

TEST_F(CustomerModelTest, saysWhoEnteredTheRecordWhereThatIsKnown)
{
    load(2);
    auto entered = std::make_shared<v1::Customer>(server.stored(1));
    entered->set_version(2);
    entered->set_creator_user_id(2);
    model.applyRecord(entered);
    EXPECT_EQ(model.index(0, CustomerModel::Creator).data(PersonIdRole).toLongLong(), 2);
    EXPECT_EQ(model.index(1, CustomerModel::Creator).data().toString(), QStringLiteral("–"));
    EXPECT_FALSE(model.index(1, CustomerModel::Creator).data(PersonIdRole).isValid());
}

TEST_F(CustomerModelTest, saysWhatIsHiddenByRight)
{
    auto masked = customer(1, "Công ty TNHH Kín");
    masked.clear_phones();
    masked.add_masked_fields("phones");
    server.put(masked);
    model.reload(false);
    ASSERT_TRUE(waitUntil([this] { return model.loadedCount() == 1; }));
    EXPECT_EQ(model.index(0, CustomerModel::Phone).data().toString(), QStringLiteral("không được xem"));
}

} // namespace
} // namespace banhang::client
