#include "client/app/places.h"

#include "client/customers/customers_page.h"
#include "client/ui/parts/titled_page.h"

namespace banhang::client {

Places::Places(CustomersPage* customers, QWidget* parent) : QStackedWidget(parent), m_customers(customers)
{
    addWidget(customers);
    connect(customers, &CustomersPage::titleChanged, this, &Places::titleChanged);
}

void Places::add(TitledPage* page)
{
    addWidget(page);
    connect(page, &TitledPage::closeRequested, this, &Places::showCustomers);
}

void Places::showPlace(TitledPage* page)
{
    setCurrentWidget(page);
    page->setFocus();
    emit titleChanged();
}

void Places::showCustomers()
{
    if (currentWidget() == m_customers)
        return;
    setCurrentWidget(m_customers);
    // Back to where the work was left.
    if (auto* before = m_customers->focusWidget())
        before->setFocus();
    emit titleChanged();
}

QString Places::title() const
{
    const auto* page = qobject_cast<TitledPage*>(currentWidget());
    return page ? page->title() : m_customers->title();
}

void Places::nextPane(bool isBackwards)
{
    if (currentWidget() == m_customers)
        m_customers->nextPane(isBackwards);
    else
        focusNextPrevChild(!isBackwards);
}

} // namespace banhang::client
