#include "server/fields/record_fields.h"

#include <gtest/gtest.h>

#include "banhang/v1/customer.pb.h"

namespace banhang::server {
namespace {

std::string pathsOf(const Issues& issues)
{
    std::string paths;
    for (const v1::FieldIssue& issue : issues)
        paths += issue.path() + " ";
    return paths;
}

TEST(RecordFields, issuesStandInTheOrderOfTheFieldsThatTheyAreAbout)
{
    Issues issues;
    for (const char* path : {"note", "phones[1].number", "phones[0]", "customer", "name", "phones[0].label"})
        addError(issues, path, "field.required");
    sortByField(issues, *v1::Customer::descriptor());
    EXPECT_EQ(pathsOf(issues), "customer name phones[1].number phones[0] phones[0].label note ");
}

TEST(RecordFields, anEmptyListIsTooShortWhereSomethingIsNeeded)
{
    Issues issues;
    checkCount(issues, "phones", 0, 2);
    checkCount(issues, "phones", 2, 2);
    EXPECT_EQ(pathsOf(issues), "");
    checkSome(issues, "emails", 0, 2);
    checkSome(issues, "phones", 3, 2);
    ASSERT_EQ(pathsOf(issues), "emails phones ");
    EXPECT_EQ(issues[0].key(), "field.required");
    EXPECT_EQ(issues[1].key(), "list.too_long");
    EXPECT_EQ(issues[1].args().at("max"), "2");
    EXPECT_NO_THROW(demandSome("phones", 2, 2));
    EXPECT_THROW(demandSome("phones", 0, 2), AppError);
    EXPECT_THROW(refuseTooMany("phones", 3, 2), AppError);
}

} // namespace
} // namespace banhang::server
