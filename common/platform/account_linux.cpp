#include "common/platform/account.h"

#include <algorithm>
#include <exception>
#include <functional>
#include <grp.h>
#include <pwd.h>
#include <sys/stat.h>

#include "common/platform/posix_account.h"
#include "common/platform/posix_handle.h"

namespace banhang::platform {

namespace {

using Lookup = std::function<int(passwd*, char*, std::size_t, passwd**)>;

/// The groups that the account belongs to, its own included.
std::vector<gid_t> groupsOf(const std::string& name, gid_t own)
{
    std::vector<gid_t> groups(64);
    int count = static_cast<int>(groups.size());
    if (::getgrouplist(name.c_str(), own, groups.data(), &count) < 0) {
        groups.resize(static_cast<std::size_t>(count));
        ::getgrouplist(name.c_str(), own, groups.data(), &count);
    }
    groups.resize(static_cast<std::size_t>(count));
    return groups;
}

std::optional<PosixAccount> lookUp(const Lookup& lookup)
{
    passwd entry = {};
    passwd* found = nullptr;
    std::vector<char> texts(1024);
    while (lookup(&entry, texts.data(), texts.size(), &found) == ERANGE)
        texts.resize(texts.size() * 2);
    if (found == nullptr)
        return std::nullopt;
    return PosixAccount{entry.pw_name, entry.pw_dir, entry.pw_uid, entry.pw_gid, groupsOf(entry.pw_name, entry.pw_gid)};
}

std::string nameOf(uid_t user)
{
    const auto account = PosixAccount::find(user);
    return account ? account->name : std::to_string(user);
}

} // namespace

std::optional<PosixAccount> PosixAccount::find(uid_t user)
{
    return lookUp([user](passwd* entry, char* texts, std::size_t size, passwd** found) {
        return ::getpwuid_r(user, entry, texts, size, found);
    });
}

std::optional<PosixAccount> PosixAccount::find(const std::string& name)
{
    return lookUp([&name](passwd* entry, char* texts, std::size_t size, passwd** found) {
        return ::getpwnam_r(name.c_str(), entry, texts, size, found);
    });
}

PosixAccount PosixAccount::named(const std::string& name)
{
    if (auto account = find(name))
        return *account;
    throw std::system_error(ENOENT, std::generic_category(), "no user named " + name);
}

bool PosixAccount::become() const
{
    return ::setgroups(groups.size(), groups.data()) == 0 && ::setgid(group) == 0 && ::setuid(user) == 0;
}

bool isAdministrator()
{
    return ::geteuid() == 0;
}

std::string currentUser()
{
    return nameOf(::geteuid());
}

bool userExists(const std::string& user)
{
    return PosixAccount::find(user).has_value();
}

std::string ownerOf(const std::filesystem::path& path)
{
    struct stat facts = {};
    if (::stat(path.c_str(), &facts) != 0)
        throwErrno(path);
    return nameOf(facts.st_uid);
}

void becomeUser(const std::string& user)
{
    if (!PosixAccount::named(user).become())
        throwErrno(user);
}

struct ActingAs::State
{
    uid_t user = ::geteuid();
    gid_t group = ::getegid();
    std::vector<gid_t> groups;
};

ActingAs::ActingAs(const std::string& user) : m_before(std::make_unique<State>())
{
    const PosixAccount account = PosixAccount::named(user);
    std::vector<gid_t>& groups = m_before->groups;
    groups.resize(static_cast<std::size_t>(std::max(::getgroups(0, nullptr), 0)));
    if (::getgroups(static_cast<int>(groups.size()), groups.data()) < 0 ||
        ::setgroups(account.groups.size(), account.groups.data()) != 0 || ::setegid(account.group) != 0 ||
        ::seteuid(account.user) != 0)
        throwErrno(user);
}

ActingAs::~ActingAs()
{
    // Nobody may go on as somebody half-way between the two.
    if (::seteuid(m_before->user) != 0 || ::setegid(m_before->group) != 0 ||
        ::setgroups(m_before->groups.size(), m_before->groups.data()) != 0)
        std::terminate();
}

void changeOwner(const std::filesystem::path& path, const std::string& user)
{
    const PosixAccount account = PosixAccount::named(user);
    if (::chown(path.c_str(), account.user, account.group) != 0)
        throwErrno(path);
}

void allowTraversal(const std::filesystem::path& directory)
{
    if (::chmod(directory.c_str(), S_IRWXU | S_IXGRP | S_IXOTH) != 0)
        throwErrno(directory);
}

} // namespace banhang::platform
