#include "client/calendar/files/file_import.h"

#include <algorithm>

#include "client/core/office_time.h"
#include "client/core/texts.h"

namespace banhang::client {

namespace {

constexpr std::size_t kUidsAtOnce = 500;
constexpr int kComparedDays = 60;

bool isOutage(ErrorCode code)
{
    return code == ErrorCode::Unavailable || code == ErrorCode::Timeout || code == ErrorCode::Throttled ||
           code == ErrorCode::SignedOut || code == ErrorCode::Denied;
}

template <typename Clashes>
QString clashText(const Clashes& clashes)
{
    if (clashes.empty())
        return {};
    const v1::Clash& first = clashes.Get(0);
    const QString when = officeTime(first.start_time()).toString(QStringLiteral("HH:mm d/M"));
    return first.title().empty()
               ? CalendarImport::tr("At the same time as something at %1").arg(when)
               : CalendarImport::tr("At the same time as “%1”, %2").arg(QString::fromStdString(first.title()), when);
}

QString refusalText(const AppError& error)
{
    return error.detail().issues().empty() ? errorText(error) : issueText(error.detail().issues(0));
}

v1::Activity named(v1::Activity activity)
{
    activity.set_title(entryTitle(activity).toStdString());
    return activity;
}

bool isSameDays(const v1::CheckSeriesResponse& ours, const std::vector<vn::Date>& theirs)
{
    return std::equal(ours.days().begin(), ours.days().end(), theirs.begin(), theirs.end(),
                      [](const v1::Date& one, const vn::Date& other) {
                          return vn::Date{one.year(), one.month(), one.day()} == other;
                      });
}

bool isSameSeries(const v1::Series& entry, const v1::Series& stored)
{
    const v1::Activity& one = entry.pattern();
    const v1::Activity& other = stored.pattern();
    const auto lengthOf = [](const v1::Activity& activity) {
        return activity.has_end_time() ? activity.end_time().seconds() - activity.start_time().seconds() : 0;
    };
    constexpr qint64 kDay = 86'400;
    return one.title() == other.title() && one.place() == other.place() &&
           one.has_start_time() == other.has_start_time() && lengthOf(one) == lengthOf(other) &&
           (one.start_time().seconds() - other.start_time().seconds()) % kDay == 0 &&
           entry.recurrence().frequency() == stored.recurrence().frequency() &&
           std::max(1, entry.recurrence().interval()) == std::max(1, stored.recurrence().interval());
}

} // namespace

CalendarImport::CalendarImport(RpcClient& rpc, FileEntriesModel& model, QObject* parent)
    : QObject(parent), m_activities(rpc), m_series(rpc), m_entries(rpc), m_model(model)
{
}

void CalendarImport::begin(Work work, std::vector<std::size_t> queue)
{
    m_call.cancel();
    m_work = work;
    m_queue = std::move(queue);
    std::ranges::reverse(m_queue);
    m_total = static_cast<int>(m_queue.size());
    next();
}

void CalendarImport::compare()
{
    m_taken = 0;
    m_found = 0;
    m_call.cancel();
    m_work = Work::Comparing;
    m_queue.clear();
    m_total = static_cast<int>(m_model.entries().size());
    findNext();
}

void CalendarImport::take()
{
    std::vector<std::size_t> chosen;
    for (std::size_t at = 0; at < m_model.entries().size(); ++at)
        if (m_model.entries()[at].isChosen)
            chosen.push_back(at);
    begin(Work::Taking, std::move(chosen));
}

void CalendarImport::takeBack()
{
    std::vector<std::size_t> made;
    for (std::size_t at = 0; at < m_model.entries().size(); ++at)
        if (m_model.entries()[at].takenActivity != 0 || m_model.entries()[at].takenSeries != 0)
            made.push_back(at);
    begin(Work::TakingBack, std::move(made));
}

void CalendarImport::stop()
{
    m_call.cancel();
    m_work = Work::None;
    m_queue.clear();
}

void CalendarImport::next()
{
    if (m_queue.empty())
        return finish();
    emit progressed(m_total - static_cast<int>(m_queue.size()), m_total);
    const std::size_t at = m_queue.back();
    switch (m_work) {
    case Work::Comparing:
        return checkSeries(at);
    case Work::Taking:
        return takeEntry(at);
    case Work::TakingBack:
        return takeEntryBack(at);
    case Work::None:
        return;
    }
}

void CalendarImport::finish()
{
    const Work done = std::exchange(m_work, Work::None);
    m_model.touchAll();
    emit finished(done);
}

void CalendarImport::findNext()
{
    const auto& all = m_model.entries();
    if (m_found == all.size())
        return next();
    emit progressed(static_cast<int>(m_found), m_total);
    const std::size_t from = m_found;
    const std::size_t to = std::min(from + kUidsAtOnce, all.size());
    v1::FindCalendarEntriesRequest request;
    for (std::size_t at = from; at < to; ++at)
        request.add_uids(all[at].entry.uid);
    m_call = m_entries.find(request, this, [this, from, to](const Outcome<v1::CalendarEntries>& outcome) {
        if (!outcome) {
            stop();
            emit failed(outcome.error());
            return;
        }
        onFound(outcome.value(), from, to);
        m_found = to;
        findNext();
    });
}

void CalendarImport::onFound(const v1::CalendarEntries& found, std::size_t from, std::size_t to)
{
    for (std::size_t at = from; at < to; ++at) {
        FileEntry& each = m_model.entries()[at];
        settle(each, found);
        if (each.standing == Standing::New && each.entry.isSeries)
            m_queue.insert(m_queue.begin(), at);
    }
    m_total = static_cast<int>(m_queue.size());
}

void CalendarImport::settle(FileEntry& each, const v1::CalendarEntries& found) const
{
    const ics::Entry& entry = each.entry;
    each.note = remarksText(entry);
    const auto isIt = [&entry](const auto& record) { return record.ics_uid() == entry.uid; };
    const auto activity = std::ranges::find_if(found.activities(), isIt);
    const auto series = std::ranges::find_if(found.series(), isIt);
    if (activity != found.activities().end()) {
        each.stored = *activity;
        const bool isSame = !entry.isSeries && entry.obstacle == ics::Obstacle::None &&
                            changedFields(entry.activity, *activity).empty();
        // What is called off or done in the file may be so here too; that is for the person to say.
        each.standing = isSame || entry.obstacle != ics::Obstacle::None ? Standing::Here : Standing::Changed;
        if (entry.obstacle != ics::Obstacle::None)
            each.note = obstacleText(entry.obstacle);
        else if (entry.isSeries)
            each.note = tr("Comes again in the file, but not here: change it here by hand.");
    } else if (series != found.series().end()) {
        const bool isSame = entry.isSeries && isSameSeries(entry.series, *series);
        each.standing = isSame || entry.obstacle != ics::Obstacle::None ? Standing::Here : Standing::Changed;
        if (each.standing == Standing::Changed)
            each.note = tr("Series are not changed from files: change it here by hand.");
        each.entry.isSeries = true;
    } else if (entry.obstacle != ics::Obstacle::None) {
        each.standing = Standing::Impossible;
        each.note = obstacleText(entry.obstacle);
    } else {
        each.standing = Standing::New;
        each.isChosen = !entry.remarks.contains(ics::Remark::Past);
    }
}

/// A rule is taken only when it means here the days that it means in the file.
void CalendarImport::checkSeries(std::size_t at)
{
    const ics::Entry& entry = m_model.entries()[at].entry;
    v1::CheckSeriesRequest request;
    *request.mutable_recurrence() = entry.series.recurrence();
    const vn::Date& first = entry.days.front();
    *request.mutable_first_day() = toDate(QDate(first.year, first.month, first.day));
    request.set_day_count(kComparedDays);
    m_call = m_series.check(request, this, [this, at](const Outcome<v1::CheckSeriesResponse>& outcome) {
        if (!outcome && isOutage(outcome.error().code())) {
            stop();
            emit failed(outcome.error());
            return;
        }
        FileEntry& each = m_model.entries()[at];
        if (!outcome || !isSameDays(outcome.value(), each.entry.days)) {
            each.standing = Standing::Impossible;
            each.isChosen = false;
            each.note = obstacleText(ics::Obstacle::Rule);
        }
        m_queue.pop_back();
        next();
    });
}

void CalendarImport::takeEntry(std::size_t at)
{
    const FileEntry& each = m_model.entries()[at];
    if (each.stored.id() != 0)
        change(at);
    else if (each.entry.isSeries)
        createSeries(at);
    else
        create(at);
}

void CalendarImport::create(std::size_t at)
{
    const FileEntry& each = m_model.entries()[at];
    v1::CreateActivityRequest request;
    *request.mutable_activity() = named(each.entry.activity);
    request.set_request_id(each.requestId);
    m_call = m_activities.create(request, this, [this, at](const Outcome<v1::ActivityChangeResponse>& outcome) {
        if (!outcome)
            return onRefused(at, outcome.error());
        m_model.entries()[at].takenActivity = outcome->activity().id();
        onTaken(at, clashText(outcome->clashes()));
    });
}

void CalendarImport::createSeries(std::size_t at)
{
    const FileEntry& each = m_model.entries()[at];
    v1::CreateSeriesRequest request;
    *request.mutable_series() = each.entry.series;
    *request.mutable_series()->mutable_pattern() = named(each.entry.series.pattern());
    for (v1::Activity& exception : *request.mutable_series()->mutable_exceptions())
        exception = named(exception);
    request.set_request_id(each.requestId);
    m_call = m_series.create(request, this, [this, at](const Outcome<v1::SeriesChangeResponse>& outcome) {
        if (!outcome)
            return onRefused(at, outcome.error());
        m_model.entries()[at].takenSeries = outcome->series().id();
        onTaken(at, clashText(outcome->clashes()));
    });
}

void CalendarImport::change(std::size_t at)
{
    const FileEntry& each = m_model.entries()[at];
    v1::UpdateActivityRequest request;
    *request.mutable_activity() = named(each.entry.activity);
    request.mutable_activity()->set_id(each.stored.id());
    request.mutable_activity()->set_version(each.stored.version());
    for (const std::string& field : changedFields(each.entry.activity, each.stored))
        request.mutable_update_mask()->add_paths(field);
    request.set_request_id(each.requestId);
    m_call = m_activities.update(request, this, [this, at](const Outcome<v1::ActivityChangeResponse>& outcome) {
        if (!outcome)
            return onRefused(at, outcome.error());
        onTaken(at, clashText(outcome->clashes()));
    });
}

void CalendarImport::onTaken(std::size_t at, const QString& note)
{
    FileEntry& each = m_model.entries()[at];
    each.standing = Standing::Taken;
    each.isChosen = false;
    each.note = note.isEmpty() ? remarksText(each.entry) : note;
    ++m_taken;
    m_model.touch(at);
    m_queue.pop_back();
    next();
}

void CalendarImport::onRefused(std::size_t at, const AppError& error)
{
    if (isOutage(error.code())) {
        stop();
        m_model.touchAll();
        emit failed(error);
        return;
    }
    FileEntry& each = m_model.entries()[at];
    const bool isKnown = error.code() == ErrorCode::AlreadyExists;
    each.standing = isKnown ? Standing::Here : Standing::Failed;
    each.isChosen = false;
    each.note = isKnown ? QString() : refusalText(error);
    m_model.touch(at);
    m_queue.pop_back();
    next();
}

void CalendarImport::takeEntryBack(std::size_t at)
{
    const auto onGone = [this, at](const AppError* error) {
        if (error != nullptr && isOutage(error->code())) {
            stop();
            emit failed(*error);
            return;
        }
        FileEntry& each = m_model.entries()[at];
        each.takenActivity = 0;
        each.takenSeries = 0;
        each.standing = error == nullptr ? Standing::New : Standing::Failed;
        each.note = error == nullptr ? remarksText(each.entry) : refusalText(*error);
        each.requestId = newRequestId();
        m_model.touch(at);
        m_queue.pop_back();
        next();
    };
    const FileEntry& each = m_model.entries()[at];
    if (each.takenSeries == 0) {
        m_call = m_activities.moveToBin(each.takenActivity, 0, this, [onGone](const Outcome<v1::Activity>& outcome) {
            onGone(outcome ? nullptr : &outcome.error());
        });
        return;
    }
    v1::DeleteSeriesRequest request;
    request.set_series_id(each.takenSeries);
    request.set_scope(v1::SERIES_SCOPE_ALL);
    m_call = m_series.remove(request, this, [onGone](const Outcome<v1::SeriesChangeResponse>& outcome) {
        onGone(outcome ? nullptr : &outcome.error());
    });
}

} // namespace banhang::client
