#include "common/vn/phone.h"

#include "common/vn/phone_plan.h"
#include "common/vn/phone_text.h"
#include "common/vn/utf8.h"

#include <algorithm>
#include <array>

namespace banhang::vn {

namespace {

constexpr std::string_view kVietnam = "84";

std::string grouped(std::string_view national, std::initializer_list<std::size_t> sizes)
{
    std::string result;
    std::size_t at = 0;
    for (const std::size_t size : sizes) {
        if (at >= national.size()) {
            break;
        }
        result += (at == 0 ? "" : " ");
        result += national.substr(at, size);
        at += size;
    }
    return result;
}

bool isService(std::string_view digits)
{
    return (digits.starts_with("1800") || digits.starts_with("1900")) && (digits.size() == 8 || digits.size() == 10);
}

// Three-digit emergency numbers and the four- to six-digit help lines of the plan (108x, 116x, 119x; 18001xxx are
// service numbers).
bool isShort(std::string_view digits)
{
    static constexpr std::array<std::string_view, 5> kEmergency = {"111", "112", "113", "114", "115"};
    return std::ranges::find(kEmergency, digits) != kEmergency.end() ||
           (digits.size() == 4 &&
            (digits.starts_with("108") || digits.starts_with("116") || digits.starts_with("119")));
}

std::string keyOf(std::string_view national)
{
    return std::string(kVietnam) + std::string(national.starts_with('0') ? national.substr(1) : national);
}

std::string displayNational(std::string_view national)
{
    if (isService(national)) {
        return national.size() == 8 ? grouped(national, {4, 4}) : grouped(national, {4, 3, 3});
    }
    if (const AreaCode* area = findArea(national)) {
        return area->prefix.size() == 3 ? grouped(national, {3, 4, 4}) : grouped(national, {4, 3, 4});
    }
    return national.size() > 6 ? grouped(national, {4, 3, 4}) : std::string(national);
}

std::string displayForeign(std::string_view digits)
{
    const auto code = countryCode(digits);
    std::string_view rest = digits.substr(code.size());
    std::string result = "+" + std::string(code);
    while (!rest.empty()) {
        // Threes and fours, no lonely digit at the end.
        const std::size_t left = rest.size();
        const std::size_t size = left <= 4 ? left : left == 8 ? 4 : left == 5 ? 2 : 3;
        result += " " + std::string(rest.substr(0, size));
        rest.remove_prefix(size);
    }
    return result;
}

void accept(Phone& phone, PhoneKind kind, std::string_view national, std::string_view place)
{
    phone.kind = kind;
    phone.key = keyOf(national);
    phone.display = displayNational(national);
    phone.place = place;
}

void convert(Phone& phone, PhoneKind kind, std::string_view old, std::string_view oldPrefix, std::string_view newPrefix,
             std::string_view place)
{
    accept(phone, kind, std::string(newPrefix) + std::string(old.substr(oldPrefix.size())), place);
    phone.issue = PhoneIssue::Converted;
    phone.before = kind == PhoneKind::Mobile ? grouped(old, {4, 4, 3})
                                             : grouped(old, {oldPrefix.size(), subscriberDigits(newPrefix) - 4, 4});
}

std::optional<PhoneAlternative> oldLandlineReading(std::string_view national)
{
    const AreaCode* area = findAreaBefore2017(national);
    if (area == nullptr) {
        return std::nullopt;
    }
    const std::string now = std::string(area->prefix) + std::string(national.substr(area->before2017.size()));
    return PhoneAlternative{keyOf(now), displayNational(now), std::string(area->province)};
}

/// Reads digits that start with the trunk zero; false if the plan does not have them.
bool readNational(Phone& phone, std::string_view national)
{
    const AreaCode* area = findArea(national);
    const AreaCode* oldArea = findAreaBefore2017(national);
    if (const MobilePrefix* mobile = findMobile(national)) {
        accept(phone, PhoneKind::Mobile, national, mobile->carrier);
        phone.alternative = oldLandlineReading(national);
    } else if (const MobilePrefix* oldMobile = findMobileBefore2018(national)) {
        convert(phone, PhoneKind::Mobile, national, oldMobile->before2018, oldMobile->prefix, oldMobile->carrier);
    } else if (oldArea != nullptr) {
        // Before today's areas: 0240, 0241, 0280, 0281 were other places than 024 and 028, where no number starts so.
        convert(phone, PhoneKind::Landline, national, oldArea->before2017, oldArea->prefix, oldArea->province);
    } else if (area != nullptr) {
        accept(phone, PhoneKind::Landline, national, area->province);
    } else {
        return false;
    }
    return true;
}

bool readService(Phone& phone, std::string_view digits)
{
    if (!isService(digits) && !isShort(digits)) {
        return false;
    }
    accept(phone, isService(digits) ? PhoneKind::Service : PhoneKind::Short, digits, {});
    return true;
}

bool readForeign(Phone& phone, std::string_view digits)
{
    // ITU-T E.164 allows 15 digits; the shortest international numbers in use have 7.
    if (countryCode(digits).empty() || digits.size() < 7 || digits.size() > 15) {
        return false;
    }
    phone.kind = PhoneKind::Foreign;
    phone.key = digits;
    phone.display = displayForeign(digits);
    return true;
}

bool readAfterCountryCode(Phone& phone, std::string_view rest)
{
    // "+84 (0)389..." and "+84 1900 1234".
    return readNational(phone, rest.starts_with('0') ? std::string(rest) : "0" + std::string(rest)) ||
           readService(phone, rest);
}

bool readInternational(Phone& phone, std::string_view digits)
{
    return digits.starts_with(kVietnam) ? readAfterCountryCode(phone, digits.substr(kVietnam.size()))
                                        : readForeign(phone, digits);
}

bool readWithoutZero(Phone& phone, std::string_view digits)
{
    if (digits.starts_with('0') || !readNational(phone, "0" + std::string(digits))) {
        return false;
    }
    if (phone.issue == PhoneIssue::None) {
        phone.issue = PhoneIssue::ZeroRestored;
    }
    return true;
}

/// Digits without a sign of the country: the zero may be missing, or be 84.
bool readDomestic(Phone& phone, std::string_view digits)
{
    return readNational(phone, digits) || readService(phone, digits) ||
           (digits.starts_with(kVietnam) && readAfterCountryCode(phone, digits.substr(kVietnam.size()))) ||
           readWithoutZero(phone, digits);
}

PhoneIssue whyUnread(std::string_view digits)
{
    if (digits.size() < 3) {
        return PhoneIssue::NotANumber;
    }
    const bool landline = digits.starts_with("02");
    const std::size_t expected = landline ? 11 : 10;
    if (digits.size() < expected) {
        return PhoneIssue::TooShort;
    }
    return digits.size() > 11 || (landline && digits.size() > expected) ? PhoneIssue::TooLong
                                                                        : PhoneIssue::UnknownPrefix;
}

void readDigits(Phone& phone, std::string_view digits, bool plus)
{
    const bool doubleZero = digits.starts_with("00");
    const bool zeroCountry = digits.starts_with("084") && digits.size() > 11; // a mixture of 0... and +84...
    const bool read = plus          ? readInternational(phone, digits)
                      : doubleZero  ? readInternational(phone, digits.substr(2))
                      : zeroCountry ? readAfterCountryCode(phone, digits.substr(3))
                                    : readDomestic(phone, digits);
    if (!read) {
        phone.issue = whyUnread(digits);
    }
}

/// A piece of a cell that is no number itself: "chị Lan", "máy lẻ 12", "gọi sau 17h".
bool isOnlyWords(const Phone& piece)
{
    const bool hasWords = !piece.extension.empty() || !piece.note.empty();
    return piece.issue == PhoneIssue::NotANumber && (hasWords || digitsOf(piece.typed).empty());
}

/// The comma keeps what was typed readable as one number with its words.
void addWords(Phone& phone, const Phone& words)
{
    phone.typed += ", " + words.typed;
    if (phone.extension.empty()) {
        phone.extension = words.extension;
    }
    if (!words.note.empty()) {
        phone.note += (phone.note.empty() ? "" : " ") + words.note;
    }
}

} // namespace

Phone parsePhone(std::string_view text)
{
    const PhoneText cell = readPhoneText(text);
    Phone phone;
    phone.typed = tidy(text);
    phone.extension = cell.extension;
    phone.note = cell.note;
    readDigits(phone, cell.digits, cell.plus);
    return phone;
}

std::vector<Phone> parsePhones(std::string_view text)
{
    std::vector<Phone> phones;
    for (const std::string& piece : splitPhoneCell(text)) {
        Phone phone = parsePhone(piece);
        if (!phones.empty() && isOnlyWords(phone)) {
            addWords(phones.back(), phone);
        } else if (phones.size() == 1 && isOnlyWords(phones.front())) {
            addWords(phone, phones.front());
            phones.front() = std::move(phone);
        } else {
            phones.push_back(std::move(phone));
        }
    }
    return phones;
}

std::string displayPhone(std::string_view key)
{
    Phone phone;
    if (readInternational(phone, key) && phone.issue == PhoneIssue::None) {
        return phone.display;
    }
    return std::string(key);
}

std::string phoneSearchDigits(std::string_view text)
{
    constexpr std::string_view kAllowed = "0123456789 .-()+/";
    if (text.find_first_not_of(kAllowed) != std::string_view::npos) {
        return {};
    }
    std::string digits = digitsOf(text);
    if (digits.size() < 2) {
        return {};
    }
    if (digits.starts_with("00")) {
        digits.erase(0, 2);
    }
    if (digits.starts_with(kVietnam) && (text.find('+') != std::string_view::npos || digits.size() > 10)) {
        digits.erase(0, kVietnam.size());
    }
    if (!digits.starts_with('0')) {
        digits.insert(0, "0");
    }
    for (const MobilePrefix& row : mobilePrefixes()) {
        if (!row.before2018.empty() && digits.starts_with(row.before2018)) {
            digits.replace(0, row.before2018.size(), row.prefix);
            break;
        }
    }
    const AreaCode* oldArea = findAreaBefore2017(digits);
    if (oldArea != nullptr && findMobile(digits) == nullptr) {
        digits.replace(0, oldArea->before2017.size(), oldArea->prefix);
    }
    return digits.substr(1);
}

} // namespace banhang::vn
