// What stands beside the rail: the customers, or one of the pages that take their place for a while.
#pragma once

#include <QStackedWidget>

namespace banhang::client {

class CustomersPage;
class TitledPage;

class Places final : public QStackedWidget
{
    Q_OBJECT
public:
    explicit Places(CustomersPage* customers, QWidget* parent = nullptr);

    /// Its Close leads back to the customers.
    void add(TitledPage* page);
    /// One that was added.
    void showPlace(TitledPage* page);
    void showCustomers();
    /// For the title of the window.
    QString title() const;
    /// F6: the other half of the customers, or round the parts of a page.
    void nextPane(bool isBackwards);

signals:
    void titleChanged();

private:
    CustomersPage* m_customers;
};

} // namespace banhang::client
