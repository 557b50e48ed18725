// What stands in a cell of the list, as text to be typed, chosen or pasted.
#pragma once

#include <QList>
#include <QString>

#include <optional>

#include "banhang/v1/customer.pb.h"

namespace banhang::client {

class PicklistCache;

/// How a cell is edited in its place; the rest of the record has its form.
enum class CellInput { None, Line, Choice };
CellInput cellInput(int column);

struct CellChoice
{
    QString key;
    QString label;
};
/// Of a column with choices; the first one is "none" where that may be.
QList<CellChoice> cellChoices(int column, const PicklistCache& picklists);

/// As it was typed, not as it is written nicely; the key of a choice. Of lists, the first entry.
QString cellText(int column, const v1::Customer& customer);
/// Puts a text or the key of a choice in its place; other entries of lists stay. An empty text takes the first one out.
void setCellText(int column, const QString& text, v1::Customer& customer);
/// The caller may not see it, so nobody edits it.
bool isCellHidden(int column, const v1::Customer& customer);

/// What a pasted text means in a column: itself, or the key of the choice of that label, with or without marks.
/// Nothing if there is no such choice.
std::optional<QString> pastedText(int column, const QString& text, const PicklistCache& picklists);

/// Rows and cells of a table as spreadsheets put it on the clipboard: tabs, line ends, quoted cells.
QList<QStringList> tableOf(const QString& clipboard);

} // namespace banhang::client
