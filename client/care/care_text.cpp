#include "client/care/care_text.h"

#include <QCoreApplication>

#include "client/core/moment_text.h"
#include "client/core/office_time.h"

namespace banhang::client {

namespace {

constexpr qint64 kSecondsPerMinute = 60;
constexpr qint64 kMinutesPerHour = 60;
constexpr qint64 kMinutesPerDay = 24 * kMinutesPerHour;

QString say(const char* text)
{
    return QCoreApplication::translate("CareText", text);
}

} // namespace

QString careStateWord(v1::CareState state)
{
    switch (state) {
    case v1::CARE_STATE_WORKING:
        return say(QT_TRANSLATE_NOOP("CareText", "In progress"));
    case v1::CARE_STATE_WAITING:
        return say(QT_TRANSLATE_NOOP("CareText", "Waiting for the customer"));
    case v1::CARE_STATE_RESOLVED:
        return say(QT_TRANSLATE_NOOP("CareText", "Answered"));
    case v1::CARE_STATE_CLOSED:
        return say(QT_TRANSLATE_NOOP("CareText", "Closed"));
    case v1::CARE_STATE_CANCELLED:
        return say(QT_TRANSLATE_NOOP("CareText", "Cancelled"));
    default:
        return say(QT_TRANSLATE_NOOP("CareText", "New"));
    }
}

CellTone careStateTone(v1::CareState state)
{
    switch (state) {
    case v1::CARE_STATE_WORKING:
        return CellTone::Accent;
    case v1::CARE_STATE_WAITING:
        return CellTone::Warn;
    case v1::CARE_STATE_RESOLVED:
        return CellTone::Ok;
    case v1::CARE_STATE_CLOSED:
    case v1::CARE_STATE_CANCELLED:
        return CellTone::Quiet;
    default:
        return CellTone::Plain;
    }
}

QString careSeverityWord(v1::CareSeverity severity)
{
    switch (severity) {
    case v1::CARE_SEVERITY_LOW:
        return say(QT_TRANSLATE_NOOP("CareText", "Low"));
    case v1::CARE_SEVERITY_HIGH:
        return say(QT_TRANSLATE_NOOP("CareText", "High"));
    case v1::CARE_SEVERITY_URGENT:
        return say(QT_TRANSLATE_NOOP("CareText", "Urgent"));
    default:
        return say(QT_TRANSLATE_NOOP("CareText", "Normal"));
    }
}

CellTone careSeverityTone(v1::CareSeverity severity)
{
    switch (severity) {
    case v1::CARE_SEVERITY_LOW:
        return CellTone::Quiet;
    case v1::CARE_SEVERITY_HIGH:
        return CellTone::Warn;
    case v1::CARE_SEVERITY_URGENT:
        return CellTone::Error;
    default:
        return CellTone::Plain;
    }
}

bool isOpenCare(const v1::CareRequest& request)
{
    return request.state() <= v1::CARE_STATE_WAITING;
}

bool isLateCare(const v1::CareRequest& request, const QDateTime& now)
{
    return isOpenCare(request) && request.has_promised_time() && officeTime(request.promised_time()) <= now;
}

std::vector<v1::CareState> careSteps(v1::CareState state)
{
    using namespace v1;
    switch (state) {
    case CARE_STATE_WORKING:
        return {CARE_STATE_RESOLVED, CARE_STATE_WAITING, CARE_STATE_CANCELLED};
    case CARE_STATE_WAITING:
        return {CARE_STATE_WORKING, CARE_STATE_RESOLVED, CARE_STATE_CANCELLED};
    case CARE_STATE_RESOLVED:
        return {CARE_STATE_CLOSED, CARE_STATE_WORKING};
    case CARE_STATE_CLOSED:
    case CARE_STATE_CANCELLED:
        return {CARE_STATE_WORKING};
    default:
        return {CARE_STATE_WORKING, CARE_STATE_RESOLVED, CARE_STATE_WAITING, CARE_STATE_CANCELLED};
    }
}

QString careStepWord(v1::CareState from, v1::CareState to)
{
    if (to == v1::CARE_STATE_WORKING && from >= v1::CARE_STATE_RESOLVED)
        return say(QT_TRANSLATE_NOOP("CareText", "Open again"));
    return careStateWord(to);
}

QString promiseText(const v1::CareRequest& request, const QDateTime& now)
{
    const QDateTime promised = officeTime(request.promised_time());
    if (!isLateCare(request, now))
        return longMoment(promised, now);
    const qint64 minutes = promised.secsTo(now) / kSecondsPerMinute;
    if (minutes < kMinutesPerHour)
        return say(QT_TRANSLATE_NOOP("CareText", "%1 min late")).arg(minutes);
    if (minutes < kMinutesPerDay)
        return say(QT_TRANSLATE_NOOP("CareText", "%1 h late")).arg(minutes / kMinutesPerHour);
    return say(QT_TRANSLATE_NOOP("CareText", "%1 late")).arg(dayCount(minutes / kMinutesPerDay));
}

QString careTitle(const v1::CareRequest& request)
{
    return QStringLiteral("%1 · %2").arg(QString::fromStdString(request.code()),
                                         QString::fromStdString(request.subject()));
}

} // namespace banhang::client
