// What the pointer does to an appointment, or makes of free time, until it is let go.
#pragma once

#include <QDateTime>

namespace banhang::client {

/// Works in moments alone, a quarter of an hour at a time.
class GridDrag
{
public:
    enum class Kind { None, Create, Move, Resize };
    static constexpr int kStepMinutes = 15;

    void beginCreate(const QDateTime& at);
    void beginMove(qint64 id, const QDateTime& start, const QDateTime& end, const QDateTime& at);
    void beginResize(qint64 id, const QDateTime& start, const QDateTime& end);
    /// The pointer is over this quarter of an hour.
    void moveTo(const QDateTime& at);
    void cancel() { m_kind = Kind::None; }

    Kind kind() const { return m_kind; }
    bool isActive() const { return m_kind != Kind::None; }
    /// 0 while something new is made.
    qint64 id() const { return m_id; }
    const QDateTime& start() const { return m_start; }
    const QDateTime& end() const { return m_end; }
    /// It stands elsewhere than where it began.
    bool hasMoved() const;

private:
    Kind m_kind = Kind::None;
    qint64 m_id = 0;
    QDateTime m_start;
    QDateTime m_end;
    QDateTime m_firstStart;
    QDateTime m_firstEnd;
    QDateTime m_grabbed;
};

} // namespace banhang::client
