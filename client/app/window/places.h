// What stands beside the rail: the customers, or one of the pages that take their place for a while.
#pragma once

#include <QStackedWidget>

namespace banhang::client {

class CustomersPage;

class Places final : public QStackedWidget
{
    Q_OBJECT
public:
    explicit Places(CustomersPage* customers, QWidget* parent = nullptr);

    /// Named by its windowTitle(). The Close of a TitledPage leads back to the customers.
    void add(QWidget* page);
    /// One that was added, or the customers.
    void showPlace(QWidget* page);
    void showCustomers();
    /// Where pages lead back to.
    QWidget* home() const;
    /// For the title of the window.
    QString title() const;
    /// F6: the other half of the customers, or round the parts of a page.
    void nextPane(bool isBackwards);

signals:
    /// Before it is, so that it can say more when it is shown.
    void aboutToShow(QWidget* page);
    void titleChanged();

private:
    CustomersPage* m_customers;
};

} // namespace banhang::client
