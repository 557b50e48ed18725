#include "common/match/compare.h"

#include <algorithm>
#include <cstdlib>

#include "common/match/name_levels.h"
#include "common/vn/utf8.h"

namespace banhang::match {

namespace {

constexpr int kOwn = 3;
constexpr int kShared = 10;

template <typename Enum>
Level level(Enum value)
{
    return static_cast<Level>(value);
}

Level sameValue(int customers)
{
    if (customers <= kOwn)
        return level(ValueLevel::SameOwn);
    return level(customers <= kShared ? ValueLevel::SameShared : ValueLevel::SameCommon);
}

/// The value that both sides have and that the fewest customers share; Unknown if they have none in common.
template <typename KeyOf>
Level sameInBoth(const Words& mine, const Words& theirs, const ValueCounts& counts, KeyOf keyOf)
{
    Level best = kUnknown;
    for (const std::string& value : mine)
        if (std::ranges::binary_search(theirs, value)) {
            const Level found = sameValue(counts.of(keyOf(value)));
            best = best == kUnknown ? found : std::min(best, found);
        }
    return best;
}

template <typename Fits>
bool anyPair(const Words& mine, const Words& theirs, Fits fits)
{
    return std::ranges::any_of(mine, [&](const std::string& one) {
        return std::ranges::any_of(theirs, [&](const std::string& other) { return fits(one, other); });
    });
}

Level comparePhones(const Words& mine, const Words& theirs, const ValueCounts& counts)
{
    if (mine.empty() || theirs.empty())
        return kUnknown;
    if (const Level same = sameInBoth(mine, theirs, counts, phoneKey); same != kUnknown)
        return same;
    return level(anyPair(mine, theirs, isOneSlipApart) ? ValueLevel::Near : ValueLevel::Different);
}

std::string_view localOf(std::string_view email)
{
    return email.substr(0, email.find('@'));
}

std::string_view hostOf(std::string_view email)
{
    return email.substr(std::min(email.size(), email.find('@')));
}

bool isNearEmail(std::string_view mine, std::string_view theirs)
{
    constexpr std::size_t kLongEnough = 6;
    const std::string_view local = localOf(mine);
    if (local.size() < kLongEnough)
        return hostOf(mine) != hostOf(theirs) && local == localOf(theirs) &&
               isOneSlipApart(hostOf(mine), hostOf(theirs));
    return hostOf(mine) == hostOf(theirs) ? isOneSlipApart(local, localOf(theirs)) : local == localOf(theirs);
}

Level compareEmails(const Words& mine, const Words& theirs, const ValueCounts& counts)
{
    if (mine.empty() || theirs.empty())
        return kUnknown;
    if (const Level same = sameInBoth(mine, theirs, counts, emailKey); same != kUnknown)
        return same;
    if (anyPair(mine, theirs, isNearEmail))
        return level(ValueLevel::Near);
    const bool isSameOffice = anyPair(mine, theirs, [&](const std::string& one, const std::string& other) {
        return hostOf(one) == hostOf(other) && counts.of(hostKey(one)) <= kShared;
    });
    return level(isSameOffice ? ValueLevel::SameHost : ValueLevel::Different);
}

Level compareTaxCodes(const Record& mine, const Record& theirs, const ValueCounts& counts)
{
    if (mine.taxCode.empty() || theirs.taxCode.empty())
        return kUnknown;
    if (mine.taxCode == theirs.taxCode)
        return sameValue(counts.of(taxKey(mine.taxCode)));
    const auto head = [](const Record& one) { return one.taxParent.empty() ? one.taxCode : one.taxParent; };
    if (head(mine) == head(theirs))
        return level(ValueLevel::Related);
    if (!isOneSlipApart(mine.taxCode, theirs.taxCode))
        return level(ValueLevel::Different);
    return level(mine.taxDoubtful || theirs.taxDoubtful ? ValueLevel::NearDoubtful : ValueLevel::Near);
}

Level compareIds(const Record& mine, const Record& theirs, const ValueCounts& counts)
{
    if (mine.nationalId.empty() || theirs.nationalId.empty())
        return kUnknown;
    if (mine.nationalId == theirs.nationalId)
        return sameValue(counts.of(nationalIdKey(mine.nationalId)));
    if (isOneSlipApart(mine.nationalId, theirs.nationalId))
        return level(ValueLevel::Near);
    return level(areTwoSlipsApart(mine.nationalId, theirs.nationalId) ? ValueLevel::NearDoubtful
                                                                      : ValueLevel::Different);
}

bool areNeighbours(const vn::Date& mine, const vn::Date& theirs)
{
    return vn::isValid(mine) && vn::isValid(theirs) && std::abs(vn::toDays(mine) - vn::toDays(theirs)) <= 1;
}

/// Who knows only the year, and whose form wants a day, types the first of January.
bool mayStandForYear(const vn::Date& date)
{
    return date.day == 1 && date.month == 1;
}

Level compareBirthdays(const vn::Date& mine, const vn::Date& theirs)
{
    const bool hasYears = mine.year != 0 && theirs.year != 0;
    const bool hasDays = mine.day != 0 && theirs.day != 0;
    if (!hasYears && !hasDays)
        return kUnknown;
    if (!hasDays)
        return level(mine.year == theirs.year ? BirthdayLevel::SamePart : BirthdayLevel::Different);
    const bool isSameDay = mine.day == theirs.day && mine.month == theirs.month;
    if (!hasYears)
        return level(isSameDay ? BirthdayLevel::SamePart : BirthdayLevel::Different);
    if (mine == theirs)
        return level(BirthdayLevel::Same);
    if (mine.year == theirs.year && mine.day == theirs.month && mine.month == theirs.day)
        return level(BirthdayLevel::Swapped);
    if (mine.year == theirs.year && (mayStandForYear(mine) || mayStandForYear(theirs)))
        return level(BirthdayLevel::SamePart);
    const int equal = (mine.year == theirs.year) + (mine.month == theirs.month) + (mine.day == theirs.day);
    const bool isNear =
        equal == 2 || areNeighbours(mine, theirs) || isOneSlipApart(vn::formatIsoDate(mine), vn::formatIsoDate(theirs));
    return level(isNear ? BirthdayLevel::Near : BirthdayLevel::Different);
}

enum class Area { Unknown, Same, Elsewhere };

bool isWordIn(const Words& words, const std::string& wanted)
{
    constexpr std::size_t kLongEnough = 4;
    return std::ranges::any_of(words, [&](const std::string& word) {
        return word == wanted || (std::min(word.size(), wanted.size()) >= kLongEnough && isOneSlipApart(word, wanted));
    });
}

/// Words of the shorter list that the longer one has too, a slip allowed.
std::size_t wordsInCommon(const Words& mine, const Words& theirs)
{
    const Words& shorter = mine.size() <= theirs.size() ? mine : theirs;
    const Words& longer = mine.size() <= theirs.size() ? theirs : mine;
    return static_cast<std::size_t>(
        std::ranges::count_if(shorter, [&](const std::string& word) { return isWordIn(longer, word); }));
}

/// Names of wards and districts changed in 2025, and parts are left out.
bool hasMostWords(const Words& mine, const Words& theirs)
{
    return !mine.empty() && !theirs.empty() && 2 * wordsInCommon(mine, theirs) > std::min(mine.size(), theirs.size());
}

Area compareAreas(const Place& mine, const Place& theirs)
{
    const bool isOneWard = std::ranges::any_of(
        mine.wards, [&](const std::string& ward) { return std::ranges::binary_search(theirs.wards, ward); });
    if (isOneWard)
        return Area::Same;
    if (!mine.wards.empty() && !theirs.wards.empty())
        return Area::Elsewhere;
    if (!mine.province.empty() && !theirs.province.empty() && mine.province != theirs.province)
        return Area::Elsewhere;
    return hasMostWords(mine.area, theirs.area) ? Area::Same : Area::Unknown;
}

bool isSameStreet(const Place& mine, const Place& theirs)
{
    return !mine.street.empty() && mine.street == theirs.street;
}

/// Slips in the street, or words missing on one side.
bool isNearStreet(const Place& mine, const Place& theirs)
{
    if (mine.street.empty() || theirs.street.empty())
        return false;
    if (isOneSlipApart(vn::join(mine.street, ""), vn::join(theirs.street, "")))
        return true;
    const std::size_t shorter = std::min(mine.street.size(), theirs.street.size());
    const std::size_t common = wordsInCommon(mine.street, theirs.street);
    return shorter > 1 && common > 0 && common + 1 >= shorter;
}

bool isSameNumber(const Place& mine, const Place& theirs)
{
    return !mine.number.empty() && mine.number == theirs.number;
}

Level comparePlaces(const Place& mine, const Place& theirs, const ValueCounts& counts)
{
    const Area area = compareAreas(mine, theirs);
    const bool isStreet = isSameStreet(mine, theirs);
    const bool isNear = isStreet || isNearStreet(mine, theirs);
    if (isSameNumber(mine, theirs) && isStreet) {
        if (area != Area::Same)
            return level(AddressLevel::HouseElsewhere);
        return level(counts.of(houseKey(mine)) <= kOwn ? AddressLevel::HouseOwn : AddressLevel::HouseShared);
    }
    const bool isSlipInNumber = !mine.number.empty() && !theirs.number.empty() && isStreet && mine.number.size() > 2 &&
                                isOneSlipApart(mine.number, theirs.number);
    if ((isSameNumber(mine, theirs) && isNear) || (isSlipInNumber && area == Area::Same))
        return level(area == Area::Elsewhere ? AddressLevel::HouseElsewhere : AddressLevel::HouseMistyped);
    if (area == Area::Same)
        return level(isNear ? AddressLevel::Street : AddressLevel::Area);
    if (!mine.province.empty() && mine.province == theirs.province)
        return level(AddressLevel::Province);
    return level(AddressLevel::Different);
}

/// The best agreement of any two: who moved or has a shop beside the home still agrees.
Level compareAddresses(const Record& mine, const Record& theirs, const ValueCounts& counts)
{
    Level best = kUnknown;
    for (const Place& one : mine.places)
        for (const Place& other : theirs.places) {
            const Level found = comparePlaces(one, other, counts);
            best = best == kUnknown ? found : std::min(best, found);
        }
    return best;
}

Level compareForms(vn::LegalForm mine, vn::LegalForm theirs)
{
    if (mine == vn::LegalForm::None || theirs == vn::LegalForm::None)
        return kUnknown;
    return level(mine == theirs ? FormLevel::Same : FormLevel::Different);
}

} // namespace

Comparison compare(const Record& mine, const Record& theirs, const Stock& stock, const ValueCounts& counts)
{
    Comparison result;
    result.kind = mine.kind;
    result.isComparable = mine.kind == theirs.kind;
    if (!result.isComparable)
        return result;
    const auto set = [&](Field field, Level value) { result.levels[static_cast<std::size_t>(field)] = value; };
    set(Field::Name, compareNames(mine, theirs, stock.of(mine.kind)));
    set(Field::Phone, comparePhones(mine.phones, theirs.phones, counts));
    set(Field::Email, compareEmails(mine.emails, theirs.emails, counts));
    set(Field::TaxCode, compareTaxCodes(mine, theirs, counts));
    set(Field::NationalId, compareIds(mine, theirs, counts));
    set(Field::Address, compareAddresses(mine, theirs, counts));
    if (mine.kind == Kind::Person) {
        set(Field::Birthday, compareBirthdays(mine.birthday, theirs.birthday));
    } else {
        set(Field::LegalForm, compareForms(mine.form, theirs.form));
        set(Field::Part, level(mine.part == theirs.part ? PartLevel::Same : PartLevel::Different));
    }
    return result;
}

} // namespace banhang::match
