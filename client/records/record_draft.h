// What drafts and edits of records need of their messages: as JSON, and what differs.
#pragma once

#include <QJsonObject>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <google/protobuf/message.h>

namespace banhang::client {

/// Those of the fields `names` in which the two differ. Both are of one type.
std::vector<std::string> differingFields(const google::protobuf::Message& before,
                                         const google::protobuf::Message& after,
                                         std::span<const std::string_view> names);

QJsonObject toJson(const google::protobuf::Message& message);
/// False when it is not what `toJson` wrote for such a message; fields that are no more are passed over.
bool readJson(const QJsonValue& json, google::protobuf::Message& message);

template <typename Record>
std::optional<Record> fromJson(const QJsonValue& json)
{
    Record record;
    return readJson(json, record) ? std::optional<Record>(std::move(record)) : std::nullopt;
}

} // namespace banhang::client
