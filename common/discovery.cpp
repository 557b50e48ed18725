#include "common/discovery.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cstdint>

namespace banhang {

namespace {

constexpr std::string_view kQuestion = "banhang? 1";
constexpr std::string_view kAnswer = "banhang! 1";
constexpr std::size_t kDigits = 16;
constexpr std::size_t kMaxTags = 4;
constexpr std::size_t kQuestionSize = 128;
constexpr int kLastPort = 65535;

std::string toHex(std::uint64_t value)
{
    std::array<char, kDigits> digits{};
    for (std::size_t i = digits.size(); i > 0; --i, value >>= 4)
        digits[i - 1] = "0123456789abcdef"[value & 15];
    return {digits.data(), digits.size()};
}

bool isMark(std::string_view text)
{
    return text.size() == kDigits && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

/// FNV-1a over what is not white space: the same certificate keeps its tag however its lines are broken.
std::string tagOf(std::string_view certificate)
{
    std::uint64_t hash = 0xcbf29ce484222325U;
    for (const char c : certificate) {
        if (std::isspace(static_cast<unsigned char>(c)) != 0)
            continue;
        hash ^= static_cast<unsigned char>(c);
        hash *= 0x100000001b3U;
    }
    return toHex(hash);
}

/// The words behind `head`, if the datagram begins with it.
std::optional<std::vector<std::string_view>> wordsAfter(std::string_view head, std::string_view datagram)
{
    if (datagram.substr(0, head.size()) != head)
        return std::nullopt;
    datagram.remove_prefix(head.size());
    std::vector<std::string_view> words;
    while (!datagram.empty()) {
        if (datagram.front() != ' ')
            return std::nullopt;
        datagram.remove_prefix(std::min(datagram.find_first_not_of(' '), datagram.size()));
        const auto word = datagram.substr(0, datagram.find(' '));
        if (!word.empty())
            words.push_back(word);
        datagram.remove_prefix(word.size());
    }
    return words;
}

} // namespace

std::vector<std::string> officeTagsOf(std::string_view caCertificates)
{
    constexpr std::string_view kEnd = "-----END CERTIFICATE-----";
    std::vector<std::string> tags;
    for (auto end = caCertificates.find(kEnd); end != std::string_view::npos; end = caCertificates.find(kEnd)) {
        tags.push_back(tagOf(caCertificates.substr(0, end)));
        caCertificates.remove_prefix(end + kEnd.size());
    }
    return tags;
}

std::string formatQuestion(const DiscoveryQuestion& question)
{
    std::string text = std::string(kQuestion) + ' ' + question.nonce;
    for (std::size_t i = 0; i < std::min(question.officeTags.size(), kMaxTags); ++i)
        text += ' ' + question.officeTags[i];
    text.resize(std::max(text.size(), kQuestionSize), ' ');
    return text;
}

std::string formatAnswer(const DiscoveryAnswer& answer)
{
    return std::string(kAnswer) + ' ' + answer.nonce + ' ' + answer.officeTag + ' ' + std::to_string(answer.port);
}

std::optional<DiscoveryQuestion> parseQuestion(std::string_view datagram)
{
    const auto words = wordsAfter(kQuestion, datagram);
    if (datagram.size() != kQuestionSize || !words || words->size() < 2 || words->size() > kMaxTags + 1 ||
        !std::all_of(words->begin(), words->end(), isMark))
        return std::nullopt;
    return DiscoveryQuestion{std::string(words->front()), {words->begin() + 1, words->end()}};
}

std::optional<DiscoveryAnswer> parseAnswer(std::string_view datagram)
{
    const auto words = wordsAfter(kAnswer, datagram);
    if (!words || words->size() != 3 || !isMark((*words)[0]) || !isMark((*words)[1]))
        return std::nullopt;
    const std::string_view digits = (*words)[2];
    int port = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), port);
    if (error != std::errc() || end != digits.data() + digits.size() || port < 1 || port > kLastPort)
        return std::nullopt;
    return DiscoveryAnswer{std::string((*words)[0]), std::string((*words)[1]), port};
}

} // namespace banhang
