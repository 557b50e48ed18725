// How single cells are read: numbers brought up to date, days, choices, people.
#pragma once

#include <string>
#include <string_view>

#include "client/sheets/import_field.h"

namespace banhang::client {

/// Each reads one cell that is not empty, counts what it did, and adds an issue for what it could not read.
void fillKind(RowInput& row, std::string_view cell, ColumnCheck& check);
void fillName(RowInput& row, std::string_view cell, ColumnCheck& check);
void fillHonorific(RowInput& row, std::string_view cell, ColumnCheck& check);
void fillGender(RowInput& row, std::string_view cell, ColumnCheck& check);
void fillTaxCode(RowInput& row, std::string_view cell, ColumnCheck& check);
void fillOwner(RowInput& row, std::string_view cell, ColumnCheck& check);
void fillTags(RowInput& row, std::string_view cell, ColumnCheck& check);
void fillContactName(v1::Contact& contact, std::string_view cell, ColumnCheck& check);
/// "15/08 âm lịch", "15/08 âm lịch nhuận": so people write a lunar birthday, and so does an export. A year alone is
/// kept as such.
void fillBirthday(RowInput& row, std::string_view cell, SheetCellKind kind, ColumnCheck& check);
void fillDay(RowInput& row, std::string_view path, v1::Date& day, std::string_view cell, SheetCellKind kind,
             ColumnCheck& check);

/// The numbers of a customer or of somebody there.
struct PhoneList
{
    google::protobuf::RepeatedPtrField<v1::Phone>& phones;
    std::string_view path;
    std::string_view noteHead; ///< says in the note whose the words after it are
};

/// Restored zeros and numbers of today's plan are taken over; what cannot be read stays as typed. Words for which there
/// is no room beside their number go into the note.
void fillPhones(RowInput& row, const PhoneList& list, std::string_view cell, ColumnCheck& check);
void fillEmails(google::protobuf::RepeatedPtrField<v1::Email>& emails, std::string_view cell, ColumnCheck& check);

/// The key of a choice by its key or label; empty, with a warning, for a word that the list does not know. Without
/// that list the cell itself.
std::string choice(RowInput& row, std::string_view list, std::string_view path, std::string_view cell,
                   ColumnCheck& check);

/// Adds a line to a text of several.
void addLine(std::string& text, std::string_view line);

/// "x", "có", "1", "yes"
bool isYes(std::string_view cell);

/// An organisation has no birthday: a year, which somebody's list has for all, goes into its note.
void moveBirthYear(RowInput& row);

/// "Chị Lan" into the name and the form of address, for individuals.
void separateHonorific(v1::Customer& customer);

} // namespace banhang::client
