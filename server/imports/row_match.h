// How rows of one file are held against each other: the one place of this folder that knows the duplicate engine's
// forms.
#pragma once

#include <cstdint>
#include <vector>

#include "banhang/v1/imports.pb.h"
#include "server/core/call/call.h"

namespace banhang::server {

/// Opaque; customers without a key in common are not compared.
std::vector<std::uint64_t> matchKeys(const v1::Customer& prepared);

/// For each row the earlier one that it looks most like, if they look LIKELY at least. `prepared` are the rows'
/// customers, in their order.
std::vector<v1::DuplicateRow> duplicateRowsAmong(Call& call,
                                                 const google::protobuf::RepeatedPtrField<v1::ImportRow>& rows,
                                                 const std::vector<v1::Customer>& prepared);

} // namespace banhang::server
