#include "server/subscriptions/seen_fields.h"

#include "server/customers/customer_access.h"
#include "server/customers/history_store.h"

namespace banhang::server {

FieldNames seenFields(const Caller& caller, const Match& match)
{
    if (match.change->entity != v1::SUBSCRIBED_ENTITY_CUSTOMER)
        return match.meant.fields;
    FieldNames seen;
    for (const std::string& field : match.meant.fields) {
        const nlohmann::json& change = match.change->fields.at(field);
        if (hidingMask(caller, field) == v1::SENSITIVE_FIELD_UNSPECIFIED &&
            withoutHidden(caller, field, change.value("old", nlohmann::json())) !=
                withoutHidden(caller, field, change.value("new", nlohmann::json())))
            seen.insert(field);
    }
    return seen;
}

} // namespace banhang::server
