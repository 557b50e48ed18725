#include "tests/bench/throughput.h"

#include <atomic>
#include <cmath>
#include <functional>
#include <future>
#include <stdexcept>

#include <grpcpp/generic/generic_stub.h>

#include "banhang/v1/customers.grpc.pb.h"
#include "client/connection/call_setup.h"
#include "common/error.h"
#include "server/core/call/call.h"
#include "server/core/database/connection.h"
#include "server/core/database/database_pool.h"
#include "server/core/database/tx.h"
#include "server/customers/customer_store.h"
#include "server/identity/caller_loader.h"
#include "tests/bench/series.h"

namespace banhang::bench {

namespace {

using nlohmann::ordered_json;
using server::Statement;

constexpr std::chrono::seconds kDeadline{30};
constexpr int kReaders = 4;
constexpr int kWarmUp = 10; ///< one in so many calls goes before, unmeasured

// sql-ok: measures the database beneath the server
constexpr Statement kRead{"SELECT * FROM banhang.customer c WHERE c.id = $1"};

using Done = std::function<void(bool ok)>;
using Begin = std::function<void(int slot, Done done)>;

/// Keeps so many calls under way until all have been made.
class Race
{
public:
    Race(int calls, int atOnce, const Begin& begin) : m_calls(calls), m_atOnce(atOnce), m_begin(begin) {}

    double perSecond()
    {
        const auto start = Clock::now();
        for (int slot = 0; slot < m_atOnce; ++slot)
            next(slot);
        m_over.get_future().wait();
        if (m_failed > 0)
            throw std::runtime_error(std::to_string(m_failed) + " calls failed");
        return m_calls / std::chrono::duration<double>(Clock::now() - start).count();
    }

private:
    void next(int slot)
    {
        if (m_begun++ >= m_calls)
            return;
        m_begin(slot, [this, slot](bool ok) {
            m_failed += ok ? 0 : 1;
            if (++m_finished == m_calls)
                m_over.set_value();
            else
                next(slot);
        });
    }

    const int m_calls;
    const int m_atOnce;
    const Begin& m_begin;
    std::atomic<int> m_begun = 0;
    std::atomic<int> m_finished = 0;
    std::atomic<int> m_failed = 0;
    std::promise<void> m_over;
};

double measured(const ThroughputOptions& options, const Begin& begin)
{
    Race(options.calls / kWarmUp + 1, options.atOnce, begin).perSecond();
    return Race(options.calls, options.atOnce, begin).perSecond();
}

template <typename Request, typename Response>
struct OneCall
{
    grpc::ClientContext context;
    Request request;
    Response response;
};

/// The call under way in each slot; the one before is over when the next begins.
template <typename Call>
class Slots
{
public:
    explicit Slots(int count) : m_calls(static_cast<std::size_t>(count)) {}

