#include "client/ctl/saved_session.h"

#include <nlohmann/json.hpp>

#include "client/ctl/exit_code.h"
#include "common/platform/private_file.h"

namespace banhang::client {

std::optional<SavedSession> loadSession(const std::filesystem::path& file)
{
    if (!std::filesystem::exists(file) || platform::isReadableByOthers(file))
        return std::nullopt;
    const std::string text = platform::readFile(file);
    const auto json = nlohmann::json::parse(text, nullptr, false);
    if (json.is_discarded() || !json.is_object())
        throw UsageError(file.string() + " is no session of banhangctl; sign in again");
    return SavedSession{json.value("connection_file", ""), json.value("user", ""), json.value("token", "")};
}

void saveSession(const std::filesystem::path& file, const SavedSession& session)
{
    const nlohmann::json json = {
        {"connection_file", session.connectionFile}, {"user", session.userName}, {"token", session.token}};
    // The directory may be anybody's, such as /tmp: only the file is ours to close.
    if (file.has_parent_path())
        std::filesystem::create_directories(file.parent_path());
    platform::writePrivateFile(file, json.dump());
}

void removeSession(const std::filesystem::path& file)
{
    std::error_code ignored;
    std::filesystem::remove(file, ignored);
}

} // namespace banhang::client
