// Which fields of a customer an edit may name, and how they are carried over and compared.
#pragma once

#include <set>
#include <string>

#include <google/protobuf/field_mask.pb.h>
#include <nlohmann/json.hpp>

#include "banhang/v1/customer.pb.h"
#include "server/customers/issue_rules.h"

namespace banhang::server {

using FieldNames = std::set<std::string>;

/// Top-level fields that a client writes; all but those the server says, `kind` and `owner_user_id`.
bool isWritable(const std::string& field);

/// Errors "update_mask.empty" and "update_mask.not_writable" (arg "field").
Issues checkEditMask(const google::protobuf::FieldMask& mask);

/// Writable fields that hold anything.
FieldNames fieldsSet(const v1::Customer& customer);

void copyFields(const v1::Customer& from, const FieldNames& fields, v1::Customer& to);

/// Of `fields`, those that differ.
FieldNames differingFields(const v1::Customer& before, const v1::Customer& after, const FieldNames& fields);

/// {"name": {"old": null, "new": …}}
nlohmann::json initialValues(const v1::Customer& created, const FieldNames& fields);

/// {"name": {"old": …, "new": …}}
nlohmann::json changedValues(const v1::Customer& before, const v1::Customer& after, const FieldNames& fields);

} // namespace banhang::server
