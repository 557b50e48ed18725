// Search over all wards, old and new, for the ward box of a form and for reading addresses.
#pragma once

#include "common/vn/units.h"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace banhang::vn {

struct WardHit
{
    const Unit* ward = nullptr;          ///< present ward; nullptr if `was` was divided, then one of `candidates`
    const Unit* was = nullptr;           ///< old ward that the text found; nullptr if it found the present one
    std::vector<const Unit*> candidates; ///< parts of a divided ward, else empty

    bool isDivided() const { return ward == nullptr; }
};

/// Immutable after construction. Thread: any; keeps pointers into `units`, which must outlive it.
class WardIndex
{
public:
    explicit WardIndex(const Units& units);

    /// Of the built-in units.
    static const WardIndex& builtin();

    /// At most `limit` hits for a text that is still being typed: marks do not count but exact ones rank first, each
    /// word may be the head of a word; the first must be of the ward's name, the others may also be of its district or
    /// province, old or new. A leading kind ("P.", "xã") is skipped. Present wards come before old ones, an old one
    /// that became a ward of the same name in the same hit list is left out.
    std::vector<WardHit> search(std::string_view text, std::size_t limit) const;

    /// One old ward of each district with exactly this name (districtNameKey()).
    std::vector<const Unit*> districtsNamed(std::string_view key) const;

    /// All wards of the old and the present list with exactly this name; marks, case and leading zeros do not count.
    std::vector<const Unit*> named(std::string_view name) const;

private:
    struct Entry
    {
        const Unit* unit;
        std::string name;  ///< folded words
        std::string lower; ///< name with its marks
        std::string place; ///< folded words of district, province, and the province of today, each after a space
    };

    struct Query
    {
        std::vector<std::string> words;
        std::string folded; ///< words joined
        std::string marked; ///< as typed, small letters, house spelling
    };

    /// In the order of a list of hits.
    struct Found
    {
        int rank;
        bool old;
        std::size_t nameLength;
        std::uint32_t entry;

        friend auto operator<=>(const Found&, const Found&) = default;
    };

    void addDistrict(const Unit& unit);
    static int rank(const Entry& entry, const Query& query);
    void collect(const Query& query, std::vector<Found>& found) const;
    WardHit hitOf(const Unit& unit) const;

    const Units& m_units;
    std::vector<Entry> m_entries;
    std::vector<std::pair<std::string, std::uint32_t>> m_words;   ///< word of a name, entry; sorted
    std::vector<std::pair<std::string, const Unit*>> m_districts; ///< key, one ward; sorted
};

/// "007" and "7" are one ward: a folded name whose numbers have no leading zeros.
std::string wardNameKey(std::string_view name);

/// The same for a district, without "Quận", "Huyện", "Thị xã", "Thành phố" or their short forms.
std::string districtNameKey(std::string_view district);

} // namespace banhang::vn
