#include "client/records/record_draft.h"

#include <QJsonDocument>

#include <google/protobuf/util/json_util.h>
#include <google/protobuf/util/message_differencer.h>

namespace banhang::client {

std::vector<std::string> differingFields(const google::protobuf::Message& before,
                                         const google::protobuf::Message& after,
                                         std::span<const std::string_view> names)
{
    google::protobuf::util::MessageDifferencer differencer;
    std::vector<std::string> differing;
    for (const auto name : names) {
        const auto* field = before.GetDescriptor()->FindFieldByName(std::string(name));
        if (field && !differencer.CompareWithFields(before, after, {field}, {field}))
            differing.emplace_back(name);
    }
    return differing;
}

QJsonObject toJson(const google::protobuf::Message& message)
{
    std::string text;
    if (!google::protobuf::util::MessageToJsonString(message, &text).ok())
        return {};
    return QJsonDocument::fromJson(QByteArray::fromStdString(text)).object();
}

bool readJson(const QJsonValue& json, google::protobuf::Message& message)
{
    google::protobuf::util::JsonParseOptions options;
    options.ignore_unknown_fields = true;
    const std::string text = QJsonDocument(json.toObject()).toJson(QJsonDocument::Compact).toStdString();
    return json.isObject() && google::protobuf::util::JsonStringToMessage(text, &message, options).ok();
}

} // namespace banhang::client
