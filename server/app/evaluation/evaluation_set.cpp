#include "server/app/evaluation/evaluation_set.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <fstream>
#include <regex>
#include <sstream>
#include <unordered_map>

#include "common/match/reading.h"
#include "common/vn/date_text.h"
#include "common/vn/fold.h"
#include "common/vn/utf8.h"

namespace banhang::server {

namespace {

using Cells = std::vector<std::string>;

/// RFC 4180; spaces around cells do not count.
std::vector<Cells> parseCsv(std::string_view text)
{
    std::vector<Cells> rows;
    Cells row;
    std::string cell;
    bool isQuoted = false;
    const auto endCell = [&] { row.emplace_back(vn::trim(std::exchange(cell, {}))); };
    const auto endRow = [&] {
        endCell();
        if (row.size() > 1 || !row.front().empty())
            rows.push_back(std::move(row));
        row.clear();
    };
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (isQuoted && c == '"' && text.substr(at + 1, 1) == "\"")
            cell += text[at++];
        else if (c == '"')
            isQuoted = !isQuoted;
        else if (!isQuoted && c == ',')
            endCell();
        else if (!isQuoted && c == '\n')
            endRow();
        else if (c != '\r')
            cell += c;
    }
    if (!cell.empty() || !row.empty())
        endRow();
    return rows;
}

std::vector<Cells> readCsv(const std::filesystem::path& file)
{
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    std::ifstream in(file, std::ios::binary);
    if (!in)
        throw EvaluationError(file.string() + ": cannot be opened");
    std::ostringstream content;
    content << in.rdbuf();
    std::string text = content.str();
    if (text.starts_with(kByteOrderMark))
        text.erase(0, kByteOrderMark.size());
    std::vector<Cells> rows = parseCsv(text);
    if (rows.empty())
        throw EvaluationError(file.string() + ": the file is empty");
    return rows;
}

struct FieldName
{
    std::string_view field;
    std::string_view column; ///< where no mapping names one
    std::string_view between;
};

constexpr FieldName kFieldNames[] = {
    {"id", "id", ""},
    {"name", "name", " "},
    {"given_name", "given_name", " "},
    {"family_name", "surname", " "},
    {"company", "company", " "},
    {"phone", "phones", "; "},
    {"email", "email", "; "},
    {"tax_code", "tax_code", ""},
    {"national_id", "national_id", ""},
    {"birthday", "birthday", "/"},
    {"address", "address", ", "},
    {"province", "province", " "},
    {"kind", "kind", " "},
};

/// Which columns make up which field.
class Columns
{
public:
    Columns(const Cells& header, const std::vector<std::string>& mappings)
    {
        for (std::size_t i = 0; i < std::size(kFieldNames); ++i)
            for (const std::string_view name : {kFieldNames[i].field, kFieldNames[i].column})
                if (const auto at = find(header, name); at < header.size() && m_columns[i].empty())
                    m_columns[i] = {at};
        for (const std::string& mapping : mappings)
            map(header, mapping);
        if (!has("id"))
            m_columns[placeOf("id")] = {0};
    }

    bool has(std::string_view field) const { return !m_columns[placeOf(field)].empty(); }

    std::string text(const Cells& row, std::string_view field) const
    {
        const std::size_t place = placeOf(field);
        std::string text;
        for (const std::size_t column : m_columns[place])
            if (column < row.size() && !row[column].empty())
                text += (text.empty() ? "" : std::string(kFieldNames[place].between)) + row[column];
        return text;
    }

private:
    static std::size_t placeOf(std::string_view field)
    {
        return static_cast<std::size_t>(std::ranges::find(kFieldNames, field, &FieldName::field) -
                                        std::begin(kFieldNames));
    }

    static std::size_t find(const Cells& header, std::string_view title)
    {
        return static_cast<std::size_t>(std::ranges::find(header, title) - header.begin());
    }

    void map(const Cells& header, const std::string& mapping)
    {
        const std::size_t equals = mapping.find('=');
        const std::size_t place = placeOf(std::string_view(mapping).substr(0, equals));
        if (equals == std::string::npos || place == std::size(kFieldNames))
            throw EvaluationError("--map " + mapping + ": no such field");
        m_columns[place].clear();
        std::istringstream titles(mapping.substr(equals + 1));
        for (std::string title; std::getline(titles, title, '+');) {
            m_columns[place].push_back(find(header, vn::trim(title)));
            if (m_columns[place].back() == header.size())
                throw EvaluationError(std::string("--map ").append(mapping).append(": no column ").append(title));
        }
    }

