#include "client/activities/timeline_model.h"

#include <algorithm>

#include "client/activities/activity_text.h"
#include "client/core/directory_cache.h"
#include "client/core/office_time.h"
#include "client/core/picklist_cache.h"
#include "client/core/session.h"

namespace banhang::client {

namespace {

constexpr int kPage = 50;
constexpr int kMaxPageSize = 200; // of the contract
constexpr int kGatherMs = 100;    // one save names the activity and its customer

} // namespace

TimelineModel::TimelineModel(const Workplace& workplace, ActivitiesApi& api, QObject* parent)
    : QAbstractListModel(parent), m_workplace(workplace), m_api(api)
{
    m_gather.setSingleShot(true);
    m_gather.setInterval(kGatherMs);
    connect(&m_gather, &QTimer::timeout, this, &TimelineModel::reload);
    connect(&workplace.feed, &ChangeFeed::changesArrived, this, &TimelineModel::onChanges);
    connect(&workplace.feed, &ChangeFeed::resyncNeeded, this, &TimelineModel::reload);
    const auto touchAll = [this] {
        if (!m_activities.empty())
            emit dataChanged(index(0), index(rowCount() - 1));
    };
    connect(&workplace.directory, &DirectoryCache::changed, this, touchAll);
    connect(&workplace.picklists, &PicklistCache::changed, this, touchAll);
}

int TimelineModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_activities.size());
}

QVariant TimelineModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const auto& one = activity(index.row());
    const QString title = activityTitle(one, m_workplace.picklists);
    switch (role) {
    case Qt::DisplayRole:
        return title;
    case Qt::AccessibleTextRole:
        return QStringList{title, stateWord(one.state()), m_workplace.directory.givenName(one.owner_user_id()),
                           whenText(one, officeNow()), QString::fromStdString(one.result())}
            .join(QStringLiteral(", "));
    default:
        return {};
    }
}

bool TimelineModel::canFetchMore(const QModelIndex&) const
{
    return !m_nextToken.empty() && !m_moreCall.isActive();
}

v1::ListTimelineRequest TimelineModel::request() const
{
    v1::ListTimelineRequest request;
    request.set_customer_id(m_customerId);
    for (const auto kind : m_filter.kinds)
        request.add_kinds(kind);
    request.set_user_id(m_filter.userId);
    request.set_query(m_filter.query.toStdString());
    request.set_page_size(kPage);
    return request;
}

void TimelineModel::fetchMore(const QModelIndex&)
{
    if (!canFetchMore({}))
        return;
    auto wanted = request();
    wanted.set_page_token(m_nextToken);
    m_moreCall = m_api.timeline(wanted, this, [this](Outcome<v1::ListTimelineResponse> outcome) {
        if (!outcome) {
            emit failed(outcome.error());
            return;
        }
        auto page = std::move(outcome).value();
        m_nextToken = page.next_page_token();
        if (!page.activities().empty()) {
            beginInsertRows({}, rowCount(), rowCount() + page.activities_size() - 1);
            m_activities.insert(m_activities.end(), page.activities().begin(), page.activities().end());
            endInsertRows();
        }
        emit loaded();
    });
}

void TimelineModel::fetchNewer()
{
    if (m_previousToken.empty() || m_moreCall.isActive())
        return;
    auto wanted = request();
    wanted.set_page_token(m_previousToken);
    m_moreCall = m_api.timeline(wanted, this, [this](Outcome<v1::ListTimelineResponse> outcome) {
        if (!outcome) {
            emit failed(outcome.error());
            return;
        }
        auto page = std::move(outcome).value();
        m_previousToken = page.previous_page_token();
        if (!page.activities().empty()) {
            beginInsertRows({}, 0, page.activities_size() - 1);
            m_activities.insert(m_activities.begin(), page.activities().begin(), page.activities().end());
            endInsertRows();
        }
        emit loaded();
    });
}

void TimelineModel::load(qint64 customerId, qint64 aroundId)
{
    if (customerId == m_customerId && aroundId == m_aroundId) {
        reload();
        return;
    }
    m_customerId = customerId;
    m_aroundId = aroundId;
    m_filter = {};
    beginResetModel();
    m_activities.clear();
    m_lastAgreed.reset();
    m_nextToken.clear();
    m_previousToken.clear();
    m_isLoaded = false;
    endResetModel();
    emit filterChanged();
    reload();
}

void TimelineModel::setFilter(const TimelineFilter& filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    m_aroundId = 0;
    m_nextToken.clear();
    m_previousToken.clear();
    emit filterChanged();
    reload();
}

void TimelineModel::reload()
{
    m_gather.stop();
    m_moreCall.cancel();
    m_call.cancel();
    if (m_customerId == 0 || !m_workplace.session.may(v1::RESOURCE_ACTIVITY, v1::ACTION_VIEW))
        return;
    auto wanted = request();
    wanted.set_page_size(std::clamp(rowCount(), kPage, kMaxPageSize));
    wanted.set_around_activity_id(m_aroundId);
    m_call = m_api.timeline(wanted, this, [this](const Outcome<v1::ListTimelineResponse>& outcome) {
        if (outcome)
            accept(outcome.value());
        else
            emit failed(outcome.error());
    });
}

void TimelineModel::accept(const v1::ListTimelineResponse& response)
{
    beginResetModel();
    m_activities.assign(response.activities().begin(), response.activities().end());
    m_nextToken = response.next_page_token();
    m_previousToken = response.previous_page_token();
    if (response.has_last_agreed())
        m_lastAgreed = response.last_agreed();
    else
        m_lastAgreed.reset();
    m_isLoaded = true;
    endResetModel();
    emit loaded();
}

int TimelineModel::rowOf(qint64 activityId) const
{
    const auto found = std::find_if(m_activities.begin(), m_activities.end(),
                                    [activityId](const v1::Activity& one) { return one.id() == activityId; });
    return found == m_activities.end() ? -1 : static_cast<int>(found - m_activities.begin());
}

const v1::Activity* TimelineModel::stepAfter(qint64 activityId) const
{
    const auto found = std::find_if(m_activities.begin(), m_activities.end(), [activityId](const v1::Activity& one) {
        return one.previous_activity_id() == activityId;
    });
    return found == m_activities.end() ? nullptr : &*found;
}

void TimelineModel::onChanges(const QList<RecordChange>& changes)
{
    const bool concerns = std::any_of(changes.begin(), changes.end(), [this](const RecordChange& change) {
        if (change.entity == QLatin1String("customer"))
            return change.id == m_customerId && change.fields.contains(QStringLiteral("activities"));
        return change.entity == QLatin1String("activity") && rowOf(change.id) >= 0;
    });
    if (concerns && m_customerId)
        m_gather.start();
}

} // namespace banhang::client
