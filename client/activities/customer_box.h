// Finds one customer: by name, code, or any digits of a phone; for forms that do not begin at a customer.
#pragma once

#include <QLineEdit>

#include <optional>

#include "banhang/v1/customers.pb.h"
#include "client/core/workplace.h"
#include "client/customers/customers_api.h"

namespace banhang::client {

class EditDebouncer;
class SuggestList;

/// Typing lets go of who was chosen. `host` is the page over which the suggestions are raised. Thread: UI.
class CustomerBox final : public QLineEdit
{
    Q_OBJECT
public:
    CustomerBox(const Workplace& workplace, QWidget* host, QWidget* parent = nullptr);

    /// In the list form.
    const std::optional<v1::Customer>& customer() const { return m_customer; }
    qint64 customerId() const { return m_customer ? m_customer->id() : 0; }
    void setCustomer(const v1::Customer& customer);

signals:
    /// Another one, or none.
    void customerChanged();

private:
    void search();
    void choose(qint64 customerId);

    Workplace m_workplace;
    CustomersApi m_api;
    SuggestList* m_list;
    EditDebouncer* m_watch;
    QList<v1::Customer> m_found;
    std::optional<v1::Customer> m_customer;
    CallHandle m_call;
};

/// "Công ty …": icon, name, code, phone, whose it is, as every list of suggestions shows a customer.
struct Suggestion;
Suggestion suggestionOf(const v1::Customer& customer, const Workplace& workplace);

} // namespace banhang::client
