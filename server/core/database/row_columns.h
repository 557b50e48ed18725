// Reads the columns of one row from the left into the fields of a message.
#pragma once

#include <string>

#include <google/protobuf/util/time_util.h>

#include "common/vn/date.h"
#include "server/core/database/database.h"
#include "server/core/database/timestamp_text.h"

namespace banhang::server {

/// Owner: short-lived; the row must outlive it.
class RowColumns
{
public:
    explicit RowColumns(const Row& row) : m_row(row) {}

    int next() { return m_next++; }
    /// 0 for NULL.
    std::int64_t id()
    {
        const int column = next();
        return m_row.isNull(column) ? 0 : m_row.int64(column);
    }
    std::string text() { return m_row.string(next()); }
    bool flag() { return m_row.boolean(next()); }
    template <typename Enum>
    Enum named()
    {
        return static_cast<Enum>(m_row.int32(next()));
    }
    /// A moment in microseconds; `field` gives the message's Timestamp and is not asked for NULL.
    template <typename Mutable>
    void time(Mutable field)
    {
        if (const auto micros = m_row.micros(next()))
            *field() = google::protobuf::util::TimeUtil::MicrosecondsToTimestamp(*micros);
    }
    /// As time(), of a timestamptz selected as it is.
    template <typename Mutable>
    void moment(Mutable field)
    {
        if (const int column = next(); !m_row.isNull(column))
            *field() = google::protobuf::util::TimeUtil::MicrosecondsToTimestamp(microsOfTimestamp(m_row.text(column)));
    }
    /// A date; `field` gives the message's Date and is not asked for NULL.
    template <typename Mutable>
    void day(Mutable field)
    {
        const auto read = vn::parseIsoDate(text());
        if (!read)
            return;
        auto& date = *field();
        date.set_year(read->year);
        date.set_month(read->month);
        date.set_day(read->day);
    }

private:
    const Row& m_row;
    int m_next = 0;
};

} // namespace banhang::server
