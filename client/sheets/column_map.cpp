#include "client/sheets/column_map.h"

#include <algorithm>
#include <map>

#include "client/sheets/column_guess.h"
#include "common/vn/utf8.h"

namespace banhang::client {

namespace {

constexpr int kHeaderRows = 15;
constexpr int kRowsBelow = 60;
constexpr int kNumberDigits = 8; // of a phone or a tax code

struct RowTitles
{
    int filled = 0; ///< cells
    int found = 0;  ///< cells that have a title in them
    int whole = 0;  ///< cells that are a title as they stand

    bool areMost() const { return whole * 2 > filled; }
};

RowTitles titlesOf(const SheetTable& table, int row)
{
    RowTitles titles;
    for (int column = 0; column < table.columnCount(); ++column) {
        const std::string_view text = vn::trim(table.cell(row, column).text);
        const bool isWhole = isKnownTitle(text);
        titles.filled += text.empty() ? 0 : 1;
        titles.whole += isWhole ? 1 : 0;
        // "Công ty TNHH …" has "công ty" in it and is a customer.
        titles.found += bestTitle(text).score > 0 && (isWhole || !isCompany(text)) ? 1 : 0;
    }
    return titles;
}

/// No title holds an e-mail address or so long a number.
bool holdsACustomer(const SheetTable& table, int row)
{
    for (int column = 0; column < table.columnCount(); ++column) {
        const std::string_view text = table.cell(row, column).text;
        const auto digits = std::ranges::count_if(text, [](char c) { return c >= '0' && c <= '9'; });
        if (digits >= kNumberDigits || text.find('@') != std::string_view::npos)
            return true;
    }
    return false;
}

/// As a name that stands in a list: "Lý Do" is two words that begin as a name does, but no names stand below it.
bool namesAPerson(const SheetTable& table, int row)
{
    for (int column = 0; column < table.columnCount(); ++column) {
        const std::string_view text = vn::trim(table.cell(row, column).text);
        if (isPersonsName(text) && bestTitle(text).score == 0 && isAboveNames(table, row, column))
            return true;
    }
    return false;
}

/// The same again in the column, beside something else: a choice that customers have in common. A whole row that comes
/// again is one of titles, printed on each page.
bool hasAChoice(const SheetTable& table, int row)
{
    const int end = std::min(table.rowCount(), row + 1 + kRowsBelow);
    for (int below = row + 1; below < end; ++below) {
        int equal = 0;
        int filled = 0;
        for (int column = 0; column < table.columnCount(); ++column) {
            const std::string_view text = vn::trim(table.cell(row, column).text);
            filled += text.empty() ? 0 : 1;
            equal += !text.empty() && text == vn::trim(table.cell(below, column).text) ? 1 : 0;
        }
        if (equal > 0 && equal < filled)
            return true;
    }
    return false;
}

bool namesACompany(const SheetTable& table, int row)
{
    for (int column = 0; column < table.columnCount(); ++column)
        if (isCompany(table.cell(row, column).text))
            return true;
    return false;
}

/// Words of titles also stand in the rows of a list: "Zalo" in a column of remarks, "Đường …" in an address.
bool areBelievable(const RowTitles& titles, bool isOfACustomer, bool isBelowACustomer)
{
    if (titles.areMost())
        return true;
    // What stands above the titles may well have a phone number: the letterhead of the office.
    return !isOfACustomer && (!isBelowACustomer || titles.whole > 1);
}

} // namespace

int guessHeaderRow(const SheetTable& table)
{
    int best = -1;
    int bestFound = 0;
    int first = -1;
    bool isBelowACustomer = false;
    for (int row = 0; row < std::min(table.rowCount(), kHeaderRows); ++row) {
        if (table.isBlank(row))
            continue;
        if (first < 0)
            first = row;
        const bool holdsOne = holdsACustomer(table, row);
        const RowTitles titles = titlesOf(table, row);
        const bool isOfOne = holdsOne || namesAPerson(table, row) || hasAChoice(table, row);
        if (titles.found > bestFound && areBelievable(titles, isOfOne, isBelowACustomer)) {
            best = row;
            bestFound = titles.found;
        }
        // A name alone in its row is that of whose list it is.
        isBelowACustomer = isBelowACustomer || holdsOne || (isOfOne && titles.filled > 1);
    }
    if (best < 0 && first >= 0 &&
        (holdsACustomer(table, first) || namesACompany(table, first) || namesAPerson(table, first) ||
         hasAChoice(table, first)))
        return -1;
    return best >= 0 ? best : std::max(first, 0);
}

ColumnMap::ColumnMap(const SheetTable& table, int headerRow) : m_headerRow(headerRow)
{
    const auto columns = static_cast<std::size_t>(table.columnCount());
    m_fields.resize(columns);
    m_monthFirst.resize(columns);
    for (int column = 0; column < table.columnCount(); ++column)
        m_titles.push_back(vn::tidy(table.cell(headerRow, column).text));
    guessByTitles(table);
    guessByContents(table);
    findMonthFirst(table);
}

void ColumnMap::guessByTitles(const SheetTable& table)
{
    struct Match
    {
        int score;
        int column;
        std::string_view field;
    };
    std::vector<Match> matches;
    for (int column = 0; column < columnCount(); ++column)
        for (const TitleMatch& match : titleMatches(title(column)))
            matches.push_back({match.score, column, match.field});
    // The surest first; of equals, the column further left.
    std::ranges::stable_sort(matches, [](const Match& a, const Match& b) { return a.score > b.score; });
    for (const Match& match : matches) {
        const bool isTaken = std::ranges::find(m_fields, match.field) != m_fields.end();
        if (field(match.column).empty() && (!isTaken || importField(match.field)->repeats) &&
            !isContradicted(table, m_headerRow, match.column, match.field))
            m_fields[static_cast<std::size_t>(match.column)] = match.field;
    }
}

void ColumnMap::guessByContents(const SheetTable& table)
{
    for (int column = 0; column < columnCount(); ++column) {
        if (!field(column).empty() || isCounterTitle(title(column)))
            continue;
        const std::string_view guess = fieldByContents(table, m_headerRow, column);
        const bool isTaken = std::ranges::find(m_fields, guess) != m_fields.end();
        if (!guess.empty() && (!isTaken || importField(guess)->repeats))
            m_fields[static_cast<std::size_t>(column)] = guess;
    }
}

void ColumnMap::findMonthFirst(const SheetTable& table)
{
    for (int column = 0; column < columnCount(); ++column)
        m_monthFirst[static_cast<std::size_t>(column)] = isWrittenMonthFirst(table, m_headerRow, column);
}

void ColumnMap::setField(int column, const std::string& wanted)
{
    const ImportField* known = importField(wanted);
    if (known != nullptr && !known->repeats)
        std::ranges::replace(m_fields, wanted, std::string());
    m_fields[static_cast<std::size_t>(column)] = known != nullptr ? wanted : std::string();
}

bool ColumnMap::hasName() const
{
    const auto has = [&](std::string_view name) { return std::ranges::find(m_fields, name) != m_fields.end(); };
    return has("name") || has("given_name") || has("family_name");
}

int ColumnMap::apply(const v1::ImportTemplate& wanted)
{
    int applied = 0;
    for (const v1::TemplateColumn& column : wanted.columns())
        for (int i = 0; i < columnCount(); ++i)
            if (title(i) == column.title()) {
                setField(i, column.field());
                ++applied;
                break;
            }
    return applied;
}

v1::ImportTemplate ColumnMap::asTemplate() const
{
    v1::ImportTemplate result;
    for (int i = 0; i < columnCount(); ++i) {
        if (title(i).empty())
            continue;
        v1::TemplateColumn& column = *result.add_columns();
        column.set_title(title(i));
        column.set_field(field(i));
    }
    return result;
}

std::string ColumnMap::describe() const
{
    std::vector<std::string> parts;
    for (const ImportField& known : importFields())
        for (int i = 0; i < columnCount(); ++i)
            if (field(i) == known.name)
                parts.push_back(std::string(known.name) + "=" + (title(i).empty() ? std::to_string(i + 1) : title(i)));
    return vn::join(parts, ", ");
}

BuiltRow ColumnMap::build(const SheetTable& table, int row, const ImportVocabulary& words,
                          std::vector<ColumnCheck>& checks) const
{
    BuiltRow built;
    RowInput input{built.customer, built.issues, words};
    ColumnCheck* addressCheck = nullptr;
    ColumnCheck unseen;
    for (int column = 0; column < columnCount(); ++column) {
        const ImportField* known = importField(field(column));
        const SheetCell cell = table.cell(row, column);
        // Not tidied: notes keep their lines, and the server knows which fields have lines.
        const std::string_view text = vn::trim(cell.text);
        if (known == nullptr || text.empty())
            continue;
        ColumnCheck& check = checks.empty() ? unseen : checks[static_cast<std::size_t>(column)];
        ++check.filled;
        input.monthFirst = isMonthFirst(column);
        known->fill(input, text, cell.kind, check);
        if (known->name == "address")
            addressCheck = &check;
    }
    finishRow(input, addressCheck);
    return built;
}

namespace {

/// "contacts[0].phones[1].number" in steps.
struct Step
{
    std::string field;
    int index = -1;
};

std::vector<Step> stepsOf(const std::string& path)
{
    std::vector<Step> steps;
    std::size_t at = 0;
    while (at < path.size()) {
        const std::size_t end = std::min(path.find('.', at), path.size());
        std::string part = path.substr(at, end - at);
        Step step;
        if (const std::size_t bracket = part.find('['); bracket != std::string::npos) {
            step.index = static_cast<int>(std::strtol(part.c_str() + bracket + 1, nullptr, 10));
            part.resize(bracket);
        }
        step.field = part;
        steps.push_back(step);
        at = end + 1;
    }
    return steps;
}

/// An element of a list to be taken out; lists are taken apart from their ends, so that indexes stay true.
struct Faulty
{
    google::protobuf::Message* holder;
    const google::protobuf::FieldDescriptor* field;
    int index;
};

bool findFaulty(v1::Customer& customer, const std::string& path, std::vector<Faulty>& found)
{
    google::protobuf::Message* message = &customer;
    Faulty faulty{nullptr, nullptr, -1};
    for (const Step& step : stepsOf(path)) {
        const auto* field = message->GetDescriptor()->FindFieldByName(step.field);
        if (field == nullptr)
            return false;
        const auto* reflection = message->GetReflection();
        const bool isElement = field->is_repeated() && step.index >= 0;
        if (isElement && step.index >= reflection->FieldSize(*message, field))
            return false;
        if (isElement || faulty.holder == nullptr)
            faulty = {message, field, step.index};
        if (field->cpp_type() != google::protobuf::FieldDescriptor::CPPTYPE_MESSAGE)
            break;
        if (field->is_repeated() && !isElement)
            break;
        message = isElement ? reflection->MutableRepeatedMessage(message, field, step.index)
                            : reflection->MutableMessage(message, field);
    }
    if (faulty.holder == nullptr || (faulty.holder == &customer && faulty.field->name() == "name"))
        return false;
    found.push_back(faulty);
    return true;
}

void takeOut(const Faulty& faulty)
{
    const auto* reflection = faulty.holder->GetReflection();
    if (faulty.index < 0) {
        reflection->ClearField(faulty.holder, faulty.field);
        return;
    }
    const int last = reflection->FieldSize(*faulty.holder, faulty.field) - 1;
    for (int i = faulty.index; i < last; ++i)
        reflection->SwapElements(faulty.holder, faulty.field, i, i + 1);
    reflection->RemoveLast(faulty.holder, faulty.field);
}

} // namespace

bool dropFaultyValues(v1::Customer& customer, const std::vector<v1::FieldIssue>& issues)
{
    std::vector<Faulty> found;
    for (const v1::FieldIssue& issue : issues)
        if (issue.severity() == v1::SEVERITY_ERROR && !findFaulty(customer, issue.path(), found))
            return false;
    const auto isSame = [](const Faulty& a, const Faulty& b) {
        return a.holder == b.holder && a.field == b.field && a.index == b.index;
    };
    std::ranges::stable_sort(found, [](const Faulty& a, const Faulty& b) { return a.index > b.index; });
    std::vector<Faulty> done;
    for (const Faulty& faulty : found) {
        if (std::ranges::any_of(done, [&](const Faulty& other) { return isSame(other, faulty); }))
            continue;
        takeOut(faulty);
        done.push_back(faulty);
    }
    return true;
}

} // namespace banhang::client
