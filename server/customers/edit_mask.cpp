#include "server/customers/edit_mask.h"

#include <algorithm>
#include <array>
#include <string_view>

#include <google/protobuf/descriptor.h>

#include "server/customers/message_json.h"

namespace banhang::server {

namespace {

constexpr std::array<std::string_view, 13> kNotWritable{
    "id",          "code",        "version",           "kind",        "owner_user_id", "unit_id",
    "create_time", "update_time", "last_contact_time", "delete_time", "masked_fields",
    "merged_into_id", "former_codes"};

const google::protobuf::FieldDescriptor* fieldNamed(const std::string& name)
{
    return v1::Customer::descriptor()->FindFieldByName(name);
}

} // namespace

bool isWritable(const std::string& field)
{
    return fieldNamed(field) != nullptr && std::ranges::find(kNotWritable, field) == kNotWritable.end();
}

Issues checkEditMask(const google::protobuf::FieldMask& mask)
{
    Issues issues;
    if (mask.paths().empty())
        addError(issues, "update_mask", "update_mask.empty");
    for (const std::string& path : mask.paths())
        if (!isWritable(path))
            addError(issues, "update_mask", "update_mask.not_writable", {{"field", path}});
    return issues;
}

FieldNames fieldsSet(const v1::Customer& customer)
{
    std::vector<const google::protobuf::FieldDescriptor*> set;
    customer.GetReflection()->ListFields(customer, &set);
    FieldNames names;
    for (const auto* field : set)
        if (isWritable(field->name()))
            names.insert(field->name());
    return names;
}

void copyFields(const v1::Customer& from, const FieldNames& fields, v1::Customer& to)
{
    v1::Customer source = from;
    std::vector<const google::protobuf::FieldDescriptor*> swapped;
    for (const std::string& name : fields)
        swapped.push_back(fieldNamed(name));
    to.GetReflection()->SwapFields(&to, &source, swapped);
}

FieldNames differingFields(const v1::Customer& before, const v1::Customer& after, const FieldNames& fields)
{
    FieldNames different;
    for (const std::string& name : fields)
        if (fieldToJson(before, *fieldNamed(name)) != fieldToJson(after, *fieldNamed(name)))
            different.insert(name);
    return different;
}

nlohmann::json initialValues(const v1::Customer& created, const FieldNames& fields)
{
    nlohmann::json values = nlohmann::json::object();
    for (const std::string& name : fields)
        values[name] = {{"old", nullptr}, {"new", fieldToJson(created, *fieldNamed(name))}};
    return values;
}

nlohmann::json changedValues(const v1::Customer& before, const v1::Customer& after, const FieldNames& fields)
{
    nlohmann::json changes = nlohmann::json::object();
    for (const std::string& name : fields)
        changes[name] = {{"old", fieldToJson(before, *fieldNamed(name))},
                         {"new", fieldToJson(after, *fieldNamed(name))}};
    return changes;
}

} // namespace banhang::server
