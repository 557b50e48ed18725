#include "server/merging/undo_rules.h"

#include <algorithm>

#include "server/fields/message_json.h"

namespace banhang::server {

using google::protobuf::FieldDescriptor;
using nlohmann::json;

namespace {

bool contains(const json& list, const json& entry)
{
    return list.is_array() && std::ranges::find(list, entry) != list.end();
}

/// Takes away what the change took away and adds what it added; where the list is as the change found it, it becomes
/// what the change left, order included.
json retoldList(const json& now, const json& before, const json& after)
{
    if (now == before)
        return after;
    json result = json::array();
    for (const json& entry : now)
        if (!contains(before, entry) || contains(after, entry))
            result.push_back(entry);
    for (const json& entry : after)
        if (!contains(before, entry) && !contains(result, entry))
            result.push_back(entry);
    return result;
}

json listOf(const json& value)
{
    return value.is_array() ? value : json::array();
}

void retell(const json& fields, v1::Customer& customer)
{
    for (const auto& [name, change] : fields.items()) {
        const FieldDescriptor* field = v1::Customer::descriptor()->FindFieldByName(name);
        // Shares and merges are in the history too, but are no fields.
        if (field == nullptr || name == "contacts" || !change.contains("new"))
            continue;
        if (!field->is_repeated()) {
            fieldFromJson(change.at("new"), customer, *field);
            continue;
        }
        const json now = fieldToJson(customer, *field);
        fieldFromJson(retoldList(now, listOf(change.value("old", json())), listOf(change.at("new"))), customer, *field);
    }
}

/// What an earlier merge had brought is brought by this one, if that one never was.
void bringAnew(const json& brought, v1::Customer& customer)
{
    for (const auto& [name, entries] : brought.items()) {
        const FieldDescriptor* field = v1::Customer::descriptor()->FindFieldByName(name);
        if (field == nullptr || !field->is_repeated())
            continue;
        json now = fieldToJson(customer, *field);
        for (const json& entry : entries)
            if (!contains(now, entry))
                now.push_back(entry);
        fieldFromJson(now, customer, *field);
    }
}

} // namespace

v1::Customer retold(const v1::Customer& base, const std::vector<PastChange>& changes,
                    const std::vector<VersionSpan>& without)
{
    v1::Customer customer = base;
    for (const PastChange& change : changes) {
        const bool isLeftOut =
            std::ranges::any_of(without, [&](const VersionSpan& span) { return span.contains(change.version); });
        if (isLeftOut)
            continue;
        retell(change.fields, customer);
        bringAnew(change.brought, customer);
    }
    return customer;
}

} // namespace banhang::server
