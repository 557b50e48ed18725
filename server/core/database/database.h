// What goes to the database and comes back: statements, parameters, rows, and errors told by SQLSTATE and constraint.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <libpq-fe.h>

namespace banhang::server {

/// SQL text with $n places, one command. Declare as `constexpr Statement kInsertCustomer{"..."}` at the top of the
/// store that owns it: the address of the text is the key under which each connection keeps it prepared.
struct Statement
{
    const char* sql;
};

/// A failed statement. Unknown ones pass up to the pipeline and become Internal with an incident id.
class DatabaseError : public std::runtime_error
{
public:
    DatabaseError(std::string sqlState, std::string constraint, const std::string& message, bool inDoubt = false);

    /// Five letters, "23505"; empty when the connection itself failed.
    const std::string& sqlState() const { return m_sqlState; }
    /// Name of the violated constraint; empty if none.
    const std::string& constraint() const { return m_constraint; }
    bool isConnectionLost() const;
    /// Shut down by an administrator, crash of a neighbour, not up yet: the other connections are about to be lost too.
    bool isServerGoing() const;
    /// In a transaction that may write: the primary became a standby.
    bool isReadOnly() const;
    /// Deadlock or serialization failure: the whole transaction may be run again.
    bool isRetryable() const;
    /// Cancelled by statement_timeout, by PQcancel or by a lock timeout.
    bool isCancelled() const;
    /// The connection was lost while a commit was under way: whether it took effect is not known. Never run again
    /// blindly.
    bool isInDoubt() const { return m_inDoubt; }

private:
    std::string m_sqlState;
    std::string m_constraint;
    bool m_inDoubt;
};

/// For bytea places.
inline std::span<const std::byte> asBytes(std::string_view bytes)
{
    return std::as_bytes(std::span(bytes.data(), bytes.size()));
}

/// Values for the places of one statement, in order, encoded as PostgreSQL's text form (bytea as binary).
class Params
{
public:
    template <typename... Args>
    static Params of(const Args&... args)
    {
        Params params;
        params.m_values.reserve(sizeof...(args));
        (params.add(args), ...);
        return params;
    }

    void add(std::nullopt_t);
    void add(bool value);
    void add(int value) { add(static_cast<std::int64_t>(value)); }
    void add(std::int64_t value);
    void add(double value);
    /// Throws AppError Invalid "call.text_has_nul": PostgreSQL has no such text, and libpq would cut it silently.
    void add(std::string_view value);
    void add(const std::string& value) { add(std::string_view(value)); }
    void add(const char* value) { add(std::string_view(value)); }
    /// bytea
    void add(std::span<const std::byte> value);
    /// bigint[]
    void add(const std::vector<std::int64_t>& value);
    /// text[]
    void add(const std::vector<std::string>& value);
    template <typename T>
    void add(const std::optional<T>& value)
    {
        if (value)
            add(*value);
        else
            add(std::nullopt);
    }

    std::size_t size() const { return m_values.size(); }

private:
    friend class Connection;
    struct Value
    {
        std::string text;
        bool isNull = false;
        bool isBinary = false;
    };
    std::vector<Value> m_values;
};

/// One row, read by column index. Valid as long as its Rows. Readers throw std::logic_error for NULL, except text() and
/// string(), which give "", and micros().
class Row
{
public:
    Row(const PGresult* result, int index) : m_result(result), m_index(index) {}

    bool isNull(int column) const;
    std::int64_t int64(int column) const;
    int int32(int column) const { return static_cast<int>(int64(column)); }
    bool boolean(int column) const;
    double real(int column) const;
    std::string_view text(int column) const;
    std::string string(int column) const { return std::string(text(column)); }
    /// bytea
    std::string bytes(int column) const;
    /// bigint[] or smallint[]
    std::vector<std::int64_t> int64s(int column) const;
    /// text[]
    std::vector<std::string> strings(int column) const;
    /// timestamptz selected as `(extract(epoch FROM x) * 1000000)::bigint`: microseconds since 1970 UTC; nothing for
    /// NULL.
    std::optional<std::int64_t> micros(int column) const;

private:
    const PGresult* m_result;
    int m_index;
};

/// The answer of one statement.
class Rows
{
public:
    explicit Rows(PGresult* result = nullptr) : m_result(result) {}

    int size() const;
    bool empty() const { return size() == 0; }
    Row operator[](int index) const { return {m_result.get(), index}; }
    /// The first row; throws std::out_of_range if there is none.
    Row front() const;
    /// Rows inserted, updated or deleted.
    std::int64_t affected() const;
    /// "COMMIT", "INSERT 0 1"
    std::string_view commandTag() const;

    class Iterator
    {
    public:
        Iterator(const Rows* rows, int index) : m_rows(rows), m_index(index) {}
        Row operator*() const { return (*m_rows)[m_index]; }
        Iterator& operator++()
        {
            ++m_index;
            return *this;
        }
        bool operator!=(const Iterator& other) const { return m_index != other.m_index; }

    private:
        const Rows* m_rows;
        int m_index;
    };
    Iterator begin() const { return {this, 0}; }
    Iterator end() const { return {this, size()}; }

private:
    struct Clear
    {
        void operator()(PGresult* result) const { PQclear(result); }
    };
    std::unique_ptr<PGresult, Clear> m_result;
};

} // namespace banhang::server
