// Pages, searches and batches of customers, from request to answer.
#pragma once

#include <string>
#include <string_view>

#include "banhang/v1/customers.pb.h"
#include "server/core/call/call.h"
#include "server/core/crypto/token_signer.h"

namespace banhang::server {

/// CUSTOMER_VIEW_FULL needs the export right, and gives only what lies in its scope; noted by who gives it out, see
/// exportList.
/// Throws: AppError Invalid "call.page_token", Denied, NotFound for `around_customer_id` out of sight.
void listCustomers(Call& call, const TokenSigner& signer, const v1::ListCustomersRequest& wanted,
                   v1::ListCustomersResponse& reply);
/// CUSTOMER_VIEW_FULL as the answer of a call: as listCustomers, and in the audit with its first page.
void exportList(Call& call, const TokenSigner& signer, const v1::ListCustomersRequest& wanted,
                v1::ListCustomersResponse& reply);
/// Each list as listCustomers would give it, counted no further than 501.
void countLists(Call& call, const v1::BatchGetCustomerCountsRequest& wanted, v1::BatchGetCustomerCountsResponse& reply);
void batchGetCustomers(Call& call, const v1::BatchGetCustomersRequest& wanted, v1::BatchGetCustomersResponse& reply);
/// CUSTOMER_VIEW_FULL as the answer of a call: as batchGetCustomers, and in the audit.
void exportBatch(Call& call, const v1::BatchGetCustomersRequest& wanted, v1::BatchGetCustomersResponse& reply);
void findByWords(Call& call, const v1::SearchCustomersRequest& wanted, v1::SearchCustomersResponse& reply);

/// Throws: AppError Refused "customer.public_card_disabled", Invalid for fewer than three letters.
void findPublicCards(Call& call, const v1::FindPublicCardsRequest& wanted, v1::FindPublicCardsResponse& reply);

void listHistory(Call& call, const TokenSigner& signer, const v1::ListCustomerHistoryRequest& wanted,
                 v1::ListCustomerHistoryResponse& reply);
void listSharesOf(Call& call, const TokenSigner& signer, const v1::ListCustomerSharesRequest& wanted,
                  v1::ListCustomerSharesResponse& reply);

} // namespace banhang::server
