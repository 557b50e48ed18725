#include "server/customers/contact_store.h"

#include <nlohmann/json.hpp>

#include "server/fields/message_json.h"

namespace banhang::server {

using nlohmann::json;

namespace {

#define BANHANG_CONTACT_FIELDS                                                                                         \
    "w.ordinal, coalesce(w.name, ''), coalesce(w.position, ''), w.honorific, coalesce(w.phones, '[]'), "               \
    "coalesce(w.emails, '[]'), w.birthday, coalesce(w.note, '') FROM jsonb_to_recordset($2::jsonb) AS w"               \
    "(id bigint, ordinal integer, name text, position text, honorific smallint, phones jsonb, emails jsonb,"           \
    " birthday jsonb, note text)"

constexpr Statement kInsert{
    "INSERT INTO banhang.contact (customer_id, ordinal, name, position, honorific, phones, emails, birthday, note)"
    " SELECT $1::bigint, " BANHANG_CONTACT_FIELDS " RETURNING id, ordinal"};

constexpr Statement kUpdate{
    "UPDATE banhang.contact t SET (ordinal, name, position, honorific, phones, emails, birthday, note) ="
    " (new.ordinal, new.name, new.position, new.honorific, new.phones, new.emails, new.birthday, new.note)"
    " FROM (SELECT w.id, " BANHANG_CONTACT_FIELDS ") AS new"
    " (id, ordinal, name, position, honorific, phones, emails, birthday, note)"
    " WHERE t.id = new.id AND t.customer_id = $1"};

constexpr Statement kRemove{
    "UPDATE banhang.contact SET removed = true WHERE customer_id = $1 AND id = ANY ($2::bigint[])"};

json rowOf(const v1::Contact& contact, int ordinal)
{
    json row = toJson(contact);
    row["ordinal"] = ordinal;
    row["honorific"] = static_cast<int>(contact.honorific());
    return row;
}

void addContacts(Call& call, const json& added, v1::Customer& customer)
{
    const Rows rows = call.tx.query(kInsert, customer.id(), added.dump());
    for (const Row row : rows)
        customer.mutable_contacts(row.int32(1))->set_id(row.int64(0));
}

} // namespace

void writeContacts(Call& call, const google::protobuf::RepeatedPtrField<v1::Contact>& stored, v1::Customer& customer)
{
    json added = json::array();
    json kept = json::array();
    std::vector<std::int64_t> gone;
    for (const v1::Contact& contact : stored)
        gone.push_back(contact.id());
    for (int i = 0; i < customer.contacts_size(); ++i) {
        const v1::Contact& contact = customer.contacts(i);
        (contact.id() == 0 ? added : kept).push_back(rowOf(contact, i));
        std::erase(gone, contact.id());
    }
    if (!gone.empty())
        call.tx.enqueue(kRemove, customer.id(), gone);
    if (!kept.empty())
        call.tx.enqueue(kUpdate, customer.id(), kept.dump());
    if (!added.empty())
        addContacts(call, added, customer);
}

} // namespace banhang::server
