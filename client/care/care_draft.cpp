#include "client/care/care_draft.h"

#include <QJsonDocument>

#include <array>
#include <string_view>

#include <google/protobuf/util/json_util.h>
#include <google/protobuf/util/message_differencer.h>

namespace banhang::client {

namespace {

constexpr std::array<std::string_view, 10> kWritable{"kind_key",     "severity",     "customer_id", "contact_id",
                                                     "channel_key",  "subject",      "description", "answer",
                                                     "satisfaction", "promised_time"};

const QString kBase = QStringLiteral("base");
const QString kTyped = QStringLiteral("typed");

QJsonObject messageToJson(const v1::CareRequest& request)
{
    std::string text;
    if (!google::protobuf::util::MessageToJsonString(request, &text).ok())
        return {};
    return QJsonDocument::fromJson(QByteArray::fromStdString(text)).object();
}

std::optional<v1::CareRequest> messageFromJson(const QJsonValue& json)
{
    v1::CareRequest request;
    google::protobuf::util::JsonParseOptions options;
    options.ignore_unknown_fields = true;
    const std::string text = QJsonDocument(json.toObject()).toJson(QJsonDocument::Compact).toStdString();
    if (!json.isObject() || !google::protobuf::util::JsonStringToMessage(text, &request, options).ok())
        return std::nullopt;
    return request;
}

} // namespace

std::vector<std::string> changedCareFields(const v1::CareRequest& before, const v1::CareRequest& after)
{
    google::protobuf::util::MessageDifferencer differencer;
    std::vector<std::string> changed;
    for (const auto name : kWritable) {
        const auto* field = v1::CareRequest::descriptor()->FindFieldByName(std::string(name));
        if (field && !differencer.CompareWithFields(before, after, {field}, {field}))
            changed.emplace_back(name);
    }
    return changed;
}

QJsonObject toJson(const CareDraft& draft)
{
    return {{kBase, messageToJson(draft.base)}, {kTyped, messageToJson(draft.typed)}};
}

std::optional<CareDraft> careDraft(const QJsonObject& json)
{
    auto base = messageFromJson(json.value(kBase));
    auto typed = messageFromJson(json.value(kTyped));
    if (!base || !typed)
        return std::nullopt;
    return CareDraft{*std::move(base), *std::move(typed)};
}

} // namespace banhang::client
