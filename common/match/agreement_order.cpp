#include "common/match/agreement_order.h"

#include <algorithm>
#include <array>
#include <span>

namespace banhang::match {

namespace {

struct Step
{
    Level more;
    Level less;
};

template <typename Enum>
constexpr Level l(Enum value)
{
    return static_cast<Level>(value);
}

template <typename Enum>
constexpr Step step(Enum more, Enum less)
{
    return {l(more), l(less)};
}

constexpr Level kGrades = 3;

/// Only what is beyond doubt. Whether a slip says more than other marks is left to what was counted. "Different" is
/// below all, see lowerLast().
constexpr auto kValueSteps = std::to_array<Step>({
    step(ValueLevel::SameOwn, ValueLevel::SameShared),
    step(ValueLevel::SameShared, ValueLevel::SameCommon),
});
constexpr auto kAddressSteps = std::to_array<Step>({
    step(AddressLevel::HouseOwn, AddressLevel::HouseShared),
    step(AddressLevel::HouseShared, AddressLevel::Street),
    step(AddressLevel::HouseMistyped, AddressLevel::Street),
    step(AddressLevel::Street, AddressLevel::Area),
    step(AddressLevel::Area, AddressLevel::Province),
});

std::vector<Step> stepsOf(Field field)
{
    std::vector<Step> steps;
    const auto take = [&steps](std::span<const Step> some) { steps.insert(steps.end(), some.begin(), some.end()); };
    switch (field) {
    case Field::Name:
        for (Level first = l(NameLevel::Same); first < l(NameLevel::Partly); first += kGrades)
            for (Level grade = 1; grade < kGrades; ++grade)
                steps.push_back({static_cast<Level>(first + grade - 1), static_cast<Level>(first + grade)});
        break;
    case Field::Phone:
    case Field::Email:
    case Field::TaxCode:
    case Field::NationalId:
        take(kValueSteps);
        break;
    case Field::Address:
        take(kAddressSteps);
        break;
    case Field::LegalForm:
    case Field::Part:
    case Field::Birthday:
        break;
    }
    return steps;
}

/// Levels that have one weight together.
struct Pool
{
    double same = 0;
    double others = 0;

    double weight() const { return same / others; }
};

class Pools
{
public:
    Pools(const std::vector<double>& same, const std::vector<double>& others) : m_pools(same.size()), m_of(same.size())
    {
        for (std::size_t level = 0; level < same.size(); ++level) {
            m_pools[level] = {same[level], others[level]};
            m_of[level] = level;
        }
    }

    double weight(Level level) const { return m_pools[m_of[level]].weight(); }

    /// The worst contradiction first, so that one odd level does not drag others along.
    void bringInto(const std::vector<Step>& steps)
    {
        const auto excess = [this](const Step& step) {
            return m_of[step.more] == m_of[step.less] ? 1.0 : weight(step.less) / weight(step.more);
        };
        while (!steps.empty()) {
            const Step worst = *std::ranges::max_element(steps, {}, excess);
            if (excess(worst) <= 1)
                return;
            join(m_of[worst.more], m_of[worst.less]);
        }
    }

private:
    void join(std::size_t into, std::size_t from)
    {
        m_pools[into].same += m_pools[from].same;
        m_pools[into].others += m_pools[from].others;
        std::ranges::replace(m_of, from, into);
    }

    std::vector<Pool> m_pools;
    std::vector<std::size_t> m_of;
};

/// How often each level occurs in the pairs of all classes but the first.
std::vector<double> othersOf(const Mixture& mixture, std::size_t field)
{
    std::vector<double> sum(kLevels[field]);
    double shares = 0;
    for (std::size_t i = 1; i < mixture.size(); ++i) {
        shares += mixture[i].share;
        for (std::size_t level = 1; level < sum.size(); ++level)
            sum[level] += mixture[i].share * mixture[i].chances[field][level];
    }
    for (double& chance : sum)
        chance /= shares;
    return sum;
}

/// Another value weighs no more than what weighs least otherwise. The others keep their weights: they were counted for
/// themselves, and to be met at all under another name takes something else in common, which is counted there already.
void lowerLast(std::vector<double>& same, const std::vector<double>& others)
{
    const std::size_t last = same.size() - 1;
    double least = same[last] / others[last];
    for (std::size_t level = 1; level < last; ++level)
        least = std::min(least, same[level] / others[level]);
    const double rest = 1 - same[last];
    same[last] = least * others[last];
    for (std::size_t level = 1; level < last; ++level)
        same[level] *= (1 - same[last]) / rest;
}

bool isTheSame(Field field, Level level)
{
    switch (field) {
    case Field::Name:
        return level < l(NameLevel::OtherMarks);
    case Field::Address:
        return level <= l(AddressLevel::HouseShared);
    case Field::LegalForm:
    case Field::Part:
    case Field::Birthday:
        return level == 1;
    case Field::Phone:
    case Field::Email:
    case Field::TaxCode:
    case Field::NationalId:
        return level <= l(ValueLevel::SameCommon);
    }
    return false;
}

} // namespace

Mixture inOrder(Mixture mixture)
{
    for (std::size_t field = 0; field < kFields; ++field) {
        std::vector<double>& same = mixture.front().chances[field];
        const std::vector<double> others = othersOf(mixture, field);
        Pools pools(same, others);
        pools.bringInto(stepsOf(static_cast<Field>(field)));
        for (std::size_t level = 1; level < same.size(); ++level)
            same[level] = others[level] * pools.weight(static_cast<Level>(level));
        lowerLast(same, others);
    }
    return mixture;
}

double meantBits(Field field, Level level, double bits)
{
    if (level + std::size_t{1} == kLevels[static_cast<std::size_t>(field)])
        return std::min(bits, 0.0);
    return isTheSame(field, level) ? std::max(bits, 0.0) : bits;
}

} // namespace banhang::match
