// banhangctl as one person uses it from a shell, with a session file of their own.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "common/platform/process.h"
#include "tests/e2e/support/banhangd.h"

namespace banhang::test {

class Ctl
{
public:
    /// Signs in as somebody of the demo company, unless told another password. Throws if that is refused.
    /// `office` must outlive this.
    Ctl(const Banhangd& office, const std::string& userName, const std::string& password = {});
    /// Nobody signed in; for the first steps themselves.
    explicit Ctl(const Banhangd& office);
    static Ctl withSessionFile(const Banhangd& office, const std::filesystem::path& file);

    platform::Finished run(std::vector<std::string> arguments, const std::string& input = {}) const;
    int exitCode(std::vector<std::string> arguments, const std::string& input = {}) const;
    /// One JSON line of a command that must succeed, or end with `expected`.
    nlohmann::json json(std::vector<std::string> arguments, int expected = 0) const;
    std::vector<nlohmann::json> jsonLines(std::vector<std::string> arguments, int expected = 0) const;
    /// Left running; standard output and errors go to `outputFile`.
    platform::ChildProcess start(std::vector<std::string> arguments, const std::filesystem::path& outputFile) const;

    platform::Finished signIn(const std::string& userName, const std::string& password) const;
    /// Stores a customer; its fields as stored.
    nlohmann::json create(const nlohmann::json& customer) const;
    nlohmann::json customer(const std::string& id) const { return json({"customer", "get", id}); }
    /// As the person that is signed in sees them.
    std::int64_t userId() const;
    std::vector<std::string> visibleNames() const;

    const std::filesystem::path& sessionFile() const { return m_sessionFile; }
    /// For others to run.
    std::vector<std::string> commandLine(std::vector<std::string> arguments) const;

private:
    const Banhangd& m_office;
    std::filesystem::path m_connectionFile;
    std::filesystem::path m_sessionFile;
};

} // namespace banhang::test
