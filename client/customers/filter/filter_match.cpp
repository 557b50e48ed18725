#include "client/customers/filter/filter_match.h"

#include <algorithm>

namespace banhang::client {

namespace {

template <typename List, typename Value>
bool contains(const List& list, const Value& value)
{
    return std::find(list.begin(), list.end(), value) != list.end();
}

/// One of those wanted, where some are, and none of those left out.
template <typename List, typename Value>
bool allows(const List& wanted, const List& unwanted, const Value& value)
{
    return (wanted.empty() || contains(wanted, value)) && !contains(unwanted, value);
}

bool allowsTags(const v1::CustomerFilter& filter, const v1::Customer& customer)
{
    const auto isBorne = [&customer](const std::string& key) { return contains(customer.tag_keys(), key); };
    return (filter.tag_keys().empty() || std::any_of(filter.tag_keys().begin(), filter.tag_keys().end(), isBorne)) &&
           std::none_of(filter.not_tag_keys().begin(), filter.not_tag_keys().end(), isBorne);
}

} // namespace

bool isOwnerWanted(const v1::CustomerFilter& filter, std::int64_t ownerUserId)
{
    return allows(filter.owner_user_ids(), filter.not_owner_user_ids(), ownerUserId);
}

bool matches(const v1::CustomerFilter& filter, const v1::Customer& customer)
{
    const std::string province = customer.addresses().empty() ? std::string() : customer.addresses(0).province_code();
    return allows(filter.status_keys(), filter.not_status_keys(), customer.status_key()) &&
           isOwnerWanted(filter, customer.owner_user_id()) &&
           allows(filter.province_codes(), filter.not_province_codes(), province) &&
           allows(filter.source_keys(), filter.not_source_keys(), customer.source_key()) &&
           allows(filter.trade_keys(), filter.not_trade_keys(), customer.trade_key()) &&
           allows(filter.tier_keys(), filter.not_tier_keys(), customer.tier_key()) &&
           allows(filter.group_keys(), filter.not_group_keys(), customer.group_key()) &&
           (filter.kinds().empty() || contains(filter.kinds(), customer.kind())) && allowsTags(filter, customer) &&
           (filter.potentials().empty() || contains(filter.potentials(), customer.potential())) &&
           (filter.pursuits().empty() || contains(filter.pursuits(), customer.pursuit()));
}

} // namespace banhang::client
