// The forms of the page: the one on the screen, and those that wait behind it until the server takes what they hold.
#include <QApplication>
#include <QSplitter>

#include "client/core/draft_store.h"
#include "client/core/session.h"
#include "client/customers/customers_page.h"
#include "client/customers/detail/customer_detail.h"
#include "client/customers/form/customer_draft.h"
#include "client/customers/form/customer_form.h"
#include "client/customers/list/customer_list.h"

namespace banhang::client {

namespace {

bool isOutOfReach(const AppError& error)
{
    return error.code() == ErrorCode::Unavailable || error.code() == ErrorCode::Timeout;
}

} // namespace

void CustomersPage::addCustomer(const QString& typed)
{
    if (!m_workplace.session.may(v1::RESOURCE_CUSTOMER, v1::ACTION_CREATE))
        return;
    leaveForm(); // it may be the draft that is asked for
    const auto draft = m_workplace.drafts.find(customerDraftKey(0));
    v1::Customer customer;
    customer.set_kind(v1::CUSTOMER_KIND_ORGANISATION);
    showForm(new CustomerForm(m_workplace, m_api, customer));
    if (draft)
        m_form->restoreDraft(*draft);
    else if (!typed.isEmpty())
        m_form->beginWith(typed);
    if (draft && !typed.isEmpty())
        emit newsHappened({}, tr("This one was begun before. Save or discard it first, then add “%1”.").arg(typed),
                          QStringLiteral("square-pen"));
}

void CustomersPage::editCustomer(qint64 customerId)
{
    if (customerId == 0 || !m_workplace.session.may(v1::RESOURCE_CUSTOMER, v1::ACTION_EDIT))
        return;
    m_editCall = m_api.get(customerId, this, [this, customerId](const Outcome<v1::Customer>& outcome) {
        if (outcome)
            openForm(outcome.value());
        else if (isOutOfReach(outcome.error()) && m_detail->customer().id() == customerId)
            openForm(m_detail->customer()); // what was typed is compared when it is sent
        else
            emit failed(tr("This customer cannot be edited now."), outcome.error());
    });
}

void CustomersPage::openForm(const v1::Customer& customer)
{
    leaveForm();
    showForm(makeForm(customer));
}

/// With what was typed before, if anything.
CustomerForm* CustomersPage::makeForm(const v1::Customer& customer)
{
    auto* form = new CustomerForm(m_workplace, m_api, customer);
    if (const auto draft = m_workplace.drafts.find(customerDraftKey(customer.id())))
        form->restoreDraft(*draft);
    return form;
}

bool CustomersPage::openDraft(const QString& key)
{
    if (key == customerDraftKey(0)) {
        addCustomer();
        return true;
    }
    const auto draft = m_workplace.drafts.find(key);
    const qint64 id = draft ? draft->content.value(QLatin1String("customer_id")).toString().toLongLong() : 0;
    if (id)
        editCustomer(id);
    return id != 0;
}

void CustomersPage::showForm(CustomerForm* form)
{
    m_editCall.cancel(); // whoever waited for another one has gone on
    closeForm();
    dropWaiting(form->customerId());
    m_form = form;
    addWidget(form);
    connectForm(form);
    connect(form, &CustomerForm::openRequested, this, &CustomersPage::openCustomer);
    connect(form, &CustomerForm::keysChanged, this, &CustomersPage::keysChanged);
    connect(form, &CustomerForm::issuesChanged, this, &CustomersPage::issuesChanged);
    setCurrentWidget(form);
    form->focusStart();
    emit titleChanged();
}

void CustomersPage::connectForm(CustomerForm* form)
{
    connect(form, &CustomerForm::collided, this, &CustomersPage::collided);
    connect(form, &CustomerForm::saved, this, [this, form](const v1::Customer& customer, bool isNew, bool hasMore) {
        if (form == m_form)
            onSaved(customer, isNew, hasMore);
        else
            onSavedLater(form, customer, isNew);
    });
    connect(form, &CustomerForm::savedInPart, this, [this, form](const v1::Customer& customer) {
        if (form != m_form) // which says it itself
            onSavedInPartLater(form, customer);
    });
    connect(form, &CustomerForm::closeRequested, this, [this, form] {
        if (form == m_form)
            closeForm();
        else
            dropWaiting(form->customerId());
    });
    connect(form, &CustomerForm::draftDiscarded, this, [this](const Draft& draft) {
        emit undoOffered(tr("Discarded the draft %1").arg(draft.title), [this, draft] {
            if (m_form || m_workplace.drafts.find(draft.key))
                return; // the next one has been begun
            m_workplace.drafts.keep(draft);
            openDraft(draft.key);
        });
    });
    connect(form, &CustomerForm::refused, this, [this, form](const AppError& error) {
        if (form == m_form)
            return; // which says it itself
        emit failed(tr("%1: not saved, it stays a draft.").arg(form->title()), error);
        dropWaiting(form->customerId());
    });
    connect(form, &CustomerForm::collided, this, [this, form] {
        if (form != m_form)
            dropWaiting(form->customerId()); // the detail lets the user choose
    });
}

/// It is going to be replaced, perhaps by one that finds what it keeps.
void CustomersPage::leaveForm()
{
    if (m_form)
        m_form->keepDraft();
}

void CustomersPage::closeForm()
{
    if (!m_form)
        return;
    auto* form = std::exchange(m_form, nullptr);
    form->keepDraft();
    // The answer to a save may come while somebody types elsewhere.
    const QWidget* focus = QApplication::focusWidget();
    const bool isElsewhere = focus && isVisible() && !form->isAncestorOf(focus);
    removeWidget(form);
    if (form->waitsForServer() || form->isSaving())
        m_waiting.append(form);
    else
        form->deleteLater();
    setCurrentWidget(m_splitter);
    if (!isElsewhere)
        m_list->focusTable();
    emit keysChanged({});
    emit issuesChanged(0, 0);
    emit titleChanged();
}

void CustomersPage::settleDraft(const QSet<QString>& fromThem)
{
    auto* form = makeForm(m_detail->customer());
    dropWaiting(form->customerId());
    form->setParent(this);
    form->hide();
    m_waiting.append(form);
    connectForm(form);
    form->settle(fromThem);
}

/// But one that has been sent: what becomes of it is still to be told.
void CustomersPage::dropWaiting(qint64 customerId)
{
    for (auto* form : QList<CustomerForm*>(m_waiting)) {
        if (form->customerId() == customerId && !form->isSaving() && m_waiting.removeOne(form))
            form->deleteLater();
    }
}

void CustomersPage::dropWaiting()
{
    for (auto* form : std::exchange(m_waiting, {}))
        form->deleteLater();
}

void CustomersPage::onSaved(const v1::Customer& customer, bool isNew, bool hasMore)
{
    closeForm();
    tellSaved(customer, isNew);
    if (hasMore)
        addCustomer();
    else
        openCustomer(customer.id());
    m_detail->setCustomer(customer);
}

void CustomersPage::onSavedLater(CustomerForm* form, const v1::Customer& customer, bool isNew)
{
    dropWaiting(form->customerId());
    tellSaved(customer, isNew);
    m_detail->setCustomer(customer);
}

void CustomersPage::onSavedInPartLater(CustomerForm* form, const v1::Customer& customer)
{
    dropWaiting(form->customerId());
    m_list->model()->applyRecord(std::make_shared<v1::Customer>(customer));
    m_detail->setCustomer(customer);
    emit newsHappened(
        {},
        tr("Saved %1, but for what was typed since: that stays a draft.").arg(QString::fromStdString(customer.name())),
        QStringLiteral("square-pen"));
}

void CustomersPage::tellSaved(const v1::Customer& customer, bool isNew)
{
    const QString name = QString::fromStdString(customer.name());
    m_list->model()->applyRecord(std::make_shared<v1::Customer>(customer));
    emit newsHappened(
        {}, isNew ? tr("Added %1 as %2").arg(name, QString::fromStdString(customer.code())) : tr("Saved %1").arg(name),
        QStringLiteral("circle-check"));
}

} // namespace banhang::client
