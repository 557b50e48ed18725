#include "client/views/work_list_days.h"

#include <algorithm>

#include "client/core/change_feed.h"

namespace banhang::client {

namespace {

constexpr int kUntouchedDays = 7;
constexpr int kUntouchedLeaderDays = 14;
constexpr int kOverlookedDays = 30;
constexpr int kSilentDays = 90;

} // namespace

WorkListDays::WorkListDays(RpcClient& rpc, QObject* parent) : QObject(parent), m_api(rpc)
{
    m_settings.set_untouched_days(kUntouchedDays);
    m_settings.set_untouched_leader_days(kUntouchedLeaderDays);
    m_settings.set_overlooked_days(kOverlookedDays);
    m_settings.set_silent_days(kSilentDays);
    m_settings.add_client_status_keys("trading");
}

void WorkListDays::reload()
{
    m_call = m_api.settings(this, [this](const Outcome<v1::WorkListSettings>& outcome) {
        if (!outcome || outcome->version() == m_settings.version())
            return;
        m_settings = outcome.value();
        emit changed();
    });
}

void WorkListDays::onChanges(const QList<RecordChange>& changes)
{
    const bool concerns = std::any_of(changes.begin(), changes.end(), [](const RecordChange& change) {
        return change.entity == QLatin1String("work_list_settings");
    });
    if (concerns)
        reload();
}

} // namespace banhang::client
