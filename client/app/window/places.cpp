#include "client/app/window/places.h"

#include "client/customers/customers_page.h"
#include "client/ui/parts/titled_page.h"

namespace banhang::client {

Places::Places(CustomersPage* customers, QWidget* parent) : QStackedWidget(parent), m_customers(customers)
{
    addWidget(customers);
    connect(customers, &CustomersPage::titleChanged, this, &Places::titleChanged);
}

void Places::add(QWidget* page)
{
    addWidget(page);
    connect(page, &QWidget::windowTitleChanged, this, &Places::titleChanged);
    if (auto* titled = qobject_cast<TitledPage*>(page))
        connect(titled, &TitledPage::closeRequested, this, &Places::showCustomers);
}

void Places::showPlace(QWidget* page)
{
    if (page == m_customers) {
        showCustomers();
        return;
    }
    if (page != currentWidget())
        emit aboutToShow(page);
    setCurrentWidget(page);
    page->setFocus();
    emit titleChanged();
}

void Places::showCustomers()
{
    if (currentWidget() == m_customers)
        return;
    emit aboutToShow(m_customers);
    setCurrentWidget(m_customers);
    // Back to where the work was left.
    if (auto* before = m_customers->focusWidget())
        before->setFocus();
    emit titleChanged();
}

QWidget* Places::home() const
{
    return m_customers;
}

QString Places::title() const
{
    return currentWidget() == m_customers ? m_customers->title() : currentWidget()->windowTitle();
}

void Places::nextPane(bool isBackwards)
{
    if (currentWidget() == m_customers)
        m_customers->nextPane(isBackwards);
    else
        focusNextPrevChild(!isBackwards);
}

} // namespace banhang::client
