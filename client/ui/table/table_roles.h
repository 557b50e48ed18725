// Item roles by which table models tell the delegates what a cell is. Qt Core only: models include it without Widgets.
#pragma once

#include <Qt>

namespace banhang::client {

/// Roles beside Qt's own. "Row" roles must answer the same in every column of a row.
enum TableRole : int {
    // Cell
    SuffixRole = Qt::UserRole + 100, // QString after the text, small and grey: the legal form of a company
    IconNameRole,                    // QString, icon of the set: "building-2", "user"
    CellToneRole,                    // int(CellTone), colour of the text or of the tag
    PersonIdRole,                    // qlonglong, decides the colour of the avatar for ever
    InitialsRole,                    // QString, two letters of the avatar
    ChangedCellRole,                 // bool, this cell holds the value that a colleague changed
    // Row
    RowIdRole,      // qlonglong, id of the record
    ChangedAtRole,  // qlonglong, ms since the epoch on this machine when the change arrived; 0 or absent: none
    UnseenRole,     // bool, changed by a colleague and not opened since: violet dot at the name
    GoneReasonRole, // QString, why the row left the view ("vừa chuyển cho Linh"); present = struck through
    LoadingRole,    // bool, data is still on its way: grey bars instead of text
};

/// Tag cells: ground and letters; text cells: letters only (`Vip` and `Plain` are then normal text).
enum class CellTone : int { Plain, Quiet, Accent, Ok, Warn, Error, Peer, Vip };

} // namespace banhang::client
