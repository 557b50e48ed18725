#include "server/customers/duplicate_rules.h"

#include <algorithm>
#include <cmath>

#include "common/vn/email.h"
#include "common/vn/fold.h"
#include "common/vn/person_name.h"
#include "common/vn/phone.h"
#include "common/vn/tax_code.h"
#include "common/vn/utf8.h"
#include "server/customers/name_rules.h"

namespace banhang::server {

namespace {

struct Weight
{
    std::string_view field;
    Agreement agreement;
    double person;       ///< bits, for two individuals
    double organisation; ///< bits, for two organisations
    std::string_view key;
};

/// log2 of (chance among the same customers / chance among others that share a key), rounded. Estimated on made-up
/// customers with labelled duplicates; household members, namesakes and firms that share a switchboard are why a shared
/// phone alone stays "possible".
constexpr std::array kWeights{
    Weight{"name", Agreement::Same, 9, 11, "duplicate.same_name"},
    Weight{"name", Agreement::Near, 6, 6, "duplicate.near_name"},
    Weight{"name", Agreement::Related, -8, -8, "duplicate.other_part"},
    Weight{"name", Agreement::Different, -6, -6, "duplicate.other_name"},
    Weight{"phones", Agreement::Same, 11, 11, "duplicate.same_phone"},
    Weight{"phones", Agreement::Different, -1, -1, "duplicate.other_phone"},
    Weight{"emails", Agreement::Same, 11, 11, "duplicate.same_email"},
    Weight{"emails", Agreement::Different, -1, -1, "duplicate.other_email"},
    Weight{"tax_code", Agreement::Same, 24, 22, "duplicate.same_tax_code"},
    Weight{"tax_code", Agreement::Near, 2, 2, "duplicate.near_tax_code"},
    Weight{"tax_code", Agreement::Related, -14, -14, "duplicate.branch_tax_code"},
    Weight{"tax_code", Agreement::Different, -9, -9, "duplicate.other_tax_code"},
    Weight{"birthday", Agreement::Same, 10, 0, "duplicate.same_birthday"},
    Weight{"birthday", Agreement::Near, 5, 0, "duplicate.near_birthday"},
    Weight{"birthday", Agreement::Different, -8, 0, "duplicate.other_birthday"},
    Weight{"addresses", Agreement::Same, 5, 5, "duplicate.same_address"},
    Weight{"addresses", Agreement::Near, 2, 2, "duplicate.near_address"},
    Weight{"addresses", Agreement::Different, -2, -2, "duplicate.other_address"},
};

constexpr double kPossibleBits = 5;
constexpr double kLikelyBits = 12;
constexpr double kCertainBits = 19;

struct MaskedField
{
    std::string_view field;
    v1::SensitiveField mask;
};
constexpr std::array kMaskedFields{
    MaskedField{"phones", v1::SENSITIVE_FIELD_PHONE},
    MaskedField{"emails", v1::SENSITIVE_FIELD_EMAIL},
    MaskedField{"birthday", v1::SENSITIVE_FIELD_BIRTHDAY},
    MaskedField{"tax_code", v1::SENSITIVE_FIELD_TAX_CODE},
};

bool isHidden(std::string_view field, const HiddenFields& hidden)
{
    return std::ranges::any_of(kMaskedFields,
                               [&](const MaskedField& masked) { return masked.field == field && hidden[masked.mask]; });
}

FieldComparison compareSets(std::string_view field, const std::set<std::string>& mine,
                            const std::set<std::string>& theirs)
{
    if (mine.empty() || theirs.empty())
        return {field};
    for (const std::string& value : mine)
        if (theirs.contains(value))
            return {field, Agreement::Same, value, value};
    return {field, Agreement::Different, *mine.begin(), *theirs.begin()};
}

FieldComparison compareTaxCodes(const ComparedCustomer& mine, const ComparedCustomer& theirs)
{
    FieldComparison result{"tax_code", Agreement::Unknown, mine.taxKey, theirs.taxKey};
    if (mine.taxKey.empty() || theirs.taxKey.empty())
        return result;
    const auto head = [](const ComparedCustomer& one) { return one.taxParent.empty() ? one.taxKey : one.taxParent; };
    if (mine.taxKey == theirs.taxKey)
        result.agreement = Agreement::Same;
    else if (head(mine) == head(theirs))
        result.agreement = Agreement::Related;
    else if ((mine.taxDoubtful || theirs.taxDoubtful) && isOneSlipApart(mine.taxKey, theirs.taxKey))
        result.agreement = Agreement::Near;
    else
        result.agreement = Agreement::Different;
    return result;
}

/// Day and month swapped, or one part mistyped.
bool isNearDay(const vn::Date& mine, const vn::Date& theirs)
{
    if (mine.year == theirs.year && mine.day == theirs.month && mine.month == theirs.day)
        return true;
    return (mine.year == theirs.year) + (mine.month == theirs.month) + (mine.day == theirs.day) == 2;
}

FieldComparison compareBirthdays(const vn::Date& mine, const vn::Date& theirs)
{
    FieldComparison result{"birthday", Agreement::Unknown, vn::formatDate(mine), vn::formatDate(theirs)};
    if (mine.day == 0 || theirs.day == 0)
        return result;
    if (mine.year == 0 || theirs.year == 0)
        result.agreement =
            mine.day == theirs.day && mine.month == theirs.month ? Agreement::Near : Agreement::Different;
    else if (mine == theirs)
        result.agreement = Agreement::Same;
    else
        result.agreement = isNearDay(mine, theirs) ? Agreement::Near : Agreement::Different;
    return result;
}

FieldComparison comparePlaces(const ComparedCustomer& mine, const ComparedCustomer& theirs)
{
    FieldComparison result{"addresses"};
    if (mine.province.empty() || theirs.province.empty())
        return result;
    if (mine.province != theirs.province) {
        result.agreement = Agreement::Different;
        return result;
    }
    if (!mine.street.empty() && mine.street == theirs.street)
        result.agreement = Agreement::Same;
    else if (!mine.ward.empty() && mine.ward == theirs.ward)
        result.agreement = Agreement::Near;
    result.mine = vn::join(mine.street, " ");
    result.theirs = vn::join(theirs.street, " ");
    return result;
}

FieldComparison compareNames(const ComparedCustomer& mine, const ComparedCustomer& theirs)
{
    FieldComparison result{"name", Agreement::Different, mine.name, theirs.name};
    if (mine.words.empty() || theirs.words.empty())
        result.agreement = Agreement::Unknown;
    else if (mine.part != theirs.part)
        result.agreement = Agreement::Related;
    else if (areSameWords(mine.words, theirs.words))
        result.agreement = Agreement::Same;
    else if (mine.kind == v1::CUSTOMER_KIND_INDIVIDUAL ? areNearPersons(mine.words, theirs.words)
                                                       : areNearOrganisations(mine.words, theirs.words))
        result.agreement = Agreement::Near;
    return result;
}

v1::DuplicateReason reasonOf(const FieldComparison& compared, const Weight& weight, double bits)
{
    v1::DuplicateReason reason;
    reason.set_field(std::string(compared.field));
    reason.set_key(std::string(weight.key));
    if (!compared.mine.empty())
        (*reason.mutable_args())["mine"] = compared.mine;
    if (!compared.theirs.empty())
        (*reason.mutable_args())["theirs"] = compared.theirs;
    reason.set_agrees(bits > 0);
    reason.set_weight(bits);
    return reason;
}

std::string showPhone(const std::string& key)
{
    return vn::displayPhone(key);
}

v1::DuplicateRank rankOf(double bits)
{
    if (bits >= kCertainBits)
        return v1::DUPLICATE_RANK_CERTAIN;
    if (bits >= kLikelyBits)
        return v1::DUPLICATE_RANK_LIKELY;
    return bits >= kPossibleBits ? v1::DUPLICATE_RANK_POSSIBLE : v1::DUPLICATE_RANK_UNSPECIFIED;
}

void addContactPoints(ComparedCustomer& form, const google::protobuf::RepeatedPtrField<v1::Phone>& phones,
                      const google::protobuf::RepeatedPtrField<v1::Email>& emails)
{
    for (const v1::Phone& phone : phones)
        for (const vn::Phone& number : vn::parsePhones(phone.number()))
            if (number.isValid() && number.kind != vn::PhoneKind::Short)
                form.phones.insert(number.key);
    for (const v1::Email& email : emails)
        for (const vn::Email& address : vn::parseEmails(email.address()))
            if (address.isValid() && address.issue != vn::EmailIssue::Placeholder)
                form.emails.insert(address.key);
}

} // namespace

ComparedCustomer comparedForm(const v1::Customer& customer)
{
    ComparedCustomer form;
    form.kind = customer.kind();
    form.name = customer.name();
    if (customer.kind() == v1::CUSTOMER_KIND_INDIVIDUAL) {
        form.words = vn::foldWords(vn::parsePersonName(customer.name()).full());
    } else {
        const vn::CompanyName name = vn::parseCompanyName(customer.name());
        form.words = vn::foldWords(name.core);
        form.part = name.part;
    }
    addContactPoints(form, customer.phones(), customer.emails());
    for (const v1::Contact& contact : customer.contacts())
        addContactPoints(form, contact.phones(), contact.emails());
    const vn::TaxCode tax = vn::parseTaxCode(customer.tax_code());
    form.taxKey = tax.key;
    form.taxParent = tax.parent;
    form.taxDoubtful = !tax.key.empty() && !tax.isValid();
    const v1::Date& day = customer.birthday().date();
    if (!customer.birthday().lunar() && day.month() != 0 && day.day() != 0)
        form.birthday = {day.year(), day.month(), day.day()};
    if (!customer.addresses().empty()) {
        const v1::Address& address = customer.addresses(0);
        form.province = address.province_code().empty() ? vn::foldedName(address.province()) : address.province_code();
        form.ward = address.ward_code().empty() ? vn::foldedName(address.ward()) : address.ward_code();
        form.street = vn::foldWords(address.street());
    }
    return form;
}

std::vector<FieldComparison> compareFields(const ComparedCustomer& mine, const ComparedCustomer& theirs)
{
    return {compareNames(mine, theirs),
            compareSets("phones", mine.phones, theirs.phones),
            compareSets("emails", mine.emails, theirs.emails),
            compareTaxCodes(mine, theirs),
            compareBirthdays(mine.birthday, theirs.birthday),
            comparePlaces(mine, theirs)};
}

DuplicateScore scoreDuplicate(const ComparedCustomer& mine, const ComparedCustomer& theirs, const HiddenFields& hidden)
{
    DuplicateScore score;
    if (mine.kind != theirs.kind)
        return score;
    for (FieldComparison& compared : compareFields(mine, theirs)) {
        const auto weight = std::ranges::find_if(kWeights, [&](const Weight& one) {
            return one.field == compared.field && one.agreement == compared.agreement;
        });
        if (weight == kWeights.end() || isHidden(compared.field, hidden))
            continue;
        if (compared.field == "phones") {
            compared.mine = showPhone(compared.mine);
            compared.theirs = showPhone(compared.theirs);
        }
        const double bits = mine.kind == v1::CUSTOMER_KIND_INDIVIDUAL ? weight->person : weight->organisation;
        score.bits += bits;
        if (bits != 0)
            score.reasons.push_back(reasonOf(compared, *weight, bits));
    }
    score.rank = rankOf(score.bits);
    std::ranges::stable_sort(score.reasons, std::ranges::greater{},
                             [](const v1::DuplicateReason& reason) { return std::abs(reason.weight()); });
    return score;
}

} // namespace banhang::server
