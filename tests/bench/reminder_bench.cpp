// banhang-bench-reminders: how late reminders fire, in a database of its own, and prints JSON.
//
//   build/release/bin/banhang-bench-reminders --servers 2
//
// First at a steady rate, as in an office with ten thousand reminders an hour; then all that are due in one second,
// while a clerk saves without a pause. Lateness is counted by the database's clock, from the moment that a reminder was
// due at to the one at which it fired; each fires in a transaction with at most 500 others.
#include <atomic>
#include <iostream>
#include <thread>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>
#include <prometheus/registry.h>

#include "server/app/evaluation/scratch_office.h"
#include "server/reminders/reminder_job.h"
#include "tests/bench/series.h"

namespace {

using namespace banhang;
using namespace banhang::bench;
using nlohmann::ordered_json;
using server::Tx;

struct Options
{
    int servers = 1;
    int perHour = 10'000;
    int steadySeconds = 120;
    int burst = 100'000;
    int quietSeconds = 10;
};

constexpr server::TxIdentity kPatient{.userId = 0, .timeoutMs = 600'000};
constexpr int kPeople = 200;
constexpr int kAtOnce = 5000;

constexpr server::Statement kUnits{
    "WITH company AS (INSERT INTO banhang.org_unit (kind, name, path) VALUES (1, 'bench', '{1}') RETURNING id)"
    " INSERT INTO banhang.org_unit (parent_id, kind, name, path)"
    " SELECT company.id, 4, 'p' || g, ARRAY[company.id, company.id + g] FROM company, generate_series(1, $1::int) AS "
    "g"};
constexpr server::Statement kUsers{"INSERT INTO banhang.app_user (user_name, full_name, unit_id, password_hash)"
                                   " SELECT 'p' || id, 'p' || id, id, '-' FROM banhang.org_unit WHERE kind = 4"};
constexpr server::Statement kCustomers{
    "INSERT INTO banhang.customer (code, code_key, kind, name, sort_key, owner_id, unit_id)"
    " SELECT 'KH' || g, 'KH' || g, 1, 'Nam', 'nam', u.id, u.unit_id"
    " FROM generate_series(1, 1000) AS g CROSS JOIN (SELECT * FROM banhang.app_user LIMIT 1) AS u"};
// $1 = how many, $2 = seconds until the first, $3 = seconds between two.
constexpr server::Statement kPlan{
    "WITH people AS (SELECT id, unit_id, row_number() OVER (ORDER BY id) AS place FROM banhang.app_user),"
    " made AS (INSERT INTO banhang.activity (kind, title, owner_id, unit_id, creator_id, starts_at, reminder_leads)"
    "   SELECT 2, 'bench', people.id, people.unit_id, people.id,"
    "   clock_timestamp() + make_interval(secs => $2::float8 + g * $3::float8), '{0}'"
    "   FROM generate_series(0, $1::int - 1) AS g JOIN people ON people.place = 1 + g % 200 RETURNING id)"
    " SELECT array_agg(id) FROM made"};
constexpr server::Statement kKeep{"SELECT banhang.keep_reminders('activity', $1::bigint[])"};
// Far enough off that all are moved before the first is due.
constexpr server::Statement kAllAt{"UPDATE banhang.reminder SET due_at = now() + interval '20 seconds',"
                                   " event_at = now() + interval '20 seconds' WHERE state = 1"};
constexpr server::Statement kPending{"SELECT count(*) FROM banhang.reminder WHERE state = 1"};
constexpr server::Statement kTold{
    "SELECT count(*), count(DISTINCT (reminder_id, fire_count)) FROM banhang.notification"};
constexpr server::Statement kLateness{
    "SELECT count(*), percentile_cont(0.5) WITHIN GROUP (ORDER BY late), percentile_cont(0.99) WITHIN GROUP (ORDER BY "
    "late),"
    " max(late), extract(epoch FROM max(fired_at) - min(due_at))::float8"
    " FROM (SELECT extract(epoch FROM fired_at - due_at)::float8 AS late, fired_at, due_at FROM banhang.reminder"
    "   WHERE id > $1 AND state = 2) AS fired"};
constexpr server::Statement kLastReminder{"SELECT coalesce(max(id), 0) FROM banhang.reminder"};
constexpr server::Statement kSave{
    "UPDATE banhang.customer SET version = version + 1, updated_at = now() WHERE id = $1"};
constexpr server::Statement kAnalyze{"ANALYZE"};

void makePeople(server::ScratchOffice& office)
{
    office.owner().inTransaction(kPatient, Tx::Mode::ReadWrite, [](Tx& tx) {
        tx.query(kUnits, kPeople);
        tx.query(kUsers);
        tx.query(kCustomers);
    });
}

void planSome(server::ScratchOffice& office, int count, double first, double between)
{
    for (int done = 0; done < count; done += kAtOnce)
        office.owner().inTransaction(kPatient, Tx::Mode::ReadWrite, [&](Tx& tx) {
            const int some = std::min(kAtOnce, count - done);
            const auto rows = tx.query(kPlan, some, first + done * between, between);
            tx.query(kKeep, rows.front().int64s(0));
        });
    office.owner().inTransaction(kPatient, Tx::Mode::ReadWrite, [](Tx& tx) { tx.query(kAnalyze); });
}

std::int64_t lastReminder(server::ScratchOffice& office)
{
    return office.owner().inTransaction(kPatient, Tx::Mode::ReadOnly,
                                        [](Tx& tx) { return tx.query(kLastReminder).front().int64(0); });
}

void awaitAll(server::ScratchOffice& office)
{
    while (office.owner().inTransaction(kPatient, Tx::Mode::ReadOnly,
                                        [](Tx& tx) { return tx.query(kPending).front().int64(0); }) > 0)
        std::this_thread::sleep_for(std::chrono::milliseconds(200));
}

ordered_json lateness(server::ScratchOffice& office, std::int64_t afterReminder)
{
    return office.owner().inTransaction(kPatient, Tx::Mode::ReadOnly, [&](Tx& tx) {
        const auto rows = tx.query(kLateness, afterReminder);
        const server::Row row = rows.front();
        return ordered_json{{"fired", row.int64(0)},
                            {"late_median_s", row.real(1)},
                            {"late_p99_s", row.real(2)},
                            {"late_max_s", row.real(3)},
                            {"from_first_due_to_last_fired_s", row.real(4)}};
    });
}

/// One clerk who saves without a pause as long as it lives.
class Clerk
{
public:
    explicit Clerk(server::ScratchOffice& office) : m_thread([this, &office] { work(office); }) {}
    ordered_json stop()
    {
        m_stops = true;
        m_thread.join();
        return m_times.summary();
    }

private:
    void work(server::ScratchOffice& office)
    {
        for (std::int64_t customer = 1; !m_stops; customer = customer % 1000 + 1) {
            const Clock::time_point start = Clock::now();
            office.owner().inTransaction(kPatient, Tx::Mode::ReadWrite, [&](Tx& tx) { tx.query(kSave, customer); });
            m_times.add(Clock::now() - start);
        }
    }

    Series m_times;
    std::atomic<bool> m_stops = false;
    std::thread m_thread;
};

ordered_json measure(const Options& options)
{
    server::ScratchOffice office;
    makePeople(office);
    prometheus::Registry figures[2];
    std::vector<std::unique_ptr<server::ReminderJob>> servers;
    servers.reserve(static_cast<std::size_t>(options.servers));
    for (int i = 0; i < options.servers; ++i)
        servers.push_back(
            std::make_unique<server::ReminderJob>(office.system(), server::ReminderJobOptions{}, figures[i]));

    ordered_json result;
    result["servers"] = options.servers;
    const std::int64_t before = lastReminder(office);
    const double between = 3600.0 / options.perHour;
    planSome(office, static_cast<int>(options.steadySeconds / between), 2.0, between);
    awaitAll(office);
    result["steady"] = lateness(office, before);
    std::cerr << result["steady"].dump() << '\n';

    planSome(office, options.burst, 3600, 0);
    Clerk quiet(office);
    std::this_thread::sleep_for(std::chrono::seconds(options.quietSeconds));
    result["saves_quiet"] = quiet.stop();
    const std::int64_t first = lastReminder(office) - options.burst;
    const Clock::time_point due = Clock::now() + std::chrono::seconds(20);
    office.owner().inTransaction(kPatient, Tx::Mode::ReadWrite, [](Tx& tx) { tx.query(kAllAt); });
    std::this_thread::sleep_until(due);
    Clerk busy(office);
    awaitAll(office);
    result["saves_in_burst"] = busy.stop();
    result["burst"] = lateness(office, first);
    office.owner().inTransaction(kPatient, Tx::Mode::ReadOnly, [&](Tx& tx) {
        const auto rows = tx.query(kTold);
        result["notifications"] = rows.front().int64(0);
        result["of_them_twice"] = rows.front().int64(0) - rows.front().int64(1);
    });
    return result;
}

/// What cannot be done ends as an exception.
int run(int argc, char** argv)
{
    CLI::App app{"Measures how late reminders fire, in a database of its own, and prints JSON."};
    Options options;
    app.add_option("--servers", options.servers, "Schedulers at work")->check(CLI::Range(1, 2))->capture_default_str();
    app.add_option("--per-hour", options.perHour, "Steady rate")
        ->check(CLI::Range(1, 1'000'000))
        ->capture_default_str();
    app.add_option("--seconds", options.steadySeconds, "How long at that rate")
        ->check(CLI::Range(10, 3600))
        ->capture_default_str();
    app.add_option("--burst", options.burst, "Due in one second")
        ->check(CLI::Range(1, 1'000'000))
        ->capture_default_str();
    CLI11_PARSE(app, argc, argv);
    std::cout << measure(options).dump(2) << '\n';
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    try {
        return run(argc, argv);
    } catch (const std::exception& error) {
        std::cerr << "banhang-bench-reminders: " << error.what() << '\n';
        return 1;
    }
}
