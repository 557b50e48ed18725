#include "client/sheets/import_cells.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "client/sheets/number_format.h"
#include "client/sheets/phone_words.h"
#include "common/error.h"
#include "common/vn/date_text.h"
#include "common/vn/email.h"
#include "common/vn/fold.h"
#include "common/vn/person_name.h"
#include "common/vn/phone.h"
#include "common/vn/tax_code.h"
#include "common/vn/utf8.h"

namespace banhang::client {

namespace {

/// A number in a column of days is a serial to here (2119), of five digits (from 1927 on) before any time of day:
/// others are years, days written without separators, or mistakes.
constexpr double kLastSerial = 80'000;
constexpr std::ptrdiff_t kSerialDigits = 5;

void warn(RowInput& row, std::string_view path, std::string_view key, std::string_view value)
{
    row.issues.push_back(fieldIssue(v1::SEVERITY_WARNING, path, key, {{"value", std::string(value)}}));
}

void countUnknown(std::string_view cell, ColumnCheck& check)
{
    if (check.unknown++ == 0)
        check.unknownExample = cell;
}

template <typename Value>
struct Word
{
    std::string_view text; ///< folded
    Value value;
};

template <typename Value, std::size_t N>
std::optional<Value> meaningOf(const std::array<Word<Value>, N>& words, std::string_view cell)
{
    const std::string folded = vn::foldedName(cell);
    const auto found = std::ranges::find_if(words, [&](const Word<Value>& word) { return word.text == folded; });
    return found == words.end() ? std::nullopt : std::optional(found->value);
}

constexpr auto kPerson = v1::CUSTOMER_KIND_INDIVIDUAL;
constexpr auto kCompany = v1::CUSTOMER_KIND_ORGANISATION;
constexpr std::array<Word<v1::CustomerKind>, 16> kKinds{{{"individual", kPerson},
                                                         {"customer kind individual", kPerson},
                                                         {"ca nhan", kPerson},
                                                         {"khach hang ca nhan", kPerson},
                                                         {"kh ca nhan", kPerson},
                                                         {"person", kPerson},
                                                         {"cn", kPerson},
                                                         {"organisation", kCompany},
                                                         {"customer kind organisation", kCompany},
                                                         {"to chuc", kCompany},
                                                         {"doanh nghiep", kCompany},
                                                         {"khach hang doanh nghiep", kCompany},
                                                         {"dn", kCompany},
                                                         {"cong ty", kCompany},
                                                         {"company", kCompany},
                                                         {"ho kinh doanh", kCompany}}};

constexpr std::array<Word<v1::Gender>, 10> kGenders{{{"nam", v1::GENDER_MALE},
                                                     {"male", v1::GENDER_MALE},
                                                     {"m", v1::GENDER_MALE},
                                                     {"gender male", v1::GENDER_MALE},
                                                     {"nu", v1::GENDER_FEMALE},
                                                     {"female", v1::GENDER_FEMALE},
                                                     {"f", v1::GENDER_FEMALE},
                                                     {"gender female", v1::GENDER_FEMALE},
                                                     {"khac", v1::GENDER_OTHER},
                                                     {"other", v1::GENDER_OTHER}}};

constexpr std::array<Word<v1::Honorific>, 13> kHonorifics{{{"ong", v1::HONORIFIC_ONG},
                                                           {"mr", v1::HONORIFIC_ONG},
                                                           {"ba", v1::HONORIFIC_BA},
                                                           {"mrs", v1::HONORIFIC_BA},
                                                           {"ms", v1::HONORIFIC_BA},
                                                           {"anh", v1::HONORIFIC_ANH},
                                                           {"a", v1::HONORIFIC_ANH},
                                                           {"chi", v1::HONORIFIC_CHI},
                                                           {"c", v1::HONORIFIC_CHI},
                                                           {"em", v1::HONORIFIC_EM},
                                                           {"co", v1::HONORIFIC_CO},
                                                           {"chu", v1::HONORIFIC_CHU},
                                                           {"bac", v1::HONORIFIC_BAC}}};

v1::Honorific wireHonorific(vn::Honorific honorific)
{
    switch (honorific) {
    case vn::Honorific::Ong:
        return v1::HONORIFIC_ONG;
    case vn::Honorific::Ba:
        return v1::HONORIFIC_BA;
    case vn::Honorific::Anh:
        return v1::HONORIFIC_ANH;
    case vn::Honorific::Chi:
        return v1::HONORIFIC_CHI;
    case vn::Honorific::Em:
        return v1::HONORIFIC_EM;
    case vn::Honorific::Co:
        return v1::HONORIFIC_CO;
    case vn::Honorific::Chu:
        return v1::HONORIFIC_CHU;
    case vn::Honorific::Bac:
        return v1::HONORIFIC_BAC;
    case vn::Honorific::None:
        break;
    }
    return v1::HONORIFIC_UNSPECIFIED;
}

/// "11/18/2026" as "18/11/2026".
std::string dayFirst(std::string_view cell)
{
    const auto isSeparator = [](char c) { return c == '/' || c == '-' || c == '.'; };
    const auto first = std::ranges::find_if(cell, isSeparator);
    const auto second = std::find_if(first == cell.end() ? first : first + 1, cell.end(), isSeparator);
    if (second == cell.end())
        return std::string(cell);
    return std::string(first + 1, second) + *first + std::string(cell.begin(), first) + std::string(second, cell.end());
}

/// "050785" is a day that was typed, not the serial 50785.
bool isSerial(std::string_view cell)
{
    const auto digitsEnd = std::ranges::find_if_not(cell, vn::isAsciiDigit);
    return digitsEnd - cell.begin() == kSerialDigits && cell.front() != '0' &&
           (digitsEnd == cell.end() || *digitsEnd == '.');
}

std::optional<vn::Date> readDay(const RowInput& row, std::string_view cell, SheetCellKind kind, ColumnCheck& check)
{
    double number = 0;
    const auto end = std::from_chars(cell.data(), cell.data() + cell.size(), number);
    const bool isNumber = end.ec == std::errc() && end.ptr == cell.data() + cell.size();
    if (isNumber && isSerial(cell) && number <= kLastSerial) {
        const vn::Date day = dayOfSerial(number);
        ++check.serials;
        return day;
    }
    // "18/11/2026 00:00:00" is the day of a text that a database wrote.
    const std::string_view day = cell.substr(0, std::min(cell.find(' '), cell.size()));
    const bool hasTime = day.size() < cell.size() && cell.find(':') != std::string_view::npos;
    const std::string text(hasTime ? day : cell);
    return vn::parseDate(row.monthFirst && kind == SheetCellKind::Text ? dayFirst(text) : text, row.words.today,
                         vn::YearHint::Past);
}

void setDay(v1::Date& wire, const vn::Date& day, ColumnCheck& check)
{
    if (check.example.empty())
        check.example = vn::formatDate(day);
    wire.set_year(day.year);
    wire.set_month(day.month);
    wire.set_day(day.day);
}

void refuseDay(RowInput& row, std::string_view path, std::string_view cell, ColumnCheck& check)
{
    ++check.invalid;
    row.issues.push_back(fieldIssue(v1::SEVERITY_ERROR, path, "sheet.day_unreadable", {{"value", std::string(cell)}}));
}

/// With the zero, or today's number where the old one no longer works. Words and extensions around it would be lost,
/// so then it stays as typed, but for the zero.
std::string numberOf(const vn::Phone& phone, ColumnCheck& check)
{
    const bool isBare = phone.extension.empty() && phone.note.empty();
    if (phone.issue == vn::PhoneIssue::ZeroRestored) {
        ++check.zerosRestored;
        if (isBare)
            return phone.display;
        std::string typed = phone.typed;
        typed.insert(typed.find_first_of("0123456789"), 1, '0');
        return typed;
    }
    if (phone.issue == vn::PhoneIssue::Converted && isBare) {
        ++check.converted;
        return phone.display;
    }
    check.invalid += phone.isValid() ? 0 : 1;
    return phone.typed;
}

/// A lunar year has days that the solar one lacks (30/2) and the other way round, so its own calendar judges them.
bool readLunar(const RowInput& row, std::string_view cell, SheetCellKind kind, v1::Birthday& birthday,
               ColumnCheck& check)
{
    const bool isMonthFirst = row.monthFirst && kind == SheetCellKind::Text;
    const auto day = vn::parseLunarDate(isMonthFirst ? dayFirst(cell) : std::string(cell), row.words.today);
    if (!day)
        return false;
    birthday.set_lunar(true);
    birthday.set_leap_month(day->leap);
    setDay(*birthday.mutable_date(), {day->year, day->month, day->day}, check);
    return true;
}

} // namespace

void addLine(std::string& text, std::string_view line)
{
    if (!text.empty())
        text += '\n';
    text += line;
}

void fillKind(RowInput& row, std::string_view cell, ColumnCheck& check)
{
    if (const auto kind = meaningOf(kKinds, cell)) {
        row.customer.set_kind(*kind);
        return;
    }
    countUnknown(cell, check);
    warn(row, "kind", "sheet.choice_unknown", cell);
}

void fillName(RowInput& row, std::string_view cell, ColumnCheck& /*check*/)
{
    row.customer.set_name(std::string(cell));
}

void fillHonorific(RowInput& row, std::string_view cell, ColumnCheck& check)
{
    if (const auto honorific = meaningOf(kHonorifics, cell)) {
        row.customer.set_honorific(*honorific);
        return;
    }
    countUnknown(cell, check);
    warn(row, "honorific", "sheet.choice_unknown", cell);
}

void fillGender(RowInput& row, std::string_view cell, ColumnCheck& check)
{
    if (const auto gender = meaningOf(kGenders, cell)) {
        row.customer.set_gender(*gender);
        return;
    }
    countUnknown(cell, check);
    warn(row, "gender", "sheet.choice_unknown", cell);
}

void fillTaxCode(RowInput& row, std::string_view cell, ColumnCheck& check)
{
    const vn::TaxCode code = vn::parseTaxCode(cell);
    const bool isRestored = code.issue == vn::TaxCodeIssue::ZeroRestored;
    check.zerosRestored += isRestored ? 1 : 0;
    check.invalid += code.isValid() ? 0 : 1;
    row.customer.set_tax_code(isRestored ? code.display : std::string(cell));
}

void fillOwner(RowInput& row, std::string_view cell, ColumnCheck& check)
{
    const auto found = row.words.people.find(vn::foldedName(cell));
    if (found != row.words.people.end() && found->second.size() == 1) {
        row.customer.set_owner_user_id(found->second.front());
        return;
    }
    countUnknown(cell, check);
    const bool isAmbiguous = found != row.words.people.end();
    if (isAmbiguous)
        check.ambiguousPeople = static_cast<int>(found->second.size());
    warn(row, "owner_user_id", isAmbiguous ? "sheet.person_ambiguous" : "sheet.person_unknown", cell);
}

void fillTags(RowInput& row, std::string_view cell, ColumnCheck& check)
{
    std::size_t at = 0;
    while (at <= cell.size()) {
        const std::size_t end = std::min(cell.find_first_of(",;\n", at), cell.size());
        const std::string_view part = vn::trim(cell.substr(at, end - at));
        if (!part.empty())
            if (std::string key = choice(row, "tag", "tag_keys", part, check); !key.empty())
                row.customer.add_tag_keys(std::move(key));
        at = end + 1;
    }
}

void fillContactName(v1::Contact& contact, std::string_view cell, ColumnCheck& check)
{
    const vn::PersonName name = vn::parsePersonName(cell);
    if (name.honorific == vn::Honorific::None || name.full().empty()) {
        contact.set_name(std::string(cell));
        return;
    }
    ++check.split;
    contact.set_name(name.full());
    contact.set_honorific(wireHonorific(name.honorific));
}

void fillBirthday(RowInput& row, std::string_view cell, SheetCellKind kind, ColumnCheck& check)
{
    v1::Birthday birthday;
    // The time of day of "8/5/1985 12:00:00 AM" says nothing, least of all that it is lunar.
    if (const std::size_t colon = cell.find(':'); colon != cell.npos)
        cell = vn::trim(cell.substr(0, std::min(cell.rfind(' ', colon), cell.size())));
    const auto words = vn::foldWords(cell);
    if (std::ranges::any_of(words, [](const auto& word) { return word == "am" || word == "al" || word == "lunar"; })) {
        if (!readLunar(row, cell, kind, birthday, check))
            return refuseDay(row, "birthday", cell, check);
    } else if (const auto year = vn::parseYear(cell)) {
        birthday.mutable_date()->set_year(*year);
    } else if (const auto day = readDay(row, cell, kind, check)) {
        setDay(*birthday.mutable_date(), *day, check);
    } else {
        return refuseDay(row, "birthday", cell, check);
    }
    *row.customer.mutable_birthday() = birthday;
}

void fillDay(RowInput& row, std::string_view path, v1::Date& day, std::string_view cell, SheetCellKind kind,
             ColumnCheck& check)
{
    if (const auto read = readDay(row, cell, kind, check))
        setDay(day, *read, check);
    else
        refuseDay(row, path, cell, check);
}

void fillPhones(RowInput& row, const PhoneList& list, std::string_view cell, ColumnCheck& check)
{
    const auto numbers = vn::parsePhones(cell);
    check.split += numbers.size() > 1 ? 1 : 0;
    check.invalid += numbers.empty() ? 1 : 0;
    for (const vn::Phone& number : numbers) {
        FittedPhone fitted = fitPhone(numberOf(number, check), number);
        list.phones.Add()->set_number(std::move(fitted.number));
        if (fitted.rest.empty())
            continue;
        addLine(*row.customer.mutable_note(), std::string(list.noteHead) + fitted.rest);
        warn(row, list.path, "sheet.phone_words", fitted.rest);
    }
}

void fillEmails(google::protobuf::RepeatedPtrField<v1::Email>& emails, std::string_view cell, ColumnCheck& check)
{
    const auto addresses = vn::parseEmails(cell);
    check.split += addresses.size() > 1 ? 1 : 0;
    for (const vn::Email& address : addresses) {
        check.invalid += address.isValid() ? 0 : 1;
        emails.Add()->set_address(address.typed);
    }
    if (addresses.empty()) {
        ++check.invalid;
        emails.Add()->set_address(std::string(cell));
    }
}

std::string choice(RowInput& row, std::string_view list, std::string_view path, std::string_view cell,
                   ColumnCheck& check)
{
    const auto labels = row.words.picks.find(list);
    if (labels == row.words.picks.end())
        return std::string(cell);
    const auto found = labels->second.find(vn::foldedName(cell));
    if (found != labels->second.end())
        return found->second;
    countUnknown(cell, check);
    warn(row, path, "sheet.choice_unknown", cell);
    return {};
}

bool isYes(std::string_view cell)
{
    constexpr std::array<Word<bool>, 7> kYes{
        {{"x", true}, {"co", true}, {"1", true}, {"yes", true}, {"y", true}, {"true", true}, {"dung", true}}};
    return meaningOf(kYes, cell).value_or(false);
}

void moveBirthYear(RowInput& row)
{
    v1::Customer& customer = row.customer;
    if (customer.kind() != v1::CUSTOMER_KIND_ORGANISATION || !customer.has_birthday() ||
        customer.birthday().date().month() != 0)
        return;
    const std::string year = std::to_string(customer.birthday().date().year());
    customer.clear_birthday();
    addLine(*customer.mutable_note(), "Năm sinh: " + year);
    warn(row, "birthday", "sheet.birth_year_only", year);
}

void separateHonorific(v1::Customer& customer)
{
    if (customer.kind() != v1::CUSTOMER_KIND_INDIVIDUAL)
        return;
    const vn::PersonName name = vn::parsePersonName(customer.name());
    if (name.honorific == vn::Honorific::None || name.full().empty())
        return;
    customer.set_name(name.full());
    if (customer.honorific() == v1::HONORIFIC_UNSPECIFIED)
        customer.set_honorific(wireHonorific(name.honorific));
}

} // namespace banhang::client
