#include "client/calendar/grid_drag.h"

#include <algorithm>

namespace banhang::client {

namespace {

constexpr int kStepSeconds = GridDrag::kStepMinutes * 60;

} // namespace

void GridDrag::beginCreate(const QDateTime& at)
{
    *this = {};
    m_kind = Kind::Create;
    m_grabbed = at;
    m_start = m_firstStart = at;
    m_end = m_firstEnd = at.addSecs(kStepSeconds);
}

void GridDrag::beginMove(qint64 id, const QDateTime& start, const QDateTime& end, const QDateTime& at)
{
    m_kind = Kind::Move;
    m_id = id;
    m_start = m_firstStart = start;
    m_end = m_firstEnd = end;
    m_grabbed = at;
}

void GridDrag::beginResize(qint64 id, const QDateTime& start, const QDateTime& end)
{
    beginMove(id, start, end, end);
    m_kind = Kind::Resize;
}

void GridDrag::moveTo(const QDateTime& at)
{
    const QDateTime after = at.addSecs(kStepSeconds);
    switch (m_kind) {
    case Kind::None:
        break;
    case Kind::Create:
        m_start = std::min(m_grabbed, at);
        m_end = std::max(m_grabbed.addSecs(kStepSeconds), after);
        break;
    case Kind::Move: {
        const qint64 shift = m_grabbed.secsTo(at);
        m_start = m_firstStart.addSecs(shift);
        m_end = m_firstEnd.addSecs(shift);
        break;
    }
    case Kind::Resize:
        m_end = std::max(m_firstStart.addSecs(kStepSeconds), after);
        break;
    }
}

bool GridDrag::hasMoved() const
{
    return m_start != m_firstStart || m_end != m_firstEnd;
}

} // namespace banhang::client
