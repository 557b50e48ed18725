#include "server/reminders/activity_notifier.h"

#include "server/core/change_log/change_recorder.h"
#include "server/reminders/activity_news_rules.h"
#include "server/reminders/notification_store.h"
#include "server/reminders/reminder_store.h"

namespace banhang::server {

void ActivityNotifier::activitiesSaved(Tx& tx, const ChangeActor& actor, std::span<const SavedActivity> saved)
{
    std::vector<ActivityStep> steps;
    std::vector<std::int64_t> concerned;
    steps.reserve(saved.size());
    for (const SavedActivity& one : saved) {
        const ActivityStep& step = steps.emplace_back(ActivityStep{one.before, one.after});
        if (concernsReminders(step))
            concerned.push_back(one.after->id());
    }
    if (!concerned.empty())
        ReminderStore::keep(tx, "activity", concerned);
    if (const std::vector<ActivityNews> news = newsOf(steps, actor.userId); !news.empty())
        NotificationStore::tell(tx, news);
}

} // namespace banhang::server
