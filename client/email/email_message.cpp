#include "client/email/email_message.h"

#include <algorithm>

#include "common/vn/utf8.h"

namespace banhang::email {

namespace {

bool holdsAny(const std::vector<std::string>& addresses, const std::vector<std::string>& theirs)
{
    return std::ranges::any_of(theirs, [&](const std::string& address) {
        return std::ranges::find(addresses, vn::toLower(vn::trim(address))) != addresses.end();
    });
}

} // namespace

EmailDirection directionOf(const EmailMessage& email, const std::vector<std::string>& theirs)
{
    const bool isFromThem = holdsAny(email.from, theirs);
    const bool isToThem = holdsAny(email.to, theirs);
    if (isFromThem == isToThem)
        return EmailDirection::Unknown;
    return isFromThem ? EmailDirection::FromThem : EmailDirection::FromUs;
}

} // namespace banhang::email
