// The list in its window, and what its tests do again and again.
#pragma once

#include <QLineEdit>
#include <QSettings>
#include <QTest>

#include "client/core/local_settings.h"
#include "client/customers/batch/batch_bar.h"
#include "client/customers/list/cell_editing.h"
#include "client/ui/parts/button.h"
#include "client/ui/table/data_table.h"
#include "tests/client/app/window_fixture.h"
#include "tests/client/support/typing.h"

namespace banhang::client {

struct ListTest : WindowFixture
{
    ListTest()
    {
        flushLocalSettings();
        QSettings().clear();
        server.addPick("status", "new", "Mới");
        server.addPick("status", "stopped", "Ngừng");
        server.addPick("tag", "seminar", "Dự hội thảo");
        QObject::connect(window->customers(), &CustomersPage::undoOffered, window.get(),
                         [this](const QString& text, const std::function<void()>& offered) {
                             undoText = text;
                             undo = offered;
                         });
    }

    /// To an office of more customers than a page holds: 450, by their ids.
    void signInToMore()
    {
        for (int i = 31; i <= 450; ++i) {
            v1::Customer customer;
            customer.set_id(i);
            customer.set_version(1);
            customer.set_name("Số " + std::to_string(i));
            server.put(customer);
        }
        window->signIn(QStringLiteral("minh"), QStringLiteral("right"));
        ASSERT_TRUE(test::waitUntil([this] { return model().loadedCount() == 200; }));
    }

    DataTable& table() { return *list().table(); }
    CustomerModel& model() { return *list().model(); }
    BatchBar& batch() { return *list().batch(); }

    void select(int first, int last)
    {
        table().setFocus();
        table().selectRow(first);
        const QItemSelection rows(model().index(first, 0), model().index(last, CustomerModel::ColumnCount - 1));
        table().selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    }
    Button* buttonWith(QWidget& root, const QString& text)
    {
        for (auto* button : root.findChildren<Button*>()) {
            if (button->isVisible() && button->text().contains(text))
                return button;
        }
        return nullptr;
    }
    /// Whatever keys a test has left pressed.
    void goTo(int row, int column)
    {
        table().selectionModel()->setCurrentIndex(model().index(row, column),
                                                  QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    }
    /// Edits the cell by F2, as typed, and gives the field.
    QLineEdit* editCell(int row, int column)
    {
        table().setFocus();
        goTo(row, column);
        QTest::keyClick(&table(), Qt::Key_F2);
        return qobject_cast<QLineEdit*>(list().cells()->editor());
    }
    /// The field over the second phone; the first one has been sent, and is answered when UpdateCustomer is released.
    QLineEdit* editAnotherWhileOneIsSaved()
    {
        auto* first = editCell(0, CustomerModel::Phone);
        server.hold("UpdateCustomer");
        test::typeInto(first, QStringLiteral("0389333999"));
        QTest::keyClick(first, Qt::Key_Return);
        EXPECT_TRUE(test::waitUntil([this] { return server.calls("UpdateCustomer") == 1; }));
        return editCell(1, CustomerModel::Phone);
    }
    static v1::SavedView view(std::int64_t id, const std::string& name, bool isDefault = false)
    {
        v1::SavedView view;
        view.set_id(id);
        view.set_version(1);
        view.set_list_key("customers");
        view.set_name(name);
        view.set_owner_user_id(1);
        view.set_may_edit(true);
        view.set_is_default(isDefault);
        view.set_sort(v1::CUSTOMER_SORT_CREATED);
        view.set_descending(true);
        view.mutable_filter()->add_status_keys("new");
        for (const char* key : {"name", "tier", "email"})
            view.add_columns()->set_key(key);
        return view;
    }

    QString undoText;
    std::function<void()> undo;
};

} // namespace banhang::client
