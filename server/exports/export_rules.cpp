#include "server/exports/export_rules.h"

#include <algorithm>
#include <functional>
#include <map>
#include <string_view>

#include "common/day_message.h"
#include "common/error.h"
#include "common/vn/address.h"
#include "common/vn/utf8.h"
#include "server/fields/issue_rules.h"

namespace banhang::server {

namespace {

constexpr int kMaxColumns = 60;
constexpr int kMaxIds = 10'000;
constexpr std::int64_t kSecondsOfDay = 86'400;
/// Viet Nam has had one time, without summer time, since 1975.
constexpr std::int64_t kVietNamSeconds = 7LL * 3600;

using sheets::SheetValue;
using Words = google::protobuf::Map<std::string, std::string>;

std::string word(const Words& words, const std::string& key)
{
    const auto found = words.find(key);
    return found == words.end() ? key : found->second;
}

/// The label of a pick-list item; the key where the client knows no label.
std::string pick(const Words& words, std::string_view list, const std::string& key)
{
    if (key.empty())
        return {};
    const auto found = words.find(std::string(list) + "." + key);
    return found == words.end() ? key : found->second;
}

std::string picks(const Words& words, std::string_view list,
                  const google::protobuf::RepeatedPtrField<std::string>& keys)
{
    std::vector<std::string> labels;
    for (const std::string& key : keys)
        labels.push_back(pick(words, list, key));
    return vn::join(labels, "; ");
}

std::string phones(const google::protobuf::RepeatedPtrField<v1::Phone>& list)
{
    std::vector<std::string> numbers;
    for (const v1::Phone& phone : list)
        numbers.push_back(phone.number());
    return vn::join(numbers, " / ");
}

std::string emails(const google::protobuf::RepeatedPtrField<v1::Email>& list)
{
    std::vector<std::string> addresses;
    for (const v1::Email& email : list)
        addresses.push_back(email.address());
    return vn::join(addresses, "; ");
}

SheetValue day(const v1::Date& date)
{
    const vn::Date value = dateOf(date);
    if (value.day == 0)
        return value.year == 0 ? SheetValue() : SheetValue(std::to_string(value.year));
    if (value.year == 0 || !vn::isValid(value))
        return vn::formatDate(value);
    return value;
}

SheetValue birthday(const Words& words, const v1::Birthday& birthday)
{
    if (!birthday.lunar() || birthday.date().day() == 0)
        return day(birthday.date());
    // Not a day of the calendar that a sheet counts in.
    const v1::Date& date = birthday.date();
    std::string text = std::to_string(date.day()) + "/" + std::to_string(date.month());
    if (date.year() != 0)
        text += "/" + std::to_string(date.year());
    text += " " + word(words, "lunar");
    return birthday.leap_month() ? text + " " + word(words, "leap_month") : text;
}

SheetValue momentDay(const google::protobuf::Timestamp& moment)
{
    if (moment.seconds() == 0)
        return {};
    return vn::fromDays((moment.seconds() + kVietNamSeconds) / kSecondsOfDay);
}

const v1::Address& place(const v1::Customer& customer)
{
    return customer.addresses().empty() ? v1::Address::default_instance() : customer.addresses(0);
}

const v1::Contact& contact(const v1::Customer& customer)
{
    return customer.contacts().empty() ? v1::Contact::default_instance() : customer.contacts(0);
}

std::string wholeAddress(const v1::Customer& customer)
{
    const v1::Address& address = place(customer);
    return vn::formatAddress(address.street(), address.ward(), address.district(), address.province());
}

std::string user(const Words& words, std::int64_t userId)
{
    return userId == 0 ? std::string() : pick(words, "user", std::to_string(userId));
}

std::string watchPoints(const v1::Customer& customer)
{
    std::vector<std::string> texts;
    for (const v1::WatchPoint& point : customer.watch_points())
        texts.push_back(point.text());
    return vn::join(texts, "\n");
}

using Cell = SheetValue (*)(const v1::Customer&, const Words&);
using C = v1::Customer;
using W = Words;

const std::map<std::string, Cell, std::less<>>& cells()
{
    static const std::map<std::string, Cell, std::less<>> kCells{
        {"code", [](const C& c, const W&) { return SheetValue(c.code()); }},
        {"kind", [](const C& c, const W& w) { return SheetValue(word(w, v1::CustomerKind_Name(c.kind()))); }},
        {"name", [](const C& c, const W&) { return SheetValue(c.name()); }},
        {"honorific",
         [](const C& c, const W& w) {
             return c.honorific() == v1::HONORIFIC_UNSPECIFIED ? SheetValue()
                                                               : SheetValue(word(w, v1::Honorific_Name(c.honorific())));
         }},
        {"gender",
         [](const C& c, const W& w) {
             return c.gender() == v1::GENDER_UNSPECIFIED ? SheetValue()
                                                         : SheetValue(word(w, v1::Gender_Name(c.gender())));
         }},
        {"birthday", [](const C& c, const W& w) { return birthday(w, c.birthday()); }},
        {"founded_date", [](const C& c, const W&) { return day(c.founded_date()); }},
        {"phones", [](const C& c, const W&) { return SheetValue(phones(c.phones())); }},
        {"emails", [](const C& c, const W&) { return SheetValue(emails(c.emails())); }},
        {"address", [](const C& c, const W&) { return SheetValue(wholeAddress(c)); }},
        {"street", [](const C& c, const W&) { return SheetValue(place(c).street()); }},
        {"ward", [](const C& c, const W&) { return SheetValue(place(c).ward()); }},
        {"district", [](const C& c, const W&) { return SheetValue(place(c).district()); }},
        {"province", [](const C& c, const W&) { return SheetValue(place(c).province()); }},
        {"contact_name", [](const C& c, const W&) { return SheetValue(contact(c).name()); }},
        {"contact_position", [](const C& c, const W&) { return SheetValue(contact(c).position()); }},
        {"contact_phones", [](const C& c, const W&) { return SheetValue(phones(contact(c).phones())); }},
        {"contact_emails", [](const C& c, const W&) { return SheetValue(emails(contact(c).emails())); }},
        {"tax_code", [](const C& c, const W&) { return SheetValue(c.tax_code()); }},
        {"website", [](const C& c, const W&) { return SheetValue(c.website()); }},
        {"source_key", [](const C& c, const W& w) { return SheetValue(pick(w, "source", c.source_key())); }},
        {"trade_key", [](const C& c, const W& w) { return SheetValue(pick(w, "trade", c.trade_key())); }},
        {"occupation_key",
         [](const C& c, const W& w) { return SheetValue(pick(w, "occupation", c.occupation_key())); }},
        {"income_band_key",
         [](const C& c, const W& w) { return SheetValue(pick(w, "income_band", c.income_band_key())); }},
        {"finances_key", [](const C& c, const W& w) { return SheetValue(pick(w, "finances", c.finances_key())); }},
        {"need_keys", [](const C& c, const W& w) { return SheetValue(picks(w, "need", c.need_keys())); }},
        {"habit_keys", [](const C& c, const W& w) { return SheetValue(picks(w, "habit", c.habit_keys())); }},
        {"trait_keys", [](const C& c, const W& w) { return SheetValue(picks(w, "trait", c.trait_keys())); }},
        {"needs_text", [](const C& c, const W&) { return SheetValue(c.needs_text()); }},
        {"business_text", [](const C& c, const W&) { return SheetValue(c.business_text()); }},
        {"watch_points", [](const C& c, const W&) { return SheetValue(watchPoints(c)); }},
        {"status_key", [](const C& c, const W& w) { return SheetValue(pick(w, "status", c.status_key())); }},
        {"tier_key", [](const C& c, const W& w) { return SheetValue(pick(w, "tier", c.tier_key())); }},
        {"group_key", [](const C& c, const W& w) { return SheetValue(pick(w, "group", c.group_key())); }},
        {"tag_keys", [](const C& c, const W& w) { return SheetValue(picks(w, "tag", c.tag_keys())); }},
        {"owner_user_id", [](const C& c, const W& w) { return SheetValue(user(w, c.owner_user_id())); }},
        {"do_not_call", [](const C& c, const W& w) { return SheetValue(word(w, c.do_not_call() ? "yes" : "no")); }},
        {"note", [](const C& c, const W&) { return SheetValue(c.note()); }},
        {"create_time", [](const C& c, const W&) { return momentDay(c.create_time()); }},
        {"update_time", [](const C& c, const W&) { return momentDay(c.update_time()); }},
        {"last_contact_time", [](const C& c, const W&) { return momentDay(c.last_contact_time()); }},
    };
    return kCells;
}

v1::FieldIssue error(const std::string& path, const char* key, ErrorArgs args = {})
{
    return fieldIssue(v1::SEVERITY_ERROR, path, key, args);
}

} // namespace

std::vector<v1::FieldIssue> exportIssues(const v1::ExportCustomersRequest& request)
{
    std::vector<v1::FieldIssue> issues;
    if (request.format() != v1::EXPORT_FORMAT_XLSX && request.format() != v1::EXPORT_FORMAT_CSV)
        issues.push_back(error("format", "field.unknown_value"));
    if (request.columns().empty() || request.columns_size() > kMaxColumns)
        issues.push_back(error("columns", "export.columns", {{"max", std::to_string(kMaxColumns)}}));
    for (int i = 0; i < std::min(request.columns_size(), kMaxColumns); ++i)
        if (!cells().contains(request.columns(i).field()))
            issues.push_back(error("columns[" + std::to_string(i) + "].field", "field.unknown_value"));
    checkCount(issues, "customer_ids", request.customer_ids_size(), kMaxIds);
    return issues;
}

std::vector<std::string> exportTitles(const v1::ExportCustomersRequest& request)
{
    std::vector<std::string> titles;
    for (const v1::ExportColumn& column : request.columns())
        titles.push_back(column.title().empty() ? column.field() : column.title());
    return titles;
}

std::vector<SheetValue> exportRow(const v1::ExportCustomersRequest& request, const v1::Customer& customer)
{
    std::vector<SheetValue> row;
    row.reserve(static_cast<std::size_t>(request.columns_size()));
    for (const v1::ExportColumn& column : request.columns())
        row.push_back(cells().find(column.field())->second(customer, request.words()));
    return row;
}

} // namespace banhang::server