    Call& renew(int slot)
    {
        auto& call = m_calls[static_cast<std::size_t>(slot)];
        call = std::make_unique<Call>();
        return *call;
    }

private:
    std::vector<std::unique_ptr<Call>> m_calls;
};

std::vector<std::int64_t> someIds(Person& seller)
{
    v1::ListCustomersRequest request;
    request.set_page_size(100);
    const v1::ListCustomersResponse page = seller.remote->call(&v1::CustomersService::Stub::ListCustomers, request);
    std::vector<std::int64_t> ids;
    for (const v1::Customer& customer : page.customers())
        ids.push_back(customer.id());
    return ids;
}

double gets(const std::vector<std::shared_ptr<grpc::Channel>>& channels, const std::string& token,
            const std::vector<std::int64_t>& ids, const ThroughputOptions& options)
{
    using Call = OneCall<v1::GetCustomerRequest, v1::Customer>;
    std::vector<std::unique_ptr<v1::CustomersService::Stub>> stubs;
    for (const auto& channel : channels)
        stubs.push_back(v1::CustomersService::NewStub(channel));
    Slots<Call> slots(options.atOnce);
    std::atomic<std::size_t> number = 0;
    return measured(options, [&](int slot, const Done& done) {
        Call& call = slots.renew(slot);
        client::prepareCall(call.context, {.token = token, .machineName = {}, .clientVersion = {}}, kDeadline);
        call.request.set_customer_id(ids[number++ % ids.size()]);
        stubs[static_cast<std::size_t>(slot) % stubs.size()]->async()->GetCustomer(
            &call.context, &call.request, &call.response, [done](const grpc::Status& status) { done(status.ok()); });
    });
}

double emptyCalls(const std::vector<std::shared_ptr<grpc::Channel>>& channels, const ThroughputOptions& options)
{
    using Call = OneCall<grpc::ByteBuffer, grpc::ByteBuffer>;
    std::vector<std::unique_ptr<grpc::GenericStub>> stubs;
    for (const auto& channel : channels)
        stubs.push_back(std::make_unique<grpc::GenericStub>(channel));
    Slots<Call> slots(options.atOnce);
    return measured(options, [&](int slot, const Done& done) {
        Call& call = slots.renew(slot);
        call.context.set_deadline(std::chrono::system_clock::now() + kDeadline);
        const grpc::Slice nothing;
        call.request = grpc::ByteBuffer(&nothing, 1);
        stubs[static_cast<std::size_t>(slot) % stubs.size()]->UnaryCall(
            &call.context, "/grpc.health.v1.Health/Check", {}, &call.request, &call.response,
            [done](const grpc::Status& status) { done(status.ok()); });
    });
}

using Reading = std::function<void(server::Tx&, std::int64_t customerId)>;

/// Transactions of the seller as the server's threads run them, each thread on a connection of its own.
double readsBy(const Reading& reading, std::int64_t userId, const std::vector<std::int64_t>& ids,
               const ThroughputOptions& options)
{
    const auto share = [&](int calls) {
        server::ConnectOptions access;
        access.conninfo = options.database;
        server::Connection connection(access);
        for (int i = 0; i < calls; ++i) {
            server::Tx tx(connection, server::Tx::Mode::ReadOnly, {.userId = userId, .timeoutMs = 10'000});
            reading(tx, ids[static_cast<std::size_t>(i) % ids.size()]);
            tx.commit();
        }
    };
    const auto start = Clock::now();
    std::vector<std::future<void>> readers;
    for (int i = 0; i < kReaders; ++i)
        readers.push_back(std::async(std::launch::async, share, options.calls / kReaders));
    for (std::future<void>& reader : readers)
        reader.get();
    return options.calls / std::chrono::duration<double>(Clock::now() - start).count();
}

void demandFound(bool found)
{
    if (!found)
        throw std::runtime_error("the walls hide a customer of the seller");
}

/// Identity and row in one round trip.
double reads(std::int64_t userId, const std::vector<std::int64_t>& ids, const ThroughputOptions& options)
{
    return readsBy([](server::Tx& tx, std::int64_t id) { demandFound(!tx.query(kRead, id).empty()); }, userId, ids,
                   options);
}

/// All that a get asks the database: also whether the session lives, contact persons, how far the customer is shared.
double wholeReads(const Person& seller, std::int64_t userId, const std::vector<std::int64_t>& ids,
                  const ThroughputOptions& options)
{
    server::PoolOptions access;
    access.connect.conninfo = options.database;
    access.threads = 1;
    server::DatabasePool pool(access);
    server::CallerLoader callers(pool, {});
    const std::string nothing;
    const Reading reading = [&](server::Tx& tx, std::int64_t id) {
        const auto known = callers.verify(tx, seller.token, callers.remembered(seller.token, server::CalledBy::Person));
        server::Call call{*known.caller, known.session, nothing, nothing, tx};
        demandFound(server::findCustomer(call, id).has_value());
    };
    return readsBy(reading, userId, ids, options);
}

} // namespace

ordered_json getsPerSecond(const std::vector<std::shared_ptr<grpc::Channel>>& channels, Person& seller,
                           const ThroughputOptions& options)
{
    const std::vector<std::int64_t> ids = someIds(seller);
    const double got = gets(channels, seller.token, ids, options);
    const double empty = emptyCalls(channels, options);
    ordered_json figures{{"get", std::lround(got)}, {"empty_call", std::lround(empty)}};
    if (options.database.empty())
        return figures;
    const std::int64_t userId = seller.remote->call(&v1::IdentityService::Stub::GetMe, v1::GetMeRequest()).user_id();
    const double read = reads(userId, ids, options);
    const double wholeRead = wholeReads(seller, userId, ids, options);
    figures["read"] = std::lround(read);
    figures["whole_read"] = std::lround(wholeRead);
    figures["share_of_limit"] = got * (1 / empty + 1 / read);
    figures["share_of_whole_limit"] = got * (1 / empty + 1 / wholeRead);
    return figures;
}

} // namespace banhang::bench
