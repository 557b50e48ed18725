#include "common/platform/secret_store.h"

#include <stdexcept>
#include <system_error>

#include "common/platform/private_file.h"

namespace banhang::platform {

SecretStore::SecretStore(std::filesystem::path directory) : m_directory(std::move(directory)) {}

std::filesystem::path SecretStore::fileOf(std::string_view name) const
{
    constexpr std::string_view kAllowed = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.";
    if (name.empty() || name.front() == '.' || name.find_first_not_of(kAllowed) != std::string_view::npos)
        throw std::invalid_argument("not a name for a secret: " + std::string(name));
    return m_directory / (std::string(name) + ".secret");
}

void SecretStore::save(std::string_view name, std::string_view secret) const
{
    const auto file = fileOf(name);
    ensurePrivateDirectory(m_directory);
    writePrivateFile(file, secret);
}

std::optional<std::string> SecretStore::load(std::string_view name) const
{
    try {
        const auto file = fileOf(name);
        if (isReadableByOthers(file))
            return std::nullopt;
        return readFile(file);
    } catch (const std::system_error&) {
        return std::nullopt;
    }
}

void SecretStore::remove(std::string_view name) const
{
    std::error_code ignored;
    std::filesystem::remove(fileOf(name), ignored);
}

} // namespace banhang::platform
