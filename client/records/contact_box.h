// Chooses a contact person of a customer, or none; shown only where there is a choice.
#pragma once

#include <QComboBox>

#include "banhang/v1/customer.pb.h"

namespace banhang::client {

/// Thread: UI.
class ContactBox final : public QComboBox
{
    Q_OBJECT
public:
    explicit ContactBox(QWidget* parent = nullptr);

    /// Who is chosen until the customer is known; 0 for nobody.
    void setContact(qint64 id, const QString& name);
    /// Offers the contact persons of this one; who was chosen stays.
    void setCustomer(const v1::Customer& customer);
    /// 0 = nobody.
    qint64 contactId() const;

private:
    void offer(const QList<QPair<QString, qint64>>& people, qint64 chosen);
};

} // namespace banhang::client
