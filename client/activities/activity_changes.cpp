#include "client/activities/activity_changes.h"

#include <array>
#include <string_view>

#include "client/records/record_draft.h"

namespace banhang::client {

namespace {

constexpr std::array<std::string_view, 22> kWritable{"title",
                                                     "channel_key",
                                                     "direction",
                                                     "customer_id",
                                                     "contact_id",
                                                     "participant_user_ids",
                                                     "place",
                                                     "start_time",
                                                     "end_time",
                                                     "day",
                                                     "last_day",
                                                     "priority",
                                                     "course",
                                                     "result",
                                                     "goal",
                                                     "duration_seconds",
                                                     "potential",
                                                     "pursuit",
                                                     "preparation",
                                                     "is_callback",
                                                     "callback_reason",
                                                     "reminder_lead_minutes"};

const QString kBase = QStringLiteral("base");
const QString kTyped = QStringLiteral("typed");
const QString kNextStep = QStringLiteral("next_step");
const QString kOutcome = QStringLiteral("outcome");

} // namespace

std::vector<std::string> changedActivityFields(const v1::Activity& before, const v1::Activity& after)
{
    return differingFields(before, after, kWritable);
}

QJsonObject toJson(const ActivityDraft& draft)
{
    QJsonObject json{{kBase, toJson(draft.base)}, {kTyped, toJson(draft.typed)}, {kOutcome, draft.isOutcome}};
    if (draft.nextStep)
        json.insert(kNextStep, toJson(*draft.nextStep));
    return json;
}

std::optional<ActivityDraft> activityDraft(const QJsonObject& json)
{
    auto base = fromJson<v1::Activity>(json.value(kBase));
    auto typed = fromJson<v1::Activity>(json.value(kTyped));
    if (!base || !typed)
        return std::nullopt;
    ActivityDraft draft;
    draft.base = *std::move(base);
    draft.typed = *std::move(typed);
    if (json.contains(kNextStep))
        draft.nextStep = fromJson<v1::Activity>(json.value(kNextStep));
    draft.isOutcome = json.value(kOutcome).toBool();
    return draft;
}

} // namespace banhang::client
