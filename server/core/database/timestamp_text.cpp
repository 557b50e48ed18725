#include "server/core/database/timestamp_text.h"

#include <charconv>
#include <chrono>
#include <stdexcept>

#include <google/protobuf/util/time_util.h>

namespace banhang::server {

namespace {

/// Reads numbers with a sign between them, from the left.
class Numbers
{
public:
    explicit Numbers(std::string_view text) : m_text(text), m_rest(text) {}

    int before(char sign)
    {
        const int value = number();
        if (!skip(sign))
            fail();
        return value;
    }
    int number()
    {
        int value = 0;
        const auto [end, error] = std::from_chars(m_rest.data(), m_rest.data() + m_rest.size(), value);
        if (error != std::errc())
            fail();
        m_rest.remove_prefix(static_cast<std::size_t>(end - m_rest.data()));
        return value;
    }
    bool skip(char sign)
    {
        if (!m_rest.starts_with(sign))
            return false;
        m_rest.remove_prefix(1);
        return true;
    }
    /// Of one to six digits behind the point.
    int microseconds()
    {
        constexpr int kDigits = 6;
        const auto before = m_rest.size();
        int value = number();
        for (auto digits = before - m_rest.size(); digits < kDigits; ++digits)
            value *= 10;
        return value;
    }
    std::string_view rest() const { return m_rest; }
    [[noreturn]] void fail() const { throw std::logic_error("no moment in UTC: '" + std::string(m_text) + "'"); }

private:
    std::string_view m_text;
    std::string_view m_rest;
};

} // namespace

std::int64_t microsOfTimestamp(std::string_view text)
{
    using namespace std::chrono;
    Numbers numbers(text);
    const year year(numbers.before('-'));
    const month month(static_cast<unsigned>(numbers.before('-')));
    const day day(static_cast<unsigned>(numbers.before(' ')));
    const hours hour(numbers.before(':'));
    const minutes minute(numbers.before(':'));
    const seconds second(numbers.number());
    const microseconds fraction(numbers.skip('.') ? numbers.microseconds() : 0);
    if (numbers.rest() != "+00")
        numbers.fail();
    return microseconds(sys_days(year / month / day).time_since_epoch() + hour + minute + second + fraction).count();
}

std::string timestampOfMicros(std::int64_t micros)
{
    using google::protobuf::util::TimeUtil;
    return TimeUtil::ToString(TimeUtil::MicrosecondsToTimestamp(micros));
}

} // namespace banhang::server
