// Small secrets of the signed-in person, kept on this machine between two starts of a program.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace banhang::platform {

/// Linux: files in a private directory, readable by their owner alone. Encryption with a key that lies beside the file
/// would only look safer; a system with a per-user key (Windows) encrypts with it. Thread: any; two writers of one name
/// leave one of the two values.
class SecretStore
{
public:
    /// The directory is made with the first secret.
    explicit SecretStore(std::filesystem::path directory);

    /// `name` is a file name: letters, digits, '-', '_' and '.', not beginning with '.'.
    /// Throws: std::invalid_argument for another name, std::system_error.
    void save(std::string_view name, std::string_view secret) const;

    /// Nothing if there is none, or if somebody else could have read or written it: such a secret is no longer one.
    std::optional<std::string> load(std::string_view name) const;

    /// Harmless when there is none.
    void remove(std::string_view name) const;

private:
    std::filesystem::path fileOf(std::string_view name) const;

    std::filesystem::path m_directory;
};

} // namespace banhang::platform
