#include "tests/integration/plans/served_office.h"

#include <chrono>
#include <cstdlib>
#include <iostream>
#include <set>
#include <sstream>

#include <fmt/format.h>

#include "banhang/v1/ops.pb.h"
#include "server/ops/cluster_settings.h"
#include "tests/bench/data/filling.h"
#include "tests/integration/rights/matrix/all_services.h"
#include "tests/integration/rights/matrix/method_asking.h"

namespace banhang::test {

namespace {

using google::protobuf::MethodDescriptor;

/// A machine of the usual size: the planner's settings follow from it.
constexpr std::uint64_t kMemory = 8ULL << 30U;

bench::FillPlan fillPlan()
{
    bench::FillPlan plan;
    const char* const wanted = std::getenv("BANHANG_PLANS_CUSTOMERS");
    const bool isLong = std::getenv("BANHANG_LONG") != nullptr;
    plan.customers = wanted != nullptr ? std::stoll(wanted) : isLong ? 1'000'000LL : 50'000LL;
    plan.activities = 3 * plan.customers;
    plan.made = isLong ? 50'000 : 5'000;
    return plan;
}

/// The settings of the private cluster that decide plans, as name and value.
std::vector<std::pair<std::string, std::string>> plannerSettings()
{
    const std::set<std::string> deciding{"effective_cache_size", "work_mem", "random_page_cost"};
    std::vector<std::pair<std::string, std::string>> settings;
    std::istringstream lines(server::postgresqlConf({.socketDirectory = {}, .memoryBytes = kMemory}));
    for (std::string line; std::getline(lines, line);) {
        const std::size_t equals = line.find(" = ");
        if (equals != std::string::npos && deciding.contains(line.substr(0, equals)))
            settings.emplace_back(line.substr(0, equals), line.substr(equals + 3));
    }
    EXPECT_EQ(settings.size(), deciding.size());
    return settings;
}

/// What the queries of facts stand on; $1 = the asker.
constexpr const char* kLeaves =
    "WITH leaf AS (SELECT l.id FROM banhang.org_unit l WHERE l.kind = 4 AND EXISTS (SELECT FROM banhang.visible_unit v"
    " WHERE v.user_id = $1::bigint AND v.resource = 1 AND v.action = 1 AND v.unit_id IN (l.id, 0))),"
    " seen AS (SELECT c.* FROM banhang.customer c JOIN leaf ON leaf.id = c.unit_id WHERE c.deleted_at IS NULL"
    " ORDER BY c.id LIMIT 2000)";

/// The customer is the one with most to read.
const std::vector<std::pair<const char*, const char*>> kFacts{
    {"me", "SELECT $1::text"},
    {"customer", "SELECT s.id FROM seen s ORDER BY (SELECT count(*) FROM banhang.activity a"
                 " WHERE a.customer_id = s.id AND a.deleted_at IS NULL AND a.state <> 1) DESC, s.id LIMIT 1"},
    {"customers", "SELECT string_agg(s.id::text, ',') FROM (SELECT id FROM seen ORDER BY id LIMIT 50) AS s"},
    {"two_customers",
     "SELECT string_agg(s.id::text, ',') FROM (SELECT id FROM seen WHERE kind = 1 ORDER BY id LIMIT 2) AS s"},
    {"activity", "SELECT min(a.id) FROM banhang.activity a JOIN leaf ON leaf.id = a.unit_id WHERE a.id % 40 = 6"},
    {"activities", "SELECT string_agg(a.id::text, ',') FROM (SELECT a.id FROM banhang.activity a JOIN leaf"
                   " ON leaf.id = a.unit_id ORDER BY a.id DESC LIMIT 50) AS a"},
    {"care", "SELECT min(q.id) FROM banhang.care_request q JOIN leaf ON leaf.id = q.unit_id"},
    {"cares", "SELECT string_agg(q.id::text, ',') FROM (SELECT q.id FROM banhang.care_request q JOIN leaf"
              " ON leaf.id = q.unit_id ORDER BY q.id LIMIT 20) AS q"},
    {"owner", "SELECT min(owner_id) FROM seen"},
    {"owners", "SELECT string_agg(o.owner_id::text, ',') FROM (SELECT DISTINCT owner_id FROM seen ORDER BY 1 LIMIT 20)"
               " AS o"},
    {"unit", "SELECT max(id) FROM leaf"},
    {"series", "SELECT min(s.id) FROM banhang.series s JOIN leaf ON leaf.id = s.unit_id"},
    {"merge", "SELECT min(m.id) FROM banhang.customer_merge m JOIN banhang.customer c ON c.id = m.survivor_id"
              " JOIN leaf ON leaf.id = c.unit_id WHERE NOT EXISTS (SELECT FROM banhang.customer_merge_loser l"
              " JOIN banhang.customer x ON x.id = l.customer_id WHERE l.merge_id = m.id"
              " AND x.unit_id NOT IN (SELECT id FROM leaf))"},
    {"merged", "SELECT min(m.survivor_id) FROM banhang.customer_merge m JOIN banhang.customer c ON c.id = m.survivor_id"
               " JOIN leaf ON leaf.id = c.unit_id"},
    {"notification", "SELECT max(n.id) FROM banhang.notification n WHERE n.user_id = $1::bigint"
                     " AND n.subscription_id IS NOT NULL"},
    {"notifications", "SELECT string_agg(n.id::text, ',') FROM (SELECT id FROM banhang.notification"
                      " WHERE user_id = $1::bigint ORDER BY id DESC LIMIT 50) AS n"},
    {"import", "SELECT min(r.id) FROM banhang.import_run r WHERE r.user_id = $1::bigint"},
    {"phone", "SELECT phones -> 0 ->> 'number' FROM seen WHERE phones <> '[]' ORDER BY id LIMIT 1"},
    {"name", "SELECT name FROM seen WHERE kind = 1 ORDER BY id LIMIT 1"},
};

double metric(const std::string& text, const std::string& name, const std::string& method)
{
    const std::string line = "\n" + name + "{method=\"" + method + "\"} ";
    const std::size_t at = text.find(line);
    return at == std::string::npos ? 0 : std::strtod(text.c_str() + at + line.size(), nullptr);
}

} // namespace

ServedOffice& ServedOffice::shared()
{
    static ServedOffice office;
    return office;
}

ServedOffice::ServedOffice()
{
    m_appThreads = 1;
    fill();
    logPlans();
    for (const auto& [scope, name] :
         {std::pair{"own", "seller-01-1-01"}, {"team", "leader-01-1"}, {"branch", "director-01"}, {"company", "admin"}})
        m_askers.push_back(signIn(scope, name));
}

ServedOffice::~ServedOffice()
{
    stopServer();
}

void ServedOffice::fill()
{
    bench::fillOffice(access("banhang_owner"), fillPlan(), [](const char* step, double seconds) {
        std::cerr << fmt::format("office: {} {:.1f} s", step, seconds) << '\n';
    });
    sql().run("UPDATE banhang.company SET public_card_enabled = true");
}

void ServedOffice::logPlans()
{
    const std::string database = sql().text("SELECT quote_ident(current_database())");
    const auto set = [&](const std::string& whose, const std::string& name, const std::string& value) {
        sql().run("ALTER " + whose + " SET " + name + " = '" + value + "'");
    };
    for (const auto& [name, value] : plannerSettings())
        set("DATABASE " + database, name, value);
    const std::string calls = "ROLE banhang_app IN DATABASE " + database;
    set(calls, "session_preload_libraries", "auto_explain");
    set(calls, "auto_explain.log_min_duration", "0");
    set(calls, "auto_explain.log_format", "json");
    set(calls, "auto_explain.log_analyze", "on");
    set(calls, "auto_explain.log_timing", "off");
    set(calls, "auto_explain.log_nested_statements", "on");
    m_log = std::make_unique<PlanLog>(std::filesystem::path(sql().text("SHOW data_directory")).parent_path() /
                                      "postgres.log");
    m_log->takeNew();
}

Asker ServedOffice::signIn(const std::string& scope, const std::string& userName)
{
    const TestUser user{sql().number("SELECT id FROM banhang.app_user WHERE user_name = $1", {userName})};
    Asker asker{scope, world().signIn(user), {}};
    for (const auto& [name, query] : kFacts)
        asker.facts[name] =
            sql().text(fmt::format("{} SELECT coalesce(({})::text, '')", kLeaves, query), {std::to_string(user.id)});
    return asker;
}

std::vector<std::unique_ptr<grpc::Service>> ServedOffice::makeServices(ServerParts& parts)
{
    return makeAllServices(parts, m_hasher, parts.hub);
}

void ServedOffice::addConstraints(server::ConstraintErrors& errors)
{
    addAllConstraints(errors);
}

PlanJudge ServedOffice::judge()
{
    std::map<std::string, double> rowsOf;
    const server::Rows rows = sql().run("SELECT c.relname, c.reltuples FROM pg_class c JOIN pg_namespace n"
                                        " ON n.oid = c.relnamespace WHERE n.nspname = 'banhang' AND c.relkind = 'r'");
    for (const server::Row row : rows)
        rowsOf[row.string(0)] = std::stod(row.string(1));
    return PlanJudge(std::move(rowsOf));
}

Answer ServedOffice::ask(const MethodDescriptor& method, const Asker& asker, const google::protobuf::Message& request)
{
    MethodAnswer answer = askMethod(channel(), *context(asker.token, std::chrono::minutes(2)), method, request);
    return {std::move(answer.key), std::move(answer.bytes)};
}

std::vector<LoggedPlan> ServedOffice::takePlans()
{
    // On the same connection, so that all before it is done and logged.
    const MethodDescriptor& last = *v1::GetServerInfoRequest::descriptor()->file()->service(0)->method(0);
    EXPECT_EQ(ask(last, m_askers.front(), v1::GetServerInfoRequest()).key, "OK");
    return m_log->takeNew();
}

void ServedOffice::run(const server::Statement& statement, const Asker& asker)
{
    parts().app.inTransaction({.userId = std::stoll(asker.facts.at("me")), .timeoutMs = 60'000},
                              server::Tx::Mode::ReadOnly, [&](server::Tx& tx) { tx.query(statement); });
}

server::QueryStats ServedOffice::queryStatsOf(const std::string& method)
{
    const std::string text = parts().metrics.text();
    const auto read = [&](const char* name) { return static_cast<std::int64_t>(metric(text, name, method)); };
    return {read("banhang_call_statements_total"), read("banhang_call_round_trips_total"),
            read("banhang_call_rows_total")};
}

} // namespace banhang::test
