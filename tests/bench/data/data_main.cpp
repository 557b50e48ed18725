// banhang-bench-data: an office of any size in a data directory of its own, for measurements; never for real data.
//
//   build/release/bin/banhang-bench-data --data-dir /tmp/office --customers 1000000 --activities 10000000
//
// Afterwards `banhangd --data-dir /tmp/office serve` serves it. The rows are written by the server's own stores and
// functions, into tables without secondary indexes and references, which are built and checked at the end: so what a
// save keeps true is true here. Each step is told on the error output with the seconds that it took.
#include <chrono>
#include <iostream>

#include <CLI/CLI.hpp>

#include "common/error.h"
#include "server/app/workplace.h"
#include "server/core/transaction.h"
#include "tests/bench/data/bare_tables.h"
#include "tests/bench/data/bench_scripts.h"
#include "tests/bench/data/customer_loader.h"
#include "tests/bench/data/office.h"
#include "tests/bench/data/talk_texts.h"

namespace {

using namespace banhang;
using namespace banhang::bench;

struct Options
{
    std::string directory;
    std::int64_t customers = 10'000;
    std::int64_t activities = -1;
    std::uint64_t seed = 1;
};

constexpr int kActivitiesOfCustomer = 10;

template <typename Work>
void step(const char* name, const Work& work)
{
    const auto start = std::chrono::steady_clock::now();
    work();
    std::cerr << name << ": " << std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count()
              << " s" << std::endl;
}

server::ConnectOptions patiently(const std::string& access)
{
    server::ConnectOptions options;
    options.conninfo = access;
    options.idleInTransaction = options.statementTimeout = std::chrono::milliseconds(0);
    return options;
}

/// Reminders of what is planned, a thousand activities at a time.
constexpr const char* kKeepReminders =
    "SELECT banhang.keep_reminders(array_agg(b.id)) FROM (SELECT a.id, row_number() OVER (ORDER BY a.id) / 1000 AS batch"
    " FROM banhang.activity a WHERE a.state = 1 AND a.reminder_leads <> '{}' AND a.sort_at > now()) AS b GROUP BY b.batch";

void load(server::Connection& connection, const server::Workplace& place, const Options& options)
{
    CustomerPlan plan{options.seed, options.customers, {}};
    step("office", [&] { place.inTransaction([&](server::Tx& tx) { plan.owners = foundOffice(tx); }); });

    BareTables customers(connection, {"customer", "contact", "customer_search", "customer_tag", "duplicate_form",
                                      "duplicate_key", "change_log"});
    BareTables activities(connection, {"activity", "activity_person", "activity_search"});
    connection.runScript("SET bench.customers = " + std::to_string(options.customers));
    connection.runScript("SET bench.activities = " + std::to_string(options.activities));
    connection.runScript("SET maintenance_work_mem = '1GB'; SET max_parallel_maintenance_workers = 2");
    step("customers", [&] { loadCustomers(place.access().owner, plan); });
    step("customers analysed", [&] { connection.runScript("VACUUM ANALYZE banhang.customer"); });
    step("activities", [&] {
        writeTalkTexts(connection);
        connection.runScript(std::string(activitiesSql()));
    });
    step("indexes of activities", [&] { activities.restore(); });
    step("work of customers", [&] { connection.runScript(std::string(customersAfterSql())); });
    // The update above left each row twice.
    step("customers rewritten", [&] { connection.runScript("VACUUM FULL banhang.customer"); });
    step("indexes of customers", [&] { customers.restore(); });
    step("reminders", [&] { connection.runScript(kKeepReminders); });
    step("tidied", [&] { connection.runScript("VACUUM ANALYZE"); });
}

} // namespace

int main(int argc, char** argv)
{
    CLI::App app{"Makes an office of any size for measurements, in a data directory of its own."};
    Options options;
    app.add_option("--data-dir", options.directory, "Where it is made; must not hold an office yet")->required();
    app.add_option("--customers", options.customers)->check(CLI::Range(500, 10'000'000))->capture_default_str();
    app.add_option("--activities", options.activities, "Ten for each customer unless given");
    app.add_option("--seed", options.seed, "Another seed gives other customers")->capture_default_str();
    CLI11_PARSE(app, argc, argv);
    if (options.activities < 0)
        options.activities = options.customers * kActivitiesOfCustomer;
    try {
        server::Workplace place({.configFile = {}, .dataDirectory = options.directory, .settings = {}});
        step("database", [&] { place.openDatabase(server::Workplace::Use::Share); });
        server::Connection connection(patiently(place.access().owner));
        load(connection, place, options);
    } catch (const AppError& error) {
        std::cerr << "banhang-bench-data: " << error.detail().key() << "\n";
        return 1;
    } catch (const std::exception& error) {
        std::cerr << "banhang-bench-data: " << error.what() << "\n";
        return 1;
    }
    return 0;
}
