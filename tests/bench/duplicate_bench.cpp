// banhang-bench-duplicates: measures the duplicate check on a stock of any size, in a database of its own, and prints
// JSON.
//
//   build/release/bin/banhang-bench-duplicates DIR          (DIR/records.csv, as `duplicate evaluate` reads it)
//
// All is measured in one run: the check of whole customers and of half-typed ones, alone and by several clerks without
// a pause, what the index costs a save, the scan of the whole stock, once, again, and once more after some customers
// were changed, with its memory, and the similarity search of pg_trgm over the same names. With --beside N an office of
// the first N customers stands beside the whole one, and all calls go to both in turn: what differs is then the size
// alone, whatever else the machine does. Each figure is told on the error output as soon as it is known.
#include <iostream>
#include <map>
#include <memory>
#include <random>
#include <span>
#include <thread>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "server/app/evaluation/evaluation_set.h"
#include "server/app/evaluation/scratch_office.h"
#include "server/duplicates/duplicate_index_store.h"
#include "server/duplicates/duplicate_learning.h"
#include "server/duplicates/duplicate_model_store.h"
#include "server/duplicates/duplicate_search.h"
#include "server/findings/scan_job.h"
#include "tests/bench/memory.h"
#include "tests/bench/series.h"

namespace {

using namespace banhang;
using namespace banhang::bench;
using nlohmann::ordered_json;
using server::Tx;

struct Options
{
    std::string directory;
    std::size_t rounds = 2000;
    std::size_t similarityRounds = 30;
    int clerks = 8;
    std::size_t beside = 0;
    std::size_t changed = 1000;
    bool withoutTrigrams = false;
    bool withoutScan = false;
};

/// Statements over the whole stock take their time; what the office's calls take is measured without it.
constexpr server::TxIdentity kPatient{.userId = 0, .timeoutMs = 3'600'000};

// sql-ok: the scratch database has no people.
constexpr server::Statement kFoldNames{
    "CREATE TABLE banhang.bench_name AS SELECT id, banhang.fold(name) AS name FROM banhang.customer"};
constexpr server::Statement kTrigrams{
    "CREATE INDEX bench_name_trigrams ON banhang.bench_name USING gin (name public.gin_trgm_ops)"};
constexpr server::Statement kSimilar{"SELECT id FROM banhang.bench_name WHERE name OPERATOR(public.%) banhang.fold($1)"
                                     " ORDER BY public.similarity(name, banhang.fold($1)) DESC LIMIT 10"};
constexpr server::Statement kTouch{"UPDATE banhang.customer SET updated_at = now() WHERE id = $1"};
constexpr server::Statement kSizes{"SELECT pg_total_relation_size('banhang.duplicate_key') / 1048576,"
                                   " pg_total_relation_size('banhang.duplicate_form') / 1048576,"
                                   " (pg_total_relation_size('banhang.duplicate_link') + "
                                   "pg_total_relation_size('banhang.duplicate_finding')) / 1048576,"
                                   " pg_database_size(current_database()) / 1048576"};

/// What stands in the form before everything is typed: the first words of the name, perhaps a phone.
match::Record halfTyped(match::Record record)
{
    record.name.resize(std::max<std::size_t>(1, record.name.size() - 1));
    record.marked.clear();
    record.emails.clear();
    record.taxCode.clear();
    record.birthday = {};
    record.places.clear();
    return record;
}

template <typename Work>
void measure(Series& series, Work work)
{
    const auto start = Clock::now();
    work();
    series.add(Clock::now() - start);
}

template <typename Work>
double seconds(Work work)
{
    const auto start = Clock::now();
    work();
    return std::chrono::duration<double>(Clock::now() - start).count();
}

/// Customers, and the office that has them.
struct Stock
{
    Stock(std::span<const match::Record> some, int clerks) : records(some), office(clerks) {}

    std::span<const match::Record> records;
    server::ScratchOffice office;
};

/// Figures by the number of customers; one figure alone where there is one stock.
using BySize = std::map<std::size_t, Series>;

ordered_json summaryOf(const BySize& times)
{
    if (times.size() == 1)
        return times.begin()->second.summary();
    ordered_json summary;
    for (const auto& [size, series] : times)
        summary[std::to_string(size)] = series.summary();
    return summary;
}

class Bench
{
public:
    explicit Bench(const Options& options)
        : m_options(options), m_records(server::readEvaluationSet(options.directory, {}).records)
    {
        const std::span<const match::Record> all(m_records);
        if (options.beside > 0 && options.beside < all.size())
            m_stocks.push_back(std::make_unique<Stock>(all.first(options.beside), options.clerks));
        m_stocks.push_back(std::make_unique<Stock>(all, options.clerks));
    }

