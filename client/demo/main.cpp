// banhang-demo: fills a demo server with customers and the work with them through the ordinary API, each in the name of
// who serves it.
#include <atomic>
#include <iostream>
#include <map>
#include <mutex>
#include <thread>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "client/connection/channel.h"
#include "client/ctl/output.h"
#include "client/ctl/remote.h"
#include "client/ctl/request_id.h"
#include "client/demo/demo_activities.h"
#include "client/demo/demo_care.h"
#include "client/demo/demo_customers.h"
#include "client/demo/demo_data.h"
#include "client/demo/demo_sequences.h"
#include "common/connection_file.h"
#include "common/demo/office.h"
#include "common/platform/host.h"

namespace {

using namespace banhang;
using namespace banhang::client;
using namespace banhang::demo;

constexpr std::uint64_t kUsualSeed = 20260101;

struct Task
{
    v1::Customer customer;
    Remote* seller = nullptr;
    std::string requestId;
};

/// One session for each person who sells, and who of them works in which part of the country.
class SalesForce
{
public:
    explicit SalesForce(const std::shared_ptr<grpc::Channel>& channel)
    {
        Remote stranger(channel, {});
        for (const auto& person : people()) {
            if (person.userName == kAdministrator)
                m_administrator = signIn(channel, stranger, person.userName);
            if (!person.sells)
                continue;
            m_remotes.push_back(signIn(channel, stranger, person.userName));
            m_byName[person.userName] = m_remotes.back().get();
            m_byRegion[regionOf(person.unit)].push_back(m_remotes.back().get());
        }
    }

    Remote* named(std::string_view userName) { return m_byName.at(userName); }
    Remote* someoneIn(Region region, SeededRandom& random) { return random.pick(m_byRegion.at(region)); }

    const std::vector<std::unique_ptr<Remote>>& all() const { return m_remotes; }
    /// Who keeps the settings of the office.
    Remote& administrator() { return *m_administrator; }

    void signOut()
    {
        for (const auto& remote : m_remotes)
            remote->call(&v1::IdentityService::Stub::SignOut, v1::SignOutRequest());
        m_administrator->call(&v1::IdentityService::Stub::SignOut, v1::SignOutRequest());
    }

private:
    static constexpr std::string_view kAdministrator = "quantri";

    static std::unique_ptr<Remote> signIn(const std::shared_ptr<grpc::Channel>& channel, Remote& stranger,
                                          std::string_view userName)
    {
        v1::SignInRequest request;
        request.set_user_name(std::string(userName));
        request.set_password(std::string(kPassword));
        request.set_machine_name(platform::hostName());
        request.set_client_version("banhang-demo " BANHANG_VERSION);
        const auto answer = stranger.call(&v1::IdentityService::Stub::SignIn, request);
        return std::make_unique<Remote>(channel, answer.session_token());
    }

    static Region regionOf(std::string_view unit)
    {
        if (unit == "Nhóm KD Đà Nẵng")
            return Region::Central;
        return unit == "Nhóm KD Sài Gòn" || unit == "Nhóm KD miền Tây" ? Region::South : Region::North;
    }

