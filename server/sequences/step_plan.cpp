#include "server/sequences/step_plan.h"

#include <algorithm>

#include "common/vn/lunar.h"
#include "server/sequences/sequence_rules.h"

namespace banhang::server {

namespace {

constexpr std::string_view kNoBirthday = "sequence.no_birthday";

/// One coming of an occasion: the day on which the step falls, and the year that tells it from others.
struct Turn
{
    vn::Date day{};
    int year = 0;
};

/// The first one that falls on `from` or later.
std::optional<Turn> turnFrom(const v1::SequenceStep& step, const StepFacts& facts, const vn::Date& from)
{
    const vn::Date base = vn::addDays(from, -step.offset_days());
    if (step.base() == v1::CARE_STEP_BASE_TET) {
        int year = base.year;
        while (vn::tetOf(year) < base)
            ++year;
        return Turn{vn::addDays(vn::tetOf(year), step.offset_days()), year};
    }
    std::optional<YearlyDay> yearly = facts.birthday;
    vn::Date first = base;
    if (step.base() == v1::CARE_STEP_BASE_ANNIVERSARY) {
        yearly = YearlyDay{.date = facts.enteredDay};
        first = std::max(first, vn::addDays(facts.enteredDay, 1));
    }
    const auto kept = yearly ? nextOccurrence(*yearly, first) : std::nullopt;
    if (!kept)
        return std::nullopt;
    return Turn{vn::addDays(*kept, step.offset_days()), yearly->isLunar ? vn::toLunar(*kept).year : kept->year};
}

const MadeStep* findMade(const std::vector<MadeStep>& made, int number, int turn)
{
    const auto found =
        std::ranges::find_if(made, [&](const MadeStep& one) { return one.number == number && one.turn == turn; });
    return found == made.end() ? nullptr : &*found;
}

/// Also by its day: a step that became yearly, or is so no more, counts its turns otherwise.
bool isMade(const std::vector<MadeStep>& made, int number, const Turn& turn)
{
    return std::ranges::any_of(made, [&](const MadeStep& one) {
        return one.number == number && (one.turn == turn.year || one.day == turn.day);
    });
}

const MadeStep* firstMade(const std::vector<MadeStep>& made, int number)
{
    const MadeStep* first = nullptr;
    for (const MadeStep& one : made)
        if (one.number == number && (first == nullptr || one.turn < first->turn))
            first = &one;
    return first;
}

StepPlace countedFrom(StepPlace place, const vn::Date& base, const v1::SequenceStep& step, const StepFacts& facts)
{
    const vn::Date wanted = std::max(vn::addDays(base, step.offset_days()), facts.today);
    place.day = workingDayFrom(wanted);
    if (*place.day != wanted)
        place.movedFrom = wanted;
    return place;
}

/// All comings of an occasion up to the one that is still ahead, without those that were made.
void addOccasion(const v1::SequenceStep& step, StepPlace place, const StepFacts& facts,
                 const std::vector<MadeStep>& made, std::vector<StepPlace>& places)
{
    for (vn::Date from = facts.startDay;; from = vn::addDays(*place.day, 1)) {
        const auto turn = turnFrom(step, facts, from);
        if (!turn) {
            places.push_back({.index = place.index, .missingKey = kNoBirthday});
            return;
        }
        place.turn = step.is_yearly() ? turn->year : 0;
        place.day = turn->day;
        const bool isThere = isMade(made, step.number(), {.day = turn->day, .year = place.turn});
        if (!isThere)
            places.push_back(place);
        if (!step.is_yearly() || (!isThere && turn->day >= facts.today))
            return;
    }
}

const StepPlace* placeOf(const std::vector<StepPlace>& places, int index)
{
    const auto found = std::ranges::find(places, index, &StepPlace::index);
    return found == places.end() ? nullptr : &*found;
}

/// The step whose end the days of step `index` count from; nothing when they count from the start. One that this
/// customer does not get is left out.
std::optional<int> stepBefore(const SequenceSteps& steps, int index, const std::vector<StepPlace>& places)
{
    if (steps[index].base() == v1::CARE_STEP_BASE_START)
        return std::nullopt;
    for (int before = index - 1; before >= 0; --before) {
        const StepPlace* place = placeOf(places, before);
        if (place == nullptr || place->missingKey != kNoBirthday)
            return before;
    }
    return std::nullopt;
}

void addCounted(const SequenceSteps& steps, int index, const StepFacts& facts, const std::vector<MadeStep>& made,
                std::vector<StepPlace>& places)
{
    const v1::SequenceStep& step = steps[index];
    StepPlace place{.index = index};
    const auto before = stepBefore(steps, index, places);
    if (!before) {
        places.push_back(countedFrom(place, facts.startDay, step, facts));
    } else if (const MadeStep* previous = firstMade(made, steps[*before].number())) {
        place.isGuess = !previous->isOver;
        const vn::Date end = previous->isOver ? previous->overDay : std::max(previous->day, facts.today);
        places.push_back(countedFrom(place, end, step, facts));
    } else {
        // It was not made yet, so it has a place.
        const StepPlace* waitedFor = placeOf(places, *before);
        place.isGuess = true;
        if (waitedFor != nullptr && waitedFor->day)
            place = countedFrom(place, *waitedFor->day, step, facts);
        places.push_back(place);
    }
}

/// Those that are still to be made; of occasions also the ones whose day is over.
std::vector<StepPlace> allPlaces(const SequenceSteps& steps, const StepFacts& facts, const std::vector<MadeStep>& made)
{
    std::vector<StepPlace> places;
    for (int i = 0; i < steps.size(); ++i) {
        if (isOccasion(steps[i].base()))
            addOccasion(steps[i], {.index = i}, facts, made, places);
        else if (findMade(made, steps[i].number(), 0) == nullptr)
            addCounted(steps, i, facts, made, places);
    }
    return places;
}

} // namespace

std::optional<YearlyDay> birthdayOf(const v1::Customer& customer)
{
    const bool isPerson = customer.kind() == v1::CUSTOMER_KIND_INDIVIDUAL;
    if (isPerson ? !customer.has_birthday() : !customer.has_founded_date())
        return std::nullopt;
    const v1::Date& date = isPerson ? customer.birthday().date() : customer.founded_date();
    if (date.month() == 0 || date.day() == 0)
        return std::nullopt;
    return YearlyDay{{date.year(), date.month(), date.day()},
                     isPerson && customer.birthday().lunar(),
                     isPerson && customer.birthday().leap_month()};
}

bool revealsBirthday(const SequenceSteps& steps, int index)
{
    while (index > 0 && steps[index].base() == v1::CARE_STEP_BASE_PREVIOUS)
        --index;
    return steps[index].base() == v1::CARE_STEP_BASE_BIRTHDAY;
}

bool missesOccasion(const v1::SequenceStep& step, const StepFacts& facts, const MadeStep& made)
{
    if (step.base() != v1::CARE_STEP_BASE_BIRTHDAY || !made.offsetDays)
        return false;
    v1::SequenceStep asMade = step;
    asMade.set_offset_days(*made.offsetDays);
    const auto turn = turnFrom(asMade, facts, made.day);
    return !turn || turn->day != made.day;
}

std::vector<StepPlace> openPlaces(const SequenceSteps& steps, const StepFacts& facts, const std::vector<MadeStep>& made)
{
    std::vector<StepPlace> places = allPlaces(steps, facts, made);
    std::erase_if(places, [&](const StepPlace& place) {
        return isOccasion(steps[place.index].base()) && place.day && *place.day < facts.today;
    });
    return places;
}

StepPlan planSteps(const SequenceSteps& steps, const StepFacts& facts, const std::vector<MadeStep>& made)
{
    StepPlan plan;
    bool isWaiting = false;
    for (const StepPlace& place : allPlaces(steps, facts, made)) {
        const v1::SequenceStep& step = steps[place.index];
        if (!place.day) {
            // Who has no birthday does not get the step, and the sequence does not wait for it.
            isWaiting = isWaiting || place.isGuess;
        } else if (place.isGuess) {
            isWaiting = true;
        } else if (isOccasion(step.base()) && *place.day < facts.today) {
            plan.passedOver.push_back({place.index, place.turn, *place.day});
        } else if (const vn::Date look = vn::addDays(*place.day, -step.ahead_days()); look <= facts.today) {
            plan.due.push_back({place.index, place.turn, *place.day});
        } else {
            plan.lookDay = plan.lookDay ? std::min(*plan.lookDay, look) : look;
        }
    }
    const bool isYearly = std::ranges::any_of(steps, [](const v1::SequenceStep& step) { return step.is_yearly(); });
    plan.isDone = !isWaiting && !isYearly && plan.due.empty() && plan.passedOver.empty() && !plan.lookDay &&
                  std::ranges::all_of(made, &MadeStep::isOver);
    return plan;
}

} // namespace banhang::server
