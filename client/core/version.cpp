#include "client/core/version.h"

#include <array>
#include <charconv>
#include <optional>

namespace banhang::client {

namespace {

using Version = std::array<int, 3>;

std::optional<Version> parse(std::string_view text)
{
    Version version{};
    for (std::size_t i = 0; i < version.size(); ++i) {
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), version[i]);
        if (error != std::errc())
            return std::nullopt;
        text.remove_prefix(static_cast<std::size_t>(end - text.data()));
        const bool isLast = i + 1 == version.size();
        if (isLast != text.empty() || (!isLast && text.front() != '.'))
            return std::nullopt;
        text.remove_prefix(isLast ? 0 : 1);
    }
    return version;
}

} // namespace

VersionFit judgeVersion(std::string_view own, std::string_view server, std::string_view oldestClient)
{
    const auto ours = parse(own);
    const auto theirs = parse(server);
    if (!ours || !theirs)
        return VersionFit::Same;
    if (const auto oldest = parse(oldestClient); oldest && *ours < *oldest)
        return VersionFit::TooOld;
    const std::array ourSeries{(*ours)[0], (*ours)[1]};
    const std::array theirSeries{(*theirs)[0], (*theirs)[1]};
    if (ourSeries == theirSeries)
        return VersionFit::Same;
    return theirSeries > ourSeries ? VersionFit::ServerNewer : VersionFit::ServerOlder;
}

} // namespace banhang::client