    std::vector<std::unique_ptr<Remote>> m_remotes;
    std::unique_ptr<Remote> m_administrator;
    std::map<std::string_view, Remote*> m_byName;
    std::map<Region, std::vector<Remote*>> m_byRegion;
};

/// Companies are the same whatever the seed, and more people begin with the same ones: what is there already is met
/// again by its id.
std::vector<Task> plan(SalesForce& force, std::size_t peopleCount, std::uint64_t seed)
{
    std::vector<Task> tasks;
    const auto add = [&tasks](v1::Customer customer, Remote* seller, const std::string& name) {
        tasks.push_back({std::move(customer), seller, derivedRequestId(fmt::format("{}/{}", name, tasks.size()))});
    };
    for (auto& customer : storyCustomers())
        add(std::move(customer), force.named("minh"), "demo/companies");
    SeededRandom ofCompanies(kUsualSeed);
    for (auto& made : listedCompanies(companiesListedCsv(), ofCompanies))
        add(std::move(made.customer), force.someoneIn(made.region, ofCompanies), "demo/companies");
    SeededRandom ofPeople(seed);
    SeededRandom ofSellers(seed); // those of the people have drawn as often as there are people
    for (auto& made : individuals(peopleCount, familyNamesCsv(), givenNamesCsv(), ofPeople))
        add(std::move(made.customer), force.someoneIn(made.region, ofSellers), fmt::format("demo/people/{}", seed));
    return tasks;
}

/// Ids come from the customer's: loading twice, or on after an interruption, makes nothing twice.
void store(Remote& person, const std::vector<v1::Activity>& activities, const std::string& seed)
{
    for (std::size_t i = 0; i < activities.size(); ++i) {
        v1::CreateActivityRequest request;
        *request.mutable_activity() = activities[i];
        request.set_request_id(derivedRequestId(fmt::format("{}/{}", seed, i)));
        person.call(&v1::ActivitiesService::Stub::CreateActivity, request);
    }
}

/// By the day on which the first customer was stored, so that a repeat says the same.
void storeOfficeWork(SalesForce& force)
{
    v1::ListCustomersRequest oldest;
    oldest.set_sort(v1::CUSTOMER_SORT_CREATED);
    oldest.set_page_size(1);
    for (std::size_t i = 0; i < force.all().size(); ++i) {
        Remote& person = *force.all()[i];
        const auto page = person.call(&v1::CustomersService::Stub::ListCustomers, oldest);
        if (!page.customers().empty())
            store(person, officeWork(page.customers(0).create_time().seconds(), i), fmt::format("office/{}", i));
    }
}

/// By name, page after page.
std::map<std::string, std::int64_t> knownSequences(Remote& person)
{
    std::map<std::string, std::int64_t> known;
    v1::ListSequencesRequest request;
    do {
        const auto page = person.call(&v1::SequencesService::Stub::ListSequences, request);
        for (const v1::Sequence& sequence : page.sequences())
            known.emplace(sequence.name(), sequence.id());
        request.set_page_token(page.next_page_token());
    } while (!request.page_token().empty());
    return known;
}

/// The sequences of the office, and the oldest customers of each seller on the one for new customers. Those of these
/// names that are there stay as they are: somebody may have tried their steps.
void storeSequences(SalesForce& force)
{
    constexpr int kCustomers = 5;
    const auto known = knownSequences(force.administrator());
    std::int64_t first = 0;
    for (const v1::Sequence& sequence : careSequences()) {
        const auto found = known.find(sequence.name());
        std::int64_t id = found == known.end() ? 0 : found->second;
        if (id == 0) {
            v1::CreateSequenceRequest request;
            *request.mutable_sequence() = sequence;
            request.set_request_id(randomRequestId());
            id = force.administrator().call(&v1::SequencesService::Stub::CreateSequence, request).id();
        }
        first = first == 0 ? id : first;
    }
    v1::ListCustomersRequest oldest;
    oldest.set_sort(v1::CUSTOMER_SORT_CREATED);
    oldest.set_page_size(kCustomers);
    for (std::size_t i = 0; i < force.all().size(); ++i) {
        Remote& person = *force.all()[i];
        v1::StartSequenceRequest request;
        request.set_sequence_id(first);
        const auto page = person.call(&v1::CustomersService::Stub::ListCustomers, oldest);
        for (const auto& customer : page.customers())
            request.add_customer_ids(customer.id());
        request.set_request_id(randomRequestId()); // who is on it is refused by himself
        if (!request.customer_ids().empty())
            person.call(&v1::SequencesService::Stub::StartSequence, request);
    }
}

/// What the oldest customers of each seller ask for.
void storeCare(SalesForce& force)
{
    constexpr int kCustomers = 4;
    v1::ListCustomersRequest oldest;
    oldest.set_sort(v1::CUSTOMER_SORT_CREATED);
    oldest.set_page_size(kCustomers);
    for (std::size_t i = 0; i < force.all().size(); ++i) {
        Remote& person = *force.all()[i];
        const auto page = person.call(&v1::CustomersService::Stub::ListCustomers, oldest);
        for (int at = 0; at < page.customers_size(); ++at) {
            const DemoCare care = careOf(page.customers(at), i + static_cast<std::size_t>(at));
            const std::string id = fmt::format("care/{}/{}", i, at);
            v1::CreateCareRequestRequest creation;
            *creation.mutable_care_request() = care.request;
            creation.set_request_id(derivedRequestId(id));
            const auto taken = person.call(&v1::CareRequestsService::Stub::CreateCareRequest, creation);
            if (care.state == v1::CARE_STATE_NEW)
                continue;
            v1::MoveCareRequestRequest step;
            step.mutable_care_request()->set_id(taken.id());
            step.mutable_care_request()->set_version(taken.version());
            step.mutable_care_request()->set_answer(care.answer);
            step.mutable_update_mask()->add_paths("answer");
            step.set_state(care.state);
            step.set_request_id(derivedRequestId(id + "/step"));
            person.call(&v1::CareRequestsService::Stub::MoveCareRequest, step);
        }
    }
}

/// Ids come from the seed: loading twice, or on after an interruption, makes nothing twice.
void load(const std::vector<Task>& tasks, int parallel)
{
    std::atomic<std::size_t> next = 0;
    std::atomic<std::size_t> refused = 0;
    std::exception_ptr fault;
    std::mutex mutex;
    std::vector<std::jthread> workers;
    workers.reserve(static_cast<std::size_t>(parallel));
    for (int i = 0; i < parallel; ++i) {
        workers.emplace_back([&] {
            for (std::size_t at = next++; at < tasks.size(); at = next++) {
                v1::CreateCustomerRequest request;
                *request.mutable_customer() = tasks[at].customer;
                request.set_duplicate_reason("Dữ liệu dùng thử");
                request.set_request_id(tasks[at].requestId);
                try {
                    const auto stored = tasks[at].seller->call(&v1::CustomersService::Stub::CreateCustomer, request);
                    store(*tasks[at].seller, activitiesWith(stored.customer(), at), tasks[at].requestId);
                } catch (const AppError& error) {
                    const std::lock_guard lock(mutex);
                    if (error.code() != ErrorCode::Invalid) {
                        fault = std::current_exception();
                        next = tasks.size();
                        return;
                    }
                    ++refused;
                    std::cerr << tasks[at].customer.name() << ": " << errorText(error) << '\n';
                }
                if (at % 500 == 0)
                    std::cerr << fmt::format("{} of {}\n", at, tasks.size()) << std::flush;
            }
        });
    }
    workers.clear();
    if (fault)
        std::rethrow_exception(fault);
    std::cerr << fmt::format("{} customers stored, {} refused\n", tasks.size() - refused, refused.load());
}

/// What cannot be done ends as an exception.
int run(int argc, char** argv)
{
    CLI::App app{
        "Fills a demo server (made by `banhangd demo`) with customers and the work with them. Safe to repeat."};
    std::string connection;
    std::size_t peopleCount = 5000;
    std::uint64_t seed = kUsualSeed;
    int parallel = 6;
    app.add_option("--connection", connection, "Connection file")->required();
    app.add_option("--people", peopleCount, "Individuals beside the listed companies")->capture_default_str();
    app.add_option("--seed", seed, "Another seed gives other people, beside those who are there")
        ->capture_default_str();
    app.add_option("--parallel", parallel, "Calls under way at once")->check(CLI::Range(1, 32))->capture_default_str();
    CLI11_PARSE(app, argc, argv);
    SalesForce force(makeChannel(readConnectionFile(connection)));
    load(plan(force, peopleCount, seed), parallel);
    storeOfficeWork(force);
    storeSequences(force);
    storeCare(force);
    force.signOut();
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    try {
        return run(argc, argv);
    } catch (const AppError& error) {
        std::cerr << "banhang-demo: " << errorText(error) << '\n';
        return 1;
    } catch (const std::exception& error) {
        std::cerr << "banhang-demo: " << error.what() << '\n';
        return 1;
    }
}
