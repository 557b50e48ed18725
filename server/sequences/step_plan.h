// On which days the steps of a care sequence fall, and which of them are to be made: decided without a database.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "banhang/v1/customer.pb.h"
#include "banhang/v1/sequences.pb.h"
#include "common/vn/date.h"
#include "server/activities/day_rules.h"

namespace banhang::server {

using SequenceSteps = google::protobuf::RepeatedPtrField<v1::SequenceStep>;

/// What became of a step.
struct MadeStep
{
    int number = 0;
    int turn = 0; ///< the year of a yearly one, otherwise 0
    vn::Date day{};
    std::int64_t activityId = 0; ///< 0 = passed over
    /// Its activity was closed, in whatever way, or thrown away, or the step was passed over.
    bool isOver = false;
    vn::Date overDay{};
    bool isUntouched = false;     ///< open, and as the server made it
    std::int64_t madeVersion = 0; ///< the one in which the server left its activity
    std::int64_t ownerId = 0;
    /// Of the step as it was laid down when it was made for a birthday; nothing of others, and unknown of old ones.
    std::optional<int> offsetDays{};
};

/// What the days of a customer's steps depend on.
struct StepFacts
{
    vn::Date today{};
    vn::Date startDay{};
    vn::Date enteredDay{}; ///< on which the customer came into the book
    std::optional<YearlyDay> birthday{};
};

/// The birthday of a person, the day of foundation of an organisation; nothing where it is unknown.
std::optional<YearlyDay> birthdayOf(const v1::Customer& customer);

/// Whether the day of step `index` tells the birthday of a person: it counts from it, or from the end of a step that
/// does.
bool revealsBirthday(const SequenceSteps& steps, int index);

/// Whether a step was made for a birthday that is none any more, since it was corrected or taken out. Days and bases
/// that the steps themselves have got since do not count: what was made stays.
bool missesOccasion(const v1::SequenceStep& step, const StepFacts& facts, const MadeStep& made);

/// Where a step that is still to be made would fall.
struct StepPlace
{
    int index = 0; ///< in the list of steps
    int turn = 0;
    std::optional<vn::Date> day{};
    std::optional<vn::Date> movedFrom{}; ///< no working day
    bool isGuess = false;                ///< rests on a step that is not over yet
    std::string_view missingKey{};       ///< a text key: why there is no day
};

/// One place for each step that is still to be made; of yearly ones the next turn.
std::vector<StepPlace> openPlaces(const SequenceSteps& steps, const StepFacts& facts,
                                  const std::vector<MadeStep>& made);

/// A step whose time has come.
struct DueStep
{
    int index = 0;
    int turn = 0;
    vn::Date day{};
};

struct StepPlan
{
    std::vector<DueStep> due{};        ///< to be made now
    std::vector<DueStep> passedOver{}; ///< occasions whose day was over before they could be made
    std::optional<vn::Date> lookDay{}; ///< on which the next one is due; nothing while all wait for something else
    bool isDone = false;               ///< nothing will come any more, and nothing is open
};
StepPlan planSteps(const SequenceSteps& steps, const StepFacts& facts, const std::vector<MadeStep>& made);

} // namespace banhang::server
