#include "common/vn/address.h"

#include "common/vn/address_part.h"
#include "common/vn/fold.h"
#include "common/vn/person_name.h"
#include "common/vn/spelling.h"
#include "common/vn/utf8.h"

#include <algorithm>
#include <array>
#include <optional>

namespace banhang::vn {

namespace {

/// "Xa lộ Hà Nội" is a street, not a place in Hà Nội.
bool isStreetWord(std::string_view word)
{
    static constexpr std::array<std::string_view, 5> kWords = {"lo", "duong", "pho", "ngo", "d"};
    return std::ranges::find(kWords, foldedName(word)) != kWords.end();
}

/// "TP. Huế", "Tỉnh Hà Giang", "T. Hà Giang", "Hanoi City": says itself that it is a province.
bool namesItsKind(std::string_view text)
{
    const std::vector<std::string> words = foldWords(text);
    if (words.size() < 2) {
        return false;
    }
    const std::string& first = words.front();
    return first == "tp" || first == "tinh" || (first == "t" && text[1] == '.') ||
           (first == "thanh" && words[1] == "pho") || words.back() == "city" || words.back() == "province";
}

/// "HCM", "TPHCM", "HN": letters that can be read no other way.
bool isAbbreviation(std::string_view text)
{
    const std::string folded = fold(text);
    return folded.find_first_of(" aeiouy") == std::string::npos;
}

/// Small letters with their marks, and nothing between them.
std::string markedLetters(std::string_view text)
{
    std::string letters = toLower(houseSpelling(text));
    std::erase_if(letters, [](char c) { return c == ' ' || c == '-' || c == '.'; });
    return letters;
}

/// Huệ is not Huế. What is typed without marks, or is another name of the province, says nothing about that.
bool marksAgree(std::string_view typed, const Unit& unit)
{
    const std::string marked = markedLetters(typed);
    const std::string name = markedLetters(unit.name);
    return marked == name || marked == fold(marked) || fold(marked) != fold(name);
}

/// "Khu", "KCN", "Thôn": begins the name of a place as "Đường" begins that of a street.
bool isSiteWord(std::string_view word)
{
    static constexpr std::array<std::string_view, 14> kWords = {"khu", "kcn", "ccn", "kdc",  "lo", "thon",  "xom",
                                                                "ap",  "to",  "hem", "kiet", "ql", "ngach", "cum"};
    return std::ranges::find(kWords, foldedName(word)) != kWords.end();
}

/// "12 Lê Lợi", "Ngõ 34 Trần Duy Hưng", "đường Láng": a house, a street or a site with a name that could end here. "68
/// Nguyễn" could not.
bool isStreetOrSite(std::string_view text)
{
    const auto hasDigit = [](std::string_view word) { return std::ranges::any_of(word, isAsciiDigit); };
    std::vector<std::string> words = foldWords(text);
    if (!words.empty() && words.front() == "so") {
        words.erase(words.begin());
    }
    if (words.empty() || !(hasDigit(words.front()) || isStreetWord(words.front()) || isSiteWord(words.front()))) {
        return false;
    }
    const bool hasStreetWord = std::ranges::any_of(words, isStreetWord);
    std::erase_if(words, [&](const auto& word) { return hasDigit(word) || isStreetWord(word) || isSiteWord(word); });
    return words.size() > 1 || (hasStreetWord && words.size() == 1 && !isFamilyName(words.front()));
}

bool isCountry(std::string_view text)
{
    const std::string name = foldedName(text);
    return name == "viet nam" || name == "vietnam" || name == "vn";
}

class AddressReader
{
public:
    AddressReader(std::string_view text, const Units& units, const ProvinceMatcher& provinces, const WardIndex& wards)
        : m_units(units), m_provinces(provinces), m_wards(wards), m_parts(splitAddress(text))
    {
    }

    ParsedAddress read()
    {
        if (m_parts.size() > 1 && isCountry(m_parts.back())) {
            m_parts.pop_back();
        }
        takeProvince();
        takeDistrictAndWard();
        m_result.street = join(m_parts, ", ");
        resolve();
        return std::move(m_result);
    }

private:
    void takeProvince()
    {
        if (m_parts.empty()) {
            return;
        }
        ProvinceMatch match = takeHyphenatedProvince();
        if (match.unit == nullptr) {
            match = m_provinces.match(m_parts.back());
            if (match.unit != nullptr) {
                m_result.province = m_parts.back();
                m_parts.pop_back();
            } else {
                match = takeProvinceFromTail();
            }
        }
        if (match.unit == nullptr) {
            return;
        }
        m_result.provinceNow = match.now;
        if (!match.unit->isCurrent()) {
            m_result.oldProvince = match.unit;
        }
        m_named = match.unit;
    }

    /// "Bà Rịa - Vũng Tàu", whose hyphen was taken for a separator.
    ProvinceMatch takeHyphenatedProvince()
    {
        if (m_parts.size() < 2) {
            return {};
        }
        const std::string both = m_parts[m_parts.size() - 2] + " - " + m_parts.back();
        const ProvinceMatch match = m_provinces.match(both);
        if (match.unit != nullptr) {
            m_result.province = both;
            m_parts.resize(m_parts.size() - 2);
        }
        return match;
    }

