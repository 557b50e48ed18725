#include "server/customers/rules/customer_rules.h"

#include <algorithm>

#include <google/protobuf/descriptor.h>

#include "common/vn/company_name.h"
#include "common/vn/person_name.h"
#include "common/vn/tax_code.h"
#include "common/vn/utf8.h"
#include "server/customers/rules/address_rules.h"
#include "server/customers/rules/contact_point_rules.h"
#include "server/customers/rules/date_rules.h"
#include "server/fields/record_fields.h"
#include "server/fields/text_rules.h"

namespace banhang::server {

using google::protobuf::RepeatedPtrField;

namespace {

constexpr std::string_view kFirstStatus = "new";

bool saysSomething(std::string_view text)
{
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = vn::nextCodePoint(text, at);
        if (vn::isLetter(c) || (c >= U'0' && c <= U'9'))
            return true;
    }
    return false;
}

void checkName(const v1::Customer& customer, Issues& issues)
{
    if (customer.name().empty())
        return addError(issues, "name", "customer.name.missing");
    if (!saysSomething(customer.name()))
        return addError(issues, "name", "customer.name.no_letters");
    if (customer.kind() != v1::CUSTOMER_KIND_INDIVIDUAL)
        return;
    if (vn::parseCompanyName(customer.name()).form != vn::LegalForm::None) {
        addWarning(issues, "name", "customer.name.looks_like_organisation");
        return;
    }
    const vn::PersonName name = vn::parsePersonName(customer.name());
    if (name.honorific != vn::Honorific::None && !name.given.empty())
        addWarning(issues, "name", "customer.name.has_honorific", {{"name", name.full()}}, name.full());
}

/// What only an individual has, found in an organisation.
void checkOrganisation(const v1::Customer& customer, Issues& issues)
{
    constexpr std::string_view kKey = "customer.only_individuals";
    if (customer.honorific() != v1::HONORIFIC_UNSPECIFIED)
        addError(issues, "honorific", kKey);
    if (customer.gender() != v1::GENDER_UNSPECIFIED)
        addError(issues, "gender", kKey);
    if (customer.has_birthday())
        addError(issues, "birthday", kKey);
    if (!customer.occupation_key().empty())
        addError(issues, "occupation_key", kKey);
    if (!customer.income_band_key().empty())
        addError(issues, "income_band_key", kKey);
}

void checkIndividual(const v1::Customer& customer, Issues& issues)
{
    constexpr std::string_view kKey = "customer.only_organisations";
    if (customer.has_founded_date())
        addError(issues, "founded_date", kKey);
    if (!customer.contacts().empty())
        addError(issues, "contacts", kKey);
    if (customer.parent_id() != 0)
        addError(issues, "parent_id", kKey);
    const bool maleTitle = customer.honorific() == v1::HONORIFIC_ONG || customer.honorific() == v1::HONORIFIC_CHU ||
                           customer.honorific() == v1::HONORIFIC_ANH;
    const bool femaleTitle = customer.honorific() == v1::HONORIFIC_BA || customer.honorific() == v1::HONORIFIC_CHI ||
                             customer.honorific() == v1::HONORIFIC_CO;
    if ((maleTitle && customer.gender() == v1::GENDER_FEMALE) || (femaleTitle && customer.gender() == v1::GENDER_MALE))
        addWarning(issues, "gender", "customer.gender.against_honorific");
}

/// The identity number of a person tells the birth year and the sex; it may be told against what else was typed.
void checkPersonalCode(const v1::Customer& customer, const vn::TaxCode& code, Issues& issues)
{
    const auto facts = vn::personalCodeFacts(code);
    if (!facts || customer.kind() != v1::CUSTOMER_KIND_INDIVIDUAL)
        return;
    const int year = customer.birthday().date().year();
    if (year != 0 && !customer.birthday().lunar() && year != facts->birthYear)
        addWarning(issues, "tax_code", "customer.tax_code.birth_year", {{"year", std::to_string(facts->birthYear)}});
    if ((customer.gender() == v1::GENDER_MALE && !facts->male) ||
        (customer.gender() == v1::GENDER_FEMALE && facts->male))
        addWarning(issues, "tax_code", "customer.tax_code.gender");
}

void checkTaxCode(const v1::Customer& customer, Issues& issues)
{
    if (customer.tax_code().empty())
        return;
    const vn::TaxCode code = vn::parseTaxCode(customer.tax_code());
    switch (code.issue) {
    case vn::TaxCodeIssue::None:
        break;
    case vn::TaxCodeIssue::ZeroRestored:
        addWarning(issues, "tax_code", "customer.tax_code.zero_lost", {{"now", code.display}}, code.display);
        break;
    case vn::TaxCodeIssue::Checksum:
        addWarning(issues, "tax_code", "customer.tax_code.checksum", {{"code", code.display}});
        break;
    case vn::TaxCodeIssue::Place:
        addWarning(issues, "tax_code", "customer.tax_code.place");
        break;
    case vn::TaxCodeIssue::Length:
        addWarning(issues, "tax_code", "customer.tax_code.length");
        break;
    case vn::TaxCodeIssue::NotDigits:
        addWarning(issues, "tax_code", "customer.tax_code.not_digits");
        break;
    }
    checkPersonalCode(customer, code, issues);
}

const v1::Address& homeOf(const v1::Customer& customer)
{
    return customer.addresses().empty() ? v1::Address::default_instance() : customer.addresses(0);
}

void checkContacts(const v1::Customer& customer, const vn::Date& today, Issues& issues)
{
    for (int i = 0; i < customer.contacts_size(); ++i) {
        const v1::Contact& contact = customer.contacts(i);
        const std::string at = element("contacts", i);
        if (contact.name().empty() ? contact.phones_size() + contact.emails_size() > 0 || !contact.position().empty()
                                   : !saysSomething(contact.name()))
            addError(issues, at + ".name", "contact.name.missing");
        checkPhones(contact.phones(), homeOf(customer), at + ".phones", issues);
        checkEmails(contact.emails(), at + ".emails", issues);
        if (contact.has_birthday())
            checkBirthday(contact.birthday(), at + ".birthday", today, issues);
    }
}

void checkPicks(const v1::Customer& customer, const RuleContext& context, Issues& issues)
{
    std::set<std::string> seen;
    for (const UsedPick& pick : usedPicks(customer)) {
        const auto list = context.pickKeys.find(pick.list);
        if (list == context.pickKeys.end() || !list->second.contains(pick.key))
            addError(issues, pick.path, "pick_item.unknown", {{"list", pick.list}, {"key", pick.key}});
        else if (!seen.insert(pick.list + "." + pick.key).second)
            addWarning(issues, pick.path, "pick_item.twice", {{"list", pick.list}, {"key", pick.key}});
    }
}

void checkParent(const v1::Customer& customer, const RuleContext& context, Issues& issues)
{
    if (customer.parent_id() == 0) {
        if (customer.parent_relation() != v1::PARENT_RELATION_UNSPECIFIED)
            addError(issues, "parent_relation", "customer.parent.missing");
        return;
    }
    if (customer.parent_relation() == v1::PARENT_RELATION_UNSPECIFIED)
        addError(issues, "parent_relation", "customer.parent.relation_missing");
    if (!context.parent)
        return addError(issues, "parent_id", "customer.parent.not_found");
    if (context.parent->kind != v1::CUSTOMER_KIND_ORGANISATION)
        addError(issues, "parent_id", "customer.parent.not_organisation");
    if (customer.id() != 0 &&
        std::ranges::find(context.parent->ancestors, customer.id()) != context.parent->ancestors.end())
        addError(issues, "parent_id", "customer.parent.cycle");
}

void checkWatchPoints(const v1::Customer& customer, const RuleContext& context, Issues& issues)
{
    for (int i = 0; i < customer.watch_points_size(); ++i) {
        const std::int64_t unit = customer.watch_points(i).unit_id();
        if (unit != 0 && !context.units.contains(unit))
            addError(issues, element("watch_points", i) + ".unit_id", "unit.not_found");
    }
}

template <typename Message, typename Says>
void keepIf(RepeatedPtrField<Message>& list, Says says)
{
    list.erase(std::remove_if(list.begin(), list.end(), [&](const Message& entry) { return !says(entry); }),
               list.end());
}

void dropEmpty(RepeatedPtrField<v1::Phone>& phones, RepeatedPtrField<v1::Email>& emails)
{
    keepIf(phones, [](const v1::Phone& phone) { return !phone.number().empty(); });
    keepIf(emails, [](const v1::Email& email) { return !email.address().empty(); });
}

} // namespace

