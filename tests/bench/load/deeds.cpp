#include "tests/bench/load/deeds.h"

#include <cctype>
#include <chrono>
#include <random>

#include <fmt/format.h>
#include <google/protobuf/util/time_util.h>

#include "banhang/v1/activities.pb.h"
#include "client/connection/channel.h"
#include "common/demo/office.h"
#include "tests/bench/load/own_customers.h"

namespace banhang::bench {

namespace {

using google::protobuf::util::TimeUtil;

constexpr double kHeavy = 20;
constexpr double kSignIns = 4;
constexpr double kGets = 200;
constexpr int kCalendarPeople = 20;
constexpr int kPlaces = 64;
constexpr std::int64_t kDaySeconds = 86'400;
/// activities.sql gives it so many.
constexpr std::int64_t kBusiestCustomer = 1;

std::string customersMethod(const char* name)
{
    return std::string("/banhang.v1.CustomersService/") + name;
}
std::string activitiesMethod(const char* name)
{
    return std::string("/banhang.v1.ActivitiesService/") + name;
}

/// The same request each time.
template <typename Message>
Deed always(std::string name, std::string method, const Person& person, const Message& message)
{
    return {std::move(name), std::move(method), person.token,
            [bytes = message.SerializeAsString()](std::size_t) { return bytes; }};
}

Deed slow(Deed deed, double perSecond = kHeavy)
{
    deed.perSecond = perSecond;
    return deed;
}

/// As the client opens a list: the first page, counted.
v1::ListCustomersRequest firstPage(v1::CustomerSort sort, bool descending = false)
{
    v1::ListCustomersRequest request;
    request.set_sort(sort);
    request.set_descending(descending);
    request.set_with_count(true);
    return request;
}

Deed list(const std::string& name, const Person& person, const v1::ListCustomersRequest& request)
{
    return always("list." + name, customersMethod("ListCustomers"), person, request);
}

/// Pages from the middle, each from another customer's place on: the newest ones have theirs anywhere in the order by
/// name.
Deed deepPages(const std::string& name, Person& person)
{
    v1::ListCustomersRequest newest;
    newest.set_sort(v1::CUSTOMER_SORT_CREATED);
    newest.set_descending(true);
    newest.set_page_size(kPlaces);
    const auto page = person.remote->call(&v1::CustomersService::Stub::ListCustomers, newest);
    std::vector<std::int64_t> ids;
    for (const v1::Customer& customer : page.customers())
        ids.push_back(customer.id());
    return {"list." + name, customersMethod("ListCustomers"), person.token, [ids](std::size_t number) {
                v1::ListCustomersRequest request;
                request.set_sort(v1::CUSTOMER_SORT_NAME);
                request.set_around_customer_id(ids.at(number % ids.size()));
                return request.SerializeAsString();
            }};
}

void addLists(std::vector<Deed>& deeds, Cast& cast)
{
    const auto byName = firstPage(v1::CUSTOMER_SORT_NAME);
    deeds.push_back(list("own.name", cast.seller, byName));
    deeds.push_back(list("team.name", cast.leader, byName));
    deeds.push_back(list("branch.name", cast.director, byName));
    deeds.push_back(list("all.name", cast.admin, byName));
    deeds.push_back(deepPages("all.name.deep", cast.admin));
    const auto* sorts = v1::CustomerSort_descriptor();
    for (int i = 0; i < sorts->value_count(); ++i) {
        const auto sort = static_cast<v1::CustomerSort>(sorts->value(i)->number());
        if (sort == v1::CUSTOMER_SORT_UNSPECIFIED || sort == v1::CUSTOMER_SORT_NAME)
            continue;
        std::string name = sorts->value(i)->name().substr(sizeof "CUSTOMER_SORT_" - 1);
        for (char& letter : name)
            letter = static_cast<char>(std::tolower(letter));
        deeds.push_back(list("own." + name, cast.seller, firstPage(sort)));
        deeds.push_back(list("branch." + name, cast.director, firstPage(sort)));
        deeds.push_back(list("all." + name, cast.admin, firstPage(sort)));
        deeds.push_back(list("all." + name + ".down", cast.admin, firstPage(sort, true)));
    }
}

void addFilters(std::vector<Deed>& deeds, const Cast& cast)
{
    const auto filtered = [](const std::function<void(v1::CustomerFilter&)>& set) {
        auto request = firstPage(v1::CUSTOMER_SORT_NAME);
        set(*request.mutable_filter());
        return request;
    };
    const auto vip = filtered([](v1::CustomerFilter& filter) {
        filter.add_tier_keys("vip");
        filter.add_status_keys("stopped");
    });
    const auto province = filtered([](v1::CustomerFilter& filter) { filter.add_province_codes("01"); });
    const auto silent = filtered([](v1::CustomerFilter& filter) {
        filter.mutable_last_contact()->set_kind(v1::PERIOD_KIND_OLDER_THAN_DAYS);
        filter.mutable_last_contact()->set_days(365);
    });
    const auto thisWeek = filtered(
        [](v1::CustomerFilter& filter) { filter.mutable_next_contact()->set_kind(v1::PERIOD_KIND_THIS_WEEK); });
    for (const auto& [name, request] :
         {std::pair{"vip_stopped", vip}, {"province", province}, {"silent", silent}, {"next_this_week", thisWeek}}) {
        deeds.push_back(list(std::string("own.filter.") + name, cast.seller, request));
        deeds.push_back(list(std::string("branch.filter.") + name, cast.director, request));
        deeds.push_back(list(std::string("all.filter.") + name, cast.admin, request));
    }
}

void addSearches(std::vector<Deed>& deeds, const Cast& cast)
{
    const auto search = [&deeds](std::string name, const Person& person, const char* words) {
        v1::SearchCustomersRequest request;
        request.set_query(words);
        deeds.push_back(always("search." + std::move(name), customersMethod("SearchCustomers"), person, request));
    };
    search("one_letter", cast.admin, "n");
    search("two_letters", cast.admin, "an");
    search("given_name", cast.admin, "hoa");
    search("given_name.marked", cast.admin, "Hòa");
    search("family_name", cast.admin, "nguyen");
    search("two_words", cast.admin, "nguyen minh");
    search("two_words.marked", cast.admin, "Nguyễn Minh");
    search("three_words", cast.admin, "tran thi lan");
    search("company", cast.admin, "xay dung hoang phat");
    search("phone", cast.admin, "0912345");
    search("phone_middle", cast.admin, "61803");
    search("no_hit", cast.admin, "zzqxw");
    search("given_name.own", cast.seller, "hoa");
    search("two_words.own", cast.seller, "nguyen minh");
    search("given_name.branch", cast.director, "hoa");
}

/// What the way there and back costs by itself, at the rate of the gets.
void addEmpty(std::vector<Deed>& deeds)
{
    deeds.push_back({"empty", "/grpc.health.v1.Health/Check", {}, [](std::size_t) { return std::string(); }});
    deeds.back().perSecond = kGets;
}

void addRecords(std::vector<Deed>& deeds, Cast& cast)
{
    const auto own = std::make_shared<OwnCustomers>(cast.seller);
    deeds.push_back({"get", customersMethod("GetCustomer"), cast.seller.token, [own](std::size_t number) {
                         v1::GetCustomerRequest request;
                         request.set_customer_id(own->id(number));
                         return request.SerializeAsString();
                     }});
    deeds.back().perSecond = kGets;
    deeds.push_back({"create", customersMethod("CreateCustomer"), cast.seller.token, newCustomerRequest});
    Deed update{"update", customersMethod("UpdateCustomer"), cast.seller.token,
                [own](std::size_t number) { return own->updateRequest(number); }};
    update.answered = [own](std::size_t number, bool ok) { own->updated(number, ok); };
    deeds.push_back(std::move(update));
    v1::CheckCustomerRequest half;
    half.mutable_customer()->set_kind(v1::CUSTOMER_KIND_ORGANISATION);
    half.mutable_customer()->set_name("cty tnhh thuong mai hoang phat");
    deeds.push_back(always("check.half_typed", customersMethod("CheckCustomer"), cast.seller, half));
    v1::CheckCustomerRequest whole;
    whole.mutable_customer()->set_kind(v1::CUSTOMER_KIND_INDIVIDUAL);
    whole.mutable_customer()->set_name("Nguyễn Thị Hoa");
    whole.mutable_customer()->add_phones()->set_number("0912 345 678");
    deeds.push_back(always("check.whole", customersMethod("CheckCustomer"), cast.seller, whole));
    deeds.push_back({"history", customersMethod("ListCustomerHistory"), cast.seller.token, [own](std::size_t number) {
                         v1::ListCustomerHistoryRequest request;
                         request.set_customer_id(own->id(number));
                         return request.SerializeAsString();
                     }});
    for (const char* words : {"", "bao gia"})
        deeds.push_back({*words == '\0' ? "timeline" : "timeline.words", activitiesMethod("ListTimeline"),
                         cast.seller.token, [own, words](std::size_t number) {
                             v1::ListTimelineRequest request;
                             request.set_customer_id(own->id(number));
                             request.set_query(words);
                             return request.SerializeAsString();
                         }});
    v1::ListTimelineRequest busiest;
    busiest.set_customer_id(kBusiestCustomer);
    deeds.push_back(always("timeline.5000_entries", activitiesMethod("ListTimeline"), cast.admin, busiest));
}

/// So many seconds around now.
void addCalendar(std::vector<Deed>& deeds, Cast& cast, const std::string& name, std::int64_t seconds)
{
    v1::ListActivitiesRequest shown;
    const std::int64_t now =
        std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch()).count();
    *shown.mutable_filter()->mutable_from_time() = TimeUtil::SecondsToTimestamp(now - seconds / 2);
    *shown.mutable_filter()->mutable_to_time() = TimeUtil::SecondsToTimestamp(now + seconds / 2);
    shown.set_page_size(1000);
    for (const std::int64_t person : colleaguesOf(cast.director, kCalendarPeople))
        shown.mutable_filter()->add_user_ids(person);
    deeds.push_back(
        slow(always("calendar.20_people" + name, activitiesMethod("ListActivities"), cast.director, shown)));
}

void addDays(std::vector<Deed>& deeds, Cast& cast)
{
    deeds.push_back(always("workday", activitiesMethod("GetWorkday"), cast.seller, v1::GetWorkdayRequest()));
    addCalendar(deeds, cast, ".day", kDaySeconds);
    addCalendar(deeds, cast, "", 7 * kDaySeconds);
    addCalendar(deeds, cast, ".month", 35 * kDaySeconds);
    v1::ListActivitiesRequest all;
    deeds.push_back(always("activities.own", activitiesMethod("ListActivities"), cast.seller, all));
    deeds.push_back(always("activities.all", activitiesMethod("ListActivities"), cast.admin, all));
}

void addSignIn(std::vector<Deed>& deeds)
{
    v1::SignInRequest request;
    request.set_user_name("seller-02-1-01");
    request.set_password(std::string(demo::kPassword));
    request.set_machine_name("bench");
    request.set_client_version("banhang-bench");
    deeds.push_back(slow(always("sign_in", "/banhang.v1.IdentityService/SignIn", Person(), request), kSignIns));
}

} // namespace

std::string requestIdOf(std::size_t number)
{
    static const auto run = std::random_device()();
    return fmt::format("{:08x}-0000-4000-8000-{:012x}", run, number);
}

Cast signInCast(const ConnectionFile& file)
{
    const auto person = [&file](const char* name) { return signIn(client::makeChannel(file), name); };
    return {person("seller-01-1-01"), person("leader-01-1"), person("director-01"), person("admin")};
}

std::vector<Deed> allDeeds(Cast& cast)
{
    std::vector<Deed> deeds;
    addEmpty(deeds);
    addRecords(deeds, cast);
    addLists(deeds, cast);
    addFilters(deeds, cast);
    addSearches(deeds, cast);
    addDays(deeds, cast);
    addSignIn(deeds);
    return deeds;
}

} // namespace banhang::bench
