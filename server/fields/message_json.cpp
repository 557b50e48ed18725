#include "server/fields/message_json.h"

#include <string>

#include <google/protobuf/descriptor.h>
#include <google/protobuf/timestamp.pb.h>
#include <google/protobuf/util/time_util.h>

namespace banhang::server {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using google::protobuf::Reflection;
using google::protobuf::Timestamp;
using google::protobuf::util::TimeUtil;
using nlohmann::json;

namespace {

json messageValue(const Message& message)
{
    if (message.GetDescriptor() == Timestamp::descriptor()) {
        Timestamp time;
        time.CopyFrom(message);
        return TimeUtil::ToString(time);
    }
    return toJson(message);
}

json singleValue(const Message& message, const FieldDescriptor& field)
{
    const Reflection& reflection = *message.GetReflection();
    switch (field.cpp_type()) {
    case FieldDescriptor::CPPTYPE_BOOL:
        return reflection.GetBool(message, &field);
    case FieldDescriptor::CPPTYPE_INT32:
        return reflection.GetInt32(message, &field);
    case FieldDescriptor::CPPTYPE_INT64:
        return reflection.GetInt64(message, &field);
    case FieldDescriptor::CPPTYPE_STRING:
        return reflection.GetString(message, &field);
    case FieldDescriptor::CPPTYPE_ENUM:
        return reflection.GetEnum(message, &field)->name();
    case FieldDescriptor::CPPTYPE_MESSAGE:
        return messageValue(reflection.GetMessage(message, &field));
    default:
        return nullptr;
    }
}

json elementValue(const Message& message, const FieldDescriptor& field, int index)
{
    const Reflection& reflection = *message.GetReflection();
    switch (field.cpp_type()) {
    case FieldDescriptor::CPPTYPE_INT32:
        return reflection.GetRepeatedInt32(message, &field, index);
    case FieldDescriptor::CPPTYPE_INT64:
        return reflection.GetRepeatedInt64(message, &field, index);
    case FieldDescriptor::CPPTYPE_STRING:
        return reflection.GetRepeatedString(message, &field, index);
    case FieldDescriptor::CPPTYPE_ENUM:
        return reflection.GetRepeatedEnum(message, &field, index)->name();
    case FieldDescriptor::CPPTYPE_MESSAGE:
        return messageValue(reflection.GetRepeatedMessage(message, &field, index));
    default:
        return nullptr;
    }
}

json repeatedValue(const Message& message, const FieldDescriptor& field)
{
    json values = json::array();
    for (int i = 0; i < message.GetReflection()->FieldSize(message, &field); ++i)
        values.push_back(elementValue(message, field, i));
    return values;
}

bool isDefault(const Message& message, const FieldDescriptor& field)
{
    const Reflection& reflection = *message.GetReflection();
    return field.is_repeated() ? reflection.FieldSize(message, &field) == 0 : !reflection.HasField(message, &field);
}

void readMessage(const json& value, Message& message)
{
    if (message.GetDescriptor() != Timestamp::descriptor()) {
        fromJson(value, message);
        return;
    }
    Timestamp time;
    if (TimeUtil::FromString(value.get<std::string>(), &time))
        message.CopyFrom(time);
}

void readSingle(const json& value, Message& message, const FieldDescriptor& field)
{
    const Reflection& reflection = *message.GetReflection();
    switch (field.cpp_type()) {
    case FieldDescriptor::CPPTYPE_BOOL:
        reflection.SetBool(&message, &field, value.get<bool>());
        break;
    case FieldDescriptor::CPPTYPE_INT32:
        reflection.SetInt32(&message, &field, value.get<std::int32_t>());
        break;
    case FieldDescriptor::CPPTYPE_INT64:
        reflection.SetInt64(&message, &field, value.get<std::int64_t>());
        break;
    case FieldDescriptor::CPPTYPE_STRING:
        reflection.SetString(&message, &field, value.get<std::string>());
        break;
    case FieldDescriptor::CPPTYPE_ENUM:
        if (value.is_number_integer())
            reflection.SetEnumValue(&message, &field, value.get<int>());
        else if (const auto* known = field.enum_type()->FindValueByName(value.get<std::string>()))
            reflection.SetEnum(&message, &field, known);
        break;
    case FieldDescriptor::CPPTYPE_MESSAGE:
        readMessage(value, *reflection.MutableMessage(&message, &field));
        break;
    default:
        break;
    }
}

void addElement(const json& value, Message& message, const FieldDescriptor& field)
{
    const Reflection& reflection = *message.GetReflection();
    switch (field.cpp_type()) {
    case FieldDescriptor::CPPTYPE_INT32:
        reflection.AddInt32(&message, &field, value.get<std::int32_t>());
        break;
    case FieldDescriptor::CPPTYPE_INT64:
        reflection.AddInt64(&message, &field, value.get<std::int64_t>());
        break;
    case FieldDescriptor::CPPTYPE_STRING:
        reflection.AddString(&message, &field, value.get<std::string>());
        break;
    case FieldDescriptor::CPPTYPE_ENUM:
        if (const auto* known = field.enum_type()->FindValueByName(value.get<std::string>()))
            reflection.AddEnum(&message, &field, known);
        break;
    case FieldDescriptor::CPPTYPE_MESSAGE:
        readMessage(value, *reflection.AddMessage(&message, &field));
        break;
    default:
        break;
    }
}

} // namespace

json toJson(const Message& message)
{
    json object = json::object();
    const auto& descriptor = *message.GetDescriptor();
    for (int i = 0; i < descriptor.field_count(); ++i) {
        const FieldDescriptor& field = *descriptor.field(i);
        if (!isDefault(message, field))
            object[field.name()] = fieldToJson(message, field);
    }
    return object;
}

json fieldToJson(const Message& message, const FieldDescriptor& field)
{
    if (field.is_repeated())
        return repeatedValue(message, field);
    if (field.has_presence() && !message.GetReflection()->HasField(message, &field))
        return nullptr;
    return singleValue(message, field);
}

void fromJson(const json& object, Message& message)
{
    const auto& descriptor = *message.GetDescriptor();
    for (const auto& [name, value] : object.items())
        if (const FieldDescriptor* field = descriptor.FindFieldByName(name))
            fieldFromJson(value, message, *field);
}

void fieldFromJson(const json& value, Message& message, const FieldDescriptor& field)
{
    const Reflection& reflection = *message.GetReflection();
    reflection.ClearField(&message, &field);
    if (value.is_null())
        return;
    if (!field.is_repeated()) {
        readSingle(value, message, field);
        return;
    }
    for (const json& element : value)
        addElement(element, message, field);
}

} // namespace banhang::server
