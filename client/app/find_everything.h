// The box in the head of the window (Ctrl+K): any customer in two keystrokes, and commands.
#pragma once

#include <QWidget>

#include "banhang/v1/customer.pb.h"
#include "client/core/rpc_client.h"
#include "client/core/workplace.h"

namespace banhang::client {

class CustomerModel;
class CustomersApi;
class SearchBox;
class SuggestList;
struct Suggestion;

class FindEverything final : public QWidget
{
    Q_OBJECT
public:
    /// `host`: the window over which the list is raised. `loaded`: searched while the server is away.
    FindEverything(const Workplace& workplace, CustomersApi& api, const CustomerModel* loaded, QWidget* host);

    void setOffline(bool isOffline);
    SearchBox* box() const { return m_box; }

signals:
    void customerChosen(qint64 customerId);
    void addRequested(const QString& name);

private:
    void search(const QString& text);
    void searchLoaded(const QString& text);
    void fill(const QList<const v1::Customer*>& customers, bool isTruncated);
    void choose(const QVariant& chosen);

    Workplace m_workplace;
    CustomersApi& m_api;
    const CustomerModel* m_loaded;
    SearchBox* m_box;
    SuggestList* m_list;
    CallHandle m_call;
    bool m_isOffline = false;
};

} // namespace banhang::client
