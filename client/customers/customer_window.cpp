#include "client/customers/customer_window.h"

#include <QCloseEvent>
#include <QShortcut>
#include <QVBoxLayout>

#include "client/core/draft_store.h"
#include "client/core/session.h"
#include "client/core/texts.h"
#include "client/customers/customers_api.h"
#include "client/customers/detail/customer_detail.h"
#include "client/customers/form/customer_draft.h"
#include "client/customers/form/customer_form.h"
#include "client/ui/look/icon.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/notice_bar.h"

namespace banhang::client {

CustomerWindow::CustomerWindow(const Workplace& workplace, CustomersApi& api, qint64 customerId)
    : m_workplace(workplace),
      m_api(api),
      m_customerId(customerId),
      m_stack(new QStackedWidget),
      m_detail(new CustomerDetail(workplace, api)),
      m_error(new NoticeBar(Tone::Error, NoticeBar::Shape::Strip)),
      m_offline(new NoticeBar(Tone::Warn, NoticeBar::Shape::Strip)),
      m_life(this, [self = QPointer(this)](void*) {
          if (self)
              self->deleteLater();
      })
{
    setWindowIcon(Icon::application());
    resize(720, 640);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_offline);
    column->addWidget(m_error);
    column->addWidget(m_stack, 1);
    m_stack->addWidget(m_detail);
    m_offline->setIcon(QStringLiteral("cloud-off"));
    m_offline->setTexts(tr("No connection to the server."), tr("What is shown may be older than what is stored."));
    m_offline->hide();
    m_error->hide();
    connect(m_error->addButton({}, tr("Close")), &Button::clicked, m_error, &QWidget::hide);
    connect(m_detail, &CustomerDetail::editRequested, this, &CustomerWindow::edit);
    connect(m_detail, &CustomerDetail::draftRequested, this, &CustomerWindow::edit);
    connect(m_detail, &CustomerDetail::settleRequested, this, &CustomerWindow::edit);
    connect(m_detail, &CustomerDetail::survivorRequested, this, &CustomerWindow::openRequested);
    connect(m_detail, &CustomerDetail::binRequested, this, &CustomerWindow::binRequested);
    connect(m_detail, &CustomerDetail::undoOffered, this,
            [this](const QString& text, const std::function<void()>& undo) {
                emit undoOffered(text, [life = m_life, undo] { undo(); });
            });
    connect(m_detail, &CustomerDetail::failed, this, &CustomerWindow::showError);
    // Giving away, sharing and restoring need the pages of the main window.
    const auto openThere = [this] { emit openRequested(m_customerId); };
    connect(m_detail, &CustomerDetail::assignRequested, this, openThere);
    connect(m_detail, &CustomerDetail::shareRequested, this, openThere);
    connect(m_detail, &CustomerDetail::restoreRequested, this, openThere);
    connect(m_detail, &CustomerDetail::shown, this, &CustomerWindow::updateTitle);
    connect(m_detail, &CustomerDetail::shown, this, [this] {
        if (!focusWidget())
            m_detail->focusContent();
    });
    connect(new QShortcut(QKeySequence::Close, this), &QShortcut::activated, this, &QWidget::close);
    connect(new QShortcut(QKeySequence(Qt::Key_Escape), m_detail), &QShortcut::activated, this, [this] {
        if (!m_form)
            close();
    });
    m_detail->applyRights();
    m_detail->showCustomer(customerId);
    updateTitle();
}

CustomerWindow::~CustomerWindow()
{
    if (m_form)
        m_form->keepDraft();
}

void CustomerWindow::closeEvent(QCloseEvent* event)
{
    QWidget::closeEvent(event);
    closeForm();
    m_life.reset();
}

void CustomerWindow::onChanges(const QList<RecordChange>& changes)
{
    for (const auto& change : changes) {
        if (change.entity != QLatin1String("customer") || change.id != m_customerId)
            continue;
        if (m_form && !change.isGone)
            m_form->onChanged(change.actorUserId);
        if (change.isGone)
            m_detail->onGone(change.id);
        else
            m_detail->onChanged(change.id, change.actorUserId, change.fields);
    }
}

void CustomerWindow::onOnline(bool isOnline)
{
    m_offline->setVisible(!isOnline);
    m_detail->setOffline(!isOnline);
    if (m_form)
        m_form->onOnline(isOnline);
}

void CustomerWindow::edit()
{
    if (m_form || !m_workplace.session.may(v1::RESOURCE_CUSTOMER, v1::ACTION_EDIT))
        return;
    m_call = m_api.get(m_customerId, this, [this](const Outcome<v1::Customer>& outcome) {
        if (!outcome) {
            showError(tr("This customer cannot be edited now."), outcome.error());
            return;
        }
        m_form = new CustomerForm(m_workplace, m_api, outcome.value());
        if (const auto draft = m_workplace.drafts.find(customerDraftKey(m_customerId)))
            m_form->restoreDraft(*draft);
        m_stack->addWidget(m_form);
        m_stack->setCurrentWidget(m_form);
        connect(m_form, &CustomerForm::closeRequested, this, [this] {
            if (m_form && !m_form->isSaving()) // else the answer closes it, or says what is wrong
                closeForm();
        });
        connect(m_form, &CustomerForm::openRequested, this, &CustomerWindow::openRequested);
        connect(m_form, &CustomerForm::saved, this, [this](const v1::Customer& customer) {
            closeForm();
            m_detail->setCustomer(customer);
            emit saved(customer);
        });
        m_form->focusStart();
    });
}

void CustomerWindow::closeForm()
{
    if (!m_form)
        return;
    auto* form = std::exchange(m_form, nullptr);
    form->keepDraft();
    m_stack->removeWidget(form);
    form->deleteLater();
    m_stack->setCurrentWidget(m_detail);
    m_detail->focusContent();
}

void CustomerWindow::showError(const QString& strong, const AppError& error)
{
    m_error->setTexts(strong, errorText(error));
    m_error->show();
}

void CustomerWindow::updateTitle()
{
    const QString name = QString::fromStdString(m_detail->customer().name());
    setWindowTitle(name.isEmpty() ? tr("Customer – banhang") : tr("%1 – banhang").arg(name));
}

} // namespace banhang::client
