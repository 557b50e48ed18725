// Fields of a record, whatever kind of record it is: which of them an edit may name, and how they are carried over and
// compared.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <google/protobuf/field_mask.pb.h>
#include <google/protobuf/message.h>
#include <nlohmann/json.hpp>

#include "server/fields/issue_rules.h"

namespace banhang::server {

using FieldNames = std::set<std::string>;

FieldNames namesOf(const google::protobuf::FieldMask& mask);

/// One that the record has.
const google::protobuf::FieldDescriptor& fieldNamed(const google::protobuf::Message& record, std::string_view name);

/// In the order of the fields that their paths begin with, as the proto numbers them; what is of no field comes first.
void sortByField(Issues& issues, const google::protobuf::Descriptor& type);

/// The top-level fields of one kind of record that a client writes.
class WritableFields
{
public:
    /// All but `others`.
    WritableFields(const google::protobuf::Descriptor& type, std::vector<std::string_view> others)
        : m_type(type), m_others(std::move(others))
    {
    }

    bool contains(const std::string& field) const;
    /// Errors "update_mask.empty" and "update_mask.not_writable" (arg "field").
    Issues check(const google::protobuf::FieldMask& mask) const;
    /// Those that hold anything.
    FieldNames setIn(const google::protobuf::Message& record) const;

private:
    const google::protobuf::Descriptor& m_type;
    std::vector<std::string_view> m_others;
};

/// Between two records of one kind.
void copyFields(const google::protobuf::Message& from, const FieldNames& fields, google::protobuf::Message& to);

/// Of `fields`, those that differ.
FieldNames differingFields(const google::protobuf::Message& before, const google::protobuf::Message& after,
                           const FieldNames& fields);

/// {"name": {"old": null, "new": …}}
nlohmann::json initialValues(const google::protobuf::Message& created, const FieldNames& fields);

/// {"name": {"old": …, "new": …}}
nlohmann::json changedValues(const google::protobuf::Message& before, const google::protobuf::Message& after,
                             const FieldNames& fields);

} // namespace banhang::server
