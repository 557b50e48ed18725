#include "server/ops/cluster_settings.h"

#include <algorithm>
#include <stdexcept>

#include <fmt/format.h>
#include <toml++/toml.h>

#include "common/platform/private_file.h"
#include "common/platform/random.h"

namespace banhang::server {

namespace {

constexpr std::size_t kPasswordBytes = 24;

/// For values in single quotes, in postgresql.conf (doubled) and in connection strings (backslash).
std::string quoted(const std::string& text, const char* quote)
{
    std::string result = "'";
    for (const char c : text) {
        if (c == '\'')
            result += quote;
        else if (c == '\\')
            result += "\\\\";
        else
            result += c;
    }
    return result + "'";
}

std::string secretAt(const toml::table& table, const char* key, const std::filesystem::path& file)
{
    const auto value = table[key].value<std::string>();
    // Goes into SQL text as it is, so that nothing but what we made ourselves is taken.
    if (!value || value->empty() || value->find_first_not_of("0123456789abcdef") != std::string::npos)
        throw std::runtime_error(file.string() + ": no usable secret \"" + key + "\"");
    return *value;
}

} // namespace

ClusterSecrets ClusterSecrets::random()
{
    return {platform::randomHex(kPasswordBytes), platform::randomHex(kPasswordBytes),
            platform::randomHex(kPasswordBytes)};
}

ClusterSecrets ClusterSecrets::read(const std::filesystem::path& file)
{
    try {
        const toml::table table = toml::parse(platform::readFile(file), file.string());
        return {secretAt(table, "owner", file), secretAt(table, "app", file), secretAt(table, "system", file)};
    } catch (const toml::parse_error& error) {
        throw std::runtime_error(file.string() + ": " + std::string(error.description()));
    }
}

void ClusterSecrets::write(const std::filesystem::path& file) const
{
    platform::writePrivateFile(file,
                               fmt::format("# Passwords of the database roles; made once, never needed by a person.\n"
                                           "owner = \"{}\"\napp = \"{}\"\nsystem = \"{}\"\n",
                                           owner, app, system));
}

std::string postgresqlConf(const ClusterSettings& settings)
{
    constexpr std::uint64_t kMb = 1024ULL * 1024;
    const std::uint64_t memoryMb = settings.memoryBytes == 0 ? 4096 : settings.memoryBytes / kMb;
    const std::uint64_t sharedMb = settings.sharedBuffersMb > 0 ? static_cast<std::uint64_t>(settings.sharedBuffersMb)
                                                                : std::clamp<std::uint64_t>(memoryMb / 8, 128, 2048);
    return fmt::format(R"(# Written at each start; put changes of your own into local.conf.
listen_addresses = ''
unix_socket_directories = {}
max_connections = {}
password_encryption = 'scram-sha-256'

shared_buffers = {}MB
effective_cache_size = {}MB
work_mem = 16MB
maintenance_work_mem = {}MB
random_page_cost = 1.1
jit = off

# The change feed reads below the oldest open transaction: a prepared one, forgotten, would stop it for ever.
max_prepared_transactions = 0
max_wal_size = 2GB
checkpoint_timeout = 15min
wal_compression = on

timezone = 'UTC'
datestyle = 'ISO'
lc_messages = 'C'

# Neither statements nor details: both quote customers.
logging_collector = on
log_directory = 'log'
log_filename = 'postgresql-%a.log'
log_truncate_on_rotation = on
log_rotation_age = 1d
log_rotation_size = 0
log_min_error_statement = panic
log_error_verbosity = terse
log_line_prefix = '%m [%p] %u '

include_if_exists = 'local.conf'
)",
                       quoted(settings.socketDirectory.string(), "''"), settings.maxConnections, sharedMb, memoryMb / 2,
                       std::clamp<std::uint64_t>(memoryMb / 32, 64, 512));
}

std::string pgHbaConf()
{
    return "# Written at each start.\n"
           "local banhang banhang_owner,banhang_app,banhang_system scram-sha-256\n"
           "local all     postgres                                 peer map=administrators\n";
}

std::string pgIdentConf(const std::string& account)
{
    std::string text = "# Written at each start.\nadministrators root postgres\n";
    if (account != "root")
        text += fmt::format("administrators \"{}\" postgres\n", account);
    return text;
}

std::string bootstrapSql(const ClusterSecrets& secrets)
{
    return fmt::format("CREATE ROLE banhang_owner LOGIN PASSWORD '{}'\n"
                       "CREATE ROLE banhang_app LOGIN PASSWORD '{}'\n"
                       "CREATE ROLE banhang_system LOGIN PASSWORD '{}'\n"
                       "CREATE DATABASE banhang OWNER banhang_owner TEMPLATE template0\n"
                       "REVOKE ALL ON DATABASE banhang FROM PUBLIC\n"
                       "GRANT CONNECT ON DATABASE banhang TO banhang_app, banhang_system\n",
                       secrets.owner, secrets.app, secrets.system);
}

std::string conninfo(const std::filesystem::path& socketDirectory, const std::string& role, const std::string& password)
{
    return fmt::format("host={} port=5432 dbname=banhang user={} password={}", quoted(socketDirectory.string(), "\\'"),
                       role, password);
}

} // namespace banhang::server
