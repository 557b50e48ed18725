#include "server/app/config.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <sstream>

#include <toml++/toml.h>

#include "common/connection_file.h"
#include "common/platform/host.h"
#include "common/platform/private_file.h"
#include "common/vn/email.h"

namespace banhang::server {

namespace {

constexpr const char* kDefault = "default";
constexpr const char* kOption = "option";

/// Why a value is refused; nothing if it is good.
using Complaint = std::optional<std::string>;

/// One setting bound to its place in a Config.
struct Binding
{
    std::string key;
    std::function<Complaint(const toml::node&)> assign;
    std::function<std::string()> show;
    std::string origin = kDefault;
};

/// A basic string of TOML, so that what is printed can be put into the file.
std::string asToml(const std::string& text)
{
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            result += '\\';
        result += c;
    }
    return result + "\"";
}

Complaint assignTo(std::string& place, const toml::node& node)
{
    const auto value = node.value_exact<std::string>();
    if (!value)
        return "must be a text in quotes";
    place = *value;
    return std::nullopt;
}

Complaint assignTo(std::filesystem::path& place, const toml::node& node)
{
    const auto value = node.value_exact<std::string>();
    if (!value || (!value->empty() && !std::filesystem::path(*value).is_absolute()))
        return "must be an absolute path in quotes";
    place = *value;
    return std::nullopt;
}

Complaint assignTo(bool& place, const toml::node& node)
{
    const auto value = node.value_exact<bool>();
    if (!value)
        return "must be true or false";
    place = *value;
    return std::nullopt;
}

Complaint assignTo(std::vector<std::string>& place, const toml::node& node)
{
    const toml::array* array = node.as_array();
    if (!array || (!array->empty() && !array->is_homogeneous<std::string>()))
        return "must be a list of texts in quotes";
    place.clear();
    for (const toml::node& item : *array)
        place.push_back(item.value_or(std::string()));
    return std::nullopt;
}

std::string show(const std::string& value)
{
    return asToml(value);
}
std::string show(const std::filesystem::path& value)
{
    return asToml(value.string());
}
std::string show(bool value)
{
    return value ? "true" : "false";
}
std::string show(int value)
{
    return std::to_string(value);
}

std::string show(const std::vector<std::string>& values)
{
    std::string text;
    for (const std::string& value : values)
        text += (text.empty() ? "" : ", ") + asToml(value);
    return "[" + text + "]";
}

/// Port 0 lets the system choose one: for tests.
Complaint checkListen(const std::string& value)
{
    try {
        const auto colon = value.rfind(':');
        const bool isAnyPort = colon != std::string::npos && value.substr(colon) == ":0";
        parseServerAddress(isAnyPort ? value.substr(0, colon) + ":1" : value);
        return std::nullopt;
    } catch (const ConnectionFileError&) {
        return "must be an address of the form \"host:port\"";
    }
}

/// Datagrams are sent to all of a network in IPv4 alone.
Complaint checkDiscovery(const std::string& value)
{
    if (value.empty())
        return std::nullopt;
    if (Complaint complaint = checkListen(value))
        return complaint;
    const std::string host = value.substr(0, value.rfind(':'));
    const auto address = platform::normalAddress(host);
    const bool isIpv4 = address && address->find(':') == std::string::npos;
    return isIpv4 ? Complaint() : "must be a numeric address of IPv4 with a port, \"0.0.0.0:7444\", or empty";
}

Complaint checkTime(const std::string& value)
{
    int hour = -1;
    int minute = -1;
    char colon = 0;
    std::istringstream stream(value);
    stream >> hour >> colon >> minute;
    const bool isGood =
        value.size() == 5 && stream.eof() && colon == ':' && hour >= 0 && hour < 24 && minute >= 0 && minute < 60;
    return isGood ? Complaint() : "must be a time of day, \"01:30\"";
}

Complaint checkAddress(const std::string& value)
{
    return value.empty() || vn::parseEmail(value).isValid() ? Complaint() : "must be an e-mail address";
}

/// One of a few words.
std::function<Complaint(const std::string&)> oneOf(std::vector<std::string> words)
{
    return [words = std::move(words)](const std::string& value) -> Complaint {
        std::string list;
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (value == words[i])
                return std::nullopt;
            list += (i == 0 ? "\"" : i + 1 < words.size() ? ", \"" : " or \"") + words[i] + "\"";
        }
        return "must be " + list;
    };
}

class Bindings
{
public:
    explicit Bindings(Config& config) : m_config(config)
    {
        addDatabase();
        addServer();
        addUpkeep();
        addMail();
    }

