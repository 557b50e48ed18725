#include "client/activities/activity_changes.h"

#include <QJsonDocument>

#include <array>
#include <string_view>

#include <google/protobuf/util/json_util.h>
#include <google/protobuf/util/message_differencer.h>

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

QJsonObject messageToJson(const v1::Activity& activity)
{
    std::string text;
    if (!google::protobuf::util::MessageToJsonString(activity, &text).ok())
        return {};
    return QJsonDocument::fromJson(QByteArray::fromStdString(text)).object();
}

std::optional<v1::Activity> messageFromJson(const QJsonValue& json)
{
    v1::Activity activity;
    google::protobuf::util::JsonParseOptions options;
    options.ignore_unknown_fields = true;
    const std::string text = QJsonDocument(json.toObject()).toJson(QJsonDocument::Compact).toStdString();
    if (!json.isObject() || !google::protobuf::util::JsonStringToMessage(text, &activity, options).ok())
        return std::nullopt;
    return activity;
}

} // namespace

std::vector<std::string> changedActivityFields(const v1::Activity& before, const v1::Activity& after)
{
    google::protobuf::util::MessageDifferencer differencer;
    std::vector<std::string> changed;
    const auto* descriptor = v1::Activity::descriptor();
    for (const auto name : kWritable) {
        const auto* field = descriptor->FindFieldByName(std::string(name));
        if (field && !differencer.CompareWithFields(before, after, {field}, {field}))
            changed.emplace_back(name);
    }
    return changed;
}

QJsonObject toJson(const ActivityDraft& draft)
{
    QJsonObject json{
        {kBase, messageToJson(draft.base)}, {kTyped, messageToJson(draft.typed)}, {kOutcome, draft.isOutcome}};
    if (draft.nextStep)
        json.insert(kNextStep, messageToJson(*draft.nextStep));
    return json;
}

std::optional<ActivityDraft> activityDraft(const QJsonObject& json)
{
    auto base = messageFromJson(json.value(kBase));
    auto typed = messageFromJson(json.value(kTyped));
    if (!base || !typed)
        return std::nullopt;
    ActivityDraft draft;
    draft.base = *std::move(base);
    draft.typed = *std::move(typed);
    if (json.contains(kNextStep))
        draft.nextStep = messageFromJson(json.value(kNextStep));
    draft.isOutcome = json.value(kOutcome).toBool();
    return draft;
}

} // namespace banhang::client
