#include "common/match/reading.h"

#include <algorithm>
#include <array>

#include "common/match/syllable.h"
#include "common/match/words.h"
#include "common/vn/address.h"
#include "common/vn/email.h"
#include "common/vn/fold.h"
#include "common/vn/person_name.h"
#include "common/vn/phone.h"
#include "common/vn/spelling.h"
#include "common/vn/tax_code.h"
#include "common/vn/utf8.h"

namespace banhang::match {

namespace {

constexpr std::size_t kMinNumberLength = 6;

void sortOnce(Words& words)
{
    std::ranges::sort(words);
    words.erase(std::unique(words.begin(), words.end()), words.end());
}

bool isAscii(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool hasDigit(std::string_view text)
{
    return std::ranges::any_of(text, vn::isAsciiDigit);
}

/// Words between what is neither letter nor digit, with marks, in the house spelling.
Words markedWords(std::string_view text)
{
    std::string spaced;
    const std::string lower = vn::toLower(vn::houseSpelling(text));
    for (std::size_t at = 0; at < lower.size();) {
        const char32_t letter = vn::nextCodePoint(lower, at);
        if (vn::isLetter(letter) || (letter >= U'0' && letter <= U'9'))
            vn::appendUtf8(spaced, letter);
        else
            spaced += ' ';
    }
    Words words;
    for (const std::string_view word : vn::splitSpaces(spaced))
        words.emplace_back(word);
    return words;
}

bool isForeignTitle(std::string_view word)
{
    return word == "mr" || word == "mrs" || word == "ms";
}

/// What somebody noted behind or inside a name: 'Trần Thị Lan "Út"', "Trần Thị Lan - vợ anh Nam". Brackets are left
/// out by parsePersonName.
std::string withoutRemark(std::string_view text)
{
    std::string kept;
    bool isInQuotes = false;
    for (const char c : text.substr(0, text.find(" - "))) {
        if (c == '"')
            isInQuotes = !isInQuotes;
        kept += isInQuotes || c == '"' ? ' ' : c;
    }
    return vn::splitSpaces(kept).size() > 1 ? kept : std::string(text);
}

void readPersonName(const std::string& text, Record& record)
{
    std::string name = vn::parsePersonName(withoutRemark(text)).full();
    if (name.empty())
        name = text;
    const Words words = vn::foldWords(name);
    const Words marked = isAscii(name) ? Words() : markedWords(name);
    for (std::size_t i = 0; i < words.size(); ++i) {
        // Behind a name, parsePersonName takes it for one of its words.
        if (words.size() > 1 && isForeignTitle(words[i]))
            continue;
        record.name.push_back(mendTyping(words[i]));
        if (marked.size() == words.size())
            record.marked.push_back(marked[i]);
    }
}

/// The heads of names of organisations, the longer one first.
constexpr auto kLegalHeads = std::to_array<std::string_view>(
    {"cong ty trach nhiem huu han mot thanh vien", "cong ty trach nhiem huu han", "cong ty co phan", "cong ty tnhh mtv",
     "cong ty tnhh", "cong ty cp", "doanh nghiep tu nhan", "hop tac xa", "ho kinh doanh"});

/// A slip in "Công ty Trách nhiệm hữu hạn" must not make its words a part of the name.
std::string withMendedHead(const std::string& folded)
{
    for (const std::string_view head : kLegalHeads)
        for (const std::size_t length : {head.size(), head.size() - 1, head.size() + 1}) {
            const bool endsWord = length >= folded.size() || folded[length] == ' ';
            if (length <= folded.size() && endsWord && isOneSlipApart(std::string_view(folded).substr(0, length), head))
                return std::string(head) + folded.substr(length);
        }
    return folded;
}

void readCompanyName(const std::string& text, Record& record)
{
    Words typed = vn::foldWords(text);
    std::ranges::transform(typed, typed.begin(), mendTyping);
    const std::string folded = vn::join(typed, " ");
    const vn::CompanyName name = vn::parseCompanyName(withMendedHead(folded));
    record.name = vn::foldWords(name.core);
    record.form = name.form;
    record.part = name.part;
}

/// A number that no plan knows is kept by its digits, as if it were of this country.
std::string unknownPhoneKey(std::string_view typed)
{
    std::string digits = vn::digitsOf(typed);
    if (digits.size() < kMinNumberLength)
        return {};
    digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
    return digits.starts_with("84") ? digits : "84" + digits;
}

void readPhones(const Texts& texts, Record& record)
{
    for (const std::string& text : texts.phones)
        for (const vn::Phone& phone : vn::parsePhones(text)) {
            if (phone.kind == vn::PhoneKind::Short)
                continue;
            std::string key = phone.isValid() ? phone.key : unknownPhoneKey(phone.typed);
            if (!key.empty())
                record.phones.push_back(std::move(key));
        }
    sortOnce(record.phones);
}

/// One box has many addresses: what follows "+" is a note to oneself (RFC 5233), and Gmail passes over dots.
std::string mailboxOf(const std::string& address)
{
    const std::size_t at = address.rfind('@');
    std::string local = address.substr(0, at);
    if (const std::size_t plus = local.find('+'); plus != 0)
        local.resize(std::min(plus, local.size()));
    if (address.substr(at) == "@gmail.com")
        std::erase(local, '.');
    return local + address.substr(at);
}

void readEmails(const Texts& texts, Record& record)
{
    for (const std::string& text : texts.emails)
        for (const vn::Email& email : vn::parseEmails(text)) {
            if (!email.isValid() || email.issue == vn::EmailIssue::Placeholder)
                continue;
            record.emails.push_back(mailboxOf(email.isSurelyMeant ? vn::parseEmail(email.suggestion).key : email.key));
        }
    sortOnce(record.emails);
}

std::string unknownCode(std::string_view typed)
{
    std::string code;
    for (const std::string& word : vn::foldWords(typed))
        code += word;
    return code.size() >= kMinNumberLength && hasDigit(code) ? code : std::string();
}

/// Since July 2025 the identity number is a person's tax code; a person may have both kinds, so they do not contradict.
void readCodes(const Texts& texts, Record& record)
{
    const vn::TaxCode tax = vn::parseTaxCode(texts.taxCode);
    if (tax.kind == vn::TaxCodeKind::Personal)
        record.nationalId = tax.key;
    else
        record.taxCode = tax.key.empty() ? unknownCode(texts.taxCode) : tax.key;
    if (tax.kind == vn::TaxCodeKind::Branch)
        record.taxParent = tax.parent;
    record.taxDoubtful = !record.taxCode.empty() && !tax.isValid();
    if (!texts.nationalId.empty())
        record.nationalId = unknownCode(texts.nationalId);
}

/// "so nha 12", "sn 12", "no. 12": what may stand before a house number without being part of the street.
bool isNumberWord(std::string_view word)
{
    static constexpr auto kWords = std::to_array<std::string_view>({"so", "nha", "sn", "no", "number", "s"});
    return std::ranges::find(kWords, word) != kWords.end();
}

bool isStreetKind(std::string_view word)
{
    static constexpr auto kWords = std::to_array<std::string_view>({"duong", "d", "pho", "street", "st"});
    return std::ranges::find(kWords, word) != kWords.end();
}

bool isUnitKind(std::string_view word)
{
    static constexpr auto kWords =
        std::to_array<std::string_view>({"phuong", "p", "f", "xa", "x", "thi", "tran", "tt", "quan", "q", "huyen", "h",
                                         "tx", "thanh", "pho", "tp", "tinh", "t"});
    return std::ranges::find(kWords, word) != kWords.end();
}

/// "12/4B" is one number; signs between digits stay.
Words addressWords(std::string_view part)
{
    Words words;
    for (const std::string_view piece : vn::splitSpaces(part)) {
        if (!piece.empty() && vn::isAsciiDigit(piece.front())) {
            std::string number;
            for (const char c : vn::fold(piece))
                if (vn::isAsciiDigit(c) || c == '/' || c == '-' || (c >= 'a' && c <= 'z'))
                    number += c;
            words.push_back(std::move(number));
        } else {
            std::ranges::move(vn::foldWords(piece), std::back_inserter(words));
        }
    }
    return words;
}

void takeStreet(Words words, Place& place)
{
    std::size_t at = 0;
    while (at < words.size() && isNumberWord(words[at]))
        ++at;
    if (place.number.empty() && at < words.size() && vn::isAsciiDigit(words[at].front()))
        place.number = words[at++];
    else
        at = 0;
    while (at < words.size() && isStreetKind(words[at]))
        ++at;
    place.street.assign(words.begin() + static_cast<std::ptrdiff_t>(at), words.end());
}

std::vector<std::string> commaParts(std::string_view text)
{
    std::vector<std::string> parts;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find(',', at), text.size());
        parts.emplace_back(vn::trim(text.substr(at, end - at)));
        at = end + 1;
    }
    return parts;
}

bool beginsWithNumber(const Words& words)
{
    const auto first = std::ranges::find_if_not(words, isNumberWord);
    return first != words.end() && vn::isAsciiDigit(first->front());
}

/// "Tầng 3", "Tòa nhà Sông Đà", "Lô B2": where in the house, before the house.
bool isBuilding(const Words& words)
{
    static constexpr auto kWords = std::to_array<std::string_view>(
        {"tang", "lau", "toa", "can", "phong", "lo", "kiot", "block", "floor", "level", "suite", "unit", "apt"});
    return !words.empty() && std::ranges::find(kWords, words.front()) != kWords.end();
}

/// The part with the house number is the street (or the one behind a lone number), what follows it names the area.
/// Floor and building before it are left out, as most people do.
void readStreet(std::string_view text, Place& place)
{
    std::vector<Words> parts;
    for (const std::string& part : commaParts(text))
        parts.push_back(addressWords(part));
    auto part = std::ranges::find_if_not(parts, isBuilding);
    if (part == parts.end() || !beginsWithNumber(*part))
        part = parts.begin();
    for (; part != parts.end(); ++part)
        if (place.street.empty())
            takeStreet(std::move(*part), place);
        else
            std::ranges::move(*part, std::back_inserter(place.area));
}

/// Written from the province down to the house, an address is turned round.
std::string houseFirst(const std::string& typed)
{
    std::vector<std::string> parts = commaParts(typed);
    const bool mayBeTurned = parts.size() > 2 && beginsWithNumber(addressWords(parts.back()));
    if (!mayBeTurned || vn::parseAddress(parts.front()).provinceNow == nullptr)
        return typed;
    std::ranges::reverse(parts);
    return vn::join(parts, ", ");
}

void addArea(std::string_view text, Place& place)
{
    for (std::string& word : vn::foldWords(text))
        if (!isUnitKind(word))
            place.area.push_back(std::move(word));
}

void takeWards(const std::vector<const vn::Unit*>& wards, Place& place)
{
    for (const vn::Unit* ward : wards)
        place.wards.emplace_back(ward->code);
    if (place.province.empty() && !wards.empty())
        place.province = wards.front()->province;
}

void takeCodes(const AddressTexts& texts, Place& place)
{
    const vn::Units& units = vn::Units::builtin();
    place.province = texts.provinceCode;
    if (const vn::Unit* ward = units.findCurrent(vn::UnitLevel::Ward, texts.wardCode))
        takeWards({ward}, place);
    else if (const vn::Unit* old = units.findOld(vn::UnitLevel::Ward, texts.oldWardCode))
        takeWards(units.current(*old), place);
}

Place readPlace(const AddressTexts& texts)
{
    Place place;
    place.typed = vn::formatAddress(texts.street, texts.ward, texts.district, texts.province);
    takeCodes(texts, place);
    if (place.wards.empty()) {
        const vn::ParsedAddress parsed = vn::parseAddress(houseFirst(place.typed));
        takeWards(parsed.wardNow != nullptr ? std::vector{parsed.wardNow} : parsed.candidates, place);
        if (place.province.empty() && parsed.provinceNow != nullptr)
            place.province = parsed.provinceNow->code;
        readStreet(parsed.street, place);
        addArea(parsed.ward, place);
        addArea(parsed.district, place);
        addArea(parsed.province, place);
    } else {
        readStreet(texts.street, place);
        addArea(texts.ward, place);
        addArea(texts.district, place);
        addArea(texts.province, place);
    }
    sortOnce(place.wards);
    return place;
}

} // namespace

Record read(const Texts& texts)
{
    Record record;
    record.kind = texts.kind;
    record.typedName = texts.name;
    if (texts.kind == Kind::Person)
        readPersonName(texts.name, record);
    else
        readCompanyName(texts.name, record);
    readPhones(texts, record);
    readEmails(texts, record);
    readCodes(texts, record);
    record.birthday = texts.birthday;
    for (const AddressTexts& address : texts.addresses) {
        Place place = readPlace(address);
        if (!place.typed.empty() || !place.province.empty())
            record.places.push_back(std::move(place));
    }
    return record;
}

} // namespace banhang::match
