#include "client/sheets/column_guess.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>

#include "client/sheets/import_field.h"
#include "common/vn/address.h"
#include "common/vn/company_name.h"
#include "common/vn/date_text.h"
#include "common/vn/email.h"
#include "common/vn/fold.h"
#include "common/vn/person_name.h"
#include "common/vn/phone.h"
#include "common/vn/tax_code.h"
#include "common/vn/utf8.h"

namespace banhang::client {

namespace {

constexpr int kExact = 1000;
constexpr int kSampleRows = 60;
constexpr int kMonths = 12;
/// Of the cells that hold anything; half of them may be faulty in a list that was kept by hand.
constexpr double kEnough = 0.6;
/// Fewer readable cells than this, and a title is wrong.
constexpr double kTooFew = 0.1;

/// Folded, without what stands in brackets and without a number at the end: "Điện thoại 2 (*)" is "dien thoai".
std::string titleWords(std::string_view title)
{
    std::string text;
    int depth = 0;
    for (const char c : title) {
        depth += c == '(' || c == '[' ? 1 : 0;
        if (depth == 0)
            text += c;
        depth -= (c == ')' || c == ']') && depth > 0 ? 1 : 0;
    }
    auto words = vn::foldWords(text);
    while (words.size() > 1 && std::ranges::all_of(words.back(), vn::isAsciiDigit))
        words.pop_back();
    return vn::join(words, " ");
}

/// `phrase` as whole words of `text`.
bool holds(const std::string& text, std::string_view phrase)
{
    const std::string framed = " " + text + " ";
    return framed.find(" " + std::string(phrase) + " ") != std::string::npos;
}

bool isEmail(std::string_view cell)
{
    return cell.find('@') != std::string_view::npos && vn::parseEmail(cell).isValid();
}

bool isTaxCode(std::string_view cell)
{
    const vn::TaxCode code = vn::parseTaxCode(cell);
    return code.isValid() && code.kind != vn::TaxCodeKind::Personal;
}

bool isPhone(std::string_view cell)
{
    const auto phones = vn::parsePhones(cell);
    return !phones.empty() && std::ranges::all_of(phones, &vn::Phone::isValid) &&
           vn::digitsOf(cell).size() * 2 >= cell.size();
}

bool isDay(std::string_view cell)
{
    return cell.size() >= 8 && vn::parseDate(cell, {1970, 1, 1}, vn::YearHint::Past).has_value();
}

bool isAddress(std::string_view cell)
{
    return cell.find(',') != std::string_view::npos && vn::parseAddress(cell).provinceNow != nullptr;
}

bool isGender(std::string_view cell)
{
    const std::string folded = vn::foldedName(cell);
    return folded == "nam" || folded == "nu" || folded == "male" || folded == "female";
}

struct Looks
{
    std::string_view field;
    bool (*test)(std::string_view);
};
// In this order: a tax code of ten digits may pass for a phone, an address may begin with a company's name.
constexpr std::array kLooks{Looks{"emails", isEmail}, Looks{"tax_code", isTaxCode}, Looks{"phones", isPhone},
                            Looks{"birthday", isDay}, Looks{"gender", isGender},    Looks{"address", isAddress},
                            Looks{"name", isCompany}, Looks{"name", isPersonsName}};

std::vector<SheetCell> sampleOf(const SheetTable& table, int headerRow, int column)
{
    std::vector<SheetCell> cells;
    for (int row = headerRow + 1; row < table.rowCount() && static_cast<int>(cells.size()) < kSampleRows; ++row)
        if (const SheetCell cell = table.cell(row, column); !vn::trim(cell.text).empty())
            cells.push_back(cell);
    return cells;
}

/// As the import would read it. Without the office's own words choices are taken as they stand, and nobody is known.
bool isReadable(const ImportField& field, const SheetCell& cell)
{
    v1::Customer customer;
    std::vector<v1::FieldIssue> issues;
    const ImportVocabulary none;
    RowInput input{customer, issues, none};
    ColumnCheck check;
    field.fill(input, vn::trim(cell.text), cell.kind, check);
    return check.invalid == 0 && std::ranges::all_of(issues, [](const v1::FieldIssue& issue) {
               return issue.key() == "sheet.person_unknown" || issue.key() == "sheet.phone_words";
           });
}

} // namespace

bool isPersonsName(std::string_view cell)
{
    const auto words = vn::foldWords(cell);
    return words.size() >= 2 && words.size() <= 6 && vn::isFamilyName(words.front()) &&
           std::ranges::none_of(cell, vn::isAsciiDigit);
}

bool isAboveNames(const SheetTable& table, int row, int column)
{
    const auto cells = sampleOf(table, row, column);
    const auto names = std::ranges::count_if(cells, [](const SheetCell& cell) {
        return isPersonsName(vn::trim(cell.text)) || isCompany(vn::trim(cell.text));
    });
    return static_cast<double>(names) >= kEnough * static_cast<double>(cells.size());
}

std::vector<TitleMatch> titleMatches(std::string_view title)
{
    const std::string words = titleWords(title);
    std::vector<TitleMatch> matches;
    if (words.empty() || isCounterTitle(title))
        return matches;
    for (const ImportField& field : importFields()) {
        int score = vn::foldedName(field.name) == words ? kExact : 0;
        for (std::size_t i = 0; i < field.titles.size(); ++i) {
            const std::string_view known = field.titles[i];
            if (known == words)
                score = std::max(score, kExact - static_cast<int>(i));
            else if (known.size() > 2 && holds(words, known))
                score = std::max(score, static_cast<int>(known.size()));
        }
        if (score > 0)
            matches.push_back({field.name, score});
    }
    return matches;
}

TitleMatch bestTitle(std::string_view title)
{
    TitleMatch best;
    for (const TitleMatch& match : titleMatches(title))
        if (match.score > best.score)
            best = match;
    return best;
}

bool isKnownTitle(std::string_view title)
{
    // What is only found inside a longer title scores by its letters, which are few.
    return isCounterTitle(title) || bestTitle(title).score > kExact / 2;
}

bool isCompany(std::string_view cell)
{
    return !vn::parseCompanyName(cell).legalShort.empty();
}

bool isCounterTitle(std::string_view title)
{
    const std::string words = titleWords(title);
    return words == "stt" || words == "so tt" || words == "tt" || words == "so thu tu" || words == "no" ||
           words == "#" || words == "id";
}

std::string_view fieldByContents(const SheetTable& table, int headerRow, int column)
{
    const auto cells = sampleOf(table, headerRow, column);
    if (cells.size() < 2)
        return {};
    for (const Looks& looks : kLooks) {
        const auto hits = std::ranges::count_if(cells, [&](const SheetCell& cell) {
            return looks.test == isDay && cell.kind == SheetCellKind::Date ? true : looks.test(vn::trim(cell.text));
        });
        if (static_cast<double>(hits) >= kEnough * static_cast<double>(cells.size()))
            return looks.field;
    }
    return {};
}

bool isContradicted(const SheetTable& table, int headerRow, int column, std::string_view field)
{
    const ImportField& known = *importField(field);
    const auto cells = sampleOf(table, headerRow, column);
    const auto readable = std::ranges::count_if(cells, [&](const SheetCell& cell) { return isReadable(known, cell); });
    return cells.size() > 1 && static_cast<double>(readable) < kTooFew * static_cast<double>(cells.size());
}

namespace {

/// The numbers of "3/14/2026".
std::optional<std::array<int, 3>> slashedNumbers(std::string_view text)
{
    std::array<int, 3> numbers{};
    const char* at = text.data();
    const char* const end = at + text.size();
    for (int& number : numbers) {
        if (&number != &numbers.front()) {
            if (at == end || *at != '/')
                return std::nullopt;
            ++at;
        }
        const auto [stop, error] = std::from_chars(at, end, number);
        if (error != std::errc())
            return std::nullopt;
        at = stop;
    }
    return numbers;
}

} // namespace

bool isWrittenMonthFirst(const SheetTable& table, int headerRow, int column)
{
    int monthFirst = 0;
    for (const SheetCell& cell : sampleOf(table, headerRow, column)) {
        const auto numbers = cell.kind == SheetCellKind::Text ? slashedNumbers(vn::trim(cell.text)) : std::nullopt;
        if (!numbers)
            continue;
        if ((*numbers)[0] > kMonths)
            return false;
        monthFirst += (*numbers)[1] > kMonths ? 1 : 0;
    }
    return monthFirst > 0;
}

} // namespace banhang::client
