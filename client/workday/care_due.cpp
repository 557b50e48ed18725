#include "client/workday/care_due.h"

#include <algorithm>

#include "client/core/session.h"

namespace banhang::client {

namespace {

constexpr int kGatherMs = 250;

} // namespace

CareDue::CareDue(const Workplace& workplace, QObject* parent)
    : QObject(parent), m_workplace(workplace), m_api(workplace.rpc)
{
    m_gather.setSingleShot(true);
    m_gather.setInterval(kGatherMs);
    connect(&m_gather, &QTimer::timeout, this, &CareDue::reload);
    connect(&workplace.feed, &ChangeFeed::changesArrived, this, &CareDue::onChanges);
    connect(&workplace.feed, &ChangeFeed::resyncNeeded, this, [this] { m_gather.start(); });
}

void CareDue::onChanges(const QList<RecordChange>& changes)
{
    const bool concerns = std::ranges::any_of(
        changes, [](const RecordChange& change) { return change.entity == QLatin1String("care_request"); });
    if (concerns && !m_gather.isActive())
        m_gather.start();
}

void CareDue::reload()
{
    m_gather.stop();
    if (!m_workplace.session.may(v1::RESOURCE_CARE_REQUEST, v1::ACTION_VIEW))
        return clear();
    v1::ListCareRequestsRequest request;
    request.mutable_filter()->add_owner_user_ids(m_workplace.session.userId());
    request.mutable_filter()->set_open_only(true);
    request.set_order(v1::CARE_ORDER_PROMISED);
    request.set_page_size(kMaxRequests);
    m_call = m_api.list(request, this, [this](const Outcome<v1::ListCareRequestsResponse>& outcome) {
        if (!outcome)
            return; // what stands there is as good as it gets; the feed brings the next try
        m_requests = {outcome->care_requests().begin(), outcome->care_requests().end()};
        m_hasMore = !outcome->next_page_token().empty();
        emit changed();
    });
}

void CareDue::clear()
{
    m_call.cancel();
    m_gather.stop();
    m_requests.clear();
    m_hasMore = false;
    emit changed();
}

} // namespace banhang::client
