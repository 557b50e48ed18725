// How talks, appointments and tasks are written on the screen, and the times that they stand for.
#pragma once

#include <QDateTime>
#include <QString>

#include "banhang/v1/activities.pb.h"

namespace banhang::client {

class PicklistCache;

/// Its own title; else what it is by itself: "Call", "Call back", "Meeting" (the channel's label).
QString activityTitle(const v1::Activity& activity, const PicklistCache& picklists);
/// With whom, short: "chị Hoa, Sao Mai Bắc"; its place when it has no customer; empty when there is neither.
QString activityWhom(const v1::Activity& activity);
/// "phone", "mail", "users", "map-pin", "file-text": name of an icon.
QString activityIcon(const v1::Activity& activity);
QString channelIcon(const std::string& channelKey);

QString kindWord(v1::ActivityKind kind);
QString stateWord(v1::ActivityState state);
QString potentialWord(v1::Potential potential);
QString pursuitWord(v1::Pursuit pursuit);
QString priorityWord(v1::Priority priority);
/// "12 min", "1 h 05 min"; empty for 0.
QString durationText(qint64 seconds);
/// "at the beginning", "15 min before", "2 h before", "1 day before".
QString leadText(int minutes);

/// Beginning and end by the clock of the office; invalid when it has no moment.
QDateTime activityStart(const v1::Activity& activity);
/// As the beginning when it takes no time of the calendar.
QDateTime activityEnd(const v1::Activity& activity);
/// First day, by moment or by day; invalid for a task without a term.
QDate activityDay(const v1::Activity& activity);
/// Last day that it touches.
QDate activityLastDay(const v1::Activity& activity);
bool isPlanned(const v1::Activity& activity);
bool isClosed(const v1::Activity& activity);
/// Planned, and its time is over: its moment by more than a quarter of an hour, its day by midnight.
bool isOverdue(const v1::Activity& activity, const QDateTime& now);
/// "2 days late", "25 min late"; empty unless overdue.
QString lateText(const v1::Activity& activity, const QDateTime& now);
/// When, as near as is needed: "14:30", "Wed 18/11 14:30 – 16:00", "Wed 18/11", "no term".
QString whenText(const v1::Activity& activity, const QDateTime& now);

} // namespace banhang::client
