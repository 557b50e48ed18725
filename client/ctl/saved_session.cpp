#include "client/ctl/saved_session.h"

#include <nlohmann/json.hpp>

#include "client/ctl/exit_code.h"
#include "common/platform/secret_store.h"

namespace banhang::client {

namespace {

platform::SecretStore storeOf(const std::filesystem::path& file)
{
    return platform::SecretStore(std::filesystem::absolute(file).parent_path());
}

} // namespace

std::optional<SavedSession> loadSession(const std::filesystem::path& file)
{
    const auto text = storeOf(file).load(file.filename().string());
    if (!text)
        return std::nullopt;
    const auto json = nlohmann::json::parse(*text, nullptr, false);
    if (json.is_discarded() || !json.is_object())
        throw UsageError(file.string() + " is no session of banhangctl; sign in again");
    return SavedSession{json.value("connection_file", ""), json.value("user", ""), json.value("token", "")};
}

void saveSession(const std::filesystem::path& file, const SavedSession& session)
{
    const nlohmann::json json = {
        {"connection_file", session.connectionFile}, {"user", session.userName}, {"token", session.token}};
    storeOf(file).save(file.filename().string(), json.dump());
}

void removeSession(const std::filesystem::path& file)
{
    storeOf(file).remove(file.filename().string());
}

} // namespace banhang::client
