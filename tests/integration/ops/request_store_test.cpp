#include "server/ops/request_store.h"

#include "tests/support/pg_fixture.h"

namespace banhang::test {
namespace {

class RequestStoreTest : public PgFixture
{
protected:
    int dropOld(int days, int most)
    {
        return system().inTransaction({}, server::Tx::Mode::ReadWrite,
                                      [&](server::Tx& tx) { return server::RequestStore::dropOld(tx, days, most); });
    }
};

TEST_F(RequestStoreTest, dropsTheOldestInSlices)
{
    const TestUser lan = world().addUser("lan", world().company());
    sql().run("INSERT INTO banhang.request_seen (user_id, request_id, method, digest, reply, at)"
              " SELECT $1::bigint, gen_random_uuid(), 'm', '', '', now() - i * interval '1 day'"
              " FROM generate_series(0, 9) AS i",
              {std::to_string(lan.id)});
    EXPECT_EQ(dropOld(3, 4), 4);
    EXPECT_EQ(sql().number("SELECT count(*) FROM banhang.request_seen WHERE at < now() - interval '5 days 1 hour'"), 0);
    EXPECT_EQ(dropOld(3, 4), 3);
    EXPECT_EQ(dropOld(3, 4), 0);
    EXPECT_EQ(sql().number("SELECT count(*) FROM banhang.request_seen"), 3);
}

} // namespace
} // namespace banhang::test
