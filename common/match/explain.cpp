#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>

#include "common/match/agreement_order.h"
#include "common/match/model.h"
#include "common/vn/phone.h"

namespace banhang::match {

namespace {

/// A field that moves the odds by less than a tenth is not worth a line.
constexpr double kWorthALine = 0.15;

struct LevelText
{
    Field field;
    Level from; ///< first and last level that the text is for
    Level to;
    std::string_view key;
};

template <typename Enum>
constexpr Level l(Enum value)
{
    return static_cast<Level>(value);
}

constexpr Level kGrades = 2; ///< how many levels of a name follow the first one of its kind

constexpr auto kTexts = std::to_array<LevelText>({
    {Field::Name, l(NameLevel::Same), l(NameLevel::Same) + kGrades, "duplicate.same_name"},
    {Field::Name, l(NameLevel::OtherMarks), l(NameLevel::OtherMarks) + kGrades, "duplicate.other_marks"},
    {Field::Name, l(NameLevel::Reordered), l(NameLevel::Reordered) + kGrades, "duplicate.reordered_name"},
    {Field::Name, l(NameLevel::Shortened), l(NameLevel::Shortened) + kGrades, "duplicate.shortened_name"},
    {Field::Name, l(NameLevel::Mistyped), l(NameLevel::Mistyped) + kGrades, "duplicate.near_name"},
    {Field::Name, l(NameLevel::OneLetter), l(NameLevel::OneLetter) + kGrades, "duplicate.one_letter_name"},
    {Field::Name, l(NameLevel::Related), l(NameLevel::Related) + kGrades, "duplicate.related_name"},
    {Field::Name, l(NameLevel::Partly), l(NameLevel::Different), "duplicate.other_name"},
    {Field::LegalForm, l(FormLevel::Same), l(FormLevel::Same), "duplicate.same_legal_form"},
    {Field::LegalForm, l(FormLevel::Different), l(FormLevel::Different), "duplicate.other_legal_form"},
    {Field::Phone, l(ValueLevel::SameOwn), l(ValueLevel::SameOwn), "duplicate.same_phone"},
    {Field::Phone, l(ValueLevel::SameShared), l(ValueLevel::SameCommon), "duplicate.shared_phone"},
    {Field::Phone, l(ValueLevel::Near), l(ValueLevel::Near), "duplicate.near_phone"},
    {Field::Phone, l(ValueLevel::Different), l(ValueLevel::Different), "duplicate.other_phone"},
    {Field::Email, l(ValueLevel::SameOwn), l(ValueLevel::SameOwn), "duplicate.same_email"},
    {Field::Email, l(ValueLevel::SameShared), l(ValueLevel::SameCommon), "duplicate.shared_email"},
    {Field::Email, l(ValueLevel::Near), l(ValueLevel::Near), "duplicate.near_email"},
    {Field::Email, l(ValueLevel::SameHost), l(ValueLevel::SameHost), "duplicate.same_host"},
    {Field::Email, l(ValueLevel::Different), l(ValueLevel::Different), "duplicate.other_email"},
    {Field::TaxCode, l(ValueLevel::SameOwn), l(ValueLevel::SameCommon), "duplicate.same_tax_code"},
    {Field::TaxCode, l(ValueLevel::Near), l(ValueLevel::Near), "duplicate.near_tax_code"},
    {Field::TaxCode, l(ValueLevel::NearDoubtful), l(ValueLevel::NearDoubtful), "duplicate.near_tax_code"},
    {Field::TaxCode, l(ValueLevel::Different), l(ValueLevel::Different), "duplicate.other_tax_code"},
    {Field::NationalId, l(ValueLevel::SameOwn), l(ValueLevel::SameCommon), "duplicate.same_tax_code"},
    {Field::NationalId, l(ValueLevel::Near), l(ValueLevel::NearDoubtful), "duplicate.near_tax_code"},
    {Field::NationalId, l(ValueLevel::Different), l(ValueLevel::Different), "duplicate.other_tax_code"},
    {Field::Birthday, l(BirthdayLevel::Same), l(BirthdayLevel::Same), "duplicate.same_birthday"},
    {Field::Birthday, l(BirthdayLevel::Swapped), l(BirthdayLevel::Swapped), "duplicate.swapped_birthday"},
    {Field::Birthday, l(BirthdayLevel::SamePart), l(BirthdayLevel::SamePart), "duplicate.part_of_birthday"},
    {Field::Birthday, l(BirthdayLevel::Near), l(BirthdayLevel::Near), "duplicate.near_birthday"},
    {Field::Birthday, l(BirthdayLevel::Different), l(BirthdayLevel::Different), "duplicate.other_birthday"},
    {Field::Address, l(AddressLevel::HouseOwn), l(AddressLevel::HouseShared), "duplicate.same_address"},
    {Field::Address, l(AddressLevel::HouseMistyped), l(AddressLevel::HouseElsewhere), "duplicate.near_address"},
    {Field::Address, l(AddressLevel::Street), l(AddressLevel::Street), "duplicate.same_street"},
    {Field::Address, l(AddressLevel::Area), l(AddressLevel::Area), "duplicate.same_ward"},
    {Field::Address, l(AddressLevel::Province), l(AddressLevel::Province), "duplicate.same_province"},
    {Field::Address, l(AddressLevel::Different), l(AddressLevel::Different), "duplicate.other_address"},
});

constexpr std::array<std::string_view, kFields> kCustomerFields = {
    "name", "name", "name", "phones", "emails", "tax_code", "tax_code", "birthday", "addresses"};

std::string_view textKey(Field field, Level level)
{
    const auto found = std::ranges::find_if(
        kTexts, [&](const LevelText& text) { return text.field == field && text.from <= level && level <= text.to; });
    return found != kTexts.end() ? found->key : std::string_view();
}

/// The value that both have, else the nearest ones, else the first ones.
std::pair<std::string, std::string> decisive(const Words& mine, const Words& theirs)
{
    for (const std::string& value : mine)
        if (std::ranges::binary_search(theirs, value))
            return {value, value};
    for (const std::string& one : mine)
        for (const std::string& other : theirs)
            if (isOneSlipApart(one, other))
                return {one, other};
    return {mine.front(), theirs.front()};
}

std::string dayText(const vn::Date& day)
{
    return day.day != 0 ? vn::formatDate(day) : std::to_string(day.year);
}

std::string placesText(const std::vector<Place>& places)
{
    return places.front().typed;
}

void fillValues(Reason& reason, Field field, const Record& mine, const Record& theirs)
{
    switch (field) {
    case Field::Name:
    case Field::LegalForm:
    case Field::Part:
        reason.mine = mine.typedName;
        reason.theirs = theirs.typedName;
        break;
    case Field::Phone:
        std::tie(reason.mine, reason.theirs) = decisive(mine.phones, theirs.phones);
        reason.mine = vn::displayPhone(reason.mine);
        reason.theirs = vn::displayPhone(reason.theirs);
        break;
    case Field::Email:
        std::tie(reason.mine, reason.theirs) = decisive(mine.emails, theirs.emails);
        break;
    case Field::TaxCode:
        reason.mine = mine.taxCode;
        reason.theirs = theirs.taxCode;
        break;
    case Field::NationalId:
        reason.mine = mine.nationalId;
        reason.theirs = theirs.nationalId;
        break;
    case Field::Birthday:
        reason.mine = dayText(mine.birthday);
        reason.theirs = dayText(theirs.birthday);
        break;
    case Field::Address:
        reason.mine = placesText(mine.places);
        reason.theirs = placesText(theirs.places);
        break;
    }
}

/// How much more often the level occurs in pairs of one customer than in the others, as far as those are like this
/// pair.
class FieldWeights
{
public:
    FieldWeights(const Mixture& classes, const Comparison& comparison) : m_classes(classes), m_comparison(comparison)
    {
        double sum = 0;
        for (std::size_t i = 1; i < classes.size(); ++i) {
            double chance = classes[i].share;
            for (std::size_t field = 0; field < kFields; ++field)
                if (const Level level = comparison.levels[field]; level != kUnknown)
                    chance *= classes[i].chances[field][level];
            m_parts.push_back(chance);
            sum += chance;
        }
        for (double& part : m_parts)
            part /= sum;
    }

