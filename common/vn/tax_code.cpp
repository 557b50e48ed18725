#include "common/vn/tax_code.h"

#include "common/vn/fold.h"
#include "common/vn/utf8.h"

#include <array>

namespace banhang::vn {

namespace {

constexpr std::size_t kBusinessDigits = 10;
constexpr std::size_t kPersonalDigits = 12;
constexpr std::size_t kBranchDigits = 13;

bool passes(std::string_view tenDigits)
{
    return taxCheckDigit(tenDigits.substr(0, 9)) == tenDigits[9];
}

bool isPlace(std::string_view personal)
{
    const int place = (personal[0] - '0') * 100 + (personal[1] - '0') * 10 + (personal[2] - '0');
    return place >= 1 && place <= 96;
}

/// Everything but digits, separators and the words people put before a code makes it something else.
bool hasOnlyKnownWords(std::string_view text)
{
    for (const std::string& word : foldWords(text)) {
        const bool digits = word.find_first_not_of("0123456789") == std::string::npos;
        if (!digits && word != "mst" && word != "ma" && word != "so" && word != "thue" && word != "cccd") {
            return false;
        }
    }
    return true;
}

TaxCode business(std::string_view digits, TaxCodeIssue issue)
{
    return {TaxCodeKind::Business,
            passes(digits) ? issue : TaxCodeIssue::Checksum,
            std::string(digits),
            std::string(digits),
            {}};
}

TaxCode branch(std::string_view digits, TaxCodeIssue issue)
{
    const std::string parent(digits.substr(0, kBusinessDigits));
    const std::string_view number = digits.substr(kBusinessDigits);
    if (number == "000") {
        return {TaxCodeKind::Unknown, TaxCodeIssue::Length, {}, {}, {}};
    }
    return {TaxCodeKind::Branch, passes(parent) ? issue : TaxCodeIssue::Checksum, std::string(digits),
            parent + "-" + std::string(number), parent};
}

TaxCode personal(std::string_view digits, TaxCodeIssue issue)
{
    if (!isPlace(digits)) {
        return {TaxCodeKind::Unknown, TaxCodeIssue::Place, {}, {}, {}};
    }
    return {TaxCodeKind::Personal, issue, std::string(digits), std::string(digits), {}};
}

TaxCode twelve(std::string_view digits)
{
    // Every identity number starts with 0 (places 001 to 096) and no business code with 00, so twelve digits that
    // start otherwise can only be a branch whose zero was lost: 106697817001 is 0106697817-001.
    if (digits.front() == '0') {
        return personal(digits, TaxCodeIssue::None);
    }
    const std::string restored = "0" + std::string(digits);
    return passes(restored) ? branch(restored, TaxCodeIssue::ZeroRestored)
                            : TaxCode{TaxCodeKind::Unknown, TaxCodeIssue::Place, {}, {}, {}};
}

TaxCode restoredOr(const TaxCode& restored, TaxCodeIssue otherwise)
{
    return restored.isValid() ? restored : TaxCode{TaxCodeKind::Unknown, otherwise, {}, {}, {}};
}

} // namespace

std::optional<char> taxCheckDigit(std::string_view nineDigits)
{
    static constexpr std::array<int, 9> kWeights = {31, 29, 23, 19, 17, 13, 7, 5, 3};
    int sum = 0;
    for (std::size_t i = 0; i < kWeights.size(); ++i) {
        sum += (nineDigits[i] - '0') * kWeights[i];
    }
    const int digit = 10 - sum % 11;
    return digit == 10 ? std::nullopt : std::optional(static_cast<char>('0' + digit));
}

TaxCode parseTaxCode(std::string_view text)
{
    const std::string digits = digitsOf(text);
    if (digits.empty() || !hasOnlyKnownWords(text)) {
        return {TaxCodeKind::Unknown, TaxCodeIssue::NotDigits, {}, {}, {}};
    }
    switch (digits.size()) {
    case kBusinessDigits:
        return business(digits, TaxCodeIssue::None);
    case kBranchDigits:
        return branch(digits, TaxCodeIssue::None);
    case kPersonalDigits:
        return twelve(digits);
    case kBusinessDigits - 1:
        return restoredOr(business("0" + digits, TaxCodeIssue::ZeroRestored), TaxCodeIssue::Length);
    case kPersonalDigits - 1:
        return restoredOr(personal("0" + digits, TaxCodeIssue::ZeroRestored), TaxCodeIssue::Length);
    default:
        return {TaxCodeKind::Unknown, TaxCodeIssue::Length, {}, {}, {}};
    }
}

std::optional<PersonalCodeFacts> personalCodeFacts(const TaxCode& code)
{
    if (code.kind != TaxCodeKind::Personal) {
        return std::nullopt;
    }
    const int centuryAndSex = code.key[3] - '0';
    const int year = 1900 + centuryAndSex / 2 * 100 + (code.key[4] - '0') * 10 + (code.key[5] - '0');
    return PersonalCodeFacts{year, centuryAndSex % 2 == 0};
}

} // namespace banhang::vn
