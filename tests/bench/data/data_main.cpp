// banhang-bench-data: an office of any size in a data directory of its own, for measurements; never for real data.
//
//   build/release/bin/banhang-bench-data --data-dir /tmp/office --customers 1000000 --activities 10000000
//
// Afterwards `banhangd --data-dir /tmp/office serve` serves it. Each step is told on the error output with the seconds
// that it took.
#include <iostream>

#include <CLI/CLI.hpp>

#include "common/error.h"
#include "server/app/workplace.h"
#include "tests/bench/data/filling.h"

namespace {

using namespace banhang;

constexpr int kActivitiesOfCustomer = 10;

void tell(const char* step, double seconds)
{
    std::cerr << step << ": " << seconds << " s" << '\n';
}

void make(const std::string& directory, const bench::FillPlan& plan)
{
    server::Workplace place({.configFile = {}, .dataDirectory = directory, .settings = {}});
    place.openDatabase(server::Workplace::Use::Begin);
    server::ConnectOptions owner;
    owner.conninfo = place.access().owner;
    bench::fillOffice(owner, plan, tell);
}

/// What cannot be done ends as an exception.
int run(int argc, char** argv)
{
    CLI::App app{"Makes an office of any size for measurements, in a data directory of its own."};
    std::string directory;
    bench::FillPlan plan;
    plan.activities = -1;
    app.add_option("--data-dir", directory, "Where it is made; must not hold an office yet")->required();
    app.add_option("--customers", plan.customers)->check(CLI::Range(500, 10'000'000))->capture_default_str();
    app.add_option("--activities", plan.activities, "Ten for each customer unless given");
    app.add_option("--made", plan.made,
                   "So many customers are made, the others are their copies; must divide --customers")
        ->capture_default_str();
    app.add_option("--seed", plan.seed, "Another seed gives other customers")->capture_default_str();
    CLI11_PARSE(app, argc, argv);
    if (plan.activities < 0)
        plan.activities = plan.customers * kActivitiesOfCustomer;
    make(directory, plan);
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    try {
        return run(argc, argv);
    } catch (const AppError& error) {
        std::cerr << "banhang-bench-data: " << error.detail().key() << "\n";
        return 1;
    } catch (const std::exception& error) {
        std::cerr << "banhang-bench-data: " << error.what() << "\n";
        return 1;
    }
}
