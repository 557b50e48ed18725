#include "client/calendar/files/file_import.h"

#include <algorithm>

#include "client/core/office_time.h"
#include "client/core/texts.h"
#include "client/ics/requests.h"

namespace banhang::client {

namespace {

constexpr std::size_t kUidsAtOnce = 500;

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

/// What became of the single days.
QString replacedText(const v1::SeriesChangeResponse& reply)
{
    return CalendarImport::tr("Days changed: %1 · added: %2 · removed: %3")
        .arg(reply.changed())
        .arg(reply.created())
        .arg(reply.removed());
}

QString refusalText(const AppError& error)
{
    return error.detail().issues().empty() ? errorText(error) : issueText(error.detail().issues(0));
}

/// A rule that was not compared yet with what the server makes of it.
bool hasNewRule(const FileEntry& each)
{
    return each.entry.isSeries && (each.standing == Standing::New ||
                                   (each.canBeChosen() && each.here.differences.contains(ics::Difference::Rule)));
}

ics::Naming namingOf(const FileEntry& each)
{
    return {entryTitle({}).toStdString(), each.requestId};
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

void CalendarImport::undo()
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
    find(request, {}, to);
}

void CalendarImport::find(const v1::FindCalendarEntriesRequest& request, const v1::CalendarEntries& before,
                          std::size_t to)
{
    m_call = m_entries.find(request, this, [=, this](const Outcome<v1::CalendarEntries>& outcome) {
        if (!outcome) {
            stop();
            emit failed(outcome.error());
            return;
        }
        v1::CalendarEntries found = before;
        found.MergeFrom(outcome.value());
        if (!outcome->next_page_token().empty()) {
            v1::FindCalendarEntriesRequest next = request;
            next.set_page_token(outcome->next_page_token());
            find(next, found, to);
            return;
        }
        onFound(found, m_found, to);
        m_found = to;
        findNext();
    });
}

void CalendarImport::onFound(const v1::CalendarEntries& found, std::size_t from, std::size_t to)
{
    for (std::size_t at = from; at < to; ++at) {
        FileEntry& each = m_model.entries()[at];
        settle(each, found);
        if (hasNewRule(each))
            m_queue.insert(m_queue.begin(), at);
    }
    m_total = static_cast<int>(m_queue.size());
}

void CalendarImport::settle(FileEntry& each, const v1::CalendarEntries& found) const
{
    const ics::Entry& entry = each.entry;
    each.here = ics::compare(entry, found, officeToday());
    each.note = entry.obstacle == ics::Obstacle::None ? remarksText(entry) : obstacleText(entry.obstacle);
    switch (each.here.beside) {
    case ics::Beside::New:
        each.standing = Standing::New;
        each.isChosen = !entry.remarks.contains(ics::Remark::Past);
        return;
    case ics::Beside::Impossible:
        each.standing = Standing::Impossible;
        return;
    case ics::Beside::Same:
        each.standing = Standing::Here;
        return;
    case ics::Beside::Differs:
        each.standing = Standing::Changed;
        each.note = differencesText(each.here);
        return;
    case ics::Beside::OtherKind:
        each.standing = Standing::Changed;
        each.note = entry.isSeries ? tr("Repeats in the file, but not here: change it here by hand.")
                                   : tr("Repeats here, but not in the file: change it here by hand.");
        return;
    }
}

/// A rule is taken only when it means here the days that it means in the file.
void CalendarImport::checkSeries(std::size_t at)
{
    const auto request = ics::ruleCheck(m_model.entries()[at].entry);
    m_call = m_series.check(request, this, [this, at](const Outcome<v1::CheckSeriesResponse>& outcome) {
        if (!outcome && isOutage(outcome.error().code())) {
            stop();
            emit failed(outcome.error());
            return;
        }
        FileEntry& each = m_model.entries()[at];
        if (!outcome || !ics::isMeantSo(each.entry, outcome.value())) {
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
    if (each.here.activity.id() != 0 && each.entry.isSeries)
        beginSeries(at);
    else if (each.here.activity.id() != 0)
        change(at);
    else if (each.here.series.id() != 0)
        replaceSeries(at);
    else if (each.entry.isSeries)
        createSeries(at);
    else
        create(at);
}

void CalendarImport::create(std::size_t at)
{
    const FileEntry& each = m_model.entries()[at];
    const auto request = ics::activityCreation(each.entry, namingOf(each));
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
    const auto request = ics::seriesCreation(each.entry, namingOf(each));
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
    const auto request = ics::activityUpdate(each.entry, each.here, namingOf(each));
    m_call = m_activities.update(request, this, [this, at](const Outcome<v1::ActivityChangeResponse>& outcome) {
        if (!outcome)
            return onRefused(at, outcome.error());
        onTaken(at, clashText(outcome->clashes()));
    });
}

void CalendarImport::replaceSeries(std::size_t at)
{
    const FileEntry& each = m_model.entries()[at];
    const auto request = ics::seriesReplacement(each.entry, each.here, namingOf(each));
    m_call = m_series.replace(request, this, [this, at](const Outcome<v1::SeriesChangeResponse>& outcome) {
        if (!outcome)
            return onRefused(at, outcome.error());
        const QString clashes = clashText(outcome->clashes());
        onTaken(at, clashes.isEmpty() ? replacedText(outcome.value()) : clashes);
    });
}

/// Nothing is made that taking back would have to take away: what is here was here before.
void CalendarImport::beginSeries(std::size_t at)
{
    const FileEntry& each = m_model.entries()[at];
    const auto request = ics::seriesBeginning(each.entry, each.here, namingOf(each));
    m_call = m_series.create(request, this, [this, at](const Outcome<v1::SeriesChangeResponse>& outcome) {
        if (!outcome)
            return onRefused(at, outcome.error());
        const QString clashes = clashText(outcome->clashes());
        onTaken(at, clashes.isEmpty() ? replacedText(outcome.value()) : clashes);
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
    FileEntry& each = m_model.entries()[at];
    // One may well be somebody else's to change, and the next one not.
    const bool isOfThisOne = error.code() == ErrorCode::Denied && each.here.beside == ics::Beside::Differs;
    if (isOutage(error.code()) && !isOfThisOne) {
        stop();
        m_model.touchAll();
        emit failed(error);
        return;
    }
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
