// How two customers agree, field by field: the evidence that a model weighs.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "common/match/keys.h"
#include "common/match/record.h"
#include "common/match/words.h"

namespace banhang::match {

enum class Field : std::uint8_t { Name, LegalForm, Part, Phone, Email, TaxCode, NationalId, Birthday, Address };
constexpr std::size_t kFields = 9;

/// Levels of agreement. 0 is Unknown in every field: one side has no value, which says nothing. Numbers are part of the
/// stored models; a change of their meaning needs a new Model::kFormat.
using Level = std::uint8_t;
constexpr Level kUnknown = 0;

/// Each kind of agreement of names comes in three: what agrees is had by next to nobody else, by a few, by many. How
/// many others there must be by chance follows from the shares of the words.
enum class NameLevel : Level {
    Same = 1,
    OtherMarks = 4, ///< the same letters under other marks: Tuấn and Tuân
    Reordered = 7,
    Shortened = 10, ///< words missing on one side, or initials
    Mistyped = 13,
    OneLetter = 16, ///< one letter apart, and both are usual words: Lan and Loan
    Related = 19,   ///< distinctive words in common, others contradict
    Partly = 22,    ///< a common word in common
    Different = 23,
};
enum class ValueLevel : Level {
    SameOwn = 1,  ///< had by these two and perhaps a third
    SameShared,   ///< by up to ten
    SameCommon,   ///< by more: an accountant's phone, khongco@
    Near,         ///< one slip apart
    SameHost,     ///< e-mails: another mailbox of one office
    Related,      ///< tax codes: head office and branch
    NearDoubtful, ///< codes: one slip apart, and a check digit is wrong
    Different,
};
enum class BirthdayLevel : Level {
    Same = 1,
    Swapped,  ///< day and month
    SamePart, ///< only the year is known on one side, or only day and month, and it agrees
    Near,     ///< two of day, month and year agree, or the days lie next to one another
    Different,
};
enum class AddressLevel : Level {
    HouseOwn = 1,   ///< number, street and area, had by these two and perhaps a third
    HouseShared,    ///< by more
    HouseMistyped,  ///< with a slip in number or street
    HouseElsewhere, ///< number and street, but the area is unknown or another one
    Street,         ///< street and area, another number or none
    Area,           ///< ward, or most words of it
    Province,
    Different,
};
enum class FormLevel : Level { Same = 1, Different };
enum class PartLevel : Level { Same = 1, Different };

/// Number of levels of a field, Unknown included.
constexpr std::array<std::size_t, kFields> kLevels = {24, 3, 3, 9, 9, 9, 9, 6, 9};

struct Comparison
{
    Kind kind = Kind::Person;
    /// A person and an organisation are never one customer; nothing else is filled in then.
    bool isComparable = false;
    std::array<Level, kFields> levels{};

    Level level(Field field) const { return levels[static_cast<std::size_t>(field)]; }

    friend bool operator==(const Comparison&, const Comparison&) = default;
};

/// What the stock says about how telling an agreement is.
struct Stock
{
    WordShares persons;
    WordShares organisations;

    const WordShares& of(Kind kind) const { return kind == Kind::Person ? persons : organisations; }
};

/// The same both ways.
Comparison compare(const Record& mine, const Record& theirs, const Stock& stock, const ValueCounts& counts = {});

} // namespace banhang::match
