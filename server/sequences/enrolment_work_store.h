// What the job of the sequences reads and writes, as banhang_system: enrolments to look at, and what was made for them.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "banhang/v1/activities.pb.h"
#include "server/core/database/tx.h"
#include "server/sequences/enrolment_store.h"

namespace banhang::server {

/// An enrolment under lock, with its customer as it stands.
struct LockedEnrolment
{
    StoredEnrolment stored;
    std::optional<vn::Date> lookDay{};
    v1::Customer customer; ///< what occasions are counted from: kind, birthday, day of foundation, time of entry
    std::int64_t customerUnitId = 0;
    std::int64_t ownerId = 0;
    bool isOwnerActive = false;
    /// In the bin, or not pursued any more.
    bool isResting = false;
};

/// Takes messages off the queue that no other server has in hand; ids of enrolments, each once.
std::vector<std::int64_t> takeWoken(Tx& tx, int limit);
/// Those whose day has come, locked; others that another server works on are passed by.
std::vector<std::int64_t> lockDueEnrolments(Tx& tx, const vn::Date& today, int limit);
/// Locks them in the order of their ids, and waits for whoever has one.
std::vector<LockedEnrolment> lockEnrolments(Tx& tx, const std::vector<std::int64_t>& ids);

/// Who does a step.
struct StepDoer
{
    std::int64_t userId = 0;
    std::int64_t unitId = 0;
};
/// Nothing when it would be somebody who has left.
std::optional<StepDoer> doerOf(Tx& tx, const v1::SequenceStep& step, std::int64_t ownerId);

/// Whole, locked, in the order of their ids.
std::vector<v1::Activity> lockStepActivities(Tx& tx, const std::vector<std::int64_t>& ids);
/// Gives one to another owner; fills version and time.
void assignActivity(Tx& tx, v1::Activity& activity, const StepDoer& doer);

/// From now on the activity is seen only by its people and by who may know the birthday.
void hideWithBirthday(Tx& tx, std::int64_t activityId);

/// Puts a step on record; `activity` is null for one that was passed over.
void noteStep(Tx& tx, std::int64_t enrolmentId, const MadeStep& step, const v1::Activity* activity);
/// The server itself wrote the activity: it still counts as untouched.
void noteWritten(Tx& tx, const v1::Activity& activity);
/// Forgets that a step was made for these activities, so that it may be made again.
void forgetSteps(Tx& tx, std::int64_t enrolmentId, const std::vector<std::int64_t>& activityIds);

/// Stores state, days and edition's look; a new version, put on record, if the state changed from `before`.
void saveEnrolment(Tx& tx, LockedEnrolment& enrolment, v1::EnrolmentState before);

} // namespace banhang::server
