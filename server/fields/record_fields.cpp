#include "server/fields/record_fields.h"

#include <algorithm>
#include <memory>

#include <google/protobuf/descriptor.h>

#include "server/fields/message_json.h"

namespace banhang::server {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

FieldNames namesOf(const google::protobuf::FieldMask& mask)
{
    return {mask.paths().begin(), mask.paths().end()};
}

const FieldDescriptor& fieldNamed(const Message& record, std::string_view name)
{
    return *record.GetDescriptor()->FindFieldByName(std::string(name));
}

void sortByField(Issues& issues, const google::protobuf::Descriptor& type)
{
    const auto numberOf = [&type](const v1::FieldIssue& issue) {
        const auto* field = type.FindFieldByName(std::string(topField(issue.path())));
        return field == nullptr ? 0 : field->number();
    };
    std::ranges::stable_sort(issues, {}, numberOf);
}

bool WritableFields::contains(const std::string& field) const
{
    return m_type.FindFieldByName(field) != nullptr && std::ranges::find(m_others, field) == m_others.end();
}

Issues WritableFields::check(const google::protobuf::FieldMask& mask) const
{
    Issues issues;
    if (mask.paths().empty())
        addError(issues, "update_mask", "update_mask.empty");
    for (const std::string& path : mask.paths())
        if (!contains(path))
            addError(issues, "update_mask", "update_mask.not_writable", {{"field", path}});
    return issues;
}

FieldNames WritableFields::setIn(const Message& record) const
{
    std::vector<const FieldDescriptor*> set;
    record.GetReflection()->ListFields(record, &set);
    FieldNames names;
    for (const auto* field : set)
        if (contains(field->name()))
            names.insert(field->name());
    return names;
}

void copyFields(const Message& from, const FieldNames& fields, Message& to)
{
    const std::unique_ptr<Message> source(from.New());
    source->CopyFrom(from);
    std::vector<const FieldDescriptor*> swapped;
    for (const std::string& name : fields)
        swapped.push_back(&fieldNamed(from, name));
    to.GetReflection()->SwapFields(&to, source.get(), swapped);
}

FieldNames differingFields(const Message& before, const Message& after, const FieldNames& fields)
{
    FieldNames different;
    for (const std::string& name : fields) {
        const FieldDescriptor& field = fieldNamed(before, name);
        if (fieldToJson(before, field) != fieldToJson(after, field))
            different.insert(name);
    }
    return different;
}

nlohmann::json initialValues(const Message& created, const FieldNames& fields)
{
    nlohmann::json values = nlohmann::json::object();
    for (const std::string& name : fields)
        values[name] = {{"old", nullptr}, {"new", fieldToJson(created, fieldNamed(created, name))}};
    return values;
}

nlohmann::json changedValues(const Message& before, const Message& after, const FieldNames& fields)
{
    nlohmann::json changes = nlohmann::json::object();
    for (const std::string& name : fields) {
        const FieldDescriptor& field = fieldNamed(before, name);
        changes[name] = {{"old", fieldToJson(before, field)}, {"new", fieldToJson(after, field)}};
    }
    return changes;
}

} // namespace banhang::server
