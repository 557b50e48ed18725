// On which days steps fall: counted days, occasions by the sun and the moon, what waits and what is passed over.
#include "server/sequences/step_plan.h"

#include <set>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "common/vn/lunar.h"

namespace banhang::server {
namespace {

constexpr vn::Date kWednesday{2026, 11, 18};

v1::SequenceStep step(int number, v1::CareStepBase base, int offset, int ahead = 0)
{
    v1::SequenceStep one;
    one.set_number(number);
    one.set_kind(v1::CARE_STEP_KIND_CALL);
    one.set_base(base);
    one.set_offset_days(offset);
    one.set_ahead_days(ahead);
    return one;
}

v1::SequenceStep yearly(int number, v1::CareStepBase base, int offset = 0)
{
    v1::SequenceStep one = step(number, base, offset);
    one.set_is_yearly(true);
    return one;
}

SequenceSteps list(const std::vector<v1::SequenceStep>& steps)
{
    return {steps.begin(), steps.end()};
}

StepFacts on(const vn::Date& today, const vn::Date& start = kWednesday)
{
    return {.today = today, .startDay = start, .enteredDay = {2024, 2, 29}};
}

MadeStep made(int number, const vn::Date& day, int turn = 0)
{
    return {.number = number, .turn = turn, .day = day, .activityId = 1};
}

MadeStep over(int number, const vn::Date& day, int turn = 0)
{
    MadeStep one = made(number, day, turn);
    one.isOver = true;
    one.overDay = day;
    return one;
}

/// "2026-11-23 ?" for a guess, the key where there is no day.
std::vector<std::string> days(const std::vector<StepPlace>& places)
{
    std::vector<std::string> texts;
    for (const StepPlace& place : places)
        texts.push_back(place.day ? vn::formatIsoDate(*place.day) + (place.isGuess ? " ?" : "")
                                  : std::string(place.missingKey));
    return texts;
}

std::vector<std::string> days(const std::vector<DueStep>& due)
{
    std::vector<std::string> texts;
    for (const DueStep& step : due)
        texts.push_back(vn::formatIsoDate(step.day));
    return texts;
}

using Texts = std::vector<std::string>;

TEST(StepPlan, countsFromTheStartAndGoesAroundTheWeekend)
{
    const auto places = openPlaces(list({step(1, v1::CARE_STEP_BASE_START, 2), step(2, v1::CARE_STEP_BASE_START, 3)}),
                                   on(kWednesday), {});
    EXPECT_EQ(days(places), (Texts{"2026-11-20", "2026-11-23"}));
    EXPECT_EQ(places[1].movedFrom, (vn::Date{2026, 11, 21}));
}

TEST(StepPlan, goesAroundTet)
{
    // The first day of Bính Ngọ is 2026-02-17, its eve and the three days after it are free as well.
    const auto places = openPlaces(list({step(1, v1::CARE_STEP_BASE_START, 1)}), on({2026, 2, 16}, {2026, 2, 16}), {});
    EXPECT_EQ(workingDayFrom({2026, 2, 17}), places[0].day.value());
    EXPECT_GT(places[0].day.value(), (vn::Date{2026, 2, 20}));
}

TEST(StepPlan, waitsForTheStepBeforeAndCountsFromItsEnd)
{
    const SequenceSteps steps = list({step(1, v1::CARE_STEP_BASE_START, 0), step(2, v1::CARE_STEP_BASE_PREVIOUS, 5)});
    EXPECT_EQ(days(openPlaces(steps, on(kWednesday), {})), (Texts{"2026-11-18", "2026-11-23 ?"}));
    EXPECT_EQ(days(openPlaces(steps, on({2026, 11, 25}), {made(1, kWednesday)})), Texts{"2026-11-30 ?"});
    EXPECT_EQ(days(openPlaces(steps, on({2026, 11, 25}), {over(1, {2026, 11, 25})})), Texts{"2026-11-30"});
    EXPECT_TRUE(planSteps(steps, on({2027, 1, 4}), {made(1, kWednesday)}).due.empty());
    EXPECT_EQ(planSteps(steps, on({2027, 1, 4}), {over(1, {2026, 11, 25})}).due.size(), 1U);
}

TEST(StepPlan, makesLateStepsForTodayAndNotForTheirOwnDay)
{
    const StepPlan plan = planSteps(list({step(1, v1::CARE_STEP_BASE_START, 1)}), on({2026, 12, 1}), {});
    EXPECT_EQ(days(plan.due), Texts{"2026-12-01"});
}

TEST(StepPlan, makesAStepSoManyDaysAhead)
{
    const SequenceSteps steps = list({step(1, v1::CARE_STEP_BASE_START, 30, 7)});
    EXPECT_EQ(planSteps(steps, on(kWednesday), {}).lookDay, (vn::Date{2026, 12, 11}));
    EXPECT_TRUE(planSteps(steps, on({2026, 12, 10}), {}).due.empty());
    EXPECT_EQ(days(planSteps(steps, on({2026, 12, 11}), {}).due), Texts{"2026-12-18"});
}

TEST(StepPlan, greetsAtTetAcrossTheYears)
{
    const SequenceSteps steps = list({yearly(1, v1::CARE_STEP_BASE_TET, -3)});
    std::vector<MadeStep> done;
    for (const int year : {2027, 2028, 2029, 2030}) {
        const vn::Date wanted = vn::addDays(vn::tetOf(year), -3);
        const StepPlan plan = planSteps(steps, on(wanted), done);
        ASSERT_EQ(plan.due.size(), 1U) << year;
        EXPECT_EQ(plan.due[0].day, wanted);
        EXPECT_EQ(plan.due[0].turn, year);
        done.push_back(over(1, wanted, year));
        EXPECT_FALSE(planSteps(steps, on(wanted), done).isDone);
    }
}

TEST(StepPlan, passesOverAnOccasionThatIsOverAndTakesTheNextOne)
{
    const SequenceSteps steps = list({yearly(1, v1::CARE_STEP_BASE_TET), step(2, v1::CARE_STEP_BASE_TET, 0)});
    const vn::Date later = vn::addDays(vn::tetOf(2027), 1);
    const StepPlan plan = planSteps(steps, on(later), {});
    EXPECT_EQ(plan.passedOver.size(), 2U);
    EXPECT_EQ(plan.lookDay, vn::tetOf(2028));
}

TEST(StepPlan, keepsTheTwentyNinthOfFebruary)
{
    const SequenceSteps steps = list({yearly(1, v1::CARE_STEP_BASE_ANNIVERSARY)});
    EXPECT_EQ(days(openPlaces(steps, on({2027, 2, 1}), {})), Texts{"2027-02-28"});
    EXPECT_EQ(days(openPlaces(steps, on({2028, 2, 1}), {over(1, {2027, 2, 28}, 2027)})), Texts{"2028-02-29"});
    StepFacts facts = on({2027, 2, 1});
    facts.birthday = YearlyDay{.date = {1992, 2, 29}};
    EXPECT_EQ(days(openPlaces(list({yearly(1, v1::CARE_STEP_BASE_BIRTHDAY)}), facts, {})), Texts{"2027-02-28"});
}

TEST(StepPlan, firstAnniversaryIsNotTheDayOfEntryItself)
{
    StepFacts facts = on(kWednesday);
    facts.enteredDay = kWednesday;
    EXPECT_EQ(days(openPlaces(list({step(1, v1::CARE_STEP_BASE_ANNIVERSARY, 0)}), facts, {})), Texts{"2027-11-18"});
}

TEST(StepPlan, keepsLunarBirthdays)
{
    StepFacts facts = on(kWednesday);
    facts.birthday = YearlyDay{.date = {0, 1, 15}, .isLunar = true};
    const auto places = openPlaces(list({step(1, v1::CARE_STEP_BASE_BIRTHDAY, -1)}), facts, {});
    ASSERT_EQ(places.size(), 1U);
    EXPECT_EQ(vn::toLunar(vn::addDays(places[0].day.value(), 1)), (vn::LunarDate{2027, 1, 15, false}));
}

TEST(StepPlan, tellsWhatMissesABirthdayThatWasCorrected)
{
    StepFacts facts = on(kWednesday);
    facts.birthday = YearlyDay{.date = {1990, 12, 1}};
    v1::SequenceStep greeting = yearly(1, v1::CARE_STEP_BASE_BIRTHDAY, -2);
    MadeStep one = made(1, {2026, 11, 29}, 2026);
    EXPECT_FALSE(missesOccasion(greeting, facts, made(1, {2026, 11, 20}, 2026))) << "made by a server that noted less";
    one.offsetDays = -2;
    EXPECT_FALSE(missesOccasion(greeting, facts, one));
    greeting.set_offset_days(-7);
    EXPECT_FALSE(missesOccasion(greeting, facts, one)) << "made before the steps were changed";
    facts.birthday->date.day = 2;
    EXPECT_TRUE(missesOccasion(greeting, facts, one));
    facts.birthday.reset();
    EXPECT_TRUE(missesOccasion(greeting, facts, one));
}

TEST(StepPlan, keepsWhatWasMadeBeforeAStepGotAnotherBase)
{
    StepFacts facts = on(kWednesday);
    facts.birthday = YearlyDay{.date = {1990, 12, 1}};
    const MadeStep counted = made(1, {2026, 11, 20});
    EXPECT_FALSE(missesOccasion(yearly(1, v1::CARE_STEP_BASE_BIRTHDAY, 3), facts, counted));
    MadeStep greeting = made(1, {2026, 12, 1}, 2026);
    greeting.offsetDays = 0;
    for (const auto base : {v1::CARE_STEP_BASE_TET, v1::CARE_STEP_BASE_ANNIVERSARY})
        EXPECT_FALSE(missesOccasion(yearly(1, base, 0), facts, greeting));
    for (const auto base : {v1::CARE_STEP_BASE_START, v1::CARE_STEP_BASE_PREVIOUS})
        EXPECT_FALSE(missesOccasion(step(1, base, 0), facts, greeting));
}

TEST(StepPlan, greetsOnceInAYearInWhichAStepBecomesYearly)
{
    StepFacts facts = on(kWednesday);
    facts.birthday = YearlyDay{.date = {1990, 12, 1}};
    const SequenceSteps once = list({step(1, v1::CARE_STEP_BASE_BIRTHDAY, 0)});
    const SequenceSteps eachYear = list({yearly(1, v1::CARE_STEP_BASE_BIRTHDAY)});
    EXPECT_EQ(days(openPlaces(eachYear, facts, {made(1, {2026, 12, 1})})), Texts{"2027-12-01"});
    EXPECT_EQ(days(openPlaces(once, facts, {made(1, {2026, 12, 1}, 2026)})), Texts{});
}

TEST(StepPlan, doesNotWaitForABirthdayThatNobodyKnows)
{
    const SequenceSteps steps = list({step(1, v1::CARE_STEP_BASE_START, 0), step(2, v1::CARE_STEP_BASE_BIRTHDAY, 0),
                                      step(3, v1::CARE_STEP_BASE_PREVIOUS, 1)});
    EXPECT_EQ(days(openPlaces(steps, on(kWednesday), {})),
              (Texts{"2026-11-18", "sequence.no_birthday", "2026-11-19 ?"}));
    EXPECT_TRUE(planSteps(steps, on({2026, 12, 1}), {over(1, kWednesday), over(3, {2026, 11, 19})}).isDone);
}

TEST(StepPlan, isDoneWhenNothingIsOpenAnyMore)
{
    const SequenceSteps steps = list({step(1, v1::CARE_STEP_BASE_START, 0)});
    EXPECT_FALSE(planSteps(steps, on(kWednesday), {}).isDone);
    EXPECT_FALSE(planSteps(steps, on(kWednesday), {made(1, kWednesday)}).isDone);
    EXPECT_TRUE(planSteps(steps, on(kWednesday), {over(1, kWednesday)}).isDone);
}

/// Day by day, whatever the steps are: each is made at most once for each turn, on time, and nothing is left behind.
TEST(StepPlan, tellsTheBirthdayByWhatCountsFromItAndByWhatFollows)
{
    const SequenceSteps steps = list({step(1, v1::CARE_STEP_BASE_PREVIOUS, 0), step(2, v1::CARE_STEP_BASE_BIRTHDAY, -3),
                                      step(3, v1::CARE_STEP_BASE_PREVIOUS, 1), step(4, v1::CARE_STEP_BASE_PREVIOUS, 30),
                                      step(5, v1::CARE_STEP_BASE_TET, 0), step(6, v1::CARE_STEP_BASE_PREVIOUS, 1),
                                      step(7, v1::CARE_STEP_BASE_START, 1)});
    std::string telling;
    for (int i = 0; i < steps.size(); ++i)
        telling += revealsBirthday(steps, i) ? '1' : '0';
    EXPECT_EQ(telling, "0111000");
}

RC_GTEST_PROP(StepPlan, makesEachStepOnceHoweverOftenItLooks, ())
{
    SequenceSteps steps;
    const int count = *rc::gen::inRange(1, 6);
    for (int i = 0; i < count; ++i) {
        const auto base = static_cast<v1::CareStepBase>(*rc::gen::inRange(1, 6));
        const bool isCounted = base <= v1::CARE_STEP_BASE_PREVIOUS;
        v1::SequenceStep one = step(i + 1, base, isCounted ? *rc::gen::inRange(0, 90) : *rc::gen::inRange(-30, 30),
                                    *rc::gen::inRange(0, 15));
        one.set_is_yearly(!isCounted && *rc::gen::arbitrary<bool>());
        *steps.Add() = one;
    }
    StepFacts facts = on(kWednesday);
    if (*rc::gen::arbitrary<bool>())
        facts.birthday = YearlyDay{.date = {0, *rc::gen::inRange(1, 13), *rc::gen::inRange(1, 31)},
                                   .isLunar = *rc::gen::arbitrary<bool>()};
    std::vector<MadeStep> all;
    std::set<std::pair<int, int>> seen;
    while (facts.today < vn::Date{2028, 6, 1}) {
        const StepPlan plan = planSteps(steps, facts, all);
        RC_ASSERT(plan.passedOver.empty());
        for (const DueStep& place : plan.due) {
            const v1::SequenceStep& one = steps[place.index];
            RC_ASSERT(seen.insert({one.number(), place.turn}).second);
            RC_ASSERT(place.day >= facts.today);
            RC_ASSERT(vn::addDays(place.day, -one.ahead_days()) <= facts.today);
            all.push_back(over(one.number(), facts.today, place.turn));
        }
        // The next day on which something is due is told: looking then is enough.
        if (plan.due.empty() && !plan.lookDay)
            break;
        facts.today = plan.due.empty() ? *plan.lookDay : facts.today;
    }
    for (const v1::SequenceStep& one : steps)
        if (one.base() == v1::CARE_STEP_BASE_START)
            RC_ASSERT(seen.contains({one.number(), 0}));
}

} // namespace
} // namespace banhang::server
