#include "server/customers/saving/hidden_parts.h"

#include <algorithm>

#include "server/core/call/masking.h"

namespace banhang::server {

void checkHiddenParts(const Caller& caller, const v1::Customer& wanted, Issues& issues)
{
    for (int i = 0; i < wanted.contacts_size(); ++i) {
        const v1::Contact& contact = wanted.contacts(i);
        const std::string at = element("contacts", i);
        const bool phones =
            std::ranges::any_of(contact.phones(), [](const auto& phone) { return !phone.number().empty(); });
        const bool emails =
            std::ranges::any_of(contact.emails(), [](const auto& email) { return !email.address().empty(); });
        if (phones && caller.isMasked(v1::SENSITIVE_FIELD_PHONE))
            addError(issues, at + ".phones", "field.masked");
        if (emails && caller.isMasked(v1::SENSITIVE_FIELD_EMAIL))
            addError(issues, at + ".emails", "field.masked");
        if (contact.has_birthday() && caller.isMasked(v1::SENSITIVE_FIELD_BIRTHDAY))
            addError(issues, at + ".birthday", "field.masked");
    }
}

void restoreHiddenParts(const Caller& caller, const v1::Customer& stored, v1::Customer& wanted)
{
    for (v1::Contact& contact : *wanted.mutable_contacts()) {
        const auto known = std::ranges::find(stored.contacts(), contact.id(), &v1::Contact::id);
        const v1::Contact& source = known != stored.contacts().end() ? *known : v1::Contact::default_instance();
        if (caller.isMasked(v1::SENSITIVE_FIELD_PHONE))
            *contact.mutable_phones() = source.phones();
        if (caller.isMasked(v1::SENSITIVE_FIELD_EMAIL))
            *contact.mutable_emails() = source.emails();
        if (!caller.isMasked(v1::SENSITIVE_FIELD_BIRTHDAY))
            continue;
        contact.clear_birthday();
        if (source.has_birthday())
            *contact.mutable_birthday() = source.birthday();
    }
}

v1::Customer asSeenBy(const Caller& caller, const v1::Customer& customer)
{
    static const Masking masking(*v1::Customer::descriptor());
    v1::Customer seen = customer;
    masking.apply(caller, seen);
    return seen;
}

} // namespace banhang::server
