#include "server/identity/session_store.h"

#include <algorithm>
#include <array>

#include <google/protobuf/util/time_util.h>

#include "common/vn/utf8.h"
#include "server/core/crypto/digest.h"
#include "server/identity/password_rules.h"

namespace banhang::server {

namespace {

using google::protobuf::util::TimeUtil;

constexpr Statement kInsertSession{
    "INSERT INTO banhang.session (user_id, token_hash, machine_name, address, expires_at) "
    "VALUES ($1, $2, $3, $4, now() + make_interval(secs => $5::double precision)) RETURNING id"};
constexpr Statement kListSessions{
    "SELECT id, machine_name, address, (extract(epoch FROM created_at) * 1000000)::bigint, "
    "(extract(epoch FROM last_seen_at) * 1000000)::bigint FROM banhang.session "
    "WHERE user_id = $1 AND id < $3 AND ended_at IS NULL AND expires_at > now() "
    "AND last_seen_at > now() - make_interval(secs => $2::double precision) ORDER BY id DESC LIMIT $4"};
constexpr Statement kEndSession{
    "UPDATE banhang.session SET ended_at = now() WHERE id = $2 AND user_id = $1 AND ended_at IS NULL"};
constexpr Statement kEndAllOf{
    "UPDATE banhang.session SET ended_at = now() WHERE user_id = $1 AND id <> $2 AND ended_at IS NULL"};
constexpr Statement kDropSessions{
    "DELETE FROM banhang.session WHERE coalesce(ended_at, expires_at) < now() - make_interval(days => $1::integer)"};
constexpr Statement kDropDelays{
    "DELETE FROM banhang.sign_in_delay WHERE last_at < now() - make_interval(days => $1::integer)"};

// The subjects in one order everywhere, so that two attempts never wait for each other.
constexpr Statement kBeginDelays{
    "INSERT INTO banhang.sign_in_delay (subject, failed_sign_ins, next_sign_in_at, last_at) "
    "SELECT s, 0, '-infinity', now() FROM unnest(ARRAY[$1::bytea, $2::bytea, $3::bytea]) s ORDER BY s "
    "ON CONFLICT DO NOTHING"};
constexpr Statement kLockDelays{
    "SELECT subject, "
    "CASE WHEN last_at < clock_timestamp() - make_interval(secs => $4::double precision) THEN 0 ELSE failed_sign_ins "
    "END, "
    "CASE WHEN next_sign_in_at > clock_timestamp() "
    "THEN ceil(extract(epoch FROM next_sign_in_at - clock_timestamp()))::integer ELSE 0 END "
    "FROM banhang.sign_in_delay WHERE subject IN ($1, $2::bytea, $3::bytea) ORDER BY subject FOR UPDATE"};
constexpr Statement kChargeDelay{
    "UPDATE banhang.sign_in_delay SET failed_sign_ins = $2, last_at = clock_timestamp(), "
    "next_sign_in_at = clock_timestamp() + make_interval(secs => $3::double precision) WHERE subject = $1"};
constexpr Statement kForgetDelay{"DELETE FROM banhang.sign_in_delay WHERE subject = $1"};
constexpr Statement kForgiveDelay{
    "UPDATE banhang.sign_in_delay SET failed_sign_ins = greatest(failed_sign_ins - 1, 0), next_sign_in_at = now() "
    "WHERE subject = $1"};

/// What failures are counted on: a name at an address, an address, and, with much more patience, a name wherever it is
/// tried: a stranger elsewhere must not be able to keep somebody out.
enum class CountedOn { Name, NameAtAddress, Address };

struct Subject
{
    CountedOn what;
    std::string hash;
    DelayRule rule;
    bool isForgotten = false; ///< by a sign-in that succeeds
};

/// In the order of the locks.
std::array<Subject, 3> subjectsOf(std::string_view userName, std::string_view address)
{
    const std::string name = vn::toLower(userName);
    const std::string place(address);
    std::array<Subject, 3> subjects{
        {{CountedOn::Name, sha256("name " + name), kNameDelay, true},
         {CountedOn::NameAtAddress, sha256("name " + name + " at " + place), kPersonDelay, true},
         {CountedOn::Address, sha256("address " + place), kAddressDelay, false}}};
    std::ranges::sort(subjects, {}, &Subject::hash);
    return subjects;
}

} // namespace

std::int64_t SessionStore::create(Tx& tx, const NewSession& session, const SessionLimits& limits)
{
    return tx
        .query(kInsertSession, session.userId, asBytes(session.tokenHash), session.machineName, session.address,
               limits.absolute.count())
        .front()
        .int64(0);
}

std::vector<v1::Session> SessionStore::list(Tx& tx, std::int64_t userId, const SessionLimits& limits,
                                            std::int64_t beforeId, int count)
{
    std::vector<v1::Session> sessions;
    for (const Row row : tx.query(kListSessions, userId, limits.idle.count(), beforeId, count)) {
        v1::Session& session = sessions.emplace_back();
        session.set_id(row.int64(0));
        session.set_machine_name(row.string(1));
        session.set_address(row.string(2));
        *session.mutable_create_time() = TimeUtil::MicrosecondsToTimestamp(row.int64(3));
        *session.mutable_last_seen_time() = TimeUtil::MicrosecondsToTimestamp(row.int64(4));
    }
    return sessions;
}

void SessionStore::end(Tx& tx, std::int64_t userId, std::int64_t sessionId)
{
    tx.enqueue(kEndSession, userId, sessionId);
}

void SessionStore::endAllOf(Tx& tx, std::int64_t userId, std::int64_t exceptSessionId)
{
    tx.enqueue(kEndAllOf, userId, exceptSessionId);
}

void SessionStore::dropOld(Tx& tx, int days)
{
    tx.enqueue(kDropSessions, days);
    tx.enqueue(kDropDelays, days);
}

int SessionStore::chargeAttempt(Tx& tx, std::string_view userName, std::string_view address)
{
    const auto subjects = subjectsOf(userName, address);
    const auto hashOf = [&](std::size_t i) { return asBytes(subjects.at(i).hash); };
    tx.enqueue(kBeginDelays, hashOf(0), hashOf(1), hashOf(2));
    const Rows rows = tx.query(kLockDelays, hashOf(0), hashOf(1), hashOf(2), kDelayMemory);
    const auto subjectOf = [&](const Row& row) { return std::ranges::find(subjects, row.bytes(0), &Subject::hash); };
    int wait = 0;
    bool countsOnName = true;
    for (const Row row : rows) {
        wait = std::max(wait, row.int32(2));
        if (subjectOf(row)->what == CountedOn::NameAtAddress)
            countsOnName = row.int32(1) < kMaxOfOneAddress;
    }
    if (wait > 0)
        return wait;
    for (const Row row : rows) {
        const auto subject = subjectOf(row);
        if (subject->what == CountedOn::Name && !countsOnName)
            continue;
        const int failures = row.int32(1) + 1;
        tx.enqueue(kChargeDelay, asBytes(subject->hash), failures, delayAfter(failures, subject->rule));
    }
    return 0;
}

void SessionStore::forgiveAttempt(Tx& tx, std::string_view userName, std::string_view address)
{
    for (const Subject& subject : subjectsOf(userName, address))
        tx.enqueue(subject.isForgotten ? kForgetDelay : kForgiveDelay, asBytes(subject.hash));
}

} // namespace banhang::server
