#include "common/file_name.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "common/vn/utf8.h"

namespace banhang {

namespace {

/// Units: bytes. File systems take 255; room is left for " (2)" before the extension.
constexpr std::size_t kMaxBytes = 240;
constexpr std::array<std::string_view, 6> kDevices{"con", "prn", "aux", "nul", "conin$", "conout$"};
constexpr std::array<std::string_view, 2> kNumberedDevices{"com", "lpt"};

std::string lowerAscii(std::string_view text)
{
    std::string lower(text);
    std::ranges::transform(lower, lower.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return lower;
}

/// Windows keeps these for itself, whatever the extension.
bool isDevice(std::string_view name)
{
    std::string stem = lowerAscii(name.substr(0, name.find('.')));
    while (stem.ends_with(' '))
        stem.pop_back();
    if (std::ranges::find(kDevices, stem) != kDevices.end())
        return true;
    return stem.size() == 4 && stem[3] >= '0' && stem[3] <= '9' &&
           std::ranges::find(kNumberedDevices, std::string_view(stem).substr(0, 3)) != kNumberedDevices.end();
}

bool isForbidden(char32_t letter)
{
    const bool isControl = letter < 0x20 || (letter >= 0x7f && letter < 0xa0);
    const bool isUnseen = letter == 0x061c || (letter >= 0x200b && letter <= 0x200f) ||
                          (letter >= 0x2028 && letter <= 0x202e) || (letter >= 0x2060 && letter <= 0x206f) ||
                          letter == 0xfeff || letter == 0xfffd;
    return isControl || isUnseen ||
           (letter < 0x80 && std::string_view("/\\:*?\"<>|").find(static_cast<char>(letter)) != std::string_view::npos);
}

bool isEdge(char letter)
{
    return letter == ' ' || letter == '.';
}

/// Shortens before the extension, between letters.
std::string fitted(const std::string& name)
{
    const auto dot = name.rfind('.');
    const bool hasExtension = dot != std::string::npos && name.size() - dot <= 16;
    const std::string ending = hasExtension ? name.substr(dot) : std::string();
    std::string stem;
    int characters = static_cast<int>(ending.size());
    for (std::size_t at = 0; at < name.size() - ending.size();) {
        const std::size_t from = at;
        vn::nextCodePoint(name, at);
        if (++characters > kMaxFileNameLength || at + ending.size() > kMaxBytes)
            break;
        stem += name.substr(from, at - from);
    }
    return stem + ending;
}

} // namespace

bool isSafeFileName(std::string_view name)
{
    return !name.empty() && name == safeFileName(name);
}

std::string safeFileName(std::string_view name)
{
    std::string safe;
    for (std::size_t at = 0; at < name.size();) {
        const char32_t letter = vn::nextCodePoint(name, at);
        if (isForbidden(letter))
            safe += '_';
        else
            vn::appendUtf8(safe, letter);
    }
    const auto first = std::ranges::find_if_not(safe, isEdge);
    safe.erase(safe.begin(), first);
    safe = fitted(safe);
    while (!safe.empty() && isEdge(safe.back()))
        safe.pop_back();
    if (isDevice(safe))
        safe.insert(0, "_");
    return safe.empty() ? "_" : safe;
}

std::string fileExtension(std::string_view name)
{
    const auto dot = name.rfind('.');
    return dot == std::string_view::npos ? std::string() : lowerAscii(name.substr(dot + 1));
}

} // namespace banhang
