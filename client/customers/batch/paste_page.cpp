#include "client/customers/batch/paste_page.h"

#include <QLocale>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <algorithm>

#include "client/customers/list/customer_model.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/label.h"
#include "client/ui/table/data_table.h"

namespace banhang::client {

namespace {

QStandardItemModel* modelOf(const QList<PastedCell>& cells, QObject* parent)
{
    auto* model = new QStandardItemModel(parent);
    model->setHorizontalHeaderLabels({PastePage::tr("Customer"), PastePage::tr("Column"), PastePage::tr("Now"),
                                      PastePage::tr("Pasted"), PastePage::tr("What happens")});
    for (const auto& cell : cells) {
        QList<QStandardItem*> row;
        for (const auto& text :
             {cell.customer, CustomerModel::titleOf(cell.column), cell.before, cell.after,
              cell.isChange() ? PastePage::tr("changes") : PastePage::tr("stays: %1").arg(cell.problem)}) {
            row.append(new QStandardItem(text));
            row.last()->setEditable(false);
        }
        model->appendRow(row);
    }
    return model;
}

} // namespace

PastePage::PastePage(const QList<PastedCell>& cells, int homeless, QWidget* parent)
    : TitledPage(tr("Paste into the list"), parent)
{
    const auto changes = static_cast<int>(std::ranges::count_if(cells, &PastedCell::isChange));
    const QString kept = QLocale().toString(qlonglong(cells.size() - changes));
    body()->addWidget(new Label(cells.size() == changes
                                    ? tr("%Ln cells change.", nullptr, changes)
                                    : tr("%Ln cells change, left as they are: %1.", nullptr, changes).arg(kept)));
    if (homeless > 0)
        body()->addWidget(new Label(tr("%Ln lines find no row here and are left out.", nullptr, homeless),
                                    TextSize::Body, TextWeight::Regular, Tone::Warn));
    auto* table = new DataTable;
    table->setModel(modelOf(cells, table));
    table->setAccessibleName(title());
    const int widths[] = {0, 120, 180, 180, 260};
    for (int column = 0; column < table->model()->columnCount(); ++column)
        table->setColumnKind(column, CellKind::Text, widths[column]);
    body()->addWidget(table, 1);
    auto* confirm = new Button(ButtonKind::Primary, QStringLiteral("check"), tr("Change %Ln cells", nullptr, changes));
    confirm->setKey(QKeySequence(Qt::CTRL | Qt::Key_Return));
    confirm->setVisible(changes > 0);
    body()->addWidget(confirm, 0, Qt::AlignLeft);
    setFocusProxy(changes > 0 ? static_cast<QWidget*>(confirm) : table);
    connect(confirm, &Button::clicked, this, &PastePage::confirmed);
}

} // namespace banhang::client
