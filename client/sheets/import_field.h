// The fields of a customer that a column can fill, by which titles it is known, and how a cell goes into it.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "banhang/v1/customer.pb.h"
#include "banhang/v1/identity.pb.h"
#include "banhang/v1/picklists.pb.h"
#include "client/sheets/sheet_table.h"
#include "common/vn/date.h"

namespace banhang::client {

/// The office's own words: labels of pick-lists and names of people, folded.
struct ImportVocabulary
{
    std::map<std::string, std::map<std::string, std::string>, std::less<>> picks; ///< list -> label or key -> key
    std::map<std::string, std::vector<std::int64_t>, std::less<>> people;         ///< full or given name -> user ids
    vn::Date today{1970, 1, 1};
};
ImportVocabulary vocabularyOf(const v1::ListPickItemsResponse& items, const v1::Directory& directory,
                              const vn::Date& today);

/// What was done to the cells of a column, to be shown beside it.
struct ColumnCheck
{
    int filled = 0;
    int zerosRestored = 0;           ///< phones and tax codes whose leading zero a spreadsheet had dropped
    int converted = 0;               ///< phones that are no longer dialled as written
    int serials = 0;                 ///< days that stood there as numbers
    int split = 0;                   ///< cells that held several values, or a form of address with the name
    int invalid = 0;                 ///< what cannot be read as such a value
    int undecided = 0;               ///< addresses whose ward was divided, so that a person must choose
    int unknown = 0;                 ///< words that are no choice of the list, or nobody's name
    std::string example = {};        ///< first day, as it was read: "10/11/2025"
    std::string unknownExample = {}; ///< first word that was unknown
    int ambiguousPeople = 0;         ///< colleagues who bear that name, where it is several

    /// Adds what was done to further cells; the first examples stay.
    ColumnCheck& operator+=(const ColumnCheck& more);
};

/// A row on its way to a customer.
struct RowInput
{
    v1::Customer& customer;
    std::vector<v1::FieldIssue>& issues;
    const ImportVocabulary& words;
    bool monthFirst = false; ///< this column writes 11/18/2026
    /// Parts that make sense only together.
    std::string familyName = {};
    std::string givenName = {};
    std::string address = {};
};

struct ImportField
{
    using Fill = void (*)(RowInput& row, std::string_view cell, SheetCellKind kind, ColumnCheck& check);

    std::string_view name; ///< as in templates and in --map: "phones"
    /// Folded titles by which the column is recognised; the first is the usual one.
    std::vector<std::string_view> titles;
    bool repeats = false; ///< several columns may fill it
    Fill fill = nullptr;
};

/// All of them, in the order of the form.
const std::vector<ImportField>& importFields();
/// Null for an unknown name.
const ImportField* importField(std::string_view name);

/// Puts together what several cells of one row said: names in parts, the address.
void finishRow(RowInput& row, ColumnCheck* addressCheck);

} // namespace banhang::client
