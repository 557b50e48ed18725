#include "client/records/contact_box.h"

#include "client/customers/customer_text.h"
#include "client/ui/form/choice.h"

namespace banhang::client {

namespace {

constexpr int kLetters = 10;

} // namespace

ContactBox::ContactBox(QWidget* parent) : QComboBox(parent)
{
    setAccessibleName(tr("Contact person"));
    setMinimumContentsLength(kLetters);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
}

void ContactBox::setContact(qint64 id, const QString& name)
{
    offer(id ? QList<QPair<QString, qint64>>{{name, id}} : QList<QPair<QString, qint64>>(), id);
}

void ContactBox::setCustomer(const v1::Customer& customer)
{
    if (customer.contacts().empty())
        return;
    QList<QPair<QString, qint64>> people;
    for (const auto& contact : customer.contacts())
        people.append({addressedName(contact.honorific(), contact.name()), contact.id()});
    offer(people, contactId());
}

qint64 ContactBox::contactId() const
{
    return currentData().toLongLong();
}

void ContactBox::offer(const QList<QPair<QString, qint64>>& people, qint64 chosen)
{
    clear();
    addItem(tr("no contact person"), qlonglong(0));
    for (const auto& [name, id] : people)
        addItem(name, qlonglong(id));
    choose(this, qlonglong(chosen));
    setVisible(count() > 1);
}

} // namespace banhang::client
