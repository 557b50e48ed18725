// Talks and appointments in merges: the survivor has them all, and knows when the last and the next one is.
#include <google/protobuf/util/time_util.h>

#include "tests/integration/merging/merging_fixture.h"

namespace banhang::test {
namespace {

class MergedActivities : public MergingFixture
{
protected:
    void SetUp() override
    {
        MergingFixture::SetUp();
        first = thienAn(lanToken);
        second = thienAnAgain(lanToken);
    }

    v1::Customer first, second;
};

TEST_F(MergedActivities, goToTheSurvivorAndComeBack)
{
    const std::int64_t own = addTalk(first, -9);
    const std::int64_t others = addTalk(second, -3, v1::POTENTIAL_PROMISING);
    const std::int64_t planned = addTalk(second, 4);
    const v1::MergePreview shown = preview(lanToken, {get(lanToken, first.id()), get(lanToken, second.id())});
    int counted = 0;
    for (const v1::MergeLinkCount& link : shown.links())
        counted += link.link() == "activity" ? static_cast<int>(link.count()) : 0;
    EXPECT_EQ(counted, 3);

    const auto merged = merge(lanToken, agreeing(shown));
    for (const std::int64_t activity : {own, others, planned})
        EXPECT_EQ(customerOf(activity), first.id());
    const v1::Customer survivor = get(lanToken, first.id());
    EXPECT_EQ(survivor.potential(), v1::POTENTIAL_PROMISING);
    EXPECT_TRUE(survivor.has_next_contact_time());
    EXPECT_GT(survivor.last_contact_time().seconds(),
              sql().number("SELECT extract(epoch FROM now() - interval '5 days')::bigint"));

    const std::int64_t since = addTalk(survivor, -1);
    undo(lanToken, merged.merge_id());
    EXPECT_EQ(customerOf(own), first.id());
    EXPECT_EQ(customerOf(others), second.id());
    EXPECT_EQ(customerOf(planned), second.id());
    EXPECT_EQ(customerOf(since), first.id()) << "what was written since is the survivor's own";
    EXPECT_FALSE(get(lanToken, first.id()).has_next_contact_time());
    EXPECT_EQ(get(lanToken, first.id()).potential(), v1::POTENTIAL_UNSPECIFIED);
    EXPECT_EQ(get(lanToken, second.id()).potential(), v1::POTENTIAL_PROMISING);
}

TEST_F(MergedActivities, ofColleaguesGoAlong)
{
    const std::int64_t talk = addTalk(second, -3);
    sql().run("UPDATE banhang.activity SET owner_id = $1::bigint, unit_id = $2::bigint",
              {std::to_string(tuan.id), std::to_string(tuan.unitId)});
    merge(lanToken, {get(lanToken, first.id()), get(lanToken, second.id())});
    EXPECT_EQ(customerOf(talk), first.id());
}

TEST_F(MergedActivities, movingIsForWhoMayEditTheCustomers)
{
    const std::int64_t talk = addTalk(second, -3);
    SqlSession wall(access("banhang_app"));
    wall.run("SELECT set_config('banhang.user_id', $1, false)", {std::to_string(tuan.id)});
    wall.run("SELECT banhang.move_owned_rows('activity', 1, ARRAY[$1::bigint], $2::bigint)",
             {std::to_string(second.id()), std::to_string(first.id())});
    EXPECT_EQ(customerOf(talk), second.id());
    EXPECT_EQ(wall.number("SELECT count(*) FROM banhang.count_owned_rows('activity', ARRAY[$1::bigint])",
                          {std::to_string(second.id())}),
              0);
}

} // namespace
} // namespace banhang::test
