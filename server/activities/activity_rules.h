// What can be wrong or doubtful about an activity; decides nothing but says it all at once.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "banhang/v1/activities.pb.h"
#include "server/fields/record_fields.h"

namespace banhang::server {

/// What the rules must be told, since they look nothing up.
struct ActivityFacts
{
    std::int64_t nowMicros = 0;
    /// Inactive ones too: a record may keep what is no longer offered.
    bool isChannelKnown = false;
    /// The customer that is meant, at the end of its merges; 0 if the caller sees none, or none is named.
    std::int64_t customerId = 0;
    bool isContactOfCustomer = false;
    /// Of the participants, those who are active users.
    std::set<std::int64_t> activePeople;
};

/// The fields that a client writes: all but those the server says, `kind`, `state` and `owner_user_id`.
const WritableFields& writableActivityFields();

/// Texts tidied, lists without repeats, the owner no participant, and what a kind of activity does not have is cleared
/// where it says nothing.
void prepareActivity(v1::Activity& activity);

/// What is wrong with the activity by itself, whoever wrote it. Stored ones are never wrong.
Issues checkShape(const v1::Activity& activity);

/// What is wrong with that which it names, as far as the fields in `changed` name it: what was named before may have
/// gone since.
Issues checkNames(const v1::Activity& activity, const ActivityFacts& facts, const FieldNames& changed);

/// What is doubtful: warnings.
Issues doubtsAbout(const v1::Activity& activity, const ActivityFacts& facts);

/// By the order of fields in the message.
void sortIssues(Issues& issues);

/// People whose day it is part of: the owner first.
std::vector<std::int64_t> peopleOf(const v1::Activity& activity);

} // namespace banhang::server
