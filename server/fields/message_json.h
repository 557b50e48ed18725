// Messages as JSON and back: the form in which value objects stand in columns, in the history and in edit conflicts.
#pragma once

#include <string_view>

#include <google/protobuf/message.h>
#include <nlohmann/json.hpp>

namespace banhang::server {

/// The proto names of fields as keys, enums by name, timestamps as RFC 3339 in UTC, fields at their default left out:
/// what protobuf's own JSON parser reads too. A conversion of our own, because protobuf 3.21's goes through a type
/// resolver and takes ten times as long, and a list page holds hundreds of these.
nlohmann::json toJson(const google::protobuf::Message& message);

/// The value of one field: an array if it is repeated, null if it is not set.
nlohmann::json fieldToJson(const google::protobuf::Message& message, const google::protobuf::FieldDescriptor& field);

/// Reads what the two above wrote, and enums by number, as columns hold them. Unknown keys and enum names are passed
/// over: they come from a newer version of the server. Throws nlohmann::json::exception when a value has another type
/// than its field.
void fromJson(const nlohmann::json& json, google::protobuf::Message& message);
void fieldFromJson(const nlohmann::json& json, google::protobuf::Message& message,
                   const google::protobuf::FieldDescriptor& field);

} // namespace banhang::server