    std::array<std::vector<std::size_t>, std::size(kFieldNames)> m_columns;
};

bool isOrganisation(const Columns& columns, const Cells& row, const std::string& name)
{
    const std::string kind = vn::foldedName(columns.text(row, "kind"));
    if (!kind.empty())
        return !kind.starts_with("p") && !kind.starts_with("i") && !kind.starts_with("ca nhan");
    if (columns.has("given_name") || columns.has("family_name") || columns.has("birthday"))
        return false;
    return vn::parseCompanyName(name).form != vn::LegalForm::None;
}

match::Record readRecord(const Columns& columns, const Cells& row, DayOrder order)
{
    const auto text = [&](std::string_view field) { return columns.text(row, field); };
    match::Texts texts;
    texts.name = text("name");
    // Family name first, as everywhere here: a given name at the front may look like a form of address.
    if (texts.name.empty())
        texts.name = std::string(vn::trim(text("family_name") + " " + text("given_name")));
    if (texts.name.empty())
        texts.name = text("company");
    texts.kind = isOrganisation(columns, row, texts.name) ? match::Kind::Organisation : match::Kind::Person;
    texts.phones = {text("phone")};
    texts.emails = {text("email")};
    texts.taxCode = text("tax_code");
    texts.nationalId = text("national_id");
    texts.birthday = readDay(text("birthday"), order);
    match::AddressTexts address;
    address.street = text("address");
    address.province = text("province");
    if (!address.street.empty() || !address.province.empty())
        texts.addresses.push_back(std::move(address));
    return match::read(texts);
}

void readTruth(const std::filesystem::path& file, EvaluationSet& set)
{
    std::unordered_map<std::string, std::size_t> places;
    for (std::size_t i = 0; i < set.ids.size(); ++i)
        places[set.ids[i]] = i;
    const std::vector<Cells> rows = readCsv(file);
    for (std::size_t i = 1; i < rows.size(); ++i) {
        if (rows[i].size() < 2)
            throw EvaluationError(file.string() + ": row " + std::to_string(i + 1) + " has no second id");
        const auto a = places.find(rows[i][0]);
        const auto b = places.find(rows[i][1]);
        if (a != places.end() && b != places.end() && a != b)
            set.truth.insert(std::minmax(a->second, b->second));
    }
    set.hasLabels = true;
}

bool areDigits(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, vn::isAsciiDigit);
}

vn::Date today()
{
    const auto days = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    return vn::fromDays(days.time_since_epoch().count());
}

bool isYear(int number)
{
    constexpr int kFirst = 1850;
    return number >= kFirst && number <= today().year;
}

/// The numbers of "03/22/1999"; empty for anything else.
std::vector<int> dayParts(const std::string& text)
{
    static const std::regex kParts(R"((\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}))");
    std::smatch found;
    if (!std::regex_match(text, found, kParts))
        return {};
    return {std::stoi(found[1]), std::stoi(found[2]), std::stoi(found[3])};
}

/// Which of the two small numbers goes beyond twelve, in the column as a whole.
DayOrder orderIn(const Columns& columns, const std::vector<Cells>& rows)
{
    constexpr int kMonths = 12;
    int dayFirst = 0;
    int monthFirst = 0;
    for (std::size_t i = 1; i < rows.size(); ++i)
        if (const std::vector<int> parts = dayParts(columns.text(rows[i], "birthday")); parts.size() == 3) {
            dayFirst += parts[0] > kMonths ? 1 : 0;
            monthFirst += parts[1] > kMonths ? 1 : 0;
        }
    return monthFirst > dayFirst ? DayOrder::MonthFirst : DayOrder::DayFirst;
}

} // namespace

vn::Date readDay(const std::string& text, DayOrder order)
{
    const auto number = [&](std::size_t at, std::size_t length) { return std::stoi(text.substr(at, length)); };
    if (areDigits(text) && text.size() >= 4 && isYear(number(0, 4))) {
        const vn::Date day = text.size() == 8 ? vn::Date{number(0, 4), number(4, 2), number(6, 2)} : vn::Date{};
        return vn::isValid(day) ? day : vn::Date{number(0, 4), 0, 0};
    }
    const std::vector<int> parts = dayParts(text);
    const vn::Date day = parts.size() == 3 && order == DayOrder::MonthFirst
                             ? vn::Date{parts[2], parts[0], parts[1]}
                             : vn::parseDate(text, today(), vn::YearHint::Past).value_or(vn::Date{});
    if (day != vn::Date{} && (day.year == 0 || (vn::isValid(day) && isYear(day.year))))
        return day;
    // "6/1975", or a sign too many: "06/121/975".
    const std::string digits = vn::digitsOf(text);
    const int year = digits.size() >= 5 ? std::stoi(digits.substr(digits.size() - 4)) : 0;
    return isYear(year) ? vn::Date{year, 0, 0} : vn::Date{};
}

EvaluationSet readEvaluationSet(const std::filesystem::path& directory, const std::vector<std::string>& mappings)
{
    const std::vector<Cells> rows = readCsv(directory / "records.csv");
    const Columns columns(rows.front(), mappings);
    const DayOrder order = orderIn(columns, rows);
    EvaluationSet set;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        set.ids.push_back(columns.text(rows[i], "id"));
        set.records.push_back(readRecord(columns, rows[i], order));
    }
    if (const auto pairs = directory / "pairs.csv"; std::filesystem::exists(pairs))
        readTruth(pairs, set);
    return set;
}

} // namespace banhang::server
