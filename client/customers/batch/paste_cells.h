// A block from a spreadsheet put into the cells of the list: what it would change, and the calls that do it.
#pragma once

#include <QList>
#include <QString>

#include "client/customers/batch/customer_acts.h"

namespace banhang::client {

class CustomerModel;
class PicklistCache;

/// One cell that something was pasted into.
struct PastedCell
{
    qint64 customerId = 0;
    QString customer{};
    int column = 0;
    QString before{};  ///< as it is shown
    QString after{};   ///< as it was pasted
    QString text{};    ///< what is stored
    QString problem{}; ///< set = it stays as it is

    bool isChange() const { return problem.isEmpty(); }
};

/// `rows`: of the model, downwards; `columns`: shown ones, from the one pasted into to the right. A single cell fills
/// all the rows. Cells that hold the same already are left out.
QList<PastedCell> planPaste(const CustomerModel& model, const QList<int>& rows, const QList<int>& columns,
                            const QList<QStringList>& block, const PicklistCache& picklists);

/// One call for each customer; those that the server refuses stay as they are.
std::vector<ActStep> pasteSteps(CustomersApi& api, const QList<PastedCell>& cells);

} // namespace banhang::client
