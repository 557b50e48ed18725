// The left half of the customers page: title, conditions, table, and what is done to the rows in it.
#pragma once

#include <QTimer>
#include <QWidget>

#include <functional>

#include "client/core/workplace.h"
#include "client/customers/batch/paste_cells.h"
#include "client/customers/list/customer_model.h"
#include "client/customers/views/list_setup.h"

class QMenu;

namespace banhang::client {

class BatchBar;
class Button;
class CellEditing;
class CustomersApi;
class DataTable;
class FilterBar;
class PersistentSelection;
class ListTitle;
class ListViews;
class NoticeBar;
class SearchBox;
class StateView;
class ViewEditor;
struct RecordChange;

class CustomerList final : public QWidget
{
    Q_OBJECT
public:
    CustomerList(const Workplace& workplace, CustomersApi& api, QWidget* parent = nullptr);

    CustomerModel* model() const { return m_model; }
    DataTable* table() const { return m_table; }
    ListViews* views() const { return m_views; }
    BatchBar* batch() const { return m_batch; }
    CellEditing* cells() const { return m_cells; }

    /// Sets the list up for the person signed in and loads it.
    void begin();
    void end();
    void onChanges(const QList<RecordChange>& changes);
    /// Loads anew and keeps the chosen row and its place on the screen.
    void refresh();
    /// Chooses the row; loads the list around the customer when it is not there.
    void select(qint64 customerId);
    qint64 currentId() const;
    QList<qint64> selectedIds() const;
    /// All rows, loading those that are not there yet; at most a thousand.
    void selectAll();
    /// What is shown, as the export takes it.
    v1::CustomerFilter filter() const;
    QList<ShownColumn> shownColumns() const;
    void setOffline(bool isOffline);
    /// Under 1,320 pixels of window width some columns give way.
    void setNarrow(bool isNarrow);
    void focusTable();
    /// Opens the box that filters the rows by words; it goes when it is left empty.
    void openFilter();
    /// What the caller may not do is dimmed.
    void applyRights();
    /// Rows as a table for spreadsheets and for letters.
    void copyRows() const;
    /// From the clipboard into the cells from the current one on.
    void paste();
    void fillFromAbove();
    /// What can be done with the chosen rows.
    void fillRowMenu(QMenu* menu);

signals:
    void currentChanged(qint64 customerId);
    void opened(qint64 customerId);
    void windowRequested(qint64 customerId);
    void addRequested();
    void editRequested(qint64 customerId);
    void assignRequested(const QList<qint64>& customerIds);
    void binRequested(const QList<qint64>& customerIds);
    void exportRequested(const QList<qint64>& customerIds);
    void mergeRequested(const QList<qint64>& customerIds);
    /// Calls to each of them.
    void planRequested(const QList<qint64>& customerIds);
    void sequenceRequested(const QList<qint64>& customerIds);
    /// The list as it is shown.
    void printRequested();
    void binPageRequested();
    /// `homeless`: lines of what is pasted for which there is no row.
    void pasteRequested(const QList<banhang::client::PastedCell>& cells, int homeless);
    void newsHappened(const QString& text, const QString& iconName);
    void undoOffered(const QString& text, const std::function<void()>& undo);
    void failed(const QString& strong, const banhang::AppError& error);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    QWidget* makeFilterRow();
    void makeBars();
    void setUpColumns();
    void connectTable();
    void connectViews();
    void connectCells();
    void setUpKeys();
    void setUpViewKeys();
    void onViewChosen();
    void applyColumns();
    void fitName();
    void takeColumns();
    void chooseColumns(QWidget* below);
    void applyQuery();
    void load();
    void showTitle();
    void fillMore();
    void onReloaded();
    void onFailed(const AppError& error);
    void onSort(int column, Qt::SortOrder order);
    void onSelectionChanged();
    void whenLoaded(qint64 firstId, int count, const std::function<void()>& work);
    void goOnLoading();
    void selectLoaded(int count);
    void pasteFrom(qint64 customerId, int column, const QList<QStringList>& block);
    void pasteInto(const QList<int>& rows, int column, const QList<QStringList>& block);
    void updateCount();
    void updateStale();
    void updatePlaceholder();
    void loadVisible();
    void restorePlace();
    void forgetPlace();
    void leaveRows();
    void chooseNoneBut(qint64 id);
    void onSettled(const QModelIndex& index);
    void onCurrentRowChanged(const QModelIndex& current);
    void tellCurrent(qint64 id);
    void letCurrentGo(int firstRow, int lastRow);
    void takeCurrentBack();
    void editCell();
    void openRowMenu(const QPoint& place);
    QList<const v1::Customer*> chosenCustomers() const;
    bool hasChosenFarAway();
    QList<int> columnsInOrder() const;

    Workplace m_workplace;
    CustomerModel* m_model;
    DataTable* m_table;
    PersistentSelection* m_choice;
    ListViews* m_views;
    ListTitle* m_title;
    FilterBar* m_filters;
    SearchBox* m_search;
    Button* m_saveAs;
    ViewEditor* m_editor;
    BatchBar* m_batch;
    CellEditing* m_cells;
    NoticeBar* m_staleBar;
    StateView* m_empty = nullptr;
    qint64 m_wantedId = 0;
    qint64 m_pendingId = 0;  ///< to be selected once it has come; keys mean it already
    qint64 m_openedId = 0;   ///< has a row, but rows that may lack it are on their way: stays chosen
    qint64 m_toldId = 0;     ///< by currentChanged; what is chosen again is not loaded again
    qint64 m_awayId = 0;     ///< chosen, but without a row: far away by now, or opened and not in this list
    int m_wantedOffset = -1; ///< of the chosen row from the upper edge, pixels; -1 = wherever it fits
    qint64 m_loadFromId = 0; ///< from this customer on, or from the first row,
    int m_wantedCount = 0;   ///< so many rows are to be there
    std::function<void()> m_whenLoaded{}; ///< before this is done; empty = nothing waits
    bool m_isNarrow = false;
    bool m_isFilling = false;
    bool m_isPlacing = false; ///< it is the list that changes the current row, not the user
    bool m_isSettingUp = false;
    QTimer m_retry; ///< of a list that has not come
};

} // namespace banhang::client
