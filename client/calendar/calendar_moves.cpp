#include "client/calendar/calendar_moves.h"

#include <algorithm>
#include <utility>

#include "client/activities/activity_changes.h"
#include "client/activities/activity_text.h"
#include "client/calendar/calendar_model.h"
#include "client/core/office_time.h"

namespace banhang::client {

namespace {

constexpr std::size_t kMaxUndo = 50;

/// The times of `from`, everything else of `to`.
v1::Activity withTimes(v1::Activity to, const v1::Activity& from)
{
    to.clear_start_time();
    to.clear_end_time();
    to.clear_day();
    to.clear_last_day();
    if (from.has_start_time())
        *to.mutable_start_time() = from.start_time();
    if (from.has_end_time())
        *to.mutable_end_time() = from.end_time();
    if (from.has_day())
        *to.mutable_day() = from.day();
    if (from.has_last_day())
        *to.mutable_last_day() = from.last_day();
    return to;
}

bool hasSameTimes(const v1::Activity& a, const v1::Activity& b)
{
    return withTimes(a, b).SerializeAsString() == a.SerializeAsString();
}

} // namespace

CalendarMoves::CalendarMoves(ActivitiesApi& api, CalendarModel& model, QObject* parent)
    : QObject(parent), m_api(api), m_model(model)
{
    // What is on its way to the server stands where it was put, whatever comes from there meanwhile.
    connect(&model, &CalendarModel::arrived, this, [this] {
        for (const Pending& pending : std::as_const(m_pending))
            m_model.apply(pending.wanted);
    });
}

void CalendarMoves::move(const v1::Activity& activity, const QDateTime& start, const QDateTime& end)
{
    v1::Activity times;
    *times.mutable_start_time() = toTimestamp(start);
    if (end > start)
        *times.mutable_end_time() = toTimestamp(end);
    want(activity, times, Why::Move);
}

void CalendarMoves::moveToDay(const v1::Activity& activity, const QDate& firstDay)
{
    const qint64 days = activityDay(activity).daysTo(firstDay);
    v1::Activity times = activity;
    if (activity.has_start_time())
        *times.mutable_start_time() = toTimestamp(activityStart(activity).addDays(days));
    if (activity.has_end_time())
        *times.mutable_end_time() = toTimestamp(activityEnd(activity).addDays(days));
    if (activity.has_day())
        *times.mutable_day() = toDate(firstDay);
    if (activity.has_last_day())
        *times.mutable_last_day() = toDate(toDay(activity.last_day()).addDays(days));
    want(activity, times, Why::Move);
}

void CalendarMoves::undo()
{
    step(m_undo, Why::Undo);
}

void CalendarMoves::redo()
{
    step(m_redo, Why::Redo);
}

void CalendarMoves::forgetAll()
{
    m_pending.clear();
    m_undo.clear();
    m_redo.clear();
    m_moved.clear();
}

void CalendarMoves::step(std::vector<v1::Activity>& from, Why why)
{
    if (from.empty())
        return;
    const v1::Activity times = std::move(from.back());
    from.pop_back();
    const CalendarItem* item = m_model.find(times.id());
    want(item ? *item->activity : m_moved.value(times.id()), times, why);
}

void CalendarMoves::want(const v1::Activity& activity, const v1::Activity& times, Why why)
{
    const qint64 id = activity.id();
    auto pending = m_pending.find(id);
    const bool isRunning = pending != m_pending.end();
    if (!isRunning)
        pending = m_pending.insert(id, {activity, activity, activity, why});
    pending->wanted = withTimes(pending->stored, times);
    m_model.apply(pending->wanted);
    if (!isRunning)
        send(id);
}

void CalendarMoves::send(qint64 id)
{
    const Pending& pending = m_pending[id];
    v1::UpdateActivityRequest request;
    *request.mutable_activity() = pending.wanted;
    for (const auto& field : changedActivityFields(pending.stored, pending.wanted))
        request.mutable_update_mask()->add_paths(field);
    if (request.update_mask().paths().empty()) {
        m_pending.remove(id);
        return;
    }
    m_api
        .update(request, this,
                [this, id](const Outcome<v1::ActivityChangeResponse>& outcome) { onAnswer(id, outcome); })
        .release();
}

void CalendarMoves::onAnswer(qint64 id, const Outcome<v1::ActivityChangeResponse>& outcome)
{
    const auto pending = m_pending.find(id);
    if (pending == m_pending.end())
        return;
    if (!outcome) {
        m_model.apply(pending->stored);
        m_pending.erase(pending);
        m_model.reload();
        emit failed(tr("It was not moved."), outcome.error());
        return;
    }
    pending->stored = outcome->activity();
    pending->wanted = withTimes(pending->stored, pending->wanted);
    if (!hasSameTimes(pending->stored, pending->wanted)) {
        m_model.apply(pending->wanted);
        return send(id);
    }
    const Pending done = std::move(*pending);
    m_pending.erase(pending);
    m_moved.insert(id, done.stored);
    m_model.apply(done.stored);
    auto& back = done.why == Why::Undo ? m_redo : m_undo;
    back.push_back(done.before);
    if (back.size() > kMaxUndo)
        back.erase(back.begin());
    if (done.why == Why::Move)
        m_redo.clear();
    emit moved(done.stored, done.why != Why::Move);
}

} // namespace banhang::client
