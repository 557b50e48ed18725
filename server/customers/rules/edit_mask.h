// Which fields of a customer an edit may name.
#pragma once

#include <string>

#include <google/protobuf/field_mask.pb.h>

#include "banhang/v1/customer.pb.h"
#include "server/fields/record_fields.h"

namespace banhang::server {

/// Top-level fields that a client writes; all but those the server says, `kind` and `owner_user_id`.
bool isWritable(const std::string& field);

/// Errors "update_mask.empty" and "update_mask.not_writable" (arg "field").
Issues checkEditMask(const google::protobuf::FieldMask& mask);

/// Writable fields that hold anything.
FieldNames fieldsSet(const v1::Customer& customer);

} // namespace banhang::server
