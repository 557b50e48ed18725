#include "tests/bench/data/filling.h"

#include <chrono>
#include <string>

#include "server/core/database/transaction.h"
#include "tests/bench/data/bare_tables.h"
#include "tests/bench/data/bench_scripts.h"
#include "tests/bench/data/customer_loader.h"
#include "tests/bench/data/office.h"
#include "tests/bench/data/talk_texts.h"

namespace banhang::bench {

namespace {

using Tell = std::function<void(const char* step, double seconds)>;

/// Reminders of what is planned, a thousand activities at a time.
constexpr const char* kKeepReminders =
    "SELECT banhang.keep_reminders('activity', array_agg(b.id)) FROM (SELECT a.id, row_number() OVER (ORDER BY a.id) / "
    "1000 AS "
    "batch FROM banhang.activity a WHERE a.state = 1 AND a.reminder_leads <> '{}' AND a.sort_at > now()) AS b"
    " GROUP BY b.batch";

template <typename Work>
void step(const Tell& tell, const char* name, const Work& work)
{
    const auto start = std::chrono::steady_clock::now();
    work();
    tell(name, std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
}

server::ConnectOptions patient(server::ConnectOptions access)
{
    access.idleInTransaction = access.statementTimeout = std::chrono::milliseconds(0);
    return access;
}

} // namespace

void fillOffice(const server::ConnectOptions& owner, const FillPlan& plan, const Tell& tell)
{
    const server::ConnectOptions access = patient(owner);
    server::ConnectionSlot slot(access);
    const std::int64_t made = plan.made == 0 ? plan.customers : plan.made;
    CustomerPlan customersPlan{plan.seed, made, {}};
    step(tell, "office", [&] {
        server::runTransaction(slot, server::Tx::Mode::ReadWrite, {}, nullptr,
                               [&](server::Tx& tx) { customersPlan.owners = foundOffice(tx); });
    });

    server::Connection connection(access);
    connection.runScript("SET bench.customers = " + std::to_string(plan.customers));
    connection.runScript("SET bench.activities = " + std::to_string(plan.activities));
    connection.runScript("SET maintenance_work_mem = '1GB'; SET max_parallel_maintenance_workers = 2");
    BareTables customers(connection, {"customer", "contact", "customer_search", "customer_tag", "duplicate_form",
                                      "duplicate_key", "change_log"});
    BareTables activities(connection, {"activity", "activity_person", "activity_search"});
    step(tell, "customers", [&] { loadCustomers(access, customersPlan); });
    connection.runScript("SET bench.made = " + std::to_string(made));
    step(tell, "customers copied", [&] { connection.runScript(std::string(copyCustomersSql())); });
    step(tell, "customers analysed", [&] { connection.runScript("VACUUM ANALYZE banhang.customer"); });
    step(tell, "activities", [&] {
        writeTalkTexts(connection);
        connection.runScript(std::string(activitiesSql()));
    });
    step(tell, "indexes of activities", [&] { activities.restore(); });
    step(tell, "work of customers", [&] { connection.runScript(std::string(customersAfterSql())); });
    // The update above left each row twice.
    step(tell, "customers rewritten", [&] { connection.runScript("VACUUM FULL banhang.customer"); });
    step(tell, "indexes of customers", [&] { customers.restore(); });
    step(tell, "reminders", [&] { connection.runScript(kKeepReminders); });
    step(tell, "the rest", [&] { connection.runScript(std::string(gatheredSql())); });
    step(tell, "tidied", [&] { connection.runScript("VACUUM ANALYZE"); });
}

} // namespace banhang::bench
