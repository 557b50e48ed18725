#include "common/platform/paths.h"

#include <algorithm>
#include <cstdlib>
#include <string_view>
#include <unistd.h>

#include "common/platform/posix_account.h"

namespace banhang::platform {

namespace {

std::filesystem::path home()
{
    if (const char* value = std::getenv("HOME"); value && *value)
        return value;
    // A service may run without HOME; the system's list of accounts still knows.
    const auto account = PosixAccount::find(::geteuid());
    return account ? account->home : "/";
}

constexpr const char* kStateDirectory = "STATE_DIRECTORY";
constexpr const char* kDataHome = "XDG_DATA_HOME";

/// Empty if there is none: the XDG base directory specification asks that relative values be ignored.
std::string_view pathIn(const char* variable)
{
    const char* value = std::getenv(variable);
    return value && *value == '/' ? value : std::string_view();
}

std::filesystem::path base(const char* variable, std::string_view fallback)
{
    const std::string_view path = pathIn(variable);
    return path.empty() ? home() / fallback : std::filesystem::path(path);
}

} // namespace

std::filesystem::path serverDataDirectory()
{
    // A command of root means the service's data, also in a unit of the administrator's own.
    if (::geteuid() == 0)
        return "/var/lib/banhang";
    // What systemd made for the service that it starts; more than one stand with a colon between them.
    if (const std::string_view paths = pathIn(kStateDirectory); !paths.empty())
        return paths.substr(0, paths.find(':'));
    return base(kDataHome, ".local/share") / "banhang-server";
}

std::string_view serverDataDirectoryVariable()
{
    if (::geteuid() == 0)
        return {};
    for (const char* variable : {kStateDirectory, kDataHome})
        if (!pathIn(variable).empty())
            return variable;
    return {};
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

std::filesystem::path shortRuntimeDirectory(const std::string& key)
{
    if (::geteuid() == 0)
        return "/run/banhang-" + key;
    if (const char* value = std::getenv("XDG_RUNTIME_DIR"); value && *value == '/')
        return std::filesystem::path(value) / ("banhang-" + key);
    return "/tmp/banhang-" + std::to_string(::geteuid()) + "-" + key;
}

std::filesystem::path programDirectory()
{
    return std::filesystem::read_symlink("/proc/self/exe").parent_path();
}

std::vector<std::filesystem::path> postgresqlDirectories()
{
    // Debian's place, one directory for each major version.
    std::vector<std::filesystem::path> found;
    std::error_code none;
    for (const auto& entry : std::filesystem::directory_iterator("/usr/lib/postgresql", none))
        if (std::filesystem::exists(entry.path() / "bin" / "postgres"))
            found.push_back(entry.path() / "bin");
    std::sort(found.begin(), found.end(), [](const auto& left, const auto& right) {
        const auto version = [](const std::filesystem::path& bin) {
            return std::strtol(bin.parent_path().filename().c_str(), nullptr, 10);
        };
        return version(left) > version(right);
    });
    return found;
}

} // namespace banhang::platform
