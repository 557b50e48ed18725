// Reads and writes care sequences. They are settings: everybody may read them.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "banhang/v1/sequences.pb.h"
#include "server/core/call/call.h"
#include "server/sequences/sequence_rules.h"

namespace banhang::server {

class ConstraintErrors;

void registerSequencesConstraints(ConstraintErrors& errors);

/// By name, behind `afterName`; with the number of customers on each.
std::vector<v1::Sequence> readSequences(Tx& tx, const std::string& afterName, int limit);
std::vector<v1::SequenceGroup> readSequenceGroups(Tx& tx);

/// With its newest steps, without the numbers of customers; nothing for what is absent.
std::optional<v1::Sequence> findSequence(Tx& tx, std::int64_t id);
/// As findSequence, and locked until the end of the transaction.
std::optional<v1::Sequence> lockSequence(Tx& tx, std::int64_t id);
/// The highest number that any of its editions has given to a step.
int lastStepNumber(Tx& tx, std::int64_t id);

/// What the rules need to check this one.
SequenceFacts sequenceFacts(Tx& tx, const v1::Sequence& sequence);

/// Writes it with its first edition; fills id, version and edition, and puts it on record.
void insertSequence(Call& call, v1::Sequence& sequence);
/// Stores a locked one, as a new edition if its steps differ; fills version and edition, and puts it on record.
void updateSequence(Call& call, const v1::Sequence& before, v1::Sequence& after);
/// All customers on it go on by its newest steps.
void moveEnrolled(Tx& tx, std::int64_t id);

/// In the form in which an edition keeps them.
std::string stepsToJson(const google::protobuf::RepeatedPtrField<v1::SequenceStep>& steps);
google::protobuf::RepeatedPtrField<v1::SequenceStep> stepsFromJson(const std::string& json);

} // namespace banhang::server
