// Prints a list of customers, or saves it as a PDF: all its rows, not only those that were scrolled to.
#pragma once

#include <QObject>

#include "client/core/workplace.h"
#include "client/customers/customers_api.h"
#include "client/customers/views/list_setup.h"
#include "client/worklists/list_paper.h"

namespace banhang::client {

class CustomerModel;

/// What is printed: the list as it is set up now.
struct PrintWish
{
    QString title{};
    QString conditions{};
    QString words{}; ///< that filter the list; then it is as long as a search, best matches first
    v1::ListCustomersRequest query{};
    QList<int> columns{}; ///< of CustomerModel
};

/// One at a time. Thread: UI.
class ListPrinter final : public QObject
{
    Q_OBJECT
public:
    ListPrinter(const Workplace& workplace, QObject* parent = nullptr);

    /// Reads the rows, at most 5,000 of them, and then tells by `ready`.
    void read(const PrintWish& wish, const CustomerModel& texts);
    void stop();
    bool isReading() const { return m_isReading; }
    /// Asks where to and prints. `window`: above which the question stands.
    static bool print(const PaperList& list, QWidget* window);

signals:
    void progressed(int rows);
    void ready(const banhang::client::PaperList& list);
    void failed(const QString& strong, const banhang::AppError& error);

private:
    void readNext();
    void readMatches();
    template <typename Page>
    void take(const Page& page);
    void accept(const v1::ListCustomersResponse& page);
    void giveUp(const AppError& error);
    void finish();

    Workplace m_workplace;
    CustomersApi m_api;
    PrintWish m_wish;
    const CustomerModel* m_texts = nullptr;
    PaperList m_list;
    bool m_isReading = false;
    CallHandle m_call;
};

} // namespace banhang::client
