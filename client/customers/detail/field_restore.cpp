#include "client/customers/detail/field_restore.h"

#include <QPointer>

#include <algorithm>

#include "client/customers/customer_text.h"
#include "client/customers/customers_api.h"

namespace banhang::client {

namespace {

/// Contact persons that were taken out meanwhile are new ones to the server.
void forgetLostContacts(const v1::Customer& now, v1::Customer& wanted)
{
    for (auto& contact : *wanted.mutable_contacts()) {
        const bool isThere = std::any_of(now.contacts().begin(), now.contacts().end(),
                                         [&](const auto& known) { return known.id() == contact.id(); });
        if (!isThere)
            contact.set_id(0);
    }
}

} // namespace

FieldRestore::FieldRestore(CustomersApi& api, QObject* parent) : QObject(parent), m_api(api) {}

void FieldRestore::restore(const v1::Customer& now, const QString& field, const std::string& json)
{
    v1::Customer wanted = now;
    if (putField(json, field, wanted))
        send(now, wanted, field);
}

void FieldRestore::send(const v1::Customer& now, const v1::Customer& wanted, const QString& field)
{
    v1::UpdateCustomerRequest request;
    *request.mutable_customer() = wanted;
    forgetLostContacts(now, *request.mutable_customer());
    request.mutable_update_mask()->add_paths(field.toStdString());
    auto call = m_api.update(request, this, [this, now, field](const Outcome<v1::CustomerChangeResponse>& outcome) {
        if (!outcome) {
            emit failed(tr("Not restored: %1.").arg(fieldLabel(field).toLower()), outcome.error());
            return;
        }
        const v1::Customer stored = outcome->customer();
        const auto undo = [self = QPointer(this), now, stored, field] {
            auto* const restore = self.data();
            if (restore == nullptr)
                return;
            v1::Customer back = stored;
            copyField(field, now, back);
            restore->send(stored, back, field);
        };
        // NOLINTNEXTLINE(clang-analyzer-core.CallAndMessage): the guard above is of later, this object is there now
        emit restored(stored,
                      tr("Restored %1 of %2").arg(fieldLabel(field).toLower(), QString::fromStdString(stored.name())),
                      undo);
    });
    call.release(); // the next one does not take it back
}

} // namespace banhang::client
