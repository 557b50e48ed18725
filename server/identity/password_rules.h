// What a password must be like, and how long a failed sign-in makes people wait.
#pragma once

#include <string_view>
#include <vector>

#include "banhang/v1/common.pb.h"

namespace banhang::server {

constexpr int kMinPasswordLength = 8;
constexpr int kMaxPasswordLength = 256;

/// What is wrong with a new password, under the path "new_password"; empty if nothing is. No rule on kinds of
/// characters and no forced rotation: length and the list of common ones do more (OWASP ASVS 5.0, V6.2). Units:
/// characters as typed, marks composed.
std::vector<v1::FieldIssue> passwordIssues(std::string_view password, std::string_view userName);

/// How attempts are slowed down: the first `free` failures cost nothing, then 1, 2, 4... seconds up to `most`. There is
/// no lock that stays, and none that a stranger at another machine can cause: however long one address goes on trying a
/// name, only the first `kMaxOfOneAddress` failures count on the name itself; to use up the patience of `kNameDelay`
/// takes many addresses.
struct DelayRule
{
    int free = 0;
    int most = 60;
};
/// One name from one address.
constexpr DelayRule kPersonDelay{3, 60};
/// One name, from wherever.
constexpr DelayRule kNameDelay{100, 60};
/// Failures in a row of one name from one address that count on the name too.
constexpr int kMaxOfOneAddress = 10;
/// One address; wide, since a terminal server is one address for a whole office.
constexpr DelayRule kAddressDelay{30, 60};
/// Units: seconds since the last failure, after which counting starts anew.
constexpr int kDelayMemory = 15 * 60;

/// Units: seconds to wait after the `failures`-th failure in a row.
int delayAfter(int failures, const DelayRule& rule);

} // namespace banhang::server
