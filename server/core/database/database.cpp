#include "server/core/database/database.h"

#include <array>
#include <charconv>
#include <cstdlib>

#include "common/error.h"

namespace banhang::server {

namespace {

[[noreturn]] void throwUnreadable(const char* type, std::string_view text)
{
    throw std::logic_error("column is no " + std::string(type) + ": '" + std::string(text) + "'");
}

template <typename Number>
Number numberIn(std::string_view text, const char* type)
{
    Number value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size())
        throwUnreadable(type, text);
    return value;
}

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    return c - 'a' + 10; // PostgreSQL writes small letters
}

/// Splits PostgreSQL's text form of a one-dimensional array, {1,"a \"b\"",NULL}. NULL elements do not occur in our
/// tables and read as "NULL".
std::vector<std::string> arrayElements(std::string_view text)
{
    if (text.size() < 2 || text.front() != '{' || text.back() != '}')
        throwUnreadable("array", text);
    std::vector<std::string> elements;
    std::string element;
    bool quoted = false;
    bool pending = text.size() > 2;
    for (std::size_t i = 1; i + 1 < text.size(); ++i) {
        const char c = text[i];
        if (c == '\\')
            element += text[++i];
        else if (c == '"')
            quoted = !quoted;
        else if (c == ',' && !quoted)
            elements.push_back(std::exchange(element, {}));
        else
            element += c;
    }
    if (pending)
        elements.push_back(std::move(element));
    return elements;
}

void appendQuoted(std::string& out, std::string_view element)
{
    out += '"';
    for (const char c : element) {
        if (c == '"' || c == '\\')
            out += '\\';
        out += c;
    }
    out += '"';
}

void refuseNul(std::string_view text)
{
    if (text.find('\0') != std::string_view::npos)
        throw AppError(ErrorCode::Invalid, "call.text_has_nul");
}

} // namespace

DatabaseError::DatabaseError(std::string sqlState, std::string constraint, const std::string& message, bool inDoubt)
    : std::runtime_error(message),
      m_sqlState(std::move(sqlState)),
      m_constraint(std::move(constraint)),
      m_inDoubt(inDoubt)
{
}

bool DatabaseError::isConnectionLost() const
{
    // 25P03: idle too long in a transaction. 08: connection exceptions.
    return m_sqlState.empty() || isServerGoing() || m_sqlState.starts_with("08") || m_sqlState == "25P03";
}

bool DatabaseError::isServerGoing() const
{
    return m_sqlState == "57P01" || m_sqlState == "57P02" || m_sqlState == "57P03";
}

bool DatabaseError::isReadOnly() const
{
    return m_sqlState == "25006";
}

bool DatabaseError::isRetryable() const
{
    return m_sqlState == "40001" || m_sqlState == "40P01";
}

bool DatabaseError::isCancelled() const
{
    return m_sqlState == "57014" || m_sqlState == "55P03";
}

void Params::add(std::nullopt_t)
{
    m_values.push_back({{}, true, false});
}

void Params::add(bool value)
{
    m_values.push_back({value ? "t" : "f"});
}

void Params::add(std::int64_t value)
{
    m_values.push_back({std::to_string(value)});
}

void Params::add(double value)
{
    std::array<char, 32> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
    m_values.push_back({std::string(buffer.data(), end)});
}

void Params::add(std::string_view value)
{
    refuseNul(value);
    m_values.push_back({std::string(value)});
}

void Params::add(std::span<const std::byte> value)
{
    m_values.push_back({std::string(reinterpret_cast<const char*>(value.data()), value.size()), false, true});
}

void Params::add(const std::vector<std::int64_t>& value)
{
    std::string text = "{";
    for (const std::int64_t element : value) {
        if (text.size() > 1)
            text += ',';
        text += std::to_string(element);
    }
    text += '}';
    m_values.push_back({std::move(text)});
}

void Params::add(const std::vector<std::string>& value)
{
    std::string text = "{";
    for (const std::string& element : value) {
        refuseNul(element);
        if (text.size() > 1)
            text += ',';
        appendQuoted(text, element);
    }
    text += '}';
    m_values.push_back({std::move(text)});
}

bool Row::isNull(int column) const
{
    return PQgetisnull(m_result, m_index, column) != 0;
}

std::string_view Row::text(int column) const
{
    return {PQgetvalue(m_result, m_index, column), static_cast<std::size_t>(PQgetlength(m_result, m_index, column))};
}

std::int64_t Row::int64(int column) const
{
    return numberIn<std::int64_t>(text(column), "bigint");
}

bool Row::boolean(int column) const
{
    const std::string_view value = text(column);
    if (value != "t" && value != "f")
        throwUnreadable("boolean", value);
    return value == "t";
}

double Row::real(int column) const
{
    return numberIn<double>(text(column), "double");
}

std::string Row::bytes(int column) const
{
    const std::string_view value = text(column);
    if (isNull(column))
        throwUnreadable("bytea", "NULL");
    if (!value.starts_with("\\x") || value.size() % 2 != 0)
        throwUnreadable("bytea", value);
    std::string out;
    out.reserve(value.size() / 2 - 1);
    for (std::size_t i = 2; i < value.size(); i += 2)
        out += static_cast<char>(hexDigit(value[i]) * 16 + hexDigit(value[i + 1]));
    return out;
}

std::vector<std::int64_t> Row::int64s(int column) const
{
    std::vector<std::int64_t> out;
    for (const std::string& element : arrayElements(text(column)))
        out.push_back(numberIn<std::int64_t>(element, "bigint[]"));
    return out;
}

std::vector<std::string> Row::strings(int column) const
{
    return arrayElements(text(column));
}

std::optional<std::int64_t> Row::micros(int column) const
{
    if (isNull(column))
        return std::nullopt;
    return int64(column);
}

int Rows::size() const
{
    return m_result ? PQntuples(m_result.get()) : 0;
}

Row Rows::front() const
{
    if (empty())
        throw std::out_of_range("statement gave no row");
    return (*this)[0];
}

std::int64_t Rows::affected() const
{
    const char* text = m_result ? PQcmdTuples(m_result.get()) : "";
    return *text == '\0' ? 0 : std::strtoll(text, nullptr, 10);
}

std::string_view Rows::commandTag() const
{
    return m_result ? PQcmdStatus(m_result.get()) : "";
}

} // namespace banhang::server
