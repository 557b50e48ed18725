#include "tests/integration/rights/oracle.h"

#include <algorithm>
#include <tuple>

namespace banhang::test {

constexpr std::pair<const char*, v1::SensitiveField> kMaskedFields[]{
    {"phones", v1::SENSITIVE_FIELD_PHONE},           {"emails", v1::SENSITIVE_FIELD_EMAIL},
    {"birthday", v1::SENSITIVE_FIELD_BIRTHDAY},      {"tax_code", v1::SENSITIVE_FIELD_TAX_CODE},
    {"income_band_key", v1::SENSITIVE_FIELD_INCOME}, {"finances_key", v1::SENSITIVE_FIELD_INCOME}};

// Numbers of microseconds have sixteen digits; who was never contacted stands last in both directions.
static std::string sortText(const OfficeCustomer& customer, const v1::ListCustomersRequest& request)
{
    if (request.sort() == v1::CUSTOMER_SORT_CODE)
        return customer.data.code();
    if (request.sort() == v1::CUSTOMER_SORT_CREATED)
        return std::to_string(customer.createdMicros);
    if (request.sort() != v1::CUSTOMER_SORT_LAST_CONTACT)
        return customer.order;
    return customer.contactMicros != 0 ? std::to_string(customer.contactMicros) : request.descending() ? "" : "~";
}

template <typename Rows>
static std::vector<std::int64_t> idsOf(const Rows& rows)
{
    std::vector<std::int64_t> ids;
    ids.reserve(rows.size());
    for (const auto& row : rows)
        ids.push_back(std::get<std::int64_t>(row));
    return ids;
}

/// Whether there was something to hide in a customer or a contact person.
template <typename Part>
static bool hide(Part& part, const std::string& field)
{
    const std::size_t whole = part.ByteSizeLong();
    if (field == "phones")
        part.mutable_phones(0)->clear_number();
    else if (field == "emails")
        part.mutable_emails(0)->clear_address();
    else if (const auto* other = Part::descriptor()->FindFieldByName(field))
        part.GetReflection()->ClearField(&part, other);
    return part.ByteSizeLong() < whole;
}

bool Oracle::sees(const OfficeCustomer& customer) const
{
    return reaches(v1::ACTION_VIEW, customer.data.unit_id()) || share(customer.data.id()) != nullptr;
}

bool Oracle::isMasked(v1::SensitiveField field) const
{
    for (const std::int64_t id : m_user.groups) {
        const OfficeGroup& group = m_office.group(id);
        const auto views = [](const TestGrant& grant) { return grant.action == v1::ACTION_VIEW; };
        if (std::ranges::any_of(group.grants, views) && std::ranges::count(group.masks, field) == 0)
            return false;
    }
    return true;
}

std::set<std::string> Oracle::hidden() const
{
    std::set<std::string> names;
    for (const auto& [name, field] : kMaskedFields)
        if (isMasked(field))
            names.insert(name);
    return names;
}

v1::Customer Oracle::shown(const OfficeCustomer& customer) const
{
    v1::Customer shown = customer.data;
    for (const std::string& name : hidden()) {
        if (hide(shown, name))
            shown.add_masked_fields(name);
        for (v1::Contact& contact : *shown.mutable_contacts())
            if (hide(contact, name))
                shown.add_masked_fields("contacts");
    }
    return shown;
}

bool Oracle::matches(const OfficeCustomer& customer, const v1::CustomerFilter& filter) const
{
    const v1::Customer& data = customer.data;
    const auto any = [](const auto& list, auto fits) {
        return list.empty() || std::any_of(list.begin(), list.end(), fits);
    };
    return customer.binned == filter.deleted() &&
           any(filter.owner_user_ids(), [&](std::int64_t id) { return id == data.owner_user_id(); }) &&
           any(filter.unit_ids(), [&](std::int64_t id) { return m_reach.isBelow(data.unit_id(), id); }) &&
           any(filter.status_keys(), [&](const std::string& key) { return key == data.status_key(); });
}

std::vector<std::int64_t> Oracle::list(const v1::ListCustomersRequest& request) const
{
    std::set<std::pair<std::string, std::int64_t>> rows;
    for (const OfficeCustomer& customer : m_office.customers)
        if (sees(customer) && matches(customer, request.filter()))
            rows.emplace(sortText(customer, request), customer.data.id());
    std::vector<std::int64_t> ids = idsOf(rows);
    if (request.descending())
        std::reverse(ids.begin(), ids.end());
    return ids;
}

std::vector<std::int64_t> Oracle::search(const std::string& word) const
{
    std::set<std::tuple<bool, std::string, std::int64_t>> hits; // not at the start of the name, order, id
    for (const OfficeCustomer& customer : m_office.customers) {
        const v1::Customer& data = customer.data;
        const bool found = (customer.text + " ").find(" " + word + " ") != std::string::npos ||
                           (word == data.phones(0).number() && !isMasked(v1::SENSITIVE_FIELD_PHONE)) ||
                           (word == data.emails(0).address() && !isMasked(v1::SENSITIVE_FIELD_EMAIL)) ||
                           (word == data.tax_code() && !isMasked(v1::SENSITIVE_FIELD_TAX_CODE));
        if (found && sees(customer) && !customer.binned)
            hits.emplace(customer.text.rfind(" " + word, 0) != 0, customer.order, data.id());
    }
    return idsOf(hits);
}

std::string Oracle::write(v1::Action action, std::int64_t customerId, bool sharesCount) const
{
    if (!may(action))
        return "call.denied";
    const OfficeCustomer* customer = m_office.customer(customerId);
    if (customer == nullptr || !sees(*customer))
        return "customer.not_found";
    const OfficeShare* given = share(customerId);
    const bool byShare = sharesCount && given != nullptr && given->level == v1::SHARE_LEVEL_EDIT;
    return byShare || reaches(action, customer->data.unit_id()) ? "OK" : "call.denied";
}

std::set<std::string> Oracle::history(const OfficeCustomer& customer) const
{
    std::set<std::string> fields = customer.told;
    fields.insert("name");
    for (const auto& [name, field] : kMaskedFields)
        if (!isMasked(field))
            fields.insert(name);
    // Who sees it by a share alone is not told of the others'.
    const bool seesAll = reaches(v1::ACTION_VIEW, customer.data.unit_id());
    if (seesAll ? !customer.toldShares.empty() : customer.toldShares.contains(m_user.id))
        fields.insert("share");
    return fields;
}

} // namespace banhang::test
