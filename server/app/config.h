// What the operator can set, and where each value came from.
#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace banhang::server {

/// Every setting with its default. See deploy/banhangd.toml.example for what each means to an operator.
struct Config
{
    struct Database
    {
        /// All three or none: none = the private cluster.
        std::string ownerDsn;
        std::string appDsn;
        std::string systemDsn;
        std::string runAs;
        std::filesystem::path programs;
        int connections = 0; ///< for users' calls; 0 = by the number of processors
        int sharedBuffersMb = 0;

        bool isPrivate() const { return appDsn.empty(); }
    } database;
    struct Server
    {
        std::filesystem::path dataDirectory; ///< empty = the platform's place
        std::string listen = "0.0.0.0:7443";
        int drainSeconds = 10;
    } server;
    struct Discovery
    {
        std::string listen = "0.0.0.0:7444"; ///< UDP; empty = clients cannot ask where the server is
    } discovery;
    struct Tls
    {
        std::vector<std::string> names; ///< beside those that the machine knows of itself
    } tls;
    struct Log
    {
        std::string level = "info";
        std::filesystem::path directory; ///< empty = standard error, for journald
        int maxSizeMb = 20;
        int keep = 10;
    } log;
    struct Metrics
    {
        std::string listen = "127.0.0.1:7480"; ///< empty = none
    } metrics;
    struct Backup
    {
        bool nightly = true;
        std::filesystem::path directory; ///< empty = backups/ in the data directory
        std::string time = "01:30";      ///< of the machine's local clock
        int keep = 14;
    } backup;
    struct Duplicates
    {
        bool weeklyScan = true;
        int scanLoad = 50; ///< of a processor and a connection, in per cent
    } duplicates;
    struct Attachments
    {
        int maxSizeMb = 25;
    } attachments;
    struct Session
    {
        int idleHours = 8;
        int absoluteHours = 12;
    } session;
    struct Mail
    {
        std::string host; ///< empty = no mail
        int port = 587;
        std::string security = "starttls";
        std::string user;
        std::string password;
        std::filesystem::path authorities; ///< empty = whom the machine trusts
        int timeoutSeconds = 30;
        std::string from;
        std::string fromName = "banhang";
        std::string language = "vi";
        std::string digestTime = "07:00"; ///< of the day in Viet Nam

        bool isOn() const { return !host.empty(); }
    } mail;
};

/// One or more wrong settings; `what()` names each with file and line, one a line.
class ConfigError : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

/// One setting as it holds.
struct EffectiveSetting
{
    std::string key;    ///< "server.listen"
    std::string value;  ///< as TOML; secrets are hidden
    std::string origin; ///< "default", "/etc/banhang/banhangd.toml:3", "option" or the like
};

/// The settings in force, with their origins.
class EffectiveConfig
{
public:
    /// Reads defaults, then the file (unless its path is empty), then `options` of the form "section.key=value", where
    /// value is TOML or a bare string. Throws: ConfigError for an unknown key, a wrong type or a value out of range,
    /// all of them at once.
    EffectiveConfig(const std::filesystem::path& file, const std::vector<std::string>& options);

    /// In `settings()` alone: what is used where nothing, or something else, is configured.
    void tellDirectory(std::string_view key, const std::filesystem::path& directory, const std::string& origin);

    const Config& values() const { return m_config; }
    const std::vector<EffectiveSetting>& settings() const { return m_settings; }

private:
    Config m_config;
    std::vector<EffectiveSetting> m_settings;
};

} // namespace banhang::server
