#include "server/core/telemetry/logging.h"

#include <cstdlib>
#include <memory>
#include <stdexcept>

#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

namespace banhang::server {

namespace {

constexpr const char* kFilePattern = "time=%Y-%m-%dT%H:%M:%S.%e%z level=%l thread=%t %v";
constexpr const char* kJournalPattern = "%*thread=%t %v";

/// "<6>" and the like, by which the journal tells the level.
class JournalPriority final : public spdlog::custom_flag_formatter
{
public:
    void format(const spdlog::details::log_msg& message, const std::tm&, spdlog::memory_buf_t& out) override
    {
        const std::string_view priority = priorityOf(message.level);
        out.append(priority.data(), priority.data() + priority.size());
    }
    std::unique_ptr<custom_flag_formatter> clone() const override { return std::make_unique<JournalPriority>(); }

private:
    static std::string_view priorityOf(spdlog::level::level_enum level)
    {
        switch (level) {
        case spdlog::level::critical:
            return "<2>";
        case spdlog::level::err:
            return "<3>";
        case spdlog::level::warn:
            return "<4>";
        case spdlog::level::info:
            return "<6>";
        default:
            return "<7>";
        }
    }
};

spdlog::level::level_enum levelNamed(const std::string& name)
{
    const auto level = spdlog::level::from_str(name);
    if (level == spdlog::level::off)
        throw std::runtime_error("unknown log level '" + name + "'");
    return level;
}

spdlog::sink_ptr makeSink(const LogOptions& options)
{
    if (options.file.empty())
        return std::make_shared<spdlog::sinks::stderr_sink_mt>();
    return std::make_shared<spdlog::sinks::rotating_file_sink_mt>(options.file.string(), options.fileSizeMb << 20,
                                                                  static_cast<std::size_t>(options.fileCount));
}

} // namespace

void startLogging(const LogOptions& options)
{
    auto logger = std::make_shared<spdlog::logger>("banhangd", makeSink(options));
    logger->set_level(levelNamed(options.level));
    const bool journal = options.file.empty() && std::getenv("JOURNAL_STREAM") != nullptr;
    auto formatter = std::make_unique<spdlog::pattern_formatter>();
    if (journal)
        formatter->add_flag<JournalPriority>('*');
    formatter->set_pattern(journal ? kJournalPattern : kFilePattern);
    logger->set_formatter(std::move(formatter));
    logger->flush_on(spdlog::level::warn);
    spdlog::set_default_logger(logger);
    spdlog::flush_every(std::chrono::seconds(1));
}

} // namespace banhang::server
