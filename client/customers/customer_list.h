// The left half of the customers page: title, conditions, table.
#pragma once

#include <QWidget>

#include "client/core/workplace.h"
#include "client/customers/customer_model.h"

class QHBoxLayout;

namespace banhang::client {

class Button;
class CustomersApi;
class DataTable;
class FilterBar;
class ListTitle;
class NoticeBar;
class SearchBox;
class StateView;

class CustomerList final : public QWidget
{
    Q_OBJECT
public:
    CustomerList(const Workplace& workplace, CustomersApi& api, QWidget* parent = nullptr);

    CustomerModel* model() const { return m_model; }
    DataTable* table() const { return m_table; }

    /// Sets the list up for the person signed in and loads it.
    void begin();
    void end();
    /// Loads anew and keeps the chosen row and its place on the screen.
    void refresh();
    /// Chooses the row; loads the list around the customer when it is not there.
    void select(qint64 customerId);
    qint64 currentId() const;
    QList<qint64> selectedIds() const;
    void setOffline(bool isOffline);
    /// Under 1,320 pixels of window width some columns give way.
    void setNarrow(bool isNarrow);
    void focusTable();
    /// What the caller may not do is dimmed.
    void applyRights();

signals:
    void currentChanged(qint64 customerId);
    void opened(qint64 customerId);
    void addRequested();
    void editRequested(qint64 customerId);
    void assignRequested(const QList<qint64>& customerIds);
    void binRequested(const QList<qint64>& customerIds);
    void restoreRequested(qint64 customerId);

private:
    QWidget* makeFilterRow();
    void makeBars();
    void setUpTable();
    void setUpKeys();
    void applyColumns();
    void applyQuery();
    void onReloaded();
    void onFailed(const AppError& error);
    void onSort(int column, Qt::SortOrder order);
    void onSelectionChanged();
    void updateCount();
    void updateStale();
    void updatePlaceholder();
    void loadVisible();
    void copyRows() const;
    void restorePlace();

    Workplace m_workplace;
    CustomerModel* m_model;
    DataTable* m_table;
    ListTitle* m_title;
    FilterBar* m_filters;
    SearchBox* m_search;
    NoticeBar* m_staleBar;
    NoticeBar* m_selectionBar;
    Button* m_assign = nullptr;
    Button* m_bin = nullptr;
    StateView* m_empty = nullptr;
    qint64 m_wantedId = 0;
    int m_wantedOffset = -1; ///< of the chosen row from the upper edge, pixels; -1 = wherever it fits
    bool m_isNarrow = false;
    bool m_isFilling = false;
};

} // namespace banhang::client
