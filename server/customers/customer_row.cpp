#include "server/customers/customer_row.h"

#include "common/day_message.h"
#include "common/vn/sort_key.h"
#include "server/core/database/row_columns.h"
#include "server/customers/rules/address_rules.h"
#include "server/fields/message_json.h"

namespace banhang::server {

using google::protobuf::RepeatedPtrField;
using nlohmann::json;

namespace {

/// An array of entries, or the first of them alone.
template <typename Message>
void readEntries(const Row& row, int column, RepeatedPtrField<Message>& entries)
{
    if (row.isNull(column))
        return;
    const json values = json::parse(row.text(column));
    if (values.is_object()) {
        fromJson(values, *entries.Add());
        return;
    }
    for (const json& value : values)
        fromJson(value, *entries.Add());
}

void readKeys(const Row& row, int column, RepeatedPtrField<std::string>& keys)
{
    for (std::string& key : row.strings(column))
        keys.Add(std::move(key));
}

RowColumns readCommon(const Row& row, v1::Customer& customer)
{
    RowColumns columns(row);
    customer.set_id(columns.id());
    customer.set_code(columns.text());
    customer.set_version(columns.id());
    customer.set_kind(columns.named<v1::CustomerKind>());
    customer.set_name(columns.text());
    customer.set_honorific(columns.named<v1::Honorific>());
    readEntries(row, columns.next(), *customer.mutable_phones());
    readEntries(row, columns.next(), *customer.mutable_emails());
    readEntries(row, columns.next(), *customer.mutable_addresses());
    customer.set_tax_code(columns.text());
    if (const int column = columns.next(); !row.isNull(column))
        fromJson(json::parse(row.text(column)), *customer.mutable_birthday());
    customer.set_website(columns.text());
    customer.set_status_key(columns.text());
    customer.set_tier_key(columns.text());
    customer.set_group_key(columns.text());
    customer.set_source_key(columns.text());
    customer.set_trade_key(columns.text());
    customer.set_occupation_key(columns.text());
    readKeys(row, columns.next(), *customer.mutable_need_keys());
    readKeys(row, columns.next(), *customer.mutable_trait_keys());
    readKeys(row, columns.next(), *customer.mutable_tag_keys());
    customer.set_owner_user_id(columns.id());
    customer.set_unit_id(columns.id());
    customer.set_do_not_call(row.boolean(columns.next()));
    columns.moment([&] { return customer.mutable_create_time(); });
    columns.moment([&] { return customer.mutable_update_time(); });
    columns.moment([&] { return customer.mutable_last_contact_time(); });
    columns.moment([&] { return customer.mutable_next_contact_time(); });
    customer.set_potential(columns.named<v1::Potential>());
    customer.set_pursuit(columns.named<v1::Pursuit>());
    columns.moment([&] { return customer.mutable_callback_time(); });
    customer.set_callback_reason(columns.text());
    customer.set_talk_rhythm_days(static_cast<std::int32_t>(columns.id()));
    customer.set_creator_user_id(columns.id());
    columns.moment([&] { return customer.mutable_delete_time(); });
    return columns;
}

template <typename Message>
std::string entriesJson(const RepeatedPtrField<Message>& entries)
{
    json values = json::array();
    for (const Message& entry : entries)
        values.push_back(toJson(entry));
    return values.dump();
}

std::vector<std::string> keysOf(const RepeatedPtrField<std::string>& keys)
{
    return {keys.begin(), keys.end()};
}

std::optional<std::string> foundedDate(const v1::Customer& customer)
{
    if (!customer.has_founded_date())
        return std::nullopt;
    return vn::formatIsoDate(dateOf(customer.founded_date()));
}

} // namespace

v1::Customer readBasic(const Row& row)
{
    v1::Customer customer;
    readCommon(row, customer);
    return customer;
}

v1::Customer readFull(const Row& row)
{
    v1::Customer customer;
    RowColumns columns = readCommon(row, customer);
    customer.set_gender(columns.named<v1::Gender>());
    columns.day([&] { return customer.mutable_founded_date(); });
    customer.set_income_band_key(columns.text());
    customer.set_finances_key(columns.text());
    readKeys(row, columns.next(), *customer.mutable_habit_keys());
    customer.set_needs_text(columns.text());
    customer.set_business_text(columns.text());
    readEntries(row, columns.next(), *customer.mutable_watch_points());
    customer.set_parent_id(columns.id());
    customer.set_parent_relation(columns.named<v1::ParentRelation>());
    customer.set_note(columns.text());
    customer.set_merged_into_id(columns.id());
    readKeys(row, columns.next(), *customer.mutable_former_codes());
    readEntries(row, columns.next(), *customer.mutable_contacts());
    return customer;
}

Params writtenValues(const v1::Customer& customer)
{
    const bool person = customer.kind() == v1::CUSTOMER_KIND_INDIVIDUAL;
    Params values;
    values.add(static_cast<int>(customer.kind()));
    values.add(customer.name());
    values.add(person ? vn::personSortKey(customer.name()) : vn::companySortKey(customer.name()));
    values.add(static_cast<int>(customer.honorific()));
    values.add(static_cast<int>(customer.gender()));
    values.add(customer.has_birthday() ? std::optional(toJson(customer.birthday()).dump()) : std::nullopt);
    values.add(foundedDate(customer));
    values.add(entriesJson(customer.phones()));
    values.add(entriesJson(customer.emails()));
    values.add(entriesJson(customer.addresses()));
    values.add(customer.addresses().empty() ? std::string() : customer.addresses(0).province_code());
    values.add(customer.tax_code());
    values.add(customer.website());
    values.add(customer.source_key());
    values.add(customer.trade_key());
    values.add(customer.occupation_key());
    values.add(customer.income_band_key());
    values.add(customer.finances_key());
    values.add(keysOf(customer.need_keys()));
    values.add(keysOf(customer.habit_keys()));
    values.add(keysOf(customer.trait_keys()));
    values.add(customer.needs_text());
    values.add(customer.business_text());
    values.add(entriesJson(customer.watch_points()));
    values.add(customer.parent_id() == 0 ? std::nullopt : std::optional<std::int64_t>(customer.parent_id()));
    values.add(static_cast<int>(customer.parent_relation()));
    values.add(customer.status_key());
    values.add(customer.tier_key());
    values.add(customer.group_key());
    values.add(customer.do_not_call());
    values.add(customer.note());
    values.add(customer.addresses().empty() ? std::string() : formerProvince(customer.addresses(0)));
    values.add(keysOf(customer.tag_keys()));
    return values;
}

} // namespace banhang::server