    /// "... P. Hòa Khánh TP. Đà Nẵng": the last words of the last part, the longest name first.
    ProvinceMatch takeProvinceFromTail()
    {
        const std::string last = m_parts.back();
        const auto words = splitSpaces(last);
        constexpr std::size_t kMaxWords = 6;
        for (std::size_t count = std::min(words.size() - 1, kMaxWords); count > 0; --count) {
            const auto begin = static_cast<std::size_t>(words[words.size() - count].data() - last.data());
            const std::string_view tail = std::string_view(last).substr(begin);
            const ProvinceMatch match = m_provinces.match(tail);
            if (match.unit == nullptr) {
                continue;
            }
            // The end of a name that was not meant is not meant either.
            const bool isMeant =
                !isStreetWord(words[words.size() - count - 1]) && isMeantAsProvince(tail, last, *match.unit);
            if (isMeant) {
                m_result.province = tail;
                m_parts.back() = std::string(trim(std::string_view(last).substr(0, begin)));
            }
            return isMeant ? match : ProvinceMatch{};
        }
        return {};
    }

    /// Streets and wards bear the names of provinces, or end in them ("25 Hòa Bình", "P. Vũng Tàu", "123 Nguyễn Huệ"):
    /// the end of a part is a province where it says so, or where a ward or a district of another name, one of this
    /// province, or a street or a site stands before it.
    bool isMeantAsProvince(std::string_view tail, const std::string& whole, const Unit& province) const
    {
        if (namesItsKind(tail) || isAbbreviation(tail)) {
            return true;
        }
        if (!marksAgree(tail, province)) {
            return false;
        }
        const Part part = readPart(whole);
        const std::string before(trim(std::string_view(whole).substr(0, whole.size() - tail.size())));
        if (part.kind == PartKind::Bare) {
            return isStreetOrSite(before) || isPlaceIn(readPart(before).name, province);
        }
        const bool isKnown = part.kind == PartKind::Ward ? !m_wards.named(part.name).empty()
                                                         : !m_wards.districtsNamed(part.name).empty();
        return !isKnown && readPart(before).kind == part.kind;
    }

    /// A district or a ward of this name lies in the province, by the old list or by the present one. Some bear
    /// numbers, as houses do.
    bool isPlaceIn(const std::string& name, const Unit& province) const
    {
        const bool isLoneNumber = std::ranges::all_of(name, isAsciiDigit);
        const auto lies = [&](const Unit* unit) {
            const Unit* its = m_units.provinceOf(*unit);
            return its != nullptr && (its == &province || its->name == province.name);
        };
        return !isLoneNumber && (std::ranges::any_of(m_wards.districtsNamed(name), lies) ||
                                 std::ranges::any_of(m_wards.named(name), lies));
    }

    void takeDistrictAndWard()
    {
        joinHyphenated();
        if (!m_parts.empty()) {
            const Part part = readPart(m_parts.back());
            const bool bareDistrict = part.kind == PartKind::Bare && m_parts.size() > 1 && isDistrict(part.name);
            if (part.kind == PartKind::District || bareDistrict) {
                takeDistrict(part);
            } else if (part.kind == PartKind::Bare && m_parts.size() > 1 && isWardPart(m_parts[m_parts.size() - 2])) {
                takeDistrict({part.text, PartKind::District, {}}); // between ward and province, but of no known name
            }
        }
        joinHyphenated();
        if (!m_parts.empty()) {
            const Part part = readPart(m_parts.back());
            const bool bareWard =
                part.kind == PartKind::Bare && m_named != nullptr && m_parts.size() > 1 && isWard(part.name);
            if (part.kind == PartKind::Ward || bareWard) {
                m_result.ward = part.text;
                m_ward = part.name;
                m_parts.pop_back();
            }
        }
    }

    /// "Thành phố Phan Rang - Tháp Chàm", "P. Văn Miếu - Quốc Tử Giám".
    void joinHyphenated()
    {
        if (m_parts.size() < 2 || m_named == nullptr) {
            return;
        }
        const std::string both = m_parts[m_parts.size() - 2] + " - " + m_parts.back();
        if (isDistrict(districtNameKey(both)) || isWard(readPart(both).name)) {
            m_parts.pop_back();
            m_parts.back() = both;
        }
    }

    void takeDistrict(const Part& part)
    {
        m_result.district = part.text;
        m_district = part.name;
        m_parts.pop_back();
    }

    static bool isWardPart(const std::string& text) { return readPart(text).kind == PartKind::Ward; }

    /// Only with a province behind it, else streets would be taken for districts.
    bool isDistrict(const std::string& name) const
    {
        return m_named != nullptr && std::ranges::any_of(m_wards.districtsNamed(name),
                                                         [this](const Unit* ward) { return liesInProvince(*ward); });
    }

