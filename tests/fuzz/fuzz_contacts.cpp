// Any bytes as phones, e-mails, tax codes and dates: nothing crashes, and a key that was found is found again from
// itself.
#include "common/vn/date_text.h"
#include "common/vn/email.h"
#include "common/vn/phone.h"
#include "common/vn/tax_code.h"
#include "tests/fuzz/fuzz_check.h"

using namespace banhang;

namespace {

void checkPhones(std::string_view text)
{
    for (const vn::Phone& phone : vn::parsePhones(text)) {
        if (!phone.isValid())
            continue;
        fuzz::require(!phone.key.empty(), "a valid phone has a key");
        fuzz::require(vn::parsePhone(phone.display).key == phone.key, "a phone's display leads to its key");
    }
    vn::parsePhone(text);
    vn::displayPhone(text);
    vn::phoneSearchDigits(text);
}

void checkEmails(std::string_view text)
{
    for (const vn::Email& email : vn::parseEmails(text))
        if (email.isValid())
            fuzz::require(vn::parseEmail(email.key).key == email.key, "an e-mail's key leads to itself");
    vn::parseEmail(text);
}

void checkTaxCode(std::string_view text)
{
    const vn::TaxCode code = vn::parseTaxCode(text);
    if (code.isValid())
        fuzz::require(vn::parseTaxCode(code.key).key == code.key, "a tax code's key leads to itself");
    vn::personalCodeFacts(code);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text = fuzz::asText(data, size);
    checkPhones(text);
    checkEmails(text);
    checkTaxCode(text);
    const vn::Date today{2026, 2, 17};
    vn::parseDate(text, today);
    vn::parseDate(text, today, vn::YearHint::Past);
    return 0;
}
