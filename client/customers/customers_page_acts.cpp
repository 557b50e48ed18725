// What is done with customers from their page: given away, shared, pasted into, exported, opened in windows.
#include "client/core/directory_cache.h"
#include "client/customers/batch/batch_bar.h"
#include "client/customers/batch/paste_page.h"
#include "client/customers/colleague_page.h"
#include "client/customers/customer_window.h"
#include "client/customers/customers_page.h"
#include "client/customers/detail/customer_detail.h"
#include "client/customers/list/customer_list.h"

namespace banhang::client {

void CustomersPage::openAssign(const QList<qint64>& ids)
{
    if (ids.isEmpty())
        return;
    QStringList names;
    for (const qint64 id : ids)
        names.append(nameOf(id));
    auto* page = new AssignPage(m_workplace, names);
    showSide(page);
    connect(page, &AssignPage::closeRequested, this, &CustomersPage::backToList);
    connect(page, &AssignPage::assignRequested, this, [this, ids](qint64 owner) {
        backToList();
        assign(ids, owner);
    });
}

void CustomersPage::assign(const QList<qint64>& ids, qint64 ownerUserId)
{
    QHash<qint64, qint64> ownersBefore;
    for (const qint64 id : ids) {
        if (const auto* customer = m_list->model()->customerAt(m_list->model()->rowOf(id)))
            ownersBefore.insert(id, customer->owner_user_id());
        else if (m_detail->customer().id() == id)
            ownersBefore.insert(id, m_detail->customer().owner_user_id());
    }
    const QString name = m_workplace.directory.givenName(ownerUserId);
    BatchWish wish;
    wish.right = v1::BATCH_ACT_ASSIGN;
    wish.question = [name](int count) { return tr("Assign %Ln customers to %1?", nullptr, count).arg(name); };
    wish.verb = tr("Assign");
    wish.doneText = [name](int count) { return tr("Assigned %Ln customers to %1", nullptr, count).arg(name); };
    wish.steps = [this, ownerUserId, ownersBefore](const VersionList& customers) {
        return assignSteps(m_api, customers, ownerUserId, ownersBefore);
    };
    m_list->batch()->begin(wish, ids);
}

void CustomersPage::openShare(qint64 customerId)
{
    if (m_detail->customer().id() != customerId)
        return;
    auto* page = new SharePage(m_workplace, m_api, m_detail->customer());
    showSide(page);
    connect(page, &SharePage::closeRequested, this, &CustomersPage::backToList);
}

void CustomersPage::openPaste(const QList<PastedCell>& cells, int homeless)
{
    auto* page = new PastePage(cells, homeless);
    showSide(page);
    connect(page, &PastePage::closeRequested, this, &CustomersPage::backToList);
    connect(page, &PastePage::confirmed, this, [this, cells] {
        backToList();
        m_list->batch()->run(pasteSteps(m_api, cells),
                             [](int count) { return tr("Pasted into the cells of %Ln customers", nullptr, count); });
    });
}

void CustomersPage::moveToBin(const QList<qint64>& ids)
{
    m_list->batch()->moveToBin(ids);
}

void CustomersPage::requestExport(const QList<qint64>& ids)
{
    v1::ExportCustomersRequest request;
    *request.mutable_filter() = m_list->filter();
    request.set_query(m_list->model()->query().text.toStdString());
    request.set_sort(m_list->model()->query().sort);
    request.set_descending(m_list->model()->query().isDescending);
    for (const qint64 id : ids)
        request.add_customer_ids(id);
    for (const auto& shown : m_list->shownColumns()) {
        const std::string field = exportField(shown.column);
        if (field.empty())
            continue;
        auto* column = request.add_columns();
        column->set_field(field);
        column->set_title(CustomerModel::titleOf(shown.column).toStdString());
    }
    emit exportRequested(request);
}

void CustomersPage::openWindow(qint64 customerId)
{
    if (customerId == 0)
        return;
    auto* window = windowOf(customerId);
    if (!window) {
        window = new CustomerWindow(m_workplace, m_api, customerId);
        window->detail()->addParts(m_makeParts(window));
        m_windows.removeAll(nullptr);
        m_windows.append(window);
        connect(window, &CustomerWindow::saved, this, [this](const v1::Customer& customer) {
            m_list->model()->applyRecord(std::make_shared<v1::Customer>(customer));
            m_detail->setCustomer(customer);
        });
        connect(window, &CustomerWindow::binRequested, this, &CustomersPage::moveToBin);
        connect(window, &CustomerWindow::undoOffered, this, &CustomersPage::undoOffered);
        connect(window, &CustomerWindow::openRequested, this, &CustomersPage::openCustomer);
    }
    window->show();
    window->raise();
    window->activateWindow();
}

} // namespace banhang::client
