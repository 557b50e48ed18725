// The database layer against a real PostgreSQL: values, pipelines, transactions and what ends them.
#include <atomic>
#include <thread>

#include "common/error.h"
#include "tests/support/pg_fixture.h"

namespace banhang::test {
namespace {

using namespace banhang::server;

constexpr Statement kEcho{"SELECT $1::boolean, $2::bigint, $3::double precision, $4::text, $5::bytea, $6::bigint[],"
                          " $7::text[], $8::text, (extract(epoch FROM $9::timestamptz) * 1000000)::bigint"};
constexpr Statement kOne{"SELECT 1"};
constexpr Statement kDivide{"SELECT 1 / $1::int"};
constexpr Statement kSleep{"SELECT pg_sleep($1)"};
constexpr Statement kWhoAmI{"SELECT coalesce(banhang.caller_id(), 0), current_setting('statement_timeout')"};
constexpr Statement kIdleLittle{"SELECT set_config('idle_in_transaction_session_timeout', '1000', true)"};
constexpr Statement kAddItem{
    "INSERT INTO banhang.pick_item (list_key, key, label_vi, position) VALUES ('t', $1, 'x', 1)"};
constexpr Statement kCountItems{"SELECT count(*) FROM banhang.pick_item WHERE list_key = 't'"};
constexpr Statement kTouchItem{"UPDATE banhang.pick_item SET version = version + 1 WHERE list_key = 't' AND key = $1"};

class DatabaseTest : public PgFixture
{
protected:
    template <typename Body>
    auto write(Body&& body)
    {
        return app().inTransaction({.userId = 7, .timeoutMs = 10000}, Tx::Mode::ReadWrite, std::forward<Body>(body));
    }
    template <typename Body>
    auto read(Body&& body)
    {
        return app().inTransaction({.userId = 7, .timeoutMs = 10000}, Tx::Mode::ReadOnly, std::forward<Body>(body));
    }
    std::int64_t items()
    {
        return read([](Tx& tx) { return tx.query(kCountItems).front().int64(0); });
    }
};

TEST_F(DatabaseTest, valuesComeBackAsTheyWentIn)
{
    const std::string bytes("\0\x01\xff'\\", 5);
    const std::vector<std::string> texts{"", "a,b", "\"q\" \\ {}", "Đặng Thị Hồng"};
    read([&](Tx& tx) {
        const Rows rows =
            tx.query(kEcho, true, std::int64_t{-9007199254740993}, 0.1, "Nguyễn", asBytes(bytes),
                     std::vector<std::int64_t>{3, -1}, texts, std::nullopt, "2026-01-02T03:04:05.000006Z");
        const Row row = rows.front();
        EXPECT_TRUE(row.boolean(0));
        EXPECT_EQ(row.int64(1), -9007199254740993);
        EXPECT_EQ(row.real(2), 0.1);
        EXPECT_EQ(row.text(3), "Nguyễn");
        EXPECT_EQ(row.bytes(4), bytes);
        EXPECT_EQ(row.int64s(5), (std::vector<std::int64_t>{3, -1}));
        EXPECT_EQ(row.strings(6), texts);
        EXPECT_TRUE(row.isNull(7));
        EXPECT_EQ(row.micros(8), 1767323045000006);
    });
}

TEST_F(DatabaseTest, refusesTextThatWouldBeCut)
{
    EXPECT_THROW(Params::of(std::string("a\0b", 3)), AppError);
}

TEST_F(DatabaseTest, identityAndTimeLimitHoldForOneTransactionOnly)
{
    read([](Tx& tx) {
        const Rows rows = tx.query(kWhoAmI);
        EXPECT_EQ(rows.front().int64(0), 7);
        EXPECT_NE(rows.front().text(1), "30s");
    });
    app().inTransaction({}, Tx::Mode::ReadOnly, [](Tx& tx) {
        const Rows rows = tx.query(kWhoAmI);
        EXPECT_EQ(rows.front().int64(0), 0);
        EXPECT_EQ(rows.front().text(1), "30s");
    });
}

TEST_F(DatabaseTest, constraintNamesArrive)
{
    try {
        write([](Tx& tx) {
            tx.enqueue(kAddItem, "same");
            tx.enqueue(kAddItem, "same");
        });
        FAIL() << "the second insert was taken";
    } catch (const DatabaseError& error) {
        EXPECT_EQ(error.sqlState(), "23505");
        EXPECT_EQ(error.constraint(), "pick_item_key_unique");
    }
    EXPECT_EQ(items(), 0);
}

TEST_F(DatabaseTest, aValueThatIsRefusedStaysOutOfTheMessage)
{
    try {
        read([](Tx& tx) { return tx.query(kDivide, "0912 345 678").size(); });
        FAIL() << "no number was taken for one";
    } catch (const DatabaseError& error) {
        EXPECT_EQ(error.sqlState(), "22P02");
        EXPECT_STREQ(error.what(), "invalid input syntax for type integer");
    }
}

TEST_F(DatabaseTest, anExceptionOfTheBodyRollsBack)
{
    EXPECT_THROW(write([](Tx& tx) {
                     tx.query(kAddItem, "one");
                     tx.enqueue(kAddItem, "two");
                     throw AppError(ErrorCode::Refused, "test.refused");
                 }),
                 AppError);
    EXPECT_EQ(items(), 0);
}

TEST_F(DatabaseTest, aConnectionServesOnAfterAFailedStatement)
{
    for (int i = 0; i < 20; ++i) {
        EXPECT_THROW(read([](Tx& tx) { return tx.query(kDivide, 0).size(); }), DatabaseError);
        EXPECT_EQ(read([](Tx& tx) { return tx.query(kDivide, 1).size(); }), 1);
    }
}

TEST_F(DatabaseTest, expectedRowsComeBeforeTheNextAnswer)
{
    std::string order;
    read([&](Tx& tx) {
        tx.expect(kOne, [&](const Rows& rows) { order += "first:" + std::to_string(rows.size()); });
        tx.query(kOne);
        order += " second";
    });
    EXPECT_EQ(order, "first:1 second");
}

TEST_F(DatabaseTest, aCheckThatFailsOutweighsTheFailureOfWhatFollows)
{
    EXPECT_THROW(read([&](Tx& tx) {
                     tx.expect(kOne, [](const Rows&) { throw AppError(ErrorCode::SignedOut, "session.ended"); });
                     tx.query(kDivide, 0);
                 }),
                 AppError);
}

TEST_F(DatabaseTest, aReadOnlyTransactionCannotWrite)
{
    try {
        read([](Tx& tx) { return tx.query(kAddItem, "x").size(); });
        FAIL() << "it wrote";
    } catch (const DatabaseError& error) {
        EXPECT_TRUE(error.isReadOnly());
    }
    EXPECT_EQ(items(), 0);
}

TEST_F(DatabaseTest, timeLimitEndsAStatement)
{
    try {
        app().inTransaction({.userId = 0, .timeoutMs = 100}, Tx::Mode::ReadOnly,
                            [](Tx& tx) { return tx.query(kSleep, 30).size(); });
        FAIL() << "it slept";
    } catch (const DatabaseError& error) {
        EXPECT_TRUE(error.isCancelled());
    }
}

TEST_F(DatabaseTest, deadlockedTransactionsAreRunAgain)
{
    sql().run("INSERT INTO banhang.pick_item (list_key, key, label_vi, position) VALUES ('t', 'a', 'x', 1), ('t', 'b', "
              "'x', 1)");
    sql().run("ALTER SYSTEM SET deadlock_timeout = '20ms'");
    sql().run("SELECT pg_reload_conf()");
    std::atomic<int> holding = 0;
    std::atomic<int> runs = 0;
    const auto swap = [&](const char* first, const char* second) {
        bool met = false;
        write([&](Tx& tx) {
            ++runs;
            tx.query(kTouchItem, first);
            // In the first run both hold one row before either asks for the other's.
            if (!std::exchange(met, true)) {
                ++holding;
                while (holding < 2)
                    std::this_thread::yield();
            }
            tx.query(kTouchItem, second);
        });
    };
    std::thread other([&] { swap("b", "a"); });
    swap("a", "b");
    other.join();
    EXPECT_GE(runs, 3);
    EXPECT_EQ(sql().number("SELECT sum(version) FROM banhang.pick_item WHERE list_key = 't'"), 2 + 4);
    sql().run("ALTER SYSTEM RESET deadlock_timeout");
    sql().run("SELECT pg_reload_conf()");
}

TEST_F(DatabaseTest, aLostConnectionIsReplacedWithoutTheCallersNotice)
{
    EXPECT_EQ(items(), 0);
    sql().run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'banhang_app' AND datname = "
              "current_database()");
    for (int i = 0; i < 2 * m_appThreads; ++i)
        EXPECT_EQ(items(), 0);
}

TEST_F(DatabaseTest, aTransactionThatIdlesIsEnded)
{
    EXPECT_THROW(write([this](Tx& tx) {
                     tx.query(kIdleLittle);
                     tx.query(kAddItem, "idle");
                     // The server ends it by itself.
                     while (sql().number("SELECT count(*) FROM pg_stat_activity WHERE state = 'idle in transaction' AND"
                                         " datname = current_database()") > 0)
                         std::this_thread::yield();
                     tx.query(kCountItems);
                     throw AppError(ErrorCode::Internal, "test.survived");
                 }),
                 std::exception);
    EXPECT_EQ(items(), 0);
}

} // namespace
} // namespace banhang::test