    double bits(Field field) const
    {
        const auto at = static_cast<std::size_t>(field);
        const Level level = m_comparison.levels[at];
        double bits = std::log2(m_classes.front().chances[at][level]);
        for (std::size_t i = 0; i < m_parts.size(); ++i)
            bits -= m_parts[i] * std::log2(m_classes[i + 1].chances[at][level]);
        return meantBits(field, level, bits);
    }

private:
    const Mixture& m_classes;
    const Comparison& m_comparison;
    std::vector<double> m_parts;
};

} // namespace

std::vector<Reason> Model::explain(const Record& mine, const Record& theirs, const Comparison& comparison) const
{
    std::vector<Reason> reasons;
    const auto add = [&](Field field, std::string_view key, double bits) {
        Reason reason{kCustomerFields[static_cast<std::size_t>(field)], key, {}, {}, bits};
        fillValues(reason, field, mine, theirs);
        reasons.push_back(std::move(reason));
    };
    const FieldWeights weights(of(comparison.kind).mixture, comparison);
    if (comparison.level(Field::TaxCode) == l(ValueLevel::Related))
        add(Field::TaxCode, "duplicate.branch_tax_code", definitionBits(comparison));
    else if (comparison.level(Field::Part) == l(PartLevel::Different))
        add(Field::Part, "duplicate.other_part", definitionBits(comparison));
    for (std::size_t at = 0; at < kFields; ++at) {
        const auto field = static_cast<Field>(at);
        const std::string_view key = textKey(field, comparison.levels[at]);
        if (comparison.levels[at] == kUnknown || key.empty())
            continue;
        if (const double bits = weights.bits(field); std::abs(bits) >= kWorthALine)
            add(field, key, bits);
    }
    std::ranges::stable_sort(reasons, std::ranges::greater{},
                             [](const Reason& reason) { return std::abs(reason.bits); });
    return reasons;
}

} // namespace banhang::match
