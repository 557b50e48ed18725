#include "client/ctl/calendar_import.h"

#include <algorithm>
#include <array>
#include <span>

#include <fmt/format.h>

#include "client/ctl/output.h"
#include "client/ctl/request_id.h"
#include "client/ics/moments.h"
#include "client/ics/requests.h"
#include "common/vn/utf8.h"

namespace banhang::client {

namespace {

using Row = CalendarImportRow;
using Outcome = CalendarImportRow::Outcome;
using Update = CalendarImportOptions::Update;

constexpr std::size_t kUidsAtOnce = 500;
constexpr const char* kUntitled = "(không tiêu đề)";

/// Nothing more can be done now.
bool isOutage(ErrorCode code)
{
    return code == ErrorCode::Unavailable || code == ErrorCode::Timeout || code == ErrorCode::Throttled ||
           code == ErrorCode::SignedOut || code == ErrorCode::Internal;
}

std::string obstacleName(ics::Obstacle obstacle)
{
    switch (obstacle) {
    case ics::Obstacle::None:
        return {};
    case ics::Obstacle::Damaged:
        return "does not say when it is";
    case ics::Obstacle::Cancelled:
        return "called off";
    case ics::Obstacle::Done:
        return "done already";
    case ics::Obstacle::TooLong:
        return "longer than 31 days";
    case ics::Obstacle::Rule:
        return "comes again in a way that this calendar does not have";
    case ics::Obstacle::ExtraDays:
        return "comes again on days beside its rule";
    case ics::Obstacle::Over:
        return "does not come again any more";
    }
    return {};
}

std::string differenceName(ics::Difference difference)
{
    static constexpr std::array kNames{"title", "text", "place", "time", "rule", "single days"};
    return kNames.at(static_cast<std::size_t>(difference));
}

std::string differencesText(const ics::Comparison& here)
{
    std::vector<std::string> names;
    names.reserve(here.differences.size());
    for (const ics::Difference difference : here.differences)
        names.push_back(differenceName(difference));
    return "other in the file: " + vn::join(names, ", ") + (here.isNewerHere ? "; changed here later than there" : "");
}

std::string whenText(const v1::Activity& activity)
{
    if (activity.has_day())
        return vn::formatIsoDate(dateOf(activity.day()));
    if (!activity.has_start_time())
        return {};
    const ics::Moment moment = ics::momentAt(activity.start_time().seconds());
    return fmt::format("{} {:02}:{:02}", vn::formatIsoDate(moment.day), moment.second / 3600, moment.second / 60 % 60);
}

/// One entry on its way.
struct Job
{
    const ics::Entry* entry = nullptr;
    ics::Comparison here{};
    Row row{};
};

class CalendarTaking
{
public:
    CalendarTaking(Remote& remote, const vn::Date& today, const CalendarImportOptions& options)
        : m_remote(remote), m_today(today), m_options(options)
    {
    }

    std::vector<Row> run(const ics::CalendarFile& file)
    {
        std::vector<Job> jobs;
        jobs.reserve(file.entries.size());
        for (const ics::Entry& entry : file.entries)
            jobs.push_back({&entry, {}, rowOf(entry)});
        for (std::size_t from = 0; from < jobs.size(); from += kUidsAtOnce)
            compare(std::span(jobs).subspan(from, std::min(kUidsAtOnce, jobs.size() - from)));
        std::vector<Row> rows;
        rows.reserve(jobs.size());
        for (Job& job : jobs) {
            settle(job);
            if (!m_options.dryRun)
                take(job);
            rows.push_back(std::move(job.row));
        }
        return rows;
    }

private:
    static Row rowOf(const ics::Entry& entry)
    {
        Row row;
        row.line = entry.line;
        row.uid = entry.uid;
        row.when = whenText(entry.activity);
        row.title = entry.activity.title().empty() ? kUntitled : entry.activity.title();
        return row;
    }

    void compare(std::span<Job> jobs)
    {
        v1::FindCalendarEntriesRequest request;
        for (const Job& job : jobs)
            request.add_uids(job.entry->uid);
        v1::CalendarEntries found;
        do {
            const auto page = m_remote.call(&v1::CalendarEntriesService::Stub::FindCalendarEntries, request);
            found.MergeFrom(page);
            request.set_page_token(page.next_page_token());
        } while (!request.page_token().empty());
        for (Job& job : jobs)
            job.here = ics::compare(*job.entry, found, m_today);
    }

