// How the list is set up: conditions, order, columns. What a saved view keeps.
#pragma once

#include "banhang/v1/views.pb.h"
#include "client/customers/list/customer_columns.h"

namespace banhang::client {

struct ListSetup
{
    v1::CustomerFilter filter{};
    v1::CustomerSort sort = v1::CUSTOMER_SORT_NAME;
    bool isDescending = false;
    QList<ShownColumn> columns = usualColumns();

    /// Widths count too; `deleted` does not.
    friend bool operator==(const ListSetup& left, const ListSetup& right);
};

/// The parts of the view that the setup says; the others stay.
void write(const ListSetup& setup, v1::SavedView& view);
/// Columns of a newer program are left out; those that stand in every view are put in.
ListSetup setupOf(const v1::SavedView& view);

/// What this person last did to columns and order of a view at this machine, until it is saved. `view`: an id, or the
/// name of one that comes with the program.
void rememberSetup(qint64 userId, const QString& view, const ListSetup& setup);
void forgetSetup(qint64 userId, const QString& view);
/// Columns and order as remembered, conditions as in `setup`.
ListSetup withRemembered(qint64 userId, const QString& view, ListSetup setup);

} // namespace banhang::client