    ordered_json run()
    {
        note("customers", m_records.size());
        note("processors", std::thread::hardware_concurrency());
        note("stock_stored_s", each([](Stock& stock) { return stored(stock); }));
        note("size_mb", each(sizes));
        note("learning", each(learning));
        note("check_whole", checks([](match::Record record) { return record; }));
        note("check_half_typed", checks(halfTyped));
        note("index_of_a_save", saves());
        if (!m_options.withoutTrigrams)
            note("pg_trgm_similarity", similarities());
        if (!m_options.withoutScan)
            scans(*m_stocks.back());
        return m_figures;
    }

private:
    /// A run takes long, and may be ended for what it has told already.
    void note(const char* name, ordered_json figure)
    {
        std::cerr << name << ": " << figure.dump() << "\n" << std::flush;
        m_figures[name] = std::move(figure);
    }

    template <typename Ask>
    ordered_json each(Ask ask)
    {
        if (m_stocks.size() == 1)
            return ask(*m_stocks.front());
        ordered_json figures;
        for (const auto& stock : m_stocks)
            figures[std::to_string(stock->records.size())] = ask(*stock);
        return figures;
    }

    static double stored(Stock& stock)
    {
        return seconds([&] { stock.office.store(stock.records); });
    }

    template <typename Make>
    ordered_json checks(Make make)
    {
        return {{"alone", timesOf(make, 1)},
                {std::to_string(m_options.clerks) + "_clerks", timesOf(make, m_options.clerks)}};
    }

    template <typename Make>
    ordered_json timesOf(Make make, int clerks)
    {
        std::vector<BySize> times(static_cast<std::size_t>(clerks));
        std::vector<std::thread> threads;
        for (int clerk = 0; clerk < clerks; ++clerk)
            threads.emplace_back([&, clerk] {
                std::mt19937 random(static_cast<unsigned>(clerk) + 1);
                for (std::size_t i = 0; i < m_options.rounds / static_cast<std::size_t>(clerks); ++i)
                    for (const auto& stock : m_stocks) {
                        const std::size_t at = random() % stock->records.size();
                        const server::Asked asked{make(stock->records[at]), static_cast<std::int64_t>(at) + 1};
                        measure(times[static_cast<std::size_t>(clerk)][stock->records.size()],
                                [&] { check(*stock, asked); });
                    }
            });
        for (std::thread& thread : threads)
            thread.join();
        BySize all;
        for (const BySize& one : times)
            for (const auto& [size, series] : one)
                all[size].add(series);
        return summaryOf(all);
    }

    static void check(Stock& stock, const server::Asked& asked)
    {
        stock.office.app().inTransaction({}, Tx::Mode::ReadOnly, [&](Tx& tx) {
            return server::findMatches(tx, *server::currentModel(tx), {asked}).size();
        });
    }

    static void change(Stock& stock, std::mt19937& random)
    {
        const auto id = static_cast<std::int64_t>(random() % stock.records.size()) + 1;
        const match::Record& changed = stock.records[random() % stock.records.size()];
        stock.office.app().inTransaction({}, Tx::Mode::ReadWrite,
                                         [&](Tx& tx) { server::writeDuplicateForm(tx, id, changed); });
    }

    /// A transaction with the index and one without, so that the commit is in both.
    ordered_json saves()
    {
        std::mt19937 random(3);
        BySize with;
        BySize without;
        for (std::size_t i = 0; i < m_options.rounds / 4; ++i)
            for (const auto& stock : m_stocks) {
                const auto id = static_cast<std::int64_t>(random() % stock->records.size()) + 1;
                measure(with[stock->records.size()], [&] { change(*stock, random); });
                measure(without[stock->records.size()], [&] {
                    stock->office.owner().inTransaction({}, Tx::Mode::ReadWrite,
                                                        [&](Tx& tx) { tx.enqueue(kTouch, id); });
                });
            }
        return {{"with", summaryOf(with)}, {"one_plain_update", summaryOf(without)}};
    }

