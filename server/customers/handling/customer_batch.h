// Acts on many customers at once: each for itself, so that one that may not be touched does not stop the others.
#pragma once

#include "banhang/v1/customers.pb.h"
#include "server/core/call/call.h"

namespace banhang::server {

/// Who of the customers may be acted on, as they stand now; the act itself checks again.
void checkBatch(Call& call, const v1::CheckCustomerBatchRequest& wanted, v1::CheckCustomerBatchResponse& reply);

/// Scope: edit right on each, by grant or share. Tags are a set: what a colleague does to other tags meanwhile is kept.
void tagCustomers(Call& call, const v1::TagCustomersRequest& wanted, v1::TagCustomersResponse& reply);

/// As moveToBin and takeOutOfBin for each; what these refuse is listed.
void moveManyToBin(Call& call, const v1::BatchDeleteCustomersRequest& wanted, v1::BatchDeleteCustomersResponse& reply);
void takeManyOutOfBin(Call& call, const v1::BatchUndeleteCustomersRequest& wanted,
                      v1::BatchUndeleteCustomersResponse& reply);

} // namespace banhang::server
