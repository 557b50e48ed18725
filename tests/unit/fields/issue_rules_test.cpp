#include "server/fields/issue_rules.h"

#include <gtest/gtest.h>

#include "banhang/v1/activities.pb.h"
#include "banhang/v1/customer.pb.h"
#include "server/fields/record_fields.h"
#include "server/fields/text_rules.h"

namespace banhang::server {
namespace {

TEST(IssueRules, oneRequestIsToldNoMoreThanAnybodyReads)
{
    v1::ActivityFilter filter;
    for (int i = 0; i < 200'000; ++i)
        filter.add_kinds(static_cast<v1::ActivityKind>(1000 + i));
    Issues issues;
    checkEnums(filter, issues);
    EXPECT_EQ(issues.size(), kMaxIssues);

    google::protobuf::FieldMask mask;
    for (int i = 0; i < 200'000; ++i)
        mask.add_paths("x");
    EXPECT_EQ(WritableFields(*v1::Customer::descriptor(), {}).check(mask).size(), kMaxIssues);
}

TEST(IssueRules, warningsLeaveRoomForAnError)
{
    Issues issues;
    for (std::size_t i = 0; i < 2 * kMaxIssues; ++i)
        addWarning(issues, element("phones", static_cast<int>(i)), "phone.doubtful");
    EXPECT_EQ(issues.size(), kMaxIssues);
    addError(issues, "phones[3].number", "text.too_long");
    EXPECT_EQ(issues.back().key(), "text.too_long");
}

TEST(IssueRules, errorsOfOneFieldLeaveRoomForThoseOfAnother)
{
    Issues issues;
    for (std::size_t i = 0; i < 2 * kMaxIssues; ++i)
        addError(issues, element("phones", static_cast<int>(i)), "field.unknown_value");
    EXPECT_EQ(issues.size(), kMaxIssues);
    addError(issues, "note", "text.too_long");
    addError(issues, "note", "text.too_long");
    EXPECT_EQ(issues.size(), kMaxIssues + 1);
    EXPECT_EQ(issues.back().path(), "note");
}

TEST(IssueRules, namesThatAreNoFieldsAreBoundedToo)
{
    Issues issues;
    for (std::size_t i = 0; i < 10 * kMaxIssues; ++i)
        addError(issues, "x" + std::to_string(i), "field.not_changeable");
    EXPECT_EQ(issues.size(), 2 * kMaxIssues);
}

} // namespace
} // namespace banhang::server
