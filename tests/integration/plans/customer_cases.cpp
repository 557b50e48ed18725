// Requests about customers: what is asked all day long, and asked in most ways.
#include <map>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "banhang/v1/customers.pb.h"
#include "tests/integration/plans/read_cases.h"

namespace banhang::test {

namespace {

const std::string kList = "CustomersService.ListCustomers";

/// Each field of CustomerFilter, with values that some customers have.
const std::multimap<std::string, std::string> kFilters{
    {"status_keys", "'stopped'"},
    {"status_keys", "['new', 'paused']"},
    {"not_status_keys", "'trading'"},
    {"owner_user_ids", "$owner"},
    {"unit_ids", "$unit"},
    {"province_codes", "'48'"},
    {"source_keys", "'website'"},
    {"kinds", "CUSTOMER_KIND_ORGANISATION"},
    {"tier_keys", "'vip'"},
    {"group_keys", "'loyal'"},
    {"deleted", "true"},
    {"not_owner_user_ids", "$owner"},
    {"not_unit_ids", "$unit"},
    {"not_province_codes", "'01'"},
    {"old_province_codes", "'48'"},
    {"not_old_province_codes", "'01'"},
    {"not_source_keys", "'website'"},
    {"not_tier_keys", "'regular'"},
    {"not_group_keys", "'new'"},
    {"trade_keys", "'transport'"},
    {"not_trade_keys", "'transport'"},
    {"tag_keys", "'seminar'"},
    {"not_tag_keys", "'interested'"},
    {"last_contact", "{ kind: PERIOD_KIND_OLDER_THAN_DAYS days: 365 }"},
    {"last_contact", "{ kind: PERIOD_KIND_WITHIN_DAYS days: 7 }"},
    {"last_contact", "{ kind: PERIOD_KIND_NEVER }"},
    {"not_last_contact", "{ kind: PERIOD_KIND_WITHIN_DAYS days: 30 }"},
    {"created", "{ kind: PERIOD_KIND_WITHIN_DAYS days: 30 }"},
    {"not_created", "{ kind: PERIOD_KIND_WITHIN_DAYS days: 365 }"},
    {"potentials", "POTENTIAL_PROMISING"},
    {"pursuits", "PURSUIT_STOP"},
    {"next_contact", "{ kind: PERIOD_KIND_THIS_WEEK }"},
    {"next_contact", "{ kind: PERIOD_KIND_NEVER }"},
    {"callback", "{ kind: PERIOD_KIND_WITHIN_DAYS days: 7 }"},
    {"silent_days", "90"},
};

/// In each order, up and down, the first page with its count, as the client opens a list.
void addOrders(std::vector<ReadCase>& cases)
{
    const auto* sorts = v1::CustomerSort_descriptor();
    for (int i = 0; i < sorts->value_count(); ++i)
        for (const bool isDown : {false, true})
            cases.push_back({kList, sorts->value(i)->name() + (isDown ? ", down" : ""),
                             fmt::format("sort: {} descending: {} with_count: true", sorts->value(i)->name(), isDown)});
    cases.push_back({kList, "around a customer", "around_customer_id: $customer"});
    cases.push_back({kList, "around a customer, by trade", "around_customer_id: $customer sort: CUSTOMER_SORT_TRADE"});
    cases.push_back({kList, "the largest page", "page_size: 500 view: CUSTOMER_VIEW_FULL"});
}

void addFilters(std::vector<ReadCase>& cases)
{
    const auto* fields = v1::CustomerFilter::descriptor();
    for (int i = 0; i < fields->field_count(); ++i) {
        const auto [first, last] = kFilters.equal_range(fields->field(i)->name());
        EXPECT_NE(first, last) << "no value for the filter " << fields->field(i)->name();
        for (auto filter = first; filter != last; ++filter)
            cases.push_back({kList, filter->first + " " + filter->second,
                             fmt::format("filter {{ {}: {} }} with_count: true", filter->first, filter->second)});
    }
    cases.push_back({kList, "two filters", "filter { tier_keys: 'vip' status_keys: 'stopped' } with_count: true"});
    cases.push_back({kList, "rare, by last contact",
                     "filter { province_codes: '48' tier_keys: 'vip' } sort: CUSTOMER_SORT_LAST_CONTACT"});
}

void addSearches(std::vector<ReadCase>& cases)
{
    const std::string search = "CustomersService.SearchCustomers";
    for (const char* words :
         {"n", "an", "hoa", "Hòa", "nguyen", "nguyen minh", "minh nguyen", "Nguyễn Minh", "tran thi lan",
          "Trần Thị Lan", "lan thi tran", "xay dung hoang phat", "0912345", "61803", "KH000123", "zzqxw", "zz qx"})
        cases.push_back({search, words, fmt::format("query: '{}'", words)});
    cases.push_back({search, "as typed of a customer", "query: '$name'"});
    cases.push_back({search, "a whole number", "query: '$phone'"});
    cases.push_back({search, "filtered", "query: 'hoa' filter { tier_keys: 'vip' }"});
    cases.push_back({search, "common, filtered", "query: 'nguyen' filter { status_keys: 'stopped' }"});
    for (const char* words : {"hoa", "nguyen minh", "minh nguyen", "Hòa", "zzqxw"})
        cases.push_back({"CustomersService.FindPublicCards", words, fmt::format("query: '{}'", words)});
}

} // namespace

std::vector<ReadCase> customerCases()
{
    std::vector<ReadCase> cases{
        {"CustomersService.GetCustomer", "", "customer_id: $customer"},
        {"CustomersService.BatchGetCustomers", "", "customer_ids: [$customers]"},
        {"CustomersService.BatchGetCustomers", "whole", "customer_ids: [$customers] view: CUSTOMER_VIEW_FULL"},
        {"CustomersService.BatchGetCustomerCounts", "",
         "filters {} filters { status_keys: 'new' } filters { silent_days: 90 }"
         " filters { callback { kind: PERIOD_KIND_WITHIN_DAYS days: 7 } }"
         " filters { last_contact { kind: PERIOD_KIND_NEVER } next_contact { kind: PERIOD_KIND_NEVER } }"},
        {"CustomersService.CheckCustomer", "",
         "customer { kind: CUSTOMER_KIND_INDIVIDUAL name: '$name' phones { number: '$phone' } }"},
        {"CustomersService.CheckCustomer", "a common name",
         "customer { kind: CUSTOMER_KIND_INDIVIDUAL name: 'Nguyễn Thị Hoa' }"},
        {"CustomersService.CheckCustomerBatch", "", "customer_ids: [$customers] act: BATCH_ACT_EDIT"},
        {"CustomersService.ListCustomerShares", "", "customer_id: $customer"},
        {"CustomersService.ListCustomerHistory", "", "customer_id: $customer"},
    };
    addOrders(cases);
    addFilters(cases);
    addSearches(cases);
    return cases;
}

} // namespace banhang::test
