#include <gtest/gtest.h>

#include "banhang/v1/imports.pb.h"
#include "common/error.h"
#include "server/core/call/page_tokens.h"

namespace {

using banhang::AppError;
using banhang::server::Caller;
using banhang::server::PageTokens;
using banhang::server::TokenSigner;
using nlohmann::json;
namespace v1 = banhang::v1;

class PageTokensOfAList : public ::testing::Test
{
protected:
    PageTokensOfAList()
    {
        caller.userId = 7;
        question.set_import_id(3);
        question.add_outcomes(v1::ROW_OUTCOME_CREATED);
    }

    json reopened(const Caller& asking) { return PageTokens(signer, asking, question).open(); }

    const TokenSigner signer{"0123456789abcdef0123456789abcdef"};
    Caller caller;
    v1::ListImportRowsRequest question;
};

TEST_F(PageTokensOfAList, theFirstPageHasNone)
{
    EXPECT_TRUE(reopened(caller).is_null());
}

TEST_F(PageTokensOfAList, nextPageMayHaveAnotherSize)
{
    question.set_page_token(PageTokens(signer, caller, question).seal({{"number", 41}}));
    question.set_page_size(10);
    EXPECT_EQ(reopened(caller).at("number"), 41);
}

TEST_F(PageTokensOfAList, anotherQuestionIsRefused)
{
    question.set_page_token(PageTokens(signer, caller, question).seal(41));
    question.add_outcomes(v1::ROW_OUTCOME_REJECTED);
    EXPECT_THROW(reopened(caller), AppError);
}

TEST_F(PageTokensOfAList, anotherCallerIsRefused)
{
    question.set_page_token(PageTokens(signer, caller, question).seal(41));
    Caller colleague;
    colleague.userId = 8;
    EXPECT_THROW(reopened(colleague), AppError);
}

TEST(PageSize, staysWithinWhatTheListAllows)
{
    using banhang::server::pageSize;
    EXPECT_EQ(pageSize(0, 50, 200), 50);
    EXPECT_EQ(pageSize(10, 50, 200), 10);
    EXPECT_EQ(pageSize(1000, 50, 200), 200);
    EXPECT_THROW(pageSize(-1, 50, 200), AppError);
}

} // namespace
