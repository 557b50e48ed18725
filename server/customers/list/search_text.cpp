#include "server/customers/list/search_text.h"

#include <algorithm>

#include "common/vn/company_name.h"
#include "common/vn/email.h"
#include "common/vn/fold.h"
#include "common/vn/person_name.h"
#include "common/vn/phone.h"
#include "common/vn/spelling.h"
#include "common/vn/tax_code.h"
#include "common/vn/utf8.h"

namespace banhang::server {

namespace {

/// Trigrams need three characters.
constexpr std::size_t kMinTrigramLength = 3;
/// More words than this narrow nothing further.
constexpr std::size_t kMaxTerms = 8;

std::string spaced(const std::vector<std::string>& words)
{
    std::string text;
    for (const std::string& word : words)
        text += " " + word;
    return text;
}

/// Small letters with marks, tone marks where this house puts them ("hoà" as "hòa"), words behind a space.
std::string markedText(std::string_view text)
{
    std::string marked;
    for (const std::string_view word : vn::splitSpaces(text))
        marked += " " + vn::houseSpelling(vn::toLower(word));
    return marked;
}

/// The name from the word on that tells it from others: given name, or distinctive part of a company.
std::string leadText(const v1::Customer& customer)
{
    if (customer.kind() == v1::CUSTOMER_KIND_ORGANISATION)
        return spaced(vn::foldWords(vn::parseCompanyName(customer.name()).distinctive));
    std::vector<std::string> words = vn::foldWords(vn::parsePersonName(customer.name()).full());
    if (words.size() > 1)
        std::rotate(words.begin(), words.end() - 1, words.end());
    return spaced(words);
}

void addPhones(const google::protobuf::RepeatedPtrField<v1::Phone>& phones, std::string& text)
{
    for (const v1::Phone& phone : phones)
        for (const vn::Phone& number : vn::parsePhones(phone.number())) {
            const std::string digits = number.isValid() ? vn::phoneSearchDigits(number.display) : std::string();
            text += " " + (digits.empty() ? vn::digitsOf(phone.number()) : digits);
        }
}

void addEmails(const google::protobuf::RepeatedPtrField<v1::Email>& emails, std::string& text)
{
    for (const v1::Email& email : emails)
        text += " " + vn::fold(email.address());
}

std::string escaped(std::string_view text)
{
    std::string pattern;
    for (const char c : text) {
        if (c == '%' || c == '_' || c == '\\')
            pattern += '\\';
        pattern += c;
    }
    return pattern;
}

std::size_t letterCount(std::string_view word)
{
    std::size_t count = 0;
    for (std::size_t at = 0; at < word.size(); ++count)
        vn::nextCodePoint(word, at);
    return count;
}

bool isShortWord(const std::string& word)
{
    return letterCount(word) < kMinTrigramLength;
}

std::string patternFor(const std::string& word)
{
    return isShortWord(word) ? "% " + escaped(word) + "%" : "%" + escaped(word) + "%";
}

/// `number` is the word as it was typed, with the "+" that tells a country code from other digits.
SearchTerm termFor(const std::string& word, std::string_view number)
{
    SearchTerm term{patternFor(word), {}};
    const std::string digits = vn::phoneSearchDigits(number);
    if (digits.size() >= kMinTrigramLength && vn::digitsOf(word).size() == word.size())
        term.phonePattern = "%" + digits + "%";
    return term;
}

/// Whether a trigram index can look for the piece as it stands. It sees letters and digits only: three in a row, or one
/// that certainly begins a word.
bool hasTrigram(std::string_view text)
{
    std::size_t run = 0;
    bool isWithinPiece = false;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = vn::nextCodePoint(text, at);
        const bool isSeen = vn::isLetter(c) || (c >= U'0' && c <= U'9');
        run = isSeen ? run + 1 : 0;
        if (run == kMinTrigramLength || (run == 1 && isWithinPiece))
            return true;
        isWithinPiece = isWithinPiece || !isSeen;
    }
    return false;
}

/// "0168 933 3999" and "0106697817-001" are one number, whatever stands between the digits.
bool isNumber(std::string_view typed)
{
    return vn::digitsOf(typed).size() >= kMinTrigramLength &&
           typed.find_first_not_of("0123456789+-. ()/") == std::string_view::npos;
}

std::vector<std::string> wordsOf(std::string_view typed)
{
    if (isNumber(typed))
        return {vn::digitsOf(typed)};
    std::vector<std::string> words;
    for (const std::string_view part : vn::splitSpaces(typed)) {
        if (part.find('@') != std::string_view::npos && hasTrigram(part)) {
            words.push_back(vn::fold(part));
            continue;
        }
        for (std::string& word : vn::foldWords(part))
            words.push_back(std::move(word));
    }
    return words;
}

} // namespace

SearchText searchText(const v1::Customer& customer)
{
    SearchText text;
    text.markedName = markedText(customer.name());
    text.head = spaced(vn::foldWords(customer.name()));
    text.lead = leadText(customer);
    text.name = text.head + " " + vn::nameInitials(customer.name());
    addPhones(customer.phones(), text.phone);
    addEmails(customer.emails(), text.email);
    for (const v1::Contact& contact : customer.contacts()) {
        text.name += spaced(vn::foldWords(contact.name()));
        addPhones(contact.phones(), text.phone);
        addEmails(contact.emails(), text.email);
    }
    text.name += " " + vn::fold(customer.code());
    for (const std::string& code : customer.former_codes())
        text.name += " " + vn::fold(code);
    const vn::TaxCode tax = vn::parseTaxCode(customer.tax_code());
    if (!customer.tax_code().empty())
        text.tax = " " + (tax.key.empty() ? vn::fold(customer.tax_code()) : tax.key);
    return text;
}

SearchQuery searchQuery(std::string_view typed)
{
    SearchQuery query;
    const std::string tidied = vn::tidy(typed);
    std::vector<std::string> words = wordsOf(tidied);
    if (words.size() > kMaxTerms)
        words.resize(kMaxTerms);
    query.isShort = std::ranges::all_of(words, isShortWord);
    if (!words.empty())
        query.headPattern = " " + escaped(query.isShort ? words.front() : vn::join(words, " ")) + "%";
    for (const std::string_view word : vn::splitSpaces(tidied))
        if (vn::fold(word) != vn::toLower(word))
            query.marked.push_back("%" + escaped(markedText(word)) + "%");
    std::ranges::stable_sort(words, std::ranges::greater{}, &std::string::size);
    for (const std::string& word : words)
        query.terms.push_back(termFor(word, isNumber(tidied) ? tidied : word));
    return query;
}

} // namespace banhang::server
