// Care requests, sequences, files of customers and news of random offices: what the server says to each user, put next
// to what the oracle says. That the comparison notices mistakes is shown by deliberate ones.
#include <iostream>

#include "tests/integration/rights/care/care_comparison.h"

namespace banhang::test {
namespace {

constexpr int kOffices = 3;
constexpr int kWorlds = 6;
constexpr int kAsked = 25;

class CareOracleTest : public CareComparison
{
protected:
    /// Whether it is noticed within a few offices. Each begins with the same dice.
    bool isCaught(int offices = 3)
    {
        m_random.seed(7);
        m_differences.clear();
        for (int i = 0; i < offices && m_differences.empty(); ++i)
            compare(makeOffice(kWorlds), 8);
        return !m_differences.empty();
    }
};

TEST_F(CareOracleTest, theServerAnswersAsTheOracle)
{
    for (int i = 0; i < kOffices && m_differences.empty(); ++i) {
        const CareOffice office = makeOffice(kWorlds);
        const std::string before = CareOffice::digest(sql());
        compare(office, kAsked);
        EXPECT_EQ(CareOffice::digest(sql()), before) << "what was refused must leave no trace";
    }
    for (const std::string& difference : m_differences)
        ADD_FAILURE() << difference;
    std::cout << m_comparisons << " comparisons, " << m_refusals << " of them refusals\n";
    EXPECT_GE(m_refusals * 100, m_comparisons * 40);
}

TEST_F(CareOracleTest, eachMistakeInTheSecondWallIsCaught)
{
    EXPECT_FALSE(isCaught(1)) << "the policies as they are: " << m_differences.front();
    const std::vector<std::pair<const char*, const char*>> mistakes{
        // Somebody's right is taken for the caller's.
        {"care_request", "FOR SELECT TO banhang_app USING (EXISTS (SELECT FROM banhang.visible_unit v WHERE v.resource"
                         " = 7 AND v.action = 1 AND v.unit_id IN (care_request.unit_id, 0)))"},
        // Whoever sees the customer needs no right on care requests.
        {"care_request", "FOR SELECT TO banhang_app USING (EXISTS (SELECT FROM banhang.customer c"
                         " WHERE c.id = care_request.customer_id))"},
        {"care_request", "AS RESTRICTIVE FOR SELECT TO banhang_app USING (deleted_at IS NULL)"},
        {"care_enrolment", "FOR SELECT TO banhang_app USING (state <= 2)"},
        {"care_step", "FOR SELECT TO banhang_app USING (true)"},
        {"attachment", "FOR SELECT TO banhang_app USING (deleted_at IS NOT NULL)"},
        {"notification", "FOR SELECT TO banhang_app USING (entity = 'care_request')"},
        {"reminder", "FOR SELECT TO banhang_app USING (state = 2)"}};
    for (const auto& [table, mistake] : mistakes) {
        sql().run(std::string("CREATE POLICY mistake ON banhang.") + table + " " + mistake);
        EXPECT_TRUE(isCaught()) << table << " " << mistake;
        sql().run(std::string("DROP POLICY mistake ON banhang.") + table);
    }
}

} // namespace
} // namespace banhang::test
