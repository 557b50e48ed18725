// Which column of a table fills which field of a customer: guessed, chosen, kept as a template, carried out.
#pragma once

#include <string>
#include <vector>

#include "banhang/v1/customer.pb.h"
#include "banhang/v1/imports.pb.h"
#include "client/sheets/import_field.h"
#include "client/sheets/sheet_table.h"

namespace banhang::client {

/// The row of titles: of the first rows the one that most field titles are found in, else the first that is not blank.
/// A row that holds a customer is none, unless titles are most of it; where the first holds one and no other has the
/// titles, -1: cells are also pasted without the titles above them.
int guessHeaderRow(const SheetTable& table);

/// A customer, and what reading its cells has to say.
struct BuiltRow
{
    v1::Customer customer;
    std::vector<v1::FieldIssue> issues;
};

/// Titles and fields by column. Units: columns from 0.
class ColumnMap
{
public:
    /// Guesses by titles in Vietnamese and English, as far as the cells do not speak against them, then by what the
    /// cells hold.
    ColumnMap(const SheetTable& table, int headerRow);

    /// -1 for none.
    int headerRow() const { return m_headerRow; }
    int columnCount() const { return static_cast<int>(m_titles.size()); }
    const std::string& title(int column) const { return m_titles[static_cast<std::size_t>(column)]; }
    /// Name of an ImportField; empty for a column that is left out.
    const std::string& field(int column) const { return m_fields[static_cast<std::size_t>(column)]; }
    /// An empty field leaves the column out. A field that does not repeat leaves its other column.
    void setField(int column, const std::string& field);
    /// Whether the days of this column are written month first, as the values show.
    bool isMonthFirst(int column) const { return m_monthFirst[static_cast<std::size_t>(column)]; }
    bool hasName() const;

    /// Takes over what a template says of titles that the table has; returns how many those are.
    int apply(const v1::ImportTemplate& wanted);
    v1::ImportTemplate asTemplate() const;
    /// "name=Tên khách hàng, phones=ĐT", for people and as part of derived keys; a column without a title by its
    /// number, from 1.
    std::string describe() const;

    /// A customer from one row; empty cells fill nothing. Without a kind column, a name with a legal form ("Công ty
    /// TNHH …"), a tax code of 10 or 13 digits, a founding day or a contact person makes an organisation, all else an
    /// individual. `checks` has an entry
    /// for each column, which is added to; or is empty.
    BuiltRow build(const SheetTable& table, int row, const ImportVocabulary& words,
                   std::vector<ColumnCheck>& checks) const;

private:
    void guessByTitles(const SheetTable& table);
    void guessByContents(const SheetTable& table);
    void findMonthFirst(const SheetTable& table);

    int m_headerRow = 0;
    std::vector<std::string> m_titles;
    std::vector<std::string> m_fields;
    std::vector<bool> m_monthFirst;
};

/// Takes what errors speak of out of the customer, so that the rest can be saved: the one number, the one day. False if
/// an error is about what cannot be left out (the name).
bool dropFaultyValues(v1::Customer& customer, const std::vector<v1::FieldIssue>& issues);

} // namespace banhang::client
