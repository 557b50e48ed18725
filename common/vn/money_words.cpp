#include "common/vn/money_words.h"

#include "common/vn/utf8.h"

#include <array>
#include <string_view>
#include <utility>
#include <vector>

namespace banhang::vn {

namespace {

constexpr std::array<std::string_view, 10> kDigits = {"không", "một", "hai", "ba",  "bốn",
                                                      "năm",   "sáu", "bảy", "tám", "chín"};

using Words = std::vector<std::string>;

class Speaker
{
public:
    explicit Speaker(const WordStyle& style) : m_style(style) {}

    /// A group of three digits; `inner` if a greater one was said before it, so that its zeros are said too.
    void group(int value, bool inner)
    {
        const int hundreds = value / 100;
        const int tens = value / 10 % 10;
        const int ones = value % 10;
        const bool sayHundreds = hundreds > 0 || inner;
        if (sayHundreds) {
            digit(hundreds);
            m_words.emplace_back("trăm");
        }
        if (tens == 0) {
            if (ones > 0) {
                if (sayHundreds) {
                    m_words.emplace_back(m_style.le ? "lẻ" : "linh");
                }
                digit(ones);
            }
            return;
        }
        if (tens == 1) {
            m_words.emplace_back("mười");
        } else {
            digit(tens);
            m_words.emplace_back("mươi");
        }
        if (ones > 0) {
            onesBehindTens(tens, ones);
        }
    }

    void say(std::string_view word) { m_words.emplace_back(word); }
    std::string text() const { return join(m_words, " "); }

private:
    void digit(int value) { m_words.emplace_back(kDigits[static_cast<std::size_t>(value)]); }

    void onesBehindTens(int tens, int ones)
    {
        if (ones == 5) {
            m_words.emplace_back("lăm");
        } else if (ones == 1 && tens > 1) {
            m_words.emplace_back("mốt");
        } else if (ones == 4 && tens > 1 && m_style.tu) {
            m_words.emplace_back("tư");
        } else {
            digit(ones);
        }
    }

    const WordStyle& m_style;
    Words m_words;
};

/// `value` below a milliard, in groups of three: triệu, nghìn, ones.
void sayBelowBillion(Speaker& speaker, std::int64_t value, bool inner, const WordStyle& style)
{
    constexpr std::int64_t kGroup = 1'000;
    const std::array<std::pair<std::int64_t, std::string_view>, 3> units = {
        {{kGroup * kGroup, "triệu"}, {kGroup, style.ngan ? "ngàn" : "nghìn"}, {1, ""}}};
    for (const auto& [scale, unit] : units) {
        const int group = static_cast<int>(value / scale % kGroup);
        if (group == 0) {
            continue;
        }
        speaker.group(group, inner);
        inner = true;
        if (!unit.empty()) {
            speaker.say(unit);
        }
    }
}

} // namespace

std::string numberInWords(std::int64_t value, const WordStyle& style)
{
    if (value == 0) {
        return std::string(kDigits[0]);
    }
    constexpr std::int64_t kBillion = 1'000'000'000;
    Speaker speaker(style);
    if (value < 0) {
        speaker.say("âm");
        value = -value;
    }
    const std::int64_t billions = value / kBillion;
    if (billions > 0) {
        sayBelowBillion(speaker, billions, false, style);
        speaker.say("tỷ");
    }
    sayBelowBillion(speaker, value % kBillion, billions > 0, style);
    return speaker.text();
}

std::string moneyInWords(std::int64_t dong, const WordStyle& style)
{
    std::string words = numberInWords(dong, style) + " đồng.";
    std::size_t at = 0;
    nextCodePoint(words, at);
    return toUpper(std::string_view(words).substr(0, at)) + words.substr(at);
}

} // namespace banhang::vn
