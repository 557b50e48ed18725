#include "client/activities/activity_acts.h"

#include "client/activities/activity_changes.h"
#include "client/activities/activity_text.h"
#include "client/core/office_time.h"

namespace banhang::client {

namespace {

v1::Activity movedTo(const v1::Activity& activity, const QDateTime& start)
{
    v1::Activity moved = activity;
    const qint64 length = activityStart(activity).secsTo(activityEnd(activity));
    moved.clear_day();
    moved.clear_last_day();
    *moved.mutable_start_time() = toTimestamp(start);
    if (activity.has_end_time())
        *moved.mutable_end_time() = toTimestamp(start.addSecs(length));
    return moved;
}

} // namespace

ActivityActs::ActivityActs(ActivitiesApi& api, QObject* parent) : QObject(parent), m_api(api) {}

void ActivityActs::close(const v1::Activity& activity, v1::ActivityState state, const QString& name)
{
    v1::CloseActivityRequest request;
    request.mutable_activity()->set_id(activity.id());
    request.mutable_activity()->set_version(activity.version());
    request.set_state(state);
    const QString text = state == v1::ACTIVITY_STATE_DONE ? tr("Done: %1").arg(name) : tr("Not reached: %1").arg(name);
    m_api
        .close(request, this,
               [this, text, name](const Outcome<v1::ActivityChangeResponse>& outcome) {
                   if (!outcome) {
                       emit failed(tr("“%1” is not done yet.").arg(name), outcome.error());
                       return;
                   }
                   const auto& stored = outcome->activity();
                   emit changed(stored);
                   emit undoOffered(
                       text, [this, id = stored.id(), version = stored.version()] { reopenQuietly(id, version); });
               })
        .release();
}

void ActivityActs::reopenQuietly(qint64 activityId, qint64 version)
{
    m_api
        .reopen(activityId, version, this,
                [this](const Outcome<v1::ActivityChangeResponse>& outcome) {
                    if (outcome)
                        emit changed(outcome->activity());
                    else
                        emit failed(tr("That could not be undone."), outcome.error());
                })
        .release();
}

void ActivityActs::reopen(const v1::Activity& activity, const QString& name)
{
    m_api
        .reopen(activity.id(), activity.version(), this,
                [this, name, state = activity.state()](const Outcome<v1::ActivityChangeResponse>& outcome) {
                    if (!outcome) {
                        emit failed(tr("“%1” is not open again.").arg(name), outcome.error());
                        return;
                    }
                    const v1::Activity stored = outcome->activity();
                    emit changed(stored);
                    emit undoOffered(tr("Open again: %1").arg(name),
                                     [this, stored, state, name] { close(stored, state, name); });
                })
        .release();
}

void ActivityActs::moveTo(const v1::Activity& activity, const QDateTime& start, const QString& name)
{
    const auto moved = movedTo(activity, start);
    update(activity, moved, tr("%1: now %2").arg(name, whenText(moved, officeNow())));
}

void ActivityActs::moveToDay(const v1::Activity& activity, const QDate& day, const QString& name)
{
    if (activity.has_start_time()) {
        moveTo(activity, officeTime(day, activityStart(activity).time()), name);
        return;
    }
    v1::Activity moved = activity;
    const qint64 length = activityDay(activity).daysTo(activityLastDay(activity));
    *moved.mutable_day() = toDate(day);
    if (activity.has_last_day())
        *moved.mutable_last_day() = toDate(day.addDays(length));
    update(activity, moved, tr("%1: now %2").arg(name, whenText(moved, officeNow())));
}

void ActivityActs::update(const v1::Activity& activity, const v1::Activity& wanted, const QString& text)
{
    v1::UpdateActivityRequest request;
    *request.mutable_activity() = wanted;
    for (const auto& field : changedActivityFields(activity, wanted))
        request.mutable_update_mask()->add_paths(field);
    if (request.update_mask().paths().empty())
        return;
    m_api
        .update(request, this,
                [this, text, activity](const Outcome<v1::ActivityChangeResponse>& outcome) {
                    if (!outcome) {
                        emit failed(tr("It was not moved."), outcome.error());
                        return;
                    }
                    const v1::Activity stored = outcome->activity();
                    emit changed(stored);
                    emit undoOffered(text, [this, stored, activity, text] {
                        v1::Activity back = activity;
                        back.set_version(stored.version());
                        update(stored, back, text);
                    });
                })
        .release();
}

void ActivityActs::moveToBin(const v1::Activity& activity, const QString& name)
{
    m_api
        .moveToBin(activity.id(), activity.version(), this,
                   [this, name](const Outcome<v1::Activity>& outcome) {
                       if (!outcome) {
                           emit failed(tr("“%1” was not deleted.").arg(name), outcome.error());
                           return;
                       }
                       emit changed(outcome.value());
                       emit undoOffered(tr("Deleted: %1").arg(name), [this, id = outcome->id()] { restore(id); });
                   })
        .release();
}

void ActivityActs::restore(qint64 activityId)
{
    m_api
        .restore(activityId, this,
                 [this](const Outcome<v1::Activity>& outcome) {
                     if (outcome)
                         emit changed(outcome.value());
                     else
                         emit failed(tr("That could not be undone."), outcome.error());
                 })
        .release();
}

void ActivityActs::create(const v1::Activity& activity, const QString& name)
{
    v1::CreateActivityRequest request;
    *request.mutable_activity() = activity;
    m_api
        .create(request, this,
                [this, name](const Outcome<v1::ActivityChangeResponse>& outcome) {
                    if (!outcome) {
                        emit failed(tr("“%1” was not added.").arg(name), outcome.error());
                        return;
                    }
                    const v1::Activity stored = outcome->activity();
                    emit changed(stored);
                    emit undoOffered(tr("Added: %1, %2").arg(name, whenText(stored, officeNow())),
                                     [this, stored, name] { moveToBin(stored, name); });
                })
        .release();
}

} // namespace banhang::client
