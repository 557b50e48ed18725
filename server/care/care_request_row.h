// Rows of the care request table as messages and back.
#pragma once

#include "banhang/v1/care_requests.pb.h"
#include "server/customers/customer_row.h"
#include "server/customers/record_sight.h"

namespace banhang::server {

/// $2 sees all customers, $3 leaves whose customers are seen, $4 whose shares count.
#define BANHANG_CARE_CUSTOMER_SEEN BANHANG_CUSTOMER_SEEN("$2", "$3", "$4")

/// Care requests with the customer and the contact person, as far as the caller sees these.
#define BANHANG_CARE_SOURCE                                                                                            \
    "banhang.care_request q LEFT JOIN banhang.customer c ON c.id = q.customer_id AND " BANHANG_CARE_CUSTOMER_SEEN      \
    " LEFT JOIN banhang.contact t ON t.id = q.contact_id AND c.id IS NOT NULL"

/// $5 sees all care requests, $6 leaves whose care requests are seen. The first wall.
#define BANHANG_CARE_SEEN "($5 OR q.unit_id = ANY ($6::bigint[]) OR c.id IS NOT NULL)"

#define BANHANG_CARE_COLUMNS                                                                                           \
    "q.id, q.version, q.code, q.state, q.kind_key, q.severity, q.customer_id, c.name, q.contact_id, t.name, "          \
    "q.channel_key, q.subject, q.description, q.answer, q.satisfaction, q.owner_id, q.unit_id, q.creator_id, "         \
    "(extract(epoch FROM q.promised_at) * 1000000)::bigint, q.state <= 3 AND q.promised_at <= clock_timestamp(), "     \
    "CASE WHEN q.escalated_for = q.promised_at THEN (extract(epoch FROM q.escalated_at) * 1000000)::bigint END, "      \
    "(extract(epoch FROM q.resolved_at) * 1000000)::bigint, (extract(epoch FROM q.created_at) * 1000000)::bigint, "    \
    "(extract(epoch FROM q.updated_at) * 1000000)::bigint, (extract(epoch FROM q.deleted_at) * 1000000)::bigint"

/// The places $2 to $6 behind the one that is searched for.
template <typename Key>
Params careSeenBy(const Caller& caller, const Key& key)
{
    return recordSeenBy(caller, {v1::RESOURCE_CARE_REQUEST, v1::ACTION_VIEW}, key);
}

v1::CareRequest readCareRequest(const Row& row);

/// What a client writes, and the state: $1 to $11, in the order of kInsert in care_request_store.cpp.
Params writtenValues(const v1::CareRequest& request);

} // namespace banhang::server