    std::vector<Binding>& all() { return m_all; }

    Binding* find(const std::string& key)
    {
        for (Binding& binding : m_all)
            if (binding.key == key)
                return &binding;
        return nullptr;
    }

private:
    using Check = std::function<Complaint(const std::string&)>;

    void addDatabase()
    {
        auto& database = m_config.database;
        addSecret("database.owner_dsn", database.ownerDsn);
        addSecret("database.app_dsn", database.appDsn);
        addSecret("database.system_dsn", database.systemDsn);
        add("database.run_as", database.runAs);
        add("database.programs", database.programs);
        addNumber("database.connections", database.connections, 0, 200);
        addNumber("database.shared_buffers_mb", database.sharedBuffersMb, 0, 1'000'000);
    }

    void addServer()
    {
        add("server.data_dir", m_config.server.dataDirectory);
        addText("server.listen", m_config.server.listen, checkListen);
        addNumber("server.drain_seconds", m_config.server.drainSeconds, 0, 300);
        addText("discovery.listen", m_config.discovery.listen, checkDiscovery);
        add("tls.names", m_config.tls.names);
        addText("log.level", m_config.log.level, oneOf({"trace", "debug", "info", "warn", "error"}));
        add("log.directory", m_config.log.directory);
        addNumber("log.max_size_mb", m_config.log.maxSizeMb, 1, 10'000);
        addNumber("log.keep", m_config.log.keep, 1, 1'000);
        addText("metrics.listen", m_config.metrics.listen,
                [](const std::string& value) { return value.empty() ? Complaint() : checkListen(value); });
    }

    void addUpkeep()
    {
        add("backup.nightly", m_config.backup.nightly);
        add("backup.directory", m_config.backup.directory);
        addText("backup.time", m_config.backup.time, checkTime);
        addNumber("backup.keep", m_config.backup.keep, 1, 10'000);
        add("duplicates.weekly_scan", m_config.duplicates.weeklyScan);
        addNumber("duplicates.scan_load", m_config.duplicates.scanLoad, 1, 100);
        addNumber("attachments.max_size_mb", m_config.attachments.maxSizeMb, 1, 1024);
        addNumber("session.idle_hours", m_config.session.idleHours, 1, 24 * 31);
        addNumber("session.absolute_hours", m_config.session.absoluteHours, 1, 24 * 31);
    }

    void addMail()
    {
        auto& mail = m_config.mail;
        add("mail.host", mail.host);
        addNumber("mail.port", mail.port, 1, 65'535);
        addText("mail.security", mail.security, oneOf({"starttls", "tls", "none"}));
        add("mail.user", mail.user);
        addSecret("mail.password", mail.password);
        add("mail.authorities", mail.authorities);
        addNumber("mail.timeout_seconds", mail.timeoutSeconds, 1, 300);
        addText("mail.from", mail.from, checkAddress);
        add("mail.from_name", mail.fromName);
        addText("mail.language", mail.language, oneOf({"vi", "en"}));
        addText("mail.digest_time", mail.digestTime, checkTime);
    }

    template <typename T>
    void add(const char* key, T& place)
    {
        m_all.push_back({key, [&place](const toml::node& node) { return assignTo(place, node); },
                         [&place] { return server::show(place); }});
    }

    void addSecret(const char* key, std::string& place)
    {
        m_all.push_back({key, [&place](const toml::node& node) { return assignTo(place, node); },
                         [&place] { return place.empty() ? "\"\"" : "\"(hidden)\""; }});
    }

    void addText(const char* key, std::string& place, Check check)
    {
        const auto assign = [&place, check = std::move(check)](const toml::node& node) {
            std::string wanted;
            Complaint complaint = assignTo(wanted, node);
            if (!complaint)
                complaint = check(wanted);
            if (!complaint)
                place = wanted;
            return complaint;
        };
        m_all.push_back({key, assign, [&place] { return server::show(place); }});
    }

    void addNumber(const char* key, int& place, int least, int most)
    {
        const auto assign = [&place, least, most](const toml::node& node) -> Complaint {
            const auto value = node.value_exact<std::int64_t>();
            if (!value || *value < least || *value > most)
                return "must be a whole number from " + std::to_string(least) + " to " + std::to_string(most);
            place = static_cast<int>(*value);
            return std::nullopt;
        };
        m_all.push_back({key, assign, [&place] { return server::show(place); }});
    }

    Config& m_config;
    std::vector<Binding> m_all;
};

class Loader
{
public:
    explicit Loader(Config& config) : m_bindings(config) {}

    void readFile(const std::filesystem::path& file)
    {
        try {
            const toml::table table = toml::parse(platform::readFile(file), file.string());
            for (const auto& [section, node] : inOrderOfLines(table))
                readSection(file, std::string(section->str()), section->source().begin.line, *node);
        } catch (const toml::parse_error& error) {
            complain(at(file, error.source().begin.line), std::string(error.description()));
        } catch (const std::system_error& error) {
            complain(file.string(), error.code().message());
        }
    }

    void readOption(const std::string& option)
    {
        const auto equals = option.find('=');
        const std::string key = option.substr(0, equals);
        if (equals == std::string::npos)
            return complain("--set " + option, "must be of the form section.key=value");
        const std::string value = option.substr(equals + 1);
        toml::table table;
        try {
            table = toml::parse("value = " + value);
        } catch (const toml::parse_error&) {
            table.insert("value", value);
        }
        assign("--set " + key, key, *table.get("value"), kOption);
    }

    std::vector<EffectiveSetting> finish(const Config& config)
    {
        const auto& database = config.database;
        const bool isWhole = database.ownerDsn.empty() == database.appDsn.empty() &&
                             database.appDsn.empty() == database.systemDsn.empty();
        if (!isWhole)
            complain(placeOfAny({"database.owner_dsn", "database.app_dsn", "database.system_dsn"}),
                     "database.owner_dsn, database.app_dsn and database.system_dsn are given together or not at all");
        if (config.mail.isOn() && config.mail.from.empty())
            complain(placeOfAny({"mail.host"}), "mail.from is needed where mail.host is given");
        if (!m_complaints.empty())
            throw ConfigError(m_complaints);
        std::vector<EffectiveSetting> settings;
        for (const Binding& binding : m_bindings.all())
            settings.push_back({binding.key, binding.show(), binding.origin});
        return settings;
    }

private:
    static std::string at(const std::filesystem::path& file, std::uint32_t line)
    {
        return file.string() + ":" + std::to_string(line);
    }

    using Entry = std::pair<const toml::key*, const toml::node*>;

    /// A table stands in the order of its keys; people read a file, and what is wrong with it, from the top.
    static std::vector<Entry> inOrderOfLines(const toml::table& table)
    {
        std::vector<Entry> entries;
        for (const auto& [key, node] : table)
            entries.emplace_back(&key, &node);
        std::ranges::stable_sort(entries, {}, [](const Entry& entry) { return entry.first->source().begin.line; });
        return entries;
    }

    void readSection(const std::filesystem::path& file, const std::string& section, std::uint32_t line,
                     const toml::node& node)
    {
        const toml::table* table = node.as_table();
        if (!table)
            return complain(at(file, line), "unknown key \"" + section + "\": settings stand in sections");
        for (const auto& [key, value] : inOrderOfLines(*table)) {
            const std::string place = at(file, key->source().begin.line);
            assign(place, section + "." + std::string(key->str()), *value, place);
        }
    }

    void assign(const std::string& place, const std::string& key, const toml::node& value, const std::string& origin)
    {
        Binding* binding = m_bindings.find(key);
        if (!binding)
            return complain(place, "unknown key \"" + key + "\"");
        if (const Complaint complaint = binding->assign(value))
            return complain(place, key + " " + *complaint);
        binding->origin = origin;
    }

    /// Where the first of them stands that was given.
    std::string placeOfAny(std::initializer_list<const char*> keys)
    {
        for (const char* key : keys) {
            const std::string& origin = m_bindings.find(key)->origin;
            if (origin == kOption)
                return std::string("--set ") + key;
            if (origin != kDefault)
                return origin;
        }
        return *keys.begin();
    }

    void complain(const std::string& place, const std::string& text)
    {
        m_complaints += (m_complaints.empty() ? "" : "\n") + place + ": " + text;
    }

    Bindings m_bindings;
    std::string m_complaints;
};

} // namespace

EffectiveConfig::EffectiveConfig(const std::filesystem::path& file, const std::vector<std::string>& options)
{
    Loader loader(m_config);
    if (!file.empty())
        loader.readFile(file);
    for (const std::string& option : options)
        loader.readOption(option);
    m_settings = loader.finish(m_config);
}

void EffectiveConfig::tellDirectory(std::string_view key, const std::filesystem::path& directory,
                                    const std::string& origin)
{
    for (EffectiveSetting& setting : m_settings)
        if (setting.key == key) {
            setting.value = show(directory);
            setting.origin = origin;
        }
}

} // namespace banhang::server