    bool isWard(const std::string& name) const
    {
        return std::ranges::any_of(m_wards.named(name), [this](const Unit* unit) { return liesInProvince(*unit); });
    }

    bool liesInProvince(const Unit& ward) const
    {
        const Unit* province = m_units.provinceOf(ward);
        if (province == nullptr || m_named == nullptr) {
            return m_named == nullptr;
        }
        if (ward.isCurrent()) {
            return province == m_result.provinceNow;
        }
        // An old ward under the name of its old province, or, where people mix both forms, under that of the new one.
        return province->name == m_named->name ||
               (m_named->isCurrent() && m_units.current(*province).front() == m_named);
    }

    bool liesInDistrict(const Unit& ward) const
    {
        return m_district.empty() || (!ward.district.empty() && districtNameKey(ward.district) == m_district);
    }

    void resolve()
    {
        if (m_ward.empty()) {
            return;
        }
        // A district that the province did not have in 2025 (renamed or merged before) says nothing.
        if (m_named != nullptr && !isDistrict(m_district)) {
            m_district.clear();
        }
        std::vector<const Unit*> present;
        std::vector<const Unit*> old;
        for (const Unit* unit : m_wards.named(m_ward)) {
            if (liesInProvince(*unit) && liesInDistrict(*unit)) {
                (unit->isCurrent() ? present : old).push_back(unit);
            }
        }
        narrow(present);
        narrow(old);
        if (m_result.oldProvince != nullptr) {
            present.clear(); // the present list has no such province
        }
        const bool placed = m_named != nullptr || !m_district.empty();
        if (present.size() == 1 && (placed || old.empty())) {
            m_result.wardNow = present.front();
        } else if (present.empty() && old.size() == 1) {
            useOld(*old.front());
        }
        if (m_named == nullptr) {
            useProvinceOfWard();
        }
    }

    /// Of namesakes those whose kind is written ("Xã Tân Lập", "Thị trấn Tân Lập"), then those with the marks that are
    /// written (Văn Lang, Văn Lăng).
    void narrow(std::vector<const Unit*>& wards) const
    {
        const std::string folded = foldedName(m_result.ward);
        keepIfAny(wards, [&folded](const Unit* unit) {
            return folded.starts_with(foldedName(unit->kind)) || folded.starts_with(foldedName(unit->shortName()));
        });
        const std::string marked = toLower(houseSpelling(m_result.ward));
        keepIfAny(wards, [&marked](const Unit* unit) { return marked.ends_with(toLower(unit->name)); });
    }

    template <typename Fits>
    static void keepIfAny(std::vector<const Unit*>& wards, Fits fits)
    {
        std::vector<const Unit*> kept;
        std::ranges::copy_if(wards, std::back_inserter(kept), fits);
        if (!kept.empty()) {
            wards = std::move(kept);
        }
    }

    void useOld(const Unit& ward)
    {
        m_result.oldWard = &ward;
        m_result.oldProvince = m_units.provinceOf(ward);
        auto now = m_units.current(ward);
        if (now.size() == 1) {
            m_result.wardNow = now.front();
        } else {
            m_result.candidates = std::move(now);
        }
    }

    void useProvinceOfWard()
    {
        if (m_result.wardNow != nullptr) {
            m_result.provinceNow = m_units.provinceOf(*m_result.wardNow);
        } else if (m_result.oldProvince != nullptr) {
            const auto now = m_units.current(*m_result.oldProvince);
            m_result.provinceNow = now.empty() ? nullptr : now.front();
        }
    }

    const Units& m_units;
    const ProvinceMatcher& m_provinces;
    const WardIndex& m_wards;
    std::vector<std::string> m_parts;
    const Unit* m_named = nullptr; ///< province that the text names
    std::string m_district;        ///< key of the name
    std::string m_ward;            ///< key of the name
    ParsedAddress m_result;
};

std::string shortDistrict(std::string_view district)
{
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kKinds = {
        {{"Quận ", "Q. "}, {"Huyện ", "H. "}, {"Thị xã ", "TX. "}, {"Thành phố ", "TP. "}}};
    for (const auto& [kind, shorter] : kKinds) {
        if (district.starts_with(kind)) {
            return std::string(shorter) + std::string(district.substr(kind.size()));
        }
    }
    return std::string(district);
}

} // namespace

ParsedAddress parseAddress(std::string_view text, const Units& units, const ProvinceMatcher& provinces,
                           const WardIndex& wards)
{
    return AddressReader(text, units, provinces, wards).read();
}

std::string formatUnits(const Unit& ward, const Units& units)
{
    const Unit* province = units.provinceOf(ward);
    return formatAddress({}, ward.shortName(), shortDistrict(ward.district),
                         province == nullptr ? "" : province->shortName());
}

std::string formatAddress(std::string_view street, std::string_view ward, std::string_view district,
                          std::string_view province)
{
    std::vector<std::string> parts;
    for (const std::string_view part : {street, ward, district, province}) {
        if (!part.empty()) {
            parts.emplace_back(part);
        }
    }
    return join(parts, ", ");
}

} // namespace banhang::vn