    static ordered_json learning(Stock& stock)
    {
        std::int64_t pairs = 0;
        const double time = seconds([&] {
            pairs = server::refreshModel([&](const std::function<void(Tx&)>& body) {
                        stock.office.system().inTransaction({}, Tx::Mode::ReadWrite, body);
                    }).pairs;
        });
        return {{"seconds", time}, {"pairs", pairs}};
    }

    static ordered_json sizes(Stock& stock)
    {
        return stock.office.owner().inTransaction({}, Tx::Mode::ReadOnly, [](Tx& tx) {
            const server::Rows rows = tx.query(kSizes);
            const server::Row row = rows.front();
            return ordered_json{{"keys", row.int64(0)},
                                {"forms", row.int64(1)},
                                {"findings", row.int64(2)},
                                {"database", row.int64(3)}};
        });
    }

    /// The second one finds nothing new, the third only what concerns the customers changed before it.
    void scans(Stock& stock)
    {
        note("scan", scan(stock));
        note("scan_again", scan(stock));
        std::mt19937 random(5);
        for (std::size_t i = 0; i < m_options.changed; ++i)
            change(stock, random);
        note("scan_after_changes", scan(stock));
        note("size_after_scans_mb", sizes(stock));
    }

    static v1::Scan lastScan(Stock& stock)
    {
        return stock.office.system().inTransaction({}, Tx::Mode::ReadOnly,
                                                   [](Tx& tx) { return server::findScan(tx, false); });
    }

    /// As fast as one worker goes. The memory is what it takes beyond what this program, which holds the whole stock
    /// for the checks, had before.
    static ordered_json scan(Stock& stock)
    {
        server::DatabasePool& pool = stock.office.system();
        pool.inTransaction({}, Tx::Mode::ReadWrite, [](Tx& tx) { return server::startScan(tx, 0, 100); });
        forgetPeak();
        const double before = ownMemory().resident;
        server::ScanJobOptions options;
        options.weekly = false;
        const double time = seconds([&] {
            const server::ScanJob job(pool, options);
            while (lastScan(stock).state() == v1::SCAN_STATE_RUNNING)
                std::this_thread::sleep_for(std::chrono::milliseconds(500));
        });
        const v1::Scan done = lastScan(stock);
        return {{"state", v1::ScanState_Name(done.state())},
                {"seconds", time},
                {"customers", done.done()},
                {"compared", done.compared()},
                {"new_groups", done.new_findings()},
                {"memory_mb", ownMemory().peak - before}};
    }

    ordered_json similarities()
    {
        for (const auto& stock : m_stocks)
            stock->office.owner().inTransaction(kPatient, Tx::Mode::ReadWrite, [](Tx& tx) {
                tx.query(kFoldNames);
                tx.query(kTrigrams);
            });
        std::mt19937 random(4);
        BySize times;
        for (std::size_t i = 0; i < m_options.similarityRounds; ++i)
            for (const auto& stock : m_stocks) {
                const std::string name = stock->records[random() % stock->records.size()].typedName;
                measure(times[stock->records.size()], [&] {
                    stock->office.owner().inTransaction(kPatient, Tx::Mode::ReadOnly,
                                                        [&](Tx& tx) { return tx.query(kSimilar, name).size(); });
                });
            }
        return summaryOf(times);
    }

    const Options m_options;
    const std::vector<match::Record> m_records;
    std::vector<std::unique_ptr<Stock>> m_stocks;
    ordered_json m_figures;
};

} // namespace

int main(int argc, char** argv)
{
    CLI::App app{"Measures the duplicate check in a database of its own, and prints JSON."};
    Options options;
    app.add_option("directory", options.directory, "Directory with records.csv")->required();
    app.add_option("--rounds", options.rounds, "Checks of each kind")->capture_default_str();
    app.add_option("--clerks", options.clerks, "How many check at once")->capture_default_str();
    app.add_option("--beside", options.beside, "Also an office of only the first so many customers");
    app.add_option("--changed", options.changed, "Customers changed before the last scan")->capture_default_str();
    app.add_option("--similarity-rounds", options.similarityRounds, "Searches by pg_trgm")->capture_default_str();
    app.add_flag("--without-trigrams", options.withoutTrigrams, "Leave pg_trgm out");
    app.add_flag("--without-scan", options.withoutScan, "Leave the scan of the whole stock out");
    CLI11_PARSE(app, argc, argv);
    try {
        std::cout << Bench(options).run().dump(2) << "\n";
    } catch (const std::exception& error) {
        std::cerr << "banhang-bench-duplicates: " << error.what() << "\n";
        return 1;
    }
}
