// Accounts as numbers, for the Linux sources of this folder only.
#pragma once

#include <optional>
#include <string>
#include <sys/types.h>
#include <vector>

namespace banhang::platform {

struct PosixAccount
{
    std::string name;
    std::string home;
    uid_t user = 0;
    gid_t group = 0;
    std::vector<gid_t> groups;

    static std::optional<PosixAccount> find(uid_t user);
    static std::optional<PosixAccount> find(const std::string& name);
    /// Throws: std::system_error if there is none.
    static PosixAccount named(const std::string& name);

    /// Takes the calling process over; sets errno if it may not. Safe between fork and exec.
    bool become() const;
};

} // namespace banhang::platform