    /// What is to become of it.
    void settle(Job& job)
    {
        const ics::Entry& entry = *job.entry;
        Row& row = job.row;
        row.note = obstacleName(entry.obstacle);
        switch (job.here.beside) {
        case ics::Beside::New:
            row.outcome =
                entry.remarks.contains(ics::Remark::Past) && !m_options.withPast ? Outcome::Past : Outcome::Created;
            break;
        case ics::Beside::Same:
            row.outcome = Outcome::Same;
            break;
        case ics::Beside::Impossible:
            row.outcome = Outcome::Impossible;
            break;
        case ics::Beside::OtherKind:
            row.outcome = Outcome::Differs;
            row.note = entry.isSeries ? "comes again in the file, not here" : "comes again here, not in the file";
            break;
        case ics::Beside::Differs:
            row.outcome = isToBeUpdated(job.here) ? Outcome::Updated : Outcome::Differs;
            row.note = differencesText(job.here);
            break;
        }
        const bool isNewRule = row.outcome == Outcome::Created || job.here.differences.contains(ics::Difference::Rule);
        if (entry.isSeries && isNewRule && row.outcome <= Outcome::Updated && !isMeantSo(entry)) {
            row.outcome = Outcome::Impossible;
            row.note = obstacleName(ics::Obstacle::Rule);
        }
    }

    bool isToBeUpdated(const ics::Comparison& here) const
    {
        return m_options.update == Update::All || (m_options.update == Update::Older && !here.isNewerHere);
    }

    bool isMeantSo(const ics::Entry& entry)
    {
        try {
            return ics::isMeantSo(entry, m_remote.call(&v1::SeriesService::Stub::CheckSeries, ics::ruleCheck(entry)));
        } catch (const AppError& error) {
            if (isOutage(error.code()))
                throw;
            return false;
        }
    }

    void take(Job& job)
    {
        if (job.row.outcome > Outcome::Updated)
            return;
        try {
            send(job);
        } catch (const AppError& error) {
            // Without the right to make one, none is made; to change one may be right, and the next one wrong.
            const bool mayNotMake = error.code() == ErrorCode::Denied && job.row.outcome == Outcome::Created;
            if (isOutage(error.code()) || mayNotMake)
                throw;
            // Taken in by another run at the same time.
            const bool isHere = error.code() == ErrorCode::AlreadyExists;
            job.row.outcome = isHere ? Outcome::Same : Outcome::Failed;
            job.row.note = isHere ? std::string() : errorText(error);
        }
    }

    void send(const Job& job)
    {
        using Activities = v1::ActivitiesService::Stub;
        using Series = v1::SeriesService::Stub;
        const ics::Entry& entry = *job.entry;
        const ics::Naming naming{kUntitled, randomRequestId()};
        const bool isUpdate = job.row.outcome == Outcome::Updated;
        if (isUpdate && entry.isSeries && job.here.series.id() == 0)
            m_remote.call(&Series::CreateSeries, ics::seriesBeginning(entry, job.here, naming));
        else if (isUpdate && entry.isSeries)
            m_remote.call(&Series::ReplaceSeries, ics::seriesReplacement(entry, job.here, naming));
        else if (isUpdate)
            m_remote.call(&Activities::UpdateActivity, ics::activityUpdate(entry, job.here, naming));
        else if (entry.isSeries)
            m_remote.call(&Series::CreateSeries, ics::seriesCreation(entry, naming));
        else
            m_remote.call(&Activities::CreateActivity, ics::activityCreation(entry, naming));
    }

    Remote& m_remote;
    vn::Date m_today;
    CalendarImportOptions m_options;
};

} // namespace

std::string outcomeName(Outcome outcome)
{
    static constexpr std::array kNames{"created", "updated", "same", "differs", "past", "impossible", "failed"};
    return kNames.at(static_cast<std::size_t>(outcome));
}

std::vector<Row> importCalendar(Remote& remote, const ics::CalendarFile& file, const vn::Date& today,
                                const CalendarImportOptions& options)
{
    return CalendarTaking(remote, today, options).run(file);
}

} // namespace banhang::client
