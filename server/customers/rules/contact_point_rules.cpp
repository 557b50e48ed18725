#include "server/customers/rules/contact_point_rules.h"

#include <map>
#include <string>

#include "common/vn/email.h"
#include "common/vn/phone.h"
#include "common/vn/utf8.h"
#include "server/customers/rules/address_rules.h"

namespace banhang::server {

using google::protobuf::RepeatedPtrField;

namespace {

void checkSeveral(const std::vector<vn::Phone>& numbers, const std::string& path, Issues& issues)
{
    std::vector<std::string> displays;
    displays.reserve(numbers.size());
    for (const vn::Phone& number : numbers)
        displays.push_back(number.isValid() ? number.display : number.typed);
    addWarning(issues, path, "phone.several", {{"count", std::to_string(numbers.size())}}, vn::join(displays, "; "));
}

void checkUnreadable(const vn::Phone& phone, const std::string& path, Issues& issues)
{
    switch (phone.issue) {
    case vn::PhoneIssue::TooShort:
        addWarning(issues, path, "phone.too_short");
        break;
    case vn::PhoneIssue::TooLong:
        addWarning(issues, path, "phone.too_long");
        break;
    case vn::PhoneIssue::NotANumber:
        addError(issues, path, "phone.not_a_number");
        break;
    default:
        addWarning(issues, path, "phone.unknown_prefix");
        break;
    }
}

void checkNumber(const vn::Phone& phone, const v1::Address& home, const std::string& path, Issues& issues)
{
    if (!phone.isValid()) {
        checkUnreadable(phone, path, issues);
        return;
    }
    if (phone.issue == vn::PhoneIssue::Converted) {
        const bool mobile = phone.kind == vn::PhoneKind::Mobile;
        addWarning(issues, path, mobile ? "phone.old_mobile_prefix" : "phone.old_area_code",
                   {{"before", phone.before}, {"now", phone.display}}, phone.display);
    } else if (phone.issue == vn::PhoneIssue::ZeroRestored) {
        addWarning(issues, path, "phone.zero_lost", {{"now", phone.display}}, phone.display);
    }
    // A third of all mobile numbers could be read as a landline of somewhere; only one of the customer's own province
    // is worth a question.
    if (phone.alternative && mayLieIn(home, phone.alternative->area))
        addWarning(
            issues, path, "phone.ambiguous",
            {{"mobile", phone.display}, {"landline", phone.alternative->display}, {"area", phone.alternative->area}},
            phone.alternative->display);
}

} // namespace

void fillPhoneKeys(RepeatedPtrField<v1::Phone>& phones)
{
    for (v1::Phone& phone : phones) {
        const auto numbers = vn::parsePhones(phone.number());
        phone.set_key(numbers.empty() ? std::string() : numbers.front().key);
    }
}

void checkPhones(const RepeatedPtrField<v1::Phone>& phones, const v1::Address& home, std::string_view path,
                 Issues& issues)
{
    std::map<std::string, int> seen;
    for (int i = 0; i < phones.size(); ++i) {
        const std::string at = element(path, i) + ".number";
        const auto numbers = vn::parsePhones(phones[i].number());
        if (numbers.empty())
            continue;
        if (numbers.size() > 1)
            checkSeveral(numbers, at, issues);
        else
            checkNumber(numbers.front(), home, at, issues);
        for (const vn::Phone& number : numbers)
            if (number.isValid() && !seen.emplace(number.key, i).second && seen[number.key] != i)
                addWarning(issues, at, "phone.duplicate", {{"number", number.display}});
    }
}

void checkEmails(const RepeatedPtrField<v1::Email>& emails, std::string_view path, Issues& issues)
{
    std::map<std::string, int> seen;
    for (int i = 0; i < emails.size(); ++i) {
        const std::string at = element(path, i) + ".address";
        if (emails[i].address().empty())
            continue;
        const auto parts = vn::parseEmails(emails[i].address());
        if (parts.size() > 1) {
            std::vector<std::string> typed;
            typed.reserve(parts.size());
            for (const vn::Email& part : parts)
                typed.push_back(part.typed);
            addWarning(issues, at, "email.several", {{"count", std::to_string(parts.size())}}, vn::join(typed, "; "));
            continue;
        }
        const vn::Email email = parts.empty() ? vn::parseEmail(emails[i].address()) : parts.front();
        if (email.issue == vn::EmailIssue::Syntax || !email.isValid())
            addError(issues, at, "email.syntax");
        else if (email.issue == vn::EmailIssue::Placeholder)
            addWarning(issues, at, "email.placeholder");
        else if (email.issue == vn::EmailIssue::Typo)
            addWarning(issues, at, "email.typo", {{"suggestion", email.suggestion}}, email.suggestion);
        if (email.isValid() && !seen.emplace(email.key, i).second)
            addWarning(issues, at, "email.duplicate", {{"address", email.key}});
    }
}

} // namespace banhang::server
