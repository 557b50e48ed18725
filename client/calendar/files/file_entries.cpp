#include "client/calendar/files/file_entries.h"

#include <QCoreApplication>
#include <QStringList>
#include <QUuid>

#include "client/activities/activity_text.h"
#include "client/core/office_time.h"

namespace banhang::client {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CalendarFile)
};

QString remarkText(ics::Remark remark)
{
    switch (remark) {
    case ics::Remark::Untitled:
        return Words::tr("has no title");
    case ics::Remark::Cut:
        return Words::tr("a text is cut");
    case ics::Remark::ZoneUnknown:
        return Words::tr("unknown time zone, read as Vietnamese time");
    case ics::Remark::Past:
        return Words::tr("is over");
    case ics::Remark::BeginsToday:
        return Words::tr("only from today on");
    case ics::Remark::EndsEarly:
        return Words::tr("changes with summer time: only the next 400 days");
    case ics::Remark::AlarmsLeftOut:
        return Words::tr("not all reminders are kept");
    }
    return {};
}

QString differenceText(ics::Difference difference, int days)
{
    switch (difference) {
    case ics::Difference::Title:
        return Words::tr("title");
    case ics::Difference::Text:
        return Words::tr("text");
    case ics::Difference::Place:
        return Words::tr("place");
    case ics::Difference::Time:
        return Words::tr("time");
    case ics::Difference::Rule:
        return Words::tr("the days on which it repeats");
    case ics::Difference::Days:
        return Words::tr("%Ln single days", nullptr, days);
    }
    return {};
}

} // namespace

std::string newRequestId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
}

bool FileEntry::canBeChosen() const
{
    return standing == Standing::New || standing == Standing::Failed ||
           (standing == Standing::Changed && here.beside == ics::Beside::Differs);
}

QString standingWord(Standing standing)
{
    switch (standing) {
    case Standing::Compared:
        return Words::tr("Looking…");
    case Standing::New:
        return Words::tr("New");
    case Standing::Here:
        return Words::tr("Already here");
    case Standing::Changed:
        return Words::tr("Differs");
    case Standing::Impossible:
        return Words::tr("Not possible");
    case Standing::Taken:
        return Words::tr("Taken");
    case Standing::Failed:
        return Words::tr("Failed");
    }
    return {};
}

QString obstacleText(ics::Obstacle obstacle)
{
    switch (obstacle) {
    case ics::Obstacle::None:
        return {};
    case ics::Obstacle::Damaged:
        return Words::tr("It does not say when it is.");
    case ics::Obstacle::Cancelled:
        return Words::tr("It was called off.");
    case ics::Obstacle::Done:
        return Words::tr("It is done already.");
    case ics::Obstacle::TooLong:
        return Words::tr("It lasts longer than 31 days.");
    case ics::Obstacle::Rule:
        return Words::tr("It repeats in a way that this calendar does not have.");
    case ics::Obstacle::ExtraDays:
        return Words::tr("It also repeats on days outside its rule.");
    case ics::Obstacle::Over:
        return Words::tr("It does not repeat any more.");
    }
    return {};
}

QString remarksText(const ics::Entry& entry)
{
    QStringList texts;
    for (const ics::Remark remark : entry.remarks)
        texts.append(remarkText(remark));
    QString text = texts.join(QStringLiteral(" · "));
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

QString entryTitle(const v1::Activity& activity)
{
    return activity.title().empty() ? Words::tr("(without a title)") : QString::fromStdString(activity.title());
}

QString entryWhenText(const ics::Entry& entry)
{
    QString text = whenText(entry.activity, officeNow());
    if (entry.activity.has_start_time() && activityDay(entry.activity) == officeNow().date())
        text = nearDay(officeNow().date(), officeNow().date()) + QLatin1Char(' ') + text;
    return text;
}

QString differencesText(const ics::Comparison& here)
{
    QStringList texts;
    for (const ics::Difference difference : here.differences)
        texts.append(differenceText(difference, here.days));
    if (texts.isEmpty())
        return {};
    QString text = Words::tr("Other in the file: %1").arg(texts.join(QStringLiteral(", ")));
    if (here.isNewerHere)
        text += QStringLiteral(" · ") + Words::tr("changed here later than there");
    return text;
}

} // namespace banhang::client
