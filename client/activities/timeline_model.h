// What happened with one customer: planned first, then newest first, page by page in both directions, kept fresh.
#pragma once

#include <QAbstractListModel>
#include <QTimer>

#include <optional>
#include <vector>

#include "banhang/v1/activities.pb.h"
#include "client/activities/activities_api.h"
#include "client/core/change_feed.h"
#include "client/core/workplace.h"

namespace banhang::client {

/// What of it is shown.
struct TimelineFilter
{
    std::vector<v1::ActivityKind> kinds; ///< empty = all
    qint64 userId = 0;                   ///< owned by or with this person; 0 = anybody
    QString query;                       ///< words, with or without marks

    friend bool operator==(const TimelineFilter&, const TimelineFilter&) = default;
};

/// Thread: UI.
class TimelineModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    TimelineModel(const Workplace& workplace, ActivitiesApi& api, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

    /// Another customer empties it at once; 0 = none. With `aroundId`: begins at the place of that activity.
    void load(qint64 customerId, qint64 aroundId = 0);
    void setFilter(const TimelineFilter& filter);
    const TimelineFilter& filter() const { return m_filter; }
    /// Loads it anew; what is shown stays until the answer is there.
    void reload();
    bool hasNewer() const { return !m_previousToken.empty(); }
    void fetchNewer();

    qint64 customerId() const { return m_customerId; }
    const v1::Activity& activity(int row) const { return m_activities[static_cast<size_t>(row)]; }
    int rowOf(qint64 activityId) const;
    /// The next step that came out of this one, as far as it is loaded; null for none.
    const v1::Activity* stepAfter(qint64 activityId) const;
    const std::optional<v1::Activity>& lastAgreed() const { return m_lastAgreed; }
    bool isLoaded() const { return m_isLoaded; }
    bool isComplete() const { return m_isLoaded && m_nextToken.empty() && m_previousToken.empty(); }

signals:
    void loaded();
    void filterChanged();
    void failed(const banhang::AppError& error);

private:
    void onChanges(const QList<RecordChange>& changes);
    v1::ListTimelineRequest request() const;
    void accept(const v1::ListTimelineResponse& response);

    Workplace m_workplace;
    ActivitiesApi& m_api;
    qint64 m_customerId = 0;
    qint64 m_aroundId = 0;
    TimelineFilter m_filter;
    std::vector<v1::Activity> m_activities;
    std::optional<v1::Activity> m_lastAgreed;
    std::string m_nextToken;
    std::string m_previousToken;
    bool m_isLoaded = false;
    QTimer m_gather;
    CallHandle m_call;
    CallHandle m_moreCall;
};

} // namespace banhang::client
