// What can be wrong with phones and e-mails, of a customer and of its contact persons alike.
#pragma once

#include <string_view>

#include <google/protobuf/repeated_ptr_field.h>

#include "banhang/v1/customer.pb.h"
#include "server/fields/issue_rules.h"

namespace banhang::server {

/// Fills `key` of each number that can be read. A cell with several numbers gets the key of the first.
void fillPhoneKeys(google::protobuf::RepeatedPtrField<v1::Phone>& phones);

/// `home` is the main address of the customer, with its codes: it tells which readings of a number are likely. `path`
/// is that of the list, "contacts[0].phones". Only "phone.not_a_number" is an error: numbers outside the plan may be
/// right all the same (new prefixes, extensions, other countries).
void checkPhones(const google::protobuf::RepeatedPtrField<v1::Phone>& phones, const v1::Address& home,
                 std::string_view path, Issues& issues);

/// Only "email.syntax" is an error.
void checkEmails(const google::protobuf::RepeatedPtrField<v1::Email>& emails, std::string_view path, Issues& issues);

} // namespace banhang::server
