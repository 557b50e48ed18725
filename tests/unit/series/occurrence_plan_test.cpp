// A series has each of its days once, however often it is saved.
#include "server/series/occurrence_plan.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>
#include <set>

namespace banhang::server {
namespace {

constexpr vn::Date day(int number)
{
    return {2026, 11, number};
}

TEST(OccurrencePlan, leavesAloneWhatStandsRight)
{
    const auto plan = planOccurrences({{1, day(4), false}, {2, day(11), true}}, {day(4), day(11)});
    EXPECT_EQ(plan, OccurrencePlan{});
}

TEST(OccurrencePlan, makesWhatIsMissing)
{
    const auto plan = planOccurrences({{1, day(4), false}}, {day(4), day(11), day(18)});
    EXPECT_EQ(plan.created, (std::vector{day(11), day(18)}));
    EXPECT_TRUE(plan.moved.empty());
}

TEST(OccurrencePlan, movesRatherThanRemovesAndMakes)
{
    const auto plan = planOccurrences({{2, day(11), false}, {1, day(4), false}}, {day(5), day(12)});
    EXPECT_EQ(plan.moved, (std::vector<Occurrence>{{1, day(5), false}, {2, day(12), false}}));
    EXPECT_TRUE(plan.created.empty());
    EXPECT_TRUE(plan.removed.empty());
}

TEST(OccurrencePlan, takesAwayWhatIsTooMuchButNotWhatWasChangedByItself)
{
    const auto plan = planOccurrences({{1, day(4), false}, {2, day(5), true}, {3, day(6), false}}, {day(4)});
    EXPECT_EQ(plan.removed, (std::vector<std::int64_t>{3}));
    EXPECT_EQ(plan.released, (std::vector<std::int64_t>{2}));
}

TEST(OccurrencePlan, countsOneThatWasDeletedByItselfAsThere)
{
    const auto plan = planOccurrences({{1, day(4), true}}, {day(4), day(11)});
    EXPECT_EQ(plan.created, (std::vector{day(11)}));
}

using Slots = std::map<std::int64_t, vn::Date>;

std::vector<Occurrence> someOccurrences()
{
    std::vector<Occurrence> occurrences;
    std::int64_t id = 0;
    for (const int offset : *rc::gen::container<std::set<int>>(rc::gen::inRange(0, 60)))
        occurrences.push_back({++id, vn::addDays(day(1), offset), *rc::gen::arbitrary<bool>()});
    return occurrences;
}

std::vector<vn::Date> someDays()
{
    std::vector<vn::Date> days;
    for (const int offset : *rc::gen::container<std::set<int>>(rc::gen::inRange(0, 60)))
        days.push_back(vn::addDays(day(1), offset));
    return days;
}

std::vector<Occurrence> carriedOut(std::vector<Occurrence> occurrences, const OccurrencePlan& plan)
{
    std::erase_if(occurrences, [&plan](const Occurrence& each) {
        return std::ranges::count(plan.removed, each.id) + std::ranges::count(plan.released, each.id) > 0;
    });
    for (Occurrence& each : occurrences)
        for (const Occurrence& moved : plan.moved)
            each.slot = moved.id == each.id ? moved.slot : each.slot;
    std::int64_t id = 1000;
    for (const vn::Date& created : plan.created)
        occurrences.push_back({++id, created, false});
    return occurrences;
}

RC_GTEST_PROP(OccurrencePlan, endsWithEachWantedDayOnce, ())
{
    const auto before = someOccurrences();
    const auto wanted = someDays();
    const auto after = carriedOut(before, planOccurrences(before, wanted));
    std::vector<vn::Date> slots;
    for (const Occurrence& each : after)
        slots.push_back(each.slot);
    std::ranges::sort(slots);
    RC_ASSERT(slots == wanted);
}

RC_GTEST_PROP(OccurrencePlan, hasNothingLeftToDoAfterwards, ())
{
    const auto wanted = someDays();
    const auto before = someOccurrences();
    const auto after = carriedOut(before, planOccurrences(before, wanted));
    RC_ASSERT(planOccurrences(after, wanted) == OccurrencePlan{});
}

RC_GTEST_PROP(OccurrencePlan, neverMakesAndTakesAwayInOneGo, ())
{
    const auto plan = planOccurrences(someOccurrences(), someDays());
    RC_ASSERT(plan.created.empty() || (plan.removed.empty() && plan.released.empty()));
}

} // namespace
} // namespace banhang::server
