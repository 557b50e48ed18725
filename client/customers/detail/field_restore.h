// Puts one value of the history back into a customer.
#pragma once

#include <QObject>

#include <functional>
#include <string>

#include "banhang/v1/customer.pb.h"
#include "client/core/outcome.h"
#include "client/core/rpc_client.h"

namespace banhang::client {

class CustomersApi;

/// As any other change of that field: named in the mask, checked by the server against the version shown, and undone in
/// the same way. Thread: UI.
class FieldRestore final : public QObject
{
    Q_OBJECT
public:
    explicit FieldRestore(CustomersApi& api, QObject* parent);

    /// `now`: the customer as it is shown. `json`: the value before, as the history gives it.
    void restore(const v1::Customer& now, const QString& field, const std::string& json);

signals:
    void restored(const v1::Customer& stored, const QString& text, const std::function<void()>& undo);
    void failed(const QString& strong, const banhang::AppError& error);

private:
    void send(const v1::Customer& now, const v1::Customer& wanted, const QString& field);

    CustomersApi& m_api;
};

} // namespace banhang::client
