// Contact persons of one customer; each keeps its id for as long as anything may name it.
#pragma once

#include "banhang/v1/customer.pb.h"
#include "server/core/call/call.h"

namespace banhang::server {

/// Makes the stored persons those of `customer`, in its order: with a known id changed, without one added (and given an
/// id), absent ones taken off. `stored` are those now in the database.
void writeContacts(Call& call, const google::protobuf::RepeatedPtrField<v1::Contact>& stored, v1::Customer& customer);

} // namespace banhang::server
