#include "client/sequences/sequence_text.h"

#include <QCoreApplication>

#include "client/core/office_time.h"
#include "client/core/picklist_cache.h"
#include "client/core/texts.h"

namespace banhang::client {

namespace {

QString say(const char* text)
{
    return QCoreApplication::translate("SequenceText", text);
}

QString dayWord(const v1::Date& day)
{
    return nearDay(toDay(day), officeNow().date());
}

QString occasionWord(v1::CareStepBase base)
{
    switch (base) {
    case v1::CARE_STEP_BASE_TET:
        return say(QT_TRANSLATE_NOOP("SequenceText", "Tết"));
    case v1::CARE_STEP_BASE_BIRTHDAY:
        return say(QT_TRANSLATE_NOOP("SequenceText", "the birthday"));
    default:
        return say(QT_TRANSLATE_NOOP("SequenceText", "the customer anniversary"));
    }
}

QString occasionWhen(const v1::SequenceStep& step)
{
    const QString occasion = occasionWord(step.base());
    const int days = step.offset_days();
    QString when = days == 0  ? say(QT_TRANSLATE_NOOP("SequenceText", "on the day of %1")).arg(occasion)
                   : days < 0 ? say(QT_TRANSLATE_NOOP("SequenceText", "%1 before %2")).arg(dayCount(-days), occasion)
                              : say(QT_TRANSLATE_NOOP("SequenceText", "%1 after %2")).arg(dayCount(days), occasion);
    if (step.is_yearly())
        when = say(QT_TRANSLATE_NOOP("SequenceText", "%1, every year")).arg(when);
    return when;
}

} // namespace

bool isOccasion(v1::CareStepBase base)
{
    return base == v1::CARE_STEP_BASE_TET || base == v1::CARE_STEP_BASE_BIRTHDAY ||
           base == v1::CARE_STEP_BASE_ANNIVERSARY;
}

QString stepKindWord(v1::CareStepKind kind)
{
    switch (kind) {
    case v1::CARE_STEP_KIND_CALL:
        return say(QT_TRANSLATE_NOOP("SequenceText", "Phone call"));
    case v1::CARE_STEP_KIND_VISIT:
        return say(QT_TRANSLATE_NOOP("SequenceText", "Visit"));
    case v1::CARE_STEP_KIND_MESSAGE:
        return say(QT_TRANSLATE_NOOP("SequenceText", "Message"));
    case v1::CARE_STEP_KIND_GREETING:
        return say(QT_TRANSLATE_NOOP("SequenceText", "Greeting"));
    default:
        return say(QT_TRANSLATE_NOOP("SequenceText", "Task"));
    }
}

QString stepIcon(v1::CareStepKind kind)
{
    switch (kind) {
    case v1::CARE_STEP_KIND_CALL:
        return QStringLiteral("phone");
    case v1::CARE_STEP_KIND_VISIT:
        return QStringLiteral("handshake");
    case v1::CARE_STEP_KIND_MESSAGE:
        return QStringLiteral("message-square");
    case v1::CARE_STEP_KIND_GREETING:
        return QStringLiteral("gift");
    default:
        return QStringLiteral("circle-check");
    }
}

QString stepTitle(const v1::SequenceStep& step, const PicklistCache& picklists)
{
    QString kind = stepKindWord(step.kind());
    if (!step.channel_key().empty())
        kind = QStringLiteral("%1 (%2)").arg(kind, picklists.label(QStringLiteral("channel"), step.channel_key()));
    return step.title().empty() ? kind : QStringLiteral("%1: %2").arg(kind, QString::fromStdString(step.title()));
}

QString stepWhen(const v1::SequenceStep& step)
{
    const int days = step.offset_days();
    if (isOccasion(step.base()))
        return occasionWhen(step);
    if (step.base() == v1::CARE_STEP_BASE_PREVIOUS)
        return days == 0
                   ? say(QT_TRANSLATE_NOOP("SequenceText", "as soon as the previous step is closed"))
                   : say(QT_TRANSLATE_NOOP("SequenceText", "%1 after the previous step is closed")).arg(dayCount(days));
    return days == 0 ? say(QT_TRANSLATE_NOOP("SequenceText", "on the first day"))
                     : say(QT_TRANSLATE_NOOP("SequenceText", "%1 after the start")).arg(dayCount(days));
}

QString stepDayText(const v1::SequenceStepDay& day)
{
    if (!day.has_day()) {
        v1::FieldIssue reason;
        reason.set_key(day.missing_key());
        return day.missing_key().empty() ? say(QT_TRANSLATE_NOOP("SequenceText", "day not known yet"))
                                         : issueText(reason);
    }
    QString text = say(QT_TRANSLATE_NOOP("SequenceText", "%1 (lunar %2)"))
                       .arg(dayWord(day.day()), QString::fromStdString(day.lunar_day()));
    if (day.has_moved_from())
        text = say(QT_TRANSLATE_NOOP("SequenceText", "%1, instead of %2, which is no working day"))
                   .arg(text, dayWord(day.moved_from()));
    if (day.is_guess())
        text = say(QT_TRANSLATE_NOOP("SequenceText", "about %1")).arg(text);
    return text;
}

QString enrolmentWord(v1::EnrolmentState state)
{
    switch (state) {
    case v1::ENROLMENT_STATE_PAUSED:
        return say(QT_TRANSLATE_NOOP("SequenceText", "paused"));
    case v1::ENROLMENT_STATE_DONE:
        return say(QT_TRANSLATE_NOOP("SequenceText", "done"));
    case v1::ENROLMENT_STATE_LEFT:
        return say(QT_TRANSLATE_NOOP("SequenceText", "removed"));
    case v1::ENROLMENT_STATE_MERGED:
        return say(QT_TRANSLATE_NOOP("SequenceText", "merged"));
    default:
        return say(QT_TRANSLATE_NOOP("SequenceText", "running"));
    }
}

} // namespace banhang::client
