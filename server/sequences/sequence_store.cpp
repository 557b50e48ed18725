#include "server/sequences/sequence_store.h"

#include "server/core/change_log/change_recorder.h"
#include "server/core/database/constraint_errors.h"
#include "server/fields/message_json.h"
#include "server/fields/record_fields.h"

namespace banhang::server {

namespace {

#define BANHANG_SEQUENCE_COLUMNS "s.id, s.version, s.name, s.description, s.active, s.edition, e.steps"
#define BANHANG_SEQUENCE_SOURCE                                                                                        \
    "banhang.care_sequence s JOIN banhang.care_edition e ON e.sequence_id = s.id AND e.edition = s.edition"

constexpr Statement kList{"SELECT " BANHANG_SEQUENCE_COLUMNS ", coalesce(n.amount, 0)::bigint, coalesce(n.earlier, "
                          "0)::bigint FROM " BANHANG_SEQUENCE_SOURCE
                          " LEFT JOIN (SELECT c.sequence_id, sum(c.amount) AS amount,"
                          " sum(c.amount) FILTER (WHERE c.edition < q.edition) AS earlier"
                          " FROM banhang.count_care() c JOIN banhang.care_sequence q ON q.id = c.sequence_id"
                          " GROUP BY c.sequence_id) AS n ON n.sequence_id = s.id"
                          " WHERE s.name COLLATE \"C\" > $1 ORDER BY s.name COLLATE \"C\" LIMIT $2"};
constexpr Statement kGroups{"SELECT id, name FROM banhang.user_group ORDER BY name"};
constexpr Statement kFind{"SELECT " BANHANG_SEQUENCE_COLUMNS " FROM " BANHANG_SEQUENCE_SOURCE " WHERE s.id = $1"};
constexpr Statement kLock{"SELECT FROM banhang.care_sequence WHERE id = $1 FOR NO KEY UPDATE"};
constexpr Statement kLastNumber{"SELECT coalesce(max((step ->> 'number')::integer), 0) FROM banhang.care_edition e,"
                                " jsonb_array_elements(e.steps) AS step WHERE e.sequence_id = $1"};
constexpr Statement kChannels{"SELECT key FROM banhang.pick_item WHERE list_key = 'channel'"};
constexpr Statement kPeople{"SELECT id FROM banhang.app_user WHERE id = ANY ($1::bigint[]) AND active"};
constexpr Statement kKnownGroups{"SELECT id FROM banhang.user_group WHERE id = ANY ($1::bigint[])"};
constexpr Statement kInsert{"INSERT INTO banhang.care_sequence (name, description, active) VALUES ($1, $2, $3)"
                            " RETURNING id, version, edition"};
constexpr Statement kInsertEdition{
    "INSERT INTO banhang.care_edition (sequence_id, edition, steps) VALUES ($1, $2, $3::jsonb)"};
constexpr Statement kUpdate{"UPDATE banhang.care_sequence SET name = $2, description = $3, active = $4, edition = $5,"
                            " version = version + 1, updated_at = now() WHERE id = $1 RETURNING version"};
constexpr Statement kMoveEnrolled{"SELECT banhang.move_enrolled($1)"};

v1::Sequence readSequence(const Row& row)
{
    v1::Sequence sequence;
    sequence.set_id(row.int64(0));
    sequence.set_version(row.int64(1));
    sequence.set_name(row.string(2));
    sequence.set_description(row.string(3));
    sequence.set_active(row.boolean(4));
    sequence.set_edition(row.int32(5));
    *sequence.mutable_steps() = stepsFromJson(row.string(6));
    return sequence;
}

/// Of concern to everybody signed in: menus and editors show them.
void record(Call& call, const v1::Sequence& sequence, std::string_view operation, const nlohmann::json& fields)
{
    recordChange(call,
                 {.entity = "care_sequence",
                  .entityId = sequence.id(),
                  .version = sequence.version(),
                  .operation = operation,
                  .unitBefore = 0,
                  .unitAfter = 0},
                 fields);
}

std::set<std::int64_t> idsIn(const Rows& rows)
{
    std::set<std::int64_t> ids;
    for (const Row row : rows)
        ids.insert(row.int64(0));
    return ids;
}

} // namespace

void registerSequencesConstraints(ConstraintErrors& errors)
{
    errors.add("care_sequence_name_unique", ErrorCode::AlreadyExists, "sequence.name_taken");
    // Somebody else puts the same customer on it at this moment.
    errors.add("care_enrolment_once", ErrorCode::Unavailable, "database.contention");
}

std::vector<v1::Sequence> readSequences(Tx& tx, const std::string& afterName, int limit)
{
    std::vector<v1::Sequence> sequences;
    const Rows rows = tx.query(kList, afterName, limit);
    for (const Row row : rows) {
        v1::Sequence& sequence = sequences.emplace_back(readSequence(row));
        sequence.set_enrolled_count(row.int64(7));
        sequence.set_earlier_edition_count(row.int64(8));
    }
    return sequences;
}

std::vector<v1::SequenceGroup> readSequenceGroups(Tx& tx)
{
    std::vector<v1::SequenceGroup> groups;
    const Rows rows = tx.query(kGroups);
    for (const Row row : rows) {
        v1::SequenceGroup& group = groups.emplace_back();
        group.set_id(row.int64(0));
        group.set_name(row.string(1));
    }
    return groups;
}

std::optional<v1::Sequence> findSequence(Tx& tx, std::int64_t id)
{
    const Rows rows = tx.query(kFind, id);
    return rows.empty() ? std::nullopt : std::optional(readSequence(rows.front()));
}

std::optional<v1::Sequence> lockSequence(Tx& tx, std::int64_t id)
{
    tx.enqueue(kLock, id);
    return findSequence(tx, id);
}

int lastStepNumber(Tx& tx, std::int64_t id)
{
    return tx.query(kLastNumber, id).front().int32(0);
}

SequenceFacts sequenceFacts(Tx& tx, const v1::Sequence& sequence)
{
    std::vector<std::int64_t> people;
    std::vector<std::int64_t> groups;
    for (const v1::SequenceStep& step : sequence.steps()) {
        people.push_back(step.user_id());
        groups.push_back(step.group_id());
    }
    SequenceFacts facts;
    tx.expect(kChannels, [&facts](const Rows& rows) {
        for (const Row row : rows)
            facts.channels.insert(row.string(0));
    });
    tx.expect(
        kPeople, [&facts](const Rows& rows) { facts.activePeople = idsIn(rows); }, people);
    facts.groups = idsIn(tx.query(kKnownGroups, groups));
    return facts;
}

void insertSequence(Call& call, v1::Sequence& sequence)
{
    const Rows rows = call.tx.query(kInsert, sequence.name(), sequence.description(), sequence.active());
    sequence.set_id(rows.front().int64(0));
    sequence.set_version(rows.front().int64(1));
    sequence.set_edition(rows.front().int32(2));
    call.tx.enqueue(kInsertEdition, sequence.id(), sequence.edition(), stepsToJson(sequence.steps()));
    record(call, sequence, "create", initialValues(sequence, {"name", "description", "steps", "active"}));
}

void updateSequence(Call& call, const v1::Sequence& before, v1::Sequence& after)
{
    const FieldNames changed = differingFields(before, after, {"name", "description", "steps", "active"});
    if (changed.empty())
        return;
    if (changed.contains("steps")) {
        after.set_edition(before.edition() + 1);
        call.tx.enqueue(kInsertEdition, after.id(), after.edition(), stepsToJson(after.steps()));
    }
    const Rows rows =
        call.tx.query(kUpdate, after.id(), after.name(), after.description(), after.active(), after.edition());
    after.set_version(rows.front().int64(0));
    record(call, after, "update", changedValues(before, after, changed));
}

void moveEnrolled(Tx& tx, std::int64_t id)
{
    tx.enqueue(kMoveEnrolled, id);
}

std::string stepsToJson(const google::protobuf::RepeatedPtrField<v1::SequenceStep>& steps)
{
    nlohmann::json list = nlohmann::json::array();
    for (const v1::SequenceStep& step : steps)
        list.push_back(toJson(step));
    return list.dump();
}

google::protobuf::RepeatedPtrField<v1::SequenceStep> stepsFromJson(const std::string& json)
{
    google::protobuf::RepeatedPtrField<v1::SequenceStep> steps;
    for (const nlohmann::json& one : nlohmann::json::parse(json))
        fromJson(one, *steps.Add());
    return steps;
}

} // namespace banhang::server
