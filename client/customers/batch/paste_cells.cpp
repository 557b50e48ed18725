#include "client/customers/batch/paste_cells.h"

#include <QCoreApplication>

#include <map>
#include <memory>

#include "client/customers/customers_api.h"
#include "client/customers/list/cell_values.h"
#include "client/customers/list/customer_columns.h"
#include "client/customers/list/customer_model.h"

namespace banhang::client {

namespace {

using Cells = QList<PastedCell>;

QString say(const char* text)
{
    return QCoreApplication::translate("PasteCells", text);
}

/// Two calls look like one: the record whole, then the change.
using SharedHandle = std::shared_ptr<CallHandle>;

ActStep writeStep(CustomersApi& api, const v1::UpdateCustomerRequest& request)
{
    return {1, [&api, request](QObject* receiver, const std::function<void(Outcome<StepDone>)>& handler) {
                return api.update(request, receiver, [handler](const Outcome<v1::CustomerChangeResponse>& outcome) {
                    StepDone done;
                    done.done = outcome ? 1 : 0;
                    done.skipped = outcome ? 0 : 1;
                    if (outcome)
                        done.changed.push_back(outcome->customer());
                    handler(std::move(done));
                });
            }};
}

/// What concerns this one customer is told by the count; a lost connection ends the whole.
bool isOfOne(const AppError& error)
{
    const auto code = error.code();
    return code == ErrorCode::Invalid || code == ErrorCode::Denied || code == ErrorCode::Refused ||
           code == ErrorCode::NotFound || code == ErrorCode::Conflict;
}

void writeCells(CustomersApi& api, const v1::Customer& stored, const Cells& cells, QObject* receiver,
                const SharedHandle& handle, const std::function<void(Outcome<StepDone>)>& handler)
{
    v1::UpdateCustomerRequest request;
    *request.mutable_customer() = stored;
    for (const auto& cell : cells) {
        setCellText(cell.column, cell.text, *request.mutable_customer());
        request.mutable_update_mask()->add_paths(columnInfo(cell.column).field);
    }
    v1::UpdateCustomerRequest back;
    *back.mutable_customer() = stored;
    *back.mutable_update_mask() = request.update_mask();
    // The handle lives as long as its call: with what waits for the answer.
    *handle = api.update(request, receiver,
                         [&api, back, handler, handle](const Outcome<v1::CustomerChangeResponse>& outcome) {
                             StepDone done;
                             if (!outcome && !isOfOne(outcome.error())) {
                                 handler(outcome.error());
                                 return;
                             }
                             if (!outcome) {
                                 done.skipped = 1;
                                 handler(std::move(done));
                                 return;
                             }
                             auto undo = back;
                             undo.mutable_customer()->set_version(outcome->customer().version());
                             done.done = 1;
                             done.changed.push_back(outcome->customer());
                             done.undo.push_back(writeStep(api, undo));
                             handler(std::move(done));
                         });
}

ActStep pasteStep(CustomersApi& api, qint64 customerId, const Cells& cells)
{
    return {1, [&api, customerId, cells](QObject* receiver, const std::function<void(Outcome<StepDone>)>& handler) {
                const auto second = std::make_shared<CallHandle>();
                return api.get(customerId, receiver,
                               [&api, cells, receiver, second, handler](const Outcome<v1::Customer>& outcome) {
                                   if (outcome)
                                       writeCells(api, outcome.value(), cells, receiver, second, handler);
                                   else if (isOfOne(outcome.error()))
                                       handler(StepDone{.skipped = 1});
                                   else
                                       handler(outcome.error());
                               });
            }};
}

PastedCell planCell(const CustomerModel& model, int row, int column, const QString& pasted,
                    const PicklistCache& picklists)
{
    const auto* customer = model.customerAt(row);
    PastedCell cell;
    cell.customerId = customer->id();
    cell.customer = QString::fromStdString(customer->name());
    cell.column = column;
    cell.before = model.index(row, column).data().toString();
    cell.after = pasted.trimmed();
    if (cellInput(column) == CellInput::None) {
        cell.problem = say(QT_TRANSLATE_NOOP("PasteCells", "this column is not edited in the list"));
    } else if (isCellHidden(column, *customer)) {
        cell.problem = say(QT_TRANSLATE_NOOP("PasteCells", "you may not see this value"));
    } else if (column == CustomerModel::Name && cell.after.isEmpty()) {
        cell.problem = say(QT_TRANSLATE_NOOP("PasteCells", "a customer needs a name"));
    } else if (const auto text = pastedText(column, pasted, picklists)) {
        cell.text = *text;
        for (const auto& choice : cellChoices(column, picklists)) {
            if (choice.key == cell.text)
                cell.after = choice.label; // a key is nothing to read
        }
    } else {
        cell.problem = say(QT_TRANSLATE_NOOP("PasteCells", "there is no such choice"));
    }
    return cell;
}

} // namespace

QList<PastedCell> planPaste(const CustomerModel& model, const QList<int>& rows, const QList<int>& columns,
                            const QList<QStringList>& block, const PicklistCache& picklists)
{
    Cells cells;
    const bool isFill = block.size() == 1;
    const qsizetype height = isFill ? rows.size() : std::min(rows.size(), block.size());
    for (qsizetype i = 0; i < height; ++i) {
        const auto* customer = model.customerAt(rows[i]);
        if (!customer)
            continue;
        const QStringList& line = block[isFill ? 0 : i];
        for (qsizetype j = 0; j < std::min(line.size(), columns.size()); ++j) {
            const auto cell = planCell(model, rows[i], columns[j], line[j], picklists);
            if (!cell.isChange() || cell.text != cellText(columns[j], *customer))
                cells.append(cell);
        }
    }
    return cells;
}

std::vector<ActStep> pasteSteps(CustomersApi& api, const QList<PastedCell>& cells)
{
    std::map<qint64, Cells> byCustomer;
    QList<qint64> order;
    for (const auto& cell : cells) {
        if (!cell.isChange())
            continue;
        if (!byCustomer.contains(cell.customerId))
            order.append(cell.customerId);
        byCustomer[cell.customerId].append(cell);
    }
    std::vector<ActStep> steps;
    for (const qint64 id : std::as_const(order))
        steps.push_back(pasteStep(api, id, byCustomer[id]));
    return steps;
}

} // namespace banhang::client
