#include "common/platform/paths.h"

#include <cstdlib>
#include <pwd.h>
#include <string_view>
#include <unistd.h>

namespace banhang::platform {

namespace {

std::filesystem::path home()
{
    if (const char* value = std::getenv("HOME"); value && *value)
        return value;
    // A service may run without HOME; the password database still knows.
    const passwd* entry = ::getpwuid(::geteuid());
    return entry && entry->pw_dir ? entry->pw_dir : "/";
}

/// The XDG base directory specification asks that relative values be ignored.
std::filesystem::path base(const char* variable, std::string_view fallback)
{
    if (const char* value = std::getenv(variable); value && *value == '/')
        return value;
    return home() / fallback;
}

} // namespace

std::filesystem::path serverDataDirectory()
{
    if (::geteuid() == 0)
        return "/var/lib/banhang";
    return base("XDG_DATA_HOME", ".local/share") / "banhang-server";
}

std::filesystem::path serverConfigFile()
{
    return "/etc/banhang/banhangd.toml";
}

std::filesystem::path clientConfigDirectory()
{
    return base("XDG_CONFIG_HOME", ".config") / "banhang";
}

std::filesystem::path clientStateDirectory()
{
    return base("XDG_STATE_HOME", ".local/state") / "banhang";
}

} // namespace banhang::platform
