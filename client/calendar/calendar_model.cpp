#include "client/calendar/calendar_model.h"

#include <algorithm>
#include <utility>

#include "client/calendar/notable_days.h"
#include "client/core/office_time.h"
#include "client/core/session.h"

namespace banhang::client {

namespace {

constexpr int kPageSize = 1000;
/// A team of twenty has some 3,500 activities in six weeks.
constexpr std::size_t kMaxItems = 10'000;
constexpr int kGatherMs = 50;
constexpr int kMaxPerFetch = 500;
constexpr int kMaxLoadDays = 62;

bool isEarlier(const CalendarItem* a, const CalendarItem* b)
{
    if (a->isWholeDay != b->isWholeDay)
        return a->isWholeDay;
    if (a->isWholeDay)
        return a->firstDay != b->firstDay ? a->firstDay < b->firstDay : a->id < b->id;
    if (a->start != b->start)
        return a->start < b->start;
    return a->end != b->end ? a->end > b->end : a->id < b->id;
}

} // namespace

CalendarModel::CalendarModel(const Workplace& workplace, ActivitiesApi& api, QObject* parent)
    : QObject(parent), m_workplace(workplace), m_api(api)
{
    m_gatherTimer.setSingleShot(true);
    m_gatherTimer.setInterval(kGatherMs);
    connect(&m_gatherTimer, &QTimer::timeout, this, &CalendarModel::fetchChanged);
    connect(&workplace.feed, &ChangeFeed::changesArrived, this, &CalendarModel::onChanges);
    connect(&workplace.feed, &ChangeFeed::resyncNeeded, this, &CalendarModel::reload);
}

void CalendarModel::setPeople(const QList<qint64>& people)
{
    if (people == m_people)
        return;
    m_people = people;
    reload();
}

void CalendarModel::setShown(const QSet<qint64>& people, bool withHolidays)
{
    m_shownPeople = people;
    m_withHolidays = withHolidays;
    index();
}

void CalendarModel::showRange(const QDate& first, const QDate& last)
{
    m_firstDay = first;
    m_lastDay = last;
    const qint64 length = first.daysTo(last) + 1;
    const qint64 margin = std::min<qint64>(length, (kMaxLoadDays - length) / 2);
    m_loadedFirst = first.addDays(-margin);
    m_loadedLast = last.addDays(margin);
    index();
    load();
}

void CalendarModel::reload()
{
    if (m_firstDay.isValid())
        load();
}

void CalendarModel::clear()
{
    m_call.cancel();
    m_changesCall.cancel();
    m_changed.clear();
    m_items.clear();
    m_arriving.clear();
    m_meanwhile.clear();
    m_people.clear();
    m_shownPeople.clear();
    m_firstDay = m_lastDay = m_loadedFirst = m_loadedLast = {};
    index();
}

void CalendarModel::apply(const v1::Activity& activity)
{
    put(activity);
    note(activity.id(), activity);
    index();
}

void CalendarModel::remove(qint64 activityId)
{
    note(activityId, std::nullopt);
    if (m_items.erase(activityId) > 0)
        index();
}

QList<const CalendarItem*> CalendarModel::allOn(const QDate& day, qint64 person) const
{
    QList<const CalendarItem*> items = m_byDay.value(day);
    if (person != 0)
        items.removeIf([person](const CalendarItem* item) { return !item->people.contains(person); });
    return items;
}

QList<const CalendarItem*> CalendarModel::timedOn(const QDate& day, qint64 person) const
{
    auto items = allOn(day, person);
    items.removeIf([](const CalendarItem* item) { return item->isWholeDay; });
    return items;
}

QList<const CalendarItem*> CalendarModel::wholeDaysOn(const QDate& day, qint64 person) const
{
    auto items = allOn(day, person);
    items.removeIf([](const CalendarItem* item) { return !item->isWholeDay; });
    return items;
}

const CalendarItem* CalendarModel::find(qint64 id) const
{
    const auto found = m_items.find(id);
    return found == m_items.end() ? nullptr : &found->second;
}

int CalendarModel::countOf(qint64 person) const
{
    return static_cast<int>(std::count_if(m_items.begin(), m_items.end(), [&](const auto& entry) {
        const CalendarItem& item = entry.second;
        return item.people.contains(person) && item.firstDay <= m_lastDay && item.lastDay >= m_firstDay;
    }));
}

int CalendarModel::holidayCount() const
{
    return m_firstDay.isValid() ? static_cast<int>(holidayItems(m_firstDay, m_lastDay).size()) : 0;
}

void CalendarModel::load()
{
    if (m_people.isEmpty() || !m_firstDay.isValid())
        return;
    m_arriving.clear();
    m_meanwhile.clear();
    loadPage({});
}

void CalendarModel::loadPage(const std::string& token)
{
    v1::ListActivitiesRequest request;
    auto& filter = *request.mutable_filter();
    for (const qint64 person : m_people)
        filter.add_user_ids(person);
    *filter.mutable_from_time() = toTimestamp(officeTime(m_loadedFirst, QTime(0, 0)));
    *filter.mutable_to_time() = toTimestamp(officeTime(m_loadedLast.addDays(1), QTime(0, 0)));
    request.set_page_size(kPageSize);
    request.set_page_token(token);
    m_call = m_api.list(request, this, [this](const Outcome<v1::ListActivitiesResponse>& outcome) {
        if (!outcome) {
            emit loadFailed(outcome.error());
            return;
        }
        for (const auto& activity : outcome->activities()) {
            CalendarItem item = calendarItem(activity, m_workplace.picklists);
            if (item.firstDay.isValid())
                m_arriving.insert_or_assign(item.id, std::move(item));
        }
        if (!outcome->next_page_token().empty() && m_arriving.size() < kMaxItems)
            return loadPage(outcome->next_page_token());
        m_items.swap(m_arriving);
        m_arriving.clear();
        keepWhatIsNewer();
        index();
        emit arrived();
    });
}

/// The answer may have been read before what was done while it was on its way.
void CalendarModel::keepWhatIsNewer()
{
    for (const auto& [id, activity] : std::exchange(m_meanwhile, {})) {
        if (!activity)
            m_items.erase(id);
        else if (const CalendarItem* item = find(id); !item || item->activity->version() <= activity->version())
            put(*activity);
    }
}

void CalendarModel::note(qint64 id, const std::optional<v1::Activity>& activity)
{
    if (isLoading())
        m_meanwhile.insert_or_assign(id, activity);
}

void CalendarModel::onChanges(const QList<RecordChange>& changes)
{
    for (const RecordChange& change : changes) {
        if (change.entity != QLatin1String("activity"))
            continue;
        if (change.isGone)
            remove(change.id);
        else
            m_changed.insert(change.id, change);
    }
    if (!m_changed.isEmpty() && !m_people.isEmpty())
        m_gatherTimer.start();
}

void CalendarModel::fetchChanged()
{
    if (m_changesCall.isActive()) {
        m_gatherTimer.start();
        return;
    }
    QHash<qint64, RecordChange> asked;
    asked.swap(m_changed);
    if (asked.size() > kMaxPerFetch)
        return reload();
    std::vector<qint64> ids(asked.keyBegin(), asked.keyEnd());
    m_changesCall = m_api.batchGet(ids, this, [this, asked](const Outcome<v1::BatchGetActivitiesResponse>& outcome) {
        if (!outcome)
            return reload();
        takeIn(asked, outcome.value());
        index();
        emit arrived();
        for (const RecordChange& change : asked)
            if (change.actorUserId != m_workplace.session.userId() && m_items.count(change.id) > 0)
                emit peerChanged(change.id, change.actorUserId);
    });
}

/// Those asked for that did not come are no longer to be seen.
void CalendarModel::takeIn(const QHash<qint64, RecordChange>& asked, const v1::BatchGetActivitiesResponse& answer)
{
    QSet<qint64> gone(asked.keyBegin(), asked.keyEnd());
    for (const auto& activity : answer.activities()) {
        gone.remove(activity.id());
        const CalendarItem* item = find(activity.id());
        if (item && item->activity->version() > activity.version())
            continue; // saved since
        put(activity);
        note(activity.id(), activity);
    }
    for (const qint64 id : gone) {
        m_items.erase(id);
        note(id, std::nullopt);
    }
}

void CalendarModel::put(const v1::Activity& activity)
{
    CalendarItem item = calendarItem(activity, m_workplace.picklists);
    if (belongs(item))
        m_items.insert_or_assign(item.id, std::move(item));
    else
        m_items.erase(activity.id());
}

void CalendarModel::index()
{
    m_byDay.clear();
    m_clashes.clear();
    std::erase_if(m_items, [](const auto& entry) { return entry.first < 0; });
    if (m_withHolidays && m_loadedFirst.isValid())
        for (const CalendarItem& item : holidayItems(m_loadedFirst, m_loadedLast))
            m_items.insert_or_assign(item.id, item);
    for (const auto& [id, item] : m_items) {
        if (!isVisible(item))
            continue;
        const QDate last = std::min(item.lastDay, m_loadedLast);
        for (QDate day = std::max(item.firstDay, m_loadedFirst); day <= last; day = day.addDays(1))
            m_byDay[day].append(&item);
    }
    for (auto& items : m_byDay) {
        std::sort(items.begin(), items.end(), isEarlier);
        findClashes(items);
    }
    emit changed();
}

void CalendarModel::findClashes(const QList<const CalendarItem*>& items)
{
    for (qsizetype i = 0; i < items.size(); ++i)
        for (qsizetype j = i + 1;
             j < items.size() && (items[j]->isWholeDay || items[j]->start < items[i]->end || items[i]->isWholeDay); ++j)
            if (isClash(*items[i], *items[j])) {
                m_clashes.insert(items[i]->id);
                m_clashes.insert(items[j]->id);
            }
}

bool CalendarModel::belongs(const CalendarItem& item) const
{
    const bool isInRange = item.firstDay.isValid() && item.firstDay <= m_loadedLast && item.lastDay >= m_loadedFirst;
    return isInRange && !item.activity->has_delete_time() &&
           std::any_of(item.people.begin(), item.people.end(), [this](qint64 each) { return m_people.contains(each); });
}

bool CalendarModel::isVisible(const CalendarItem& item) const
{
    return item.people.isEmpty() || std::any_of(item.people.begin(), item.people.end(),
                                                [this](qint64 each) { return m_shownPeople.contains(each); });
}

} // namespace banhang::client
