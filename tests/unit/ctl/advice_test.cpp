#include "client/ctl/advice.h"

#include <gtest/gtest.h>

namespace banhang::client {
namespace {

std::string adviceOn(const char* key, ErrorArgs args = {})
{
    return adviceText(AppError(ErrorCode::Refused, key, args));
}

TEST(Advice, namesTheCommandThatHelps)
{
    for (const char* key : {"session.missing", "session.ended"})
        EXPECT_NE(adviceOn(key).find("banhangctl sign-in --connection FILE --user NAME"), std::string::npos) << key;
    EXPECT_NE(adviceOn("identity.password_change_required").find("banhangctl change-password"), std::string::npos);
    EXPECT_NE(adviceOn("customer.not_found", {{"code", "KH999999"}}).find("banhangctl customer search"),
              std::string::npos);
}

TEST(Advice, isNotGivenWhereThereIsNone)
{
    EXPECT_EQ(adviceOn("customer.not_found"), "");
    EXPECT_EQ(adviceOn("server.busy"), "");
}

} // namespace
} // namespace banhang::client
