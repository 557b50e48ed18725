#include "client/ctl/advice.h"

#include <string_view>

namespace banhang::client {

namespace {

constexpr std::string_view kSignIn =
    "sign in with: banhangctl sign-in --connection FILE --user NAME (FILE is the connection file from IT)";

std::string_view adviceFor(const AppError& error)
{
    if (error.key() == "session.missing" || error.key() == "session.ended")
        return kSignIn;
    if (error.key() == "identity.password_change_required")
        return "change the first password with: banhangctl change-password";
    if (error.key() == "customer.not_found" && error.detail().args().contains("code"))
        return "no customer that you may see has this code; look for the name with: banhangctl customer search WORDS";
    return {};
}

} // namespace

std::string adviceText(const AppError& error)
{
    const std::string_view advice = adviceFor(error);
    return advice.empty() ? std::string() : "\n  " + std::string(advice);
}

} // namespace banhang::client
