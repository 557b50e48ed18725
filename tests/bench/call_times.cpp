#include "tests/bench/call_times.h"

#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>

#include "client/ctl/request_id.h"
#include "common/demo/office.h"
#include "common/platform/host.h"
#include "tests/bench/series.h"

namespace banhang::bench {

namespace {

using Customers = v1::CustomersService::Stub;
using nlohmann::ordered_json;

/// A page as the client shows it first.
v1::ListCustomersResponse listPage(Person& person, v1::CustomerSort sort, const std::string& page = {})
{
    v1::ListCustomersRequest request;
    request.set_sort(sort);
    request.set_page_token(page);
    request.set_with_count(page.empty());
    return person.remote->call(&Customers::ListCustomers, request);
}

v1::Customer firstCustomerOf(Person& person)
{
    v1::GetCustomerRequest request;
    request.set_customer_id(listPage(person, v1::CUSTOMER_SORT_CREATED).customers(0).id());
    return person.remote->call(&Customers::GetCustomer, request);
}

/// Writes another note; the customer as stored.
v1::Customer save(Person& person, const v1::Customer& customer, int round)
{
    v1::UpdateCustomerRequest request;
    request.mutable_customer()->set_id(customer.id());
    request.mutable_customer()->set_version(customer.version());
    request.mutable_customer()->set_note("Lần đo " + std::to_string(round));
    request.mutable_update_mask()->add_paths("note");
    request.set_request_id(client::randomRequestId());
    return person.remote->call(&Customers::UpdateCustomer, request).customer();
}

/// Remembers when the news of each version of a customer came in.
class NewsLog
{
public:
    NewsLog(Person& person, std::int64_t customerId)
        : m_customerId(customerId), m_reader(person.remote->watch(m_context, {})), m_thread([this] { read(); })
    {
        // The first heartbeat says that the stream has begun: nothing is missed from here.
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_hasBegun; });
    }
    ~NewsLog()
    {
        m_context.TryCancel();
        m_thread.join();
        m_reader->Finish();
    }
    NewsLog(const NewsLog&) = delete;
    NewsLog& operator=(const NewsLog&) = delete;

    Clock::time_point await(std::int64_t version)
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [&] { return m_arrivals.contains(version); });
        return m_arrivals.at(version);
    }

private:
    void read()
    {
        v1::WatchEvent event;
        while (m_reader->Read(&event)) {
            const auto now = Clock::now();
            const std::lock_guard lock(m_mutex);
            m_hasBegun = true;
            for (const auto& change : event.batch().changes())
                if (change.entity() == "customer" && change.id() == m_customerId)
                    m_arrivals.emplace(change.version(), now);
            m_changed.notify_all();
        }
    }

    std::int64_t m_customerId;
    grpc::ClientContext m_context;
    std::unique_ptr<grpc::ClientReader<v1::WatchEvent>> m_reader;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_hasBegun = false;
    std::map<std::int64_t, Clock::time_point> m_arrivals;
    std::thread m_thread;
};

} // namespace

Person signIn(const std::shared_ptr<grpc::Channel>& channel, const std::string& userName)
{
    v1::SignInRequest request;
    request.set_user_name(userName);
    request.set_password(std::string(demo::kPassword));
    request.set_machine_name(platform::hostName());
    request.set_client_version("banhang-bench " BANHANG_VERSION);
    client::Remote stranger(channel, {});
    const auto answer = stranger.call(&v1::IdentityService::Stub::SignIn, request);
    return {answer.session_token(), std::make_shared<client::Remote>(channel, answer.session_token())};
}

ordered_json listTimes(Person& seller, Person& leader, Person& administrator, int rounds)
{
    const auto first = [rounds](Person& person, v1::CustomerSort sort) {
        return timed(rounds, [&] { listPage(person, sort); }).summary();
    };
    const std::string next = listPage(administrator, v1::CUSTOMER_SORT_NAME).next_page_token();
    return {
        {"own_by_name", first(seller, v1::CUSTOMER_SORT_NAME)},
        {"team_by_name", first(leader, v1::CUSTOMER_SORT_NAME)},
        {"company_by_name", first(administrator, v1::CUSTOMER_SORT_NAME)},
        {"company_by_code", first(administrator, v1::CUSTOMER_SORT_CODE)},
        {"company_by_last_contact", first(administrator, v1::CUSTOMER_SORT_LAST_CONTACT)},
        {"company_by_created", first(administrator, v1::CUSTOMER_SORT_CREATED)},
        {"company_next_page", timed(rounds, [&] { listPage(administrator, v1::CUSTOMER_SORT_NAME, next); }).summary()}};
}

ordered_json searchTimes(Person& administrator, int rounds)
{
    ordered_json times;
    for (const char* words :
         {"n", "an", "nguyen", "nguyen minh", "công ty cổ phần", "minh nguyet thi", "0912", "555 1"}) {
        v1::SearchCustomersRequest request;
        request.set_query(words);
        times[words] =
            timed(rounds, [&] { administrator.remote->call(&Customers::SearchCustomers, request); }).summary();
    }
    return times;
}

ordered_json recordTimes(Person& seller, int rounds)
{
    v1::Customer customer = firstCustomerOf(seller);
    v1::GetCustomerRequest get;
    get.set_customer_id(customer.id());
    v1::CheckCustomerRequest check;
    check.mutable_customer()->set_kind(v1::CUSTOMER_KIND_ORGANISATION);
    check.mutable_customer()->set_name("cty tnhh tm thien an");
    check.mutable_customer()->add_phones()->set_number("0168 9333 999");
    int round = 0;
    return {
        {"get", timed(rounds, [&] { seller.remote->call(&Customers::GetCustomer, get); }).summary()},
        {"duplicate_check", timed(rounds, [&] { seller.remote->call(&Customers::CheckCustomer, check); }).summary()},
        {"update", timed(rounds, [&] { customer = save(seller, customer, ++round); }).summary()}};
}

ordered_json newsTimes(Person& seller, Person& leader, int rounds)
{
    v1::Customer customer = firstCustomerOf(seller);
    NewsLog news(leader, customer.id());
    Series saving;
    Series afterAnswer;
    Series afterCall;
    for (int round = 0; round < rounds; ++round) {
        const auto call = Clock::now();
        customer = save(seller, customer, round);
        const auto answer = Clock::now();
        const auto arrival = news.await(customer.version());
        saving.add(answer - call);
        afterAnswer.add(std::max(arrival - answer, Clock::duration::zero()));
        afterCall.add(arrival - call);
    }
    return {{"save", saving.summary()},
            {"news_after_answer", afterAnswer.summary()},
            {"news_after_call", afterCall.summary()}};
}

} // namespace banhang::bench
