// What a care sequence may say; decides without a database.
#pragma once

#include <set>
#include <string>

#include "banhang/v1/sequences.pb.h"
#include "server/fields/issue_rules.h"

namespace banhang::server {

/// What the rules must be told, since they look nothing up.
struct SequenceFacts
{
    /// Of list "channel", inactive ones too.
    std::set<std::string> channels;
    /// Of those that the steps name.
    std::set<std::int64_t> activePeople;
    std::set<std::int64_t> groups;
};

/// Steps count from an occasion: they come on the same day for everybody, or each year on the customer's own.
bool isOccasion(v1::CareStepBase base);

/// Texts tidied, and what a step of its kind does not have is cleared.
void prepareSequence(v1::Sequence& sequence);

/// Gives numbers to steps that have none, or have one that the sequence never gave: `last` is the highest that it has
/// given so far. Numbers that stand twice are kept by the first.
void numberSteps(v1::Sequence& sequence, const std::set<int>& known, int last);

/// Everything that is wrong with it, in field order. The sequence must be prepared.
Issues sequenceIssues(const v1::Sequence& sequence, const SequenceFacts& facts);

} // namespace banhang::server