std::vector<UsedPick> usedPicks(const v1::Customer& customer)
{
    std::vector<UsedPick> used;
    const auto one = [&](std::string_view list, const std::string& key) {
        if (!key.empty())
            used.push_back({std::string(list), key, std::string(list) + "_key"});
    };
    const auto many = [&](std::string_view list, const RepeatedPtrField<std::string>& keys) {
        for (int i = 0; i < keys.size(); ++i)
            used.push_back({std::string(list), keys[i], element(std::string(list) + "_keys", i)});
    };
    one("source", customer.source_key());
    one("trade", customer.trade_key());
    one("occupation", customer.occupation_key());
    one("income_band", customer.income_band_key());
    one("finances", customer.finances_key());
    many("need", customer.need_keys());
    many("habit", customer.habit_keys());
    many("trait", customer.trait_keys());
    many("tag", customer.tag_keys());
    one("status", customer.status_key());
    one("tier", customer.tier_key());
    one("group", customer.group_key());
    return used;
}

void prepareCustomer(v1::Customer& customer)
{
    tidyTexts(customer);
    fillPhoneKeys(*customer.mutable_phones());
    for (v1::Contact& contact : *customer.mutable_contacts())
        fillPhoneKeys(*contact.mutable_phones());
    for (v1::Address& address : *customer.mutable_addresses())
        fillUnitCodes(address);
    if (customer.status_key().empty())
        customer.set_status_key(std::string(kFirstStatus));
    customer.clear_masked_fields();
}

