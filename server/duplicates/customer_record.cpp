#include "server/duplicates/customer_record.h"

#include "common/match/reading.h"

namespace banhang::server {

namespace {

void addContactPoints(match::Texts& texts, const google::protobuf::RepeatedPtrField<v1::Phone>& phones,
                      const google::protobuf::RepeatedPtrField<v1::Email>& emails)
{
    for (const v1::Phone& phone : phones)
        texts.phones.push_back(phone.number());
    for (const v1::Email& email : emails)
        texts.emails.push_back(email.address());
}

/// Lunar days are left out: half of the dates in lists do not say which calendar they mean.
vn::Date birthdayOf(const v1::Customer& customer)
{
    const v1::Date& day = customer.birthday().date();
    return customer.birthday().lunar() ? vn::Date{} : vn::Date{day.year(), day.month(), day.day()};
}

match::AddressTexts addressOf(const v1::Address& address)
{
    return {address.street(),    address.ward(),          address.district(),     address.province(),
            address.ward_code(), address.old_ward_code(), address.province_code()};
}

} // namespace

match::Record recordOf(const v1::Customer& customer)
{
    match::Texts texts;
    texts.kind = customer.kind() == v1::CUSTOMER_KIND_INDIVIDUAL ? match::Kind::Person : match::Kind::Organisation;
    texts.name = customer.name();
    addContactPoints(texts, customer.phones(), customer.emails());
    for (const v1::Contact& contact : customer.contacts())
        addContactPoints(texts, contact.phones(), contact.emails());
    texts.taxCode = customer.tax_code();
    texts.birthday = birthdayOf(customer);
    for (const v1::Address& address : customer.addresses())
        texts.addresses.push_back(addressOf(address));
    return match::read(texts);
}

void hideFields(match::Record& record, const HiddenFields& hidden)
{
    if (hidden[v1::SENSITIVE_FIELD_PHONE])
        record.phones.clear();
    if (hidden[v1::SENSITIVE_FIELD_EMAIL])
        record.emails.clear();
    if (hidden[v1::SENSITIVE_FIELD_BIRTHDAY])
        record.birthday = {};
    if (hidden[v1::SENSITIVE_FIELD_TAX_CODE]) {
        record.taxCode.clear();
        record.taxParent.clear();
        record.taxDoubtful = false;
        record.nationalId.clear();
    }
}

} // namespace banhang::server
