// The signed-in session of banhangctl, kept between commands.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace banhang::client {

/// What one sign-in leaves behind.
struct SavedSession
{
    std::string connectionFile; ///< absolute path
    std::string userName;
    std::string token;
};

/// Nothing if there is none, or if the file was open to others: such a token is no secret any more.
std::optional<SavedSession> loadSession(const std::filesystem::path& file);

/// Readable by the owner only. Throws std::system_error.
void saveSession(const std::filesystem::path& file, const SavedSession& session);

/// Harmless if there is none.
void removeSession(const std::filesystem::path& file);

} // namespace banhang::client