void dropEmptyEntries(v1::Customer& customer)
{
    dropEmpty(*customer.mutable_phones(), *customer.mutable_emails());
    keepIf(*customer.mutable_addresses(), [](const v1::Address& address) {
        return !(address.street().empty() && address.ward().empty() && address.district().empty() &&
                 address.province().empty() && address.ward_code().empty() && address.province_code().empty() &&
                 address.old_ward_code().empty() && address.old_province_code().empty());
    });
    for (v1::Contact& contact : *customer.mutable_contacts())
        dropEmpty(*contact.mutable_phones(), *contact.mutable_emails());
    keepIf(*customer.mutable_contacts(), [](const v1::Contact& contact) { return !contact.name().empty(); });
    keepIf(*customer.mutable_watch_points(), [](const v1::WatchPoint& point) { return !point.text().empty(); });
}

Issues checkCustomer(const v1::Customer& customer, const RuleContext& context)
{
    Issues issues;
    const bool known =
        customer.kind() == v1::CUSTOMER_KIND_INDIVIDUAL || customer.kind() == v1::CUSTOMER_KIND_ORGANISATION;
    if (!known)
        addError(issues, "kind", "customer.kind.missing");
    checkValues(customer, issues);
    checkName(customer, issues);
    if (customer.kind() == v1::CUSTOMER_KIND_ORGANISATION)
        checkOrganisation(customer, issues);
    if (customer.kind() == v1::CUSTOMER_KIND_INDIVIDUAL)
        checkIndividual(customer, issues);
    if (customer.has_birthday() && customer.kind() != v1::CUSTOMER_KIND_ORGANISATION)
        checkBirthday(customer.birthday(), "birthday", context.today, issues);
    if (customer.has_founded_date() && customer.kind() != v1::CUSTOMER_KIND_INDIVIDUAL)
        checkFoundedDate(customer.founded_date(), "founded_date", context.today, issues);
    checkPhones(customer.phones(), homeOf(customer), "phones", issues);
    checkEmails(customer.emails(), "emails", issues);
    checkAddresses(customer.addresses(), "addresses", issues);
    checkContacts(customer, context.today, issues);
    checkTaxCode(customer, issues);
    checkPicks(customer, context, issues);
    checkParent(customer, context, issues);
    checkWatchPoints(customer, context, issues);
    sortByField(issues, *v1::Customer::descriptor());
    return issues;
}

Issues issuesOfEdit(const Issues& issues, const std::set<std::string>& fields)
{
    Issues own;
    for (const v1::FieldIssue& issue : issues)
        if (issue.severity() != v1::SEVERITY_ERROR ||
            fields.contains(issue.path().substr(0, issue.path().find_first_of(".["))))
            own.push_back(issue);
    return own;
}

bool hasErrors(const Issues& issues)
{
    return std::ranges::any_of(issues,
                               [](const v1::FieldIssue& issue) { return issue.severity() == v1::SEVERITY_ERROR; });
}

} // namespace banhang::server
