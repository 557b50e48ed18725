// The columns of the customer list: what they are called in saved views, how wide they are, what stands in them.
#pragma once

#include <QList>
#include <QString>

#include <string>

namespace banhang::client {

/// How a column is drawn; see CellKind.
enum class ColumnShape { Text, Name, Tag, Person, Figure };

struct ColumnInfo
{
    const char* key;
    const char* field; ///< of v1::Customer, empty for none; what a colleague changed is marked by it
    int column;        ///< CustomerModel::Column
    ColumnShape shape;
    int width;           ///< pixels at 100 % text size; 0 = takes the free room
    bool isShownAtFirst; ///< in views that say nothing else
};

/// Of `column`, which must be one of the model's.
const ColumnInfo& columnInfo(int column);
/// -1 for a name of a newer program.
int columnOfKey(const std::string& key);

/// Name of what the export writes into such a column; empty for what it does not.
std::string exportField(int column);

/// A shown column.
struct ShownColumn
{
    int column = 0;
    int width = 0; ///< pixels at 100 % text size; 0 = its usual width

    friend bool operator==(const ShownColumn&, const ShownColumn&) = default;
};

/// From the left; the name is always there, and the tier too, which stands on every screen.
QList<ShownColumn> usualColumns();
bool isAlwaysShown(int column);

} // namespace banhang::client
