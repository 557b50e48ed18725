// Where somebody is typing in a form whose fields are about to be made anew.
#pragma once

#include <QString>

namespace banhang::client {

class CustomerEditor;

struct EditCursor
{
    QString path{}; ///< of the field; empty: in none
    int anchor = 0;
    int position = 0;
};

EditCursor cursorOf(const CustomerEditor& editor);
/// Leaves the focus where it is when the cursor was in no field.
void putBack(const EditCursor& cursor, const CustomerEditor& editor);

} // namespace banhang::client
