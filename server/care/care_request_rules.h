// What can be wrong about a care request, and which steps its state allows.
#pragma once

#include "banhang/v1/care_requests.pb.h"
#include "server/fields/record_fields.h"

namespace banhang::server {

/// What the rules must be told, since they look nothing up.
struct CareFacts
{
    /// Inactive ones too: a record may keep what is no longer offered.
    bool isKindKnown = false;
    bool isChannelKnown = false;
    /// The customer that is meant, at the end of its merges; 0 if the caller sees none, or none is named.
    std::int64_t customerId = 0;
    bool isContactOfCustomer = false;
};

/// The fields that a client writes: all but those the server says, `state` and `owner_user_id`.
const WritableFields& writableCareFields();

/// Texts tidied, and the severity said.
void prepareCareRequest(v1::CareRequest& request);

/// What is wrong with it by itself, whoever wrote it. Stored ones are never wrong.
Issues checkCareShape(const v1::CareRequest& request);

/// What is wrong with that which it names, as far as the fields in `changed` name it: what was named before may have
/// gone since.
Issues checkCareNames(const v1::CareRequest& request, const CareFacts& facts, const FieldNames& changed);

/// Not answered, not cancelled.
bool isOpen(v1::CareState state);

/// Answered, whether or not the customer is content.
bool isResolved(v1::CareState state);

bool isCareStep(v1::CareState from, v1::CareState to);

/// "promises[1].remind_minutes" and the like.
Issues checkCareSettings(const v1::CareSettings& settings);

} // namespace banhang::server
