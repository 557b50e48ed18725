// A server with nothing but the feed, an office of nine people, and customers that tests move about.
#pragma once

#include "server/changes/changes_service.h"
#include "tests/integration/changes/watcher.h"
#include "tests/support/server_fixture.h"

namespace banhang::test {

class FeedFixture : public ServerFixture
{
protected:
    ~FeedFixture() override { stopServer(); }

    std::vector<std::unique_ptr<grpc::Service>> makeServices(ServerParts& parts) override
    {
        std::vector<std::unique_ptr<grpc::Service>> services;
        services.push_back(std::make_unique<server::ChangesService>(parts.calls, parts.app, parts.callers, parts.hub));
        return services;
    }

    /// Somebody who sees customers as far as `scope`, in the given place.
    TestUser viewer(const std::string& name, std::int64_t parentUnitId, v1::Scope scope,
                    const std::vector<v1::SensitiveField>& masks = {})
    {
        return world().addUserWith(name, parentUnitId, {{v1::RESOURCE_CUSTOMER, v1::ACTION_VIEW, scope}}, masks);
    }
    std::unique_ptr<Watcher> watch(const TestUser& user, const std::string& resumeToken = {})
    {
        auto watcher = std::make_unique<Watcher>(channel(), world().signIn(user), resumeToken);
        EXPECT_TRUE(watcher->waitOpen());
        return watcher;
    }

    /// Owned by `owner`; not in the log.
    std::int64_t addCustomer(const TestUser& owner)
    {
        const std::string code = "KH" + std::to_string(++m_customers);
        return sql().number("INSERT INTO banhang.customer (code, code_key, kind, name, sort_key, owner_id, unit_id)"
                            " VALUES ($1::text, $1::text, 1, $1::text, $1::text, $2::bigint, $3::bigint) RETURNING id",
                            {code, std::to_string(owner.id), std::to_string(owner.unitId)});
    }

    /// One more version of a customer with its row in the log: owned in `unitId`, or in the bin.
    static void change(SqlSession& session, std::int64_t customerId, std::int64_t unitId, bool binned = false,
                       const std::string& fields = "{}")
    {
        session.run(
            "WITH old AS (SELECT id, unit_id, deleted_at FROM banhang.customer WHERE id = $1::bigint FOR UPDATE),"
            " new AS (UPDATE banhang.customer c SET version = version + 1, unit_id = $2::bigint,"
            "  deleted_at = CASE WHEN $3::boolean THEN now() END FROM old WHERE c.id = old.id"
            "  RETURNING c.version, old.unit_id AS unit_before, old.deleted_at AS binned_before)"
            " INSERT INTO banhang.change_log (entity, entity_id, version, operation, fields, unit_before,"
            "  unit_after, actor_id)"
            " SELECT 'customer', $1::bigint, version, 'update', $4::jsonb,"
            "  CASE WHEN binned_before IS NULL THEN unit_before END, CASE WHEN NOT $3::boolean THEN $2::bigint END, 0"
            " FROM new",
            {std::to_string(customerId), std::to_string(unitId), binned ? "t" : "f", fields});
    }
    void change(std::int64_t customerId, std::int64_t unitId, bool binned = false, const std::string& fields = "{}")
    {
        change(sql(), customerId, unitId, binned, fields);
    }
    /// Shares a customer, or takes the share back, as the service does: with a version of its own.
    void share(std::int64_t customerId, const TestUser& with, bool shared)
    {
        sql().run("BEGIN");
        if (shared)
            sql().run("INSERT INTO banhang.customer_share (customer_id, user_id, level, shared_by_id)"
                      " VALUES ($1::bigint, $2::bigint, 1, $2::bigint)",
                      {std::to_string(customerId), std::to_string(with.id)});
        else
            sql().run("DELETE FROM banhang.customer_share WHERE customer_id = $1::bigint AND user_id = $2::bigint",
                      {std::to_string(customerId), std::to_string(with.id)});
        sql().run("WITH new AS (UPDATE banhang.customer SET version = version + 1 WHERE id = $1::bigint"
                  "  RETURNING version, unit_id)"
                  " INSERT INTO banhang.change_log (entity, entity_id, version, operation, unit_before, unit_after,"
                  "  grantee_id, actor_id)"
                  " SELECT 'customer', $1::bigint, version, $3, unit_id, unit_id, $2::bigint, 0 FROM new",
                  {std::to_string(customerId), std::to_string(with.id), shared ? "share" : "unshare"});
        sql().run("COMMIT");
    }

private:
    int m_customers = 0;
};

inline std::function<bool(const Watcher&)> sees(std::int64_t id, std::int64_t version)
{
    return [=](const Watcher& watcher) {
        const auto heard = watcher.heard(id);
        return heard && heard->visible && heard->version == version;
    };
}

inline std::function<bool(const Watcher&)> lost(std::int64_t id)
{
    return [=](const Watcher& watcher) {
        const auto heard = watcher.heard(id);
        return heard && !heard->visible;
    };
}

inline std::function<bool(const Watcher&)> resynced(v1::Resync::Reason reason)
{
    return [=](const Watcher& watcher) {
        return std::find(watcher.resyncs().begin(), watcher.resyncs().end(), reason) != watcher.resyncs().end();
    };
}

} // namespace banhang::test
