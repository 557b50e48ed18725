#include "server/series/series_store.h"

#include "common/error.h"
#include "server/core/database/constraint_errors.h"
#include "server/fields/message_json.h"

namespace banhang::server {

namespace {

#define BANHANG_SERIES_COLUMNS                                                                                         \
    "s.id, s.version, s.owner_id, s.unit_id, s.creator_id, s.rule, s.pattern, s.anchor_day - date '1970-01-01',"       \
    " s.first_day - date '1970-01-01', s.made_until - date '1970-01-01', s.next_make_on - date '1970-01-01',"          \
    " s.ended_day - date '1970-01-01', coalesce(s.previous_id, 0), s.ics_uid,"                                         \
    " extract(epoch FROM s.updated_at)::bigint"

// sql-ok: the policy is the scope: whoever sees the owner's place
constexpr Statement kFind{"SELECT " BANHANG_SERIES_COLUMNS " FROM banhang.series s WHERE s.id = $1"};

// sql-ok: what is the caller's own; the policy stands beneath
constexpr Statement kFindEntry{
    "SELECT s.id FROM banhang.series s WHERE s.ics_uid = $2"
    " AND (s.ended_day IS NULL OR s.ended_day >= (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date)"
    " AND $1 IN (s.creator_id, s.owner_id) ORDER BY s.id LIMIT 1"};

// sql-ok: locks nothing that the policy for changing keeps away
constexpr Statement kLock{"SELECT FROM banhang.series s WHERE s.id = $1 FOR NO KEY UPDATE"};

// sql-ok: who writes has decided, jobs included; the policy stands beneath
constexpr Statement kInsert{
    "INSERT INTO banhang.series (rule, pattern, anchor_day, first_day, made_until, next_make_on, ended_day, owner_id,"
    " unit_id, creator_id, previous_id, ics_uid)"
    " VALUES ($1::jsonb, $2::jsonb, $3::date, $4::date, $5::date, $6::date, $7::date, $8, $9, $10,"
    " nullif($11::bigint, 0), $12)"
    " RETURNING id, version"};

// sql-ok: as above
constexpr Statement kUpdate{
    "UPDATE banhang.series SET rule = $1::jsonb, pattern = $2::jsonb, anchor_day = $3::date, first_day = $4::date,"
    " made_until = $5::date, next_make_on = $6::date, ended_day = $7::date, version = version + 1, updated_at = now()"
    " WHERE id = $8 RETURNING version"};

// sql-ok: the job of the server itself
constexpr Statement kNoteMade{"UPDATE banhang.series SET made_until = $2::date, next_make_on = $3::date WHERE id = $1"};

// sql-ok: the job of the server itself
constexpr Statement kHoldDue{"SELECT " BANHANG_SERIES_COLUMNS ", coalesce(heir.id, 0), coalesce(heir.unit_id, 0)"
                             " FROM banhang.series s JOIN banhang.app_user o ON o.id = s.owner_id"
                             " LEFT JOIN LATERAL (SELECT u.id, latest.unit_id"
                             " FROM (SELECT a.owner_id, a.unit_id FROM banhang.activity a WHERE a.series_id = s.id"
                             " AND a.series_slot IS NOT NULL AND a.deleted_at IS NULL"
                             " ORDER BY a.series_slot DESC LIMIT 1) latest"
                             " JOIN banhang.app_user u ON u.id = latest.owner_id AND u.active) heir ON NOT o.active"
                             " WHERE s.next_make_on <= $1::date AND (o.active OR heir.id IS NOT NULL)"
                             " ORDER BY s.next_make_on, s.id LIMIT $2 FOR NO KEY UPDATE OF s SKIP LOCKED"};

// sql-ok: the job of the server itself
constexpr Statement kHandOver{"UPDATE banhang.series SET owner_id = $2, unit_id = $3, pattern = $4::jsonb,"
                              " version = version + 1, updated_at = now() WHERE id = $1 RETURNING version"};

// sql-ok: occurrences of a series that the caller may change, which is checked before
constexpr Statement kOccurrences{
    "SELECT id, series_slot - date '1970-01-01', state <> 1 OR is_series_exception OR deleted_at IS NOT NULL"
    " FROM banhang.activity WHERE series_id = $1 AND series_slot >= $2::date ORDER BY series_slot FOR NO KEY UPDATE"};

// sql-ok: of a series that the caller sees
constexpr Statement kOwnOccurrences{
    "SELECT id, series_slot - date '1970-01-01', deleted_at IS NOT NULL OR state = 4 FROM banhang.activity"
    " WHERE series_id = $1 AND series_slot >= $2::date AND (deleted_at IS NOT NULL OR is_series_exception OR state = 4)"
    " ORDER BY series_slot LIMIT $3"};

// sql-ok: of a series that the caller may change
constexpr Statement kOpenOccurrences{
    "SELECT id FROM banhang.activity WHERE series_id = $1 AND series_slot >= $2::date AND state = 1"
    " AND deleted_at IS NULL ORDER BY series_slot"};

// sql-ok: as above
constexpr Statement kSlot{"SELECT series_slot - date '1970-01-01' FROM banhang.activity"
                          " WHERE id = $2 AND series_id = $1 AND series_slot IS NOT NULL"};

// sql-ok: as above
constexpr Statement kClearSlots{"UPDATE banhang.activity SET series_slot = NULL WHERE id = ANY ($1::bigint[])"};

// sql-ok: as above
constexpr Statement kPutSlot{"UPDATE banhang.activity SET series_id = $2, series_slot = $3::date WHERE id = $1"};

// sql-ok: as above
constexpr Statement kPassOn{
    "UPDATE banhang.activity SET series_id = $2 WHERE series_id = $1 AND series_slot >= $3::date"};

// sql-ok: of the pattern of a series, for a job
constexpr Statement kCustomer{
    "SELECT c.id, coalesce((SELECT t.id FROM banhang.contact t WHERE t.id = $2::bigint AND t.customer_id = c.id AND"
    " NOT t.removed), 0) FROM (SELECT banhang.survivor_of($1::bigint)) AS c (id) WHERE c.id IS NOT NULL"};

// sql-ok: as above
constexpr Statement kHoldCustomers{"SELECT banhang.hold_customers($1::bigint[])"};

constexpr Statement kToday{"SELECT (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date - date '1970-01-01'"};

vn::Date dateAt(const Row& row, int column)
{
    return vn::fromDays(row.int64(column));
}

std::optional<vn::Date> dateOrNone(const Row& row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(dateAt(row, column));
}

std::optional<std::string> textOf(const std::optional<vn::Date>& date)
{
    return date ? std::optional(vn::formatIsoDate(*date)) : std::nullopt;
}

StoredSeries readSeries(const Row& row)
{
    StoredSeries series;
    series.id = row.int64(0);
    series.version = row.int64(1);
    series.ownerId = row.int64(2);
    series.unitId = row.int64(3);
    series.creatorId = row.int64(4);
    fromJson(nlohmann::json::parse(row.string(5)), series.repetition.rule);
    fromJson(nlohmann::json::parse(row.string(6)), series.pattern);
    series.repetition.anchor = dateAt(row, 7);
    series.repetition.begin = dateAt(row, 8);
    series.madeUntil = dateAt(row, 9);
    series.nextMakeOn = dateOrNone(row, 10);
    series.endedDay = dateOrNone(row, 11);
    series.previousId = row.int64(12);
    series.icsUid = row.string(13);
    series.updatedSeconds = row.int64(14);
    return series;
}

Params writtenValues(const StoredSeries& series)
{
    Params values;
    values.add(toJson(series.repetition.rule).dump());
    values.add(toJson(series.pattern).dump());
    values.add(vn::formatIsoDate(series.repetition.anchor));
    values.add(vn::formatIsoDate(series.repetition.begin));
    values.add(vn::formatIsoDate(series.madeUntil));
    values.add(textOf(series.nextMakeOn));
    values.add(textOf(series.endedDay));
    return values;
}

} // namespace

void registerSeriesConstraints(ConstraintErrors& errors)
{
    // Another server makes the same day at this moment.
    errors.add("activity_series_slot", ErrorCode::Unavailable, "database.contention");
    errors.add("series_ics_uid_unique", ErrorCode::AlreadyExists, "series.known_entry");
}

std::optional<StoredSeries> findSeries(Call& call, std::int64_t id)
{
    const Rows rows = call.tx.query(kFind, id);
    return rows.empty() ? std::nullopt : std::optional(readSeries(rows.front()));
}

std::int64_t findSeriesOfEntry(Call& call, const std::string& icsUid)
{
    const Rows rows = call.tx.query(kFindEntry, call.caller.userId, icsUid);
    return rows.empty() ? 0 : rows.front().int64(0);
}

std::optional<StoredSeries> lockSeries(Call& call, std::int64_t id)
{
    call.tx.enqueue(kLock, id);
    return findSeries(call, id);
}

void insertSeries(Tx& tx, StoredSeries& series)
{
    Params values = writtenValues(series);
    values.add(series.ownerId);
    values.add(series.unitId);
    values.add(series.creatorId);
    values.add(series.previousId);
    values.add(series.icsUid);
    const Rows rows = tx.run(kInsert, values);
    series.id = rows.front().int64(0);
    series.version = rows.front().int64(1);
}

void updateSeries(Tx& tx, StoredSeries& series)
{
    Params values = writtenValues(series);
    values.add(series.id);
    const Rows rows = tx.run(kUpdate, values);
    if (rows.empty())
        throw AppError(ErrorCode::NotFound, "series.not_found");
    series.version = rows.front().int64(0);
}

void noteMade(Tx& tx, const StoredSeries& series)
{
    tx.enqueue(kNoteMade, series.id, vn::formatIsoDate(series.madeUntil), textOf(series.nextMakeOn));
}

std::vector<DueSeries> lockDueSeries(Tx& tx, const vn::Date& today, int limit)
{
    constexpr int kHeirColumn = 15; // behind those of the series
    std::vector<DueSeries> due;
    for (const Row row : tx.query(kHoldDue, vn::formatIsoDate(today), limit)) {
        due.push_back({readSeries(row)});
        if (const std::int64_t heirId = row.int64(kHeirColumn); heirId != 0)
            due.back().heir = {heirId, row.int64(kHeirColumn + 1)};
    }
    return due;
}

void handOverSeries(Tx& tx, StoredSeries& series, const SeriesOwner& owner)
{
    series.ownerId = owner.userId;
    series.unitId = owner.unitId;
    series.pattern.set_owner_user_id(owner.userId);
    series.version =
        tx.query(kHandOver, series.id, series.ownerId, series.unitId, toJson(series.pattern).dump()).front().int64(0);
}

std::vector<Occurrence> occurrencesFrom(Tx& tx, std::int64_t seriesId, const vn::Date& from)
{
    std::vector<Occurrence> occurrences;
    for (const Row row : tx.query(kOccurrences, seriesId, vn::formatIsoDate(from)))
        occurrences.push_back({row.int64(0), dateAt(row, 1), row.boolean(2)});
    return occurrences;
}

std::vector<Occurrence> ownOccurrences(Tx& tx, std::int64_t seriesId, const vn::Date& from, int limit)
{
    std::vector<Occurrence> occurrences;
    for (const Row row : tx.query(kOwnOccurrences, seriesId, vn::formatIsoDate(from), limit))
        occurrences.push_back({row.int64(0), dateAt(row, 1), row.boolean(2)});
    return occurrences;
}

std::vector<std::int64_t> openOccurrencesFrom(Tx& tx, std::int64_t seriesId, const vn::Date& from)
{
    std::vector<std::int64_t> ids;
    for (const Row row : tx.query(kOpenOccurrences, seriesId, vn::formatIsoDate(from)))
        ids.push_back(row.int64(0));
    return ids;
}

std::optional<vn::Date> slotOf(Tx& tx, std::int64_t seriesId, std::int64_t activityId)
{
    const Rows rows = tx.query(kSlot, seriesId, activityId);
    return rows.empty() ? std::nullopt : std::optional(dateAt(rows.front(), 0));
}

void clearSlots(Tx& tx, const std::vector<std::int64_t>& activityIds)
{
    if (!activityIds.empty())
        tx.enqueue(kClearSlots, activityIds);
}

void insertSlot(Tx& tx, std::int64_t activityId, std::int64_t seriesId, const vn::Date& slot)
{
    tx.enqueue(kPutSlot, activityId, seriesId, vn::formatIsoDate(slot));
}

void moveSlots(Tx& tx, std::int64_t fromSeriesId, std::int64_t toSeriesId, const vn::Date& from)
{
    tx.enqueue(kPassOn, fromSeriesId, toSeriesId, vn::formatIsoDate(from));
}

SeriesCustomer presentCustomer(Tx& tx, const v1::Activity& pattern)
{
    if (pattern.customer_id() == 0)
        return {};
    const Rows rows = tx.query(kCustomer, pattern.customer_id(), pattern.contact_id());
    return rows.empty() ? SeriesCustomer{} : SeriesCustomer{rows.front().int64(0), rows.front().int64(1)};
}

void lockPresentCustomers(Tx& tx, const std::vector<DueSeries>& due)
{
    std::vector<std::int64_t> ids;
    for (const DueSeries& each : due)
        if (each.series.pattern.customer_id() != 0)
            ids.push_back(each.series.pattern.customer_id());
    tx.enqueue(kHoldCustomers, ids);
}

vn::Date presentDay(Tx& tx)
{
    return dateAt(tx.query(kToday).front(), 0);
}

} // namespace banhang::server
